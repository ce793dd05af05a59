"""A line to type that lies over the explorer: a name, a file."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog
from tui.text import clean, content


class LineDialog(Dialog[str]):
    """Ends with what was typed, or with None on Esc."""

    def __init__(self, title: str, value: str, *, foot: str = "Enter does it · Esc leaves it") -> None:
        super().__init__()
        self._title, self._value, self._foot = title, value, foot

    def compose(self) -> ComposeResult:
        """Compose the line and what to do with it."""
        with Vertical(id="dialog", classes="line") as box:
            box.border_title = content(self._title)
            yield Input(clean(self._value), id="line")
            yield Static(content(self._foot), id="dialog-foot")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
