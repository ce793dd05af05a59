"""Groups from pairs: claims are joined strongest pair first, and a group takes in only what fits all of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

LARGEST = 300
"""Claims beyond which a group takes in no more: nobody reads them, and every pair in it costs time."""
MEAN = 0.36
"""What the scores of all pairs between two groups must reach on average before they become one."""

Pair = tuple[int, int]


def cluster(
    pairs: Iterable[tuple[float, int, int]],
    score: Callable[[int, int], float],
    together: Sequence[Sequence[int]] = (),
    apart: Mapping[int, frozenset[int]] | None = None,
) -> list[list[int]]:
    """Return groups of two and more of the numbered claims, in order.

    ``pairs`` are (score, a, b) of all likely pairs; ``score`` gives the score of any pair, negative where two claims
    exclude each other. ``together`` are joined whatever their scores, ``apart`` never: both are the user's.
    """
    groups: dict[int, list[int]] = {}
    divided = apart or {}

    def members(claim: int) -> list[int]:
        return groups.setdefault(claim, [claim])

    for number in {claim for ids in together for claim in ids}:
        members(number)
    for ids in together:
        for other in ids[1:]:
            _join(groups, members(ids[0]), members(other))
    for _, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        left, right = members(a), members(b)
        if left is right or len(left) + len(right) > LARGEST:
            continue
        if _divided(left, right, divided) or not _fit(left, right, score):
            continue
        _join(groups, left, right)
    unique = {id(group): group for group in groups.values() if len(group) > 1}
    return sorted(sorted(group) for group in unique.values())


def _join(groups: dict[int, list[int]], left: list[int], right: list[int]) -> None:
    if left is right:
        return
    left.extend(right)
    for claim in right:
        groups[claim] = left


def _divided(left: Sequence[int], right: Sequence[int], apart: Mapping[int, frozenset[int]]) -> bool:
    return any(not apart[claim].isdisjoint(right) for claim in left if claim in apart)


def _fit(left: Sequence[int], right: Sequence[int], score: Callable[[int, int], float]) -> bool:
    total = 0.0
    for a in left:
        for b in right:
            value = score(a, b)
            if value < 0:
                return False
            total += min(value, 1.0)
    return total >= MEAN * len(left) * len(right)
