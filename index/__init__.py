"""The index of rednote-tui: documents, search, claims and comparison, without a screen.

``index.Corpus`` is the door; ``index.records`` holds what comes through it, ``index.errors`` what can go wrong.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.corpus import Corpus

__all__ = ["Corpus"]


def __getattr__(name: str) -> Any:
    """Import the door at first use, so that one room can be imported without all the others."""
    if name != "Corpus":
        raise AttributeError(f"module 'index' has no attribute {name!r}")
    from index.corpus import Corpus

    return Corpus
