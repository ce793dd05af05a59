"""Evidence beside the words of two sentences: a term of several words, predictions alike on one theme, thin grounds."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import log

from index.comparison.features import Passage
from index.comparison.scoring import Pair, Scores
from index.comparison.themes import themes_of
from index.terms.terms import Term
from index.terms.weights import is_grammar

SHARED_TERM = "both say “"
"""How the reason begins that quotes a term of two words."""
_TERM = 0.07
"""Evidence of a shared term of two words ("soft power", "early election") that is rare in both articles."""
_TERMS_MOST = 0.12
_FULL_WEIGHT = 4.0
"""The lighter word of a term needs this weight for the term to count in full."""
_PREDICTION = 0.06
"""Evidence of two predictions that look the same way on one theme; twice as much where it is whether things last."""
_LASTING = "lasting"
_OPEN = frozenset({"uncertain", "unlikely"})
"""Stances that doubt: a question whether it lasts and a denial speak of one thing."""
_THIN = 0.6
"""What is left of the evidence of two words that stand alone: they may have another sense in the other sentence."""
_THIN_WORDS = 3
_THIN_WEIGHT = 6.0
_NAME_WEIGHT = 9.0
_PRIOR = 30
"""Sentences added to the pair's own, as for the words of a passage."""


class Anchors:
    """What else two articles' sentences have in common; each sentence is read once."""

    def __init__(self, a: Sequence[Passage], b: Sequence[Passage]) -> None:
        self._a, self._b = a, b
        self._terms = ([_terms(passage.terms) for passage in a], [_terms(passage.terms) for passage in b])
        self._themes = ([themes_of(passage.terms) for passage in a], [themes_of(passage.terms) for passage in b])
        self._own = ([_own_words(passage) for passage in a], [_own_words(passage) for passage in b])
        self._stances = ([_stances(passage) for passage in a], [_stances(passage) for passage in b])
        self._counts = Counter(key for side in self._terms for terms in side for key in terms)
        self._total = len(a) + len(b) + _PRIOR

    def raised(self, scores: Scores) -> Scores:
        """Return the scores of pairs with the evidence of their anchors, those on thin grounds lowered."""
        return {pair: self._raised(pair, score) for pair, score in scores.items()}

    def reasons(self, pair: Pair) -> list[str]:
        """Return in words what anchors a link: "both say “soft power”", "predictions alike: likely"."""
        found = sorted(self._shared_terms(pair), key=lambda key: (self._counts[key], key))
        said = [f"{SHARED_TERM}{self._a[pair[0]].text[slice(*self._terms[0][pair[0]][key])]}”" for key in found[:2]]
        if self._prediction(pair):
            stances = self._stances[0][pair[0]] & self._stances[1][pair[1]] or _OPEN
            lasting = f" ({_LASTING})" if _LASTING in self._shared_themes(pair) else ""
            said.append(f"predictions alike: {', '.join(sorted(stances))}{lasting}")
        return said

    def _raised(self, pair: Pair, score: float) -> float:
        expected = self._prediction(pair)
        shared = self._shared_terms(pair)
        if self._is_thin(pair, shared):
            return score * _THIN + expected
        return score + expected + min(_TERMS_MOST, sum(self._weight(pair, key) for key in sorted(shared)))

    def _shared_terms(self, pair: Pair) -> set[str]:
        return self._terms[0][pair[0]].keys() & self._terms[1][pair[1]].keys()

    def _shared_themes(self, pair: Pair) -> frozenset[str]:
        return self._themes[0][pair[0]] & self._themes[1][pair[1]]

    def _weight(self, pair: Pair, key: str) -> float:
        vector = self._a[pair[0]].vector
        least = min(vector.get(word, 0.0) for word in key.split(" "))
        rarity = max(0.0, log(self._total / (self._counts[key] + 0.5)) / log(self._total / 1.5))
        return _TERM * rarity * min(1.0, least / _FULL_WEIGHT)

    def _prediction(self, pair: Pair) -> float:
        left, right = self._stances[0][pair[0]], self._stances[1][pair[1]]
        if not left or not right or not (left & right or (left & _OPEN and right & _OPEN)):
            return 0.0
        themes = self._shared_themes(pair)
        return _PREDICTION * (2 if _LASTING in themes else 1) if themes else 0.0

    def _is_thin(self, pair: Pair, terms: AbstractSet[str]) -> bool:
        """Tell whether two sentences share a few plain words without name, number or theme, or one such thing alone."""
        if len(terms) > 1 or self._shared_themes(pair):
            return False
        left, right = self._own[0][pair[0]], self._own[1][pair[1]]
        named = {word for key in terms for word in key.split(" ")}
        strong, objects = 0, len(terms)
        for key in left.keys() & right.keys():
            weight = left[key][0] * right[key][0]
            if strong > _THIN_WORDS or not key.isascii():
                return False
            objects += key not in named and (key[0].isdigit() or (left[key][1] and weight > _NAME_WEIGHT))
            strong += key not in named and weight > _THIN_WEIGHT
        return strong <= 1 if objects == 1 else strong <= _THIN_WORDS and not objects


def _terms(terms: Sequence[Term]) -> dict[str, tuple[int, int]]:
    """Return the pairs of neighbouring words that say something, with their places; no names of alias groups."""
    found: dict[str, tuple[int, int]] = {}
    for left, right in pairwise(terms):
        if not (left.key.isalpha() and right.key.isalpha()) or right.start - left.end != 1:
            continue
        if is_grammar(left.key) or is_grammar(right.key):
            continue
        found.setdefault(f"{left.key} {right.key}", (left.start, right.end))
    return found


def _own_words(passage: Passage) -> dict[str, tuple[float, bool]]:
    """Return the words that stand in the sentence itself, with their weights and whether they have a capital."""
    words: dict[str, tuple[float, bool]] = {}
    for term in passage.terms:
        weight = passage.vector.get(term.key, 0.0)
        if weight and term.key[0] != "=":
            words[term.key] = (weight, term.capital or words.get(term.key, (0.0, False))[1])
    return words


def _stances(passage: Passage) -> frozenset[str]:
    return frozenset(claim.stance for claim in passage.claims if claim.stance)
