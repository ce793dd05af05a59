"""One refresh of a corpus at a time, over all threads and programs that have it open."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

POLL_SECONDS = 0.1


class RefreshLock:
    """The right to write the cache in ``folder``; None is a cache in memory, for threads only.

    It is released when its process ends, however it ends.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "refreshing" if folder else None
        self._threads = Lock()

    @contextmanager
    def taken(self, waiting: Callable[[], None], cancelled: Callable[[], bool]) -> Iterator[bool]:
        """Hold the lock, waiting until ``cancelled``; give whether it was taken. ``waiting`` is called on the way."""
        while not self._threads.acquire(timeout=POLL_SECONDS):
            waiting()
            if cancelled():
                yield False
                return
        try:
            handle = self._handle()
            try:
                yield handle is None or _lock(handle, waiting, cancelled)
            finally:
                if handle is not None:
                    os.close(handle)
        finally:
            self._threads.release()

    def _handle(self) -> int | None:
        if self._file is None:
            return None
        try:
            return os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            # Without the file two programs may do the same work; each write is still whole.
            return None


def _lock(handle: int, waiting: Callable[[], None], cancelled: Callable[[], bool]) -> bool:
    """Lock an open file against other programs; return whether it was, before ``cancelled`` said so."""
    import fcntl

    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            if cancelled():
                return False
            time.sleep(POLL_SECONDS)
        except OSError:
            # Some network file systems have no locks.
            return True
        else:
            return True
