"""Which rules are tried at which word: the first word of an expression decides."""

from index.claims.events import absolute, clocks, lengths, parts, periods, relative, weekdays, years
from index.claims.events import time_words as words
from index.claims.events.holidays import HOLIDAYS
from index.claims.events.scene import Parser
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
        *"""after before afterward afterwards thereafter beforehand later clock past today yesterday tomorrow tonight
        ad q h fy
        future past present moment time christmas thanksgiving easter
        halloween pentecost eve""".split(),
    }
)
"""Words of which one, or a number, stands in every expression."""

_COUNTS = (
    *number_words.CARDINALS,
    *"""a an several few many some half dozens hundreds tens numerous various multiple countless couple about around
    nearly almost over roughly approximately more less fewer at up just under""".split(),
)
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
    absolute.day_first,
    clocks.part_of_day,
    clocks.said_part,
    lengths.unit_alone,
    lengths.reference,
)
_TABLE: tuple[tuple[tuple[str, ...], tuple[Parser, ...]], ...] = (
    (("september",), (absolute.named_attacks,)),
    (tuple(words.MONTHS), (absolute.month_first,)),
    (tuple(words.WEEKDAYS), (weekdays.weekday_first,)),
    (("ad", "a"), (years.era_year,)),
    (tuple(words.SEASONS), (periods.season,)),
    (tuple("early mid late beginning start end middle close latter very".split()), (parts.part,)),
    (("from", "between"), (periods.span_of_time,)),
    (
        tuple("last past previous next coming following this current preceding prior same present".split()),
        (relative.unit_phrase, relative.named_phrase),
    ),
    (
        tuple("today yesterday tomorrow tonight overnight this last earlier later that".split()),
        (relative.deictic,),
    ),
    (("earlier", "later", "early", "late"), (parts.earlier_or_later,)),
    (
        tuple(
            "soon shortly moment moments seconds immediately right just only very not long straight directly".split()
        ),
        (relative.soon,),
    ),
    (("the",), _THE),
    (tuple("first second third fourth final q latter h".split()), (periods.quarter, periods.half_year)),
    (
        ("first", "second", "third", "fourth", "fifth", "last", "latter"),
        (weekdays.nth_weekday, parts.share_of_month),
    ),
    (("fiscal", "financial", "fy"), (periods.fiscal_year,)),
    (tuple(words.DECADES), (periods.decade,)),
    (tuple(name.split()[0] for name in words.ORDINALS if "-" not in name), (periods.century, absolute.day_first)),
    (tuple(name.replace("'", " ").replace(".", " ").split()[0] for name in HOLIDAYS), (absolute.holiday,)),
    (("a", "an", "every", "each", "per", *words.SETS), (lengths.rhythm,)),
    (_COUNTS, (clocks.clock_time, relative.offset, lengths.length)),
    (
        tuple("days weeks months years decades hours minutes centuries".split()),
        (relative.offset, lengths.length),
    ),
    (("noon", "midday", "midnight"), (clocks.clock_time,)),
    (("dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall"), (clocks.daybreak,)),
    (("in", "that"), (clocks.said_part,)),
    (("half", "quarter", "twenty", "ten", "five"), (clocks.clock_time,)),
    (
        (*words.REFERENCES, "more", "most", "very", "until", "only"),
        (lengths.reference,),
    ),
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
    lengths.length,
)
"""The rules to try at a number in digits; of readings of equal length the first wins, here as everywhere."""


def _starters() -> dict[str, tuple[Parser, ...]]:
    table: dict[str, list[Parser]] = {}
    for names, parsers in _TABLE:
        for name in names:
            known = table.setdefault(name, [])
            known.extend(parser for parser in parsers if parser not in known)
    return {name: tuple(parsers) for name, parsers in table.items()}


STARTERS = _starters()
"""The rules to try at a word in lower case."""
