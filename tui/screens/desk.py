"""The desk: the panes, the articles in use, and the way to an exact place."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.screen import Screen

from index.errors import RednoteError
from index.records import Document, DocumentEntry, Span
from tui.background import Background
from tui.chrome import HeaderLine, KeyLine
from tui.dialogs.listdialog import ListDialog
from tui.host import Host, host_of
from tui.offers import any_of
from tui.panes.claims import ClaimsPane
from tui.panes.comparison import ComparisonPane
from tui.panes.documents import DocumentsPane, about_reading
from tui.panes.listing import Item
from tui.panes.marks import Mark
from tui.panes.reader import Reader
from tui.panes.results import ResultsPane
from tui.panes.searchbar import SearchBar
from tui.session import Session
from tui.text import content, squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus
    from tui.walk import Walk


class DeskScreen(Background, Screen[None]):
    """The panes and the state they share: the article in the reader, the marked ones, the walk through the hits."""

    COMPONENT_CLASSES: ClassVar[set[str]] = Screen.COMPONENT_CLASSES

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(classes="-at-documents")
        self.corpus = corpus
        self.opened: str | None = None
        self.marked: list[str] = []
        self.walk: Walk | None = None
        self.at = "documents"
        self.typing = False
        self.before_search = "documents"
        self.resumed = Session()
        """Where the person was the last time."""
        self.when_opened: Callable[[], object] = lambda: None
        """Called when another document, or another version of it, is in the reader."""

    @property
    def host(self) -> Host:
        """The app."""
        return host_of(self)

    @property
    def narrow(self) -> bool:
        """Whether one pane fills the screen."""
        return self.has_class("-narrow")

    @property
    def documents(self) -> DocumentsPane:
        """The list of documents."""
        return self.query_one(DocumentsPane)

    @property
    def results(self) -> ResultsPane:
        """The results of the search."""
        return self.query_one(ResultsPane)

    @property
    def reader(self) -> Reader:
        """The single reader."""
        return self.query_one("#reader", Reader)

    @property
    def comparison(self) -> ComparisonPane:
        """The two readers."""
        return self.query_one(ComparisonPane)

    @property
    def claims(self) -> ClaimsPane:
        """The claims sidebar."""
        return self.query_one(ClaimsPane)

    @property
    def searchbar(self) -> SearchBar:
        """The search line."""
        return self.query_one(SearchBar)

    @property
    def comparing(self) -> bool:
        """Whether the reader is two readers."""
        return self.has_class("-comparing")

    @property
    def current(self) -> str | None:
        """The id of the document a command is about: under the cursor of the list in use, else in the reader."""
        if self.at == "documents" and not self.typing and self.documents.current:
            return self.documents.current
        if self.comparing and self.comparison.active.document is not None:
            return self.comparison.active.document.id
        return self.opened

    @property
    def active_reader(self) -> Reader:
        """The reader that a command is about."""
        return self.comparison.active if self.comparing else self.reader

    @property
    def reads_along(self) -> bool:
        """Whether a reader is in view beside the list in use, so that it can follow the cursor."""
        shown = self.comparison if self.comparing else self.reader
        return shown.region.area > 0

    def say(self, message: str, hint: str = "", *, severity: str = "information") -> None:
        """Tell the person something, in words that are never read as markup."""
        between = " " if message.endswith((".", ":", "!", "?")) else " · "
        words = squeeze(f"{message}{between}{hint}" if hint else message)
        if severity != "information":
            words = f"! {words}"
        self.host.notify(words, severity=severity, markup=False, timeout=6)

    def fail(self, error: RednoteError) -> None:
        """Tell the person what did not work and what to do."""
        self.say(error.message, error.hint, severity="error")

    def open_document(self, id_: str, *, focus: bool = False) -> None:
        """Show a document in the reader, from its beginning; with ``focus`` go there."""
        if focus:
            self.leave_comparison()
            self.go_to("reader")
        if id_ == self.opened or self.comparing:
            return
        self._load(id_, None, "")

    def open_again(self) -> None:
        """Show the document in the reader as it is now."""
        if self.opened is not None:
            self._load(self.opened, None, "")

    def entry(self, id_: str) -> DocumentEntry | None:
        """Return a document's row of the list; None when it is not listed."""
        return next((entry for entry in self.documents.entries if entry.id == id_), None)

    def show_place(self, id_: str, span: Span, tone: str, *, focus: bool) -> None:
        """Show the exact words at ``span`` of a document, in the side of the comparison that has it, or the reader."""
        if self.comparing:
            for side in (self.comparison.left, self.comparison.right):
                if side.document is not None and side.document.id == id_:
                    side.show(span, tone)
                    if focus:
                        side.focus()
                    return
            if not focus:
                return
            self.leave_comparison()
        if focus:
            self.go_to("reader")
        if id_ == self.opened and self.reader.document is not None:
            self.reader.show(span, tone)
            self.mark_hits()
            self.refresh_chrome()
        else:
            self._load(id_, span, tone)

    def _load(self, id_: str, span: Span | None, tone: str) -> None:
        """Read a document in a thread, then show it."""

        def use(document: Document) -> None:
            self.opened = id_
            self.reader.open(document)
            entry = self.entry(id_)
            self.reader.border_title = content(f"3 Reader · {squeeze(entry.title) if entry else id_}")
            self.reader.border_subtitle = content(about_reading(entry)) if entry else None
            if span is not None:
                self.reader.show(span, tone)
            elif id_ == self.resumed.document:
                self.reader.bring(Span(self.resumed.place, self.resumed.place + 1))
                self.resumed = Session()
            self.mark_hits()
            self.when_opened()
            self.follow()

        self.ask("open", lambda _cancelled: self.corpus.document(id_), use)

    def mark_hits(self) -> None:
        """Mark the places the search found in the document in the reader, the passage in use most of all."""
        if self.walk is None:
            for reader in (self.reader, self.comparison.left, self.comparison.right):
                reader.set_layer("hits", ())
            return
        for reader in (self.reader, self.comparison.left, self.comparison.right):
            shown = reader.document.id if reader.document else None
            hit = next((hit for hit in self.walk.result.hits if hit.document.id == shown), None)
            matches = [match for passage in hit.passages for match in passage.matches] if hit else []
            reader.set_layer("hits", (Mark(m.span, "alias" if m.how == "alias" else "hit") for m in matches))
        at = self.walk.at
        if at is not None and at.document == self.opened and self.reader.focus_span == at.span:
            self.reader.set_layer("current", (Mark(match.span, "current") for match in at.matches))

    def follow(self) -> None:
        """Let lists, claims and chrome follow what is in use.

        Who looks through the claims keeps their list, also while the reader shows another source's words.
        """
        shown = self.comparison.wanted if self.comparing else None
        opened = shown or ((self.opened,) if self.opened else ())
        self.documents.show_state(self.marked, opened)
        if self.at != "claims":
            self.claims.follow(opened)
        self.refresh_chrome()

    def leave_comparison(self) -> None:
        """Go back to the single reader."""
        if self.comparing:
            self.remove_class("-comparing")
            self.comparison.close()
            self.follow()

    def go_to(self, pane: str) -> None:
        """Give a pane the focus, and in a narrow terminal the screen."""
        self.arrive(pane)
        target = {"documents": self.documents, "results": self.results, "claims": self.claims.listing}.get(
            pane, self.comparison.active if self.comparing else self.reader
        )
        target.focus()

    def arrive(self, pane: str) -> None:
        """Note which pane is in use; a narrow terminal shows that one."""
        left_claims = self.at == "claims" != pane
        self.at = pane
        if left_claims:
            self.follow()
        right = self.comparing and self.comparison.right.has_focus
        # All at once: each change of a class makes Textual work out every style of the screen.
        others = {name for name in self.classes if not name.startswith("-at-") and name != "-right-side"}
        wanted = {*others, f"-at-{pane}", *(["-right-side"] if right else [])}
        if wanted != self.classes:
            self.set_classes(wanted)
        self.refresh_chrome()

    def refresh_chrome(self) -> None:
        """Write the position and the keys anew."""
        if not self.is_mounted:
            return
        place = "search" if self.typing else self.at
        if place == "reader" and self.comparing:
            hidden = self.has_class("-narrow") or self.has_class("-one-side")
            place = "one-side" if hidden else "comparison"
        left_out = {"right-side" if self.comparison.active is self.comparison.right else "left-side"}
        left_out |= set() if self.walk else {"next-hit", "previous-hit"}
        walk = self.comparison.walk if place in {"comparison", "one-side"} else None
        if not (walk.conflicts if walk else self.claims.view.conflicts):
            left_out.add("next-conflict")
        offered = {offer.query for offer in self.searchbar.offers}
        result = self.searchbar.result
        if result is None or result.suggestion not in offered:
            left_out.add("suggestion")
        if any_of(self.searchbar.input.value) not in offered - {None}:
            left_out.add("any-words")
        if not self.marked and self.at != "documents":
            left_out.add("compare")
        self.query_one(KeyLine).show(place, self.host.keymap, frozenset(left_out))
        self.query_one(HeaderLine).show(position=self.position())

    def position(self) -> str:
        """Return where the person is, in words."""
        if self.comparing and self.comparison.walk is not None:
            return self.comparison.walk.label()
        if self.at == "claims" and (place := self.claims.position()):
            return place
        return self.walk.label() if self.walk else ""

    def choose(self, title: str, items: Sequence[Item], then: Callable[[Any], object], *, enter: str = "open") -> None:
        """Lay a list over the explorer and hand what was chosen to ``then``; ``enter`` says what Enter does."""

        def done(item: Item | None) -> None:
            if item is not None:
                then(item)

        self.host.push_screen(ListDialog(title, items, enter=enter), done)
