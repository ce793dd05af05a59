"""Groups from pairs: claims are joined strongest pair first, and a group takes in only what fits all of it."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import inf

BY_HAND = inf
"""The score of a pair that the user made."""
LARGEST = 200
"""Claims beyond which a group takes in no more: nobody reads them, and every pair in it costs time."""
LARGEST_COMPONENT = 600
"""Claims that are grouped together at the most, a few groups' worth: what they need is held in memory."""
PARTNERS = 16
"""Pairs that a claim keeps for itself, its strongest ones."""
SPEAKING = 12
"""Members who speak for a larger group when it is asked whether another one fits: the cost of joining stays linear."""
MEAN = 0.4
"""What the scores of all pairs between two groups must reach on average before they become one."""
_ROOM = 400_000
"""Pairs from which on those that no claim keeps are dropped."""


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
    """The strongest pairs of each claim: a pair is kept where one of its two claims has few that are stronger.

    Held as plain numbers, so that a million pairs take 24 megabytes.
    """

    def __init__(self) -> None:
        self._values, self._first, self._second = array("d"), array("Q"), array("Q")
        self._room = _ROOM

    def add(self, value: float, a: int, b: int) -> None:
        """Add a pair of claims, each pair once; ``a`` is the smaller number."""
        if len(self._values) >= self._room:
            self._keep(self._order())
            self._room = len(self._values) + max(_ROOM, len(self._values) // 2)
        self._values.append(value)
        self._first.append(a)
        self._second.append(b)

    def __iter__(self) -> Iterator[tuple[float, int, int]]:
        """Yield the pairs that are kept, strongest first; of equal scores, the pair of earlier claims."""
        self._keep(self._order())
        return zip(self._values, self._first, self._second, strict=True)

    def at(self, place: int) -> tuple[float, int, int]:
        """Return the pair at a place of the order in which they come."""
        return self._values[place], self._first[place], self._second[place]

    def _order(self) -> list[int]:
        order = sorted(range(len(self._values)), key=self._second.__getitem__)
        order.sort(key=self._first.__getitem__)
        order.sort(key=self._values.__getitem__, reverse=True)
        return order

    def _keep(self, order: Sequence[int]) -> None:
        counts: dict[int, int] = {}
        kept = []
        for at in order:
            a, b = self._first[at], self._second[at]
            of_a, of_b = counts.get(a, 0), counts.get(b, 0)
            if of_a < PARTNERS or of_b < PARTNERS:
                kept.append(at)
            counts[a], counts[b] = of_a + 1, of_b + 1
        self._values = array("d", map(self._values.__getitem__, kept))
        self._first = array("Q", map(self._first.__getitem__, kept))
        self._second = array("Q", map(self._second.__getitem__, kept))


def components(pairs: Strongest) -> list[Sequence[int]]:
    """Part pairs into sets that share no claim, by their smallest claim: each can be grouped on its own.

    Return the places of each set's pairs. A pair between two sets that would become too large together is left out,
    unless the user made it.
    """
    sets = _Sets()
    kept = array("I")
    for place, (value, a, b) in enumerate(pairs):
        if sets.join(a, b, LARGEST_COMPONENT if value < BY_HAND else inf):
            kept.append(place)
    found: dict[int, array[int]] = {}
    for place in kept:
        _, claim, _ = pairs.at(place)
        found.setdefault(sets.root(claim), array("I")).append(place)
    return [found[first] for first in sorted(found)]


class _Sets:
    """Sets of claims, each known by its smallest one."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}
        self._sizes: dict[int, int] = {}

    def root(self, claim: int) -> int:
        """Return the smallest claim of the set in which one is."""
        parents = self._parents
        while (parent := parents.get(claim, claim)) != claim:
            parents[claim] = claim = parents.get(parent, parent)
        return claim

    def join(self, a: int, b: int, largest: float) -> bool:
        """Make one set of those of two claims, unless it is too large then; tell whether they are in one."""
        first, second = sorted((self.root(a), self.root(b)))
        if first != second:
            size = self._sizes.get(first, 1) + self._sizes.get(second, 1)
            if size > largest:
                return False
            self._parents[second] = first
            self._sizes[first] = size
        return True


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
