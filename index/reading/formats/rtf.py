"""Rich text (.rtf)."""

import re
from typing import TYPE_CHECKING

from index.errors import ReadingError
from index.metadata import Finding, parse_names
from index.reading.content import Content
from index.reading.formats.pdf import fit_title
from index.reading.lines import LineBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

_INFORMATION = re.compile(rb"\{\\(title|author)\s([^{}\\]{2,250})\}")
_DEEPEST = 500


def read_rtf(data: bytes) -> Content:
    """Return the text of a rich text file, one paragraph a line. Raises ReadingError when it is none, or is broken."""
    from striprtf import striprtf

    rtf_to_text: Callable[..., str] = striprtf.rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadingError("This is no rich text file.", "Open it in its program and save it as .rtf or .txt.")
    if _depth(data) > _DEEPEST:
        raise ReadingError(
            "This file is nested too deeply to be read.", "Open it in its program and save it again.",
            kind="file that explodes",
        )  # fmt: skip
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace")
    except Exception as error:
        # The parser raises whatever its steps do on broken files.
        raise ReadingError(
            "This rich text file is broken.", "Open it in its program and save it again.", kind="broken rich text file"
        ) from error
    lines = LineBuilder()
    for line in text.split("\n"):
        lines.add_row(line.split("|") if line.count("|") > 1 else [line])
    if not lines:
        raise ReadingError("This rich text file holds no text.", "Open it in its program and look at it.")
    findings: list[Finding] = []
    for name, value in _INFORMATION.findall(data[:20_000]):
        words = " ".join(value.decode("cp1252", errors="replace").split())
        if name == b"title" and fit_title(words):
            findings.append(Finding("title", words, "document properties", guessed=True))
        elif name == b"author" and (names := parse_names(words)):
            findings.append(Finding("authors", names, "document properties", guessed=True))
    return lines.content("rtf", findings)


def _depth(data: bytes) -> int:
    """Return how deeply groups are nested."""
    depth = deepest = 0
    for brace in re.findall(rb"\\.|[{}]", data, re.DOTALL):
        depth += (brace == b"{") - (brace == b"}")
        deepest = max(deepest, depth)
    return deepest
