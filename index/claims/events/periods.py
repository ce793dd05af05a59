"""Rules for named periods: quarters, halves, seasons, fiscal years, decades, centuries, parts of periods and ranges."""

import re
from datetime import date

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import (
    OPEN,
    Interval,
    known_day,
    months_interval,
    moved_days,
    moved_months,
    quarter_interval,
    season_interval,
    years_interval,
)
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import DASH, SEASON, YEAR, Form, any_of
from index.claims.events.resolving import two_digit_year, year_of
from index.claims.events.scene import Reading, Scene
from index.claims.events.tenses import Tense, tense_at
from index.english import words as word_list
from index.records import Precision

_YEAR_TAIL = (
    rf"(?:,?~(?:of~)?(?:the~)?(?:(?:fiscal~(?:year~)?|FY~?)?(?P<year>{YEAR})|FY~?['’]?(?P<fy>\d\d)(?!\w)|(?:(?P<rel>this|last|next|current|previous)~)?"
    rf"(?:fiscal~|financial~)?(?P<word>year)\b)|~?['’](?P<yy>\d\d)(?!\w))?"
)
_QUARTER = Form(
    rf"(?:the~)?(?:(?P<name>first|second|third|fourth|final|1st|2nd|3rd|4th)(?:~|-)(?:fiscal~)?quarter\b|Q(?P<digit>[1-4])(?!\w)){_YEAR_TAIL}"
)
_YEAR_QUARTER = Form(r"(?P<year>(?:19|20)\d\d)(?:~|-)?Q(?P<digit>[1-4])(?!\w)")
_NUMBERED = Form(r"(?P<digit>[1-4])(?P<unit>Q|H)(?:~?['’]?(?P<year>(?:19|20)\d\d|\d\d))?(?!\w)")
_HALF = Form(rf"(?:the~)?(?:(?P<name>first|second|latter)(?:~|-)half|H(?P<digit>[12])(?!\w)){_YEAR_TAIL}")
_SEASON = Form(rf"(?:the~)?(?P<season>{SEASON})(?:(?:~of)?,?~(?:(?P<year>{YEAR})|['’](?P<yy>\d\d)))?(?!\w)")
_FISCAL_AFTER = Form(
    rf"(?:the~)?(?P<year>(?:19|20)\d\d)(?:{DASH}\d\d(?:\d\d)?|/\d\d(?:\d\d)?)?~(?:fiscal|financial|tax|budget)~year\b"
)
_FISCAL = Form(
    rf"(?:the~)?(?:(?:fiscal|financial)(?:~year)?~|FY(?:~|-)?)['’]?(?P<year>{YEAR}|\d\d(?!\w))(?:[-/–]\d\d(?:\d\d)?(?!\w))?"
)
_DECADE = Form(
    rf"(?:the~)?(?:(?P<year>(?:1[0-9]|20)\d0)['’]?s|(?P<mark>['’])?(?P<short>[2-9]0)['’]?s|(?P<word>{any_of(words.DECADES)}))(?!\w)"
)
_CENTURY = Form(
    rf"(?:the~)?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<name>{any_of(words.ORDINALS)}))(?:~|-)century\b(?P<bc>~(?:BCE?\b|B\.C\.(?:E\.)?))?"
)
_OPENING = Form(r"(?:from|between)~")
_JOIN = Form(rf"(?:~(?:to|through|until|till|and)~|~?{DASH}~?)(?:(?:the|on|in)~)?")
_TO = Form(rf"(?:~(?:to|through|until|till)~|~?{DASH}~?)(?:the~)?")
_JOINED = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_SAME = Form(r"the~same~(?:period|time|month|week|quarter|day|date|point|stage)~(?:(?:in|of|from)~)?")
_SOME_DECADE = frozenset({"the", "early", "mid", "late", "and", "or"})
_GAME = re.compile(
    rf"\b(?:{any_of(word_list('game-words'))}|\d{{1,3}}[-–]\d{{1,2}}(?=[ ,.;)]))\b|-yard\b", re.IGNORECASE
)
_BUSINESS = re.compile(rf"\b(?:{any_of(word_list('business-words'))})\b|%", re.IGNORECASE)
_GAME_REACH = 120
"""How many characters around a quarter are looked at for words of a game."""
_AGE = re.compile(r"\b(?:his|her|their|my|our|your)[ ](?:(?:early|mid|late)[- ])?$", re.IGNORECASE)


def _tail_year(scene: Scene, at: int, match: re.Match[str]) -> int | None:
    """Return the year after a quarter or half: stated, ``this year``, or that of the date before in the paragraph."""
    if match["year"]:
        return int(match["year"])
    if match["yy"] or match["fy"]:
        return two_digit_year(int(match["yy"] or match["fy"]), scene.anchor)
    if match["word"] and scene.anchor:
        return scene.anchor.year + {"last": -1, "previous": -1, "next": 1}.get((match["rel"] or "").casefold(), 0)
    if match["word"]:
        return None
    before = scene.earlier(at, Precision.YEAR, Precision.QUARTER, Precision.PERIOD)
    return before.last.year if before and before.last and not scene.anchor else None


def quarter(scene: Scene, at: int) -> Reading | None:
    """Read ``the first quarter of 2020``, ``Q1 2020``, ``2020 Q1``, ``the fourth quarter``."""
    match = _YEAR_QUARTER.match(scene.text, at, scene.stop)
    if match:
        year: int | None = int(match["year"])
        number = int(match["digit"])
    elif match := _NUMBERED.match(scene.text, at, scene.stop):
        return _numbered(scene, match)
    else:
        match = _QUARTER.match(scene.text, at, scene.stop)
        if match is None:
            return None
        if _in_game(scene, at, match):
            return None
        name = (match["name"] or "").casefold()
        number = int(match["digit"] or (name[0] if name[:1].isdigit() else words.ORDINALS[name]))
        year = _tail_year(scene, at, match)
    given = year is not None
    if year is None and scene.anchor:
        ended = not tense_at(scene.text, at, match.end()).is_future
        current = (scene.anchor.month + 2) // 3
        year = scene.anchor.year - (1 if ended and number >= current and number > 1 and number != current else 0)
        year -= 1 if ended and number == 4 and current == 4 and scene.anchor.month == 10 else 0
    fiscal = re.search(r"fiscal|FY", match[0]) is not None
    interval = quarter_interval(year, number) if year and not fiscal else OPEN
    value = f"{year}-Q{number}" if year else f"XXXX-Q{number}"
    dated = year is not None or match.group("digit") is not None or scene.anchor is not None
    return Reading(match.end(), TimeKind.DATE, value, interval, Precision.QUARTER, rules.QUARTER, dated, given)


def _numbered(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Return the reading of ``3Q24``, ``1H 2025``; a quarter or half without a year stays open."""
    written, number = match["year"], int(match["digit"])
    half = match["unit"].casefold() == "h"
    if match["unit"].islower() or (half and (number > 2 or not written)):
        return None
    year = int(written) if written and len(written) == 4 else None
    if written and year is None:
        year = two_digit_year(int(written), scene.anchor)
    interval = OPEN
    if year:
        interval = months_interval(year, 6 * number - 5, 6) if half else quarter_interval(year, number)
    value = f"{year or 'XXXX'}-{match['unit'].upper()}{number}"
    precision = Precision.PERIOD if half else Precision.QUARTER
    rule = rules.HALF_YEAR if half else rules.QUARTER
    return Reading(match.end(), TimeKind.DATE, value, interval, precision, rule, given=year is not None)


def _in_game(scene: Scene, at: int, match: re.Match[str]) -> bool:
    """Return whether a quarter without a year is a game's: words of the game stand around it, and none of business."""
    if match["year"] or match["word"] or match["yy"] or match["fy"] or match["digit"]:
        return False
    near = scene.text[max(0, at - _GAME_REACH) : match.end() + _GAME_REACH]
    return _GAME.search(near) is not None and _BUSINESS.search(near) is None


def half_year(scene: Scene, at: int) -> Reading | None:
    """Read ``the second half of 2024``, ``H1 2020``, ``the first half of the year``."""
    match = _HALF.match(scene.text, at, scene.stop)
    if match is None or not (match["year"] or match["word"] or match["yy"] or match["fy"]):
        return None
    year = _tail_year(scene, at, match)
    number = int(match["digit"]) if match["digit"] else 1 if match["name"].casefold() == "first" else 2
    fiscal = re.search(r"fiscal|FY", match[0]) is not None
    interval = months_interval(year, 6 * number - 5, 6) if year and not fiscal else OPEN
    value = f"{year}-H{number}" if year else f"XXXX-H{number}"
    return Reading(
        match.end(), TimeKind.DATE, value, interval, Precision.PERIOD, rules.HALF_YEAR, given=year is not None
    )


def season(scene: Scene, at: int) -> Reading | None:
    """Read ``summer 2019``, ``the winter of 1998``; alone only after a preposition, and then open without an anchor."""
    match = _SEASON.match(scene.text, at, scene.stop)
    if match is None:
        return None
    code = words.SEASONS[match["season"].casefold()]
    if match["year"] or match["yy"]:
        year = int(match["year"]) if match["year"] else two_digit_year(int(match["yy"]), scene.anchor)
        interval = season_interval(year, code)
        return Reading(
            match.end(), TimeKind.DATE, f"{year}-{code}", interval, Precision.SEASON, rules.SEASON_YEAR, given=True
        )
    with_article = scene.text[at : at + 3].casefold() == "the"
    before = scene.word_before(at)
    if before not in ("in", "during", "since", "by", "until", "for", "early", "late", "mid") and not (
        with_article and before in ("in", "during", "of", "over", "through")
    ):
        return None
    told = _is_told(scene, at, match)
    if match["season"].casefold() in ("spring", "fall") and not with_article and not (told and before in ("in", "by")):
        return None
    found = year_of(scene, words.SEASON_MONTH[code] % 12 + 1, None, (at, match.end()))[0] if told else None
    if found is None:
        return Reading(match.end(), TimeKind.DATE, f"XXXX-{code}", OPEN, Precision.SEASON, rules.SEASON, dated=False)
    found -= code == "WI"
    interval = season_interval(found, code)
    return Reading(match.end(), TimeKind.DATE, f"{found}-{code}", interval, Precision.SEASON, rules.SEASON_BY_ANCHOR)


def _is_told(scene: Scene, at: int, match: re.Match[str]) -> bool:
    """Return whether a season without a year is a certain one: told of in the past or future, known to the day."""
    tense = tense_at(scene.text, at, match.end())
    certain = tense.is_past or (tense.is_future and tense is not Tense.TO_COME)
    return scene.day is not None and certain and scene.word_before(at) not in ("for", "of")


def fiscal_year(scene: Scene, at: int) -> Reading | None:
    """Read ``fiscal 2024``, ``FY2024``; its days stay open, for each company and state begins its year elsewhere."""
    match = _FISCAL.match(scene.text, at, scene.stop) or _FISCAL_AFTER.match(scene.text, at, scene.stop)
    if match is None:
        return None
    year = int(match["year"]) if len(match["year"]) == 4 else two_digit_year(int(match["year"]), scene.anchor)
    return Reading(match.end(), TimeKind.DATE, f"FY{year}", OPEN, Precision.YEAR, rules.FISCAL_YEAR, given=True)


def decade(scene: Scene, at: int) -> Reading | None:
    """Read ``the 1990s``, ``'80s``, ``the eighties``; ``the 1800s`` are the century; ``in his 80s`` is an age."""
    match = _DECADE.match(scene.text, at, scene.stop)
    if match is None:
        return None
    before = scene.word_before(at)
    article = scene.text[at : at + 3].casefold() == "the"
    given = match["year"] is not None
    if given:
        first = int(match["year"])
    else:
        if _AGE.search(scene.text, max(0, at - 14), at) or not (article or match["mark"] or before in _SOME_DECADE):
            return None
        first = 1900 + int(match["short"]) if match["short"] else words.DECADES[match["word"].casefold()]
    if first % 100 == 0 and first < 1900:
        interval = years_interval(first, 100)
        return Reading(
            match.end(), TimeKind.DATE, str(first // 100), interval, Precision.CENTURY, rules.CENTURY, given=True
        )
    value = str(first // 10)
    return Reading(
        match.end(), TimeKind.DATE, value, years_interval(first, 10), Precision.DECADE, rules.DECADE, given=given
    )


def century(scene: Scene, at: int) -> Reading | None:
    """Read ``the 19th century``: 1801 to 1900."""
    match = _CENTURY.match(scene.text, at, scene.stop)
    if match is None:
        return None
    number = int(match["number"]) if match["number"] else words.ORDINALS[" ".join(match["name"].casefold().split())]
    if not 1 <= number <= 22:
        return None
    interval = OPEN if match["bc"] else years_interval(100 * number - 99, 100)
    value = f"BC{number - 1:02}" if match["bc"] else f"{number - 1:02}"
    return Reading(match.end(), TimeKind.DATE, value, interval, Precision.CENTURY, rules.CENTURY, given=True)


def span_of_time(scene: Scene, at: int) -> Reading | None:
    """Read ``from January 13 to 15``, ``between 2010 and 2015``; a year at the end holds for the beginning too."""
    opening = _OPENING.match(scene.text, at, scene.stop)
    if opening is None:
        return None
    first = scene.read(scene, opening.end())
    if first is None or first.kind is not TimeKind.DATE or not first.dated:
        return None
    if first.precision is Precision.PERIOD:
        return first._replace(start=at)
    join = _JOIN.match(scene.text, first.end, scene.stop)
    last = scene.read(scene, join.end()) if join else None
    reading = _range(first, last)
    return reading._replace(start=at) if reading else None


def joined(scene: Scene, first: Reading) -> Reading | None:
    """Return ``first`` with the day, month or year that it runs to: ``Monday through Friday``, ``2019 to 2021``."""
    if first.kind is not TimeKind.DATE or not first.dated or first.precision not in _JOINED:
        return None
    join = _TO.match(scene.text, first.end, scene.stop)
    last = scene.read(scene, join.end()) if join else None
    if last is None or last.precision is not first.precision:
        return None
    return _range(first, last)


def _range(first: Reading, last: Reading | None) -> Reading | None:
    """Return the range of two readings; a year stated at its end holds for its beginning too."""
    if last is None or last.kind is not TimeKind.DATE or not last.dated:
        return None
    begin = first.interval.first
    if last.given and not first.given and last.interval.last is not None:
        begin = _in_year(first.value, last.interval.last) or begin
    end = last.interval.last
    if begin and end and begin > end and first.rule.weekday and last.rule.weekday:
        end = moved_days(end, 7)
    if begin and end and begin > end and not last.given:
        end = _year_on(end) if last.precision in (Precision.DAY, Precision.MONTH) else end
    if begin and end and begin > end:
        return None
    interval = Interval(begin, end) if begin and end else OPEN
    given = first.given or last.given
    value = begin.isoformat() if begin and first.precision is Precision.DAY else first.value
    return Reading(last.end, TimeKind.DATE, value, interval, Precision.PERIOD, rules.FROM_TO, given=given)


def _year_on(end: date) -> date | None:
    """Return the same day a year later: what ends a range lies behind its beginning."""
    return moved_months(end, 12)


def _in_year(value: str, end: date) -> date | None:
    """Return the first day of a month or day without a year, in the year that ends at ``end``."""
    match = re.fullmatch(r"[\dX]{4}-(\d\d)(?:-(\d\d))?", value)
    if match is None:
        return None
    month, day = int(match[1]), int(match[2] or 1)
    known = known_day(end.year, month, day)
    return known_day(end.year - 1, month, day) if known and known > end else known


def same_period(scene: Scene, at: int) -> Reading | None:
    """Read ``the same period last year``, ``the same month a year ago``: what something is compared with, not an
    event.
    """
    match = _SAME.match(scene.text, at, scene.stop)
    inner = scene.read(scene, match.end()) if match else None
    if inner is None or inner.kind is not TimeKind.DATE:
        return None
    first = inner.interval.first
    before = scene.earlier(at, Precision.MONTH, Precision.QUARTER)
    if inner.precision is Precision.YEAR and first and before and before.first and before.last:
        count = before.last.month - before.first.month + 1
        interval = months_interval(first.year, before.first.month, count)
        quarter = (before.first.month + 2) // 3
        value = f"{first.year}-{before.first.month:02}" if count == 1 else f"{first.year}-Q{quarter}"
        inner = inner._replace(interval=interval, value=value)
    return inner._replace(rule=rules.COMPARISON_BASE, dated=False, start=at)
