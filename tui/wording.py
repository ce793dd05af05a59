"""Two passages that share their wording, word by word: what only one of them has is set between signs, and in style."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.records import Change, Comparison, Link, Span
from tui.painting import Line, wrapped
from tui.panes.listing import RowsItem
from tui.text import clean

Diff = Callable[[str, str], Sequence[Change]]

ALIKE = 0.5
"""From which share of same words on a diff helps, whatever links the two."""
VERSIONS = 0.3
"""Share of common five-word runs from which on two articles are versions of one text (see Comparison)."""
SIGNS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
"""What stands before and after words that only the left, or only the right passage has (as wdiff writes them)."""


@dataclass(frozen=True, slots=True)
class DiffItem(RowsItem):
    """One passage with the words marked that the other has not; ``marks`` are (start, end, tone) in ``words``."""

    words: str
    marks: tuple[tuple[int, int, str], ...]

    @property
    def key(self) -> str:
        """The words."""
        return f"diff:{self.words}"

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        return wrapped(self.words, self.marks, max(4, width - 1))


def diff_items(link: Link, diff: Diff) -> tuple[DiffItem, DiffItem] | None:
    """Return both passages of a link with what differs marked; None where they share too little wording."""
    spans = own_words(link, diff)
    if spans is None:
        return None
    return _marked(link.a.text, spans[0], "deleted"), _marked(link.b.text, spans[1], "inserted")


def own_words(link: Link, diff: Diff) -> tuple[list[Span], list[Span]] | None:
    """Return where in each passage of a link words stand that the other has not; None where they share too little."""
    changes = diff(link.a.text, link.b.text)
    same = sum(change.a.end - change.a.start for change in changes if change.kind == "same")
    longer = max(len(link.a.text), len(link.b.text))
    if link.status != "wording" and (not longer or same < ALIKE * longer):
        return None
    left = [change.a for change in changes if change.kind in {"deleted", "replaced"}]
    right = [change.b for change in changes if change.kind in {"inserted", "replaced"}]
    return left, right


def changed_words(comparison: Comparison, diff: Diff) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where in the two documents words stand that the other's wording of the passage has not.

    Of two versions of one text all linked passages are looked at, else those in the same wording.
    """
    found: tuple[list[Span], list[Span]] = ([], [])
    for link in comparison.links:
        if link.status == "wording" or comparison.shared_wording >= VERSIONS:
            for spans, side, kept in zip(own_words(link, diff) or (), (link.a, link.b), found, strict=False):
                kept += [Span(side.span.start + start, side.span.start + end) for start, end in spans if end > start]
    return tuple(sorted(set(found[0]))), tuple(sorted(set(found[1])))


def _marked(text: str, spans: Sequence[tuple[int, int]], tone: str) -> DiffItem:
    """Return a passage with signs around the words at ``spans``."""
    before, after = SIGNS[tone]
    text = clean(text)
    words, marks, position = "", [], 0
    for start, end in spans:
        words += text[position:start]
        first = len(words)
        words += f"{before}{text[start:end]}{after}"
        marks.append((first, len(words), tone))
        position = end
    return DiffItem(words + text[position:], tuple(marks))
