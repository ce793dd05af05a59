"""Which documents are on the same event: cosine of tf-idf vectors over an inverted index of the corpus."""

from array import array
from collections.abc import Callable
from math import log, sqrt

from index.comparison.wording import shared_wording
from index.records import Document, Related
from index.terms import TermCounts, linkable, words_of

_WORDS_SHOWN = 5
_LEAST = 0.01
_SPEAKERS = 3
_SPEAKING = 0.5
_COPY_FROM = 0.6
"""From this cosine on the wording is compared."""
_VERSION = 0.3
_COPY = 0.8


class RelatedIndex:
    """Sparse vectors of all documents, as postings: eight bytes for each word of each document.

    Add documents one by one; a document that changed is removed and added again. Not safe to change while it answers.
    """

    def __init__(self) -> None:
        self._ids: list[str | None] = []
        self._numbers: dict[str, int] = {}
        self._postings: dict[str, tuple[array[int], array[float]]] = {}
        self._norms: array[float] | None = None

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._numbers

    def add(self, id_: str, document: TermCounts) -> None:
        """Add a document by its counts; one with the same id is replaced."""
        self.remove(id_)
        number = len(self._ids)
        self._ids.append(id_)
        self._numbers[id_] = number
        for term, count in document.counts.items():
            if term not in self._postings:
                self._postings[term] = (array("I"), array("f"))
            numbers, weights = self._postings[term]
            numbers.append(number)
            weights.append(1 + log(count))
        self._norms = None

    def remove(self, id_: str) -> None:
        """Forget a document; nothing happens when it is not there."""
        number = self._numbers.pop(id_, None)
        if number is not None:
            self._ids[number] = None
            self._norms = None

    def scores(self, document: TermCounts) -> list[tuple[str, float]]:
        """Return the cosine of each document with this one, best first, those that share nothing left out."""
        norms = self._lengths()
        found: dict[int, float] = {}
        length = 0.0
        for term, count in document.counts.items():
            idf = self._idf(term)
            own = (1 + log(count)) * idf
            length += own * own
            numbers, weights = self._postings.get(term, ((), ()))
            for number, weight in zip(numbers, weights, strict=True):
                found[number] = found.get(number, 0.0) + own * weight * idf
        scored = [
            (id_, min(1.0, dot / (sqrt(length) * norms[number])))
            for number, dot in found.items()
            if (id_ := self._ids[number]) is not None and norms[number]
        ]
        return sorted(scored, key=lambda entry: (-entry[1], entry[0]))

    def shared(self, a: TermCounts, b: TermCounts) -> list[str]:
        """Return the terms that two documents share, weightiest first."""
        weighed = {
            term: (1 + log(count)) * (1 + log(b.counts[term])) * self._idf(term) ** 2
            for term, count in a.counts.items()
            if term in b.counts
        }
        return sorted(weighed, key=lambda term: (-weighed[term], term))

    def _idf(self, term: str) -> float:
        """Inverse document frequency, smoothed: ``log(1 + N / (0.5 + df))``; removed documents still count."""
        postings = self._postings.get(term)
        return log(1 + len(self._ids) / (0.5 + (len(postings[0]) if postings else 0)))

    def _lengths(self) -> "array[float]":
        if self._norms is None:
            squares = array("d", bytes(8 * len(self._ids)))
            for term, (numbers, weights) in self._postings.items():
                idf = self._idf(term)
                for number, weight in zip(numbers, weights, strict=True):
                    squares[number] += (weight * idf) ** 2
            self._norms = array("d", (sqrt(square) for square in squares))
        return self._norms


def related(
    document: Document,
    index: RelatedIndex,
    count: Callable[[str], TermCounts],
    load: Callable[[str], Document] | None = None,
    limit: int = 10,
) -> list[Related]:
    """Return the documents most like ``document``, best first, with the words that they share.

    ``score``, 0 to 1, is the cosine of the tf-idf vectors, averaged with how like the nearest three documents are.

    ``count`` returns the counts of an id; ``load`` its document, and then near-copies and versions are told as such.
    """
    own = count(document.id)
    surfaces = _surfaces(document)
    found = []
    for id_, score, cosine in _supported(document.id, own, index, count):
        if cosine < _LEAST:
            continue
        words = [surfaces[term] for term in index.shared(own, count(id_)) if term in surfaces][:_WORDS_SHOWN]
        reasons = [f"both say: {', '.join(words)}"] if words else []
        if load is not None and cosine >= _COPY_FROM and (share := shared_wording(document, load(id_))) >= _VERSION:
            reasons.insert(0, "nearly the same text" if share >= _COPY else "much of the same wording")
        found.append(Related(id_, round(score, 4), tuple(reasons)))
        if len(found) == limit:
            break
    return found


def _supported(
    id_: str, own: TermCounts, index: RelatedIndex, count: Callable[[str], TermCounts]
) -> list[tuple[str, float, float]]:
    """Return each document with its score, best first, and its cosine alone.

    The nearest documents speak for those that are like them: reports of one event may share few words and be linked by
    a third.
    """
    scores = [(other, score) for other, score in index.scores(own) if other != id_]
    ranks = dict(scores)
    for near, weight in scores[:_SPEAKERS]:
        for other, score in index.scores(count(near)):
            if other in ranks and other != near:
                ranks[other] += _SPEAKING * weight * score
    whole = 1.0 + _SPEAKING * sum(weight for _, weight in scores[:_SPEAKERS])
    found = [(other, ranks[other] / whole, cosine) for other, cosine in scores]
    return sorted(found, key=lambda entry: (-entry[1], entry[0]))


def _surfaces(document: Document) -> dict[str, str]:
    """Return each stem's first word as the document writes it."""
    found: dict[str, str] = {}
    for sentence in linkable(document):
        text = document.slice(sentence.span)
        for token in words_of(text):
            found.setdefault(token.stem, text[token.start : token.end])
    return found
