"""Searching: the search line, the results, and the walk through the hits."""

from index.records import Passage
from tui.controllers.desk import Commands, Desk
from tui.panes.listing import Item
from tui.panes.results import HitItem, PassageItem, WordsItem
from tui.panes.searchbar import SearchBar
from tui.walk import Walk


class Searching:
    """Shows what the search line found, and goes from hit to hit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ahead = 0
        """Steps asked for before the answer was there."""
        self._resumed = False
        """Whether the search on its way is one that the program goes on with: its hits are not opened."""

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {
            "search": self.focus_line,
            "next-hit": lambda: self._step(1),
            "previous-hit": lambda: self._step(-1),
            "aliases": self._toggle_aliases,
        }

    def resume(self, query: str) -> None:
        """Search again for what was searched for the last time, and leave the reader where it is."""
        self._resumed = True
        self._desk.searchbar.search_for(query)

    def focus_line(self) -> None:
        """Go to the search line."""
        self._desk.searchbar.input.focus()

    def _toggle_aliases(self) -> None:
        bar = self._desk.searchbar
        bar.toggle_aliases()
        self._desk.say("Names are searched in every spelling." if bar.expand else "Names are searched as typed.")

    def _step(self, by: int) -> None:
        desk = self._desk
        if desk.searchbar.busy:
            self._ahead += by
            return
        if desk.walk is None or not desk.walk.result.hits:
            desk.say("There are no hits to walk through.", f"{desk.host.keymap.shown('search')} searches.")
            return
        if desk.walk.wraps(by):
            desk.say(
                "Past the last hit: continuing from the first."
                if by > 0
                else "Past the first hit: continuing from the last."
            )
        desk.walk = desk.walk.step(by)
        if desk.walk.at is not None:
            desk.results.select_passage(desk.walk.at)
            self._show(desk.walk.at, focus=desk.at in {"reader", "results"} and desk.narrow)

    def _show(self, passage: Passage, *, focus: bool) -> None:
        self._desk.show_place(passage.document, passage.span, "current", focus=focus)
        self._desk.refresh_chrome()

    def found(self, event: SearchBar.Found) -> None:
        """Show an answer of the search line."""
        desk = self._desk
        resumed, self._resumed = self._resumed, False
        fresh = desk.walk is None or event.result is not desk.walk.result
        if fresh:
            desk.walk = Walk(event.result) if event.result is not None else None
            desk.set_class(event.result is not None, "-searching")
            desk.results.show_result(event.result, desk.searchbar.offers)
            if not resumed:
                desk.reader.show(None)
        ahead, self._ahead = self._ahead, 0
        if event.open and desk.walk is not None and desk.walk.result.hits:
            self._open_best()
            for _ in range(abs(ahead)):
                self._step(1 if ahead > 0 else -1)
        elif event.open:
            self.focus_line()
        elif fresh and desk.walk is not None and not resumed:
            self._preview_first()
        desk.mark_hits()
        desk.refresh_chrome()

    def _open_best(self) -> None:
        """Open the passage under the cursor of the results; without one, stay."""
        item = self._desk.results.item
        if isinstance(item, PassageItem | HitItem):
            self._open(item, focus=True)

    def _preview_first(self) -> None:
        """Show the best passage beside the results without leaving the search line."""
        item = self._desk.results.item
        if isinstance(item, PassageItem) and not self._desk.comparing and self._desk.reads_along:
            self._open(item, focus=False)

    def _open(self, item: PassageItem | HitItem, *, focus: bool) -> None:
        if isinstance(item, HitItem):
            self._desk.open_document(item.hit.document.id, focus=focus)
        elif self._desk.walk is not None:
            self._desk.walk = self._desk.walk.to(item.article, item.place)
            self._show(item.passage, focus=focus)

    def selected(self, item: Item) -> None:
        """Open what was chosen in the results, or search for what was offered there."""
        if isinstance(item, WordsItem) and item.query:
            self._desk.searchbar.search_for(item.query)
        elif isinstance(item, PassageItem | HitItem):
            self._open(item, focus=True)

    def highlighted(self, item: Item) -> None:
        """Let the reader follow the cursor of the results."""
        if isinstance(item, PassageItem) and self._desk.results.has_focus and self._desk.reads_along:
            self._open(item, focus=False)
