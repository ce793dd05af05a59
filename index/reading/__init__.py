"""From bytes to clean text."""

from index.reading.discovery import EXTENSIONS, Source, discover, unlistable
from index.reading.document import digest_of, read_document

__all__ = ["EXTENSIONS", "Source", "digest_of", "discover", "read_document", "unlistable"]
