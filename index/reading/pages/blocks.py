"""The blocks of text of a page in order: paragraphs, headings, items, rows of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from index.reading.pages.tree import tag_of
from index.records import ZoneKind
from index.zones import weight

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr amp-fit-text math mi mo mn mrow msup".split()
)
_HEADING = re.compile(r"h[1-6]\Z")
_CAPTIONS = frozenset({"figcaption", "caption"})
_SENTENCE = re.compile(r"[.!?…。！？।]['”\"’»)\]]{0,3}(?:\s|\Z)")
_SHORTEST_SENTENCE = 25
_LONG = 80
_WIDEST_CELL = 200


@dataclass(slots=True)
class Block:
    """A block: its words on one line, how many of its characters are links, and the element it stands in."""

    element: Any
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    row: bool = False
    text: str = ""

    @property
    def kind(self) -> ZoneKind | None:
        """What the markup says of it."""
        return ZoneKind.HEADING if _HEADING.match(tag_of(self.element)) else None

    @property
    def link_density(self) -> float:
        """The share of its characters that are links."""
        return min(1.0, self.linked / max(1, len(self.text)))

    @property
    def prose(self) -> float:
        """How many characters of running text it holds; none for headings, captions and links."""
        tag, density = tag_of(self.element), self.link_density
        if _HEADING.match(tag) or tag in _CAPTIONS or density > 0.5:
            return 0.0
        length = weight(self.text)
        ended = bool(_SENTENCE.search(self.text)) and length >= _SHORTEST_SENTENCE
        return length * (1 - density) if ended or length >= _LONG else 0.0

    @property
    def score(self) -> float:
        """How much speaks for it as a part of an article: its prose, else a penalty for what menus are made of."""
        prose = self.prose
        if prose:
            return prose
        if self.kind is not None or self.row:
            return 0.0
        return -(8.0 + 0.5 * min(len(self.text), 120) * (1 + self.link_density))


def blocks_of(root: Any) -> Iterator[Block]:
    """Yield the blocks of text below ``root``. Nothing recurses, so that no nesting is too deep."""
    from lxml import etree

    open_blocks = [Block(root)]
    links = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = tag_of(element)
        block = open_blocks[-1]
        if event == "start":
            if tag == "tr" and _is_row(element):
                yield from _closed(block)
                open_blocks.append(_row(element))
                # Its end comes next, and closes it.
                walk.skip_subtree()
                continue
            if tag == "br":
                yield from _closed(block)
            elif tag not in INLINE:
                yield from _closed(block)
                open_blocks.append(Block(element))
                block = open_blocks[-1]
            links += tag == "a"
            _take(block, element.text, links)
        else:
            links -= tag == "a"
            if tag not in INLINE and element is not root and len(open_blocks) > 1:
                yield from _closed(block)
                open_blocks.pop()
            if element is not root:
                _take(open_blocks[-1], element.tail, links)
    while open_blocks:
        yield from _closed(open_blocks.pop())


def _take(block: Block, text: str | None, links: int) -> None:
    if text:
        block.parts.append(text)
        block.linked += len(text.strip()) if links > 0 else 0


def _closed(block: Block) -> Iterator[Block]:
    """Yield the block with its words, and begin it anew."""
    text = " ".join("".join(block.parts).replace("\u00ad", "").split())
    if text:
        yield Block(block.element, [], block.linked, block.row, text)
    block.parts, block.linked = [], 0


def _is_row(row: Any) -> bool:
    """Return whether a row of a table holds data, and is no means of layout."""
    cells = [cell for cell in row if tag_of(cell) in ("td", "th")]
    if len(cells) < 2 or any(True for _ in row.iter("table", "h1", "h2", "h3", "ul", "ol")):
        return False
    return all(len(" ".join("".join(cell.itertext()).split())) <= _WIDEST_CELL for cell in cells)


def _row(row: Any) -> Block:
    """Return a row of a table as one block, its cells separated by bars."""
    cells = []
    for cell in row:
        if tag_of(cell) in ("td", "th"):
            inline = all(tag_of(one) in INLINE and tag_of(one) != "br" for one in cell.iterdescendants())
            cells.append(" ".join(("" if inline else " ").join(cell.itertext()).split()))
    linked = sum(len("".join(link.itertext())) for link in row.iter("a"))
    return Block(row, [" | ".join(cell for cell in cells if cell)], linked, row=True)
