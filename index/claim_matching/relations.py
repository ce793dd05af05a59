"""How two stated values stand to each other: interval arithmetic on quantities and times.

Pure functions without a corpus: comparison and topics build their statuses on them.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from math import inf, isclose

from index.claims import unit_factor
from index.records import Bound, Precision, Quantity, When


class RelationKind(StrEnum):
    """Whether two values can both be true of one thing."""

    SAME = "same"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Relation:
    """How two values stand to each other, and why in words; ``UNRELATED`` values cannot be compared at all."""

    kind: RelationKind
    reason: str


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_AGO = re.compile(r"\b(?:ago|earlier|later|before|after)\b", re.IGNORECASE)
_FROM_TODAY = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|overnight|this|last|past|next|previous|recent|current|coming)\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s(?:late|night|evening))|(?:late|early)\s(?:on\s)?(?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_LEEWAY_AGO = {Precision.YEAR: 366, Precision.DECADE: 3660, Precision.MONTH: 31, Precision.WEEK: 7, Precision.PERIOD: 7}
_LEEWAY = {Precision.WEEK: 7, Precision.MONTH: 0, Precision.YEAR: 0, Precision.DECADE: 0, Precision.PERIOD: 7}
_MONTH_DAY = re.compile(
    rf"\b(?P<before>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[-–—]\s*\d)"
    rf"|\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<after>{_MONTH})\b",
    re.IGNORECASE,
)

_APPROXIMATE = 0.1
"""How far "about" may be off, as a share of the value."""
_NEARLY = 0.15
"""How far below its value "nearly" and "almost" may lie."""
_ROUND = 0.025
"""How far rounding may move a value at the most."""
_CONVERSION = 0.05
"""How far two values may differ when one was converted and rounded: 500 miles for 800 kilometres."""

_VAGUE = re.compile(
    r"\b(?:majority|minority|dozens|scores|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE
)
_SCALED = re.compile(
    r"\d+(?:[.,]\d+)*\s*(?:%|percent|per cent|[kmb]n?\b|thousand|million|billion|trillion)", re.IGNORECASE
)
_DECIMALS = re.compile(r"\d\.(\d{1,4})(?!\d)")
_REMEMBERED = 4096
"""Amounts whose words are not read again: each value of a story is set against many others."""
_SCALES = (
    ("trillion", 1e12),
    ("billion", 1e9),
    ("million", 1e6),
    ("thousand", 1e3),
    ("bn", 1e9),
    ("tn", 1e12),
    ("b", 1e9),
    ("m", 1e6),
    ("k", 1e3),
)
_SCALE = re.compile(r"\d\s*(trillion|billion|million|thousand|bn|tn|b|m|k)\b", re.IGNORECASE)


def bounds_of(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest value that the words allow, rounding not counted; open sides are infinite."""
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    if quantity.bound is Bound.NEARLY and quantity.low is None and quantity.high is not None:
        low = high - _NEARLY * abs(high)
    if quantity.approximate:
        low, high = low - _APPROXIMATE * abs(low), high + _APPROXIMATE * abs(high)
    return low, high


def _slack(quantity: Quantity, value: float) -> float:
    """Return half of the last digit that was written, in the quantity's unit: "2.3 billion" may be 2.26 or 2.34."""
    if value == 0 or abs(value) == inf:
        return 0.0
    limit = _ROUND * abs(value)
    if (digit := _last_digit(quantity.raw)) is not None:
        return min(limit, digit * 0.5)
    if value == int(value) and abs(value) >= 1000:
        digits = str(abs(int(value)))
        return min(limit, 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0")))) if digits.endswith("00") else 0.0
    return 0.0


@lru_cache(_REMEMBERED)
def _last_digit(raw: str) -> float | None:
    """Return what the last digit of an amount with decimals or a scale counts; None for a plain number."""
    decimals = _DECIMALS.search(raw)
    scale = _SCALE.search(raw)
    size = dict(_SCALES)[scale[1].lower()] if scale else 1.0
    if decimals:
        return size * 10.0 ** -len(decimals[1])
    return size if _SCALED.search(raw) else None


@lru_cache(_REMEMBERED)
def _is_vague(raw: str) -> bool:
    return _VAGUE.search(raw) is not None


def relate_quantities(a: Quantity, b: Quantity) -> Relation:
    """Relate two quantities of one subject by the intervals that their words allow.

    ``SAME`` for equal values, ``COMPATIBLE`` where some value fits both (a bound, a range, rounding, another unit),
    ``CONFLICT`` where none does, ``UNRELATED`` where the units cannot be compared. Whether they speak of one subject
    is the caller's to know, see `match_claims`.
    """
    if a.unit in _PAIRED and a.unit == b.unit:
        return _relate_scores(a, b)
    if {a.unit, b.unit} == _PERCENT_AND_POINTS:
        return _relate_shares(a, b)
    factor = unit_factor(a.unit, b.unit)
    if factor is None or (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return Relation(RelationKind.UNRELATED, "the units cannot be compared")
    vague = _is_vague(a.raw) or _is_vague(b.raw)
    if factor == 1.0 and (a.low, a.high) == (b.low, b.high) and a.bound == b.bound and not vague:
        return Relation(RelationKind.SAME, f"same figure: {a.raw}")
    a_low, a_high = bounds_of(a)
    b_low, b_high = (bound * factor for bound in bounds_of(b))
    allowed = _slack(a, a_high if a_high != inf else a_low) + factor * _slack(b, b_high if b_high != inf else b_low)
    if factor != 1.0:
        allowed += _CONVERSION * max(abs(v) for v in (a_low, a_high, b_low, b_high) if abs(v) != inf)
    if a_low - allowed > b_high or b_low - allowed > a_high:
        return Relation(RelationKind.CONFLICT, f"different figures: {a.raw} and {b.raw}")
    if not vague and _same_value(a, b, factor):
        if _exclude(a.bound, b.bound):
            return Relation(RelationKind.CONFLICT, f"different figures: {a.raw} and {b.raw}")
        if _SIDE.get(a.bound) != _SIDE.get(b.bound):
            return Relation(RelationKind.COMPATIBLE, f"figures that can both be true: {a.raw} and {b.raw}")
        return Relation(
            RelationKind.SAME, f"same figure: {a.raw} and {b.raw}" if a.raw != b.raw else f"same figure: {a.raw}"
        )
    return Relation(RelationKind.COMPATIBLE, f"figures that can both be true: {a.raw} and {b.raw}")


def _relate_scores(a: Quantity, b: Quantity) -> Relation:
    """Relate two scores: the same two numbers, whichever side is named first."""
    if (a.low, a.high) == (b.low, b.high):
        return Relation(
            RelationKind.SAME, f"same score: {a.raw}" if a.raw == b.raw else f"same score: {a.raw}, {b.raw}"
        )
    return Relation(RelationKind.CONFLICT, f"different scores: {a.raw} and {b.raw}")


def _relate_shares(a: Quantity, b: Quantity) -> Relation:
    """Relate per cent to percentage points: one number of both is not one change, and two may be."""
    if (a.low, a.high) == (b.low, b.high):
        return Relation(RelationKind.CONFLICT, f"per cent are not percentage points: {a.raw} and {b.raw}")
    return Relation(RelationKind.COMPATIBLE, f"per cent and percentage points: {a.raw} and {b.raw}")


def _exclude(a: Bound | None, b: Bound | None) -> bool:
    """Return whether two bounds of one value leave no value that fits both."""
    sides = {_SIDE.get(a), _SIDE.get(b)}
    return sides == {"above", "below"} and Bound.NEARLY not in (a, b) and not {a, b}.isdisjoint(_STRICT)


_SIDE: dict[Bound | None, str] = {
    Bound.OVER: "above",
    Bound.AT_LEAST: "above",
    Bound.UNDER: "below",
    Bound.AT_MOST: "below",
    Bound.UP_TO: "below",
    Bound.NEARLY: "below",
}
_STRICT = frozenset({Bound.OVER, Bound.UNDER})
_PAIRED = frozenset({"score"})
"""Units of two numbers at once."""
_PERCENT_AND_POINTS = {"percent", "percentage point"}


def _same_value(a: Quantity, b: Quantity, factor: float) -> bool:
    """Return whether both name one value, whatever bound they put on it: "more than 300" and "over 300" do."""
    values = (stated_value(a), stated_value(b))
    if values[0] is None or values[1] is None:
        return False
    return isclose(values[0], values[1] * factor, rel_tol=1e-9)


def stated_value(quantity: Quantity) -> float | None:
    """Return the one value a quantity names, with or without a bound; None for a range."""
    if quantity.low is None or quantity.high is None:
        return quantity.high if quantity.low is None else quantity.low
    return quantity.low if quantity.low == quantity.high else None


def relate_times(a: When, b: When) -> Relation:
    """Relate two times of one event: the same days, days that one of them allows for, or days apart.

    A day whose year is not known ("January 19" in an article without a date) is compared by month and day.
    ``UNRELATED`` where one of the two says no more than "Monday" or "a year later".
    """
    if (clocks := _relate_clocks(a, b)) is not None:
        return clocks
    if (a.start or a.end) and (b.start or b.end):
        return _relate_days(a, b, (_first(a.start), _last(a.end)), (_first(b.start), _last(b.end)))
    day_a, day_b = _month_day(a), _month_day(b)
    if day_a is None or day_b is None:
        return Relation(RelationKind.UNRELATED, "a time without a date")
    return _relate_days(a, b, (day_a, day_a), (day_b, day_b))


def _relate_clocks(a: When, b: When) -> Relation | None:
    """Relate two times of day on days that may be one; None where one has none, or the days decide."""
    left, right = _minutes(a), _minutes(b)
    if left is None or right is None:
        return None
    if a.start and b.start and days_apart(a, b):
        moved = {left[2], right[2]} != {None} and days_apart(a, b) == 1
        if not moved:
            return None
    known = left[2] is not None and right[2] is not None
    shift = (0, 0) if not known else (left[2] or 0, right[2] or 0)
    gap = abs((left[0] - shift[0]) - (right[0] - shift[1]))
    gap = min(gap, _DAY - gap) if not (a.start and b.start) or known else gap
    allowed = max(_loose(a), _loose(b)) + max(left[1] - left[0], 0) + max(right[1] - right[0], 0)
    words = a.raw if a.raw.casefold() == b.raw.casefold() else f"{a.raw} and {b.raw}"
    if gap == 0 and left[1] == left[0] and right[1] == right[0]:
        return Relation(RelationKind.SAME, f"same time: {words}")
    if gap <= allowed:
        return Relation(RelationKind.COMPATIBLE, f"times that can both be true: {words}")
    if known or left[2] == right[2]:
        return Relation(RelationKind.CONFLICT, f"different times: {words}")
    return Relation(RelationKind.CONFLICT if gap % 30 else RelationKind.COMPATIBLE, f"different times: {words}")


def _minutes(when: When) -> tuple[int, int, int | None] | None:
    """Return a time of day as its first and last minute, and by how many minutes its zone is ahead of UTC."""
    first = _CLOCK.match(when.start_time or "")
    last = _CLOCK.match(when.end_time or when.start_time or "")
    if first is None or last is None:
        return None
    offset = None
    if first[4]:
        offset = (1 if first[4] == "+" else -1) * (60 * int(first[5]) + int(first[6]))
    elif first[3]:
        offset = 0
    return 60 * int(first[1]) + int(first[2]), 60 * int(last[1]) + int(last[2]), offset


def _loose(when: When) -> int:
    """Return by how many minutes a time of day may be off by its words: "about", "shortly after"."""
    return _ABOUT_MINUTES if _ABOUT.search(when.raw) else 0


_CLOCK = re.compile(r"(\d\d):(\d\d)(?::\d\d)?(?:(Z)|([+-])(\d\d):?(\d\d))?$")
_DAY = 24 * 60
_ABOUT_MINUTES = 20
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|shortly|just|soon|roughly|circa)\b", re.IGNORECASE
)


def leeway(when: When) -> int:
    """Return by how many days a time may be off that is told from another one: "two years ago" by a year, and so on.

    A day told from the day of writing may be off by one (time zones, a night between two days, a date of publication
    that is the next day's); a date that is stated may not.
    """
    if _AGO.search(when.raw):
        return _LEEWAY_AGO.get(when.precision, 1)
    if _FROM_TODAY.search(when.raw) or _NIGHT.search(when.raw):
        return _LEEWAY.get(when.precision, 1)
    return 0


def is_relative(when: When) -> bool:
    """Return whether a time is told from the day of writing, as "this year" and "last week" are."""
    return _FROM_TODAY.search(when.raw) is not None or _AGO.search(when.raw) is not None


def _relate_days(a: When, b: When, days_a: tuple[str, str], days_b: tuple[str, str]) -> Relation:
    if days_a == days_b:
        words = a.raw if a.raw.casefold() == b.raw.casefold() else f"{a.raw} and {b.raw}"
        return Relation(RelationKind.SAME, f"same date: {words}")
    if days_a[0] > days_b[1] or days_b[0] > days_a[1]:
        gap = days_apart(a, b)
        if gap is not None and gap <= leeway(a) + leeway(b):
            return Relation(RelationKind.COMPATIBLE, f"dates that can both be true: {a.raw} and {b.raw}")
        return Relation(RelationKind.CONFLICT, f"different dates: {a.raw} and {b.raw}")
    return Relation(RelationKind.COMPATIBLE, f"dates that can both be true: {a.raw} and {b.raw}")


def days_apart(a: When, b: When) -> int | None:
    """Return how many days lie between two resolved times, 0 where they overlap; None where a date is not known."""
    if not (a.start and a.end and b.start and b.end):
        return None
    try:
        starts = [date.fromisoformat(_first(start)) for start in (a.start, b.start)]
        ends = [_end_of(end) for end in (a.end, b.end)]
    except ValueError:
        return None
    return max(0, (starts[1] - ends[0]).days, (starts[0] - ends[1]).days)


def _end_of(day: str) -> date:
    """Return the last day of an ISO date, month or year. Raises ValueError when it is none."""
    if len(day) == 7:
        year, month = int(day[:4]), int(day[5:])
        return date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(_last(day))


def _month_day(when: When) -> str | None:
    """Return a day as ``01-19``, from its date or else from its words; None where it is no single day."""
    if when.start and when.start == when.end and len(when.start) >= 10:
        return when.start[5:10]
    found = _MONTH_DAY.search(when.raw)
    if found is None or when.start or when.end:
        return None
    month = found["before"] or found["after"]
    day = int(found["day"] or found["first"])
    return f"{_MONTHS.index(month[:3].lower()) + 1:02}-{day:02}" if 1 <= day <= 31 else None


def _first(date: str | None) -> str:
    """Return a date as its first day, comparable as text; an open start is before every other."""
    if date is None:
        return ""
    return date[:10] + "-01" * ((10 - len(date[:10])) // 3)


def _last(date: str | None) -> str:
    """Return a date as its last day, comparable as text; an open end is after every other."""
    if date is None:
        return "~"
    return date[:10] + {4: "-12-31", 7: "-31"}.get(len(date[:10]), "")
