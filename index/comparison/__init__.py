"""Two documents side by side."""

from index.comparison.compare import DEFAULT_THRESHOLD, compare
from index.comparison.weights import CorpusWeights

__all__ = ["DEFAULT_THRESHOLD", "CorpusWeights", "compare"]
