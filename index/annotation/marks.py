"""Quotation marks: which stretches of a document stand between them, however they are written."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.annotation.records import Quoted
from index.records import Span

_MARK = re.compile(r"“|”|„|«|»|\"|``|''|‘|’|‚|'|`|「|」|‹|›")
_DOUBLE_MARK = re.compile(r"“|”|„|«|»|\"|``|''|「|」")
_OPENING = frozenset({"“", "„", "«", "``", "「"})
_CLOSING = frozenset({"”", "»", "''", "」"})
_SINGLE = "‘’‚'`‹›"
_BEFORE_OPENING = "([{—–-…/“‘\"'«`:"
_TURNED = {"“": "„", "«": "»", "‘": "‚"}
"""Marks that open elsewhere and close where the other one opened, as in German „…“ and »…«."""
_SINGLE_CLOSER = re.compile(r"(?<=[\w.,!?…\]) ])['’›](?!\w)")
_SENTENCE_ENDS = (".", "!", "?", "”", '"')
_NEXT_OPENS = re.compile(r"\s*[“\"„«‘]")
_LONGEST_SINGLE = 400
"""Characters a quotation in single marks may span: beyond it, an apostrophe is likelier than a closing mark."""


class _Open(NamedTuple):
    family: str
    start: int
    inner: int


def quoted_stretches(text: str, paragraph: Span) -> Iterator[Quoted]:
    """Return the outermost quoted stretches of one paragraph, in order.

    A mark left open runs to the end of the paragraph where it is the paragraph's first character, or stands after a
    colon, a comma or the end of a sentence (a speech that goes on in the next paragraph); elsewhere it is passed over,
    and so is a straight mark behind a sentence where no mark opens the next paragraph. A first
    mark that closes speech after a comma opened where the paragraph begins.
    """
    return _stretches(text, paragraph, _MARK)


def _stretches(text: str, paragraph: Span, marks: re.Pattern[str]) -> Iterator[Quoted]:
    stack: list[_Open] = []
    seen = False
    for mark in marks.finditer(text, paragraph.start, paragraph.end):
        role = _role(text, Span(mark.start(), mark.end()), paragraph, stack)
        if role is None:
            continue
        seen = seen or role == "open"
        family = "single" if mark.group() in _SINGLE else "double"
        if role == "open":
            if any(opened.family == family for opened in stack):
                stack.clear()  # a mark that opens twice was never closed: the later one is the true start
            stack.append(_Open(family, mark.start(), mark.end()))
            continue
        position = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), None)
        if position is None:
            if family == "double" and not seen and text[mark.start() - 1 : mark.start()] == ",":
                yield Quoted(paragraph.start, mark.end(), Span(paragraph.start, mark.start()), closed=True)
            seen = True
            continue
        opened = stack[position]
        del stack[position:]
        if not stack:
            yield Quoted(opened.start, mark.end(), Span(opened.inner, mark.start()), closed=True)
    if stack:
        yield from _left_open(text, paragraph, stack[0])


def _left_open(text: str, paragraph: Span, opened: _Open) -> Iterator[Quoted]:
    """Yield what a mark without its counterpart stands for: speech to the paragraph's end, or an apostrophe."""
    if _begins_speech(text, paragraph, opened.start):
        yield Quoted(opened.start, paragraph.end, Span(opened.inner, paragraph.end), closed=False)
    elif opened.family == "single":
        yield from _stretches(text, Span(opened.inner, paragraph.end), _DOUBLE_MARK)


def _begins_speech(text: str, paragraph: Span, start: int) -> bool:
    """Return whether a mark is a paragraph's first character, or stands after a colon, a comma or a sentence."""
    before = text[max(paragraph.start, start - 3) : start].rstrip()
    if before[-1:] in (":", ",") or not before:
        return True
    behind = before[-1:] in _SENTENCE_ENDS and text[start - 1].isspace()
    return behind and (text[start] in "“„«" or _NEXT_OPENS.match(text, paragraph.end) is not None)


def _role(text: str, place: Span, paragraph: Span, stack: list[_Open]) -> str | None:
    """Return whether a mark opens, closes, or is neither (an apostrophe, feet and inches)."""
    start, end = place
    mark = text[start:end]
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if (opener := _TURNED.get(mark)) and any(text[opened.start] == opener for opened in stack):
        return "close"
    if mark == "»" and not stack and (before.isspace() or before in _BEFORE_OPENING) and not after.isspace():
        return "open"
    if mark in _SINGLE:
        return _single_role(text, mark, start, paragraph, stack)
    if mark in _OPENING:
        return "open"
    if mark in _CLOSING:
        if mark == "”" and not stack and (before.isspace() or before in _BEFORE_OPENING) and not after.isspace():
            return "open"  # as in Swedish and Finnish, ”…”
        if mark == "''" and not stack and (before.isspace() or start == paragraph.start) and not after.isspace():
            return "open"
        return "close"
    is_open = any(opened.family == "double" for opened in stack)
    if before.isdigit() and not is_open:
        return None
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = (after.isspace() or not after.isalnum()) and not before.isspace()
    if opens != closes:
        return "open" if opens else "close"
    return "close" if is_open else "open"


def _single_role(text: str, mark: str, start: int, paragraph: Span, stack: list[_Open]) -> str | None:
    """Return the role of a single mark, which may as well be an apostrophe."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[start + 1] if start + 1 < paragraph.end else " "
    opened = next((item for item in reversed(stack) if item.family == "single"), None)
    if mark == "‚":
        return "open" if opened is None and not before.isalnum() and after.isalnum() else None
    if opened is not None and mark not in "‘‹`‚":
        far = start - opened.start > _LONGEST_SINGLE and not _begins_speech(text, paragraph, opened.start)
        plural = before == "s" and after == " " and (mark == "’" or len(stack) == 1)
        return None if far or after.isalnum() or plural else "close"
    if opened is not None or mark in "’›":
        return None
    if not (before.isspace() or before in _BEFORE_OPENING) or not (after.isalnum() or after in "[(“ "):
        return None
    if mark == "'" and not after.isalpha():
        return None
    if after.isupper() and _begins_speech(text, paragraph, start):
        return "open"
    closer = _SINGLE_CLOSER.search(text, start + 1, min(paragraph.end, start + _LONGEST_SINGLE))
    return "open" if closer else None
