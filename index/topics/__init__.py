"""Claims about the same thing over all documents, and how they stand to each other."""

from index.topics.building import build_topics

__all__ = ["build_topics"]
