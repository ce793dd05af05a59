"""Days with a name, and how each is found in a year."""

from dataclasses import dataclass
from datetime import date, timedelta

from index.claims.events.calendars import easter, nth_weekday_of
from index.claims.events.time_words import WEEKDAYS
from index.english import rows


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name: a fixed day of ``month``, its ``nth`` ``weekday``, or Easter; then ``plus`` days on."""

    names: tuple[str, ...]
    month: int = 0
    day: int = 0
    weekday: str = ""
    nth: int = 0
    easter: bool = False
    plus: int = 0

    def of(self, year: int) -> date:
        """Return the day in ``year``."""
        if self.easter:
            day = easter(year)
        elif self.weekday:
            day = nth_weekday_of(year, self.month, WEEKDAYS[self.weekday], self.nth)
        else:
            day = date(year, self.month, self.day)
        return day + timedelta(days=self.plus)


HOLIDAYS = {name: holiday for holiday in rows("holidays", Holiday, unique="names") for name in holiday.names}
"""The days by name, in lower case with straight apostrophes."""
