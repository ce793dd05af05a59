"""Time zones: the name or offset behind a time of day, and how far from Greenwich it is on a day."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from index.claims.events.calendars import nth_weekday_of
from index.claims.events.fragments import GAP, any_of
from index.english import rows

_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone: its names, its offset, and the one it has in summer where a rule (``us`` or ``eu``) says when that is.

    The offset is empty where the name says too little: "local time".
    """

    names: tuple[str, ...]
    offset: str = ""
    summer: str = ""
    rule: str = ""


class Written(NamedTuple):
    """A zone as it is written behind a time: the record, an offset of its own ("GMT +8"), and where it ends."""

    zone: Zone
    shift: str
    end: int
    universal: bool


@cache
def _zones() -> dict[str, Zone]:
    return {name: zone for zone in rows("time-zones", Zone, unique="names") for name in zone.names}


@cache
def _pattern() -> re.Pattern[str]:
    names = _zones()
    short = "|".join(sorted((name.upper() for name in names if " " not in name), key=len, reverse=True))
    long = any_of(name for name in names if " " in name)
    return re.compile(
        rf"{GAP}?(?P<open>\()?(?:(?P<short>{short}|Z(?!\w))(?!\w)|(?i:(?P<long>{long})\b))"
        rf"(?:{GAP}?(?P<sign>[+-−]){GAP}?(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d\d))?(?!\d))?(?(open)\))"
    )


def zone_at(text: str, at: int, stop: int) -> Written | None:
    """Return the zone that stands at a place; abbreviations count in capitals only ("5 p.m. west of")."""
    match = _pattern().match(text, at, stop)
    if match is None:
        return None
    name = "utc" if match["short"] == "Z" else " ".join((match["short"] or match["long"]).casefold().split())
    shift = ""
    if match["hours"] and int(match["hours"]) <= 14:
        shift = f"{'+' if match['sign'] == '+' else '-'}{int(match['hours']):02}:{match['minutes'] or '00'}"
    return Written(_zones()[name], shift, match.end(), name in ("utc", "gmt") and not shift)


def offset_at(written: Written, day: date | None) -> str:
    """Return the offset, as ``-05:00``; empty where the zone or, for one with summer time, the day is not known."""
    zone = written.zone
    if written.shift or not zone.rule:
        return written.shift or zone.offset
    if day is None:
        return ""
    return zone.summer if _is_summer(day, zone.rule) else zone.offset


def _is_summer(day: date, rule: str) -> bool:
    """Return whether clocks are put forward: by the law of the United States of 2005, or of the European Union of
    1996.
    """
    if rule == "us":
        first, last = nth_weekday_of(day.year, 3, _SUNDAY, 2), nth_weekday_of(day.year, 11, _SUNDAY, 1)
    else:
        first, last = nth_weekday_of(day.year, 3, _SUNDAY, -1), nth_weekday_of(day.year, 10, _SUNDAY, -1)
    return first <= day < last
