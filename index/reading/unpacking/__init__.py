"""Files that hold several documents: their parts are written to a private folder and read from there like all others.

A kind is a module in this package with a function from a file's bytes to its parts, and a line in `KINDS`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A document within a file: its name, with folders separated by ``/``, its bytes, and what the file says of it.

    ``fields`` are metadata as in a sidecar. A part without bytes is not there, for the reason ``missing``.
    """

    name: str
    data: bytes
    fields: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    path: str = ""
    """A file beside the one that was unpacked, which is meant in place of any bytes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: ``module:function`` in this package.

    ``own`` is whether the file is a document itself, too; with ``otherwise`` it is one only where it has no parts.
    """

    reader: str
    own: bool = False
    otherwise: bool = False


KINDS: Mapping[str, Kind] = {
    ".zip": Kind("archive:parts_of_zip"),
    ".mbox": Kind("mailbox:parts_of_mbox"),
    ".eml": Kind("mailbox:parts_of_eml", own=True),
    ".msg": Kind("mailbox:parts_of_msg", own=True),
    ".warc": Kind("warc:parts_of_warc"),
    ".warc.gz": Kind("warc:parts_of_warc"),
    ".rss": Kind("feed:parts_of_feed"),
    ".atom": Kind("feed:parts_of_feed"),
    ".xml": Kind("feed:parts_of_feed"),
    ".json": Kind("exports:parts_of_json"),
    ".jsonl": Kind("exports:parts_of_json"),
    ".csv": Kind("exports:parts_of_csv", own=True, otherwise=True),
    ".bib": Kind("exports:parts_of_bibtex"),
    ".ris": Kind("exports:parts_of_ris"),
}

UNPACKED = frozenset(KINDS)
"""The suffixes of files that are unpacked, in lower case."""

Reader = Callable[[bytes, Path], Iterator[Part]]


def parts_of(suffix: str, data: bytes, file: Path) -> Iterator[Part]:
    """Return the parts of a file with ``suffix``; ``file`` is where it lies. Raises ReadingError, also midway."""
    name, _, function = KINDS[suffix].reader.partition(":")
    read: Reader = getattr(import_module(f"index.reading.unpacking.{name}"), function)
    return read(data, file)
