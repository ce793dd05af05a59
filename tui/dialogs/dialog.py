"""What lies over the explorer until it ends, once, with its own keys in the last line."""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from tui.chrome import DialogKeys
from tui.commands import BY_ID, FOOTERS, Place
from tui.host import host_of
from tui.keymap import bindings

T = TypeVar("T")


class Dialog(ModalScreen[T | None]):
    """Ends with a result, or with None on Esc.

    Its last line shows the commands of ``FOOTERS`` under ``FOOT``, worded by ``labels``, after ``words``: keys that are
    no commands of the table, such as the Enter of a line to type in.
    """

    BINDINGS: ClassVar[list[Any]] = bindings(Place.DIALOG)
    FOOT: ClassVar[str] = "dialog"

    words: Mapping[str, str] = {}
    labels: Mapping[str, str] = {}

    def on_mount(self) -> None:
        """Lay the keys over those of the explorer; what was told before would cover them."""
        host_of(self).forget_notices()
        keymap = host_of(self).keymap
        shown = {name: self.labels.get(name, BY_ID[name].label) for name in FOOTERS[self.FOOT]}
        commands = {name: label for name, label in shown.items() if label}
        self.mount(DialogKeys(commands, keymap, self.words, id="dialog-keys"))

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """End with ``result``. A second Enter, pressed before the first was seen, must not end what lies below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    async def action_perform(self, command: str) -> None:
        """Do what a key of the last line does; it was clicked."""
        action = BY_ID[command].action
        owner = next((one for one in (self.focused, self) if one and hasattr(one, f"action_{action}")), None)
        if owner is not None:
            await self.app.run_action(action, owner)

    def action_back(self) -> None:
        """End without a result."""
        self.dismiss(None)
