"""A text laid out in rows of a given number of terminal cells, each row knowing its place in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tui.text import split_graphemes

# Characters that surely take one cell each: rows of these are cut by counting, without looking at each character.
_NARROW = re.compile("[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\ufffd]*")
# A row may end after or before these even without a blank: Chinese, Japanese and Korean do not part words.
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
# Punctuation that must not begin a row, and brackets that must not end one.
_NOT_FIRST = frozenset("，。、；：？！）》」』】”’…%,.;:?!)]}")
_NOT_LAST = frozenset("（《「『【“‘([{")


class Row(NamedTuple):
    """One row of the screen: the characters [start, end) of the text, on ``line`` (1-based) of the file.

    ``first`` is whether the line begins here; a row that only parts two paragraphs has ``line`` 0.
    """

    start: int
    end: int
    line: int
    first: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All rows of a text at one width."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]

    def row_at(self, offset: int) -> int:
        """Return the index of the row that shows the character at ``offset``."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        while index and self.rows[index].line == 0:
            index -= 1
        return index

    def rows_of(self, start: int, end: int) -> range:
        """Return the indices of the rows that show any of [start, end)."""
        return range(self.row_at(start), self.row_at(max(start, end - 1)) + 1)


def lay_out(text: str, width: int, folded: int = 0) -> Page:
    """Return ``text`` in rows of at most ``width`` cells, broken at blanks and between Chinese characters.

    The lines before the character ``folded`` take one row together, which has ``line`` 0.
    Runs of blank lines become one; an empty row separates paragraphs that have none between them.
    """
    rows: list[Row] = [Row(0, folded, 0, False)] if folded else []
    position, open_paragraph = 0, False
    for number, line in enumerate(text.split("\n"), 1):
        end = position + len(line)
        if position < folded:
            pass
        elif line.strip():
            pieces = [Row(start, stop, number, start == position) for start, stop in wrap(text, position, end, width)]
            if open_paragraph and (len(pieces) > 1 or (rows[-1].start and not rows[-1].first)):
                rows.append(Row(position, position, 0, False))
            rows += pieces
            open_paragraph = True
        elif not rows or rows[-1].end > rows[-1].start:
            rows.append(Row(position, position, 0, False))
            open_paragraph = False
        position = end + 1
    while rows and rows[-1].line == 0:
        rows.pop()
    return Page(tuple(rows), tuple(row.start for row in rows))


def wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the character ranges of the rows of text[start:end], which holds no line end."""
    width = max(width, 2)
    match = _NARROW.match(text, start, end)
    if match is None or match.end() == end:
        yield from _wrap_narrow(text, start, end, width)
    else:
        yield from _wrap_wide(text, start, end, width)


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield rows of text in which every character takes one cell."""
    while end - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        stop = blank if blank > start else start + width
        yield start, stop
        start = stop
        while start < end and text[start] == " ":
            start += 1
    if start < end:
        yield start, end


def _wrap_wide(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield rows of text with characters of no cell, one or two."""
    graphemes, _ = split_graphemes(text[start:end])
    begin, used, chance, used_at_chance = start, 0, start, 0
    previous = ""
    for first, last, cells in graphemes:
        at, character = start + first, text[start + first]
        if _may_break(previous, character) and at > begin:
            chance, used_at_chance = at, used
        if used + cells > width and character != " ":
            if chance == begin:
                chance, used_at_chance = at, used
            yield begin, begin + len(text[begin:chance].rstrip(" "))
            begin, used = chance, used - used_at_chance
            used_at_chance = 0
        used += cells
        previous = text[start + last - 1]
    if begin < end:
        yield begin, end if used <= width else begin + len(text[begin:end].rstrip(" "))


def _may_break(before: str, after: str) -> bool:
    """Return whether a row may end between two characters."""
    if before == " ":
        return after != " "
    if before in _NOT_LAST or after in _NOT_FIRST or after == " " or not before:
        return False
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
