"""A document as every other room receives it: clean text, metadata, zones and sentences."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from index.counting import counted


class Span(NamedTuple):
    """A half-open range of Unicode characters of the document's decoded text."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Return whether two spans share a character."""
        return self.start < other.end and other.start < self.end


class ZoneKind(StrEnum):
    """What part of an article a stretch of text is."""

    BODY = "body"
    SUMMARY = "summary"
    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    COMMENT = "comment"


ARTICLE_ZONES = frozenset({ZoneKind.BODY, ZoneKind.SUMMARY, ZoneKind.TITLE, ZoneKind.HEADING})
"""The zones in which the article itself speaks; captions, boilerplate and readers' comments are not its words."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of lines of one kind; a document's zones are in order, do not overlap and leave out only blank lines."""

    kind: ZoneKind
    span: Span
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span without surrounding white space, its zone, its line and its paragraph (both 1-based)."""

    span: Span
    zone: ZoneKind
    line: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about where a document comes from; ``None`` or empty where its text does not say.

    ``published`` is an ISO date (``2025-01-20``; ``2025-01`` or ``2025`` where the text says no more), ``language`` a
    BCP 47 code, ``guessed`` the names of the fields that were inferred and not stated.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    language: str | None = None
    guessed: frozenset[str] = frozenset()
    sources: tuple[tuple[str, str], ...] = ()
    """(field, where it was found), for instance ``("title", "line 1")`` or ``("outlet", "front matter")``."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article, read and cleaned.

    ``id`` is the path in the corpus, with ``/``. ``text`` has as many characters as the decoded file: what must not
    reach a terminal was replaced character by character, so that offsets stay those of the file. For HTML and PDF the
    text is what was extracted, and offsets and lines are those of the extraction.
    """

    id: str
    path: str
    text: str
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    encoding: str
    encoding_guessed: bool = False
    metadata: Metadata = field(default_factory=Metadata)
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    notices: tuple[str, ...] = ()
    """What a person should know about the reading of the file, in words, for instance a guessed encoding."""
    front: int = 0
    """Characters of front matter at the beginning: metadata in the file, and no words of the article."""
    places: tuple[tuple[int, str], ...] = ()
    """(line, name): the page, chapter or sheet that begins with a line, shown in place of the line: ``p. 4``."""

    def place(self, line: int) -> str | None:
        """Return the name of the page, chapter or sheet that ``line`` stands in; None where the file has only lines."""
        return place_of(self.places, line)

    def slice(self, span: Span) -> str:
        """Return the document's words at ``span``."""
        return self.text[span.start : span.end]

    @property
    def words(self) -> int:
        """How many words the article has; a run of white space parts two words."""
        return len(self.text[self.front :].split())


def place_of(places: tuple[tuple[int, str], ...], line: int) -> str | None:
    """Return the name of the place that ``line`` stands in, of (first line, name) pairs in order."""
    index = bisect_right(places, line, key=lambda place: place[0])
    return places[index - 1][1] if index else None


UNTITLED = "[no title]"
"""What stands before the first words of an article that has no title."""

OPENING = 60
"""Characters of the first words that are shown in place of a title."""


def opening_of(document: Document) -> str:
    """Return the first words of a document's text, cut at a word."""
    spoken = (one for one in document.sentences if one.zone in ARTICLE_ZONES)
    first = next(spoken, document.sentences[0] if document.sentences else None)
    words = " ".join(document.slice(first.span).split()) if first is not None else ""
    if len(words) <= OPENING:
        return words
    cut = words[:OPENING].rpartition(" ")[0] or words[:OPENING]
    return f"{cut.rstrip(',;:–—-')}…"


def said_place(places: tuple[tuple[int, str], ...], line: int) -> str:
    """Return where a line stands, in words: ``p. 4`` or the name of a chapter, else ``line 12``."""
    return place_of(places, line) or f"line {line}"


def short_place(places: tuple[tuple[int, str], ...], line: int) -> str:
    """Return where a line stands in a few cells: ``p.4``, else the number of the line."""
    place = place_of(places, line) or ""
    return place.replace(" ", "") if place.startswith("p. ") else str(line)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document's row in the list: all that is shown without opening it. ``number`` is its place, from 1."""

    number: int
    id: str
    path: str
    metadata: Metadata
    words: int
    sentences: int
    claims: int
    notices: tuple[str, ...] = ()
    digest: str = ""
    """SHA-256 of the file's bytes, in hexadecimal."""
    opening: str = ""
    """The first words of the text, for an article without a title."""
    places: tuple[tuple[int, str], ...] = ()
    """(line, name): the page, chapter or sheet that begins with a line, as in `Document`."""

    @property
    def title(self) -> str:
        """The title, or the first words of the text where it has none, marked as such."""
        if self.metadata.title:
            return self.metadata.title
        return f"{UNTITLED} {self.opening}" if self.opening else self.id.rsplit("/", 1)[-1]

    def place(self, line: int) -> str | None:
        """Return the name of the page, chapter or sheet that ``line`` stands in; None where the file has only lines."""
        return place_of(self.places, line)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that was not read: its id, the reason, what to do about it, and what such files are called in a count."""

    id: str
    message: str
    hint: str
    kind: str = ""


def count_unread(files: tuple[Unreadable, ...]) -> str:
    """Return how many files were not read, by kind: ``3 files not read: 2 .pages, 1 scanned PDF``; empty for none."""
    if not files:
        return ""
    kinds: dict[str, int] = {}
    for file in files:
        kinds[file.kind or "unreadable"] = kinds.get(file.kind or "unreadable", 0) + 1
    named = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    parts = [f"{count} {kind}" for kind, count in named[:4]]
    if len(named) > 4:
        parts.append(f"{sum(count for _, count in named[4:])} others")
    return f"{counted(len(files), 'file')} not read: {', '.join(parts)}"
