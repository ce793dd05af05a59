"""The private parts of Textual that the explorer needs: here and nowhere else, each named in ``PARTS``.

What is private may change with any release, so ``pyproject.toml`` holds Textual below the next minor release, and a
test looks whether each part is still there. When it fails: see what became of the part, mend this module, raise the
bound.

*Escape and a key.* A terminal sends Escape as the byte with which arrow keys and Alt with a letter begin too. Textual
waits 100 ms for what follows, and takes a key that was typed meanwhile for Alt with that key. A terminal sends the
bytes of one key at once, so a much shorter wait tells them apart; and what still comes as Alt with a key that means
nothing was Escape and a key.
"""

import os
import sys
from abc import abstractmethod
from collections.abc import Collection, Iterable
from typing import cast

from textual import events
from textual._parser import Read1
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.message import Message
from textual.notifications import Notification

PARTS = (
    "textual._parser:Read1",
    "textual._xterm_parser:XTermParser",
    "textual._xterm_parser:XTermParser._sequence_to_key_events",
    "textual.drivers.linux_driver:XTermParser",
    "textual.app:App._check_bindings",
    "textual.app:App._close_messages_no_wait",
    "textual.app:App._handle_exception",
)
"""Classes and methods that are used or replaced, as ``module:name``."""

ATTRIBUTES = ("_current_mode", "_exception", "_exception_event", "_notifications", "_return_code", "_screen_stacks")
"""Attributes of an app that are read or set."""

PATIENCE = 0.03
"""Seconds in which the rest of one key arrives; $ESCDELAY, in milliseconds, is for slower lines."""


def _read(timeout: float | None = None) -> Read1:
    return Read1(timeout if timeout is None or "ESCDELAY" in os.environ else min(timeout, PATIENCE))


class PromptParser(XTermParser):
    """Looks whether a lone Escape has waited long enough before it takes what came after it."""

    read1 = cast("type[Read1]", staticmethod(_read))

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of what was waiting too long, then those of ``data``."""
        if data:
            yield from self.tick()
        yield from super().feed(data)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """Yield the keys of a sequence; the Escape before a sign, which Textual drops, is one of them."""
        keys = list(super()._sequence_to_key_events(sequence, alt=alt))
        if alt and keys and not keys[0].key.startswith("alt+"):
            yield events.Key("escape", "\x1b")
        yield from keys


def listen_promptly() -> None:
    """Have the terminal's driver read keys so; Windows sends keys as such."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    vars(linux_driver)["XTermParser"] = PromptParser


def keys_of(event: events.Key, bound: Collection[str]) -> list[events.Key]:
    """Return Escape and a key in place of Alt with that key, unless this is ``bound`` to something."""
    character = event.character
    if not event.key.startswith("alt+") or event.key in bound or character is None or len(character) != 1:
        return [event]
    if event.key not in (f"alt+{character}", f"alt+shift+{character.lower()}"):
        return [event]
    return [events.Key("escape", "\x1b"), events.Key(character, character)]


class Private(App[None]):
    """An app with public names for the private parts that it needs."""

    @property
    def opening(self) -> bool:
        """Whether a screen was pushed that has not mounted yet."""
        return bool(self._screen_stacks.get(self._current_mode)) and not self.screen.is_mounted

    @property
    def notices_shown(self) -> list[Notification]:
        """What the person is told in passing right now, oldest first."""
        return list(self._notifications)

    @notices_shown.setter
    def notices_shown(self, notices: list[Notification]) -> None:
        self._notifications.clear()
        for notice in notices:
            self._notifications.add(notice)

    async def do_key(self, key: str) -> bool:
        """Do what a key is bound to, and return whether it is bound to anything."""
        return await self._check_bindings(key, priority=True) or await self._check_bindings(key)

    def _handle_exception(self, error: Exception) -> None:
        """Note the first exception and leave, so that the terminal is restored; Textual would print a traceback."""
        self._return_code = 2
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.on_failure(error)
        self._close_messages_no_wait()

    @abstractmethod
    def on_failure(self, error: Exception) -> None:
        """Keep what is to be said of an exception that nobody foresaw; the app ends after this."""
