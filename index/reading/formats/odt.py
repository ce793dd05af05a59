"""OpenDocument texts (.odt): paragraphs, headings, lists, tables by row, notes at the end."""

from typing import Any

from index.errors import ReadingError
from index.reading.content import Content
from index.reading.formats.package import Package, attribute, local, stated
from index.reading.lines import LineBuilder
from index.records import ZoneKind

_LEFT_OUT = frozenset("tracked-changes annotation annotation-end sequence-decls forms table-column settings".split())
_MOST_SPACES = 100


def read_odt(data: bytes) -> Content:
    """Return the text of an OpenDocument text. Raises ReadingError when it is broken, locked or holds no text."""
    package = Package(data, "OpenDocument text")
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and any(local(one) == "encryption-data" for one in manifest.iter()):
        raise package.locked()
    root = package.xml("content.xml")
    if root is None:
        raise ReadingError("This is no OpenDocument text.", "Open it in its program and save it as .odt.")
    lines, notes = LineBuilder(), list[Any]()
    for body in root:
        if local(body) == "body":
            _block(body, lines, notes)
    # Notes may hold notes only in broken files: one pass is enough.
    for note in notes:
        _block(note, lines, [])
    if not lines:
        raise ReadingError(
            "This OpenDocument text holds no text, only pictures or nothing.",
            "Run the pictures through text recognition (OCR) first.",
            kind="document without text",
        )
    findings = stated(package.xml("meta.xml"), {"title": "title", "initial-creator": "authors"}, "document properties")
    return lines.content("odt", [*lines.titled(), *findings])


def _block(block: Any, lines: LineBuilder, notes: list[Any]) -> None:
    name = local(block)
    if name in ("p", "h"):
        style = (attribute(block, "style-name") or "").casefold()
        kind = ZoneKind.HEADING if name == "h" else ZoneKind.TITLE if style == "title" else None
        for text in _text(block, notes).split("\n"):
            lines.add(text, kind)
    elif name == "table-row":
        cells = [cell for cell in block if local(cell) == "table-cell"]
        lines.add_row(
            " ".join(_text(part, notes) for part in cell.iter() if local(part) in ("p", "h")) for cell in cells
        )
    elif name not in _LEFT_OUT:
        for child in block:
            _block(child, lines, notes)


def _text(element: Any, notes: list[Any]) -> str:
    """Return the words of a paragraph; the bodies of its notes are put aside."""
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "s":
            parts.append(" " * min(_MOST_SPACES, int(attribute(child, "c") or 1)))
        elif name == "tab":
            parts.append(" ")
        elif name in ("line-break", "soft-page-break"):
            parts.append("\n" if name == "line-break" else "")
        elif name == "note":
            notes.extend(one for one in child if local(one) == "note-body")
        elif name not in _LEFT_OUT:
            parts.append(_text(child, notes))
        parts.append(child.tail or "")
    return "".join(parts)
