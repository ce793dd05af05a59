"""Units of time: their codes, lengths and places in the calendar."""

from datetime import date

from index.claims.events import time_words as words
from index.claims.events.calendars import (
    Interval,
    day_interval,
    months_interval,
    moved_days,
    moved_months,
    quarter_interval,
    week_interval,
    weekend_interval,
    years_interval,
)
from index.records import Precision

PRECISION = {
    "S": Precision.TIME, "MIN": Precision.TIME, "H": Precision.TIME, "D": Precision.DAY, "W": Precision.WEEK,
    "FN": Precision.PERIOD, "WE": Precision.PERIOD, "M": Precision.MONTH, "Q": Precision.QUARTER,
    "H6": Precision.PERIOD, "Y": Precision.YEAR, "DE": Precision.DECADE, "CE": Precision.CENTURY,
    "MI": Precision.PERIOD,
}  # fmt: skip
"""How exactly a time in this unit is known."""


def unit_code(name: str) -> str:
    """Return the code of a unit's name in singular or plural."""
    folded = name.casefold()
    return words.UNITS.get(folded) or words.UNITS[folded.rstrip("s")]


def moved(day: date, code: str, count: float) -> date | None:
    """Return the day ``count`` units later; fractions of years and months are counted in months and days."""
    if code in ("Y", "DE", "CE", "MI", "M", "Q", "H6"):
        months = count * {"Y": 12, "DE": 120, "CE": 1200, "MI": 12000, "M": 1, "Q": 3, "H6": 6}[code]
        return moved_months(day, round(months)) if abs(months) < 120_000 else None
    days = count * {"D": 1, "W": 7, "WE": 7, "FN": 14}.get(code, 0)
    return moved_days(day, round(days)) if abs(days) < 3_700_000 else None


def containing(day: date, code: str) -> tuple[Interval, str]:
    """Return the unit of the calendar that holds ``day``, with its TIMEX3 value."""
    year, week, _ = day.isocalendar()
    readings = {
        "W": (week_interval(day), f"{year}-W{week:02}"),
        "FN": (week_interval(day), f"{year}-W{week:02}"),
        "WE": (weekend_interval(day), f"{year}-W{week:02}-WE"),
        "M": (months_interval(day.year, day.month), f"{day.year:04}-{day.month:02}"),
        "Q": (quarter_interval(day.year, (day.month + 2) // 3), f"{day.year:04}-Q{(day.month + 2) // 3}"),
        "Y": (years_interval(day.year), f"{day.year:04}"),
        "DE": (years_interval(day.year - day.year % 10, 10), f"{day.year // 10:03}"),
        "CE": (years_interval(day.year - (day.year - 1) % 100, 100), f"{(day.year - 1) // 100:02}"),
    }
    return readings.get(code, (day_interval(day), day.isoformat()))


def duration_value(count: float | None, code: str) -> str:
    """Return the TIMEX3 value of a length of time; ``X`` where the number is vague."""
    number = "X" if count is None else f"{count:g}"
    if code in ("S", "MIN", "H"):
        return f"PT{number}{code[0]}"
    factor, letter = {"FN": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "MI": (1000, "Y"), "H6": (6, "M")}.get(
        code, (1, code)
    )
    if count is None:
        return f"PX{'Y' if code in ('DE', 'CE') else letter}"
    return f"P{count * factor:g}{letter}"
