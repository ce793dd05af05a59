"""Groups from pairs: claims are joined strongest pair first, and a group takes in only what fits all of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappush, heappushpop
from math import inf

BY_HAND = inf
"""The score of a pair that the user made."""
LARGEST = 200
"""Claims beyond which a group takes in no more: nobody reads them, and every pair in it costs time."""
PARTNERS = 32
"""Pairs that a claim keeps for itself, its strongest ones."""
SPEAKING = 12
"""Members who speak for a larger group when it is asked whether another one fits: the cost of joining stays linear."""
MEAN = 0.36
"""What the scores of all pairs between two groups must reach on average before they become one."""


def cluster(
    pairs: Iterable[tuple[float, int, int]],
    score: Callable[[int, int], float],
    apart: Mapping[int, frozenset[int]] | None = None,
) -> list[list[int]]:
    """Return groups of two and more of the numbered claims, in order.

    ``pairs`` are (score, a, b) of all likely pairs, those with `BY_HAND` are joined whatever the others say; ``score``
    gives the score of any pair, negative where two claims exclude each other; ``apart`` names those that never stand
    together.
    """
    groups: dict[int, list[int]] = {}
    divided = apart or {}
    refused: set[tuple[int, int, int, int]] = set()
    for value, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        left, right = groups.setdefault(a, [a]), groups.setdefault(b, [b])
        if left is right or _divided(left, right, divided):
            continue
        if value < BY_HAND:
            if len(left) + len(right) > LARGEST:
                continue
            # Two groups that did not fit are asked again by each pair between them: only once one grew can it change.
            state = (left[0], len(left), right[0], len(right))
            if state in refused or not _fit(left, right, score):
                refused.update((state, (*state[2:], *state[:2])))
                continue
        left.extend(right)
        groups.update(dict.fromkeys(right, left))
    unique = {id(group): group for group in groups.values() if len(group) > 1}
    return sorted(sorted(group) for group in unique.values())


class Strongest:
    """The strongest pairs of each claim: a pair is kept where one of its two claims has few that are stronger."""

    def __init__(self) -> None:
        self._best: dict[int, list[tuple[float, int, int]]] = {}

    def add(self, value: float, a: int, b: int) -> None:
        """Add a pair of claims, each pair once."""
        for claim in (a, b):
            # Of equal scores, the pair of earlier claims stays.
            pair = (value, -min(a, b), -max(a, b))
            best = self._best.setdefault(claim, [])
            if len(best) < PARTNERS:
                heappush(best, pair)
            else:
                heappushpop(best, pair)

    def pairs(self) -> list[tuple[float, int, int]]:
        """Return the pairs that are kept, strongest first."""
        kept = {pair for best in self._best.values() for pair in best}
        return [(value, -a, -b) for value, a, b in sorted(kept, reverse=True)]


def components(pairs: Iterable[tuple[float, int, int]]) -> list[list[tuple[float, int, int]]]:
    """Return the pairs parted into sets that share no claim, in order: each can be grouped on its own."""
    parents: dict[int, int] = {}

    def root(claim: int) -> int:
        parents.setdefault(claim, claim)
        while parents[claim] != claim:
            parents[claim] = claim = parents[parents[claim]]
        return claim

    known = list(pairs)
    for _, a, b in known:
        first, second = sorted((root(a), root(b)))
        parents[second] = first
    found: dict[int, list[tuple[float, int, int]]] = {}
    for pair in known:
        found.setdefault(root(pair[1]), []).append(pair)
    return [found[first] for first in sorted(found)]


def _divided(left: Sequence[int], right: Sequence[int], apart: Mapping[int, frozenset[int]]) -> bool:
    return any(not apart[claim].isdisjoint(right) for claim in left if claim in apart)


def _fit(left: Sequence[int], right: Sequence[int], score: Callable[[int, int], float]) -> bool:
    total = 0.0
    ours, theirs = _some(left), _some(right)
    for a in ours:
        for b in theirs:
            value = score(a, b)
            if value < 0:
                return False
            total += min(value, 1.0)
    return total >= MEAN * len(ours) * len(theirs)


def _some(group: Sequence[int]) -> Sequence[int]:
    """Return all of a small group, of a large one `SPEAKING` members at even distances, the first among them."""
    if len(group) <= SPEAKING:
        return group
    return [group[place * len(group) // SPEAKING] for place in range(SPEAKING)]
