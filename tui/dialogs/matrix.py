"""The matrix: the grid of all pairs, filled while they are compared, with the titles of the pair in use below."""

import time
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from index.counting import counted
from index.records import Cell, DocumentEntry
from tui.background import Background, Cancelled, Failed
from tui.dialogs.dialog import Dialog
from tui.panes.documents import about
from tui.panes.matrix import CONFLICT, HEAD, MatrixGrid
from tui.text import content, squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus

SHORT = 20
"""Rows of the screen under which each line below the grid is cut instead of wrapped."""
HEIGHTS: list[tuple[int, str]] | None = [(0, "-short"), (SHORT, "-tall")]
FILL_EVERY = 0.1
"""Seconds between two looks of the screen at what the thread has found."""
Pair = tuple[str, str]


class MatrixScreen(Background, Dialog[Pair]):
    """Ends with the pair to compare, or with None on Esc; the comparing of pairs ends with it."""

    AUTO_FOCUS = "MatrixGrid"
    VERTICAL_BREAKPOINTS = HEIGHTS
    FOOT = "grid"
    words: Mapping[str, str] = {"←↓↑→": "move"}
    labels: Mapping[str, str] = {"back": "close"}

    def __init__(self, corpus: "Corpus", entries: Sequence[DocumentEntry], at: Pair | None = None) -> None:
        """Show ``entries``, the cursor on the pair ``at``."""
        super().__init__()
        self.corpus = corpus
        self.entries = tuple(entries)
        self.known: tuple[Cell, ...] = ()
        """The cells found so far."""
        self._at = at
        self._found: list[Cell] = []
        self._lock = Lock()
        self._shown_at = 0.0

    def compose(self) -> ComposeResult:
        """Compose the grid, and the pair under it."""
        yield Static(id="matrix-title")
        yield MatrixGrid(self.entries, id="matrix-grid")
        yield Static(id="matrix-pair")

    def on_mount(self) -> None:
        """Fill the grid with what is known, else begin to compare."""
        self._progress(0, 0)
        ids = [entry.id for entry in self.entries]
        if self._at is not None and self._at[0] in ids and self._at[1] in ids:
            self.grid.go(ids.index(self._at[0]), ids.index(self._at[1]))
        # The corpus remembers what was compared before: only what a decision changed is compared again.
        self.ask("matrix", self._compare_all, self._done)

    def on_resize(self) -> None:
        """Let the pair stand right below a grid that does not fill the screen."""
        room = max(HEAD + 1, self.size.height - (5 if self.size.height < SHORT else 8))
        self.grid.styles.height = min(HEAD + 2 * len(self.entries), room)

    @property
    def grid(self) -> MatrixGrid:
        """The grid."""
        return self.query_one(MatrixGrid)

    def _compare_all(self, cancelled: Cancelled) -> tuple[Cell, ...]:
        """Compare all pairs, in a thread."""
        return self.corpus.matrix(self._heard, cancelled, self._hear)

    def _hear(self, cell: Cell) -> None:
        with self._lock:
            self._found.append(cell)

    def _heard(self, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._shown_at > FILL_EVERY:
            self._shown_at = now
            self.call_later(self._show_found, done, of)

    def _show_found(self, done: int, of: int) -> None:
        with self._lock:
            found, self._found = self._found, []
        self.known += tuple(found)
        self.grid.fill(found)
        self._progress(done, of)

    def _done(self, cells: tuple[Cell, ...]) -> None:
        self.known = cells
        self.grid.fill(cells)
        self._progress(len(cells), len(cells))

    def _progress(self, done: int, of: int) -> None:
        conflicts = sum(cell.conflicts > 0 for cell in self.known)
        words = f"{len(self.entries)} articles, every pair: links, {CONFLICT.sign} conflicts"
        if done < of:
            words += f" · comparing {done:,} of {of:,}"
        elif len(self.known) == len(self.entries) * (len(self.entries) - 1) // 2:
            words += f" · {counted(conflicts, 'pair')} with conflicts"
        else:
            words += " · reading"
        self.query_one("#matrix-title", Static).update(Content(words))

    @on(MatrixGrid.Moved)
    def _moved(self, event: MatrixGrid.Moved) -> None:
        event.stop()
        cell = event.cell
        if cell is None:
            number = "not compared yet"
        else:
            conflicts = f", {CONFLICT.sign} {cell.conflicts} in conflict" if cell.conflicts else ""
            links = f"{counted(cell.links, 'link')}{conflicts}" if cell.links else "no link"
            number = f"{links}, alike {cell.similarity:.2f}"
        self.query_one("#matrix-pair", Static).update(
            Content("\n").join([_named(event.a), _named(event.b), Content.styled(number, "bold")])
        )

    @on(MatrixGrid.Opened)
    def _opened(self, event: MatrixGrid.Opened) -> None:
        event.stop()
        self.dismiss((event.a.id, event.b.id))

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        """Say in place of the grid why there is none."""
        event.stop()
        self.grid.display = False
        self.query_one("#matrix-title", Static).update(content(event.error.message, "bold"))
        self.query_one("#matrix-pair", Static).update(content(event.error.hint))


def _named(entry: DocumentEntry) -> Content:
    return Content.assemble((f"{entry.number} ", "dim"), squeeze(entry.title), (f"  {about(entry)}", "dim"))
