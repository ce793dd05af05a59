"""Progress reports and cancellation of a long grouping."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from index.errors import Cancelled
from index.progress import never, silent

T = TypeVar("T")
REPORTS = 200
"""Reports of one phase: enough that the number moves, few enough that a terminal keeps up."""


@dataclass(frozen=True, slots=True)
class Watch:
    """``progress`` is told what is being done, how many are done and of how many; ``cancelled`` ends the work."""

    progress: Callable[[str, int, int], None] = silent
    cancelled: Callable[[], bool] = never

    def each(self, what: str, items: Sequence[T]) -> Iterator[T]:
        """Yield the items and tell the progress now and then. Raises Cancelled when the work is no longer wanted."""
        step = max(1, len(items) // REPORTS)
        for done, item in enumerate(items, 1):
            if self.cancelled():
                raise Cancelled
            yield item
            if done % step == 0 or done == len(items):
                self.progress(what, done, len(items))


SILENT = Watch()
"""Tells nobody anything, and goes on to the end."""
