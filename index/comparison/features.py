"""What a sentence is about, as weighted features: rare words, word families, names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log, sqrt

from index.claim_matching import Claims, folder_of, gather, mentions_of
from index.comparison.themes import themes_of
from index.language import Aliases, family_of
from index.records import (
    Claim,
    ClaimKind,
    Document,
    Sentence,
    stance_of,
)
from index.terms import CorpusWeights, Term, TermCounts, count_terms, is_grammar, linkable, terms_of

_FAMILY = 0.6
"""Weight of a shared word family against a shared word."""
_NAME = 1.15
"""Weight of a capitalised word inside a sentence against any other word."""
_PHRASE = 0.4
"""Weight of two telling words in a row against the mean of the two."""
_GAP = 2
"""Characters that may lie between the words of a phrase."""
_CONTEXT = 0.2
"""Weight of a word of the sentence before or after, in the same paragraph, against one's own."""
_CONTEXT_WORDS = 8
_LOCAL_PRIOR = 30.0
"""Sentences added to the pair's own, so that two short notes do not make every word common."""
_LOCAL_LEAST = 0.05
"""A word that stands in every sentence of the pair keeps this share of its weight, before the root."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as the comparison sees it.

    ``vector`` maps features to weights, those of the neighbouring sentences among them; ``norm`` is its length.
    ``plain`` are the sentence's own words, word families as one, weighed by how rare they are in the two articles and
    scaled to length 1. ``themes`` are those its words speak of, ``stances`` those of its predictions.
    """

    index: int
    sentence: Sentence
    text: str
    terms: tuple[Term, ...]
    vector: Mapping[str, float]
    norm: float
    plain: Mapping[str, float]
    claims: tuple[Claim, ...]
    themes: frozenset[str]
    stances: frozenset[str]
    kinds: frozenset[ClaimKind]
    """Which kinds of claims it holds, forecasts left aside: those tell by their stances."""


class FeatureWeights:
    """The weight of a feature: its rarity in the corpus, times the root of its rarity in the documents at hand.

    The second factor weighs down the story's own names, which are rare in a corpus of many stories.
    """

    def __init__(self, sentences: Sequence[Sequence[Term]], corpus: CorpusWeights, aliases: Aliases) -> None:
        self._corpus = corpus
        self._aliases = aliases
        self._counts: Counter[str] = Counter()
        for terms in sentences:
            keys = {term.key for term in terms}
            self._counts.update(keys)
            self._counts.update({family for key in keys if (family := family_of(key)) is not None})
        self._total = len(sentences) + _LOCAL_PRIOR
        self._known: dict[str, float] = {}
        self._folded: dict[str, tuple[str, float]] = {}

    def of(self, key: str) -> float:
        """Return the weight of a term; 0 for words of grammar."""
        weight = self._known.get(key)
        if weight is None:
            rarity = 0.0 if is_grammar(key) else self._corpus.sentence_weight(key, self._aliases)
            weight = self._known[key] = rarity * self._local(key)
        return weight

    def of_family(self, family: str, weight: float) -> float:
        """Return the weight of a word family, of which a word with ``weight`` stands in the sentence."""
        return _FAMILY * min(weight, self._corpus.sentence_weight(family) * self._local(family))

    def _local(self, key: str) -> float:
        rarity = log(self._total / (self._counts[key] + 0.5)) / log(self._total / 1.5)
        return sqrt(max(_LOCAL_LEAST, rarity))

    def plain(self, terms: Sequence[Term]) -> dict[str, float]:
        """Return the words of a sentence, families as one, by their rarity in these documents; its length is 1."""
        found: dict[str, float] = {}
        for term in terms:
            key, weight = self._folded.get(term.key) or self._fold(term.key)
            if weight:
                found[key] = weight
        norm = sqrt(sum(weight * weight for weight in found.values())) or 1.0
        return {key: weight / norm for key, weight in found.items()}

    def _fold(self, key: str) -> tuple[str, float]:
        """Return the family of a word, or the word, and its plain weight."""
        folded = family_of(key) or key
        rarity = 0.0 if is_grammar(key) else max(0.0, log(self._total / (self._counts[folded] + 0.5)))
        self._folded[key] = (folded, rarity)
        return folded, rarity

    def vector(self, terms: Sequence[Term]) -> dict[str, float]:
        """Return the features of a sentence with their weights: its words, their families, and pairs of words."""
        vector: dict[str, float] = {}
        before: Term | None = None
        for position, term in enumerate(terms):
            weight = self.of(term.key)
            if weight <= 0.0:
                continue
            if before is not None and term.start - before.end <= _GAP:
                vector[f"{before.key} {term.key}"] = _PHRASE * (weight + self.of(before.key)) / 2
            before = term
            if term.capital and position:
                weight *= _NAME
            vector[term.key] = max(weight, vector.get(term.key, 0.0))
            family = family_of(term.key)
            if family is not None:
                vector[family] = max(self.of_family(family, weight), vector.get(family, 0.0))
        return vector


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with the terms of its linkable sentences: what does not depend on the other document."""

    document: Document
    sentences: tuple[Sentence, ...]
    terms: tuple[tuple[Term, ...], ...]
    counts: TermCounts
    claims: Sequence[Claim]
    matched: Claims
    """The claims as claim matching sees them, in the same order."""
    themes: tuple[frozenset[str], ...]
    places: Mapping[int, int]
    """The number of the sentence that begins at an offset."""

    def place_of(self, claim: int) -> int | None:
        """Return the number of the sentence of the claim at a place; None where that sentence may not be linked."""
        return self.places.get(self.claims[claim].sentence.start)


def prepare(document: Document, claims: Sequence[Claim], aliases: Aliases, corpus: CorpusWeights) -> Prepared:
    """Return a document ready to be compared with any other one of the corpus."""
    sentences = tuple(linkable(document))
    counts = count_terms(document)
    mentions = mentions_of(
        claims,
        counts,
        folder_of(aliases),
        lambda key: corpus.sentence_weight(key, aliases),
        document.metadata.published,
    )
    terms = tuple(tuple(terms_of(document.slice(sentence.span), aliases)) for sentence in sentences)
    return Prepared(
        document,
        sentences,
        terms=terms,
        counts=counts,
        claims=claims,
        matched=gather(mentions),
        themes=tuple(themes_of(words) for words in terms),
        places={sentence.span.start: number for number, sentence in enumerate(sentences)},
    )


def passages_of(documents: Sequence[Prepared], corpus: CorpusWeights, aliases: Aliases) -> list[list[Passage]]:
    """Return the passages of each document, their words weighed by the corpus and by how common they are in these."""
    weights = FeatureWeights([terms for document in documents for terms in document.terms], corpus, aliases)
    return [_passages(document, weights) for document in documents]


def _by_sentence(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence.start, []).append(claim)
    return found


def _passages(prepared: Prepared, weights: FeatureWeights) -> list[Passage]:
    vectors = [weights.vector(terms) for terms in prepared.terms]
    told = [_weightiest(vector) for vector in vectors]
    told_in = _by_sentence(prepared.claims)
    passages = []
    for index, (sentence, terms) in enumerate(zip(prepared.sentences, prepared.terms, strict=True)):
        vector = dict(vectors[index])
        for beside in (index - 1, index + 1):
            if 0 <= beside < len(vectors) and prepared.sentences[beside].paragraph == sentence.paragraph:
                _take_over(vector, told[beside], vectors[index])
        norm = sqrt(sum(weight * weight for weight in vector.values()))
        claims = tuple(told_in.get(sentence.span.start, ()))
        passages.append(
            Passage(
                index,
                sentence,
                prepared.document.slice(sentence.span),
                terms,
                vector,
                norm,
                plain=weights.plain(terms),
                claims=claims,
                themes=prepared.themes[index],
                stances=frozenset(stance for claim in claims if (stance := stance_of(claim))),
                kinds=frozenset(claim.kind for claim in claims if claim.kind is not ClaimKind.PREDICTION),
            )
        )
    return passages


def _weightiest(vector: Mapping[str, float]) -> list[tuple[float, str]]:
    """Return the words of a sentence that say most, for its neighbours; families and phrases stay with it."""
    words = ((weight, key) for key, weight in vector.items() if key[0] != "~" and " " not in key)
    return nlargest(_CONTEXT_WORDS, words)


def _take_over(vector: dict[str, float], words: Sequence[tuple[float, str]], own: Mapping[str, float]) -> None:
    """Add a neighbouring sentence's words: "the app went dark" means the app that the sentence before it names."""
    for weight, key in words:
        if key not in own:
            vector[key] = max(_CONTEXT * weight, vector.get(key, 0.0))


def similarity(a: Sequence[Passage], b: Sequence[Passage]) -> float:
    """Return the cosine of two documents, each the sum of its passages' features; 0 to 1."""
    left, right = _sum(a), _sum(b)
    dot = sum(weight * right.get(key, 0.0) for key, weight in left.items())
    size = sqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
    return round(min(1.0, dot / size), 4) if size else 0.0


def _sum(passages: Sequence[Passage]) -> dict[str, float]:
    total: dict[str, float] = {}
    for passage in passages:
        for key, weight in passage.vector.items():
            total[key] = total.get(key, 0.0) + weight
    return total
