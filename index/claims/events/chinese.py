"""Rules for Chinese dates: ``2025年1月14日``, ``1月14日``, ``2025年``, ``昨天``, ``去年``."""

import re
from datetime import date

from index.claims.events import rules
from index.claims.events.calendars import (
    OPEN,
    Interval,
    day_interval,
    known_day,
    months_interval,
    moved_days,
    week_interval,
    years_interval,
)
from index.claims.events.expressions import TimeContext, TimeExpression, TimeKind
from index.records import Precision, Span

_TELLING = re.compile("[年月天周日]")
_DATE = re.compile(
    r"(?<!\d)(?:(?P<year>[12]\d{3}) ?年(?: ?(?P<month>1[0-2]|0?[1-9]) ?月(?: ?(?P<day>3[01]|[12]\d|0?[1-9]) ?[日号])?)?"
    r"|(?P<month2>1[0-2]|0?[1-9]) ?月 ?(?P<day2>3[01]|[12]\d|0?[1-9]) ?[日号])"
)
_RELATIVE = re.compile("昨天|昨日|今天|今日|明天|前天|去年|今年|明年|上周|本周|下周|上个?月|本月|下个?月")
_DAYS = {"昨": -1, "今": 0, "明": 1, "前": -2}
_YEARS = {"去": -1, "今": 0, "明": 1}
_STEPS = {"上": -1, "本": 0, "下": 1}


def with_chinese_times(
    found: list[TimeExpression], text: str, bounds: Span, anchor: date | None, context: TimeContext
) -> list[TimeExpression]:
    """Return ``found`` with the Chinese dates within ``bounds`` in their places; a Chinese date wins over a
    number.
    """
    if _TELLING.search(text, *bounds) is None:
        return found
    chinese = [_dated(match, anchor, context) for match in _DATE.finditer(text, *bounds)]
    chinese += [_relative(match, anchor, context) for match in _RELATIVE.finditer(text, *bounds)]
    new = sorted((item for item in chinese if item is not None), key=lambda item: item.span)
    taken = [item.span for item in new]
    kept, index = [], 0
    for item in found:
        while index < len(taken) and taken[index].end <= item.span.start:
            index += 1
        if index == len(taken) or taken[index].start >= item.span.end:
            kept.append(item)
    return sorted([*kept, *new], key=lambda item: item.span)


def _dated(match: re.Match[str], anchor: date | None, context: TimeContext) -> TimeExpression | None:
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    year = int(match["year"]) if match["year"] else _year(int(month), int(day), anchor, context)
    if day:
        known = known_day(year or 2000, int(month), int(day))
        if known is None:
            return None
        interval = day_interval(known) if year else OPEN
        value = known.isoformat() if year else f"XXXX-{int(month):02}-{int(day):02}"
        return _expression(match, interval, value, Precision.DAY, rules.CHINESE_DATE, given=bool(match["year"]))
    if year is None:
        return None
    if month:
        return _expression(
            match, months_interval(year, int(month)), f"{year}-{int(month):02}", Precision.MONTH, rules.CHINESE_DATE
        )
    return _expression(match, years_interval(year), str(year), Precision.YEAR, rules.CHINESE_DATE)


def _year(month: int, day: int, anchor: date | None, context: TimeContext) -> int | None:
    if anchor is not None:
        days = [known_day(anchor.year + step, month, day) for step in (0, -1, 1)]
        return min(
            (known for known in days if known), key=lambda known: abs((known - anchor).days), default=anchor
        ).year
    same = {year for year, stated in context.stated if stated == month}
    return next(iter(same)) if len(same) == 1 else None


def _relative(match: re.Match[str], anchor: date | None, context: TimeContext) -> TimeExpression | None:
    word = match[0]
    exact = anchor if context.precision is Precision.DAY else None
    if word[-1] in "天日":
        day = moved_days(exact, _DAYS[word[0]]) if exact else None
        interval, precision = (day_interval(day) if day else OPEN), Precision.DAY
    elif word[-1] == "年":
        interval = years_interval(anchor.year + _YEARS[word[0]]) if anchor else OPEN
        precision = Precision.YEAR
    elif word[-1] == "周":
        day = moved_days(exact, 7 * _STEPS[word[0]]) if exact else None
        interval, precision = (week_interval(day) if day else OPEN), Precision.WEEK
    else:
        months = anchor.year * 12 + anchor.month - 1 + _STEPS[word[0]] if anchor else 0
        interval = months_interval(months // 12, months % 12 + 1) if anchor else OPEN
        precision = Precision.MONTH
    value = interval.first.isoformat() if interval.first else "XXXX-XX-XX"
    return _expression(match, interval, value, precision, rules.CHINESE_RELATIVE)


def _expression(
    match: re.Match[str],
    interval: Interval,
    value: str,
    precision: Precision,
    rule: rules.TimeRule,
    *,
    given: bool = True,
) -> TimeExpression:
    return TimeExpression(
        Span(*match.span()),
        match[0],
        TimeKind.DATE,
        value,
        interval.first.isoformat() if interval.first else None,
        interval.last.isoformat() if interval.last else None,
        precision,
        rule,
        given=given and rule is rules.CHINESE_DATE,
    )
