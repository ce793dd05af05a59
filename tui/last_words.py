"""How the program ends when an unexpected error occurs outside the explorer: in a line, not in a traceback."""

import sys

from index.errors import RednoteError
from index.paths import reason_of

ERROR = 2


def last_words(problem: Exception) -> int:
    """Say what ended the program and return its exit status."""
    from tui.command_line.opening import say
    from tui.streams import give_up

    error = _told(problem)
    try:
        say(error.message)
        if error.hint:
            say(error.hint, name=False)
    except (OSError, ValueError):
        give_up(sys.stderr)
    give_up(sys.stdout)
    return ERROR


def _told(problem: Exception) -> RednoteError:
    if isinstance(problem, OSError):
        if problem.filename is None:
            return RednoteError(f"the output cannot be written: {reason_of(problem)}", "redirect it elsewhere")
        return RednoteError(f"{problem.filename}: {reason_of(problem)}", "see rednote-tui doctor")
    if isinstance(problem, MemoryError):
        return RednoteError("there is not enough memory", "open fewer or shorter files")
    from tui.failing import failure_of

    return failure_of(problem, "the program")
