"""What is laid over a document in the reader: words in a tone, and signs in the gutter."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.records import Document, Span, ZoneKind

_ZONE_TONES = {
    ZoneKind.TITLE: "title",
    ZoneKind.HEADING: "heading",
    ZoneKind.CAPTION: "dim",
    ZoneKind.BOILERPLATE: "dim",
    ZoneKind.COMMENT: "dim",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words shown in a tone."""

    span: Span
    tone: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A sign in the gutter beside a passage; ``boxed`` draws the passage's border."""

    span: Span
    sign: str
    tone: str
    boxed: bool = False


def zone_marks(document: Document) -> Iterable[Mark]:
    """Yield the marks of the zones that are not plain text."""
    for zone in document.zones:
        if tone := _ZONE_TONES.get(zone.kind):
            yield Mark(zone.span, tone)


def front_matter(document: Document) -> int:
    """Return how many characters of front matter a document begins with, when an article follows it."""
    return document.front if document.text[document.front :].strip() else 0
