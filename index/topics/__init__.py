"""Claims about the same thing over all documents, and how they stand to each other."""

from index.topics.building import alone, build_topics
from index.topics.documents import Sources
from index.topics.keeping import state_of, topics_from, topics_json
from index.topics.watching import Watch
from index.topics.witnesses import short_names

__all__ = [
    "Sources",
    "Watch",
    "alone",
    "build_topics",
    "short_names",
    "state_of",
    "topics_from",
    "topics_json",
]
