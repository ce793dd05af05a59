"""Records to JSON and back, by position: small, quick, and safe to read where a pickle is not."""

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from index.records import (
    CLAIM_TYPES,
    Bound,
    Claim,
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
    from index.terms import TermCounts


def _names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


METADATA, QUANTITY, WHEN, AROUND = _names(Metadata), _names(Quantity), _names(When), _names(Surroundings)
CLAIMS = {kind.value: _names(record) for kind, record in CLAIM_TYPES.items()}
LISTED = ("metadata", "words", "sentences", "claims", "notices", "opening", "places")
"""What the listing row of a document holds, in order."""
RECORDS = repr([METADATA, QUANTITY, WHEN, CLAIMS, AROUND, _names(Document), _names(Zone), _names(Sentence), LISTED])
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
            document.places,
        ]
    )


def document_from(written: str) -> Document:
    """Return the document that ``document_json`` wrote."""
    id_, path, text, digest, encoding, guessed, metadata, zones, sentences, *rest = json.loads(written)
    notices, front, places = rest
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
        tuple((line, name) for line, name in places),
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
    from index.terms import TermCounts

    return TermCounts(*json.loads(written))


def _values(record: Any, names: tuple[str, ...]) -> list[Any]:
    return [getattr(record, name) for name in names]


def _claim_row(claim: Claim) -> list[Any]:
    """Return a claim's kind and the values of its record, in order."""
    return [claim.kind.value, *(_plain(name, getattr(claim, name)) for name in CLAIMS[claim.kind.value])]


def _plain(name: str, value: Any) -> Any:
    """Return a value of a claim as JSON knows it."""
    if value is None or name not in _RECORDS_INSIDE:
        return value
    row = _values(value, _RECORDS_INSIDE[name])
    if isinstance(value, Quantity) and value.period is not None:
        row[_PERIOD] = _values(value.period, WHEN)
    return row


_RECORDS_INSIDE = {"quantity": QUANTITY, "when": WHEN, "around": AROUND}
_ZONES = {kind.value: kind for kind in ZoneKind}
_BOUNDS, _PRECISIONS = {bound.value: bound for bound in Bound}, {one.value: one for one in Precision}
_MEANINGS = {meant.value: meant for meant in Meant}
_TYPES = {kind.value: record for kind, record in CLAIM_TYPES.items()}
_BOUND, _PERIOD, _ALSO = QUANTITY.index("bound"), QUANTITY.index("period"), QUANTITY.index("also")
_PRECISION = WHEN.index("precision")


def _claim_from(row: list[Any]) -> Claim:
    kind, *values = row
    fields = dict(zip(CLAIMS[kind], values, strict=True))
    fields["zone"] = _ZONES[fields["zone"]]
    fields["span"], fields["sentence"] = Span(*fields["span"]), Span(*fields["sentence"])
    fields.update({name: tuple(fields[name]) for name in ("origin", "hedges", "speaker_roles")})
    fields["meant"] = _MEANINGS[fields["meant"]]
    fields["derivation"] = tuple(Step(rule, Span(*span)) for rule, span in fields["derivation"])
    if "quantity" in fields:
        fields["quantity"] = _quantity_from(fields["quantity"]) if fields["quantity"] else None
    if "when" in fields:
        fields["when"] = _when_from(fields["when"])
    if fields["around"] is not None:
        about, keys, period, measure = fields["around"]
        fields["around"] = Surroundings(about, keys, None if period is None else (period[0], period[1]), measure)
    return _TYPES[kind](**fields)


def _quantity_from(row: list[Any]) -> Quantity:
    row[_BOUND] = None if row[_BOUND] is None else _BOUNDS[row[_BOUND]]
    row[_PERIOD] = _when_from(row[_PERIOD])
    row[_ALSO] = tuple(row[_ALSO]) if row[_ALSO] else None
    return Quantity(*row)


def _when_from(row: list[Any] | None) -> When | None:
    if row is None:
        return None
    row[_PRECISION] = _PRECISIONS[row[_PRECISION]]
    return When(*row)
