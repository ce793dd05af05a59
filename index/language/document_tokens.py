"""The tokens of a whole document, zone by zone, with positions that leave a gap between zones and paragraphs."""

from collections.abc import Iterator
from typing import NamedTuple

from index.language.tokens import Token, tokenize
from index.records import Document, ZoneKind

ZONE_GAP = 64
"""Positions left free between zones, so that no phrase or proximity bridges them."""


class ZoneTokens(NamedTuple):
    """A zone's kind, the offset of its text in the document, the position of its first word, and its tokens.

    The tokens' offsets and positions count from the zone's beginning. ``offset`` is -1 for a title that is known but
    not in the text.
    """

    kind: ZoneKind
    offset: int
    position: int
    tokens: list[Token]


def zone_tokens(document: Document) -> Iterator[ZoneTokens]:
    """Yield the zones in order with their tokens, front matter left out; a title that the text lacks comes last."""
    position = 0
    shown = False
    for kind, start, end in _stretches(document):
        shown = shown or kind is ZoneKind.TITLE
        tokens = tokenize(document.text[start:end])
        yield ZoneTokens(kind, start, position, tokens)
        position += (tokens[-1].position + tokens[-1].width if tokens else 0) + ZONE_GAP
    if document.metadata.title and not shown:
        yield ZoneTokens(ZoneKind.TITLE, -1, position, tokenize(document.metadata.title))


def _stretches(document: Document) -> Iterator[tuple[ZoneKind, int, int]]:
    if not document.zones:
        yield ZoneKind.BODY, 0, len(document.text)
    for zone in document.zones:
        if zone.span.start < document.front:
            continue
        yield zone.kind, zone.span.start, zone.span.end
