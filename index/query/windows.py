"""Proximity: where several things stand close together, in any order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise


def near_windows(lists: Sequence[Sequence[tuple[int, int]]], distance: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches (first, last position) that hold one occurrence of every list, close together.

    At most ``distance`` words that belong to no occurrence lie between the first and the last of them. One sweep over
    all occurrences in order of place, so linear in their number; overlapping occurrences never count together.
    """
    events = sorted((first, last, index) for index, found in enumerate(lists) for first, last in found)
    latest: dict[int, tuple[int, int]] = {}
    for first, last, index in events:
        latest[index] = (first, last)
        if len(latest) < len(lists):
            continue
        spans = sorted(latest.values())
        if any(left[1] >= right[0] for left, right in pairwise(spans)):
            continue
        start, end = spans[0][0], spans[-1][1]
        covered = sum(span[1] - span[0] + 1 for span in spans)
        if end - start + 1 - covered <= distance:
            yield start, end
