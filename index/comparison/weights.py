"""How much a shared word says: rare words over the corpus count much, the story's own names and common words little."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from index.comparison.common_words import COMMON, COMMONEST, GRAMMAR
from index.comparison.terms import alias_stems, stem, words_of
from index.language.aliases import NO_ALIASES, Aliases
from index.records import Document, Sentence, ZoneKind

LINKED_ZONES = frozenset({ZoneKind.BODY, ZoneKind.TITLE, ZoneKind.SUMMARY})
"""The zones whose sentences may be linked, and whose words are counted."""

_PRIOR_SENTENCES = 800.0
"""Weight of general English against the corpus, in sentences: a corpus of a few articles says little about rarity."""

_TITLE = 2

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


def linkable(document: Document) -> list[Sentence]:
    """Return the sentences of ``document`` that may be linked, in order."""
    return [sentence for sentence in document.sentences if sentence.zone in LINKED_ZONES]


@dataclass(frozen=True, slots=True)
class TermCounts:
    """A document as the corpus weights see it: its number of sentences, and in how many of them each stem stands.

    A title says what the article is about: a word of it counts for two sentences more.
    """

    sentences: int
    counts: Mapping[str, int]


def count_terms(document: Document) -> TermCounts:
    """Return a document's counts; they depend on its text only, and can be kept with it."""
    counts: Counter[str] = Counter()
    sentences = linkable(document)
    titles: set[str] = set()
    for sentence in sentences:
        stems = {token.stem for token in words_of(document.slice(sentence.span))}
        counts.update(stems)
        if sentence.zone is ZoneKind.TITLE:
            titles |= stems
    for stem_ in titles:
        counts[stem_] += _TITLE
    return TermCounts(len(sentences), {term: counts[term] for term in sorted(counts) if not is_grammar(term)})


class CorpusWeights:
    """Counts over the corpus: in how many documents and in how many sentences a stem stands.

    Built one document at a time with `add` and kept up to date with `remove`; two integers for each stem. Without any
    document it still weighs words by how common they are in English, which is what two lone articles need.
    """

    def __init__(self) -> None:
        self.documents = 0
        self.sentences = 0
        self._document_counts: dict[str, int] = {}
        self._sentence_counts: dict[str, int] = {}

    def add(self, document: TermCounts) -> None:
        """Count one document."""
        self.documents += 1
        self.sentences += document.sentences
        in_documents, in_sentences = self._document_counts, self._sentence_counts
        for term, count in document.counts.items():
            in_documents[term] = in_documents.get(term, 0) + 1
            in_sentences[term] = in_sentences.get(term, 0) + count

    def remove(self, document: TermCounts) -> None:
        """Take back one document that was added with the same counts."""
        self.documents -= 1
        self.sentences -= document.sentences
        for term, count in document.counts.items():
            left = self._document_counts.get(term, 0) - 1
            if left > 0:
                self._document_counts[term] = left
                self._sentence_counts[term] -= count
            else:
                self._document_counts.pop(term, None)
                self._sentence_counts.pop(term, None)

    def document_weight(self, term: str) -> float:
        """Inverse document frequency, smoothed: ``log(1 + N / (0.5 + df))``."""
        return log(1 + self.documents / (0.5 + self._document_counts.get(term, 0)))

    def sentence_weight(self, term: str, aliases: Aliases = NO_ALIASES) -> float:
        """Inverse sentence frequency of ``term``, its rate in English news counting as a prior of 800 sentences."""
        if term.startswith("="):
            found = float(sum(self._name_count(stems) for stems in alias_stems(aliases, term)))
        else:
            found = self._sentence_counts.get(term, 0)
        total = self.sentences + _PRIOR_SENTENCES
        return max(0.0, log(total / (0.5 + found + _tiers().get(term, _RATE_RARE) * _PRIOR_SENTENCES)))

    def _name_count(self, stems: Sequence[str]) -> int:
        return min(self._sentence_counts.get(stem, 0) for stem in stems)

    def to_counts(self) -> dict[str, object]:
        """Return the counts as plain data, for a cache."""
        terms = {term: [count, self._sentence_counts[term]] for term, count in self._document_counts.items()}
        return {"documents": self.documents, "sentences": self.sentences, "terms": terms}

    @classmethod
    def from_counts(cls, counts: Mapping[str, object]) -> "CorpusWeights":
        """Return the weights that `to_counts` wrote; raises KeyError, TypeError or ValueError when they are none."""
        weights = cls()
        weights.documents, weights.sentences = int(str(counts["documents"])), int(str(counts["sentences"]))
        terms = counts["terms"]
        if not isinstance(terms, Mapping):
            raise TypeError("terms must be a mapping")
        for term, (documents, sentences) in terms.items():
            weights._document_counts[str(term)] = int(documents)
            weights._sentence_counts[str(term)] = int(sentences)
        return weights
