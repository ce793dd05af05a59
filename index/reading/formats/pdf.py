"""PDF files: the text of their pages, set as paragraphs again."""

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from index.errors import ReadingError
from index.metadata import Finding, parse_names
from index.reading.content import Content
from index.reading.formats.glyphs import mended
from index.reading.lines import LineBuilder

_MOST_PAGES = 2000
_PAGE_NUMBER = re.compile(r"(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\Z|[-–]\s?\d{1,4}\s?[-–]\Z", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:…。！？][”\"’')\]]?\Z")
_SPLIT_WORD = re.compile(r"[^\W\d_]{2,}-\Z")
_UNFIT_TITLE = re.compile(
    r"untitled|microsoft word|powerpoint|\.(?:docx?|indd|pdf|pptx?|xlsx?|tex|html?|qxd|rtf)\b|https?://|^(?:document|title|layout|slide|print)\b",
    re.IGNORECASE,
)


def read_pdf(data: bytes) -> Content:
    """Return the text of a PDF, one paragraph a line, without running heads and page numbers; its places are pages.

    Lines are joined to paragraphs and words parted at a line's end are joined again. Title and author are taken from
    the document information when they look like a title and a name, as guesses; its dates tell when the file was made
    and not when the article appeared. Raises ReadingError when the file is locked or broken, or holds only pictures.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(
                "This PDF is locked with a password.", "Save it without the password.", kind="locked PDF"
            )
        count = len(reader.pages)
        pages = [(page.extract_text() or "").split("\n") for page in reader.pages[:_MOST_PAGES]]
        information = _information(reader.metadata)
    except (ReadingError, MemoryError):
        raise
    except Exception as error:
        # pypdf raises many kinds of errors, of Python's own among them, on broken files.
        raise ReadingError(
            "This PDF cannot be read.", "Open it in a viewer and save or print it again.", kind="broken PDF"
        ) from error
    pages, notices = mended(pages)
    empty = sum(not any(map(str.strip, page)) for page in pages)
    paragraphs = _paragraphs(_without_running_heads(pages))
    if not paragraphs:
        raise ReadingError(
            "This PDF holds no text, only pictures of pages.",
            "Run it through text recognition (OCR) first.",
            kind="scanned PDF",
        )
    if empty:
        notices.append(f"{empty} of {count} pages hold no text, only pictures or nothing: they were not read.")
    if count > _MOST_PAGES:
        notices.append(f"Only the first {_MOST_PAGES:,} of {count:,} pages were read.")
    lines = LineBuilder()
    begun = 0
    for page, paragraph in paragraphs:
        if page > begun:
            lines.begin(f"p. {page}")
            begun = page
        lines.add(paragraph)
    return lines.content("pdf", information, notices)


def fit_title(title: str) -> bool:
    """Return whether the title in a file's properties may be one: not the name of a file, a template or a program."""
    return 8 <= len(title) <= 250 and " " in title and not _UNFIT_TITLE.search(title)


def _information(fields: Any) -> list[Finding]:
    findings = []
    title = " ".join(str((fields and fields.title) or "").split())
    if fit_title(title):
        findings.append(Finding("title", title, "document information", guessed=True))
    authors = parse_names(str((fields and fields.author) or ""))
    if authors:
        findings.append(Finding("authors", authors, "document information", guessed=True))
    return findings


def _without_running_heads(pages: Sequence[list[str]]) -> list[list[str]]:
    """Return the pages without page numbers and without first and last lines that most pages share."""
    trimmed = [[line.strip() for line in page] for page in pages]
    trimmed = [[line for line in page if line and not _PAGE_NUMBER.match(line)] for page in trimmed]
    edges: Counter[str] = Counter()
    for page in trimmed:
        edges.update({_DIGITS.sub("#", line) for line in (*page[:2], *page[-2:])})
    shared = {line for line, count in edges.items() if count >= 3 and count * 2 > len(trimmed)}
    kept = []
    for page in trimmed:
        last = len(page) - 2
        kept.append(
            [
                line
                for number, line in enumerate(page)
                if not ((number < 2 or number >= last) and _DIGITS.sub("#", line) in shared)
            ]
        )
    return kept


def _paragraphs(pages: Sequence[list[str]]) -> list[tuple[int, str]]:
    """Return the paragraphs, each with the number of the page it begins on.

    A line goes on in the next one unless it ends a sentence well before the right edge.
    """
    lines = [(number, line) for number, page in enumerate(pages, start=1) for line in page]
    if not lines:
        return []
    lengths = sorted(len(line) for _, line in lines)
    width = lengths[int(len(lengths) * 0.8)]
    paragraphs: list[tuple[int, str]] = []
    open_end = False
    for number, raw in lines:
        line = " ".join(raw.split())
        if open_end:
            begun, before = paragraphs[-1]
            parted = _SPLIT_WORD.search(before) and line[:1].islower()
            paragraphs[-1] = (begun, before[:-1] + line if parted else f"{before} {line}")
        else:
            paragraphs.append((number, line))
        short = len(line) < 0.75 * width
        open_end = not short or (not _SENTENCE_END.search(line) and len(line) >= 0.6 * width)
    return paragraphs
