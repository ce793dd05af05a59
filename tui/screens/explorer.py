"""The explorer: documents, results, reader or comparison, and claims, on one screen."""

from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from tui.background import Failed
from tui.chrome import HeaderLine, KeyLine
from tui.commands import BY_ID, Place
from tui.controllers.claiming import Claiming
from tui.controllers.comparing import Comparing
from tui.controllers.deciding import Deciding
from tui.controllers.decisions import Decisions
from tui.controllers.describing import Describing
from tui.controllers.desk import Commands
from tui.controllers.folder import Folder
from tui.controllers.navigation import Navigation
from tui.controllers.progress import phase_reporter
from tui.controllers.refining import Refining
from tui.controllers.reviewing import Reviewing
from tui.controllers.searching import Searching
from tui.controllers.taking import Taking
from tui.controllers.watching import Watching
from tui.keymap import bindings
from tui.panes.claims import ClaimsPane
from tui.panes.comparison import ComparisonPane
from tui.panes.documents import DocumentItem, DocumentsPane, UnreadableItem
from tui.panes.listing import Listing
from tui.panes.reader import Reader
from tui.panes.results import ResultsPane
from tui.panes.searchbar import SearchBar
from tui.screens.desk import DeskScreen
from tui.session import Session, Sessions

if TYPE_CHECKING:
    from index.corpus import Corpus

WIDTHS: list[tuple[int, str]] | None = [
    *[(0, "-narrow"), (100, "-medium"), (120, "-wide"), (160, "-huge"), (220, "-vast")],
]
"""From how many columns on the screen has which class."""
KEPT_EVERY = 60
"""Seconds after which the place is kept, so that a crash loses no more."""
HEIGHTS: list[tuple[int, str]] | None = [(0, "-short"), (20, "-tall")]


def fitting(breakpoints: list[tuple[int, str]] | None, size: int) -> str:
    """Return the class of the largest breakpoint that ``size`` reaches."""
    return max(one for one in breakpoints or [(0, "")] if one[0] <= size)[1]


class Explorer(DeskScreen):
    """The one screen on which everything happens; what is done there is the business of its controllers."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.EXPLORER)
    AUTO_FOCUS = "#documents"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, corpus: "Corpus", name: str, sessions: Sessions) -> None:
        super().__init__(corpus)
        self._sessions = sessions
        self.resumed = self._here = sessions.load()
        width, height = self.app.size
        # Known before the first frame, so that it is not laid out for another size and painted twice.
        self.add_class(fitting(WIDTHS, width), fitting(HEIGHTS, height))
        self._corpus_name = name
        self._quitting = Event()
        self._header = HeaderLine(id="header")
        self._decisions = Decisions(self, self)
        self.pairs = Comparing(self, self._decisions)
        self._claiming = Claiming(self, self.pairs, self._decisions)
        self._deciding = Deciding(self, self._claiming, self._decisions)
        self._searching = Searching(self)
        self.refining = Refining(self, self._searching, self._decisions)
        self._folder = Folder(self, self._header, self.pairs, self.call_later)
        self._watching = Watching(self, self.call_later, self._folder.refresh_and_say)
        self._folder.when_read = self._watching.start
        self.when_opened = self._claiming.mark
        self.commands = self._commands()

    def _commands(self) -> Commands:
        """Return what each command of the explorer does, by its id."""
        reviewing = Reviewing(self, self._claiming, self.pairs, self._decisions)
        describing = Describing(self, self._decisions, self._folder.refresh)
        self._decisions.read_again = self._folder.refresh
        navigation, taking = Navigation(self, self.pairs), Taking(self, self._folder.refresh)
        controllers = (
            *(self._searching, self.refining, self.pairs, self._claiming, self._deciding, self._decisions),
            *(reviewing, describing, navigation, taking, self._folder),
        )
        return {name: do for controller in controllers for name, do in controller.commands.items()}

    def compose(self) -> ComposeResult:
        """Compose the lines and the panes."""
        yield self._header
        yield SearchBar(self.corpus, lambda: self.go_to("results"), id="searchbar")
        with Horizontal(id="desk"):
            yield DocumentsPane(id="documents", classes="pane")
            with Vertical(id="middle"):
                yield ResultsPane(id="results", classes="pane")
                yield Reader(id="reader", classes="pane")
                yield ComparisonPane(self.corpus, id="comparison", classes="pane")
            yield ClaimsPane(self.corpus, id="claims", classes="pane")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show what is cached at once, then read the folder."""
        self._header.show(name_=self._corpus_name)
        self.results.show_result(None)
        self.corpus.watch_grouping(phase_reporter(self._header, self.call_later), self._quitting.is_set)
        self._folder.list_documents()
        self.call_after_refresh(self._folder.refresh)
        self.call_after_refresh(self._resume, self.resumed)
        self.set_interval(KEPT_EVERY, self._keep_session)

    def _resume(self, session: Session) -> None:
        """Go on with the search and in the pane in which the person left."""
        if session.query:
            self._searching.resume(session.query)
        if session.pane != "documents" and self.documents.entries:
            self.go_to(session.pane)

    def refresh_chrome(self) -> None:
        """Write the position and the keys anew, and note where the person is."""
        super().refresh_chrome()
        if self.is_mounted:
            self._note_session()

    def _note_session(self) -> None:
        self._here = Session(self.opened, self.reader.place, self.searchbar.input.value.strip(), self.at)

    def _keep_session(self) -> None:
        self._sessions.keep(self._here)

    def on_unmount(self) -> None:
        """Write what is still to be written, and end a grouping under way: quitting waits for its thread."""
        self._keep_session()
        self._quitting.set()
        self._watching.stop()
        self._decisions.close()

    def on_screen_suspend(self) -> None:
        """Show no keys that what lies over the panes would not take."""
        self.query_one(KeyLine).cover(True)

    def on_screen_resume(self) -> None:
        """Show the keys again."""
        self.query_one(KeyLine).cover(False)

    def action_command(self, command: str) -> None:
        """Do a command of the explorer."""
        self.commands[command]()

    async def action_perform(self, command: str) -> None:
        """Do what a command of the table does, asked for by the palette, the help or a click."""
        action = f"action_{BY_ID[command].action}"
        if self.focused is not None and hasattr(self.focused, action):
            await self.app.run_action(BY_ID[command].action, self.focused)
        elif command in self.commands:
            self.commands[command]()
        elif hasattr(self.app, action):
            await self.app.run_action(BY_ID[command].action, self.app)
        else:
            self.say(f"“{BY_ID[command].label}” works in {BY_ID[command].places[0]}.")

    def action_drop_filter(self, place: int) -> None:
        """Take one filter off; its chip was clicked."""
        self.refining.drop_filter(place)

    @on(Listing.Selected, "#documents")
    def _document_selected(self, event: Listing.Selected) -> None:
        event.stop()
        if isinstance(event.item, DocumentItem):
            self.open_document(event.item.entry.id, focus=True)
        elif isinstance(event.item, UnreadableItem):
            self.say(f"{event.item.file.id}: {event.item.file.message}", event.item.file.hint, severity="warning")

    @on(Listing.Highlighted, "#documents")
    def _document_highlighted(self, event: Listing.Highlighted) -> None:
        event.stop()
        if isinstance(event.item, DocumentItem) and self.documents.has_focus:
            self.open_document(event.item.entry.id)

    @on(Listing.Selected, "#results")
    def _result_selected(self, event: Listing.Selected) -> None:
        event.stop()
        self._searching.selected(event.item)

    @on(Listing.Highlighted, "#results")
    def _result_highlighted(self, event: Listing.Highlighted) -> None:
        event.stop()
        self._searching.highlighted(event.item)

    @on(SearchBar.Found)
    def _found(self, event: SearchBar.Found) -> None:
        event.stop()
        self._searching.found(event)
        self.refining.recount(event)

    @on(SearchBar.Left)
    def _left(self, event: SearchBar.Left) -> None:
        event.stop()
        self.go_to("results")

    @on(Input.Blurred)
    @on(Input.Submitted)
    def _kept(self, event: Input.Blurred | Input.Submitted) -> None:
        event.stop()

    @on(ClaimsPane.Chosen)
    def _claim_chosen(self, event: ClaimsPane.Chosen) -> None:
        event.stop()
        self._claiming.chosen(event)

    @on(ClaimsPane.Loaded)
    def _claims_loaded(self, event: ClaimsPane.Loaded) -> None:
        event.stop()
        self._claiming.mark()
        self.refresh_chrome()
        self._deciding.tell_decided()

    @on(ComparisonPane.Moved)
    def _link_moved(self, event: ComparisonPane.Moved) -> None:
        event.stop()
        self.pairs.moved()
        self._deciding.tell_decided()

    @on(Reader.Turned)
    def _turned(self, event: Reader.Turned) -> None:
        event.stop()
        self.pairs.turned(event.by)

    @on(Reader.Scrolled, "#reader")
    @on(Reader.Opened)
    @on(Reader.LaidOut)
    def _reader_moved(self, event: Reader.Scrolled) -> None:
        event.stop()
        self._note_session()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._header.show(progress="")
        self.fail(event.error)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane is in use."""
        widget = event.widget
        self.typing = widget is self.searchbar.input
        if self.typing:
            if self.at != "results":
                self.before_search = self.at
            self.arrive("results")
            return
        for pane in (self.documents, self.results, self.reader, self.comparison, self.claims):
            if widget is pane or pane in widget.ancestors:
                self.arrive("reader" if pane is self.comparison else pane.id or "reader")
                return
