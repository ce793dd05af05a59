"""Keys are done in the order in which they are typed, each before the next: who types ahead triggers nothing else.

Textual sends a key to the focused widget, from where it climbs to the app, which looks for a binding; the focus moves
later still. Of keys that come quickly, or are pasted into a terminal that does not mark a paste, those after ``/``
would reach the pane and not the search line. Here a key that no line to type in takes is looked up at once, the focus
moves at once, and what is typed while a dialog opens waits for it.
"""

import asyncio
import signal
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from textual import events
from textual.widget import Widget

from tui.keymap import Keymap, canonical
from tui.text import clean_lines
from tui.textual_private import Private, keys_of

ENDED_BY = (signal.SIGTERM, signal.SIGINT, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
"""Signals on which the explorer leaves as if told to quit, so that the terminal is given back as it was."""


class Unwaited(ThreadPoolExecutor):
    """Threads for which nobody waits when the explorer ends: what they still do is not wanted any more."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Take no more work, drop what has not begun, and leave at once."""
        super().shutdown(wait=False, cancel_futures=True)


# Of a widget's bases Textual takes the style sheet of the first that is a widget, so this one must not be one.
if TYPE_CHECKING:
    _Mixin = Widget
else:
    _Mixin = object


class PromptFocus(_Mixin):
    """A widget that has the focus as soon as it is given."""

    def focus(self, scroll_visible: bool = True) -> Self:
        """Take the focus now."""
        if not self.is_attached:
            return super().focus(scroll_visible)
        self.screen.set_focus(self, scroll_visible)
        return self


LOST = 0.3
"""Seconds after which a key that does not come back from a line counts as done: the line took it after all."""


class Keyboard(Private):
    """The app's side: the order of keys, clean pastes, and signals that end the program."""

    keymap: Keymap = Keymap({})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._held: list[events.Key | events.Paste] = []
        self._climbing: events.Key | None = None
        """A key that a line to type in did not take; what is typed after it waits until it was done."""
        self._asked = False

    async def on_event(self, event: events.Event) -> None:
        """Do a key or a paste now, or keep it until those before it were done and the screen can take it."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            bound = {canonical(key) for keys in self.keymap.keys.values() for key in keys}
            self._held += keys_of(event, bound) if isinstance(event, events.Key) else [event]
            await self._release()
        else:
            await super().on_event(event)
            if event is self._climbing:
                await self._climbed(event)

    async def _release(self) -> None:
        """Do what is held, as far as nothing has to be waited for."""
        while self._held and self._climbing is None and not self.opening:
            await self._typed(self._held.pop(0))
        if self._held and self._climbing is None and not self._asked:
            self._asked = True
            # Behind the messages with which the screen is composed and finds its focus.
            self.screen.call_later(self.call_later, self._opened)

    async def _opened(self) -> None:
        self._asked = False
        await self._release()

    async def _climbed(self, key: events.Event) -> None:
        if key is self._climbing:
            self._climbing = None
            await self._release()

    async def _typed(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Paste):
            event.text = clean_lines(event.text)
        elif not self._in_a_line:
            self.app_focus = True
            if event.key == "escape":
                self.screen.clear_selection()
            if await self.do_key(event.key):
                return
        elif self.focused is not None and not self.focused.check_consume_key(event.key, event.character):
            self._climbing = event
            self.set_timer(LOST, partial(self._climbed, event))
        await super().on_event(event)

    @property
    def _in_a_line(self) -> bool:
        """Whether the focused widget takes characters; it keeps keys in order itself."""
        return self.focused is not None and type(self.focused).check_consume_key is not Widget.check_consume_key

    def end_by_signals(self) -> None:
        """Leave cleanly when the system asks to; where signals cannot be had, nothing changes."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(Unwaited())
        for number in ENDED_BY:
            try:
                loop.add_signal_handler(number, self.exit, None, 128 + number)
            except (NotImplementedError, RuntimeError, ValueError):
                return
