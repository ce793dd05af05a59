"""Rules for times told from the article's date or from a time named before: ``yesterday``, ``last week``, ``a year
ago``.
"""

import re
from datetime import date

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import (
    OPEN,
    Interval,
    day_interval,
    months_interval,
    moved_days,
    moved_months,
    season_interval,
)
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import (
    APPROXIMATELY,
    COUNT,
    DAY_PART,
    MONTH,
    SEASON,
    UNIT,
    WEEKDAY,
    Form,
    count_of,
    month_number,
)
from index.claims.events.scene import DAY_OF_STORY, Reading, Scene
from index.claims.events.tenses import tense_at
from index.claims.events.units import PRECISION, containing, duration_value, moved, unit_code
from index.claims.events.weekdays import named_weekday, weekday_first
from index.records import Precision

_WHICH = r"(?P<which>last|past|previous|next|coming|following|this|current|preceding|prior|same|present)"
_ADJECTIVE = r"(?:(?:full|calendar|trading|business|working|school|consecutive|whole|fiscal|financial|straight)~)?"
_UNIT_PHRASE = Form(
    rf"(?P<the>the~)?{_WHICH}~(?:(?P<count>{COUNT})~)?{_ADJECTIVE}(?P<unit>{UNIT})(?![\w-]|['’]s~(?:old|eve|day\b))"
)
_NAMED_PHRASE = Form(
    rf"(?:this~(?=coming~))?(?P<which>last|this|next|past|coming)~(?:(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})\b|(?P<season>{SEASON})\b)(?:~(?P<part>{DAY_PART})\b)?"
)
_AGO = Form(
    rf"(?:{APPROXIMATELY}~)?(?:(?P<count>{COUNT})(?:~(?P<range>to|or)~{COUNT})?(?:~|-))?(?P<unit>{UNIT})~(?P<half>and~a~half~)?"
    r"(?P<way>ago|earlier|later|beforehand|afterwards?|previously|from~now|hence|before|after|prior)(?![\w-])"
)
_SOON = Form(
    r"(?:(?:just|only|very|not~(?:so~)?)~)?(?:soon|shortly|moments?|seconds|immediately|right|just|long|straight|directly)"
    r"~(?P<way>after|before|afterwards?|thereafter|beforehand|later)(?![\w-])"
)
_DAY_BEFORE = Form(
    r"the~(?P<unit>day|night|week|month|year)~(?P<way>before|after|earlier)(?P<then>~(?:yesterday|tomorrow)\b)?(?!\w)"
)
_DEICTIC = Form(
    rf"(?:(?:earlier|later)~)?(?:(?P<day>today|yesterday|tomorrow)\b(?:~(?P<part>{DAY_PART})\b)?|(?P<tonight>tonight|overnight)\b"
    rf"|(?P<which>this|last)~(?P<part2>{DAY_PART})\b)"
)
_LEADING_UP = Form(
    rf"the~(?:(?:last|final|past)~)?(?:(?P<count>{COUNT})~)?(?P<unit>{UNIT})~(?P<way>(?:leading|running)~up~to|in~the~run-up~to)~(?=[\w“])"
)
_ENDING = Form(
    rf"(?:the~)?(?:(?P<count>{COUNT})~)?(?P<unit>weeks?|months?|quarters?|year)~(?:to|ended|ending|through)~(?=\w)"
)
_NEXT_WORD = re.compile(r"[ \xa0]([^\W\d_]+)")
_BEFORE_VERBS = frozenset(
    {"will", "would", "to", "could", "can", "may", "might", "should", "must", "not", "ll", "expected", "that", "which"}
)
"""Words after which ``last`` is a verb: ``will last two weeks``."""


def unit_phrase(scene: Scene, at: int) -> Reading | None:
    """Read ``last week``, ``this month``, ``the next five years``, ``the previous year``, ``the same day``."""
    match = _UNIT_PHRASE.match(scene.text, at, scene.stop)
    if match is None:
        return None
    which, code = match["which"].casefold(), unit_code(match["unit"])
    if which == "last" and match["count"] and not match["the"] and scene.word_before(at) in _BEFORE_VERBS:
        return None
    plural = match["unit"].casefold() not in words.UNITS
    if match["count"] or plural or which in ("past", "coming") or (match["the"] and which == "last"):
        return _stretch(scene, match, which, code, plural)
    if which in ("same", "following", "preceding", "prior") or (match["the"] and which == "next" and code == "D"):
        return _anaphor(scene, at, match.end(), which, code) if match["the"] or which != "same" else None
    if which == "previous":
        reading = _anaphor(scene, at, match.end(), which, code)
        if reading.interval != OPEN:
            return reading
    if which in ("this", "current", "present") and code in ("S", "MIN", "H"):
        return None
    return _calendar_unit(scene, at, match, which, code)


def _calendar_unit(scene: Scene, at: int, match: re.Match[str], which: str, code: str) -> Reading:
    """Return the unit of the calendar that holds the anchor, or the one before or after it."""
    step = {"last": -1, "previous": -1, "next": 1}.get(which, 0)
    base = moved(scene.anchor, code, step) if scene.anchor and _coarse_enough(scene, code) else None
    early = base is not None and code == "WE" and which == "this" and base.weekday() < 4
    if base and early and tense_at(scene.text, at, match.end()).is_past:
        base = moved_days(base, -7) or base
    interval, value = containing(base, code) if base else (OPEN, "XXXX-XX-XX")
    if code == "D" and match["unit"].casefold() == "night":
        value += "TNI"
    dated = not (which in ("current", "present") and scene.anchor is None) and (which, code) != ("this", "D")
    return Reading(match.end(), TimeKind.DATE, value, interval, PRECISION[code], rules.UNIT_BY_ANCHOR, dated)


def _coarse_enough(scene: Scene, code: str) -> bool:
    """Return whether the anchor is known exactly enough for the unit: an article of January has no yesterday."""
    precision = scene.context.precision
    if precision is Precision.DAY:
        return True
    return code in (("M", "Q", "Y", "DE", "CE", "H6") if precision is Precision.MONTH else ("Y", "DE", "CE"))


def leading_up(scene: Scene, at: int) -> Reading | None:
    """Read ``the week leading up to``, told from the event that follows, or from its day where that is stated."""
    match = _LEADING_UP.match(scene.text, at, scene.stop)
    if match is None:
        return None
    count, code = count_of(match["count"]) if match["count"] else 1.0, unit_code(match["unit"])
    if not match["count"] and match["unit"].casefold() not in words.UNITS:
        count = None
    stated = scene.read(scene, match.end())
    day = stated.interval.first if stated and stated.precision is Precision.DAY and stated.dated else None
    begin = moved(day, code, -count) if day and count else None
    interval = Interval(begin, day) if begin and day else OPEN
    end = stated.end if stated and interval != OPEN else match.end("way")
    value = duration_value(count, code)
    return Reading(end, TimeKind.DURATION, value, interval, Precision.PERIOD, rules.FROM_EVENT)


def ending(scene: Scene, at: int) -> Reading | None:
    """Read ``the three months to June``, ``the year ended March 31, 2024``: so long, up to a day or month."""
    match = _ENDING.match(scene.text, at, scene.stop)
    stated = scene.read(scene, match.end()) if match else None
    if match is None or stated is None or stated.precision not in (Precision.DAY, Precision.MONTH) or not stated.dated:
        return None
    count, code = count_of(match["count"]) if match["count"] else 1.0, unit_code(match["unit"])
    end = stated.interval.last
    ahead = end is not None and scene.anchor is not None and end > scene.anchor and not stated.given
    if ahead and not tense_at(scene.text, at, stated.end).is_future:
        end = moved_months(end, -12) if end else None  # What is reported of a period lies behind.
    first = moved_days(end, 1) if end else None
    begin = moved(first, code, -count) if first and count else None
    interval = Interval(begin, end) if begin and end else OPEN
    value = duration_value(count, code)
    return Reading(
        stated.end, TimeKind.DURATION, value, interval, Precision.PERIOD, rules.FROM_STATED_DATE, given=stated.given
    )


def _stretch(scene: Scene, match: re.Match[str], which: str, code: str, plural: bool) -> Reading | None:
    """Read a stretch that ends or begins at the anchor: ``the past week``, ``the last two weeks``, ``the next five
    years``.
    """
    if match["count"] is None and plural and which in ("this", "same", "current", "previous", "present"):
        return None
    count = count_of(match["count"]) if match["count"] else None if plural else 1.0
    interval = OPEN
    if scene.day and count and which not in ("same", "this", "current"):
        forward = which in ("next", "coming", "following")
        other = moved(scene.day, code, count if forward else -count)
        if other:
            interval = Interval(scene.day, other) if forward else Interval(other, scene.day)
    dated = count is not None and code not in ("S", "MIN")
    rule = rules.STRETCH
    return Reading(match.end(), TimeKind.DURATION, duration_value(count, code), interval, Precision.PERIOD, rule, dated)


def _anaphor(scene: Scene, at: int, end: int, which: str, code: str) -> Reading:
    """Read a time told from the one named before: ``the next day``, ``the same month``, ``the previous year``."""
    kinds = {"D": (Precision.DAY,), "W": (Precision.DAY, Precision.WEEK), "M": (Precision.DAY, Precision.MONTH)}
    before = scene.earlier(at, *kinds.get(code, (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.QUARTER)))
    inferred = None
    if before is None and code == "D" and (before := scene.day_of_story(at)):
        inferred = DAY_OF_STORY
    step = {"same": 0, "previous": -1, "preceding": -1, "prior": -1}.get(which, 1)
    base = moved(before.last, code, step) if before and before.last else None
    interval, value = containing(base, code) if base else (OPEN, "XXXX-XX-XX")
    dated = not (which == "same" and code not in ("D", "W", "WE"))
    rule = rules.FROM_DATE_BEFORE
    return Reading(end, TimeKind.DATE, value, interval, PRECISION[code], rule, dated, inferred=inferred)


def named_phrase(scene: Scene, at: int) -> Reading | None:
    """Read ``last Friday``, ``next March``, ``this summer``, ``last winter``."""
    match = _NAMED_PHRASE.match(scene.text, at, scene.stop)
    if match is None:
        return None
    which = match["which"].casefold()
    which = {"past": "last", "coming": "next"}.get(which, which)
    if match["weekday"]:
        dated = weekday_first(scene, match.start("weekday"))
        if dated is not None and dated.end > match.end():
            return dated._replace(start=at)
        return named_weekday(scene, at, match, which)
    anchor = scene.anchor
    if match["month"]:
        if not match["month"][0].isupper() or match["month"].casefold() in ("mar", "sun"):
            return None
        month = month_number(match["month"])
        if anchor is None:
            return Reading(match.end(), TimeKind.DATE, f"XXXX-{month:02}", OPEN, Precision.MONTH, rules.MONTH_BY_ANCHOR)
        year = anchor.year - (which == "last" and month >= anchor.month) + (which == "next" and month <= anchor.month)
        interval = months_interval(year, month)
        return Reading(
            match.end(), TimeKind.DATE, f"{year}-{month:02}", interval, Precision.MONTH, rules.MONTH_BY_ANCHOR
        )
    code = words.SEASONS[match["season"].casefold()]
    if (
        match["season"].casefold() == "fall"
        and which == "this"
        and scene.text[match.end() : match.end() + 3] in (" in", " of")
    ):
        return None
    if anchor is None:
        return Reading(match.end(), TimeKind.DATE, f"XXXX-{code}", OPEN, Precision.SEASON, rules.SEASON_BY_ANCHOR)
    year = _season_year(anchor, code, which)
    interval = season_interval(year, code)
    return Reading(match.end(), TimeKind.DATE, f"{year}-{code}", interval, Precision.SEASON, rules.SEASON_BY_ANCHOR)


def _season_year(anchor: date, code: str, which: str) -> int:
    """Return the year of the last season ended, the next one to begin, or the one nearest to the anchor."""
    candidates = [anchor.year + step for step in (-2, -1, 0, 1, 2) if 1 <= anchor.year + step <= 9998]
    spans = [(year, season_interval(year, code)) for year in candidates]
    if which == "last":
        ended = [year for year, span in spans if span.last and span.last < anchor]
        return ended[-1] if ended else anchor.year
    if which == "next":
        coming = [year for year, span in spans if span.first and span.first > anchor]
        return coming[0] if coming else anchor.year
    return min(spans, key=lambda item: abs(((item[1].first or anchor) - anchor).days + 45))[0]


def offset(scene: Scene, at: int) -> Reading | None:
    """Read ``two weeks ago``, ``a year earlier``, ``hours later``, ``three days after``; open where told from an
    event.
    """
    match = _AGO.match(scene.text, at, scene.stop)
    if match is None:
        return None
    plural = match["unit"].casefold() not in words.UNITS
    if match["count"] is None and not plural:
        return None
    code, way = unit_code(match["unit"]), " ".join(match["way"].casefold().split())
    if _is_length(scene, at, match.end(), way):
        return None
    count = count_of(match["count"]) if match["count"] and not match["range"] else None
    if count is not None and match["half"]:
        count += 0.5
    sign = 1 if way in ("later", "after", "afterward", "afterwards", "from now", "hence") else -1
    follows = _NEXT_WORD.match(scene.text, match.end(), scene.stop) if way in ("before", "after", "prior") else None
    if follows is None and way != "ago":
        hours = {"MIN": 1 / 60, "H": 1.0}.get(code)
        clock = scene.earlier_clock(at)
        told = _after_clock(clock, match.end(), sign * hours * count) if clock and hours and count else None
        if told is not None:
            return told
    if follows is None:
        base = _offset_base(scene, at, way, code)
        rule = rules.FROM_ANCHOR if way == "ago" else rules.FROM_DATE_BEFORE
        return _moved_reading(match.end(), base, code, count, sign)._replace(rule=rule)
    stated = scene.read(scene, follows.start(1))
    if stated is not None and stated.precision is Precision.DAY and stated.dated:
        return _moved_reading(stated.end, stated.interval.first, code, count, sign)._replace(given=stated.given)
    value = duration_value(count, code)
    precision = _moved_reading(at, None, code, count, sign).precision
    return Reading(match.end("unit"), TimeKind.DURATION, value, OPEN, precision, rules.FROM_EVENT)


def soon(scene: Scene, at: int) -> Reading | None:
    """Read ``shortly after``, ``just before``, ``moments later``: told from a happening, by no more than the order."""
    match = _SOON.match(scene.text, at, scene.stop)
    if match is None:
        return None
    follows = _NEXT_WORD.match(scene.text, match.end(), scene.stop)
    if match["way"].casefold() in ("after", "before") and (follows is None or scene.read(scene, follows.start(1))):
        return None
    return Reading(match.end(), TimeKind.RELATION, "XXXX-XX-XX", OPEN, Precision.PERIOD, rules.FROM_EVENT, dated=True)


def _after_clock(before: Reading, end: int, hours: float) -> Reading | None:
    """Return ``10 minutes later`` as a time of day, told from the one named before it in the paragraph."""
    if before.clock is None:
        return None
    moment = before.clock[0]
    offset, total = moment[5:], int(moment[:2]) * 60 + int(moment[3:5]) + round(60 * hours)
    if not 0 <= total < 1440:
        return None
    time = f"{total // 60:02}:{total % 60:02}{offset}"
    value = f"{before.value.partition('T')[0]}T{time}"
    return Reading(
        end,
        TimeKind.TIME,
        value,
        before.interval,
        Precision.TIME,
        rules.FROM_TIME_BEFORE,
        clock=(time, time),
        inferred=before.inferred,
    )


def _moved_reading(end: int, base: date | None, code: str, count: float | None, sign: int) -> Reading:
    """Return the time ``count`` units before or after ``base``: the unit of the calendar that holds it."""
    interval, value = OPEN, duration_value(count, code)
    precision = PRECISION[code] if code not in ("H", "MIN", "S") else Precision.PERIOD
    if code == "CE":
        precision = Precision.DECADE
    if base and count is not None and code not in ("S", "MIN", "H"):
        day = moved(base, code, sign * count)
        interval, value = containing(day, "DE" if code == "CE" else code) if day else (OPEN, value)
        if day and code in ("W", "FN"):
            value = day.isoformat()
    elif base and code in ("H", "MIN") and (count is None or count < 24):
        neighbour = moved_days(base, sign)
        interval = Interval(min(base, neighbour), max(base, neighbour)) if neighbour else OPEN
    return Reading(end, TimeKind.DATE, value, interval, precision, rules.FROM_STATED_DATE)


def _is_length(scene: Scene, at: int, end: int, way: str) -> bool:
    """Return whether the words are a length of time after all: ``in 108 years after``, ``a year earlier than
    planned``.
    """
    follows = _NEXT_WORD.match(scene.text, end, scene.stop)
    if follows is None:
        return False
    if way in ("earlier", "later"):
        return follows[1].casefold() == "than"
    return way in ("before", "after", "prior") and scene.word_before(at) in ("in", "for", "within", "of", "last")


def _offset_base(scene: Scene, at: int, way: str, code: str) -> date | None:
    """Return the day an offset is counted from: the anchor, or the date named before in the paragraph."""
    if way in ("ago", "previously", "from now", "hence"):
        return scene.anchor if _coarse_enough(scene, code) else None
    fine = code in ("S", "MIN", "H", "D")
    kinds = (Precision.DAY,) if fine else (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.QUARTER)
    before = scene.earlier(at, *kinds)
    return before.last if before and (before.first == before.last or not fine) else None


def day_before(scene: Scene, at: int) -> Reading | None:
    """Read ``the day before yesterday``, ``the week before``, ``the year after``; open where an event follows."""
    match = _DAY_BEFORE.match(scene.text, at, scene.stop)
    if match is None:
        return None
    code = unit_code(match["unit"])
    way = match["way"].casefold()
    sign = 1 if way == "after" else -1
    if match["then"]:
        day = moved_days(scene.day, 2 * sign) if scene.day else None
        interval, value = (day_interval(day), day.isoformat()) if day else (OPEN, "XXXX-XX-XX")
        return Reading(match.end(), TimeKind.DATE, value, interval, Precision.DAY, rules.DAY_BY_ANCHOR)
    told_from = _NEXT_WORD.match(scene.text, match.end(), scene.stop)
    stated = scene.read(scene, told_from.start(1)) if told_from and way != "earlier" else None
    if stated is not None and stated.precision is Precision.DAY and stated.dated:
        return _moved_reading(stated.end, stated.interval.first, code, 1, sign)._replace(given=stated.given)
    base = None if told_from else _offset_base(scene, at, way, code)
    day = moved(base, code, sign) if base else None
    interval, value = containing(day, code) if day else (OPEN, "XXXX-XX-XX")
    return Reading(match.end(), TimeKind.DATE, value, interval, PRECISION[code], rules.FROM_DATE_BEFORE)


def deictic(scene: Scene, at: int) -> Reading | None:
    """Read ``today``, ``yesterday morning``, ``tonight``, ``this morning``, ``last night``."""
    match = _DEICTIC.match(scene.text, at, scene.stop)
    if match is None:
        return None
    if scene.text[at] == "T" and scene.text[at - 1 : at] == " " and scene.text[max(0, at - 2) : at - 1].isalpha():
        return None  # "USA Today" is a paper, and in a sentence "today" is not capitalised.
    which = (match["which"] or "").casefold()
    part = words.DAY_PARTS.get((match["part"] or match["part2"] or "").casefold(), "")
    if match["tonight"]:
        part = "NI"
    name = (match["day"] or "").casefold()
    step = -1 if name == "yesterday" or which == "last" else 1 if name == "tomorrow" else 0
    day = moved_days(scene.day, step) if scene.day else None
    value = (day.isoformat() if day else "XXXX-XX-XX") + (f"T{part}" if part else "")
    interval = day_interval(day) if day else OPEN
    dated = name != "today" or scene.day is not None
    kind = TimeKind.TIME if part else TimeKind.DATE
    return Reading(match.end(), kind, value, interval, Precision.DAY, rules.DAY_BY_ANCHOR, dated)
