"""The paragraphs of a text: where one ends, whether its lines are paragraphs or were wrapped at a width."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.records import Span

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.!?:;…。！？；：”’\"')\]»]$")
_MARK = re.compile(r"(?:[-*+•·‣▪●◦–—]|\d{1,3}[.)])(?:\s|$)|[#>|]|```|~~~")
_BARE_MARK = re.compile(r"[^\w$€£]{1,3}\Z|\d{1,3}[.)]\Z")
_MARKDOWN_ALONE = re.compile(r"#{1,6}\s|```|~~~|\||(?:[-*_]\s?){3,}$")
_LABEL = re.compile(r"[*_]{0,2}[^\W\d_][\w ]{1,20}(?::[*_]{0,2}\s|[*_]{1,2}:\s|：)")
_WIDE = re.compile("[\u2e80-\U0010ffff]")
_LONGEST_WRAP = 110
_SAMPLE_LINES = 3000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its span without white space around it, its lines (from 1), and its words on one line.

    ``after_gap`` is whether a blank line stands before it.
    """

    span: Span
    first_line: int
    last_line: int
    text: str
    after_gap: bool

    @property
    def is_mark(self) -> bool:
        """Whether it is nothing but the mark of a list, a rule or an ornament."""
        return bool(_BARE_MARK.match(self.text))


def weight(text: str) -> int:
    """Return the length of ``text``; a Chinese character counts as three letters, about what it says."""
    return len(text) + 2 * len(_WIDE.findall(text))


class Lines:
    """Line numbers of offsets."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> int:
        """Return the line, from 1, of the character at ``offset``."""
        return bisect_right(self._starts, offset)


def split_paragraphs(text: str, *, first: int = 0, markdown: bool = False, wrapped: bool = True) -> list[Paragraph]:
    """Return the paragraphs of ``text`` from the offset ``first`` on.

    A blank line ends a paragraph. A line break ends one too, unless the text was wrapped at a width: then a break is
    inside a paragraph where the next word would not have fitted in the line. In Markdown, lines that follow each other
    are one paragraph, save for headings, items, tables and lines that are too long to have been wrapped. With
    ``wrapped`` false every line is a paragraph.
    """
    runs = list(_runs(text, first))
    width = _wrap_width([run for _, run in runs]) if wrapped else None
    lines = Lines(text)
    paragraphs: list[Paragraph] = []
    for gap, run in runs:
        after_gap = gap
        for group in _groups(run, width, markdown=markdown):
            span = Span(group[0][0], group[-1][1])
            words = " ".join(part for _, _, part in group)
            paragraphs.append(Paragraph(span, lines.at(span.start), lines.at(span.end - 1), words, after_gap))
            after_gap = False
    return paragraphs


Line = tuple[int, int, str]


def _runs(text: str, first: int) -> Iterator[tuple[bool, list[Line]]]:
    """Yield the runs of lines between blank lines, each with whether a blank line stands before it."""
    run: list[Line] = []
    end = first
    gap = False
    for match in _LINE.finditer(text, first):
        words = match[0].strip()
        if run and match.start() > end + 1:
            yield gap, run
            run, gap = [], True
        end = match.end()
        if not words:
            if run:
                yield gap, run
            run, gap = [], True
            continue
        start = match.start() + match[0].index(words[0])
        run.append((start, start + len(words), words))
    if run:
        yield gap, run


def _wrap_width(runs: Sequence[list[Line]]) -> int | None:
    """Return the width at which the text was wrapped by hand or by a program; None when its lines are paragraphs."""
    lengths = sorted(len(words) for run in runs[:_SAMPLE_LINES] for _, _, words in run)
    if len(lengths) < 4:
        return None
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    if not 35 <= width <= _LONGEST_WRAP:
        return None
    pairs = [pair for run in runs[:_SAMPLE_LINES] for pair in pairwise(run)]
    forced = sum(_is_forced(above[2], below[2], width) for above, below in pairs)
    unfinished = sum(not _ENDED.search(above[2]) for above, _ in pairs)
    wrapped = len(pairs) >= 3 and forced >= 0.6 * len(pairs) and unfinished >= 0.5 * len(pairs)
    return width if wrapped else None


def _is_forced(above: str, below: str, width: int) -> bool:
    """Return whether the line above had to end because the next word did not fit."""
    return len(above) + 1 + len(below.split(None, 1)[0]) > width - 2


def _groups(run: list[Line], width: int | None, *, markdown: bool) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph in a run of lines without a blank one."""
    group: list[Line] = []
    for line in run:
        if group and not _continues(group[-1][2], line[2], width, markdown=markdown):
            yield group
            group = []
        group.append(line)
    yield group


def _continues(above: str, below: str, width: int | None, *, markdown: bool) -> bool:
    """Return whether the line ``below`` belongs to the paragraph of the line ``above``."""
    if _MARK.match(below):
        # A dash or a number may stand first in a wrapped line by chance, where the one above had no room for it.
        return width is not None and not markdown and not _ENDED.search(above) and _is_forced(above, below, width)
    if markdown:
        if _LABEL.match(above) and _LABEL.match(below):
            return False
        return not _MARKDOWN_ALONE.match(above) and max(len(above), len(below)) <= 2 * _LONGEST_WRAP
    if width is None:
        return False
    return _is_forced(above, below, width) or (not _ENDED.search(above) and below[:1].islower())
