"""The one table of what can be read: suffixes, the module that reads them, and what a reader can tell of places.

A format is a module in this package with a function from bytes to `Content`, and a line in `FORMATS`. Nothing is
imported before a file of the format is read.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from index.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.reading.content import Content

MEGABYTE = 1_000_000
LARGEST_TEXT = 16 * MEGABYTE
"""The largest text that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name, its suffixes in lower case, and ``module:function`` in this package that reads it.

    ``libraries`` are the packages beyond the standard library that its reader imports, ``places`` what it tells of a
    place in the text, ``largest`` the bytes up to which a file is read, ``text`` whether it is text in an encoding.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    libraries: tuple[str, ...] = ()
    places: str = "lines"
    largest: int = LARGEST_TEXT
    text: bool = False


FORMATS = (
    Format("plain text", (".txt", ".text"), "plain:read_text", text=True),
    Format("Markdown", (".md", ".markdown"), "plain:read_markdown", text=True),
    Format("web page", (".html", ".htm", ".xhtml"), "html:read_html", ("lxml",), text=True),
    Format("saved web page", (".mhtml", ".mht"), "mhtml:read_mhtml", ("lxml",), largest=64 * MEGABYTE),
    Format("PDF", (".pdf",), "pdf:read_pdf", ("pypdf",), "pages", 64 * MEGABYTE),
    Format("Word document", (".docx", ".docm"), "docx:read_docx", ("lxml",), largest=64 * MEGABYTE),
    Format("OpenDocument text", (".odt", ".ott"), "odt:read_odt", ("lxml",), largest=64 * MEGABYTE),
    Format("rich text", (".rtf",), "rtf:read_rtf", ("striprtf",), largest=64 * MEGABYTE),
    Format("e-book", (".epub",), "epub:read_epub", ("lxml",), "chapters", 64 * MEGABYTE),
    Format("e-mail", (".eml",), "mail:read_eml", ("lxml",), largest=64 * MEGABYTE),
    Format("Outlook e-mail", (".msg",), "msg:read_msg", ("olefile", "lxml"), largest=64 * MEGABYTE),
    Format("spreadsheet", (".xlsx", ".xlsm"), "xlsx:read_xlsx", ("lxml",), "sheets", 64 * MEGABYTE),
    Format("table", (".csv", ".tsv"), "table:read_table", text=True),
)

_BY_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}

READABLE = frozenset(_BY_SUFFIX)
"""The suffixes of files that are read as one document, in lower case."""


def format_of(suffix: str) -> Format | None:
    """Return the format of files with ``suffix`` (in lower case, with its dot); None where there is none."""
    return _BY_SUFFIX.get(suffix)


def read_as(one: Format, data: bytes) -> "Content":
    """Return what ``data`` says, read as a file of the format. Raises ReadingError."""
    for library in one.libraries:
        try:
            import_module(library)
        except ModuleNotFoundError as error:
            raise missing(one.name, library) from error
    name, _, function = one.reader.partition(":")
    read: Callable[[bytes], Content] = getattr(import_module(f"index.reading.formats.{name}"), function)
    return read(data)


def missing(name: str, library: str) -> ReadingError:
    """Return the error for a library that is not there: the installation is not whole."""
    return ReadingError(
        f"Reading a file of this kind ({name}) needs the package {library}, which is not installed.",
        "Install the program again (pip install, pipx reinstall or uv tool install --reinstall rednote-tui).",
        kind=f"{name} without its reader",
    )


@cache
def installed(suffix: str) -> bool:
    """Return whether everything is there that files with ``suffix`` need."""
    one = _BY_SUFFIX.get(suffix)
    return one is None or all(find_spec(library) is not None for library in one.libraries)
