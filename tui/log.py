"""A log of what was run and how it ended, for reports of faults: never a word of an article, nor a name of a file.

It lies in the cache folder, only the user can read it, and it never grows beyond twice `LARGEST`.
"""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from index.errors import RednoteError
from index.settings import user_cache_folder
from tui import __version__

LARGEST = 200_000
"""Bytes from which a log makes room for a new one; the one before it is kept."""
NAME, BEFORE = "log.txt", "log.1.txt"


def log_file() -> Path | None:
    """Return the log; None when there is no folder for it."""
    try:
        return user_cache_folder() / NAME
    except RednoteError:
        return None


def note(words: str) -> None:
    """Add a line to the log; where it cannot be written there is none."""
    file = log_file()
    if file is None:
        return
    line = f"{datetime.now(UTC).isoformat(timespec='seconds')} {os.getpid()} {' '.join(words.split())}\n"
    with suppress(OSError, ValueError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if file.is_file() and file.stat().st_size > LARGEST:
            file.replace(file.with_name(BEFORE))
        flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        handle = os.open(file, flags, 0o600)
        try:
            os.write(handle, line.encode("utf-8", "replace"))
        finally:
            os.close(handle)


@contextmanager
def logged(words: Sequence[str]) -> Iterator[None]:
    """Note the command that runs inside, how long it took and what kind of error ended it."""
    from tui.command_line.parser import COMMANDS

    command = next((word for word in words if word in COMMANDS), "explorer")
    began = time.monotonic()
    end = "done"
    try:
        yield
    except BaseException as problem:
        end = trace(problem)
        raise
    finally:
        note(f"{__version__} {command}: {end} after {time.monotonic() - began:.1f} s")


def trace(problem: BaseException) -> str:
    """Return the kind of an error and where it arose; what it says may hold words of an article."""
    places = []
    at = problem.__traceback__
    while at is not None:
        places.append(f"{Path(at.tb_frame.f_code.co_filename).stem}:{at.tb_lineno}")
        at = at.tb_next
    return f"{type(problem).__name__} at {' < '.join(reversed(places[-6:]))}"
