"""E-books (.epub): the chapters in reading order, each named, without the publisher's pages of links."""

import posixpath
import re
from typing import Any
from urllib.parse import unquote

from index.errors import ReadingError
from index.metadata import Finding, declared_findings
from index.reading.content import Content
from index.reading.formats.package import Package, attribute, local
from index.reading.lines import LineBuilder
from index.records import ZoneKind

_HEADING = re.compile(r"h[1-6]\Z")
_LONGEST_NAME = 60
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts may be scrambled, which locks no text."""


def read_epub(data: bytes) -> Content:
    """Return the text of an e-book, chapter by chapter. Raises ReadingError when it is broken or locked."""
    package = Package(data, "e-book")
    _refuse_locked(package)
    container = package.xml("META-INF/container.xml")
    roots = [attribute(one, "full-path") for one in container.iter()] if container is not None else []
    opf = next((path for path in roots if path), "")
    book = package.xml(opf)
    if book is None:
        raise ReadingError("This e-book is broken: it lists no contents.", "Save it again.", kind="broken e-book")
    base = posixpath.dirname(opf)
    names = _chapter_names(package, book, base)
    lines = LineBuilder()
    for number, path in enumerate(_spine(book, base), start=1):
        _chapter(package.read(path), names.get(path), number, lines)
    if not lines:
        raise ReadingError("This e-book holds no text, only pictures.", "Run it through text recognition (OCR) first.")
    return lines.content("epub", _findings(book))


def _refuse_locked(package: Package) -> None:
    encryption = package.xml("META-INF/encryption.xml")
    methods = [
        attribute(one, "Algorithm") for one in encryption.iter() if local(one) == "EncryptionMethod"
    ] if encryption is not None else []  # fmt: skip
    if any(method not in _FONTS for method in methods):
        raise package.locked()


def _findings(book: Any) -> list[Finding]:
    """Return what the book says of itself; a book's date may be that of its file, so that it is a guess."""
    named = {"title": "title", "creator": "authors", "publisher": "outlet", "language": "language", "date": "published"}
    fields: dict[str, Any] = {}
    for element in book.iter():
        field, value = named.get(local(element)), " ".join((element.text or "").split())
        if field == "authors" and value:
            fields.setdefault(field, []).append(value)
        elif field and value:
            fields.setdefault(field, value)
    found, _ = declared_findings(fields, "e-book")
    return [Finding(one.field, one.value, one.source, guessed=one.field == "published") for one in found]


def _spine(book: Any, base: str) -> list[str]:
    """Return the paths of the chapters in reading order, without the table of contents."""
    items = {attribute(one, "id"): attribute(one, "href") or "" for one in book.iter() if local(one) == "item"}
    spine = [attribute(one, "idref") for one in book.iter() if local(one) == "itemref"]
    contents = {attribute(one, "id") for one in book.iter() if "nav" in (attribute(one, "properties") or "").split()}
    return [_path(base, items[id_]) for id_ in spine if id_ in items and id_ not in contents]


def _path(base: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(base, unquote(href.partition("#")[0])))


def _chapter_names(package: Package, book: Any, base: str) -> dict[str, str]:
    """Return the name of each chapter by its path, from the book's table of contents (of either kind)."""
    names: dict[str, str] = {}
    for item in book.iter():
        href = attribute(item, "href") or ""
        is_contents = "nav" in (attribute(item, "properties") or "").split()
        if local(item) != "item" or not (is_contents or "ncx" in (attribute(item, "media-type") or "")):
            continue
        path = _path(base, href)
        root = package.xml(path)
        for entry in root.iter() if root is not None else ():
            link, words = "", ""
            if local(entry) == "a":
                link, words = attribute(entry, "href") or "", "".join(entry.itertext())
            elif local(entry) == "navPoint":
                link = next((attribute(one, "src") or "" for one in entry.iter() if local(one) == "content"), "")
                words = next(("".join(one.itertext()) for one in entry if local(one) == "navLabel"), "")
            if link and words.strip():
                names.setdefault(_path(posixpath.dirname(path), link), " ".join(words.split()))
    return names


def _chapter(data: bytes, name: str | None, number: int, lines: LineBuilder) -> None:
    """Add a chapter under its name in the contents, else its first heading, else its number."""
    from index.reading.formats.html import blocks_of_page

    found = list(blocks_of_page(data))
    if not found:
        return
    heading = next((text for text, kind in found[:3] if kind is ZoneKind.HEADING), None)
    shown = name or heading or f"ch. {number}"
    lines.begin(shown if len(shown) <= _LONGEST_NAME else shown[: _LONGEST_NAME - 1] + "…")
    for text, kind in found:
        lines.add(text, kind)
