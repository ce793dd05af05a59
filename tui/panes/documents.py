"""The list of documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.records import DocumentEntry, Unreadable
from tui.page import wrap
from tui.painting import Line, Run, shortened
from tui.panes.listing import Item, Listing
from tui.text import cell_len, fit, joined, squeeze

MARKED = "◆"
OPEN = "▸"


@dataclass(slots=True)
class ListState:
    """What all rows of the list share, so that ten thousand need not be made anew when one is marked."""

    digits: int = 1
    marked: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document: its number, marks and title, and below it what is known about it."""

    entry: DocumentEntry
    state: ListState

    @property
    def key(self) -> str:
        """The document's id."""
        return self.entry.id

    @property
    def selectable(self) -> bool:
        """Every document can be chosen."""
        return True

    def height(self, width: int) -> int:
        """Return two rows, title and outlet, date, words; three when the title is longer than a row."""
        room = width - self.state.digits - 3
        return (2 if cell_len(squeeze(self.entry.title)) <= room else 3) if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        marked, opened = self.entry.id in self.state.marked, self.entry.id in self.state.opened
        sign: Run = (MARKED, "mark") if marked else ((OPEN, "key") if opened else (" ", ""))
        lead = self.state.digits + 3
        title, room = squeeze(self.entry.title), width - lead
        tone = "title" if opened else ""
        pieces = [title[start:end] for start, end in wrap(title, 0, len(title), room)] or [""]
        if len(pieces) > 2:
            pieces = [pieces[0], fit(title[len(pieces[0]) :].lstrip(), room)]
        rows: list[Line] = [
            ((str(self.entry.number).rjust(self.state.digits) + " ", "number"), sign, (" ", ""), (pieces[0], tone)),
            *(((" " * lead, ""), (piece, tone)) for piece in pieces[1:]),
            ((" " * lead, ""), (fit(about(self.entry), room), "dim")),
        ]
        return rows


@dataclass(frozen=True, slots=True)
class UnreadableItem:
    """A file that could not be read, and why."""

    file: Unreadable

    @property
    def key(self) -> str:
        """The file's id, apart from those of documents."""
        return f"unreadable:{self.file.id}"

    @property
    def selectable(self) -> bool:
        """Choosing it tells the reason in full."""
        return True

    def height(self, width: int) -> int:
        """Return two rows: name and reason."""
        return 2 if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        return (
            shortened((("! ", "conflict"), (squeeze(self.file.id), "dim")), width),
            shortened((("  ", ""), (squeeze(self.file.message), "dim")), width),
        )


class DocumentsPane(Listing):
    """Every document of the corpus, with marks for the comparison; files that could not be read come last."""

    BORDER_TITLE = "1 Documents"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.entries: tuple[DocumentEntry, ...] = ()
        self.unreadable: tuple[Unreadable, ...] = ()
        self._state = ListState()

    def load(self, entries: tuple[DocumentEntry, ...], unreadable: tuple[Unreadable, ...] = ()) -> None:
        """Show these documents and files."""
        first = bool(entries) and not self.entries
        self.entries, self.unreadable = entries, unreadable
        self._state.digits = len(str(len(entries) or 1))
        items: list[Item] = [DocumentItem(entry, self._state) for entry in entries]
        self.set_items([*items, *(UnreadableItem(file) for file in unreadable)])
        if first:
            # Files that are not read are known before the documents are, and were listed alone.
            self.select_key(entries[0].id)

    def show_state(self, marked: Sequence[str], opened: Sequence[str]) -> None:
        """Show which documents are marked and which are open."""
        self._state.marked, self._state.opened = tuple(marked), tuple(opened)
        self.border_subtitle = f"{len(marked)} of 2 marked" if marked else None
        self.repaint()

    @property
    def current(self) -> str | None:
        """The id of the document under the cursor."""
        return self.item.entry.id if isinstance(self.item, DocumentItem) else None


def about(entry: DocumentEntry) -> str:
    """Return what is known about a document in one line: outlet, date, words."""
    known = entry.metadata
    return joined([squeeze(known.outlet or "") or None, known.published, f"{entry.words:,} words"])


def about_reading(entry: DocumentEntry) -> str:
    """Return what is known about a document, after what was uncertain when its file was read."""
    return joined([*(f"! {squeeze(notice).rstrip('.')}" for notice in entry.notices), about(entry)])


def heading(entry: DocumentEntry, cells: int) -> str:
    """Return number and title of a document in at most ``cells`` cells."""
    number = f"{entry.number} "
    return number + fit(squeeze(entry.title), cells - cell_len(number))
