"""Collects the lines of a file that has no lines of its own: paragraphs, their kinds, and the places they stand in."""

from collections.abc import Iterable, Sequence

from index.errors import ReadingError
from index.metadata import Finding
from index.reading.content import Content
from index.records import ZoneKind

MOST_CHARACTERS = 16_000_000
"""Characters of text up to which a file is read."""


class LineBuilder:
    """The text under construction: every line is a paragraph. Raises ReadingError when it grows too long."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._kinds: dict[int, ZoneKind] = {}
        self._places: list[tuple[int, str]] = []
        self._length = 0

    def add(self, text: str, kind: ZoneKind | None = None) -> None:
        """Add a paragraph; white space in it is one space, and one without words is left out."""
        line = " ".join(text.split())
        if not line:
            return
        self._length += len(line) + 1
        if self._length > MOST_CHARACTERS:
            raise ReadingError(
                f"This file holds more than {MOST_CHARACTERS // 1_000_000} million characters of text.",
                "Split it into single articles.",
                kind="file that is too large",
            )
        self._lines.append(line)
        if kind is not None:
            self._kinds[len(self._lines)] = kind

    def add_row(self, cells: Iterable[str]) -> None:
        """Add a row of a table as one line; an empty cell within it keeps its place."""
        filled = [" ".join(cell.split()) for cell in cells]
        while filled and not filled[-1]:
            filled.pop()
        self.add(" | ".join(filled))

    def begin(self, place: str) -> None:
        """Say that the next line begins a page, a chapter or a sheet."""
        line = len(self._lines) + 1
        if self._places and self._places[-1][0] == line:
            self._places.pop()
        self._places.append((line, place))

    def __bool__(self) -> bool:
        return bool(self._lines)

    def titled(self) -> list[Finding]:
        """Return the title that stands in the text by its style: a title, or a heading that everything follows."""
        if self._kinds.get(1) is ZoneKind.HEADING and ZoneKind.TITLE not in self._kinds.values():
            self._kinds[1] = ZoneKind.TITLE
        line = next((number for number, kind in self._kinds.items() if kind is ZoneKind.TITLE), None)
        return [Finding("title", self._lines[line - 1], f"line {line}")] if line is not None else []

    def content(self, encoding: str, findings: Sequence[Finding] = (), notices: Sequence[str] = ()) -> Content:
        """Return the text so far."""
        return Content(
            "\n".join(self._lines) + "\n",
            encoding,
            findings=tuple(findings),
            notices=tuple(notices),
            kinds=dict(self._kinds),
            laid_out=True,
            places=tuple(self._places),
        )
