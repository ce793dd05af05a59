"""Claims about the same thing over all documents, and how they stand to each other."""

from index.claim_matching import Watch, short_names
from index.topics.building import alone, build_topics
from index.topics.documents import Sources
from index.topics.keeping import state_of, topics_from, topics_json

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
