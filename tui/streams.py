"""The three standard streams, made safe whatever the program was started with."""

import codecs
import io
import os
import sys
from typing import TextIO

PLAIN = dict(
    zip("“”„‘’–—·•", '"""\'\'---*', strict=True),
    **{"…": "...", "→": "->", "←": "<-", "≈": "~", "≠": "!="},
)
"""What is printed for a character that the terminal's encoding lacks; all others become a question mark."""
ERRORS = "rednote-plain"


def prepare() -> bool:
    """Make the streams safe to use; return whether there is a standard output.

    Where one was closed its number is taken, lest a database is opened under it and messages are written into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    there = sys.stdout is not None
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (as long as the program runs)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    codecs.register_error(ERRORS, plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ERRORS)
    return there


def plain(problem: UnicodeError) -> tuple[str, int]:
    """Return what is printed for characters that the encoding lacks, and where to go on."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    lacking = problem.object[problem.start : problem.end]
    return "".join(PLAIN.get(character, "?") for character in lacking), problem.end


def give_up(stream: TextIO | None) -> None:
    """Let what is still unwritten of a stream go nowhere, so that Python does not complain once more at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno() if stream is not None else 1)
        os.close(nowhere)
    except (OSError, ValueError):
        return
