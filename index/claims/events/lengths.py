"""Rules for lengths and rhythms of time, and words such as ``now``."""

import re

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import OPEN
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import (
    APPROXIMATELY,
    COUNT,
    MONTH,
    UNIT,
    WEEKDAY,
    Form,
    any_of,
    count_of,
)
from index.claims.events.scene import Reading, Scene
from index.claims.events.units import containing, duration_value, unit_code
from index.records import Precision

_ADJECTIVE = (
    r"(?:(?:full|calendar|trading|business|working|school|consecutive|straight|whole|more|long|additional|further)~)?"
)
_LENGTH = Form(
    rf"(?:{APPROXIMATELY}~)?(?P<count>{COUNT})(?:~(?:to|or|and)~(?P<count2>{COUNT})|-(?P<count3>\d+))?(?:~|-){_ADJECTIVE}"
    rf"(?P<unit>{UNIT})(?:-long)?(?![\w]|-old|~old\b|~of~age\b|['’]s?~old)"
)
_BARE = Form(r"(?P<unit>days|weeks|months|years|decades|hours|minutes|centuries)(?:-long)?(?![\w-]|~old\b|~of~age\b)")
_SET = Form(
    rf"(?:(?:every|each|per)~(?P<other>other~)?(?:(?P<count>{COUNT})~)?(?:(?P<unit>{UNIT})|(?P<name>{WEEKDAY}|{MONTH}))(?!\w)"
    rf"|(?P<word>{'|'.join(sorted(words.SETS, key=len, reverse=True))})\b)"
)
_RATE = Form(r"an?~(?P<unit>day|week|month|year|hour|minute|night)(?![\w-])")
_RATED = re.compile(
    r"(?:[\d%]|\b(?:once|twice|thrice|times|percent|million|billion|hours|days|people|tons?|tonnes|barrels|euros|dollars"
    r"|pounds|miles))[ \xa0]$"
)
_UNIT_ALONE = Form(
    r"the~(?P<unit>day|week|weekend|month|year)(?![\w-]|['’]s|~(?:of|that|when|before|after|in~which|earlier)\b)"
)
_REFERENCE = Form(
    rf"(?:(?:more|most|very|until|only)~)?(?P<word>{any_of(words.REFERENCES)})(?!\w|-)"
    r"|the~(?P<name>future|past|time~being|present)(?=[.,;:!?]|~(?:[a-z]{2,3}|with)\b|$)|the~moment(?=[.,;])"
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
        return Reading(match.end(), TimeKind.DURATION, value, OPEN, Precision.PERIOD, rules.LENGTH, dated=False)
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
    return Reading(match.end(), TimeKind.DURATION, value, OPEN, Precision.PERIOD, rules.LENGTH, dated=False)


def rhythm(scene: Scene, at: int) -> Reading | None:
    """Read ``every day``, ``each year``, ``per month``, ``weekly``, and ``a year`` after an amount."""
    text = scene.text
    rate = _RATE.match(text, at, scene.stop)
    if rate and _RATED.search(text, max(0, at - 12), at):
        value = duration_value(1, unit_code(rate["unit"]))
        return Reading(rate.end(), TimeKind.SET, value, OPEN, Precision.PERIOD, rules.RHYTHM, dated=False)
    match = _SET.match(text, at, scene.stop)
    if match is None or (match["word"] and text[at].isupper()):
        return None
    step = 2 if match["other"] else 1
    if match["word"]:
        value = words.SETS[match["word"].casefold()]
    elif match["name"]:
        value = duration_value(step, "W" if match["name"].casefold() in words.WEEKDAYS else "Y")
    else:
        value = duration_value(count_of(match["count"]) if match["count"] else step, unit_code(match["unit"]))
    return Reading(match.end(), TimeKind.SET, value, OPEN, Precision.PERIOD, rules.RHYTHM, dated=False)


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
    return Reading(match.end(), TimeKind.DATE, value, interval, found, rules.UNIT_ALONE, dated=False)


def reference(scene: Scene, at: int) -> Reading | None:
    """Read ``now``, ``currently``, ``recently``, ``the future``: places in time without a date."""
    match = _REFERENCE.match(scene.text, at, scene.stop)
    if match is None:
        return None
    word = (match["word"] or match["name"] or "moment").casefold()
    value = words.REFERENCES.get(word) or {"past": "PAST_REF", "future": "FUTURE_REF"}.get(word, "PRESENT_REF")
    return Reading(match.end(), TimeKind.REFERENCE, value, OPEN, Precision.PERIOD, rules.REFERENCE, dated=False)
