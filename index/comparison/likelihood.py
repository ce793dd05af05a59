"""How likely a reader links two sentences: a sum of evidence in log-odds, each weight fitted to links readers made.

The evidence of a pair of its own is on the scale of a cosine. It is set against what the pairs around it, and the other
pairs of its two sentences, speak for; the score is the logistic function of the sum.
"""

from collections.abc import Mapping, Sequence
from math import exp, log, log1p, sqrt

from index.comparison.anchors import LASTING, alike_stances
from index.comparison.features import Passage
from index.comparison.scoring import Pair, Scores
from index.records import ZoneKind

_PLAIN = 0.4
"""Weight of the plain cosine of two sentences' own words, against that of all features with their neighbours' words."""
_ALIKE = 0.06
"""Evidence of two predictions that look the same way on one theme; twice as much where it is whether things last."""
_START = -1.6
"""Log-odds of two sentences that have nothing in common."""
_EVIDENCE = 3.2
"""Log-odds that each unit of a pair's own evidence adds."""
_AROUND = 0.62
"""Weight of the neighbouring pairs: articles tell one thing in several sentences in a row."""
_STRANGE, _ONE_STORY = 1.6, 0.1
"""What is taken where the two articles share nothing, and the similarity from which on they tell one story: words of
one sentence meet those of another story by chance only."""
_FARTHEST = 700.0
"""Log-odds beyond which a likelihood is 0 for a computer."""
_REACH = 2
"""How many sentences away a neighbouring pair may be."""
_SUPPORTERS = 3
"""How many neighbouring pairs, the best ones, count."""
_RIVALS = 0.53
"""Weight of the best other partner of each of the two sentences: what fits everything fits nothing in particular."""
_APART = 0.15
"""What is taken from a pair of a first and a last sentence; articles on one story tell much of it in one order."""
_LENGTH = 0.16
"""Weight of the length of the longer sentence: the more it says, the more likely it says this too."""
_KIND, _KINDS = 0.08, 3
"""Weight of each kind of claim that both hold, and how many there are: figures, dated events, somebody's words."""
_TITLE = 0.16
"""Weight of each title among the two: a title says what the whole article says."""
_THEME, _THEMES = 0.07, 3
"""Weight of a theme that both speak of, and how many themes count."""
_ABOVE = 0.33
"""What the better pairs take, as many as the shorter article has sentences: one article has only so much to say."""


def own_evidence(a: Passage, b: Passage, words: float) -> float:
    """Return the evidence of a pair by its words and its predictions; ``words`` is that of `score_pairs`."""
    short, long = (a.plain, b.plain) if len(a.plain) <= len(b.plain) else (b.plain, a.plain)
    plain = sum(weight * long[key] for key, weight in short.items() if key in long)
    return words + _PLAIN * plain + _predicted(a, b)


def _predicted(a: Passage, b: Passage) -> float:
    if not alike_stances(a, b):
        return 0.0
    return _ALIKE * (2 if LASTING in a.themes and LASTING in b.themes else 1)


def likelihoods(a: Sequence[Passage], b: Sequence[Passage], evidence: Scores, alike: float, least: float) -> Scores:
    """Return how likely a reader links the sentences of each pair, 0 to 1, for pairs that reach ``least``.

    ``alike`` is the similarity of the two articles.
    """
    wanted = log_odds(least)
    strange = _STRANGE * max(0.0, 1.0 - alike / _ONE_STORY)
    sums = _sums(a, b, evidence, wanted + strange)
    step = _ABOVE / max(1, min(len(a), len(b)))
    ranked = sorted(sums.items(), key=lambda entry: (-entry[1], entry[0]))
    found = ((pair, total - strange - step * above) for above, (pair, total) in enumerate(ranked))
    return {pair: logistic(total) for pair, total in found if total >= wanted}


def _sums(a: Sequence[Passage], b: Sequence[Passage], evidence: Scores, wanted: float) -> Scores:
    """Return the sums of evidence that reach ``wanted``, without what depends on all of them together."""
    rivals = _rivals(evidence, 0, len(a)), _rivals(evidence, 1, len(b))
    near = [_best_near(best) for best in rivals]
    found: Scores = {}
    # Most pairs share too little for anything else to make up for it.
    longest = max((len(passage.terms) for passage in (*a, *b)), default=0)
    needed = wanted - _START - _LENGTH * log1p(longest) - 2 * _TITLE - _KIND * _KINDS - _THEME * _THEMES
    for (i, j), own in evidence.items():
        around = _AROUND * sqrt(_SUPPORTERS * min(near[0][i], near[1][j]))
        if _EVIDENCE * own + around < needed:
            continue
        total = _START + _EVIDENCE * own + _kind(a[i], b[j])
        total -= _RIVALS * (rivals[0][i].other_than(own) + rivals[1][j].other_than(own))
        total -= _APART * abs(i / max(1, len(a) - 1) - j / max(1, len(b) - 1))
        if total + around >= wanted:
            total += _AROUND * sqrt(_around((i, j), evidence))
            if total >= wanted:
                found[i, j] = total
    return found


def logistic(sum_: float) -> float:
    """Return log-odds as a likelihood, 0 to 1."""
    return 1.0 / (1.0 + exp(-sum_)) if sum_ > -_FARTHEST else 0.0


def log_odds(likelihood: float) -> float:
    """Return the sum of evidence whose logistic function is ``likelihood``; infinite at 0 and 1."""
    if 0.0 < likelihood < 1.0:
        return log(likelihood / (1.0 - likelihood))
    return float("-inf") if likelihood <= 0.0 else float("inf")


def _kind(a: Passage, b: Passage) -> float:
    """Return what the two sentences speak for by what they are: their length, titles, claims and themes."""
    titles = sum(passage.sentence.zone is ZoneKind.TITLE for passage in (a, b))
    return (
        _LENGTH * log1p(max(len(a.terms), len(b.terms)))
        + _TITLE * titles
        + _KIND * len(a.kinds & b.kinds)
        + _THEME * min(_THEMES, len(a.themes & b.themes))
    )


class _Best:
    """The two best evidences that a sentence has with any other."""

    __slots__ = ("_second", "first")

    def __init__(self) -> None:
        self.first = self._second = 0.0

    def add(self, evidence: float) -> None:
        if evidence > self.first:
            self.first, self._second = evidence, self.first
        elif evidence > self._second:
            self._second = evidence

    def other_than(self, own: float) -> float:
        """Return the best evidence beside one that is ``own``."""
        return self._second if own >= self.first else self.first


def _rivals(evidence: Scores, side: int, sentences: int) -> list[_Best]:
    found = [_Best() for _ in range(sentences)]
    for pair, score in evidence.items():
        found[pair[side]].add(score)
    return found


def _best_near(best: Sequence[_Best]) -> list[float]:
    """Return for each sentence the most evidence that any pair of it or of the sentences around it has."""
    return [max(entry.first for entry in best[max(0, i - _REACH) : i + _REACH + 1]) for i in range(len(best))]


_NEAR = [(i, j) for i in range(-_REACH, _REACH + 1) for j in range(-_REACH, _REACH + 1) if i or j]


def _around(pair: Pair, evidence: Mapping[Pair, float]) -> float:
    """Return the evidence of the best pairs of sentences around this pair."""
    i, j = pair
    found = [evidence[near] for di, dj in _NEAR if (near := (i + di, j + dj)) in evidence]
    return sum(sorted(found)[-_SUPPORTERS:])
