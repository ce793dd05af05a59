"""What the explorer does about searching."""

from textual import on
from textual.widgets import Input

from index.records import Passage
from tui.panes.listing import Listing
from tui.panes.results import HitItem, PassageItem, WordsItem
from tui.panes.searchbar import SearchBar
from tui.screens.desk import Desk
from tui.walk import Walk


class Searching(Desk):
    """The search line, the results, and the walk through the hits."""

    def action_search(self) -> None:
        """Go to the search line."""
        self.searchbar.input.focus()

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self._step(1)

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def action_aliases(self) -> None:
        """Search for names as typed, or in every spelling."""
        self.searchbar.toggle_aliases()
        self.say("Names are searched in every spelling." if self.searchbar.expand else "Names are searched as typed.")

    def _step(self, by: int) -> None:
        if self.walk is None or not self.walk.result.hits:
            key = self.explorer.keymap.shown("search")
            self.say("There are no hits to walk through.", f"{key} searches.")
            return
        if self.walk.wraps(by):
            self.say("Past the last hit: on from the first." if by > 0 else "Past the first hit: on from the last.")
        self.walk = self.walk.step(by)
        if self.walk.at is not None:
            self.results.select_passage(self.walk.at)
            self.show_passage(self.walk.at, focus=self.at in {"reader", "results"} and self.has_class("-narrow"))

    def show_passage(self, passage: Passage, *, focus: bool) -> None:
        """Show a sentence that answers, in the reader."""
        self.show_place(passage.document, passage.span, "current", focus=focus)
        self.refresh_chrome()

    @on(SearchBar.Found)
    def _found(self, event: SearchBar.Found) -> None:
        event.stop()
        fresh = self.walk is None or event.result is not self.walk.result
        if fresh:
            self.walk = Walk(event.result) if event.result is not None else None
            self.set_class(event.result is not None, "-searching")
            self.results.show_result(event.result, self.searchbar.offers)
            self.reader.show(None)
        if event.open and self.walk is not None:
            self.open_best()
        elif fresh and self.walk is not None:
            self._preview_first()
        self.mark_hits()
        self.refresh_chrome()

    def open_best(self) -> None:
        """Open the passage under the cursor of the results; without one, stay."""
        item = self.results.item
        if isinstance(item, PassageItem | HitItem):
            self._open_item(item, focus=True)

    def _preview_first(self) -> None:
        """Show the best passage beside the results without leaving the search line."""
        item = self.results.item
        if isinstance(item, PassageItem) and not self.comparing and self.reads_along:
            self._open_item(item, focus=False)

    def _open_item(self, item: PassageItem | HitItem, *, focus: bool) -> None:
        if isinstance(item, HitItem):
            self.open_document(item.hit.document.id, focus=focus)
        elif self.walk is not None:
            self.walk = self.walk.to(item.article, item.place)
            self.show_passage(item.passage, focus=focus)

    @on(Listing.Selected, "#results")
    def _selected(self, event: Listing.Selected) -> None:
        event.stop()
        if isinstance(event.item, WordsItem) and event.item.query:
            self.searchbar.search_for(event.item.query)
        elif isinstance(event.item, PassageItem | HitItem):
            self._open_item(event.item, focus=True)

    @on(Listing.Highlighted, "#results")
    def _highlighted(self, event: Listing.Highlighted) -> None:
        event.stop()
        if isinstance(event.item, PassageItem) and self.results.has_focus and self.reads_along:
            self._open_item(event.item, focus=False)

    @on(SearchBar.Left)
    def _left(self, event: SearchBar.Left) -> None:
        event.stop()
        self.go_to("results")

    @on(Input.Blurred)
    @on(Input.Submitted)
    def _kept(self, event: Input.Blurred | Input.Submitted) -> None:
        event.stop()
