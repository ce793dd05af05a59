"""Files that are a zip of XML (Word, OpenDocument, e-books, spreadsheets), opened with limits."""

import io
import zipfile
import zlib
from typing import Any

from index.errors import ReadingError
from index.metadata import Finding, parse_names

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 64_000_000
LARGEST_TOTAL = 256_000_000
"""Bytes that may be unpacked of one file."""
HIGHEST_RATIO = 250
"""How much larger than packed a part may be: prose is packed to a third, a bomb to a thousandth."""
SMALL = 4_000_000
"""Bytes up to which a part may be packed as tightly as it will."""


class Package:
    """A zip whose parts are read with limits. Raises ReadingError for what is broken, locked or explodes."""

    def __init__(self, data: bytes, kind: str) -> None:
        self._kind, self._taken = kind, 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            if data.startswith(b"\xd0\xcf\x11\xe0"):
                raise ReadingError(
                    f"This {kind} is locked with a password, or in an older format.",
                    "Open it in its program and save it without a password, in the current format.",
                    kind=f"locked {kind}",
                ) from error
            raise ReadingError(
                f"This {kind} is broken: it cannot be unpacked.", "Save it again.", kind=f"broken {kind}"
            ) from error
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise self._explodes()
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return a part's bytes; empty when there is none of this name."""
        if name not in self.names:
            return b""
        part = self._zip.getinfo(name)
        if part.flag_bits & 1:
            raise self.locked()
        if part.file_size > LARGEST_MEMBER or part.file_size > max(SMALL, HIGHEST_RATIO * part.compress_size):
            raise self._explodes()
        self._taken += part.file_size
        if self._taken > LARGEST_TOTAL:
            raise self._explodes()
        try:
            with self._zip.open(part) as opened:
                return opened.read(LARGEST_MEMBER + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError) as error:
            raise ReadingError(
                f"This {self._kind} is broken: a part of it cannot be unpacked.",
                "Save it again.",
                kind=f"broken {self._kind}",
            ) from error

    def xml(self, name: str) -> Any:
        """Return the root of a part that is XML; None when there is none of this name."""
        data = self.read(name)
        return parse_xml(data, self._kind) if data else None

    def locked(self) -> ReadingError:
        """Return the error for a file that is encrypted."""
        return ReadingError(
            f"This {self._kind} is locked with a password, or protected against copying.",
            "Save it without the protection.",
            kind=f"locked {self._kind}",
        )

    def _explodes(self) -> ReadingError:
        return ReadingError(
            f"This {self._kind} would unpack to far more than it should hold, so it was not unpacked.",
            "If you trust it, open it in its program and save the text alone.",
            kind="file that explodes",
        )


def parse_xml(data: bytes, kind: str) -> Any:
    """Return the root element of ``data``.

    Entities are never expanded, nothing is fetched, and nesting is limited by the parser. Raises ReadingError.
    """
    from lxml import etree

    def parser(*, recover: bool) -> Any:
        return etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            recover=recover,
        )

    try:
        root = etree.fromstring(data, parser(recover=False))
    except etree.XMLSyntaxError as error:
        # Some programs leave out the declaration of a prefix, which hides nothing.
        if not str(error).startswith("Namespace prefix"):
            raise _broken(kind, error) from error
        lenient = parser(recover=True)
        root = etree.fromstring(data, lenient)
        if any(entry.type_name != "NS_ERR_UNDEFINED_NAMESPACE" for entry in lenient.error_log):
            raise _broken(kind, error) from error
    except ValueError as error:
        raise _broken(kind, error) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise ReadingError(
            f"This {kind} declares entities of its own, which can explode, so it was not read.",
            "Open it in its program and save it again.",
            kind="file that explodes",
        )
    return root


def _broken(kind: str, error: Exception) -> ReadingError:
    said = str(error).partition(" (<string>")[0][:80]
    return ReadingError(
        f"This {kind} is broken, or nested too deeply: {said}.", "Save it again.", kind=f"broken {kind}"
    )


def local(element: Any) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """Return the value of an attribute, whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2].rpartition(":")[2] == name:
            return str(value)
    return None


def stated(root: Any, fields: dict[str, str], source: str, *, guessed: bool = True) -> list[Finding]:
    """Return what the properties of a file say: ``fields`` maps names of elements to ours, a title and names only."""
    from index.reading.formats.pdf import fit_title

    findings: list[Finding] = []
    for element in root.iter() if root is not None else ():
        field, value = fields.get(local(element)), " ".join((element.text or "").split())
        if field == "title" and fit_title(value):
            findings.append(Finding("title", value, source, guessed))
        elif field == "authors" and (names := parse_names(value)):
            findings.append(Finding("authors", names, source, guessed))
    return findings
