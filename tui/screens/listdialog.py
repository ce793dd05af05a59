"""A list that lies over the explorer: help, explanations, related articles, the timeline, the figures, the matrix."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui.panes.listing import Item, Listing
from tui.screens.dialog import Dialog
from tui.text import content


class ListDialog(Dialog[Item]):
    """Items to read, or to choose from; ends with the chosen one, or with None on Esc."""

    AUTO_FOCUS = "Listing"

    def __init__(self, title: str, items: Sequence[Item], *, foot: str = "Esc closes", wide: bool = False) -> None:
        super().__init__(classes="wide" if wide else "")
        self._title, self._items, self._foot = title, items, foot

    def compose(self) -> ComposeResult:
        """Compose the list and the line under it."""
        with Vertical(id="dialog"):
            yield Listing(reading=True, id="dialog-list")
            yield Static(content(self._foot), id="dialog-foot")

    def on_mount(self) -> None:
        """Fill the list."""
        listing = self.query_one(Listing)
        listing.border_title = content(self._title)
        listing.set_items(self._items)

    @on(Listing.Selected)
    def _chosen(self, event: Listing.Selected) -> None:
        event.stop()
        self.dismiss(event.item)
