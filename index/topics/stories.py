"""Which documents tell the same story: those whose rare words are the same. Only their claims are compared.

Documents that share some of their weightiest words are compared by the cosine of many words, and each keeps its
nearest ones. The cost is near-linear: a word that too many documents have leads nowhere, and each document looks at a
limited number of others. Words are kept as numbers, so that ten thousand documents take a few megabytes.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import repeat
from math import log, sqrt
from operator import mul

from index.comparison.weights import TermCounts
from index.topics.watching import SILENT, Watch

LIKE = 0.1
"""From which cosine on two documents may tell one story (stories/: 85 in 100 pairs of one event, 1.5 of two)."""
NEIGHBOURS = 24
"""Documents at the most whose claims are compared with one document's."""
_WORDS = 160
"""Words by which two documents are compared."""
_LEADING = 40
"""The weightiest of them, which lead from one document to another."""
_CROWD = 200
"""Documents with one word from which on it leads nowhere."""
_CANDIDATES = 50
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
    return {id_: index.near(number) for number, id_ in enumerate(watch.each("finding stories", index.ids))}


def by_story(ids: Iterable[str], near: Mapping[str, Sequence[tuple[str, float]]]) -> list[str]:
    """Return documents so that those of one story stand together: what is read of one serves the next."""
    found: dict[str, None] = {}
    for first in ids:
        waiting = [first]
        while waiting:
            id_ = waiting.pop()
            if id_ not in found:
                found[id_] = None
                waiting.extend(other for other, _ in reversed(near.get(id_, ())) if other not in found)
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
