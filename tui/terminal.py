"""The terminal, given back as it was found on every way out."""

import os
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

RESTORE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l"  # the mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2026l\x1b[<u"  # focus, pasting, synchronised output, the keyboard's own protocol
    "\x1b[0m\x1b[?25h\x1b[?1049l"  # colours, the cursor, the screen that was there before
)
"""What undoes all that the explorer asks of a terminal."""

ASKED_TO_END = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def given_back() -> Iterator[None]:
    """Run what takes the terminal over; however it ends, the terminal is as before.

    An end in good order gives it back itself. Signals end it in good order as soon as it listens to them; before that,
    and when anything goes wrong, this does.
    """
    number, before = -1, None
    with suppress(termios.error, OSError, ValueError, AttributeError):
        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
    handlers = {one: signal.signal(one, _leave) for one in ASKED_TO_END}
    try:
        yield
    except BaseException:
        with suppress(OSError, ValueError):
            os.write(sys.__stdout__.fileno() if sys.__stdout__ else 1, RESTORE.encode())
        raise
    finally:
        for one, handler in handlers.items():
            signal.signal(one, handler)
        if before is not None:
            # One that is gone cannot be given back.
            with suppress(termios.error, OSError):
                termios.tcsetattr(number, termios.TCSADRAIN, before)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
