"""Dates of publication as they are written: only what names a year is one, and only what is beyond doubt is read."""

import re
from datetime import date

from index.english import numbered, ordered
from index.zones import LatePattern

_MONTHS = numbered("months")
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_FORMS = tuple(
    LatePattern(form, flags=re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\s{{0,2}}{_DAY}(?:,|\s)\s{{0,2}}{_YEAR}(?!\d(?!\d?:\d\d))",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s-]{{1,2}}{_MONTH},?[\s-]{{1,2}}{_YEAR}(?!\d)",
        rf"(?<![\d.]){_YEAR}-(?P<month>\d\d?)-{_DAY}(?!\d)",
        rf"(?<![\d.]){_YEAR}/(?P<month>\d\d?)/{_DAY}(?!\d)",
        rf"(?<![\d.]){_YEAR}\.(?P<month>\d\d)\.(?P<day>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}\s?年\s?(?P<month>\d\d?)\s?月\s?(?P<day>\d\d?)\s?[日号號]",
        rf"\({_YEAR},\s{_MONTH}\s{_DAY}(?=\))",
        rf"(?<![\d/.])(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.]{_YEAR}(?!\d)",
        rf"(?<![\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}(?!\d)",
        rf"(?<![\d/.]){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?=T|\Z)",
    )
)
_VAGUE = tuple(
    LatePattern(form + r"\Z", flags=re.IGNORECASE)
    for form in (
        rf"{_MONTH},?\s{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)",
        rf"{_YEAR}\s?年\s?(?P<month>\d\d?)\s?月",
        _YEAR,
    )
)
_TIME = LatePattern(
    r"(?<!\d)\d{1,2}(?:[:.]\d{2}){1,2}(?:[.,]\d{1,9})?\s?(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?",
    flags=re.IGNORECASE,
)
_AROUND = LatePattern(
    rf"(?:\b(?:{'|'.join(ordered('around-dates'))})|星期.|周[一二三四五六日天]|上午|下午|[+-]\d\d:?\d\d|[\s,;|·•()+–—-])+",
    flags=re.IGNORECASE,
)


def find_date(text: str) -> tuple[str, int, int] | None:
    """Return the first full date in ``text`` as an ISO date with its start and end; None where there is none."""
    best: tuple[str, int, int] | None = None
    for form in _FORMS:
        match = form.search(text)
        if match and (best is None or match.start() < best[1]):
            iso = _iso(match)
            if iso:
                best = (iso, match.start(), match.end())
    return best


def parse_date(text: str) -> str | None:
    """Return the ISO date of a text that is a date and nothing else, save for a weekday, a time and a time zone.

    ``2025-01`` and ``2025`` where the text says no more. None where a date could be read in two ways (``02/03/2025``).
    """
    text = text.strip()
    if len(text) > 80:
        return None
    for form in _VAGUE:
        match = form.fullmatch(text)
        if match:
            groups = match.groupdict()
            month = _month(groups["month"]) if groups.get("month") else None
            if month is None:
                return match["year"]
            return f"{match['year']}-{month:02}" if 1 <= month <= 12 else None
    found = find_date(text)
    if not found:
        return None
    iso, start, end = found
    rest = f"{text[:start]} {text[end:]}"
    return None if _AROUND.sub("", _TIME.sub(" ", rest)) else iso


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else _MONTHS[name.lower()]


def _iso(match: re.Match[str]) -> str | None:
    try:
        return date(int(match["year"]), _month(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
