"""Drives the explorer under a Pilot: keys in, state and text out."""

import time
from collections.abc import Callable
from contextlib import suppress

from textual import events
from textual.pilot import Pilot
from textual.widgets._toast import Toast
from textual.worker import WorkerCancelled

from tui.app import ExplorerApp
from tui.keymap import canonical
from tui.screens.explorer import Explorer


class Driver:
    """The explorer in a test."""

    def __init__(self, app: ExplorerApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Explorer:
        """The explorer's screen, also while a dialog lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Explorer))

    async def settle(self) -> None:
        """Wait until nothing is under way: no worker, no timer of the search line."""
        for _ in range(4):
            await self.pilot.pause()
            waited = bool(len(self.app.workers)) or self.screen.searchbar.busy
            while self.screen.searchbar.busy:
                await self.pilot.pause(0.01)
            # One that a newer one took the place of ends as cancelled: the newer one is waited for.
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            if not waited:
                return

    async def until(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Wait for something that comes of itself, from outside of the program."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, "it did not come"
            await self.pilot.pause(0.02)

    async def press(self, *keys: str) -> None:
        """Press keys, then wait until nothing is under way."""
        await self.pilot.press(*keys)
        await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys as one who types ahead: all are there before the first is looked at."""
        assert self.app._driver is not None
        for key in keys:
            character = key if len(key) == 1 else {"slash": "/", "space": " "}.get(key)
            event = events.Key(canonical(key), character)
            event.set_sender(self.app)
            self.app._driver.send_message(event)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste a text."""
        assert self.app._driver is not None
        self.app._driver.send_message(events.Paste(text))
        await self.settle()

    async def search(self, query: str) -> None:
        """Put a query into the search line, as if pasted: the search runs by itself."""
        await self.pilot.press("slash")
        self.screen.searchbar.input.insert_text_at_cursor(query)
        await self.settle()

    async def type(self, query: str) -> None:
        """Type a query into the search line key by key."""
        await self.pilot.press("slash", *(("space" if key == " " else key) for key in query))
        await self.settle()

    def text(self) -> str:
        """Return what stands on the screen, without blanks at line ends."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def notices(self) -> list[str]:
        """Return what the person was told."""
        return [str(toast._notification.message) for toast in self.app.screen.query(Toast)]
