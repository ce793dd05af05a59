"""Finding every time expression of a text, in one pass over its words."""

import re
from bisect import bisect_left
from datetime import date

from index.claims.events import chinese
from index.claims.events.expressions import TimeContext, TimeExpression
from index.claims.events.fragments import MONTH, YEAR, Form, month_number
from index.claims.events.periods import joined
from index.claims.events.scene import Parser, Reading, Scene
from index.claims.events.starters import HEADS, NUMERAL, STARTERS
from index.records import Precision, Span

_WORD = re.compile(r"\d+|[^\W\d_]+")
_ANY_YEAR = re.compile(r"(?<![\w.,$£€/-])(?:19|20)\d\d(?![\w%]|[.,]\d)")
_HEAD_REACH = 60
"""How far behind its first word an expression's decisive word may stand, in characters."""
_STATED = Form(
    rf"\b(?:(?P<month>{MONTH})(?:~\d{{1,2}}(?:st|nd|rd|th)?)?,?~(?:of~)?(?P<year>{YEAR})|(?P<y>[12]\d{{3}})-(?P<m>0[1-9]|1[0-2])(?:-\d\d)?)(?!\w)"
)


def find_times(
    text: str,
    start: int = 0,
    end: int | None = None,
    anchor: date | None = None,
    context: TimeContext | None = None,
) -> list[TimeExpression]:
    """Return the time expressions of ``text[start:end]`` in order; spans are offsets in ``text`` and do not overlap.

    ``anchor`` is the day the text was published: relative times (``yesterday``, ``last Friday``) are resolved against
    it and stay open without it. Without ``context`` the full dates stated in ``text`` are gathered from it.
    """
    stop = len(text) if end is None else min(end, len(text))
    known = context
    if known is None:
        known = TimeContext() if anchor else stated_context(text, start, stop)
    scene = Scene(text, stop, anchor, known, _read)
    places, heads = _places(text, start, stop)
    done = start
    for place, parsers in places:
        if place < done:
            continue
        head = bisect_left(heads, place)
        if head == len(heads) or heads[head] - place > _HEAD_REACH:
            continue
        reading = _longest(scene, place, parsers)
        if reading is not None:
            reading = joined(scene, reading) or reading
            scene.found.append((place, reading))
            done = reading.end
    found = [_expression(text, place, reading) for place, reading in scene.found]
    return chinese.with_chinese_times(found, text, Span(start, stop), anchor, known)


def _places(text: str, start: int, stop: int) -> tuple[list[tuple[int, tuple[Parser, ...]]], list[int]]:
    """Return where times may begin, with the rules to try there, and where the words stand that no time lacks."""
    places: list[tuple[int, tuple[Parser, ...]]] = []
    heads: list[int] = []
    for match in _WORD.finditer(text, start, stop):
        word = match[0]
        if word[0].isdecimal():
            places.append((match.start(), NUMERAL))
            heads.append(match.start())
            continue
        form = word.lower()
        parsers = STARTERS.get(form)
        if parsers is not None:
            places.append((match.start(), parsers))
        if form in HEADS:
            heads.append(match.start())
    return places, heads


def stated_context(
    text: str, start: int = 0, end: int | None = None, precision: Precision = Precision.DAY
) -> TimeContext:
    """Return what a text tells of its own time, for one whose date is not known, or known to ``precision`` only.

    Pairs more than a year before the latest year that the text names are left out: they are the story's past, and
    say nothing about a month without a year.
    """
    stop = len(text) if end is None else end
    latest = max((int(match[0]) for match in _ANY_YEAR.finditer(text, start, stop)), default=0)
    pairs: dict[tuple[int, int], None] = {}
    for match in _STATED.finditer(text, start, stop):
        year, month = (match["year"], month_number(match["month"])) if match["month"] else (match["y"], int(match["m"]))
        if int(year) >= latest - 1:
            pairs[int(year), month] = None
    return TimeContext(precision, tuple(pairs), latest or None)


def _read(scene: Scene, at: int) -> Reading | None:
    """Return the longest reading of an expression that begins at ``at``."""
    match = _WORD.match(scene.text, at, scene.stop)
    if match is None or scene.depth > 2:
        return None
    parsers = NUMERAL if match[0][0].isdecimal() else STARTERS.get(match[0].lower(), ())
    scene.depth += 1
    reading = _longest(scene, at, parsers)
    scene.depth -= 1
    return reading


def _longest(scene: Scene, at: int, parsers: tuple[Parser, ...]) -> Reading | None:
    if at and not _may_begin(scene.text, at):
        return None
    best: Reading | None = None
    for parser in parsers:
        reading = parser(scene, at)
        if reading is not None and (best is None or reading.end > best.end):
            best = reading
    return best


def _may_begin(text: str, at: int) -> bool:
    """Return whether a word at ``at`` stands free: not in a longer word, a number, an amount, a path or a hashtag."""
    before = text[at - 1]
    if before.isalnum() or before in "_#@&/\\$£€¥":
        return "぀" <= before <= "鿿"
    if text[at].isdecimal() and before in ".,:-–" and at > 1:
        return not text[at - 2].isdecimal() and not (before in ".:," and text[at - 2].isalnum() and before != ",")
    return not (text[at].isdecimal() and before in "+=<>~")


def _expression(text: str, place: int, reading: Reading) -> TimeExpression:
    first, last = reading.interval
    if reading.start >= 0:
        place = reading.start
    start_time, end_time = reading.clock or (None, None)
    return TimeExpression(
        span=Span(place, reading.end),
        raw=text[place : reading.end],
        kind=reading.kind,
        value=reading.value,
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        precision=reading.precision,
        rule=reading.rule,
        dated=reading.dated,
        given=reading.given,
        start_time=start_time,
        end_time=end_time,
        inferred=reading.inferred or reading.rule.inferred,
    )
