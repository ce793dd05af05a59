"""Runs of text with tones, and the strips of the screen made of them."""

from collections.abc import Callable, Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.page import wrap
from tui.text import cell_len, clean, fit

Run = tuple[str, str]
"""Words and the tone they are shown in; the empty tone is plain text."""
Line = tuple[Run, ...]
ToneStyle = Callable[[str], Style]


def paint(line: Line, width: int, base: Style, tone: ToneStyle) -> Strip:
    """Return one row of exactly ``width`` cells; ``base`` lies under every run."""
    segments = [Segment(clean(words), base + tone(name) if name else base) for words, name in line if words]
    return Strip(segments).adjust_cell_length(width, base)


def shortened(line: Line, width: int) -> Line:
    """Return ``line`` cut to ``width`` cells, with an ellipsis where something was cut."""
    kept: list[Run] = []
    room = width
    for words, tone in line:
        cells = cell_len(words)
        if cells > room:
            kept.append((fit(words, room), tone))
            break
        kept.append((words, tone))
        room -= cells
    return tuple(kept)


def wrapped(words: str, marks: Iterable[tuple[int, int, str]], width: int, tone: str = "") -> list[Line]:
    """Return ``words`` (one paragraph) in rows of ``width`` cells; ``marks`` are (start, end, tone) in ``words``.

    Marks are in order and do not overlap; what lies outside ``words`` is cut off.
    """
    spans = [(max(0, start), min(len(words), end), name) for start, end, name in marks]
    lines = []
    for start, end in wrap(words, 0, len(words), width):
        runs: list[Run] = []
        position = start
        for first, last, name in spans:
            if last <= position or first >= end:
                continue
            if first > position:
                runs.append((words[position:first], tone))
            runs.append((words[max(first, position) : min(last, end)], name))
            position = min(last, end)
        if position < end:
            runs.append((words[position:end], tone))
        lines.append(tuple(runs))
    return lines or [((("", tone)),)]


def indented(line: Line, lead: Run) -> Line:
    """Return ``line`` with ``lead`` before it."""
    return (lead, *line)
