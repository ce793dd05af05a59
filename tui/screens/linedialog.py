"""A line to type that lies over the explorer, for a note."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.commands import Place
from tui.keymap import bindings
from tui.text import clean, content


class LineDialog(ModalScreen[str | None]):
    """Ends with what was typed (nothing typed takes a note back), or with None on Esc."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.DIALOG)

    def __init__(self, title: str, value: str) -> None:
        super().__init__()
        self._title, self._value = title, value

    def compose(self) -> ComposeResult:
        """Compose the line and what to do with it."""
        with Vertical(id="dialog", classes="line") as box:
            box.border_title = content(self._title)
            yield Input(clean(self._value), id="line")
            yield Static(content("Enter keeps it · an empty line takes it away · Esc leaves it"), id="dialog-foot")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())

    def action_back(self) -> None:
        """Close without a change."""
        self.dismiss(None)
