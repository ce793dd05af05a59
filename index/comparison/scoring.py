"""Which sentences of two articles share words, and how much those say: the first evidence of a link."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest

from index.comparison.features import Passage

Pair = tuple[int, int]
Scores = dict[Pair, float]

_FLOOR = 0.03
"""Pairs whose cosine is below are not looked at again."""
_WORK = 4_000_000
"""Steps that finding pairs may take; prose of 20,000 words a side needs a quarter of it."""
_PARTNERS = 20
_LONE_WORD = 1.0
"""How much a link by few words is doubted: n words of equal weight keep n / (n + 1) of the score."""


def score_pairs(a: Sequence[Passage], b: Sequence[Passage]) -> Scores:
    """Return the evidence for each pair of passages that share words: (index in a, index in b) to 0..1, small.

    Cosine of the weighted features, where a short sentence counts as one of ordinary length, times a factor that
    trusts several shared words more than a single one. Pairs are found over an inverted index of ``b``; features that
    are everywhere in long texts are left out there, and each passage keeps its best twenty partners.
    """
    length = _usual_length([*a, *b])
    postings = _postings(a, b, length)
    scores: Scores = {}
    for passage in a:
        for index, cosine in _cosines(passage, postings, length):
            scores[passage.index, index] = cosine * _trust(passage.vector, b[index].vector)
    return scores


def _usual_length(passages: Sequence[Passage]) -> float:
    return sum(passage.norm for passage in passages) / max(1, len(passages)) or 1.0


def _postings(a: Sequence[Passage], b: Sequence[Passage], length: float) -> dict[str, list[tuple[int, float]]]:
    """Return for each feature the passages of ``b`` that have it, the rarest features first while the work allows."""
    counts = Counter(key for passage in a for key in passage.vector)
    postings: dict[str, list[tuple[int, float]]] = {}
    for passage in b:
        for key, weight in passage.vector.items():
            if key in counts:
                postings.setdefault(key, []).append((passage.index, weight / max(passage.norm, length)))
    work = {key: counts[key] * len(found) for key, found in postings.items()}
    left = _WORK
    for key in sorted(work, key=lambda key: (work[key], key)):
        left -= work[key]
        if left < 0:
            del postings[key]
    return postings


def _cosines(
    passage: Passage, postings: Mapping[str, Sequence[tuple[int, float]]], length: float
) -> list[tuple[int, float]]:
    norm = max(passage.norm, length)
    found: dict[int, float] = {}
    for key, weight in passage.vector.items():
        share = weight / norm
        for index, other in postings.get(key, ()):
            found[index] = found.get(index, 0.0) + share * other
    entries = [entry for entry in found.items() if entry[1] >= _FLOOR]
    if len(entries) <= _PARTNERS:
        return entries
    return nlargest(_PARTNERS, entries, key=lambda entry: (entry[1], -abs(entry[0] - passage.index)))


def _trust(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return n / (n + 1), n being how many equally weighty words would share as much (the participation ratio)."""
    shared = [weight * b[key] for key, weight in a.items() if key in b]
    total = sum(shared)
    count = total * total / sum(value * value for value in shared)
    return count / (count + _LONE_WORD)
