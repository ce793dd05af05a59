"""Two passages that share their wording, word by word: what only one of them has is set between signs, and in style."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.records import Change, Link
from tui.painting import Line, wrapped
from tui.text import clean

Diff = Callable[[str, str], Sequence[Change]]

ALIKE = 0.5
"""From which share of same words on a diff helps, whatever links the two."""
SIGNS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
"""What stands before and after words that only the left, or only the right passage has (as wdiff writes them)."""


@dataclass(frozen=True, slots=True)
class DiffItem:
    """One passage with the words marked that the other has not; ``marks`` are (start, end, tone) in ``words``."""

    words: str
    marks: tuple[tuple[int, int, str], ...]

    @property
    def key(self) -> str:
        """The words."""
        return f"diff:{self.words}"

    @property
    def selectable(self) -> bool:
        """Nothing to choose."""
        return False

    def height(self, width: int) -> int:
        """Return how many rows the passage takes."""
        return len(self.lines(width)) if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        return wrapped(self.words, self.marks, max(4, width - 1))


def diff_items(link: Link, diff: Diff) -> tuple[DiffItem, DiffItem] | None:
    """Return both passages of a link with what differs marked; None where they share too little wording."""
    changes = diff(link.a.text, link.b.text)
    same = sum(change.a.end - change.a.start for change in changes if change.kind == "same")
    longer = max(len(link.a.text), len(link.b.text))
    if link.status != "wording" and (not longer or same < ALIKE * longer):
        return None
    left = [change.a for change in changes if change.kind in {"deleted", "replaced"}]
    right = [change.b for change in changes if change.kind in {"inserted", "replaced"}]
    return _marked(link.a.text, left, "deleted"), _marked(link.b.text, right, "inserted")


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
