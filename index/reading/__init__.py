"""From bytes to clean text."""

from index.reading.discovery import EXTENSIONS, Source, discover
from index.reading.document import read_document

__all__ = ["EXTENSIONS", "Source", "discover", "read_document"]
