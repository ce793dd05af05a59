"""Search: from the typed words to every sentence that answers, marked."""

from index.search.searching import SORTS, search

__all__ = ["SORTS", "search"]
