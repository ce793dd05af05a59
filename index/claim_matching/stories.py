"""Which documents tell the same story: those whose rare words are the same. Only their claims are compared.

Documents that share some of their weightiest words are compared by the cosine of many words, and each keeps its
nearest ones. The cost is near-linear: a word that too many documents have leads nowhere, and each document looks at a
limited number of others. Words are kept as numbers, so that ten thousand documents take a few megabytes.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappop, heappush, nlargest
from itertools import repeat
from math import log, sqrt
from operator import mul

from index.claim_matching.watching import SILENT, Watch
from index.terms import TermCounts

LIKE = 0.1
"""From which cosine on two documents may tell one story (public news: 94 in 100 pairs of one event, 3 of two)."""
NEIGHBOURS = 24
"""Documents at the most whose claims are compared with one document's."""
_WORDS = 160
"""Words by which two documents are compared."""
_LEADING = 40
"""The weightiest of them, which lead from one document to another."""
_CROWD = 200
"""Documents with one word from which on it leads nowhere."""
_CANDIDATES = 50
_SPEAKERS, _THROUGH, _TRUST = 3, 0.2, 0.8
"""Nearest documents whose neighbours are taken over, how alike both must be, and what is left of their likeness."""
_FEW = 200
"""Documents up to which every pair is compared."""


def neighbours(
    documents: Iterable[tuple[str, TermCounts]], weigh: Callable[[str], float], watch: Watch = SILENT
) -> dict[str, list[tuple[str, float]]]:
    """Return the documents that tell the story of each document with their likeness, most like it first.

    ``documents`` are (id, how often each stem stands in it); ``weigh`` gives the rarity of each stem.
    """
    index = _Index(weigh)
    for id_, terms in documents:
        index.add(id_, terms)
    near = {id_: index.near(number) for number, id_ in enumerate(watch.each("finding stories", index.ids))}
    return {id_: _with_friends(id_, found, near) for id_, found in near.items()}


def _with_friends(
    id_: str, found: list[tuple[str, float]], near: Mapping[str, list[tuple[str, float]]]
) -> list[tuple[str, float]]:
    """Return a document's neighbours with those of its nearest ones: two reports of one story may share few words."""
    known = {id_, *(other for other, _ in found)}
    friends: dict[str, float] = {}
    for other, likeness in found[:_SPEAKERS]:
        for friend, close in near[other]:
            least = min(likeness, close)
            if friend not in known and least >= _THROUGH:
                friends[friend] = max(_TRUST * least, friends.get(friend, 0.0))
    return sorted([*found, *friends.items()], key=lambda entry: (-entry[1], entry[0]))[:NEIGHBOURS]


def story_likeness(a: TermCounts, b: TermCounts, weigh: Callable[[str], float]) -> float:
    """Return how far two documents tell one story, 0 to 1: 0 where they are less alike than `LIKE`."""
    index = _Index(weigh)
    index.add("a", a)
    index.add("b", b)
    return dict(index.near(0)).get("b", 0.0)


def by_story(ids: Iterable[str], near: Mapping[str, Sequence[tuple[str, float]]]) -> list[str]:
    """Return documents so that those of one story stand together: what is read of one serves the next.

    The next is always the one that is most like any before it, so that a story is left only when all of it was met.
    """
    found: dict[str, None] = {}
    for first in ids:
        waiting = [(0.0, first)]
        while waiting:
            _, id_ = heappop(waiting)
            if id_ not in found:
                found[id_] = None
                for other, likeness in near.get(id_, ()):
                    if other not in found:
                        heappush(waiting, (-likeness, other))
    return list(found)


class _Index:
    """Documents as weighted words, and for the leading words who has them."""

    def __init__(self, weigh: Callable[[str], float]) -> None:
        self.ids: list[str] = []
        self._weigh = weigh
        self._numbers: dict[str, int] = {}
        self._stems: list[array[int]] = []
        self._weights: list[array[float]] = []
        self._postings: dict[int, array[int]] = {}

    def add(self, id_: str, terms: TermCounts) -> None:
        weighed = ((log(1 + count) * self._weigh(stem), stem) for stem, count in terms.counts.items())
        top = nlargest(_WORDS, weighed)
        norm = sqrt(sum(weight * weight for weight, _ in top)) or 1.0
        stems = array("L", (self._numbers.setdefault(stem, len(self._numbers)) for _, stem in top))
        for stem in stems[:_LEADING]:
            self._postings.setdefault(stem, array("L")).append(len(self.ids))
        self.ids.append(id_)
        self._stems.append(stems)
        self._weights.append(array("f", (weight / norm for weight, _ in top)))

    def near(self, number: int) -> list[tuple[str, float]]:
        own = dict(zip(self._stems[number], self._weights[number], strict=True))
        found = []
        for other in self._candidates(number):
            # The innermost loop of the search for stories: without a step in Python for each word.
            likeness = sum(map(mul, self._weights[other], map(own.get, self._stems[other], repeat(0.0))))
            if likeness >= LIKE:
                found.append((-likeness, self.ids[other]))
        return [(id_, -likeness) for likeness, id_ in sorted(found)[:NEIGHBOURS]]

    def _candidates(self, number: int) -> list[int]:
        """Return the documents worth a comparison: all of a few, else those that share most leading words."""
        if len(self.ids) <= _FEW:
            return [other for other in range(len(self.ids)) if other != number]
        shared: dict[int, float] = {}
        for stem, weight in zip(self._stems[number][:_LEADING], self._weights[number], strict=False):
            others = self._postings[stem]
            if len(others) > _CROWD:
                continue
            for other in others:
                shared[other] = shared.get(other, 0.0) + weight
        shared.pop(number, None)
        return nlargest(_CANDIDATES, shared, key=lambda other: (shared[other], -other))
