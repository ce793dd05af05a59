"""The list of everything that was decided; from it decisions are taken back, written out and taken in."""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from tui.commands import Place
from tui.decisions import DecisionItem
from tui.dialogs.listdialog import ListDialog
from tui.keymap import bindings
from tui.panes.listing import Item, Listing


class Reviewer(Protocol):
    """What the list asks for."""

    def take_back(self, item: DecisionItem) -> None:
        """Let a decision count no more."""

    def write_out(self) -> None:
        """Write all decisions to a file."""

    def take_in(self) -> None:
        """Take decisions in from a file."""


class DecisionsDialog(ListDialog):
    """Ends with the decision whose place is to be shown."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.DECISIONS)
    FOOT = "decisions"

    def __init__(self, reviewer: Reviewer, items: Sequence[Item]) -> None:
        super().__init__("What you decided", items)
        self._reviewer = reviewer

    def show(self, items: Sequence[Item]) -> None:
        """Show the decisions as they are now."""
        self.query_one(Listing).set_items(items)

    def action_take_back(self) -> None:
        """Take the chosen decision back."""
        item = self.query_one(Listing).item
        if isinstance(item, DecisionItem):
            self._reviewer.take_back(item)

    def action_write_decisions(self) -> None:
        """Write all decisions to a file."""
        self._reviewer.write_out()

    def action_read_decisions(self) -> None:
        """Take decisions in from a file."""
        self._reviewer.take_in()
