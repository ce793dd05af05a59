"""The strip under two articles: which link is in use, what it is and why, and what the side out of view says."""

from collections.abc import Sequence
from typing import Any

from textual.content import Content
from textual.widgets import Static

from index.records import Side
from tui.keymap import Keymap
from tui.linking import LinkWalk, View
from tui.painting import Line, shortened, wrapped
from tui.signs import link_sign
from tui.text import cell_len, squeeze

Words = list[tuple[str, str]]
"""Runs of words, each with its style."""


class ReasonStrip(Static):
    """Says in as many rows as there are what there is to say; what does not fit is cut, never pushed out of view."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._why: Words = []
        self._other: Words = []

    @property
    def rows(self) -> int:
        """How many rows the strip may take: few where the screen is low, more where one side is out of view."""
        alone = self.screen.has_class("-narrow") or self.screen.has_class("-one-side")
        if self.screen.has_class("-short"):
            return 3 if alone else 1
        return 7 if alone else 2

    def say(self, why: Words, other: Words) -> None:
        """Show why the link in use is one, and below what the side that is out of view says."""
        self._why, self._other = why, other
        self._write()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._write()

    def _write(self) -> None:
        width = self.size.width
        if not width:
            return
        why, other = _rows(self._why, width), _rows(self._other, width) if self._other else []
        kept = min(len(why), max(self.rows - len(other), self.rows // 2 if other else self.rows))
        lines = [*cut(why, kept, width), *cut(other, self.rows - kept, width)]
        self.update(Content("\n").join(Content.assemble(*line) for line in lines))


def _rows(words: Words, width: int) -> list[Line]:
    text, marks = "", []
    for run, style in words:
        marks.append((len(text), len(text) + len(run), style))
        text += run
    return wrapped(text, marks, width)


def cut(lines: Sequence[Line], rows: int, width: int) -> list[Line]:
    """Return the first ``rows`` lines of ``width`` cells; the last one ends in an ellipsis when others follow."""
    if len(lines) <= rows or rows < 1:
        return list(lines[: max(0, rows)])
    *before, last = lines[:rows]
    full = sum(cell_len(words) for words, _ in last) >= width
    return [*before, shortened(last, width - 1) if full else (*last, ("…", ""))]


def why(walk: LinkWalk, keys: Keymap, *, state: str, decided: str, at: Side | None, other: Side | None) -> Words:
    """Return which link is in use, what it is, and why.

    ``at`` is a lone passage that was gone to, ``other`` the passage in use on the other side, with which it can be
    linked; ``state`` says what is unusual about the view, ``decided`` what was decided about the link's passages.
    """
    dim = (f" · {state}" if state else "", "dim")
    if at is not None or walk.view is View.ONLY_HERE:
        sides = next((one for one in (walk.alone(True), walk.alone(False)) if at in one), ())
        counted = f" {sides.index(at) + 1} of {len(sides)} passages" if at is not None and sides else ""
        letter = "B" if sides == walk.alone(True) else "A"
        link = (
            f" · {keys.shown('pin')} links it with {letter} line {other.line} “{squeeze(other.text)}”"
            if sides and other
            else ""
        )
        return [("· only here", "bold"), (counted, ""), dim, (link, "")]
    link_in_use = walk.link
    if link_in_use is None:
        words = (
            f"{keys.shown('next-item')} goes to the first link"
            if walk.links
            else "Nothing in these two links their passages."
        )
        return [(words, "dim"), dim]
    sign = link_sign(link_in_use.status)
    pinned = "pinned, " if link_in_use.pinned else ""
    values, reasons = values_first(link_in_use.reasons)
    return [
        (f"{walk.current + 1}{sign.sign} {pinned}{sign.word}", "bold"),
        (f" {squeeze(values)}" if values else "", ""),
        ("" if link_in_use.pinned else f" {link_in_use.score:.2f}", "dim"),
        dim,
        (f" · {squeeze(decided)}" if decided else "", "bold"),
        (f" · {squeeze('; '.join(reasons))}" if reasons else "", ""),
    ]


def values_first(reasons: Sequence[str]) -> tuple[str, list[str]]:
    """Return the values that differ, by which a narrow strip says the most, and the reasons without them."""
    for place, reason in enumerate(reasons):
        name, _, values = reason.partition(": ")
        if name.startswith("different ") and values:
            return values, [*reasons[:place], name, *reasons[place + 1 :]]
    return "", list(reasons)


def other_end(side: Side, *, left: bool) -> Words:
    """Return what the side that is out of view says."""
    return [(f"{'A' if left else 'B'} line {side.line} ", "bold"), (f"“{squeeze(side.text)}”", "")]
