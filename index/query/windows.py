"""Proximity: where several things stand close together, in any order."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

_KEPT = 4
"""Occurrences remembered of each thing: one of another length may begin at the same word, and must not hide it."""


def near_windows(lists: Sequence[Sequence[tuple[int, int]]], distance: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches (first, last position) that hold one occurrence of every list, close together.

    At most ``distance`` words that belong to no occurrence lie between the first and the last of them. One sweep over
    all occurrences in order of place, so linear in their number; overlapping occurrences never count together.
    """
    events = sorted((first, last, index) for index, found in enumerate(lists) for first, last in found)
    recent = [deque[tuple[int, int]](maxlen=_KEPT) for _ in lists]
    for first, last, index in events:
        others = [_before(first, recent[other]) for other in range(len(lists)) if other != index]
        recent[index].append((first, last))
        spans = sorted([*(span for span in others if span), (first, last)])
        if len(spans) < len(lists) or any(left[1] >= right[0] for left, right in pairwise(spans)):
            continue
        covered = sum(span[1] - span[0] + 1 for span in spans)
        if last - spans[0][0] + 1 - covered <= distance:
            yield spans[0][0], last


def _before(place: int, occurrences: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the latest occurrence that ends before ``place``."""
    return next((span for span in reversed(occurrences) if span[1] < place), None)
