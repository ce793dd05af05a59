"""Rules for times of day: ``7:40 p.m. ET``, ``0800 GMT``, ``half past seven``, ``from 9 a.m. to 5 p.m.``, ``noon``."""

import re
from datetime import date
from typing import NamedTuple

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import OPEN, Interval, day_interval
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import DASH, Form, any_of
from index.claims.events.scene import DAY_OF_STORY, Reading, Scene
from index.claims.events.zones import offset_at, zone_at
from index.english import words as word_list
from index.language import number_words
from index.records import Precision

_HALF = r"a\.m\.|p\.m\.|am\b|pm\b|a\.m\b|p\.m\b"
_SPELLED_HOUR = any_of([*list(number_words.CARDINALS)[1:11], "eleven", "twelve"])
_DIGITS = (
    rf"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?)?~?(?:(?P<half>{_HALF})|(?P<named>noon|midnight)\b)"
    rf"|(?P<hour2>[01]?\d|2[0-4])(?::(?P<minute2>[0-5]\d)(?::[0-5]\d)?(?!\d|:)(?P<h>~?h(?:rs?|ours)?\b)?"
    rf"|h(?P<minute3>[0-5]\d)?\b)"
    r"|(?P<hour4>[01]\d|2[0-4])(?P<minute4>[0-5]\d)(?![\w.,:])(?P<hours>~(?:hours|hrs)\b)?"
)
_SPOKEN = (
    rf"(?P<oclock>\d{{1,2}}|{_SPELLED_HOUR})~o['’]clock\b"
    rf"|(?P<past>half|quarter|twenty|ten|five|\d{{1,2}}~minutes?)~(?P<way>past|to)~(?P<hour5>\d{{1,2}}|{_SPELLED_HOUR})\b"
    r"|(?P<hour6>\d{1,2})(?:[.:](?P<minute6>[0-5]\d))?(?=~(?:in~the~(?:morning|afternoon|evening)|at~night)\b)"
)
_CLOCK = Form(f"{_DIGITS}|{_SPOKEN}")
_NOON = Form(r"(?P<named>noon|midday|midnight)\b")
_FROM = Form(rf"(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d))?(?P<half>~?(?:{_HALF}))?")
_TO = Form(rf"(?:~?{DASH}~?|~(?:to|until|till|and)~)(?=\w)")
_PART_AFTER = Form(r"~(?:in~the~(?P<part>morning|afternoon|evening)|at~(?P<night>night))\b")
_DAY_BESIDE = Form(r"(?:,?~(?:on~)?)(?=\w)")
_PART_OF = Form(r"the~(?P<part>morning|afternoon|evening|night)~(?:of|on)~(?=\w)")
_SAID_PART = Form(
    r"(?:the~(?:(?P<part>early|mid|late)(?:~|-))|(?:(?P<part2>early|late)~)?that~(?:same~)?)"
    r"(?P<name>morning|afternoon|evening|night)\b"
)
_MINUTES = {"half": 30, "quarter": 15, "twenty": 20, "ten": 10, "five": 5}
_DAYBREAK = Form(r"(?:dawn|daybreak|sunrise|sunset|dusk|nightfall)\b")
_SIGNALS, _REFUSALS = word_list("clock-signals"), word_list("clock-refusals")
_REFUSED_AFTER = re.compile(r"[ \xa0-]([a-z]+)")


class Clock(NamedTuple):
    """A time of day in minutes from midnight (1440 is the midnight that ends it), and where its words end.

    ``sure`` is whether nothing but a time of day is written so; ``half`` whether the half of the day is said.
    """

    minutes: int
    end: int
    sure: bool
    half: bool

    def written(self, offset: str) -> str:
        """Return ``07:40`` with the zone's offset."""
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}{offset}"


def clock_time(scene: Scene, at: int) -> Reading | None:
    """Read a time of day with its zone and its day: the one beside it, before it, or else none.

    Where the day stands in an earlier paragraph, it is taken from there and said to be inferred.
    """
    first = _clock_at(scene, at)
    if first is None:
        return None
    to = _TO.match(scene.text, first.end, scene.stop)
    last = _clock_at(scene, to.end()) if to else None
    if to and last and ("and" not in to[0].casefold() or scene.word_before(at) == "between"):
        last = last if last.minutes > first.minutes else None
    else:
        last = None
    return _dated(scene, at, first, last or first)


def clock_range(scene: Scene, at: int) -> Reading | None:
    """Read ``5-7 p.m.``, ``between 9 and 11:30 a.m.``: the half of the day that ends it holds for its beginning."""
    match = _FROM.match(scene.text, at, scene.stop)
    to = _TO.match(scene.text, match.end(), scene.stop) if match and not match["half"] else None
    last = _clock_at(scene, to.end()) if to else None
    if match is None or to is None or last is None or not last.half:
        return None
    if "and" in to[0].casefold() and scene.word_before(at) != "between":
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    minutes = hour % 12 * 60 + minute + (720 if last.minutes >= 720 else 0)
    if minutes > last.minutes:
        minutes -= 720
    if hour > 12 or minutes < 0:
        return None
    return _dated(scene, at, Clock(minutes, last.end, True, True), last)


def _dated(scene: Scene, at: int, first: Clock, last: Clock) -> Reading:
    """Return the reading of a time of day, with the zone and the day that belong to it."""
    zone = zone_at(scene.text, last.end, scene.stop)
    end = zone.end if zone else last.end
    join = _DAY_BESIDE.match(scene.text, end, scene.stop)
    beside = scene.read(scene, join.end()) if join else None
    if beside and (beside.precision is not Precision.DAY or not beside.dated):
        beside = None
    if beside and beside.kind is TimeKind.TIME and not first.half:
        first, last = _by_part(first, beside.value), _by_part(last, beside.value)
    sure = first.sure or zone is not None or beside is not None
    interval, rule, inferred = _day_of(scene, at, beside)
    offset = offset_at(zone, interval.first or scene.day) if zone else ""
    times = (first.written(offset), last.written(offset))
    day = beside.value[:10] if beside else _iso(interval.first or scene.day)
    suffix = first.written("Z" if zone and zone.universal else "")
    return Reading(
        beside.end if beside else end,
        TimeKind.TIME,
        f"{day}T{suffix}",
        interval,
        Precision.TIME,
        rule,
        dated=sure or _signalled(scene, at, end),
        given=beside.given if beside else False,
        clock=times,
        inferred=inferred,
    )


def _day_of(scene: Scene, at: int, beside: Reading | None) -> tuple[Interval, rules.TimeRule, str | None]:
    """Return the day of a time of day, the rule that found it, and the reason where it is inferred."""
    if beside:
        return beside.interval, rules.CLOCK_AND_DAY, None
    before = scene.earlier(at, Precision.DAY, Precision.TIME)
    if before and before.first and before.first == before.last:
        return before, rules.CLOCK_OF_DAY_BEFORE, None
    named = scene.day_of_story(at)
    if named is not None:
        return named, rules.CLOCK_OF_DAY_BEFORE, DAY_OF_STORY
    return OPEN, rules.CLOCK, None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"


def _by_part(clock: Clock, value: str) -> Clock:
    """Return ``7:40`` as the evening's, where the day beside it is an evening."""
    late = value.endswith(("TAF", "TEV")) or (value.endswith("TNI") and clock.minutes >= 360)
    return clock._replace(minutes=clock.minutes + 720, half=True) if late and clock.minutes < 720 else clock


def _signalled(scene: Scene, at: int, end: int) -> bool:
    """Return whether the words around say that figures such as ``7:40`` are a time of day."""
    after = _REFUSED_AFTER.match(scene.text, end, scene.stop)
    return scene.word_before(at) in _SIGNALS and not (after and after[1] in _REFUSALS)


def _clock_at(scene: Scene, at: int) -> Clock | None:
    """Return the time of day that is written at a place; None where no clock shows it."""
    match = _NOON.match(scene.text, at, scene.stop)
    if match:
        return Clock(1440 if match["named"].casefold() == "midnight" else 720, match.end(), True, True)
    match = _CLOCK.match(scene.text, at, scene.stop)
    if match is None:
        return None
    if match["past"]:
        return _spoken(scene, match)
    if (match["minute3"] and "H" in match[0]) or (match["hour4"] and not _is_military(scene, match)):
        return None
    hour = _number(next(match[name] for name in ("hour", "hour2", "hour4", "hour6", "oclock") if match[name]))
    minute = int(
        next((match[name] for name in ("minute", "minute2", "minute3", "minute4", "minute6") if match[name]), "0")
    )
    half = (match["half"] or "")[:1].casefold()
    if match["named"]:
        half, hour = "p", 12 + 12 * (match["named"].casefold() == "midnight")
        return Clock(hour * 60, match.end(), True, True)
    end = match.end()
    if not half and (part := _PART_AFTER.match(scene.text, end, scene.stop)):
        half = "a" if part["part"] and part["part"].casefold() == "morning" else "p"
        half = "a" if part["night"] and (hour < 6 or hour == 12) else half
        end = part.end()
    if hour > 24 or (hour == 24 and minute):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    sure = bool(half or match["oclock"] or match["hour4"] or match["h"])
    return Clock(hour * 60 + minute, end, sure, bool(half) or hour > 12)


def _is_military(scene: Scene, match: re.Match[str]) -> bool:
    """Return whether four digits are a time of day: "hours" or a zone stands behind them."""
    return match["hours"] is not None or zone_at(scene.text, match.end(), scene.stop) is not None


def _spoken(scene: Scene, match: re.Match[str]) -> Clock | None:
    """Return ``half past seven``, ``quarter to nine``, ``10 minutes past 4``."""
    written = match["past"].casefold()
    minutes = _MINUTES.get(written) or int(re.match(r"\d+", written)[0])  # type: ignore[index]
    hour = _number(match["hour5"])
    if hour > 12 or minutes > 59 or (match["way"].casefold() == "to" and written == "half"):
        return None
    part = _PART_AFTER.match(scene.text, match.end(), scene.stop)
    late = part is not None and (part["part"] or "").casefold() in ("afternoon", "evening")
    total = hour % 12 * 60 + (720 if late else 0) + (minutes if match["way"].casefold() == "past" else -minutes)
    sure = not written.isalpha() or written in ("half", "quarter")
    return Clock(total % 1440, part.end() if part else match.end(), sure, part is not None)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else int(number_words.CARDINALS[written.casefold()])


def part_of_day(scene: Scene, at: int) -> Reading | None:
    """Read ``the morning of January 6`` and ``the evening of that day``."""
    match = _PART_OF.match(scene.text, at, scene.stop)
    inner = scene.read(scene, match.end()) if match else None
    if match is None or inner is None or inner.precision is not Precision.DAY:
        return None
    value = f"{inner.value[:10]}T{words.DAY_PARTS[match['part'].casefold()]}"
    return inner._replace(kind=TimeKind.TIME, value=value, start=at)


def daybreak(scene: Scene, at: int) -> Reading | None:
    """Read ``before dawn``, ``at dusk on Friday``, ``after sunset``: no clock shows it, so that its hour stays open."""
    match = _DAYBREAK.match(scene.text, at, scene.stop)
    if match is None or scene.word_before(at) not in _SIGNALS:
        return None
    join = _DAY_BESIDE.match(scene.text, match.end(), scene.stop)
    beside = scene.read(scene, join.end()) if join else None
    if beside and (beside.precision is not Precision.DAY or not beside.dated):
        beside = None
    interval, _, inferred = _day_of(scene, at, beside)
    value = f"{_iso(interval.first)}T{words.DAY_PARTS[match[0].casefold()]}"
    end = beside.end if beside else match.end()
    return Reading(end, TimeKind.TIME, value, interval, Precision.TIME, rules.SAID_PART, inferred=inferred)


def said_part(scene: Scene, at: int) -> Reading | None:
    """Read ``that evening``, ``the early afternoon``: the part of the day named before it."""
    match = _SAID_PART.match(scene.text, at, scene.stop)
    if match is None:
        return None
    name = match["name"].casefold()
    before = scene.earlier(at, Precision.DAY, Precision.TIME)
    known = before.first if before and before.first == before.last else None
    part, clock = (match["part"] or "").casefold(), None
    if part and name in words.DAY_HOURS:
        first, last = words.DAY_HOURS[name]
        middle = (first + last) // 2
        span = {"early": (first, middle), "late": (middle, last), "mid": (first + 2, last - 2)}[part]
        clock = (f"{span[0]:02}:00", f"{span[1]:02}:00")
    value = f"{_iso(known)}T{words.DAY_PARTS[name]}"
    interval = day_interval(known) if known else OPEN
    precision = Precision.PERIOD if clock else Precision.DAY
    return Reading(
        match.end(),
        TimeKind.TIME,
        value,
        interval,
        precision,
        rules.SAID_PART,
        dated=known is not None or clock is not None,
        clock=clock,
    )
