"""A document as a scroll of wrapped rows, with a gutter, and marks laid over the words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from index.records import Document, Span
from tui.commands import Place
from tui.keyboard import PromptFocus
from tui.keymap import bindings
from tui.looks import tone
from tui.page import Page, Row, lay_out
from tui.panes.marks import Flag, Mark, front_matter, zone_marks
from tui.text import clean, clean_lines, fit, pad

MEASURE = 92
"""The widest row, in cells; longer ones tire the eye."""
LAYERS = ("zones", "claims", "links", "hits", "current")
"""Marks of a later layer lie over those of an earlier one."""


class Reader(PromptFocus, ScrollView, can_focus=True):
    """One document; scrolls, marks words, and lets the mouse select them."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.READER)
    ALLOW_SELECT = True

    @dataclass
    class Turned(Message):
        """The reader at the left (``by`` -1) or at the right (1) is asked for."""

        by: int

    class Scrolled(Message):
        """A person, or a jump, moved the text."""

        def __init__(self, reader: "Reader") -> None:
            super().__init__()
            self.reader = reader

        @property
        def control(self) -> "Reader":
            """The reader."""
            return self.reader

    class Opened(Scrolled):
        """Enter was pressed."""

    class LaidOut(Scrolled):
        """The rows were made anew, for another document or width."""

    def __init__(self, *, flags_wide: int = 0, **options: Any) -> None:
        super().__init__(**options)
        self.document: Document | None = None
        self.page = Page((), ())
        self.focus_span: Span | None = None
        """The passage in use: the last one jumped to."""
        self._text = ""
        self._layers: dict[str, tuple[Mark, ...]] = {}
        self._flags: tuple[Flag, ...] = ()
        self._flags_wide = flags_wide
        self._row_marks: Mapping[int, list[tuple[int, int, str]]] = {}
        self._row_flags: dict[int, tuple[Flag, str]] = {}
        self._unindexed = False
        """Whether marks or flags changed since their rows were found."""
        self._width = 0
        self._pending: Span | None = None
        self._folded = 0
        """Characters of front matter that are shown as one row; 0 when there is none, or it was asked for."""
        self._rows: LRUCache[int, Strip] = LRUCache(1024)

    def open(self, document: Document | None) -> None:
        """Show ``document`` from its beginning, without marks but for its zones."""
        self.document = document
        self.focus_span = None
        self._pending = None
        self._text = clean_lines(document.text) if document else ""
        self._layers = {"zones": tuple(zone_marks(document))} if document else {}
        self._flags = ()
        self._folded = front_matter(document) if document else 0
        self._lay_out()
        self.scroll_to(y=0, animate=False)

    def set_layer(self, name: str, marks: Iterable[Mark]) -> None:
        """Replace the marks of one layer of ``LAYERS``."""
        self._layers[name] = tuple(marks)
        self._index_marks()

    def set_flags(self, flags: Iterable[Flag]) -> None:
        """Replace the signs in the gutter; of two on one row the later one is shown."""
        self._flags = tuple(flags)
        self._index_marks()

    def show(self, span: Span | None, tone: str = "current") -> None:
        """Make ``span`` the passage in use: mark it and bring it into view."""
        self.focus_span = span
        self.set_layer("current", (Mark(span, tone),) if span and tone else ())
        if span is not None:
            self.bring(span)

    def bring(self, span: Span) -> None:
        """Scroll so that ``span`` stands in the upper part of the view; nothing moves when it is well in view."""
        if span.start < self._folded:
            self._folded = 0
            self._lay_out()
        if not self._width:
            self._pending = span
            return
        rows = self.page.rows_of(*span)
        height, top = self.size.height, round(self.scroll_y)
        if rows.start < top + 1 or rows.stop > top + height - 1:
            self.jump(rows.start - height // 3)

    def jump(self, row: int) -> None:
        """Put ``row`` at the top of the view, as far as the text allows."""
        self.scroll_to(y=max(0, min(row, len(self.page.rows) - self.size.height)), animate=False, force=True)

    @property
    def place(self) -> int:
        """The offset of the passage in use while it is in view, else of the first row in view."""
        span = self.focus_in_view or self.span_in_view
        return span.start

    @property
    def focus_in_view(self) -> Span | None:
        """The passage in use while it is in view."""
        top, span = round(self.scroll_y), self.focus_span
        return span if span and top <= self.page.row_at(span.start) < top + self.size.height else None

    @property
    def span_in_view(self) -> Span:
        """The characters in view."""
        top = round(self.scroll_y)
        rows = [row for row in self.page.rows[top : top + self.size.height] if row.line]
        return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)

    @property
    def line(self) -> int:
        """The line of the file, from 1, at ``place``."""
        return self._text.count("\n", 0, self.place) + 1

    def on_resize(self) -> None:
        """Wrap anew when the width changed, and keep the place."""
        if self.scrollable_content_region.width != self._width:
            place = self.place if self._width else 0
            self._lay_out()
            if self._pending is None and place:
                self.jump(self.page.row_at(place))
        if self._pending is not None:
            self.call_after_refresh(self._bring_pending)

    def _bring_pending(self) -> None:
        if self._pending is not None and self._width:
            span, self._pending = self._pending, None
            self.bring(span)

    @property
    def gutter_width(self) -> int:
        """Cells left of the words."""
        if self._flags_wide:
            return self._flags_wide + 2
        return len(str(self._text.count("\n") + 1)) + 2

    @property
    def columns(self) -> int:
        """How many cells of a row are for words."""
        return self._width - self.gutter_width - (2 if self._flags_wide else 1)

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        if not self._width:
            return
        # One cell stays free at the right, and one more where a box may close.
        room = self.columns
        self.page = lay_out(self._text, min(MEASURE, room), self._folded)
        self.virtual_size = Size(self._width, len(self.page.rows))
        self._index_marks()
        self.post_message(self.LaidOut(self))

    def _index_marks(self) -> None:
        """Have marks and flags found anew before the next row is painted: of several changes in a row only the last."""
        self._rows.clear()
        self._unindexed = True
        self.refresh()

    def _index(self) -> None:
        """Find the marks and flags of every row, layer over layer."""
        self._unindexed = False
        row_marks: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
        if self.page.rows:
            for layer in LAYERS:
                for mark in self._layers.get(layer, ()):
                    for row in self.page.rows_of(*mark.span):
                        row_marks[row].append((mark.span.start, mark.span.end, mark.tone))
            self._row_flags = {}
            for flag in self._flags:
                self._flag_rows(flag)
        self._row_marks = row_marks

    def _flag_rows(self, flag: Flag) -> None:
        rows = self.page.rows_of(*flag.span)
        for row in rows:
            if row in self._row_flags and not flag.boxed and row != rows.start:
                continue
            edge = "│" if len(rows) > 1 else "╶"
            if len(rows) > 1 and row == rows.start:
                edge = "╭"
            elif len(rows) > 1 and row == rows[-1]:
                edge = "╰"
            self._row_flags[row] = (flag, edge)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that the text moved."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def render_line(self, y: int) -> Strip:
        """Return one row of the screen."""
        row = y + self.scroll_offset.y
        if row >= len(self.page.rows):
            return Strip.blank(self.size.width, self.rich_style)
        if self._unindexed:
            self._index()
        selection = self.text_selection
        if selection is None and (strip := self._rows.get(row)) is not None:
            return strip
        strip = self._paint(row, selection)
        if selection is None:
            self._rows[row] = strip
        return strip

    def _paint(self, index: int, selection: Selection | None) -> Strip:
        """Return a row: gutter, words with their marks, blank to the edge."""
        row = self.page.rows[index]
        base = self.rich_style
        words = Strip(self._words(row, index, selection, base)).apply_offsets(0, index)
        gutter = Strip(self._gutter(row, index, base))
        flag = self._row_flags.get(index)
        strip = Strip.join([gutter, words])
        if flag is not None and flag[0].boxed:
            inner = min(self._width - 1, self.gutter_width + MEASURE + 1)
            edge = {"╭": "╮", "│": "│", "╰": "╯"}.get(flag[1], "╴")
            strip = Strip.join(
                [strip.adjust_cell_length(inner, base), Strip([Segment(edge, base + self._tone("box"))])]
            )
        return strip.adjust_cell_length(self._width, base)

    def _words(self, row: Row, index: int, selection: Selection | None, base: Style) -> list[Segment]:
        if row.start < row.end <= self._folded:
            lines = self._text.count("\n", 0, row.end)
            words = fit(f"▸ {lines} lines of front matter (Enter shows them)", self._width - 8)
            return [Segment(words, base + self._tone("dim"))]
        marks = [(start, end, self._tone(tone)) for start, end, tone in self._row_marks.get(index, ())]
        if selection is not None and (picked := selection.get_span(index)) is not None:
            first, last = picked
            end = row.end if last == -1 else min(row.end, row.start + last)
            marks.append((row.start + first, end, self.screen.get_component_rich_style("screen--selection")))
        edges = {row.start, row.end}
        for start, end, _ in marks:
            edges.update(edge for edge in (start, end) if row.start < edge < row.end)
        places = sorted(edges)
        segments = []
        for start, end in pairwise(places):
            style = base
            for first, last, mark in marks:
                if first <= start and end <= last:
                    style += mark
            segments.append(Segment(self._text[start:end], style))
        return segments or [Segment("", base)]

    def _gutter(self, row: Row, index: int, base: Style) -> list[Segment]:
        flag, edge = self._row_flags.get(index, (None, ""))
        style = base + self._tone(flag.tone if flag else "gutter")
        if self._flags_wide:
            sign = flag.sign if flag and edge in "╭╶" else ""
            bar = edge if flag and flag.boxed else ("│" if flag else " ")
            return [Segment(pad(sign, self._flags_wide), style), Segment(bar + " ", style)]
        digits = self.gutter_width - 2
        number = str(row.line) if row.first and row.line else ""
        sign = clean(flag.sign)[:1] if flag else " "
        return [
            Segment(number.rjust(digits), base + self._tone("gutter")),
            Segment(sign, style),
            Segment(" ", base),
        ]

    def _tone(self, name: str) -> Style:
        return tone(self.app, name)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words the mouse selected, as they stand in the document."""
        span = self.selected_span(selection)
        return (self._text[span.start : span.end], "\n") if span else None

    def selected_span(self, selection: Selection | None) -> Span | None:
        """Return the place of the words the mouse selected."""
        rows = self.page.rows
        if selection is None or not rows:
            return None
        first = selection.start.y if selection.start else 0
        last = min(selection.end.y if selection.end else len(rows) - 1, len(rows) - 1)
        start = min(rows[first].start + (selection.start.x if selection.start else 0), rows[first].end)
        end = min(rows[last].start + selection.end.x, rows[last].end) if selection.end else rows[last].end
        return Span(start, end) if start < end else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Show the selection."""
        self._rows.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget rows painted in the colours before."""
        super().notify_style_update()
        self._rows.clear()

    def action_down(self) -> None:
        """One row down."""
        self.jump(round(self.scroll_y) + 1)

    def action_up(self) -> None:
        """One row up."""
        self.jump(round(self.scroll_y) - 1)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self.jump(round(self.scroll_y) + self.size.height // 2)

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self.jump(round(self.scroll_y) - self.size.height // 2)

    def action_page_down(self) -> None:
        """One page down, a row of it kept."""
        self.jump(round(self.scroll_y) + self.size.height - 1)

    def action_page_up(self) -> None:
        """One page up, a row of it kept."""
        self.jump(round(self.scroll_y) - self.size.height + 1)

    def action_top(self) -> None:
        """To the beginning."""
        self.jump(0)

    def action_bottom(self) -> None:
        """To the end."""
        self.jump(len(self.page.rows))

    def action_left_side(self) -> None:
        """Ask for the left one of two readers."""
        self.post_message(self.Turned(-1))

    def action_right_side(self) -> None:
        """Ask for the right one of two readers."""
        self.post_message(self.Turned(1))

    def action_open(self) -> None:
        """Show front matter that is folded, or fold it again; tell that Enter was pressed."""
        front = front_matter(self.document) if self.document else 0
        if front and self.scroll_y == 0:
            self._folded = 0 if self._folded else front
            self._lay_out()
        self.post_message(self.Opened(self))
