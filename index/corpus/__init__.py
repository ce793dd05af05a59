"""The door to a corpus."""

from index.corpus.corpus import Corpus

__all__ = ["Corpus"]
