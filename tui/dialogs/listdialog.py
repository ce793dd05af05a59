"""A list that lies over the explorer: help, explanations, related articles, the timeline, the figures, the matrix."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.dialogs.dialog import Dialog
from tui.panes.listing import Item, Listing
from tui.text import content


class ListDialog(Dialog[Item]):
    """Items to read, or to choose from; ends with the chosen one, or with None on Esc."""

    AUTO_FOCUS = "Listing"

    FOOT = "list"

    def __init__(self, title: str, items: Sequence[Item], *, enter: str = "open") -> None:
        """Show ``items``; ``enter`` says in the last line what Enter does, nothing where there is nothing to choose."""
        super().__init__()
        self._title, self._items = title, items
        self.labels = {"open": enter, "back": "close"}

    def compose(self) -> ComposeResult:
        """Compose the list."""
        with Vertical(id="dialog"):
            yield Listing(reading=True, id="dialog-list")

    def on_mount(self) -> None:
        """Fill the list."""
        listing = self.query_one(Listing)
        listing.border_title = content(self._title)
        listing.set_items(self._items)

    @on(Listing.Selected)
    def _chosen(self, event: Listing.Selected) -> None:
        event.stop()
        self.dismiss(event.item)
