"""Progress of long work, told by its thread and shown in the first line."""

import time
from collections.abc import Callable

from tui.chrome import HeaderLine

PROGRESS_EVERY = 0.05
"""Seconds between two reports of progress."""


def phase_reporter(header: HeaderLine, call_later: Callable[..., object]) -> Callable[[str, int, int], None]:
    """Return a function that a thread tells its progress (phase, how many done, of how many); it shows not all."""
    last = 0.0

    def report(what: str, done: int, of: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > PROGRESS_EVERY or done >= of:
            last = now
            words = f"{what} {done:,} of {of:,}" if done < of else ""
            call_later(header.show, progress=words)

    return report
