"""Claims that a person has rated, as ClaimReview JSON-LD (https://schema.org/ClaimReview)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from index.english import ordered
from index.notes import Effects
from index.records import (
    Claim,
    DocumentEntry,
    Verdict,
    content_of,
)

RATINGS = {
    Verdict.FALSE: 1,
    Verdict.MOSTLY_FALSE: 2,
    Verdict.MIXED: 3,
    Verdict.MOSTLY_TRUE: 4,
    Verdict.TRUE: 5,
}
"""The five steps of Google's fact check guidelines; the other verdicts have a name and no number."""

_PERSON = re.compile(r"(?:[A-Z][a-z]+\.? )?[A-Z][\w’'-]+(?: (?:[A-Z]\.|de|van|von|bin|al|[A-Z][\w’'-]+)){1,3}")
_BODY = re.compile(rf"\b(?:{'|'.join(ordered('words-of-bodies'))})\b", re.IGNORECASE)


def claim_reviews(
    claims: Iterable[Claim],
    entries: Mapping[str, DocumentEntry],
    effects: Effects,
    reviewer: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return a JSON-LD graph with one ClaimReview for each rated claim; claims without a verdict are left out.

    ``reviewer`` is who publishes the review, from the settings: ``name`` and ``url``.
    """
    outlets = frozenset(entry.metadata.outlet for entry in entries.values() if entry.metadata.outlet)
    author = {"@type": "Organization", **reviewer} if reviewer else None
    reviews = []
    for claim in claims:
        if claim.id in effects.verdicts:
            reviewed = _reviewed(claim, entries[claim.document], outlets)
            reviews.append(_present({**_review(claim, effects), "author": author, "itemReviewed": reviewed}))
    return {"@context": "https://schema.org", "@graph": reviews}


def _review(claim: Claim, effects: Effects) -> dict[str, Any]:
    verdict = effects.verdicts[claim.id]
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": str(verdict)}
    if verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[verdict], "worstRating": 1, "bestRating": 5}
    return {
        "@type": "ClaimReview",
        "datePublished": (effects.judged.get(claim.id) or "")[:10] or None,
        "claimReviewed": _flat(content_of(claim) or claim.text),
        "reviewRating": rating,
        "reviewBody": effects.claim_notes.get(claim.id),
    }


def _reviewed(claim: Claim, entry: DocumentEntry, outlets: frozenset[str]) -> dict[str, Any]:
    """Return the claim: its exact words, who made it, and the article in which it appeared."""
    known = entry.metadata
    appearance = {
        "@type": "CreativeWork",
        "headline": entry.metadata.title or entry.opening or entry.id,
        "url": known.url,
        "datePublished": known.published,
        "author": [_speaker(name, outlets) for name in known.authors] or None,
        "publisher": {"@type": "Organization", "name": known.outlet} if known.outlet else None,
        "identifier": f"{claim.document}, line {claim.line}, characters {claim.span.start}-{claim.span.end}",
        "text": _flat(claim.text),
    }
    author = claim.speaker or known.outlet
    return _present(
        {
            "@type": "Claim",
            "text": _flat(claim.surface),
            "author": _speaker(author, outlets) if author else None,
            "datePublished": known.published,
            "appearance": _present(appearance),
        }
    )


def _speaker(name: str, outlets: frozenset[str]) -> dict[str, str]:
    """Return who made a claim as the person or the organization that a ClaimReview asks for, told by the name."""
    person = name not in outlets and _PERSON.fullmatch(_flat(name)) and not _BODY.search(name)
    return {"@type": "Person" if person else "Organization", "name": _flat(name)}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
