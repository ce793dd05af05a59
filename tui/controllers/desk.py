"""The desk as its controllers see it: the panes, what is in use on them, and the ways to show things."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from index.errors import RednoteError
from index.records import DocumentEntry, Span
from tui.background import Cancelled
from tui.host import Host

if TYPE_CHECKING:
    from index.corpus import Corpus
    from tui.panes.claims import ClaimsPane
    from tui.panes.comparison import ComparisonPane
    from tui.panes.documents import DocumentsPane
    from tui.panes.listing import Item
    from tui.panes.reader import Reader
    from tui.panes.results import ResultsPane
    from tui.panes.searchbar import SearchBar
    from tui.session import Session
    from tui.walk import Walk

T = TypeVar("T")

Commands = Mapping[str, Callable[[], object]]
"""What a controller does: a command's id, and the function that does it."""


class Panes(Protocol):
    """The widgets on the desk."""

    @property
    def documents(self) -> "DocumentsPane":
        """The list of documents."""

    @property
    def results(self) -> "ResultsPane":
        """The results of the search."""

    @property
    def reader(self) -> "Reader":
        """The single reader."""

    @property
    def comparison(self) -> "ComparisonPane":
        """The two readers."""

    @property
    def claims(self) -> "ClaimsPane":
        """The claims sidebar."""

    @property
    def searchbar(self) -> "SearchBar":
        """The search line."""

    @property
    def active_reader(self) -> "Reader":
        """The reader that a command is about."""


class Desk(Panes, Protocol):
    """The panes and the state that they share."""

    corpus: "Corpus"
    opened: str | None
    """The id of the document in the reader."""
    marked: list[str]
    """The documents marked for a comparison, at most two."""
    walk: "Walk | None"
    """The walk through the hits of the search."""
    at: str
    """The pane in use."""
    resumed: "Session"
    """Where the person was the last time."""
    typing: bool
    """Whether the search line has the focus."""

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def comparing(self) -> bool:
        """Whether the reader is two readers."""

    @property
    def current(self) -> str | None:
        """The id of the document a command is about."""

    @property
    def reads_along(self) -> bool:
        """Whether a reader is in view beside the list in use, so that it can follow the cursor."""

    @property
    def narrow(self) -> bool:
        """Whether one pane fills the screen."""

    def entry(self, id_: str) -> DocumentEntry | None:
        """Return a document's row of the list."""

    def ask(self, group: str, job: Callable[[Cancelled], T], use: Callable[[T], None]) -> None:
        """Run a job in a thread and use its answer on the screen's thread."""

    def say(self, message: str, hint: str = "", *, severity: str = "information") -> None:
        """Tell the person something."""

    def fail(self, error: RednoteError) -> None:
        """Tell the person what did not work and what to do."""

    def choose(self, title: str, items: "Sequence[Item]", then: Callable[[Any], object], *, enter: str = ...) -> None:
        """Lay a list over the explorer and hand what was chosen to ``then``."""

    def open_document(self, id_: str, *, focus: bool = False) -> None:
        """Show a document in the reader, from its beginning."""

    def open_again(self) -> None:
        """Show the document in the reader as it is now."""

    def show_place(self, id_: str, span: Span, tone: str, *, focus: bool) -> None:
        """Show the exact words at ``span`` of a document."""

    def mark_hits(self) -> None:
        """Mark the places the search found in the readers."""

    def follow(self) -> None:
        """Let lists, claims and chrome follow what is in use."""

    def leave_comparison(self) -> None:
        """Go back to the single reader."""

    def go_to(self, pane: str) -> None:
        """Give a pane the focus, and in a narrow terminal the screen."""

    def refresh_chrome(self) -> None:
        """Write the position and the keys anew."""

    def set_class(self, add: bool, *class_names: str) -> object:
        """Add or remove classes of the desk, which its style sheet asks for."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call a function once the next frame is drawn."""
