"""Watching: what changes in the folder while it is open is taken in at once."""

from collections.abc import Callable
from threading import Event, Thread

from tui.controllers.desk import Desk


class Watching:
    """Reads the folder again whenever something in it changes, in a thread of its own."""

    def __init__(self, desk: Desk, call_later: Callable[..., object], refresh: Callable[[], None]) -> None:
        self._desk, self._call_later, self._refresh = desk, call_later, refresh
        self._stop = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin, if that was not done."""
        if self._thread is None:
            self._thread = Thread(target=self._watch, name="watching", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End; the thread does so within a moment."""
        self._stop.set()

    def _watch(self) -> None:
        for _ in self._desk.corpus.changes(self._stop):
            if self._stop.is_set():
                return
            self._call_later(self._refresh)
