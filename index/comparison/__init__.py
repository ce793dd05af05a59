"""Two documents side by side: links with their reasons, related documents, and the matrix of all pairs."""

from index.comparison.compare import DEFAULT_THRESHOLD, compare
from index.comparison.weights import CorpusWeights, TermCounts, count_terms

__all__ = ["DEFAULT_THRESHOLD", "CorpusWeights", "TermCounts", "compare", "count_terms"]
