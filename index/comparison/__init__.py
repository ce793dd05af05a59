"""Two documents side by side: links with their reasons, related documents, and the matrix of all pairs."""

from index.comparison.compare import DEFAULT_THRESHOLD, compare
from index.comparison.matrix import matrix
from index.comparison.related import RelatedIndex, related
from index.comparison.weights import CorpusWeights, TermCounts, count_terms
from index.comparison.wording import shared_wording, word_diff

__all__ = [
    "DEFAULT_THRESHOLD",
    "CorpusWeights",
    "RelatedIndex",
    "TermCounts",
    "compare",
    "count_terms",
    "matrix",
    "related",
    "shared_wording",
    "word_diff",
]
