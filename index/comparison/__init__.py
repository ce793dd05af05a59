"""Two documents side by side: links with their reasons, related documents, and the matrix of all pairs."""

from index.comparison.compare import DEFAULT_THRESHOLD, compare
from index.comparison.facts import Topics
from index.comparison.matrix import cell_of, matrix
from index.comparison.related import RelatedIndex, related
from index.comparison.wording import shared_wording, word_diff

__all__ = [
    "DEFAULT_THRESHOLD",
    "RelatedIndex",
    "Topics",
    "cell_of",
    "compare",
    "matrix",
    "related",
    "shared_wording",
    "word_diff",
]
