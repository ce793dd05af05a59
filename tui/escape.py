"""Escape, and the key typed right after it, as two keys.

A terminal sends Escape as the byte with which arrow keys and Alt with a letter begin too. Textual waits 100 ms for what
follows, and takes a key that was typed meanwhile for Alt with that key. A terminal sends the bytes of one key at once,
so a much shorter wait tells them apart; and what still comes as Alt with a key that means nothing was Escape and a key.
"""

import os
import sys
from collections.abc import Collection, Iterable
from typing import cast

from textual import events
from textual._parser import Read1
from textual._xterm_parser import XTermParser
from textual.message import Message

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
