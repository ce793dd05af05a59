"""The whole corpus as a grid: every article against every other, links and conflicts in each cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from index.records import Cell, DocumentEntry
from tui.commands import Place
from tui.keymap import bindings
from tui.looks import tone
from tui.painting import Run
from tui.panes.documents import about
from tui.signs import link_sign
from tui.text import cell_len, fit, pad, squeeze

HEAD = 2
"""Rows above the cells: numbers, then outlets or titles."""
NARROWEST, WIDEST = 8, 16
"""Cells that a column may take."""
LONGEST_NAME = 40
CONFLICT = link_sign("conflict")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a grid is laid out: cells of the names at the left and of each column, and how many fit.

    ``pitch`` is how many rows of the screen an article takes: two, with its outlet and date, where there is room.
    """

    names: int
    column: int
    columns: int
    rows: int
    pitch: int


def shape(width: int, height: int, count: int) -> Shape:
    """Return the layout of ``count`` articles in an area of ``width`` by ``height`` terminal cells."""
    names = max(6, min(LONGEST_NAME, width // 3))
    column = max(NARROWEST, min(WIDEST, (width - names) // max(1, count)))
    columns, pitch = max(1, min(count, (width - names) // column)), 2 if HEAD + 2 * count <= height else 1
    return Shape(names, column, columns, max(1, min(count, (height - HEAD) // pitch)), pitch)


class MatrixGrid(Widget, can_focus=True):
    """Rows and columns are the articles; a cursor stands on one pair. Only what is in view is painted."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.GRID)

    @dataclass
    class Moved(Message):
        """The cursor stands on another pair, or its counts are there."""

        a: DocumentEntry
        b: DocumentEntry
        cell: Cell | None

    class Opened(Moved):
        """The pair is to be compared."""

    def __init__(self, entries: Sequence[DocumentEntry], **options: Any) -> None:
        super().__init__(**options)
        self.entries = tuple(entries)
        self.cells: dict[tuple[str, str], Cell] = {}
        self.row, self.column = 0, min(1, len(entries) - 1)
        self.top = self.left = 0

    def fill(self, cells: Iterable[Cell]) -> None:
        """Take in the counts of some pairs."""
        for cell in cells:
            self.cells[cell.a, cell.b] = self.cells[cell.b, cell.a] = cell
        self.refresh()
        self._tell()

    @property
    def shape(self) -> Shape:
        """The layout at the size the grid has."""
        return shape(self.size.width, self.size.height, len(self.entries))

    @property
    def pair(self) -> tuple[DocumentEntry, DocumentEntry]:
        """The articles of the cell under the cursor: row, column."""
        return self.entries[self.row], self.entries[self.column]

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell and bring it into view; the diagonal, an article with itself, is no place."""
        if row == column:
            return
        self.row, self.column = row, column
        self._reveal()
        self._tell()

    def on_mount(self) -> None:
        """Tell where the cursor stands."""
        self._tell()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._reveal()

    def _reveal(self) -> None:
        if not self.size.area:
            return
        shown, last = self.shape, len(self.entries) - 1
        self.top = min(max(self.top, self.row - shown.rows + 1), self.row, max(0, last - shown.rows + 1))
        self.left = min(max(self.left, self.column - shown.columns + 1), self.column, max(0, last - shown.columns + 1))
        self.refresh()

    def _tell(self) -> None:
        a, b = self.pair
        self.post_message(self.Moved(a, b, self.cells.get((a.id, b.id))))

    def _step(self, rows: int, columns: int) -> None:
        last = len(self.entries) - 1
        row, column = max(0, min(last, self.row + rows)), max(0, min(last, self.column + columns))
        if row == column:
            # One further, over the diagonal; back by one where the grid ends there.
            row, column = row + (rows > 0) - (rows < 0), column + (columns > 0) - (columns < 0)
            if not (0 <= row <= last and 0 <= column <= last):
                row, column = row - 2 * ((rows > 0) - (rows < 0)), column - 2 * ((columns > 0) - (columns < 0))
        self.go(row, column)

    def render_line(self, y: int) -> Strip:
        """Return one row of the screen: the names of the columns, or an article's cells."""
        shown, base = self.shape, self.rich_style
        further, second = divmod(y - HEAD, shown.pitch)
        row = self.top + further
        outside = further >= shown.rows or row >= len(self.entries)
        columns = range(self.left, min(len(self.entries), self.left + shown.columns))
        if y < HEAD:
            runs = [self._corner(y, shown), *(self._heading(y, column, shown.column) for column in columns)]
        elif outside:
            return Strip.blank(self.size.width, base)
        elif second:
            runs = [(pad("   " + fit(about(self.entries[row]), shown.names - 4), shown.names), "dim")]
        else:
            runs = [self._article(row, shown), *(run for column in columns for run in self._cell(row, column, shown))]
        segments = [Segment(words, base + tone(self.app, name) if name else base) for words, name in runs]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _corner(self, y: int, shown: Shape) -> Run:
        count = len(self.entries)
        if y or (shown.rows >= count and shown.columns >= count):
            return (" " * shown.names, "")
        rows = f"↓{self.top + 1}–{self.top + shown.rows}"
        return (pad(f"{rows} →{self.left + 1}–{self.left + shown.columns} of {count}", shown.names), "dim")

    def _heading(self, y: int, column: int, cells: int) -> Run:
        entry = self.entries[column]
        words = str(entry.number) if y == 0 else squeeze(entry.metadata.outlet or entry.title)
        used = column == self.column
        return (pad(f" {fit(words, cells - 2)}", cells), ("key" if y == 0 else "heading") if used else "dim")

    def _article(self, row: int, shown: Shape) -> Run:
        entry = self.entries[row]
        words = f"{str(entry.number).rjust(len(str(len(self.entries))))} {squeeze(entry.title)}"
        return (pad(fit(words, shown.names - 1), shown.names), "heading" if row == self.row else "")

    def _cell(self, row: int, column: int, shown: Shape) -> list[Run]:
        used = (row, column) == (self.row, self.column)
        if row == column:
            return [(" " * shown.column, "")]
        cell = self.cells.get((self.entries[row].id, self.entries[column].id))
        links = "…" if cell is None else str(cell.links) if cell.links else "·"
        conflicts = f" {CONFLICT.sign}{cell.conflicts}" if cell is not None and cell.conflicts else ""
        blank = " " * max(0, shown.column - 1 - cell_len(links + conflicts))
        if used:
            return [(" ", ""), (f"{links}{conflicts}{blank}", "cursor")]
        return [
            (f" {links}", "dim" if cell is None or not cell.links else "shared"),
            (conflicts, CONFLICT.tone),
            (blank, ""),
        ]

    def notify_style_update(self) -> None:
        """Paint anew in other colours."""
        super().notify_style_update()
        self.refresh()

    def action_down(self) -> None:
        """One article down."""
        self._step(1, 0)

    def action_up(self) -> None:
        """One article up."""
        self._step(-1, 0)

    def action_left(self) -> None:
        """One article to the left."""
        self._step(0, -1)

    def action_right(self) -> None:
        """One article to the right."""
        self._step(0, 1)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self._step(max(1, self.shape.rows // 2), 0)

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self._step(-max(1, self.shape.rows // 2), 0)

    def action_page_down(self) -> None:
        """One page down."""
        self._step(self.shape.rows, 0)

    def action_page_up(self) -> None:
        """One page up."""
        self._step(-self.shape.rows, 0)

    def action_top(self) -> None:
        """To the first article."""
        self._step(-len(self.entries), 0)

    def action_bottom(self) -> None:
        """To the last article."""
        self._step(len(self.entries), 0)

    def action_open_pair(self) -> None:
        """Compare the pair under the cursor."""
        a, b = self.pair
        if a.id != b.id:
            self.post_message(self.Opened(a, b, self.cells.get((a.id, b.id))))

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that was clicked; a second click opens it."""
        shown = self.shape
        row, column = self.top + (event.y - HEAD) // shown.pitch, self.left + (event.x - shown.names) // shown.column
        inside = event.y >= HEAD and event.x >= shown.names and max(row, column) < len(self.entries)
        if inside and (row, column) == (self.row, self.column):
            self.action_open_pair()
        elif inside:
            self.go(row, column)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """One article down."""
        event.stop()
        self.action_down()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """One article up."""
        event.stop()
        self.action_up()
