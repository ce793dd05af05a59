"""The English words of times, as the rules of times look them up; the words themselves stand in ``index/english``."""

from dataclasses import dataclass

from index.english import families, numbered, rows, words


@dataclass(frozen=True, slots=True)
class _Coded:
    names: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day: its names, its TIMEX3 code, and the hours it runs from and to where these are told apart."""

    names: tuple[str, ...]
    code: str
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class _Numbered:
    names: tuple[str, ...]
    value: int


@dataclass(frozen=True, slots=True)
class _Season:
    names: tuple[str, ...]
    code: str
    month: int


def _codes(table: str) -> dict[str, str]:
    return {name: row.code for row in rows(table, _Coded, unique="names") for name in row.names}


def _values(table: str) -> dict[str, int]:
    return {name: row.value for row in rows(table, _Numbered, unique="names") for name in row.names}


MONTHS = numbered("months")
SHORT_MONTHS = frozenset(word for word, name in families("months").items() if word != name)
DOUBTFUL_MONTHS = words("doubtful-months")
"""Months that are also verbs, adjectives or given names."""
WEEKDAYS = numbered("weekdays", start=0)
FULL_WEEKDAYS = frozenset(families("weekdays").values())
UNITS = _codes("time-units")
_SEASONS = rows("seasons", _Season, unique="names")
SEASONS = {name: row.code for row in _SEASONS for name in row.names}
SEASON_MONTH = {row.code: row.month for row in _SEASONS}
_DAY_PARTS = rows("day-parts", DayPart, unique="names")
DAY_PARTS = {name: row.code for row in _DAY_PARTS for name in row.names}
DAY_HOURS = {name: (row.first, row.last) for row in _DAY_PARTS for name in row.names if row.last}
ORDINALS = _values("time-ordinals")
DECADES = _values("decades")
PARTS = _codes("period-parts")
SETS = _codes("rhythms")
REFERENCES = _codes("time-references")
VAGUE_COUNTS = words("vague-counts")
YEAR_SIGNALS = words("year-signals")
"""Words before a year that say it is one, even where a plural noun follows."""
COUNT_SIGNALS = words("year-refusals")
"""Words before a number of four digits that say it is not a year."""
COUNTED_NOUNS = words("year-counted")
"""Words after a number of four digits that say it counts something."""
WEEKDAY_NAMES_BEFORE = words("weekday-name-openings")
WEEKDAY_NAMES_AFTER = words("weekday-name-endings")
