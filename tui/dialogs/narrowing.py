"""The dialog in which results are narrowed by facets; it stays open, and its counts follow."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on

from index.counting import counted
from index.records import SearchResult
from tui.commands import Place
from tui.dialogs.listdialog import ListDialog
from tui.facets import FacetItem, Filter, facet_items, merged
from tui.keymap import bindings
from tui.panes.listing import Listing

if TYPE_CHECKING:
    from tui.panes.searchbar import SearchBar


class FacetDialog(ListDialog):
    """Narrows what the search line found at each key; Esc ends it."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.FACETS)
    FOOT = "facets"

    def __init__(self, searchbar: "SearchBar", result: SearchResult) -> None:
        # Values that nothing has any more stay where they were: a list that moves under the cursor is no use.
        self._facets = merged((), result.facets, searchbar.filters)
        super().__init__("Narrow the results", facet_items(self._facets, searchbar.filters))
        self.labels = {"back": "done"}
        self._searchbar, self._result = searchbar, result

    def on_mount(self) -> None:
        """Say how many articles there are."""
        super().on_mount()
        self._count()

    def show(self, result: SearchResult) -> None:
        """Show the counts of a new answer."""
        self._result = result
        self._facets = merged(self._facets, result.facets, self._searchbar.filters)
        self.query_one(Listing).set_items(facet_items(self._facets, self._searchbar.filters))
        self._count()

    def _count(self) -> None:
        total = self._result.total
        self.query_one(Listing).border_subtitle = counted(total, "article")

    def _put(self, filters: tuple[Filter, ...]) -> None:
        self._searchbar.narrow(filters)
        self.query_one(Listing).set_items(facet_items(self._facets, filters))

    @on(Listing.Selected)
    def _chosen(self, event: Listing.Selected) -> None:
        event.stop()
        event.prevent_default()
        self.action_include()

    def action_include(self) -> None:
        """Only results with the value, or free again."""
        self._toggle("")

    def action_exclude(self) -> None:
        """Only results without the value, or free again."""
        self._toggle("-")

    def _toggle(self, sign: str) -> None:
        item = self.query_one(Listing).item
        if isinstance(item, FacetItem):
            self._put(item.toggled(self._searchbar.filters, sign))

    def action_widen(self) -> None:
        """Take the last filter off."""
        self._put(tuple(self._searchbar.filters[:-1]))
