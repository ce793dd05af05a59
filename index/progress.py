"""Telling whoever waits how far a long piece of work is, and asking whether they still wait."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the phase, how many items are done, and how many there are."""

Cancelled = Callable[[], bool]
"""Returns whether the work is no longer wanted."""


def silent(*_: object) -> None:
    """Report nothing."""


def never() -> bool:
    """Return False: the work is wanted to its end."""
    return False
