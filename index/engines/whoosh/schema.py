"""How a document lies in the Whoosh index: two fields of terms and one stored record.

``words`` has a posting for every lemma of a document. Its weight is the lemma's frequency summed over the zones with
their weights (the pseudo-frequency of BM25F: Robertson, Zaragoza and Taylor 2004), so that one list of postings is
enough to rank. Its value holds every place: the token's position and 12 bits of its form's checksum, so that an exact
word can be told from its inflections. ``forms`` lists the words themselves, for prefixes, fuzziness and hints; they
belong to a record of their own, one an update with the words that were new, so that each is written once and none is
lost with the document it came from. A word that no document has any more does no harm: it leads to no posting.
"""

from array import array
from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

from whoosh import fields, formats

from index.language import lemma_of, tokenize, zone_tokens
from index.records import Document, ZoneKind

FORMAT = 7
"""Raised whenever the layout or the tokenizer changes: an index of another format is built anew."""

FORM_BITS = 12
FORM_MASK = (1 << FORM_BITS) - 1

ZONE_WEIGHTS = {
    ZoneKind.TITLE: 3.0,
    ZoneKind.SUMMARY: 2.0,
    ZoneKind.HEADING: 1.5,
    ZoneKind.BODY: 1.0,
    ZoneKind.CAPTION: 0.5,
    ZoneKind.COMMENT: 0.3,
    ZoneKind.BOILERPLATE: 0.2,
}
"""How much a word weighs by where it stands."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The postings of one document: (lemma, frequency, weight, places)."""

    postings: list[tuple[bytes, int, float, bytes]]


@lru_cache(65536)
def form_mark(form: str) -> int:
    """Return the checksum that tells the forms of one lemma apart; two share one in 4096 cases."""
    return crc32(form.encode("utf-8", "surrogatepass")) & FORM_MASK


@lru_cache(65536)
def encode(text: str) -> bytes:
    """Return a term as the index keeps it."""
    return text.encode("utf-8", "surrogatepass")


class PlaceFormat(formats.Format):
    """Postings whose values are places; only this module's code reads them."""

    def word_values(self, value: Any, analyzer: Any, **_: Any) -> Any:
        """Not used: the field hands finished postings over."""
        raise NotImplementedError

    def combine(self, values: Any) -> bytes:
        """Return all places of several postings as one."""
        return b"".join(values)


class WordsField(fields.FieldType):
    """A field that takes finished ``Terms``."""

    def __init__(self) -> None:
        self.format = PlaceFormat()
        self.analyzer = None
        self.scorable = False
        self.stored = False
        self.unique = False
        self.vector = None
        self.spelling = False
        self.multitoken_query = "default"

    def index(self, value: Any, **_: Any) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Yield the postings of one document."""
        yield from value.postings


class FormsField(fields.FieldType):
    """Words as they are written, without places; takes an iterable of them."""

    def __init__(self) -> None:
        self.format = formats.Existence()
        self.analyzer = None
        self.scorable = False
        self.stored = False
        self.unique = False
        self.vector = None
        self.spelling = False
        self.multitoken_query = "default"

    def index(self, value: Any, **_: Any) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Yield one empty posting a form."""
        for form in value:
            yield encode(form), 1, 1.0, b""


def schema() -> fields.Schema:
    """Return the schema of the index."""
    return fields.Schema(id=fields.ID(unique=True), words=WordsField(), forms=FormsField(), record=fields.STORED())


def fields_of(document: Document, vocabulary: set[str]) -> dict[str, Any]:
    """Return what ``add_document`` of a Whoosh writer takes for a document, and add its forms to ``vocabulary``.

    The record is (id, weighted length, published, outlet, outlet's forms, authors' forms, zones), each zone
    (kind, first position, position after the last).
    """
    places: dict[str, list[int]] = {}
    weights: dict[str, float] = {}
    zones: list[tuple[str, int, int]] = []
    length = 0.0
    for zone in zone_tokens(document):
        weight = ZONE_WEIGHTS[zone.kind]
        base = zone.position
        for form, _, _, _, position, _, overlay in zone.tokens:
            lemma = lemma_of(form)
            place = ((base + position) << FORM_BITS) | form_mark(form)
            if lemma in places:
                places[lemma].append(place)
                weights[lemma] += weight
            else:
                places[lemma] = [place]
                weights[lemma] = weight
            if not overlay:
                length += weight
        vocabulary.update([token.form for token in zone.tokens])
        zones.append((zone.kind.value, base, base + (zone.tokens[-1].position + 1 if zone.tokens else 0)))
    terms = Terms([(encode(lemma), len(found), weights[lemma], _packed(found)) for lemma, found in places.items()])
    metadata = document.metadata
    people = tuple(_forms(author) for author in metadata.authors)
    outlet = _forms(metadata.outlet or "")
    record = (document.id, length, metadata.published, metadata.outlet, outlet, people, tuple(zones))
    return {"id": document.id, "words": terms, "record": record}


def unpack(value: bytes) -> "array[int]":
    """Return the places of a posting."""
    places = array("I" if value[:1] == b"I" else "Q")
    places.frombytes(value[1:])
    return places


def _packed(places: list[int]) -> bytes:
    if places[-1] < 1 << 32:
        return b"I" + array("I", places).tobytes()
    return b"Q" + array("Q", places).tobytes()


def _forms(text: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokenize(text) if not token.overlay)
