"""How strongly two sentences speak of one thing, from the words they share and from what stands around them."""

from collections.abc import Mapping, Sequence
from math import exp

from index.comparison.features import Passage

Pair = tuple[int, int]
Scores = dict[Pair, float]

_FLOOR = 0.03
"""Pairs whose cosine is below are not looked at again."""
_LONE_WORD = 1.0
"""How much a link by few words is doubted: n words of equal weight keep n / (n + 1) of the score."""
_REACH = 2
"""How many sentences away a neighbouring pair may be."""
_SUPPORT = 0.2
"""What each of the best neighbouring pairs adds of its own score."""
_SUPPORTERS = 3
_STEEPNESS = 3.0
"""Maps the sum of the evidence to 0..1 as 1 - exp(-3 evidence): twice the evidence is never twice the score."""


def score_pairs(a: Sequence[Passage], b: Sequence[Passage]) -> Scores:
    """Return the evidence for each pair of passages that share words: (index in a, index in b) to 0..1, small.

    Cosine of the weighted features, where a short sentence counts as one of ordinary length, times a factor that
    trusts several shared words more than a single one. Pairs are found over an inverted index of ``b``.
    """
    length = _usual_length([*a, *b])
    postings: dict[str, list[tuple[int, float]]] = {}
    for passage in b:
        for key, weight in passage.vector.items():
            postings.setdefault(key, []).append((passage.index, weight / max(passage.norm, length)))
    scores: Scores = {}
    for passage in a:
        for index, cosine in _cosines(passage, postings, length).items():
            if cosine >= _FLOOR:
                scores[passage.index, index] = cosine * _trust(passage.vector, b[index].vector)
    return scores


def _usual_length(passages: Sequence[Passage]) -> float:
    return sum(passage.norm for passage in passages) / max(1, len(passages)) or 1.0


def _cosines(passage: Passage, postings: Mapping[str, Sequence[tuple[int, float]]], length: float) -> dict[int, float]:
    norm = max(passage.norm, length)
    found: dict[int, float] = {}
    for key, weight in passage.vector.items():
        share = weight / norm
        for index, other in postings.get(key, ()):
            found[index] = found.get(index, 0.0) + share * other
    return found


def _trust(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return n / (n + 1), n being how many equally weighty words would share as much (the participation ratio)."""
    shared = [weight * b[key] for key, weight in a.items() if key in b]
    total = sum(shared)
    count = total * total / sum(value * value for value in shared)
    return count / (count + _LONE_WORD)


def with_neighbours(scores: Scores) -> Scores:
    """Return the scores, each raised by the best of the pairs that stand around it on both sides."""
    near = [(i, j) for i in range(-_REACH, _REACH + 1) for j in range(-_REACH, _REACH + 1) if i or j]
    raised: Scores = {}
    for (i, j), score in scores.items():
        around = sorted((scores.get((i + di, j + dj), 0.0) for di, dj in near), reverse=True)
        raised[i, j] = score + _SUPPORT * sum(around[:_SUPPORTERS])
    return raised


def presented(evidence: float) -> float:
    """Return evidence as the score that is shown, between 0 and 1."""
    return 1.0 - exp(-_STEEPNESS * evidence)
