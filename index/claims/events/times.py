"""Finding every time expression of a text, in one pass over its words."""

import re
from bisect import bisect_left
from datetime import date

from index.claims.events import absolute, chinese, lengths, periods, relative
from index.claims.events import time_words as words
from index.claims.events.expressions import TimeContext, TimeExpression
from index.claims.events.fragments import MONTH, YEAR, Rule, month_number
from index.claims.events.scene import Parser, Reading, Scene
from index.language import number_words
from index.records import Span

_WORD = re.compile(r"\d+|[^\W\d_]+")
_HEAD_REACH = 60
"""How far behind its first word an expression's decisive word may stand, in characters."""
_STATED = Rule(
    rf"\b(?:(?P<month>{MONTH})(?:~\d{{1,2}}(?:st|nd|rd|th)?)?,?~(?:of~)?(?P<year>{YEAR})|(?P<y>[12]\d{{3}})-(?P<m>0[1-9]|1[0-2])(?:-\d\d)?)(?!\w)"
)

_HEADS = frozenset(
    {*words.MONTHS, *words.FULL_WEEKDAYS, *words.UNITS, *(f"{unit}s" for unit in words.UNITS), *words.SEASONS, *words.DAY_PARTS,
     *words.DECADES, *words.SETS, *words.PRESENT_WORDS, *words.PAST_WORDS, *words.FUTURE_WORDS, "today", "yesterday", "tomorrow",
     "tonight", "overnight", "q", "h", "fy", "future", "past", "present", "moment", "time", "christmas", "thanksgiving", "easter",
     "halloween", "eve", "half", "s"}
)  # fmt: skip
"""Words without which there is no expression near, except for numbers."""


def _starters() -> dict[str, tuple[Parser, ...]]:
    """Return the rules to try at a word, by the word in lower case."""
    table: dict[str, list[Parser]] = {}

    def add(names: object, *parsers: Parser) -> None:
        for name in names:  # type: ignore[attr-defined]
            table.setdefault(name, []).extend(parser for parser in parsers if parser not in table.get(name, []))

    add(words.MONTHS, absolute.month_first)
    add(("september",), absolute.named_attacks)
    add(words.WEEKDAYS, relative.weekday_first)
    add(words.SEASONS, periods.season)
    add(("early", "mid", "late", "beginning", "start", "end", "middle", "close", "latter", "very"), periods.part)
    add(("from", "between"), periods.span_of_time)
    add(("last", "past", "previous", "next", "coming", "following", "this", "current", "preceding", "prior", "same", "present"),
        relative.unit_phrase, relative.named_phrase)  # fmt: skip
    add(
        ("today", "yesterday", "tomorrow", "tonight", "overnight", "this", "last", "earlier", "later", "that"),
        relative.deictic,
    )
    add(("earlier", "later"), _earlier_or_later)
    add(("the",), periods.part, periods.same_period, periods.quarter, periods.half_year, periods.season, periods.fiscal_year, periods.decade,
        periods.century, relative.unit_phrase, relative.day_before, absolute.day_first, lengths.part_of_day, lengths.unit_alone,
        lengths.reference)  # fmt: skip
    add(("first", "second", "third", "fourth", "final", "q", "latter", "h"), periods.quarter, periods.half_year)
    add(("fiscal", "financial", "fy"), periods.fiscal_year)
    add(words.DECADES, periods.decade)
    add(words.ORDINALS, periods.century, absolute.day_first)
    add((name.split()[0] for name in words.ORDINALS if "-" not in name), periods.century)
    add(("new", "christmas", "boxing", "valentine", "independence", "fourth", "bastille", "halloween", "veterans", "armistice",
         "april", "st", "may", "inauguration", "martin", "presidents", "memorial", "labor", "columbus", "thanksgiving", "black",
         "cyber", "ash", "palm", "good", "easter", "pentecost"), absolute.holiday)  # fmt: skip
    counts = (*number_words.CARDINALS, "a", "an", "several", "few", "many", "some", "half", "dozens", "hundreds", "tens",
              "numerous", "various", "multiple", "countless", "couple", "about", "around", "nearly", "almost", "over", "roughly",
              "approximately", "more", "less", "fewer", "at", "up", "just", "under")  # fmt: skip
    add(counts, relative.offset, lengths.length)
    add(("a", "an", "every", "each", "per", *words.SETS), lengths.rhythm)
    add(
        ("days", "weeks", "months", "years", "decades", "hours", "minutes", "centuries"),
        relative.offset,
        lengths.length,
    )
    add(("noon", "midday", "midnight"), lengths.clock_time)
    add(("now", "currently", "current", "presently", "nowadays", "recently", "formerly", "most", "recent", "soon", "more", "very",
         "until", "only", "the"), lengths.reference)  # fmt: skip
    return {name: tuple(parsers) for name, parsers in table.items()}


def _earlier_or_later(scene: Scene, at: int) -> Reading | None:
    """Read ``earlier this week``, ``later this month``: the part of it before or after the anchor."""
    match = _EARLIER.match(scene.text, at, scene.stop)
    inner = scene.read(scene, match.end()) if match else None
    if match is None or inner is None or inner.rule not in ("unit-by-anchor", "season-by-anchor", "month-by-anchor"):
        return None
    first, last = inner.interval
    day = scene.day
    if day and first and last and first <= day <= last:
        before = match["way"].casefold() == "earlier"
        inner = inner._replace(interval=inner.interval._replace(**({"last": day} if before else {"first": day})))
    return inner._replace(start=at)


_EARLIER = Rule(r"(?P<way>earlier|later)~(?=this|last|next)")
_STARTERS = _starters()
_NUMERAL: tuple[Parser, ...] = (
    absolute.named_attacks,
    absolute.numeric_date,
    absolute.day_first,
    lengths.clock_time,
    periods.decade,
    periods.century,
    periods.quarter,
    absolute.year_number,
    relative.offset,
    lengths.length,
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
    known = TimeContext(stated=stated_months(text, start, stop)) if context is None else context
    scene = Scene(text, stop, anchor, known, _read)
    places = [(match.start(), match[0]) for match in _WORD.finditer(text, start, stop)]
    heads = [place for place, word in places if word.lower() in _HEADS or word[0].isdigit()]
    done = start
    for place, word in places:
        if place < done:
            continue
        parsers = _NUMERAL if word[0].isdecimal() else _STARTERS.get(word.lower())
        if parsers is None:
            continue
        head = bisect_left(heads, place)
        if head == len(heads) or heads[head] - place > _HEAD_REACH:
            continue
        reading = _longest(scene, place, parsers)
        if reading is not None:
            scene.found.append((place, reading))
            done = reading.end
    found = [_expression(text, place, reading) for place, reading in scene.found]
    return chinese.with_chinese_times(found, text, start, stop, anchor, known)


def stated_months(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the (year, month) pairs that the text states in full, in order, each once."""
    pairs: dict[tuple[int, int], None] = {}
    for match in _STATED.finditer(text, start, len(text) if end is None else end):
        year, month = (match["year"], month_number(match["month"])) if match["month"] else (match["y"], int(match["m"]))
        pairs[int(year), month] = None
    return tuple(pairs)


def _read(scene: Scene, at: int) -> Reading | None:
    """Return the longest reading of an expression that begins at ``at``."""
    match = _WORD.match(scene.text, at, scene.stop)
    if match is None or scene.depth > 2:
        return None
    parsers = _NUMERAL if match[0][0].isdecimal() else _STARTERS.get(match[0].lower(), ())
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
    )
