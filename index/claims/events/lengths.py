"""Rules for lengths and rhythms of time, clock times, and words such as ``now``."""

import re

from index.claims.events import time_words as words
from index.claims.events.calendars import OPEN
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import (
    APPROXIMATELY,
    CLOCK,
    COUNT,
    MONTH,
    UNIT,
    WEEKDAY,
    ZONE,
    Rule,
    count_of,
)
from index.claims.events.scene import Reading, Scene
from index.claims.events.units import containing, duration_value, unit_code
from index.records import Precision

_ADJECTIVE = (
    r"(?:(?:full|calendar|trading|business|working|school|consecutive|straight|whole|more|long|additional|further)~)?"
)
_LENGTH = Rule(
    rf"(?:{APPROXIMATELY}~)?(?P<count>{COUNT})(?:~(?:to|or|and)~(?P<count2>{COUNT})|-(?P<count3>\d+))?(?:~|-){_ADJECTIVE}"
    rf"(?P<unit>{UNIT})(?:-long)?(?![\w]|-old|~old\b|~of~age\b|['’]s?~old)"
)
_BARE = Rule(r"(?P<unit>days|weeks|months|years|decades|hours|minutes|centuries)(?:-long)?(?![\w-]|~old\b|~of~age\b)")
_SET = Rule(
    rf"(?:(?:every|each|per)~(?:other~)?(?:(?P<count>{COUNT})~)?(?:(?P<unit>{UNIT})|(?P<name>{WEEKDAY}|{MONTH}))(?!\w)"
    rf"|(?P<word>{'|'.join(sorted(words.SETS, key=len, reverse=True))})\b)"
)
_RATE = Rule(r"an?~(?P<unit>day|week|month|year|hour|minute|night)(?![\w-])")
_RATED = re.compile(
    r"(?:[\d%]|\b(?:once|twice|thrice|times|percent|million|billion|hours|days|people|tons?|tonnes|barrels|euros|dollars"
    r"|pounds|miles))[ \xa0]$"
)
_CLOCK = Rule(rf"(?P<clock>{CLOCK})(?P<zone>{ZONE})?")
_CLOCK_JOIN = Rule(r"(?:,?~(?:on~)?)(?=\w)")
_NOON = Rule(r"(?:noon|midday|midnight)\b")
_PART_OF = Rule(r"the~(?P<part>morning|afternoon|evening|night)~(?:of|on)~(?=\w)")
_UNIT_ALONE = Rule(
    r"the~(?P<unit>day|week|weekend|month|year)(?![\w-]|['’]s|~(?:of|that|when|before|after|in~which|earlier)\b)"
)
_REFERENCE = Rule(
    r"(?:(?:more|most|very|until|only)~)?(?P<word>now|currently|current|presently|nowadays|recently|recent|formerly|soon)(?!\w|-)"
    r"|the~(?P<name>future|past|time~being|present)(?=[.,;:!?]|~(?:and|but|or|to|has|have|is|was|for|as|by|with|in|of|on)\b|$)"
    r"|the~moment(?=[.,;])"
)
_AGE_BEFORE = frozenset({"aged", "age", "ages"})


def length(scene: Scene, at: int) -> Reading | None:
    """Read ``nine months``, ``60 to 90 days``, ``fifty-year``, ``several years``, ``decades``; an age is none."""
    match = _LENGTH.match(scene.text, at, scene.stop)
    if match is None:
        match = _BARE.match(scene.text, at, scene.stop)
        if match is None:
            return None
        value = duration_value(None, unit_code(match["unit"]))
        return Reading(match.end(), TimeKind.DURATION, value, OPEN, Precision.PERIOD, "length", dated=False)
    code = unit_code(match["unit"])
    written = match["count"].casefold()
    if (code == "S" and written in ("a", "an")) or scene.word_before(at) in _AGE_BEFORE:
        return None
    if code == "Q" and re.match(r"an?$|half|quarter", written):
        return None
    count = count_of(match["count"])
    if match["count2"] or match["count3"]:
        count = count_of(match["count2"] or match["count3"])
    value = duration_value(count, code)
    return Reading(match.end(), TimeKind.DURATION, value, OPEN, Precision.PERIOD, "length", dated=False)


def rhythm(scene: Scene, at: int) -> Reading | None:
    """Read ``every day``, ``each year``, ``per month``, ``weekly``, and ``a year`` after an amount."""
    text = scene.text
    rate = _RATE.match(text, at, scene.stop)
    if rate and _RATED.search(text, max(0, at - 12), at):
        value = duration_value(1, unit_code(rate["unit"]))
        return Reading(rate.end(), TimeKind.SET, value, OPEN, Precision.PERIOD, "rhythm", dated=False)
    match = _SET.match(text, at, scene.stop)
    if match is None or (match["word"] and text[at].isupper()):
        return None
    if match["word"]:
        value = words.SETS[match["word"].casefold()]
    elif match["name"]:
        value = "P1W" if match["name"].casefold() in words.WEEKDAYS else "P1Y"
    else:
        value = duration_value(count_of(match["count"]) if match["count"] else 1, unit_code(match["unit"]))
    return Reading(match.end(), TimeKind.SET, value, OPEN, Precision.PERIOD, "rhythm", dated=False)


def clock_time(scene: Scene, at: int) -> Reading | None:
    """Read ``10:30 p.m. on January 18``, ``0800 UTC``, ``noon``: the day is the one beside it or before it in the
    paragraph.
    """
    match = _CLOCK.match(scene.text, at, scene.stop)
    noon = None if match else _NOON.match(scene.text, at, scene.stop)
    end = match.end() if match else noon.end() if noon else -1
    if end < 0:
        return None
    if (
        match
        and ":" not in match[0]
        and "m" not in match["clock"].casefold()
        and not match["zone"]
        and "o" not in match["clock"].casefold()
    ):
        return None
    suffix = (
        _clock_value(match["clock"], match["zone"])
        if match
        else "T12:00"
        if noon and noon[0].casefold() != "midnight"
        else "T24:00"
    )
    if suffix is None:
        return None
    join = _CLOCK_JOIN.match(scene.text, end, scene.stop)
    beside = scene.read(scene, join.end()) if join else None
    if beside and beside.precision is Precision.DAY and beside.kind is TimeKind.DATE:
        value = beside.value + suffix
        return beside._replace(
            kind=TimeKind.TIME, value=value, precision=Precision.TIME, start=at, rule="clock-and-day"
        )
    before = scene.earlier(at, Precision.DAY, Precision.TIME)
    if before and before.first and before.first == before.last:
        return Reading(
            end, TimeKind.TIME, before.first.isoformat() + suffix, before, Precision.TIME, "clock-of-day-before"
        )
    day = scene.day.isoformat() if scene.day else "XXXX-XX-XX"
    return Reading(end, TimeKind.TIME, day + suffix, OPEN, Precision.TIME, "clock", dated=False)


def _clock_value(clock: str, zone: str | None) -> str | None:
    """Return ``T18:40`` for the clock time as written, with ``Z`` for UTC and GMT; None where no clock shows it."""
    numbers = [int(number) for number in re.findall(r"\d+", clock)]
    hour = numbers[0]
    minute = numbers[1] if len(numbers) > 1 else 0
    if len(numbers) == 1 and hour >= 100:
        hour, minute = divmod(hour, 100)
    folded = clock.casefold()
    if ("am" in folded or "a.m" in folded or "pm" in folded or "p.m" in folded) and hour > 12:
        return f"T{hour:02}:{minute:02}" if hour < 24 else None
    if ("pm" in folded or "p.m" in folded) and hour < 12:
        hour += 12
    elif ("am" in folded or "a.m" in folded) and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    universal = zone is not None and re.search(r"utc|gmt\)?$", zone, re.IGNORECASE) is not None
    return f"T{hour:02}:{minute:02}" + ("Z" if universal else "")


def part_of_day(scene: Scene, at: int) -> Reading | None:
    """Read ``the morning of January 6`` and ``the evening of that day``."""
    match = _PART_OF.match(scene.text, at, scene.stop)
    inner = scene.read(scene, match.end()) if match else None
    if match is None or inner is None or inner.precision is not Precision.DAY:
        return None
    value = f"{inner.value[:10]}T{words.DAY_PARTS[match['part'].casefold()]}"
    return inner._replace(kind=TimeKind.TIME, value=value, start=at)


def unit_alone(scene: Scene, at: int) -> Reading | None:
    """Read ``the day``, ``the year``: told from the date before or the anchor, and too vague to date an event."""
    match = _UNIT_ALONE.match(scene.text, at, scene.stop)
    if match is None:
        return None
    before = scene.earlier(at, Precision.DAY) if match["unit"].casefold() == "day" else None
    day = before.first if before else scene.day
    interval, value = containing(day, unit_code(match["unit"])) if day else (OPEN, "XXXX-XX-XX")
    precision = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}
    found = precision.get(match["unit"].casefold(), Precision.PERIOD)
    return Reading(match.end(), TimeKind.DATE, value, interval, found, "unit-alone", dated=False)


def reference(scene: Scene, at: int) -> Reading | None:
    """Read ``now``, ``currently``, ``recently``, ``the future``: places in time without a date."""
    match = _REFERENCE.match(scene.text, at, scene.stop)
    if match is None:
        return None
    word = (match["word"] or match["name"] or "moment").casefold()
    value = words.REFERENCES.get(word) or {"past": "PAST_REF", "future": "FUTURE_REF"}.get(word, "PRESENT_REF")
    return Reading(match.end(), TimeKind.REFERENCE, value, OPEN, Precision.PERIOD, "reference", dated=False)
