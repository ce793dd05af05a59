"""One file made into one document: decoded, cleaned, its origin found, its lines sorted into zones and sentences."""

import codecs
import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.errors import ReadingError
from index.language import split_sentences
from index.metadata import (
    Finding,
    combine,
    detect_language,
    file_name_findings,
    implied_by_url,
    read_text,
    sidecar_findings,
)
from index.paths import path_text, read_plain, reason_of
from index.reading.cleaning import clean
from index.reading.content import Content
from index.reading.discovery import Source
from index.reading.formats import FORMATS, LARGEST_TEXT, format_of, read_as
from index.reading.sidecars import sidecars
from index.records import Document, Metadata, Sentence, Span, Zone, ZoneKind
from index.zones import Lines, Paragraph, build_zones, find_kinds, split_paragraphs

_LIST_MARKS = "#>-*+•·‣▪●◦–— \u3000"


def read_document(
    source: Source, catalogue: Mapping[str, Mapping[str, Any]], described: Mapping[str, Any] | None = None
) -> Document:
    """Return the document in the file ``source``.

    ``catalogue`` maps ids, or patterns of ids, to metadata written by hand in the settings; ``described`` is what the
    user says of this document: fields, its encoding, and ``zones`` as (start, end, kind). Raises ReadingError, with
    what to do about it, when this file cannot be read: it is empty, too large, no text, locked, or needs an extra.
    """
    path, said = Path(source.path), described or {}
    data = _bytes(path)
    content = _content(path.suffix.lower(), data, str(said.get("encoding", "")))
    text = content.text if content.cleaned else clean(content.text)
    if not text.strip():
        raise ReadingError(
            "This file has no text in it.", "Save the article again, or take the file out of the folder."
        )
    paragraphs, marks = _paragraphs(text, content)
    marks |= _said_kinds(paragraphs, said.get("zones", ()))
    beside, unread = sidecar_findings(source.id, _sidecars(path, source), catalogue)
    surely, maybe = _parted(content.findings)
    declared = [*_said(said), *surely, *beside, *maybe]
    facts = read_text(paragraphs, marks, [str(one.value) for one in declared if one.field == "title"])
    kinds = find_kinds(paragraphs, facts.marks)
    stated, guessed = _parted(facts.findings)
    findings = [*declared, *stated, *implied_by_url(declared), *guessed, *file_name_findings(source.id)]
    return Document(
        id=source.id,
        path=path_text(source.path),
        text=text,
        digest=_digest(data, path, source),
        encoding=content.encoding,
        encoding_guessed=content.encoding_guessed,
        metadata=_without(said, _metadata(findings, paragraphs, kinds)),
        zones=_zones(paragraphs, kinds, content.body_start),
        sentences=_sentences(text, paragraphs, kinds, content.body_start),
        notices=tuple(clean(notice).replace("\n", " ") for notice in (*content.notices, *unread)),
        front=content.body_start,
        places=content.places,
    )


def digest_of(source: Source) -> str:
    """Return the digest that `read_document` would give the document now; empty when the file cannot be read."""
    path = Path(source.path)
    try:
        return _digest(read_plain(path, _limit(path) + 1), path, source)
    except OSError:
        return ""


def _digest(data: bytes, path: Path, source: Source) -> str:
    """Return the SHA-256 of the file's bytes, followed by those of its sidecars: a change of either is a change."""
    digest = hashlib.sha256(data)
    for sidecar in _sidecars(path, source):
        # One that cannot be read is a notice of the metadata; here it counts as empty.
        with suppress(OSError):
            digest.update(read_plain(sidecar, LARGEST_TEXT))
    return digest.hexdigest()


def _sidecars(path: Path, source: Source) -> list[Path]:
    """Return the files of metadata beside the article, and the one in which an export tells of it."""
    return [*sidecars(path), *([Path(source.beside)] if source.beside else [])]


def _bytes(path: Path) -> bytes:
    """Return the file's bytes. Raises ReadingError when it is empty, too large or cannot be opened."""
    limit = _limit(path)
    try:
        data = read_plain(path, limit + 1)
    except OSError as error:
        raise ReadingError(
            f"This file cannot be opened: {reason_of(error)}.", "Check that it exists and may be read."
        ) from error
    if not data:
        raise ReadingError("This file is empty.", "Save the article again, or take the file out of the folder.")
    if len(data) > limit:
        raise ReadingError(f"This file is larger than {limit // 1_000_000} MB.", "Split it into single articles.")
    return data


def _limit(path: Path) -> int:
    known = format_of(path.suffix.lower())
    return known.largest if known else LARGEST_TEXT


def _content(extension: str, data: bytes, encoding: str) -> Content:
    """Read ``data`` by its format; each format's reader is imported only when a file needs it.

    ``encoding`` is the one that the user says, for formats that are text; else empty.
    """
    known = format_of(extension) or FORMATS[0]
    if not encoding or not known.text:
        return read_as(known, data)
    decoded = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    content = read_as(known, codecs.BOM_UTF8 + decoded.encode("utf-8", "replace"))
    broken = decoded.count("\ufffd")
    notices = (f"{broken} places are no {encoding} and shown as \ufffd.",) if broken else ()
    return replace(content, encoding=encoding, encoding_guessed=False, notices=(*content.notices, *notices))


_FIELD_SAID = {"title": "title", "outlet": "outlet", "authors": "authors", "date": "published", "language": "language"}
_SAID = "your correction"


def _said(said: Mapping[str, Any]) -> list[Finding]:
    """Return what the user says of the document, as findings that rank over all others."""
    findings = []
    for name, field in _FIELD_SAID.items():
        value = str(said.get(name, ""))
        if value and value != "none":
            names = tuple(part.strip() for part in value.split(";") if part.strip())
            findings.append(Finding(field, names if field == "authors" else value, _SAID))
    return findings


def _without(said: Mapping[str, Any], metadata: Metadata) -> Metadata:
    """Return the metadata without the fields of which the user says that there is nothing."""
    gone = {field for name, field in _FIELD_SAID.items() if said.get(name) == "none"}
    empty: dict[str, Any] = {field: () if field == "authors" else None for field in gone}
    sources = tuple((name, _SAID if name in gone else place) for name, place in metadata.sources)
    return replace(metadata, **empty, guessed=metadata.guessed - gone, sources=sources) if gone else metadata


def _said_kinds(paragraphs: Sequence[Paragraph], zones: Sequence[Sequence[Any]]) -> dict[int, ZoneKind]:
    """Return the kinds of the paragraphs that lie mostly in a passage of which the user says what it is."""
    kinds = {}
    for start, end, kind in zones:
        for index, paragraph in enumerate(paragraphs):
            shared = min(end, paragraph.span.end) - max(start, paragraph.span.start)
            if 2 * shared > paragraph.span.end - paragraph.span.start:
                kinds[index] = ZoneKind(kind)
    return kinds


def _parted(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are stated and those that are guessed, each in order."""
    return [one for one in findings if not one.guessed], [one for one in findings if one.guessed]


def _paragraphs(text: str, content: Content) -> tuple[list[Paragraph], dict[int, ZoneKind]]:
    """Return the paragraphs, and the kinds of those whose markup tells it."""
    front = split_paragraphs(text[: content.body_start], wrapped=False)
    body = split_paragraphs(text, first=content.body_start, markdown=content.markdown, wrapped=not content.laid_out)
    marks = dict.fromkeys(range(len(front)), ZoneKind.BOILERPLATE)
    paragraphs = [*front, *body]
    for index, paragraph in enumerate(paragraphs):
        if paragraph.first_line in content.kinds:
            marks[index] = content.kinds[paragraph.first_line]
    return paragraphs, marks


def _metadata(findings: Sequence[Finding], paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind]) -> Metadata:
    """Return the metadata of ``findings``, with the language of the body's words where none is stated."""
    cleaned = [replace(one, value=_clean_value(one.value), source=_one_line(one.source)) for one in findings]
    if not any(finding.field == "language" for finding in findings):
        body = (part.text for part, kind in zip(paragraphs, kinds, strict=True) if kind is ZoneKind.BODY)
        language = detect_language(_first(body, 3000)) or detect_language(_first((p.text for p in paragraphs), 3000))
        if language:
            cleaned.append(Finding("language", language, "words of the text", guessed=True))
    return combine(cleaned)


def _first(parts: Any, length: int) -> str:
    taken: list[str] = []
    for part in parts:
        taken.append(part[:length])
        length -= len(part)
        if length <= 0:
            break
    return "\n".join(taken)


def _clean_value(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return _one_line(value) if isinstance(value, str) else tuple(name for one in value if (name := _one_line(one)))


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _zones(paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind], front: int) -> tuple[Zone, ...]:
    """Return the zones; front matter is one of its own."""
    before = sum(paragraph.span.start < front for paragraph in paragraphs)
    return build_zones(paragraphs[:before], kinds[:before]) + build_zones(paragraphs[before:], kinds[before:])


def _sentences(
    text: str, paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind], front: int
) -> tuple[Sentence, ...]:
    """Return the sentences: none crosses a paragraph, list marks are no part of them, what has no letter is none.

    Front matter has none: it is found by fields, and is never a hit, a claim or a link.
    """
    lines = Lines(text)
    sentences = []
    for number, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True), start=1):
        if paragraph.span.start < front:
            continue
        start = _behind_marks(text, paragraph.span)
        for span in split_sentences(text, start, paragraph.span.end):
            if any(map(str.isalnum, text[span.start : span.end])):
                sentences.append(Sentence(span, kind, lines.at(span.start), number))
    return tuple(sentences)


def _behind_marks(text: str, span: Span) -> int:
    """Return where a paragraph's words begin behind the marks of a heading, a quotation or a list."""
    start = span.start
    while start < span.end and text[start] in _LIST_MARKS:
        start += 1
    marked = text[span.start : start]
    # A dash or an asterisk that touches the word belongs to it: "-5", "*emphasis*".
    return start if start < span.end and (marked.endswith((" ", "\u3000")) or marked[-1:] in "•·‣▪●◦#>") else span.start
