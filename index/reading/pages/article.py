"""Which blocks of a page are its article.

The article is the element whose blocks score best in sum: prose counts for it, menus, teasers and links against it
(after Pasternack and Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation", WWW 2009, over
the tree in place of the sequence). A text in two parts with an advertisement between them is thus found whole: what
holds both scores more than either.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from index.english import words
from index.reading.pages.blocks import Block, blocks_of
from index.reading.pages.tree import names_of, tag_of
from index.records import ZoneKind
from index.zones import weight

_MOST = 0.85
"""The share of the best score that a smaller element may have and still be taken in place of the best one."""
_HEADLINE = re.compile(r"[\W_]+")
_LONG_PARAGRAPH = 160
_HEAD_LINES = 12


@dataclass(frozen=True, slots=True)
class Article:
    """The blocks of the article, and whether a good part of the page's running text was left out."""

    blocks: tuple[Block, ...]
    left_out: float = 0.0
    """The share of the page's long paragraphs that is in no block."""
    head: tuple[str, ...] = ()
    """The short lines between the headline and the text, which may name the author and the day."""


def find_article(tree: Any, title: str = "") -> Article:
    """Return the article of a pruned page; ``title`` is what the page says its headline is."""
    blocks = list(blocks_of(tree))
    if not blocks:
        return Article(())
    scores = _scores(blocks)
    root = _marked(tree, blocks, title)
    if root is None:
        root = _best(scores, tree)
    taken = _inside(blocks, root)
    taken = _with_neighbours(blocks, taken, root)
    kept = _trimmed(taken, title)
    long_ones = [block for block in blocks if block.prose and len(block.text) >= _LONG_PARAGRAPH]
    inside = {id(block) for block in kept}
    total = sum(block.prose for block in long_ones)
    missed = sum(block.prose for block in long_ones if id(block) not in inside)
    return Article(tuple(kept), missed / total if total else 0.0, _head(blocks, kept, title))


def _head(blocks: Sequence[Block], kept: Sequence[Block], title: str) -> tuple[str, ...]:
    """Return the short lines that stand between the headline and the first paragraph of the article."""
    first = next((block for block in kept if block.prose), None)
    at = next((number for number, block in enumerate(blocks) if block is first), len(blocks))
    begin = max(0, at - _HEAD_LINES)
    for number in range(at - 1, begin - 1, -1):
        if blocks[number].kind is ZoneKind.HEADING and title and _fold(blocks[number].text) in _fold(title):
            begin = number + 1
            break
    return tuple(block.text for block in blocks[begin:at] if len(block.text) <= _LONG_PARAGRAPH)


def _scores(blocks: Sequence[Block]) -> dict[Any, float]:
    """Return the sum of the scores of the blocks in each element."""
    scores: dict[Any, float] = {}
    for block in blocks:
        element, score = block.element, block.score
        while element is not None:
            scores[element] = scores.get(element, 0.0) + score
            element = element.getparent()
    return scores


def _inside(blocks: Iterable[Block], root: Any) -> list[Block]:
    return [
        block for block in blocks if block.element is root or any(one is root for one in block.element.iterancestors())
    ]


def _marked(tree: Any, blocks: Sequence[Block], title: str) -> Any:
    """Return the element that the page marks as its one article, where it holds text; else None."""
    marked = [one for one in tree.iter() if "articlebody" in (one.get("itemprop") or "").lower()]
    articles = [one for one in tree.iter("article") if not any(tag_of(up) == "article" for up in one.iterancestors())]
    for found in (marked, articles):
        holding = [one for one in found if _prose(_inside(blocks, one)) > 0]
        if len(holding) > 1:
            titled = [one for one in holding if title and _has_headline(blocks, one, title)]
            holding = titled if len(titled) == 1 else holding
        if len(holding) != 1:
            continue
        inside, whole = _prose(_inside(blocks, holding[0])), _prose(blocks)
        headed = bool(title) and _has_headline(blocks, holding[0], title)
        if inside >= 0.5 * whole or (headed and inside >= 0.15 * whole):
            # Within a marked article the best part is looked for, for shares and teasers stand in it too.
            return holding[0]
    return None


def _prose(blocks: Iterable[Block]) -> float:
    return sum(block.prose for block in blocks)


def _has_headline(blocks: Sequence[Block], element: Any, title: str) -> bool:
    wanted = _fold(title)
    return any(
        _fold(block.text) in wanted
        for block in _inside(blocks, element)
        if block.kind is ZoneKind.HEADING and len(block.text) >= 12
    )


def _best(scores: dict[Any, float], tree: Any) -> Any:
    """Return the element with the best score; the deepest one that has nearly as much."""
    best = max(scores, key=lambda element: (scores[element], _depth(element)))
    if scores[best] <= 0:
        return tree
    while True:
        inner = [child for child in best if scores.get(child, 0.0) >= _MOST * scores[best]]
        if not inner or tag_of(inner[0]) in ("p", "li", "tr", "td"):
            return best
        best = inner[0]


def _depth(element: Any) -> int:
    return sum(1 for _ in element.iterancestors())


def _with_neighbours(blocks: Sequence[Block], taken: list[Block], root: Any) -> list[Block]:
    """Return the blocks taken with prose that stands beside them and is part of the same text: a lede, a last part."""
    inside = {id(block) for block in taken}
    if not any(block.prose for block in taken):
        return taken
    beside: set[int] = set()
    for sibling in [one for up in (root, root.getparent()) if up is not None for one in _siblings(up)]:
        theirs = _inside(blocks, sibling)
        prose = _prose(theirs)
        whole = sum(weight(block.text) for block in theirs)
        alike = names_of(sibling) and names_of(sibling) == names_of(root)
        if prose >= 0.8 * max(1, whole) and (prose >= _LONG_PARAGRAPH or alike or (tag_of(sibling) == "p" and prose)):
            beside |= {id(block) for block in theirs}
    return [block for block in blocks if id(block) in inside or id(block) in beside]


def _siblings(element: Any) -> list[Any]:
    parent = element.getparent()
    return [one for one in parent if one is not element] if parent is not None else []


def _trimmed(blocks: Sequence[Block], title: str) -> list[Block]:
    """Return the blocks without runs of links, lines of the site before and behind the text, and empty headings."""
    repeats = Counter(block.text for block in blocks if not block.prose)
    kept = [block for block in blocks if block.row or not (_is_link(block) or _is_mark(block, repeats))]
    prose = [number for number, block in enumerate(kept) if block.prose or block.row]
    if prose:
        first, last = prose[0], prose[-1]
        headings = [
            block for block in kept[:first] if block.kind is ZoneKind.HEADING and _fold(block.text) != _fold(title)
        ]
        before = [block for block in kept[:first] if block.kind is ZoneKind.HEADING and block not in headings]
        kept = [*before[-1:], *headings[-1:], *kept[first : last + 1]]
    while kept and kept[-1].kind is ZoneKind.HEADING:
        kept.pop()
    return [
        block
        for number, block in enumerate(kept)
        if not (block.kind is ZoneKind.HEADING and number + 1 < len(kept) and _heads_nothing(block, kept[number + 1]))
    ]


def _is_link(block: Block) -> bool:
    """Return whether a block is a link to something else, and no sentence with a link in it."""
    return block.link_density > 0.9 or (block.link_density > 0.6 and not block.prose)


def _is_mark(block: Block, repeats: Counter[str]) -> bool:
    """Return whether a block is a byline, a day, or words that the page repeats, and no paragraph."""
    if block.prose >= _LONG_PARAGRAPH or block.kind is ZoneKind.HEADING:
        return False
    if not block.prose and repeats[block.text] >= 3:
        return True
    for element in (block.element, block.element.getparent()):
        if element is not None and tag_of(element) in ("div", "p", "span", "ul", "li", "address", "header", "time"):
            names = names_of(element)
            if names & (words("page-bylines") | words("page-dates")) and not names & words("page-text"):
                return True
    return False


def _fold(text: str) -> str:
    return _HEADLINE.sub("", text.casefold())


def _heads_nothing(heading: Block, below: Block) -> bool:
    """Return whether a heading is followed by one of its own rank or above."""
    if below.kind is not ZoneKind.HEADING or tag_of(heading.element) == "h1":
        return False
    return tag_of(below.element) < tag_of(heading.element)
