"""From bytes to clean text."""

from typing import TYPE_CHECKING, Any

from index.reading.discovery import EXTENSIONS, Source, discover, is_packed, natural_key, unlistable
from index.reading.formats import installed

if TYPE_CHECKING:
    from index.reading.cleaning import FORBIDDEN, clean
    from index.reading.document import digest_of, read_document
    from index.reading.unpacking.shelf import Shelf

__all__ = [
    "EXTENSIONS",
    "FORBIDDEN",
    "Shelf",
    "Source",
    "clean",
    "digest_of",
    "discover",
    "installed",
    "is_packed",
    "natural_key",
    "read_document",
    "unlistable",
]


def __getattr__(name: str) -> Any:
    """Import what reads files at first use: with nothing changed on disk it is never needed."""
    if name in ("FORBIDDEN", "clean"):
        from index.reading import cleaning

        return getattr(cleaning, name)
    if name == "Shelf":
        from index.reading.unpacking import shelf

        return shelf.Shelf
    if name not in ("digest_of", "read_document"):
        raise AttributeError(f"module 'index.reading' has no attribute {name!r}")
    from index.reading import document

    return getattr(document, name)
