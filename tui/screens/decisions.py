"""The list of everything that was decided; from it decisions are taken back, written out and taken in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from tui.commands import Place
from tui.decisions import DecisionItem
from tui.keymap import bindings
from tui.panes.listing import Item, Listing
from tui.screens.listdialog import ListDialog

if TYPE_CHECKING:
    from tui.screens.reviewing import Reviewing


class DecisionsDialog(ListDialog):
    """Ends with the decision whose place is to be shown."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.DECISIONS)
    FOOT = "decisions"

    def __init__(self, desk: "Reviewing", items: Sequence[Item]) -> None:
        super().__init__("What you decided", items)
        self._desk = desk

    def show(self, items: Sequence[Item]) -> None:
        """Show the decisions as they are now."""
        self.query_one(Listing).set_items(items)

    def action_take_back(self) -> None:
        """Take the chosen decision back."""
        item = self.query_one(Listing).item
        if isinstance(item, DecisionItem):
            self._desk.take_back(item)

    def action_write_decisions(self) -> None:
        """Write all decisions to a file."""
        self._desk.write_out()

    def action_read_decisions(self) -> None:
        """Take decisions in from a file."""
        self._desk.take_in()
