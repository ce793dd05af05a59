"""Records to JSON and back, by position: small, quick, and safe to read where a pickle is not."""

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from index.records import (
    Bound,
    Claim,
    ClaimKind,
    Document,
    Meant,
    Metadata,
    Precision,
    Quantity,
    Sentence,
    Span,
    Step,
    Surroundings,
    When,
    Zone,
    ZoneKind,
)

if TYPE_CHECKING:
    from index.terms.weights import TermCounts


def _names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


METADATA, QUANTITY, WHEN, CLAIM = _names(Metadata), _names(Quantity), _names(When), _names(Claim)
AROUND = _names(Surroundings)
RECORDS = repr([METADATA, QUANTITY, WHEN, CLAIM, AROUND, _names(Document), _names(Zone), _names(Sentence)])
"""The fields of all that is written here: what was written with others cannot be read."""


def dump(value: Any) -> str:
    """Return compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=sorted)


def metadata_row(metadata: Metadata) -> list[Any]:
    """Return a metadata record's values in order."""
    return [sorted(value) if isinstance(value, frozenset) else value for value in _values(metadata, METADATA)]


def metadata_from(row: list[Any]) -> Metadata:
    """Return the metadata record made of ``row``."""
    title, outlet, authors, published, url, language, guessed, sources = row
    found = tuple((str(name), str(place)) for name, place in sources)
    return Metadata(title, outlet, tuple(authors), published, url, language, frozenset(guessed), found)


def document_json(document: Document) -> str:
    """Return a whole document as JSON."""
    return dump(
        [
            document.id,
            document.path,
            document.text,
            document.digest,
            document.encoding,
            document.encoding_guessed,
            metadata_row(document.metadata),
            [[zone.kind, *zone.span, zone.first_line, zone.last_line] for zone in document.zones],
            [[*sentence.span, sentence.zone, sentence.line, sentence.paragraph] for sentence in document.sentences],
            document.notices,
            document.front,
        ]
    )


def document_from(written: str) -> Document:
    """Return the document that ``document_json`` wrote."""
    id_, path, text, digest, encoding, guessed, metadata, zones, sentences, notices, front = json.loads(written)
    kinds = {kind.value: kind for kind in ZoneKind}
    return Document(
        id_,
        path,
        text,
        digest,
        encoding,
        guessed,
        metadata_from(metadata),
        tuple(Zone(kinds[kind], Span(start, end), first, last) for kind, start, end, first, last in zones),
        tuple(Sentence(Span(start, end), kinds[zone], line, par) for start, end, zone, line, par in sentences),
        tuple(notices),
        front,
    )


def claims_json(claims: tuple[Claim, ...]) -> str:
    """Return claims as JSON."""
    return dump([_claim_row(claim) for claim in claims])


def claims_from(written: str) -> tuple[Claim, ...]:
    """Return the claims that ``claims_json`` wrote."""
    return tuple(_claim_from(row) for row in json.loads(written))


def terms_json(terms: "TermCounts") -> str:
    """Return a document's terms as JSON."""
    return dump([terms.sentences, dict(terms.counts)])


def terms_from(written: str) -> "TermCounts":
    """Return the terms that ``terms_json`` wrote."""
    from index.terms.weights import TermCounts

    return TermCounts(*json.loads(written))


def _values(record: Any, names: tuple[str, ...]) -> list[Any]:
    return [getattr(record, name) for name in names]


def _claim_row(claim: Claim) -> list[Any]:
    row = _values(claim, CLAIM)
    if claim.quantity is not None:
        row[CLAIM.index("quantity")] = quantity = _values(claim.quantity, QUANTITY)
        if claim.quantity.period is not None:
            quantity[QUANTITY.index("period")] = _values(claim.quantity.period, WHEN)
    if claim.when is not None:
        row[CLAIM.index("when")] = _values(claim.when, WHEN)
    if claim.around is not None:
        row[CLAIM.index("around")] = _values(claim.around, AROUND)
    return row


_ZONES, _KINDS = {kind.value: kind for kind in ZoneKind}, {kind.value: kind for kind in ClaimKind}
_BOUNDS, _PRECISIONS = {bound.value: bound for bound in Bound}, {one.value: one for one in Precision}
_PLACES = {name: place for place, name in enumerate(CLAIM)}
_MEANINGS = {meant.value: meant for meant in Meant}
_ZONE, _KIND, _SPAN, _SENTENCE, _ORIGIN, _HEDGES, _QUANTITY, _WHEN, _AROUND, _MEANT, _DERIVATION = (
    _PLACES[name]
    for name in (
        *("zone", "kind", "span", "sentence", "origin", "hedges", "quantity", "when", "around", "meant", "derivation"),
    )
)
_BOUND, _PERIOD, _PRECISION = QUANTITY.index("bound"), QUANTITY.index("period"), WHEN.index("precision")


def _claim_from(row: list[Any]) -> Claim:
    row[_ZONE], row[_KIND] = _ZONES[row[_ZONE]], _KINDS[row[_KIND]]
    row[_SPAN], row[_SENTENCE] = Span(*row[_SPAN]), Span(*row[_SENTENCE])
    row[_ORIGIN], row[_HEDGES] = tuple(row[_ORIGIN]), tuple(row[_HEDGES])
    if (quantity := row[_QUANTITY]) is not None:
        quantity[_BOUND] = None if quantity[_BOUND] is None else _BOUNDS[quantity[_BOUND]]
        quantity[_PERIOD] = _when_from(quantity[_PERIOD])
        row[_QUANTITY] = Quantity(*quantity)
    row[_WHEN] = _when_from(row[_WHEN])
    row[_MEANT] = _MEANINGS[row[_MEANT]]
    row[_DERIVATION] = tuple(Step(rule, Span(*span)) for rule, span in row[_DERIVATION])
    if row[_AROUND] is not None:
        about, keys, period, measure = row[_AROUND]
        row[_AROUND] = Surroundings(about, keys, None if period is None else (period[0], period[1]), measure)
    return Claim(*row)


def _when_from(row: list[Any] | None) -> When | None:
    if row is None:
        return None
    row[_PRECISION] = _PRECISIONS[row[_PRECISION]]
    return When(*row)
