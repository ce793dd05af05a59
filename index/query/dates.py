"""Dates and ranges of dates, as a query writes them."""

import re
from calendar import monthrange

from index.query.tree import Published

FORMATS = "2025-01-20, 2025-01, 2025, 2025-01-10..2025-01-20, 2025-01-10.., >2025-01-15 or <=2025-01"

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def days_of(date: str) -> tuple[str, str] | None:
    """Return the first and the last day (ISO) of a day, month or year; None when there is no such date."""
    match = _DATE.fullmatch(date)
    if not match or match[1] == "0000":
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    last_month = month if match[2] else 12
    last_day = day if match[3] else monthrange(year, last_month)[1]
    return f"{year:04}-{month:02}-{day:02}", f"{year:04}-{last_month:02}-{last_day:02}"


def parse_dates(text: str) -> Published | None:
    """Return the range of days that ``text`` means, or None when it is not written as ``FORMATS`` says."""
    for sign in (">=", "<=", ">", "<"):
        if text.startswith(sign):
            return _one_sided(sign, days_of(text[len(sign) :]))
    if ".." in text:
        first, _, last = text.partition("..")
        start, end = days_of(first), days_of(last)
        if not (start or end) or (first and not start) or (last and not end):
            return None
        if start and end and start[0] > end[1]:
            start, end = end, start
        return Published(start[0] if start else None, end[1] if end else None)
    days = days_of(text)
    return Published(*days) if days else None


def is_reversed(text: str) -> bool:
    """Say whether ``text`` is a range whose second date lies before its first."""
    first, dots, last = text.partition("..")
    start, end = days_of(first), days_of(last)
    return bool(dots and start and end and start[0] > end[1])


def _one_sided(sign: str, days: tuple[str, str] | None) -> Published | None:
    if days is None:
        return None
    first, last = days
    return {
        ">=": Published(first, None),
        "<=": Published(None, last),
        ">": Published(_next(last), None),
        "<": Published(None, _before(first)),
    }[sign]


def _next(day: str) -> str:
    from datetime import date, timedelta

    value = date.fromisoformat(day)
    return (value + timedelta(days=1)).isoformat() if value < date.max else day


def _before(day: str) -> str:
    from datetime import date, timedelta

    value = date.fromisoformat(day)
    return (value - timedelta(days=1)).isoformat() if value > date.min else day
