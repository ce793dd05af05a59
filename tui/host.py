"""What widgets, dialogs and controllers need of the app, so that none of them has to know it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol, cast

from textual.screen import Screen
from textual.widget import Widget

from tui.keymap import Keymap


class Host(Protocol):
    """The app as its widgets see it."""

    keymap: Keymap

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""

    def push_screen(self, screen: Screen[Any], callback: Callable[[Any], object] | None = None) -> object:
        """Lay a screen over the others; its result goes to ``callback``."""

    def notify(self, message: str, *, severity: Any = ..., markup: bool = ..., timeout: float | None = ...) -> None:
        """Show a message."""

    def forget_notices(self) -> None:
        """Let messages go that tell of nothing wrong."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text."""

    def suspend(self) -> AbstractContextManager[None]:
        """Give the terminal to another program for a while."""


def host_of(widget: Widget) -> Host:
    """Return the app that ``widget`` runs in."""
    return cast("Host", widget.app)
