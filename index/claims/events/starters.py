"""Which rules are tried at which word: the first word of an expression decides."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.claims.events import absolute, clocks, lengths, parts, periods, relative, weekdays, years
from index.claims.events import time_words as words
from index.claims.events.holidays import HOLIDAYS
from index.claims.events.scene import Parser
from index.english import rows
from index.english import words as word_list
from index.language import number_words

HEADS = frozenset(
    {
        *words.MONTHS,
        *words.FULL_WEEKDAYS,
        *words.UNITS,
        *(f"{unit}s" for unit in words.UNITS),
        *words.SEASONS,
        *words.DAY_PARTS,
        *words.DECADES,
        *words.SETS,
        *words.REFERENCES,
        *word_list("time-heads"),
    }
)
"""Words of which one, or a number, stands in every expression."""


@dataclass(frozen=True, slots=True)
class _Starters:
    group: str
    words: tuple[str, ...]


_WORDS = {row.group: row.words for row in rows("time-starters", _Starters, unique="group")}
_THE: tuple[Parser, ...] = (
    parts.share_of_month,
    weekdays.nth_weekday,
    parts.part,
    periods.same_period,
    parts.week_of,
    periods.quarter,
    periods.half_year,
    periods.season,
    periods.fiscal_year,
    periods.decade,
    periods.century,
    relative.unit_phrase,
    relative.day_before,
    relative.leading_up,
    relative.ending,
    absolute.day_first,
    clocks.part_of_day,
    clocks.said_part,
    lengths.unit_alone,
    lengths.reference,
)
_Table = tuple[tuple[Iterable[str], tuple[Parser, ...]], ...]
_NAMES: _Table = (
    (("september",), (absolute.named_attacks,)),
    (words.MONTHS, (absolute.month_first,)),
    (words.WEEKDAYS, (weekdays.weekday_first,)),
    (_WORDS["era"], (years.era_year,)),
    (words.SEASONS, (periods.season,)),
    (_WORDS["part"], (parts.part,)),
    (_WORDS["range"], (periods.span_of_time,)),
)
_PHRASES: _Table = (
    (_WORDS["unit-phrase"], (relative.unit_phrase, relative.named_phrase)),
    (_WORDS["deictic"], (relative.deictic,)),
    (_WORDS["earlier"], (parts.earlier_or_later,)),
    (_WORDS["soon"], (relative.soon,)),
    (("the",), _THE),
    (_WORDS["quarter"], (periods.quarter, periods.half_year)),
    (_WORDS["nth"], (weekdays.nth_weekday, parts.share_of_month)),
    (_WORDS["fiscal"], (periods.fiscal_year,)),
    (words.DECADES, (periods.decade,)),
    ([name.split()[0] for name in words.ORDINALS if "-" not in name], (periods.century, absolute.day_first)),
    ([name.replace("'", " ").replace(".", " ").split()[0] for name in HOLIDAYS], (absolute.holiday,)),
    ((*_WORDS["rhythm"], *words.SETS), (lengths.rhythm,)),
    (
        (*number_words.CARDINALS, *_WORDS["count"]),
        (clocks.clock_time, relative.offset, relative.ending, lengths.length),
    ),
    (_WORDS["plural-unit"], (relative.offset, lengths.length)),
    (_WORDS["noon"], (clocks.clock_time,)),
    (_WORDS["daybreak"], (clocks.daybreak,)),
    (_WORDS["said-part"], (clocks.said_part,)),
    (_WORDS["spoken-clock"], (clocks.clock_time,)),
    ((*words.REFERENCES, *_WORDS["reference"]), (lengths.reference,)),
)

NUMERAL: tuple[Parser, ...] = (
    absolute.named_attacks,
    absolute.numeric_date,
    absolute.day_first,
    clocks.clock_time,
    clocks.clock_range,
    periods.decade,
    periods.century,
    periods.quarter,
    years.era_year,
    years.short_year,
    years.year_number,
    periods.fiscal_year,
    weekdays.nth_weekday,
    absolute.holiday_of_year,
    relative.offset,
    relative.ending,
    lengths.length,
)
"""The rules to try at a number in digits; of readings of equal length the first wins, here as everywhere."""


def _starters() -> dict[str, tuple[Parser, ...]]:
    table: dict[str, list[Parser]] = {}
    for names, parsers in (*_NAMES, *_PHRASES):
        for name in names:
            known = table.setdefault(name, [])
            known.extend(parser for parser in parsers if parser not in known)
    return {name: tuple(parsers) for name, parsers in table.items()}


STARTERS = _starters()
"""The rules to try at a word in lower case."""
