"""A line to type that lies over the explorer: a name, a file."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tui.dialogs.dialog import Dialog
from tui.text import clean, content


class LineDialog(Dialog[str]):
    """Ends with what was typed, or with None on Esc."""

    labels: Mapping[str, str] = {"back": "leave it"}

    def __init__(self, title: str, value: str, *, enter: str = "do it") -> None:
        super().__init__()
        self._title, self._value = title, value
        self.words = {"Enter": enter}

    def compose(self) -> ComposeResult:
        """Compose the line."""
        with Vertical(id="dialog", classes="line") as box:
            box.border_title = content(self._title)
            yield Input(clean(self._value), id="line")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
