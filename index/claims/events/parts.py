"""Rules for parts of periods: ``mid-January``, ``the first half of May``, ``earlier this week``."""

import re
from datetime import date

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import OPEN, Interval, months_interval, moved_days, nth_weekday_of, part_of
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import DASH, SEASON, Form, any_of
from index.claims.events.scene import Reading, Scene
from index.claims.events.units import PRECISION, containing, unit_code
from index.records import Precision

_PART_NAME = any_of(words.PARTS)
_PART = Form(rf"(?:the~)?(?:very~)?(?P<part>{_PART_NAME})(?:-|~(?:(?:on|in|of)~)?)(?:the~(?={SEASON}|\d))?")
_PARTS = Form(rf"(?P<part>early|mid)-?~?(?:to|or|and|{DASH})~?-?(?P<part2>mid|late)(?:~|-)(?:in~)?")
_WEEK_OF = Form(r"the~(?P<unit>week|weekend)~of~(?=\w)")
_SHARE = Form(
    r"(?:the~)?(?:(?P<half>first|second|latter)~half|(?P<nth>first|second|third|fourth|last)~(?P<unit>week|weekend))"
    rf"~(?:of|in)~(?:the~(?={SEASON}))?(?=\w)"
)
_EARLIER = Form(r"(?P<way>earlier|later|early|late)~(?:(?=this|last|next)|(?:in|on)~(?=the~|that~|this~)|(?=that~))")
_UNIT_SAID = Form(r"(?:that|the)~(?:same~)?(?P<unit>day|night|week|month|year)(?![\w-]|['’]s)")


def part(scene: Scene, at: int) -> Reading | None:
    """Read ``mid-January``, ``early 2009``, ``late on January 18``, ``the end of this year``, ``mid- to
    late-January``.
    """
    parts = _PARTS.match(scene.text, at, scene.stop)
    match = parts or _PART.match(scene.text, at, scene.stop)
    if match is None:
        return None
    inner = scene.read(scene, match.end())
    if inner is None or inner.kind not in (TimeKind.DATE, TimeKind.TIME) or not inner.rule.divisible:
        return None
    if match["part"].casefold() not in ("early", "mid", "late") and inner.precision is Precision.DAY:
        return None
    name = words.PARTS[" ".join(match["part"].casefold().split())]
    if inner.precision is Precision.DAY or inner.precision is Precision.TIME:
        return inner._replace(start=at)
    interval = part_of(inner.interval, name)
    if parts:
        interval = Interval(interval.first, part_of(inner.interval, parts["part2"].casefold()).last)
    dated = inner.dated or inner.interval != OPEN
    return inner._replace(interval=interval, precision=Precision.PERIOD, rule=rules.PART, dated=dated, start=at)


def week_of(scene: Scene, at: int) -> Reading | None:
    """Read ``the week of January 13``: the week, weekend or month that holds the day."""
    match = _WEEK_OF.match(scene.text, at, scene.stop)
    inner = scene.read(scene, match.end()) if match else None
    if match is None or inner is None or inner.precision is not Precision.DAY or inner.kind is not TimeKind.DATE:
        return None
    code = unit_code(match["unit"])
    interval, value = containing(inner.interval.first, code) if inner.interval.first else (OPEN, inner.value)
    return inner._replace(interval=interval, value=value, precision=PRECISION[code], rule=rules.UNIT_OF_A_DAY, start=at)


def share_of_month(scene: Scene, at: int) -> Reading | None:
    """Read ``the first half of May``, ``the second week of March 2024``, ``the last weekend in June``."""
    match = _SHARE.match(scene.text, at, scene.stop)
    month = scene.read(scene, match.end()) if match else None
    if match is None or month is None or month.kind is not TimeKind.DATE or month.precision is not Precision.MONTH:
        return None
    first, last = month.interval
    interval, precision = OPEN, Precision.WEEK if match["unit"] else Precision.PERIOD
    if first and last:
        interval = _half_of(first, last, match["half"]) if match["half"] else _nth_week(first, match)
    return month._replace(interval=interval, precision=precision, rule=rules.PART, start=at, dated=True)


def _half_of(first: date, last: date, half: str) -> Interval:
    return (
        Interval(first, first.replace(day=15)) if half.casefold() == "first" else Interval(first.replace(day=16), last)
    )


def _nth_week(first: date, match: re.Match[str]) -> Interval:
    """Return the ``nth`` seven days of a month, or its ``nth`` Saturday and Sunday."""
    number = -1 if match["nth"].casefold() == "last" else words.ORDINALS[match["nth"].casefold()]
    saturday = nth_weekday_of(first.year, first.month, words.WEEKDAYS["saturday"], number)
    if match["unit"].casefold() == "weekend":
        return Interval(saturday, moved_days(saturday, 1))
    end = months_interval(first.year, first.month).last if number < 0 else moved_days(first, 7 * number - 1)
    return Interval(moved_days(end, -6) if end else None, end)


def earlier_or_later(scene: Scene, at: int) -> Reading | None:
    """Read ``earlier this week``, ``later this month``: the part of it before or after the anchor."""
    match = _EARLIER.match(scene.text, at, scene.stop)
    if match is None:
        return None
    said = _UNIT_SAID.match(scene.text, match.end(), scene.stop)
    inner = _unit_said(scene, at, said) if said else scene.read(scene, match.end())
    if inner is None or not inner.rule.around_now:
        return None
    first, last = inner.interval
    day = scene.day
    if day and first and last and first <= day <= last and first < last:
        interval = Interval(first, day) if match["way"].casefold().startswith("earl") else Interval(day, last)
        inner = inner._replace(interval=interval)
    return inner._replace(start=at)


def _unit_said(scene: Scene, at: int, match: re.Match[str]) -> Reading:
    """Return the day, week, month or year named before in the paragraph, else for ``the`` the anchor's."""
    code = unit_code(match["unit"])
    fine, part = (Precision.DAY,), (Precision.DAY, Precision.MONTH, Precision.PERIOD)
    kinds = {"D": fine, "W": (Precision.DAY, Precision.WEEK), "M": part}
    before = scene.earlier(at, *kinds.get(code, (*part, Precision.YEAR)))
    near = scene.anchor if code == "Y" or scene.day else None
    day = before.last if before else near if match[0][:3].casefold() == "the" else None
    interval, value = containing(day, code) if day else (OPEN, "XXXX-XX-XX")
    return Reading(match.end(), TimeKind.DATE, value, interval, PRECISION[code], rules.UNIT_SAID)
