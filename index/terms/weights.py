"""How much a shared word says: rare words over the corpus count much, the story's own names and common words little."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from index.english import words
from index.language import NO_ALIASES, Aliases
from index.records import Document, Sentence, ZoneKind
from index.terms.terms import alias_stems, stem, words_of

LINKED_ZONES = frozenset({ZoneKind.BODY, ZoneKind.TITLE, ZoneKind.SUMMARY})
"""The zones whose sentences may be linked, and whose words are counted."""

_PRIOR_SENTENCES = 800.0
"""Weight of general English against the corpus, in sentences: a corpus of a few articles says little about rarity."""

_STORY_PRIOR_SENTENCES = 20_000.0
"""The same where documents are asked which story they tell: in a folder on one story its own names must still count."""

_TITLE = 2

_RATE_GRAMMAR, _RATE_RARE = 0.2, 0.0005
_RATES = {"tier-grammar": _RATE_GRAMMAR, "tier-commonest": 0.025, "tier-common": 0.008}
"""Chance that a sentence of English news holds a given word of the tier.

The tiers stand in for the word frequencies of a large corpus while the user's own is small; they were written down from
general knowledge of English.
"""


@lru_cache(maxsize=1)
def _tiers() -> dict[str, float]:
    return {stem(word): rate for tier, rate in _RATES.items() for word in words(tier)}


def is_grammar(term: str) -> bool:
    """Return whether ``term`` (a stem) is a word of grammar, which never links anything."""
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
    """Counts over the corpus: in how many sentences a stem stands.

    Built one document at a time with `add` and kept up to date with `remove`; one integer for each stem. Without any
    document it still weighs words by how common they are in English, which is what two lone articles need.
    """

    def __init__(self) -> None:
        self.documents = 0
        self.sentences = 0
        self._counts: dict[str, int] = {}

    def add(self, document: TermCounts) -> None:
        """Count one document."""
        self.documents += 1
        self.sentences += document.sentences
        counts = self._counts
        for term, count in document.counts.items():
            counts[term] = counts.get(term, 0) + count

    def remove(self, document: TermCounts) -> None:
        """Take back one document that was added with the same counts."""
        self.documents -= 1
        self.sentences -= document.sentences
        for term, count in document.counts.items():
            left = self._counts.get(term, 0) - count
            if left > 0:
                self._counts[term] = left
            else:
                self._counts.pop(term, None)

    def sentence_weight(self, term: str, aliases: Aliases = NO_ALIASES) -> float:
        """Inverse sentence frequency of ``term``, its rate in English news counting as a prior of 800 sentences."""
        return self._weight(term, aliases, _PRIOR_SENTENCES)

    def story_weight(self, term: str) -> float:
        """Inverse sentence frequency of ``term`` where the corpus may be one story: a prior of 20,000 sentences."""
        return self._weight(term, NO_ALIASES, _STORY_PRIOR_SENTENCES)

    def _weight(self, term: str, aliases: Aliases, prior: float) -> float:
        if term.startswith("="):
            found = float(sum(self._name_count(stems) for stems in alias_stems(aliases, term)))
        else:
            found = self._counts.get(term, 0)
        total = self.sentences + prior
        return max(0.0, log(total / (0.5 + found + _tiers().get(term, _RATE_RARE) * prior)))

    def _name_count(self, stems: Sequence[str]) -> int:
        return min(self._counts.get(stem, 0) for stem in stems)
