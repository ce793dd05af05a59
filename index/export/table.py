"""Claims as CSV, for spreadsheets; no cell is ever taken for a formula."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from unicodedata import category, normalize

from index.notes import Effects
from index.records import (
    Claim,
    DocumentEntry,
    Topic,
    quantity_of,
    stance_of,
    subject_of,
    time_of,
)

COLUMNS = (
    "topic", "status", "reason", "claim", "kind", "document", "title", "outlet", "published", "url", "line", "start",
    "end", "surface", "sentence", "low", "high", "unit", "bound", "approximate", "subject", "from", "to", "precision",
    "speaker", "speaker_how", "origin", "cue", "stance", "hedges", "rule", "verdict", "note",
)  # fmt: skip

FORMULA = frozenset("=+-@")
"""What a cell may not start with: spreadsheets would run it (OWASP, CSV injection)."""
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Co", "Cn"})
"""Unicode categories of what some programs pass over before they look for a formula."""


def claims_as_csv(
    claims: Iterable[Claim], topics: Iterable[Topic], entries: Mapping[str, DocumentEntry], effects: Effects
) -> str:
    """Return the claims as CSV (RFC 4180), a row each, with topic, place, exact words and the user's verdict."""
    topic_of = {claim: topic for topic in topics for claim in topic.claims}
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in claims:
        row = _row(claim, topic_of.get(claim.id), entries[claim.document], effects)
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return written.getvalue()


def _row(claim: Claim, topic: Topic | None, entry: DocumentEntry, effects: Effects) -> dict[str, object]:
    quantity, when, metadata = quantity_of(claim), time_of(claim), entry.metadata
    row: dict[str, object] = {
        "topic": topic and topic.id,
        "status": topic and topic.status,
        "reason": topic and topic.reason,
        "claim": claim.id,
        "kind": claim.kind,
        "document": claim.document,
        "title": entry.metadata.title or "",
        "outlet": metadata.outlet,
        "published": metadata.published,
        "url": metadata.url,
        "line": claim.line,
        "place": entry.place(claim.line),
        "start": claim.span.start,
        "end": claim.span.end,
        "surface": claim.surface,
        "sentence": claim.text,
        "speaker": claim.speaker,
        "speaker_how": claim.speaker_how,
        "origin": "; ".join(claim.origin),
        "cue": claim.cue,
        "stance": stance_of(claim),
        "hedges": "; ".join(claim.hedges),
        "rule": claim.rule,
        "subject": subject_of(claim),
        "verdict": effects.verdicts.get(claim.id),
        "note": effects.claim_notes.get(claim.id),
    }
    row |= {name: getattr(quantity, name, None) for name in ("low", "high", "unit", "bound", "approximate")}
    if quantity is not None:
        row["subject"] = quantity.subject
    return row | {"from": when and when.first, "to": when and when.last, "precision": when and when.precision}


def _cell(value: object) -> str:
    """Return a value as a cell; text that a spreadsheet would run gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    text = str(value)
    return f"'{text}" if not isinstance(value, int) and _would_run(text) else text


def _would_run(text: str) -> bool:
    """Return whether a spreadsheet may take a cell for a formula.

    A tab or a line end at the beginning counts too, and so do wide, small and raised forms of the signs, and signs
    behind blanks and invisible characters.
    """
    if text[:1] in ("\t", "\r", "\n"):
        return True
    first = next((one for one in text if category(one) not in _INVISIBLE), "")
    return normalize("NFKC", first)[:1] in FORMULA
