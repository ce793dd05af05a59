"""What lies over the explorer until it ends, once."""

from typing import Any, ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from tui.commands import Place
from tui.keymap import bindings

T = TypeVar("T")


class Dialog(ModalScreen[T | None]):
    """Ends with a result, or with None on Esc."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.DIALOG)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """End with ``result``. A second Enter, pressed before the first was seen, must not end what lies below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_back(self) -> None:
        """End without a result."""
        self.dismiss(None)
