"""Claims about the same thing over all documents, and how they stand to each other."""

from index.topics.building import Sources, alone, build_topics
from index.topics.keeping import state_of, topics_from, topics_json
from index.topics.witnesses import short_names

__all__ = ["Sources", "alone", "build_topics", "short_names", "state_of", "topics_from", "topics_json"]
