"""Records as the objects of the command line's JSON: stable keys in stable order, absent facts null."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from index.notes import Effects
from index.records import (
    Claim,
    Document,
    DocumentEntry,
    Explained,
    Hit,
    Prediction,
    Quantity,
    SearchResult,
    Topic,
    Unreadable,
    When,
    content_of,
    direct_of,
    place_of,
    quantity_of,
    stance_of,
    subject_of,
    time_of,
    value_of,
)

SCHEMA = 1
"""The version of every object's shape; raised when a key changes its meaning or goes."""


def documents_object(
    documents: Iterable[Document],
    unread: Iterable[Unreadable] = (),
    estimates: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> dict[str, Any]:
    """Return the object that ``documents --json`` prints: the documents, and the files that were not read."""
    return {
        "schema": SCHEMA,
        "documents": [_document(document, estimates.get(document.id)) for document in documents],
        "not_read": [
            {"id": file.id, "kind": file.kind or None, "reason": file.message, "remedy": file.hint} for file in unread
        ],
    }


def search_object(result: SearchResult) -> dict[str, Any]:
    """Return the object that ``search --json`` prints."""
    return {
        "schema": SCHEMA,
        "query": result.query,
        "understood": result.understood,
        "notes": list(result.notes),
        "suggestion": result.suggestion,
        "total": result.total,
        "hits": [_hit(hit) for hit in result.hits],
    }


def claims_object(
    claims: Iterable[Claim],
    topics: Iterable[Topic],
    effects: Effects | None = None,
    entries: Iterable[DocumentEntry] = (),
) -> dict[str, Any]:
    """Return the object that ``claims --format json`` prints, with the user's verdicts and notes."""
    topics, effects = tuple(topics), effects or Effects()
    places = {entry.id: entry.places for entry in entries if entry.places}
    topic_of = {claim: topic.id for topic in topics for claim in topic.claims}
    return {
        "schema": SCHEMA,
        "claims": [
            {
                **_claim(claim, topic_of, place_of(places.get(claim.document, ()), claim.line)),
                "verdict": effects.verdicts.get(claim.id),
                "note": effects.claim_notes.get(claim.id),
            }
            for claim in claims
        ],
        "topics": [
            {
                "id": topic.id,
                "label": topic.label,
                "status": topic.status,
                "reason": topic.reason,
                "likelihood": topic.likelihood,
                "claims": list(topic.claims),
            }
            for topic in topics
        ],
    }


def why_object(explained: Iterable[Explained]) -> dict[str, Any]:
    """Return why the claims of a place are claims, and other numbers there none: ``claim`` is null for these."""
    return {
        "schema": SCHEMA,
        "explained": [
            {
                "document": one.document,
                "line": one.line,
                "start": one.span.start,
                "end": one.span.end,
                "words": one.words,
                "claim": one.claim.id if one.claim else None,
                "kind": one.claim.kind if one.claim else None,
                "rules": [
                    {
                        "rule": fired.rule,
                        "matches": fired.matches,
                        "words": fired.words,
                        "start": fired.span.start,
                        "end": fired.span.end,
                    }
                    for fired in one.rules
                ],
            }
            for one in explained
        ],
    }


def _document(document: Document, estimate: tuple[str, str] | None) -> dict[str, Any]:
    metadata = document.metadata
    return {
        "id": document.id,
        "title": metadata.title,
        "outlet": metadata.outlet,
        "authors": list(metadata.authors),
        "published": metadata.published,
        "estimated": {"published": estimate[0], "reason": estimate[1]} if estimate else None,
        "url": metadata.url,
        "language": metadata.language,
        "words": document.words,
        "sentences": len(document.sentences),
        "guessed": sorted(metadata.guessed),
        "zones": [
            {"kind": zone.kind, "first_line": zone.first_line, "last_line": zone.last_line} for zone in document.zones
        ],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "document": hit.document.id,
        "title": hit.document.title,
        "score": round(hit.score, 6),
        "passages": [
            {
                "line": passage.line,
                "place": hit.document.place(passage.line),
                "start": passage.span.start,
                "end": passage.span.end,
                "zone": passage.zone,
                "text": passage.text,
                "matches": [list(match.span) for match in passage.matches],
                "complete": passage.complete,
            }
            for passage in hit.passages
        ],
    }


def _claim(claim: Claim, topic_of: Mapping[str, str], place: str | None) -> dict[str, Any]:
    return {
        "id": claim.id,
        "document": claim.document,
        "zone": claim.zone,
        "line": claim.line,
        "place": place,
        "start": claim.span.start,
        "end": claim.span.end,
        "sentence": claim.text,
        "kind": claim.kind,
        "surface": claim.surface,
        "quantity": _quantity(quantity_of(claim)),
        "meant": claim.meant,
        "derivation": [
            {"rule": step.rule, "start": step.span.start, "end": step.span.end} for step in claim.derivation
        ],
        "when": _when(time_of(claim)),
        "subject": subject_of(claim),
        "value": value_of(claim),
        "stance": stance_of(claim),
        "direction": claim.direction if isinstance(claim, Prediction) else None,
        "speaker": claim.speaker,
        "speaker_how": claim.speaker_how,
        "origin": list(claim.origin),
        "cue": claim.cue,
        "content": content_of(claim),
        "direct": direct_of(claim),
        "hedges": list(claim.hedges),
        "rule": claim.rule,
        "topic": topic_of.get(claim.id),
    }


def _quantity(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    return {
        "raw": quantity.raw,
        "low": _plain(quantity.low),
        "high": _plain(quantity.high),
        "unit": quantity.unit,
        "bound": quantity.bound,
        "approximate": quantity.approximate,
        "subject": quantity.subject,
        "of": quantity.of,
        "period": _period(quantity.period),
        "also": {"value": _plain(quantity.also[0]), "unit": quantity.also[1]} if quantity.also else None,
    }


def _period(period: When | None) -> dict[str, Any] | None:
    return None if period is None else {"raw": period.raw, "from": period.first, "to": period.last}


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "raw": when.raw,
        "from": when.first,
        "to": when.last,
        "precision": when.precision,
        "inferred": when.inferred,
    }


def _plain(value: float | None) -> float | int | None:
    """Return a whole number as an int, so that 700000.0 is printed as 700000."""
    return int(value) if value is not None and value.is_integer() else value
