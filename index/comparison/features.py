"""What a sentence is about, as weighted features: rare words, word families, names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from index.comparison.families import family_of
from index.comparison.terms import Folder, Term
from index.comparison.weights import CorpusWeights, is_grammar
from index.records import Claim, Document, Sentence, ZoneKind

LINKED_ZONES = frozenset({ZoneKind.BODY, ZoneKind.TITLE, ZoneKind.SUMMARY})
"""The zones whose sentences may be linked."""

_FAMILY = 0.6
"""Weight of a shared word family against a shared word."""
_NAME = 1.3
"""Weight of a capitalised word inside a sentence against any other word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as the comparison sees it; ``vector`` maps features to weights, ``norm`` is the vector's length."""

    index: int
    sentence: Sentence
    text: str
    terms: tuple[Term, ...]
    vector: Mapping[str, float]
    norm: float
    claims: tuple[Claim, ...]


def linkable(document: Document) -> list[Sentence]:
    """Return the sentences of ``document`` that may be linked, in order."""
    return [sentence for sentence in document.sentences if sentence.zone in LINKED_ZONES]


def sentence_terms(document: Document, folder: Folder) -> list[list[str]]:
    """Return the terms of each linkable sentence: what `CorpusWeights.add` counts."""
    return [[term.key for term in folder.terms(document.slice(s.span))] for s in linkable(document)]


def weigh(
    documents: Sequence[Document], claims: Sequence[Sequence[Claim]], weights: CorpusWeights, folder: Folder
) -> list[list[Passage]]:
    """Return the passages of each document, their words weighed by the corpus and by how common they are in these."""
    spans = [linkable(document) for document in documents]
    terms = [
        [tuple(folder.terms(document.slice(sentence.span))) for sentence in sentences]
        for document, sentences in zip(documents, spans, strict=True)
    ]
    table = _Weights([entry for entries in terms for entry in entries], weights)
    result = []
    for document, sentences, entries, found in zip(documents, spans, terms, claims, strict=True):
        by_start: dict[int, list[Claim]] = {}
        for claim in found:
            by_start.setdefault(claim.sentence.start, []).append(claim)
        result.append(
            [
                _passage(index, document, sentence, entry, table, tuple(by_start.get(sentence.span.start, ())))
                for index, (sentence, entry) in enumerate(zip(sentences, entries, strict=True))
            ]
        )
    return result


class _Weights:
    """The weight of a feature: rarity in the corpus times rarity in the documents at hand."""

    def __init__(self, sentences: Sequence[Sequence[Term]], corpus: CorpusWeights) -> None:
        self._corpus = corpus
        self._counts: Counter[str] = Counter()
        for terms in sentences:
            self._counts.update({term.key for term in terms})
        self._total = len(sentences) + 1.0
        self._known: dict[str, float] = {}

    def __call__(self, key: str) -> float:
        weight = self._known.get(key)
        if weight is None:
            weight = self._known[key] = self._weigh(key)
        return weight

    def _weigh(self, key: str) -> float:
        if is_grammar(key):
            return 0.0
        local = log((self._total + 30) / (self._counts[key] + 0.5)) / log((self._total + 30) / 1.5)
        return self._corpus.sentence_weight(key) * max(0.05, local)


def _passage(
    index: int,
    document: Document,
    sentence: Sentence,
    terms: tuple[Term, ...],
    table: _Weights,
    claims: tuple[Claim, ...],
) -> Passage:
    vector: dict[str, float] = {}
    for position, term in enumerate(terms):
        weight = table(term.key)
        if weight <= 0.0:
            continue
        if term.capital and position:
            weight *= _NAME
        vector[term.key] = max(weight, vector.get(term.key, 0.0))
        family = family_of(term.key)
        if family is not None:
            vector[family] = max(_FAMILY * weight, vector.get(family, 0.0))
    norm = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return Passage(index, sentence, document.slice(sentence.span), terms, vector, norm, claims)
