"""The explorer: documents, results, reader or comparison, and claims, on one screen."""

import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from index.errors import RednoteError
from index.records import RefreshReport, Unreadable
from tui.background import Cancelled, Failed
from tui.chrome import HeaderLine, KeyLine
from tui.commands import BY_ID, Place
from tui.keymap import bindings
from tui.panes.claims import ClaimsPane
from tui.panes.comparison import ComparisonPane
from tui.panes.documents import DocumentItem, DocumentsPane, UnreadableItem
from tui.panes.listing import Listing
from tui.panes.reader import Reader
from tui.panes.results import ResultsPane
from tui.panes.searchbar import SearchBar
from tui.screens.refining import Refining
from tui.text import squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-medium"), (120, "-wide"), (160, "-huge")]
"""From how many columns on the screen has which class."""
HEIGHTS: list[tuple[int, str]] | None = [(0, "-short"), (20, "-tall")]

FIRST_LISTED = 0.5
"""Seconds between the first two lists that are shown while a folder is read."""


def fitting(breakpoints: list[tuple[int, str]] | None, size: int) -> str:
    """Return the class of the largest breakpoint that ``size`` reaches."""
    return max(one for one in breakpoints or [(0, "")] if one[0] <= size)[1]


class Explorer(Refining):
    """The one screen on which everything happens."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.EXPLORER)
    AUTO_FOCUS = "#documents"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, corpus: "Corpus", name: str) -> None:
        super().__init__(corpus)
        width, height = self.app.size
        # Known before the first frame, so that it is not laid out for another size and painted twice.
        self.add_class(fitting(WIDTHS, width), fitting(HEIGHTS, height))
        self._corpus_name = name
        self._before_search = "documents"
        self._quitting = Event()

    def compose(self) -> ComposeResult:
        """Compose the lines and the panes."""
        yield HeaderLine(id="header")
        yield SearchBar(self.corpus, id="searchbar")
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
        self.query_one(HeaderLine).show(name_=self._corpus_name)
        self.results.show_result(None)
        self.corpus.watch_grouping(self.phase_reporter(), self._quitting.is_set)
        self._list()
        self.call_after_refresh(self.action_refresh)

    def on_unmount(self) -> None:
        """End a grouping under way, for quitting waits for its thread."""
        self._quitting.set()

    def _list(self) -> None:
        """Show the list of documents; open the first one when none is open."""
        try:
            entries, unreadable = self.corpus.documents(), self.corpus.unreadable()
        except RednoteError as error:
            self.fail(error)
            return
        self.documents.load(entries, unreadable)
        counted = f"{len(entries):,} {'document' if len(entries) == 1 else 'documents'}"
        if unreadable:
            counted += f" · ! {len(unreadable):,} unreadable"
        self.query_one(HeaderLine).show(counted=counted if entries or unreadable else "")
        ids = {entry.id for entry in entries}
        self.marked = [id_ for id_ in self.marked if id_ in ids]
        if self.opened not in ids and entries:
            if self.opened is not None and not self.comparing:
                self._say_gone(self.opened, unreadable)
            self.opened = None
            self.open_document(entries[0].id)

    def _say_gone(self, id_: str, unreadable: Sequence[Unreadable]) -> None:
        """Tell the person why another article takes the place of the one that was read."""
        problem = next((file.message for file in unreadable if file.id == id_), None)
        if problem is not None:
            self.say(f"“{id_}” can no longer be read: {problem}", severity="warning")
        else:
            self.say(f"“{id_}” is no longer in the folder.", severity="warning")

    def on_screen_suspend(self) -> None:
        """Show no keys that what lies over the panes would not take."""
        self.query_one(KeyLine).cover(True)

    def on_screen_resume(self) -> None:
        """Show the keys again."""
        self.query_one(KeyLine).cover(False)

    def action_refresh(self) -> None:
        """Read the folder and index what changed; what is read meanwhile is listed, ever less often."""
        report = self.phase_reporter()
        listed, due, pause = 0, 0.0, FIRST_LISTED

        def tell(what: str, done: int, of: int) -> None:
            nonlocal listed, due, pause
            report(what, done, of)
            now = time.monotonic()
            if what.startswith("reading") and listed < done < of and now >= due:
                listed, due, pause = done, now + pause, 2 * pause
                self.call_later(self._list)

        def job(cancelled: Cancelled) -> RefreshReport:
            return self.corpus.refresh(tell, cancelled)

        self.ask("refresh", job, self._refreshed)

    def _refreshed(self, report: RefreshReport) -> None:
        self.query_one(HeaderLine).show(progress="")
        if not report.anything:
            self._list()
            return
        opened = self.opened
        self._list()
        if opened is not None and opened == self.opened:
            self._load(opened, None, "")
        self.compare_anew()
        shown = self.comparison.wanted if self.comparing else None
        self.claims.follow(shown or ((opened,) if opened else ()), again=True)
        if self.searchbar.input.value.strip():
            self.searchbar.run()

    async def action_perform(self, command: str) -> None:
        """Do what a command of the table does, asked for by the palette, the help or a click."""
        action = BY_ID[command].action
        owners = (self.focused, self, self.app)
        owner = next((node for node in owners if node is not None and hasattr(node, f"action_{action}")), None)
        if owner is None:
            self.say(f"“{BY_ID[command].label}” works in {BY_ID[command].places[0]}.")
        else:
            await self.app.run_action(action, owner)

    def action_documents_pane(self) -> None:
        """Go to the documents."""
        self.go_to("documents")

    def action_results_pane(self) -> None:
        """Go to the results."""
        self.go_to("results")

    def action_reader_pane(self) -> None:
        """Go to the reader; in a comparison, to its other side when already there."""
        if self.comparing and self.at == "reader":
            (self.comparison.left if self.comparison.right.has_focus else self.comparison.right).focus()
        else:
            self.go_to("reader")

    def action_claims_pane(self) -> None:
        """Go to the claims."""
        self.go_to("claims")

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """Go to the previous pane."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        stops: list[Any] = [self.documents]
        if self.walk is not None:
            stops.append(self.results)
        stops += [self.comparison.left, self.comparison.right] if self.comparing else [self.reader]
        stops.append(self.claims.listing)
        here = stops.index(self.focused) if self.focused in stops else (0 if by > 0 else 1)
        target = stops[(here + by) % len(stops)]
        names = {self.documents: "documents", self.results: "results", self.claims.listing: "claims"}
        self._arrive(names.get(target, "reader"))
        if target is self.comparison.right:
            self.add_class("-right-side")
        target.focus()

    def action_zoom(self) -> None:
        """Give the pane in use the whole screen; of a comparison, then one side alone; then give it back."""
        others = {name for name in self.classes if name not in {"-zoomed", "-one-side"}}
        wanted = {"-zoomed"}
        if self.has_class("-zoomed"):
            sides = self.comparing and self.at == "reader" and not self.has_class("-narrow")
            wanted = {"-zoomed", "-one-side"} if sides and not self.has_class("-one-side") else set()
        self.set_classes(others | wanted)
        self.refresh_chrome()

    def action_change_view(self) -> None:
        """Show the next selection of the pane in use."""
        if self.at == "results":
            self.searchbar.next_sort()
            self.say(f"Results by {self.searchbar.sort}.")
        elif self.at == "reader" and self.comparing:
            self.comparison.next_view()
        else:
            self.claims.next_kind()

    def action_back(self) -> None:
        """One step back; never quits."""
        if self.typing:
            self.go_to("results" if self.walk is not None else self._before_search)
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed", "-one-side")
        elif self.has_class("-narrow") and self.at != "documents":
            self._narrow_back()
        elif self.comparing and self.from_matrix:
            self.back_to_matrix()
        elif self.comparing:
            self.leave_comparison()
            self.go_to("reader")
        elif self.walk is not None:
            self.searchbar.clear()
            self.go_to("documents" if self.at == "results" else self.at)
        elif self.at != "documents":
            self.go_to("documents")
        else:
            self.say("This is the first screen.", f"{self.explorer.keymap.shown('quit')} quits.")

    def _narrow_back(self) -> None:
        """One step back where one pane fills the screen: from the reader to where it was opened from."""
        if self.at == "reader" and self.comparing and self.from_matrix:
            self.back_to_matrix()
        elif self.at == "reader" and self.comparing:
            self.leave_comparison()
            self.go_to("documents")
        elif self.at == "results":
            self.searchbar.clear()
            self.go_to("documents")
        else:
            self.go_to("results" if self.walk is not None else "documents")

    def action_copy(self) -> None:
        """Copy the selected words, or the passage in use, with their source."""
        from tui.taking import citation, passage_at

        reader = self.active_reader
        document = reader.document
        if document is None:
            return
        span = reader.selected_span(reader.text_selection) or passage_at(document, reader.place)
        entry = next((entry for entry in self.documents.entries if entry.id == document.id), None)
        text = citation(document, entry, span)
        self.app.copy_to_clipboard(text)
        self.say("Copied with its source:", text.split("\n")[0][:80])

    def action_edit(self) -> None:
        """Open the document in use in the person's editor."""
        import subprocess

        from tui.taking import editor_command

        reader = self.active_reader
        entry = next((e for e in self.documents.entries if reader.document and e.id == reader.document.id), None)
        if entry is None:
            return
        command = editor_command(self.corpus.settings.editor, Path(entry.path), reader.line)
        if not command:
            self.say("No editor is known.", "Set EDITOR, or editor in the settings file.", severity="warning")
            return
        try:
            with self.app.suspend():
                subprocess.run(command, check=False)
        except OSError as problem:
            self.say(f"The editor did not start: {problem}", "Set EDITOR, or editor in the settings.", severity="error")
        except Exception as problem:  # SuspendNotSupported: in a browser, or in tests
            self.say(f"The editor cannot take the screen: {squeeze(str(problem))}", severity="warning")
        self.action_refresh()

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

    @on(Reader.Scrolled, "#reader")
    @on(Reader.Opened)
    @on(Reader.LaidOut)
    def _reader_moved(self, event: Reader.Scrolled) -> None:
        event.stop()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self.query_one(HeaderLine).show(progress="")
        self.fail(event.error)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane is in use."""
        widget = event.widget
        self.typing = widget is self.searchbar.input
        if self.typing:
            if self.at != "results":
                self._before_search = self.at
            self._arrive("results")
            return
        for pane in (self.documents, self.results, self.reader, self.comparison, self.claims):
            if widget is pane or pane in widget.ancestors:
                self._arrive("reader" if pane is self.comparison else pane.id or "reader")
                return
