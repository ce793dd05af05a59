"""The dialog in which a note is written: several lines, kept by Enter."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from tui.commands import Place
from tui.dialogs.dialog import Dialog
from tui.host import host_of
from tui.keyboard import PromptFocus
from tui.keymap import bindings, canonical
from tui.text import clean_lines, content


class NoteArea(PromptFocus, TextArea):
    """The lines to write on; the keys of its commands are not written."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.NOTE)

    def on_mount(self) -> None:
        """Begin at the end of what was written before."""
        self.move_cursor(self.document.end)

    async def on_key(self, event: events.Key) -> None:
        """Leave the keys of commands to them."""
        keymap = host_of(self).keymap
        own = {canonical(key) for name in ("keep", "new-line", "back") for key in keymap.keys[name]}
        if event.key in own:
            event.prevent_default()

    def action_keep(self) -> None:
        """Keep what is written."""
        cast("NoteDialog", self.screen).dismiss(self.text.strip())

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")


class NoteDialog(Dialog[str]):
    """Ends with what was written (nothing takes the note back), or with None on Esc."""

    AUTO_FOCUS = "NoteArea"
    FOOT = "note"
    words: Mapping[str, str] = {"empty": "no note"}
    labels: Mapping[str, str] = {"back": "leave it"}

    def __init__(self, title: str, value: str) -> None:
        super().__init__()
        self._title, self._value = title, value

    def compose(self) -> ComposeResult:
        """Compose the lines."""
        with Vertical(id="dialog", classes="line") as box:
            box.border_title = content(self._title)
            yield NoteArea(clean_lines(self._value), soft_wrap=True, tab_behavior="focus", compact=True, id="note")
