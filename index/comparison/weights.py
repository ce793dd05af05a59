"""How much a shared word says: rare words over the corpus count much, the story's own names and common words little."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from index.comparison.common_words import COMMON, COMMONEST, GRAMMAR
from index.comparison.terms import stem

_PRIOR_SENTENCES = 800.0
"""Weight of general English against the corpus, in sentences: a corpus of a few articles says little about rarity."""

_RATE_GRAMMAR, _RATE_COMMONEST, _RATE_COMMON, _RATE_RARE = 0.2, 0.025, 0.008, 0.0005
"""Chance that a sentence of English news holds a given word of the tier."""


@lru_cache(maxsize=1)
def _tiers() -> dict[str, float]:
    rates: dict[str, float] = {}
    for words, rate in ((COMMON, _RATE_COMMON), (COMMONEST, _RATE_COMMONEST), (GRAMMAR, _RATE_GRAMMAR)):
        rates.update(dict.fromkeys((stem(word) for word in words), rate))
    return rates


def is_grammar(term: str) -> bool:
    """Tell whether ``term`` (a stem) is a word of grammar, which never links anything."""
    return _tiers().get(term, 0.0) >= _RATE_GRAMMAR


class CorpusWeights:
    """Counts over the corpus: in how many documents and in how many sentences a term (a stem) stands.

    Built one document at a time with `add`, kept up to date with `remove`; two small integers for each term. Without
    any document it still weighs words by what is common in English.
    """

    def __init__(self) -> None:
        self.documents = 0
        self.sentences = 0
        self._document_counts: Counter[str] = Counter()
        self._sentence_counts: Counter[str] = Counter()

    def add(self, sentences: Iterable[Iterable[str]]) -> None:
        """Count one document, given as the terms of each of its sentences."""
        self._count(sentences, 1)

    def remove(self, sentences: Iterable[Iterable[str]]) -> None:
        """Take back one document that was added with the same sentences."""
        self._count(sentences, -1)

    def _count(self, sentences: Iterable[Iterable[str]], sign: int) -> None:
        counts: Counter[str] = Counter()
        for terms in sentences:
            self.sentences += sign
            counts.update(dict.fromkeys(terms, 1))
        self.documents += sign
        for term, count in counts.items():
            self._document_counts[term] += sign
            self._sentence_counts[term] += sign * count
            if self._document_counts[term] <= 0:
                del self._document_counts[term], self._sentence_counts[term]

    def document_count(self, term: str) -> int:
        """In how many documents ``term`` stands."""
        return self._document_counts[term]

    def document_weight(self, term: str) -> float:
        """Inverse document frequency, smoothed: ``log((1 + N) / (0.5 + df))``, never below 0."""
        return max(0.0, log((1 + self.documents) / (0.5 + self._document_counts[term])))

    def sentence_weight(self, term: str) -> float:
        """Inverse sentence frequency of ``term``, its rate in English news counting as a prior of 800 sentences."""
        rate = _tiers().get(term, _RATE_RARE)
        total = self.sentences + _PRIOR_SENTENCES
        return max(0.0, log(total / (0.5 + self._sentence_counts[term] + rate * _PRIOR_SENTENCES)))

    def to_counts(self) -> dict[str, object]:
        """Return the counts as plain data, for a cache."""
        return {
            "documents": self.documents,
            "sentences": self.sentences,
            "terms": {term: [count, self._sentence_counts[term]] for term, count in self._document_counts.items()},
        }

    @classmethod
    def from_counts(cls, counts: Mapping[str, object]) -> "CorpusWeights":
        """Return the weights that `to_counts` wrote down; raises KeyError, TypeError or ValueError when they are none."""
        weights = cls()
        weights.documents, weights.sentences = int(str(counts["documents"])), int(str(counts["sentences"]))
        terms = counts["terms"]
        if not isinstance(terms, Mapping):
            raise TypeError("terms must be a mapping")
        for term, (documents, sentences) in terms.items():
            weights._document_counts[str(term)] = int(documents)
            weights._sentence_counts[str(term)] = int(sentences)
        return weights
