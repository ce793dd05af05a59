"""Rules for days of the week: ``Friday``, ``Monday morning``, ``the last Friday of March``."""

import re
from datetime import date

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import OPEN, day_interval, known_day, moved_days, nth_weekday_of, week_interval
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import DAY_PART, SHORT_WEEKDAY, WEEKDAY, Form
from index.claims.events.resolving import weekday_date
from index.claims.events.scene import Reading, Scene
from index.claims.events.tenses import tense_at
from index.records import Precision

_WEEKDAY = Form(rf"(?P<weekday>{WEEKDAY})\b(?:~(?P<part>{DAY_PART})\b)?(?:~(?:of~)?(?P<which>last|this|next)~week\b)?")
_WEEKDAY_DATE = Form(rf"(?P<weekday>{WEEKDAY}\b|{SHORT_WEEKDAY})(?:,~?|~)(?:the~)?")
_NTH = Form(
    rf"(?:the~)?(?:(?P<last>last)|(?P<nth>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th))~(?P<weekday>{WEEKDAY})"
    r"~(?:of|in)~(?:each~)?(?=\w)"
)
_EARLY = re.compile(r"\bearly[ ](?:on[ ])?$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ \xa0]([^\W\d_]+)")


def _of_next_morning(anchor: date, weekday: int) -> date | None:
    """Return the day after the anchor, where its early hours are told of as past: it has begun in another time zone."""
    return moved_days(anchor, 1) if (anchor.weekday() + 1) % 7 == weekday else None


def weekday_first(scene: Scene, at: int) -> Reading | None:
    """Read ``Friday``, ``Monday morning``, ``Monday last week`` and ``Tuesday, January 14``."""
    prefix = _WEEKDAY_DATE.match(scene.text, at, scene.stop)
    if prefix:
        inner = scene.read(scene, prefix.end())
        if inner is not None and inner.precision is Precision.DAY and inner.rule.calendar_day:
            weekday = words.WEEKDAYS[prefix["weekday"].casefold().rstrip(".")]
            return (_in_only_year(scene, inner, weekday) or inner)._replace(start=at)
    match = _WEEKDAY.match(scene.text, at, scene.stop)
    if match is None or not match["weekday"][0].isupper():
        return None
    after = _NEXT_WORD.match(scene.text, match.end(), scene.stop)
    if after and after[1].casefold() in words.WEEKDAY_NAMES_AFTER and after[1][0].isupper():
        return None
    if scene.word_before(at) in words.WEEKDAY_NAMES_BEFORE:
        return None
    return named_weekday(scene, at, match, (match["which"] or "").casefold())


def _in_only_year(scene: Scene, inner: Reading, weekday: int) -> Reading | None:
    """Return a day whose year nothing tells in the one year near those of the text in which it is that weekday."""
    if inner.rule is not rules.YEAR_OPEN or scene.context.latest is None:
        return None
    month, day = int(inner.value[5:7]), int(inner.value[8:10])
    near = range(scene.context.latest - 1, scene.context.latest + 2)
    found = [known for year in near if (known := known_day(year, month, day)) and known.weekday() == weekday]
    if len(found) != 1:
        return None
    interval = day_interval(found[0])
    return inner._replace(value=found[0].isoformat(), interval=interval, rule=rules.YEAR_BY_WEEKDAY)


def named_weekday(scene: Scene, at: int, match: re.Match[str], which: str) -> Reading:
    """Return the date of a weekday by the anchor and the tense; ``last week`` after it moves it to that week."""
    weekday = words.WEEKDAYS[match["weekday"].casefold()]
    part = words.DAY_PARTS.get((match["part"] or "").casefold(), "")
    day = None
    if scene.day:
        if "week" in match[0].casefold().split()[-1]:
            monday = week_interval(scene.day).first
            day = moved_days(monday, weekday + {"last": -7, "next": 7}.get(which, 0)) if monday else None
        else:
            tense = tense_at(scene.text, at, match.end())
            day = weekday_date(scene.day, weekday, tense, which)
            if not which and tense.is_past and (part == "MO" or _EARLY.search(scene.text, max(0, at - 10), at)):
                day = _of_next_morning(scene.day, weekday) or day
    value = (day.isoformat() if day else "XXXX-XX-XX") + (f"T{part}" if part else "")
    kind = TimeKind.TIME if part else TimeKind.DATE
    return Reading(match.end(), kind, value, day_interval(day) if day else OPEN, Precision.DAY, rules.WEEKDAY)


def nth_weekday(scene: Scene, at: int) -> Reading | None:
    """Read ``the last Friday of March``, ``the second Tuesday in May 2024``, ``the first Monday of next month``."""
    match = _NTH.match(scene.text, at, scene.stop)
    month = scene.read(scene, match.end()) if match else None
    if match is None or month is None or month.precision is not Precision.MONTH or month.kind is not TimeKind.DATE:
        return None
    first, day = month.interval.first, None
    if first is not None:
        name = (match["nth"] or "").casefold()
        number = -1 if match["last"] else int(name[0]) if name[0].isdecimal() else words.ORDINALS[name]
        day = nth_weekday_of(first.year, first.month, words.WEEKDAYS[match["weekday"].casefold()], number)
        if day.month != first.month:
            return Reading(
                month.end, TimeKind.DATE, month.value, OPEN, Precision.DAY, rules.IMPOSSIBLE, given=month.given
            )
    value = day.isoformat() if day else month.value
    interval = day_interval(day) if day else OPEN
    return Reading(month.end, TimeKind.DATE, value, interval, Precision.DAY, rules.WEEKDAY_OF_MONTH, given=month.given)
