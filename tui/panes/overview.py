"""A narrow strip beside a reader: where in its text links, conflicts and lone passages lie, and what is in view."""

from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.looks import tone

IN_USE = "◀"
_WEIGHT = {"≠": 3, "=": 2, "≈": 2, "“": 2, "≡": 2, "~": 1}


class Overview(Widget):
    """Two cells wide: a sign for each stretch of the text, and beside it what is in view, and the passage in use."""

    class Clicked(Message):
        """A place of the text was clicked; ``part`` is between 0 and 1."""

        def __init__(self, overview: "Overview", part: float) -> None:
            super().__init__()
            self.overview = overview
            self.part = part

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._rows = 1
        self._signs: list[tuple[int, int, str, str]] = []
        self._view = (0, 0)
        self._in_use = range(0)

    def set_map(self, rows: int, signs: list[tuple[int, int, str, str]], in_use: range) -> None:
        """Show a text of ``rows`` rows with ``signs``: (first row, row after the last, sign, tone).

        ``in_use`` are the rows of the passage in use.
        """
        self._rows, self._signs, self._in_use = max(1, rows), signs, in_use
        self.refresh()

    def set_view(self, top: int, height: int) -> None:
        """Show which rows are in view."""
        if self._view != (top, top + height):
            self._view = (top, top + height)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row of the strip."""
        height = max(1, min(self.size.height, self._rows))
        if y >= height:
            return Strip.blank(self.size.width, self.rich_style)
        first, last = y * self._rows // height, max((y + 1) * self._rows // height, y * self._rows // height + 1)
        here = [(sign, tone) for start, end, sign, tone in self._signs if start < last and end > first]
        sign, tone = max(here, key=lambda one: _WEIGHT.get(one[0], 0), default=(" ", "dim"))
        seen = first < self._view[1] and last > self._view[0]
        used = first < self._in_use.stop and last > self._in_use.start
        base = self.rich_style
        beside, toned = (IN_USE, "box") if used else ("▐" if seen else " ", "gutter")
        return Strip(
            [Segment(sign, base + self._tone(tone)), Segment(beside, base + self._tone(toned))]
        ).adjust_cell_length(self.size.width, base)

    def _tone(self, name: str) -> Style:
        return tone(self.app, name)

    def on_click(self, event: events.Click) -> None:
        """Ask for the place that was clicked."""
        self.post_message(self.Clicked(self, event.y / max(1, min(self.size.height, self._rows))))
