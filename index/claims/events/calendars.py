"""Intervals of the calendar: days, weeks, months, quarters, seasons, years, decades and parts of them.

Weeks run from Monday to Sunday (ISO 8601). Seasons are the meteorological ones of the northern hemisphere: spring is
March to May; a winter belongs to the year in which its December lies. An interval holds its first and its last day.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from index.claims.events.time_words import SEASON_MONTH


class Interval(NamedTuple):
    """A first and a last day, both included; None is an open end."""

    first: date | None
    last: date | None


OPEN = Interval(None, None)
_THIRD_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def known_day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def day_interval(day: date) -> Interval:
    """Return the interval of one day."""
    return Interval(day, day)


def moved_days(day: date, days: int) -> date | None:
    """Return the date ``days`` later, or None outside the years 1 to 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def moved_months(day: date, months: int) -> date | None:
    """Return the date ``months`` later, at most the last day of its month; None outside the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_interval(day: date) -> Interval:
    """Return Monday to Sunday around ``day``."""
    monday = moved_days(day, -day.weekday())
    return Interval(monday, moved_days(monday, 6) if monday else None)


def weekend_interval(day: date) -> Interval:
    """Return Saturday and Sunday of the week of ``day``."""
    monday, sunday = week_interval(day)
    return Interval(moved_days(monday, 5) if monday else None, sunday)


def months_interval(year: int, month: int, count: int = 1) -> Interval:
    """Return ``count`` whole months from the first day of ``month``; open outside the years 1 to 9999."""
    first = known_day(year, month, 1)
    if first is None:
        return OPEN
    last = moved_months(first, count - 1)
    return Interval(first, date(last.year, last.month, monthrange(last.year, last.month)[1]) if last else None)


def years_interval(year: int, count: int = 1) -> Interval:
    """Return ``count`` whole years from 1 January of ``year``."""
    return months_interval(year, 1, 12 * count)


def quarter_interval(year: int, quarter: int) -> Interval:
    """Return the calendar quarter 1 to 4."""
    return months_interval(year, 3 * quarter - 2, 3)


def season_interval(year: int, season: str) -> Interval:
    """Return the season ``SP``, ``SU``, ``FA`` or ``WI``."""
    return months_interval(year, SEASON_MONTH[season], 3)


def part_of(interval: Interval, part: str) -> Interval:
    """Return the ``early``, ``mid`` or ``late`` part.

    Of a month: days 1 to 10, 11 to 20, 21 to the end. Of a decade: years 0 to 3, 4 to 6, 7 to 9. Of anything else:
    its thirds. A day has no parts here.
    """
    first, last = interval
    if first is None or last is None or first == last:
        return interval
    days = (last - first).days + 1
    if days <= 31 and first.day == 1:
        begin, end = _THIRD_OF_MONTH[part]
        return Interval(first.replace(day=begin), first.replace(day=min(end, last.day)))
    if first.year % 10 == 0 and last.year - first.year == 9:
        begin, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return Interval(date(first.year + begin, 1, 1), date(first.year + end, 12, 31))
    if days % 7 and days > 80:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return _third_of_months(first, months, part)
    third = max(1, days // 3)
    offset = {"early": 0, "mid": third, "late": days - third}[part]
    return Interval(first + timedelta(days=offset), first + timedelta(days=offset + third - 1))


def _third_of_months(first: date, months: int, part: str) -> Interval:
    third = max(1, months // 3)
    offset = {"early": 0, "mid": third, "late": months - third}[part]
    begin = moved_months(first, offset)
    return months_interval(begin.year, begin.month, third) if begin else OPEN


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus, *Astronomical
    Algorithms*).
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday_of(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the ``nth`` (from 1; -1 is the last) ``weekday`` (Monday is 0) of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)
