"""Rules for dates that the calendar names: days, months, years and ranges of them."""

import re
from datetime import date

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import (
    OPEN,
    Interval,
    day_interval,
    known_day,
    months_interval,
)
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import DASH, DAY, MONTH, YEAR, Form, any_of, day_number, month_number
from index.claims.events.holidays import HOLIDAYS
from index.claims.events.resolving import two_digit_year, year_of
from index.claims.events.scene import WORD_AFTER, Reading, Scene
from index.english import words as word_list
from index.records import Precision

_TO = rf"(?:~?{DASH}~?|~(?:to|through|until|till)~)"
_YEAR_AFTER = rf"(?:(?:,?~(?:of~|in~)?|,)(?P<year>{YEAR}))?"
_YEAR_SAID = (
    rf"(?:(?:,?~(?:of~|in~)?|,|-)(?P<year>{YEAR})|~(?:of~)?(?P<said>this|last|next)~year\b|,?~?['’](?P<yy>\d\d)(?!\w))?"
)
_SHORT_YEAR_SAID = _YEAR_SAID.removesuffix(")?") + r"|(?<=-[a-z]{3})-(?P<hyphened>\d\d)(?![\w-]|[.,:]\d))?"
_AND_DAY = rf"~(?:and|or|&)~(?=(?:[0-3]?\d)(?:st|nd|rd|th)?(?:,?~{YEAR}|,~|[.;:)]|~{MONTH}|$))"
_MONTHS = Form(rf"(?P<month>{MONTH}){_TO}(?P<month2>{MONTH})(?!~{DAY}){_YEAR_AFTER}")
_MONTH_FIRST = Form(
    rf"(?P<month>{MONTH})(?:~(?:the~)?(?P<day>{DAY})(?:(?:{_TO}|{_AND_DAY})(?:(?P<month2>{MONTH})~)?(?P<day2>{DAY}))?)?{_YEAR_SAID}"
)
_DAY_FIRST = Form(
    rf"(?:the~)?(?P<day>{DAY})(?:(?:{_TO}|{_AND_DAY})(?P<day2>{DAY}))?(?:~of)?(?:~|-)(?P<month>{MONTH}){_SHORT_YEAR_SAID}"
)
_ISO = re.compile(
    r"(?P<y>[12]\d{3})([-/.])(?P<m>0?[1-9]|1[0-2])\2(?P<d>0?[1-9]|[12]\d|3[01])(?:T[\d:.]{2,12}Z?)?(?![\w/])"
)
_YEAR_MONTH = re.compile(r"(?P<y>[12]\d{3})-(?P<m>0[1-9]|1[0-2])(?![\w/-]|\.\d)")
_SLASHED = re.compile(r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>[12]\d{3}|\d\d)(?![\w/-]|\.\d)")
_HOLIDAY_NAME = any_of(HOLIDAYS).replace("'", "['’]")
_HOLIDAY = Form(rf"(?P<day>{_HOLIDAY_NAME})(?:['’]s)?(?!\w){_YEAR_AFTER}")
_YEAR_BEFORE = Form(r"(?P<year>(?:1[6-9]|20)\d\d)~")
_ATTACKS = re.compile(r"(?:9/11|September 11(?:th)?(?=(?:,? 2001)? (?:terror|attacks|hijack)))(?![\w/])", re.IGNORECASE)
_PREPOSITIONS = word_list("month-prepositions")
_NO_NOUNS = word_list("after-times-no-noun")
_DETERMINERS = frozenset({"the", "this", "that", "a", "an"})
_CAPITALISED_BEFORE = re.compile(r"(?: |^)([A-Z][\w.+-]*) $")
_ARTICLES = frozenset({"a", "an", "its", "their", "his", "her", "our", "this"})
_HOLIDAY_SIGNALS = frozenset("""on at before after over by until since last this next around during""".split())


def month_first(scene: Scene, at: int) -> Reading | None:
    """Read ``January 17, 2025``, ``Jan. 17``, ``January 12-18``, ``April 2024``, ``October``, ``January to March
    2020``.
    """
    months = _MONTHS.match(scene.text, at, scene.stop)
    if months:
        return _month_range(scene, at, months)
    match = _MONTH_FIRST.match(scene.text, at, scene.stop)
    if match is None or (match["day"] and not match["year"] and _ends_name(scene, at, match["month"])):
        return None
    if (
        match["day"] is None
        and match["year"] is None
        and match["said"] is None
        and match["yy"] is None
        and not _is_month(scene, at, match["month"], match.end())
    ):
        return None
    if not match["month"][0].isupper() and match["month"].casefold() in words.DOUBTFUL_MONTHS and match["year"] is None:
        return None
    return _dated(scene, at, match)


def _ends_name(scene: Scene, at: int, month: str) -> bool:
    """Return whether a month that is also another word ends a name: the rocket "Long March 9"."""
    if month.casefold() not in ("march", "may"):
        return False
    before = _CAPITALISED_BEFORE.search(scene.text, max(0, at - 30), at)
    word = before[1].casefold() if before else ""
    known = word in words.WEEKDAYS or word in _PREPOSITIONS or word in _DETERMINERS or word.endswith("ed")
    return before is not None and before[0].startswith(" ") and not known


def day_first(scene: Scene, at: int) -> Reading | None:
    """Read ``17 January 2025``, ``17th of January``, ``12-18 January``."""
    match = _DAY_FIRST.match(scene.text, at, scene.stop)
    if match is None or (match["month"].casefold() in ("may", "march", "mar") and not match["month"][0].isupper()):
        return None
    return _dated(scene, at, match)


def _is_month(scene: Scene, at: int, name: str, end: int) -> bool:
    """Return whether a month's name that stands alone is the month, and not a verb, a person or an abbreviation."""
    folded = name.casefold()
    if not name[0].isupper() or folded.rstrip(".") in words.SHORT_MONTHS:
        return False
    if folded not in words.DOUBTFUL_MONTHS or scene.word_before(at) in _PREPOSITIONS:
        return True
    after = WORD_AFTER.match(scene.text, end, scene.stop)
    if folded in ("may", "march"):
        owned = scene.word_before(at) in (_ARTICLES if folded == "may" else _ARTICLES | {"the"})
        return owned and after is not None and after[1].islower() and after[1] not in _NO_NOUNS
    return (
        not (after and (after[1][0].isupper() or after[1] in ("said", "says")))
        and not scene.text[at - 1 : at].isalpha()
    )


def _dated(scene: Scene, at: int, match: re.Match[str]) -> Reading | None:
    """Return the reading of a month with or without day, second day, second month and year."""
    month = month_number(match["month"])
    day = day_number(match["day"]) if match["day"] else None
    if match["year"]:
        year: int | None = int(match["year"])
        rule = rules.DATE if day else rules.MONTH_YEAR
    elif short := match["yy"] or match.groupdict().get("hyphened"):
        year, rule = two_digit_year(int(short), scene.anchor), rules.DATE if day else rules.MONTH_YEAR
    elif match["said"]:
        step = {"last": -1, "next": 1}.get(match["said"].casefold(), 0)
        year, rule = (scene.anchor.year + step if scene.anchor else None), rules.YEAR_SAID
    else:
        year, rule = year_of(scene, month, day, (at, match.end()))
    given = rule in (rules.DATE, rules.MONTH_YEAR)
    if day is None:
        value = f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
        interval = months_interval(year, month) if year else OPEN
        return Reading(match.end(), TimeKind.DATE, value, interval, Precision.MONTH, rule, given=given)
    value = f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"
    first = known_day(year or 2000, month, day)
    if first is None:
        return _impossible(match.end())
    if "day2" not in match.groupdict() or match["day2"] is None:
        interval = day_interval(first) if year else OPEN
        return Reading(match.end(), TimeKind.DATE, value, interval, Precision.DAY, rule, given=given)
    last_month = month_number(match["month2"]) if match.groupdict().get("month2") else month
    last = known_day(year or 2000, last_month, day_number(match["day2"]))
    if last is None:
        return _impossible(match.end())
    if last < first:
        first = known_day(first.year - 1, month, day) or first
    if last < first:
        return None
    interval = Interval(first, last) if year else OPEN
    return Reading(match.end(), TimeKind.DATE, value, interval, Precision.PERIOD, rules.DAY_RANGE, given=given)


def _impossible(end: int) -> Reading:
    """Return the reading of a day that the calendar does not have: the words stay together, and are not dated."""
    return Reading(end, TimeKind.DATE, "XXXX-XX-XX", OPEN, Precision.DAY, rules.IMPOSSIBLE, given=True)


def _month_range(scene: Scene, at: int, match: re.Match[str]) -> Reading | None:
    first, last = month_number(match["month"]), month_number(match["month2"])
    year = int(match["year"]) if match["year"] else year_of(scene, last, None, (at, match.end()))[0]
    value = f"{year:04}-{first:02}" if year else f"XXXX-{first:02}"
    interval = OPEN
    if year:
        begin = year if first <= last else year - 1
        interval = Interval(months_interval(begin, first).first, months_interval(year, last).last)
    given = match["year"] is not None
    return Reading(match.end(), TimeKind.DATE, value, interval, Precision.PERIOD, rules.MONTH_RANGE, given=given)


def numeric_date(scene: Scene, at: int) -> Reading | None:
    """Read ``2025-01-17``, ``17/01/2025``, ``1/17/25``; open where day and month look alike (``3/4/2025``)."""
    if match := _ISO.match(scene.text, at, scene.stop):
        known = known_day(int(match["y"]), int(match["m"]), int(match["d"]))
        if known:
            return Reading(
                match.end(),
                TimeKind.DATE,
                known.isoformat(),
                day_interval(known),
                Precision.DAY,
                rules.ISO_DATE,
                given=True,
            )
        return _impossible(match.end())
    match = _YEAR_MONTH.match(scene.text, at, scene.stop)
    if match and int(match["m"]) <= int(match["y"]) % 100:
        interval = months_interval(int(match["y"]), int(match["m"]))
        return Reading(match.end(), TimeKind.DATE, match[0], interval, Precision.MONTH, rules.ISO_MONTH, given=True)
    match = _SLASHED.match(scene.text, at, scene.stop)
    if match is None or scene.word_before(at) in ("version", "release", "firmware", "build", "ip"):
        return None
    return _slashed(match)


def _slashed(match: re.Match[str]) -> Reading | None:
    """Return a date of three numbers; with dots the day comes first, else the number above 12 is the day."""
    a, b, written = int(match["a"]), int(match["b"]), match["y"]
    if len(written) == 2 and match["mark"] != "/":
        return None
    year = int(written) if len(written) == 4 else 2000 + int(written) - (100 if int(written) > 50 else 0)
    if a > 12 or match["mark"] == "." or a == b:
        known = known_day(year, b, a)
    elif b > 12:
        known = known_day(year, a, b)
    else:
        value = f"{year}-XX-XX"
        return Reading(match.end(), TimeKind.DATE, value, OPEN, Precision.DAY, rules.AMBIGUOUS, given=True)
    if known is None:
        return _impossible(match.end()) if max(a, b) <= 31 and min(a, b) <= 12 else None
    return Reading(
        match.end(),
        TimeKind.DATE,
        known.isoformat(),
        day_interval(known),
        Precision.DAY,
        rules.NUMERIC_DATE,
        given=True,
    )


def holiday(scene: Scene, at: int) -> Reading | None:
    """Read days with a name: ``Christmas Eve 2019``, ``Thanksgiving``, ``Good Friday``."""
    match = _HOLIDAY.match(scene.text, at, scene.stop)
    if match is None or not match["day"][0].isupper():
        return None
    name = " ".join(match["day"].casefold().replace("’", "'").split())
    found = HOLIDAYS.get(name)
    if found is None:
        return None
    after = WORD_AFTER.match(scene.text, match.end(), scene.stop)
    dated = (
        match["year"] is not None
        or scene.word_before(at) in _HOLIDAY_SIGNALS
        or (name.endswith((" day", " eve")) and not (after and after[1][0].isupper()))
    )
    year = int(match["year"]) if match["year"] else None
    rule = rules.HOLIDAY
    if year is None and dated and scene.anchor is not None:
        usual = found.of(scene.anchor.year)
        year, rule = year_of(scene, usual.month, usual.day, (at, match.end()))
    interval = day_interval(found.of(year)) if year and year >= 1583 else OPEN
    value = interval.first.isoformat() if interval.first else f"XXXX-{found.of(2024).isoformat()[5:]}"
    given = match["year"] is not None
    return Reading(match.end(), TimeKind.DATE, value, interval, Precision.DAY, rule, dated, given)


def holiday_of_year(scene: Scene, at: int) -> Reading | None:
    """Read ``the 2015 New Year's Eve attacks``: a year before the day's name."""
    match = _YEAR_BEFORE.match(scene.text, at, scene.stop)
    named = _HOLIDAY.match(scene.text, match.end(), scene.stop) if match else None
    if match is None or named is None or not named["day"][0].isupper() or named["year"]:
        return None
    day = HOLIDAYS[" ".join(named["day"].casefold().replace("’", "'").split())].of(int(match["year"]))
    value = day.isoformat()
    return Reading(named.end(), TimeKind.DATE, value, day_interval(day), Precision.DAY, rules.HOLIDAY, given=True)


def named_attacks(scene: Scene, at: int) -> Reading | None:
    """Read ``9/11`` and ``September 11`` before ``attacks``: the day has become a name, its year is 2001."""
    match = _ATTACKS.match(scene.text, at, scene.stop)
    if match is None:
        return None
    day = date(2001, 9, 11)
    return Reading(
        match.end(), TimeKind.DATE, day.isoformat(), day_interval(day), Precision.DAY, rules.NAMED_DAY, given=True
    )
