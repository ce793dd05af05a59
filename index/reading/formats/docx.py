"""Word documents (.docx): paragraphs, headings, tables by row, notes at the end; deleted text is left out."""

from collections.abc import Iterator
from typing import Any

from index.errors import ReadingError
from index.reading.content import Content
from index.reading.formats.package import Package, attribute, local, stated
from index.reading.lines import LineBuilder
from index.records import ZoneKind

_LEFT_OUT = frozenset("del moveFrom instrText delText pPr rPr Fallback commentReference sectPr tblPr trPr tcPr".split())
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(data: bytes) -> Content:
    """Return the text of a Word document. Raises ReadingError when it is broken, locked or holds no text."""
    package = Package(data, "Word document")
    root = package.xml("word/document.xml")
    if root is None:
        raise ReadingError("This is no Word document.", "Open it in its program and save it as .docx.")
    kinds = _style_kinds(package.xml("word/styles.xml"))
    lines = LineBuilder()
    for block in root:
        _block(block, lines, kinds)
    for part in _NOTES:
        notes = package.xml(part)
        for note in notes if notes is not None else ():
            if attribute(note, "type") not in ("separator", "continuationSeparator", "continuationNotice"):
                _block(note, lines, kinds)
    if not lines:
        raise ReadingError(
            "This Word document holds no text, only pictures or nothing.",
            "Run the pictures through text recognition (OCR) first.",
            kind="document without text",
        )
    findings = stated(package.xml("docProps/core.xml"), {"title": "title", "creator": "authors"}, "document properties")
    return lines.content("docx", [*lines.titled(), *findings], _notices(root, package))


def _notices(root: Any, package: Package) -> list[str]:
    notices = []
    if any(local(one) in ("del", "ins", "moveFrom", "moveTo") for one in root.iter()):
        notices.append("The document has tracked changes; it was read as if all were accepted.")
    if "word/comments.xml" in package.names:
        notices.append("Reviewers' comments in the document were left out.")
    return notices


def _style_kinds(styles: Any) -> dict[str, ZoneKind]:
    """Return the kind of paragraphs in each style, by the style's id: titles, headings, captions."""
    kinds: dict[str, ZoneKind] = {}
    for style in styles if styles is not None else ():
        names = [attribute(child, "val") or "" for child in style if local(child) == "name"]
        name, id_ = (names or [""])[0].casefold(), attribute(style, "styleId") or ""
        if name == "title":
            kinds[id_] = ZoneKind.TITLE
        elif name.startswith("heading"):
            kinds[id_] = ZoneKind.HEADING
        elif name == "subtitle":
            kinds[id_] = ZoneKind.SUMMARY
        elif name == "caption":
            kinds[id_] = ZoneKind.CAPTION
    return kinds


def _block(block: Any, lines: LineBuilder, kinds: dict[str, ZoneKind]) -> None:
    """Add a paragraph, a table row by row, or what holds such."""
    name = local(block)
    if name == "p":
        kind = next((kinds.get(attribute(one, "val") or "") for one in block.iter() if local(one) == "pStyle"), None)
        for text in _text(block).split("\n"):
            lines.add(text, kind)
    elif name == "tr":
        lines.add_row(" ".join(_text(part) for part in cell.iter() if local(part) == "p") for cell in _cells(block))
    elif name not in _LEFT_OUT:
        for child in block:
            _block(child, lines, kinds)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in ("sdt", "sdtContent"):
            yield from _cells(child)


def _text(paragraph: Any) -> str:
    """Return a paragraph's words: of alternatives the first, without deleted text and instructions of fields."""
    parts: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "t":
            parts.append(element.text or "")
        elif name in _BREAKS:
            parts.append(_BREAKS[name])
        elif name not in _LEFT_OUT:
            waiting.extend(reversed(element))
            if name == "txbxContent":
                parts.append("\n")
    return "".join(parts)
