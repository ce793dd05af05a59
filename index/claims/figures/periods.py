"""The time a figure holds for: ``in January``, ``this week``, ``in 2024`` beside the number or opening the sentence."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from index.claims.figures.amounts import Amount
from index.language.units import TIME_UNITS
from index.records import Document, When

if TYPE_CHECKING:
    from datetime import date

    from index.claims.events import TimeContext, TimeExpression

_REACH = 70
"""How many characters may lie between a figure and its time; an opening time holds for the whole sentence."""
_OPENING = 14
_NOT_THE_PERIOD = re.compile(
    r"\b(?:compared\s(?:with|to)|than(?:\sin)?|from|since|after|before|until|till|versus|against|born|founded|"
    r"established|launched)\s(?:in\s|on\s|the\s|its\s|a\s)*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[;:]|[.!?]\s")


class Periods:
    """Finds the times that the figures of one document hold for."""

    def __init__(self, document: Document) -> None:
        # Imported here because most documents have figures, but not every reader of amounts needs times.
        from index.claims.events import TimeContext as Context
        from index.claims.events import find_times, published_day, stated_context

        self._find = find_times
        self.text = document.text
        self.anchor: date | None
        self.anchor, precision = published_day(document.metadata)
        self.context: TimeContext = (
            Context(precision) if self.anchor else stated_context(document.text, precision=precision)
        )

    def of(self, start: int, stop: int, amounts: list[Amount]) -> list[When | None]:
        """Return for each amount of the sentence ``text[start:stop]`` the time it holds for, or None.

        Spans of time and ages have none: what stands beside them dates the happening, not the length.
        """
        times = [time for time in self._find(self.text, start, stop, self.anchor, self.context) if time.dated]
        usable = [time for time in times if not self._is_baseline(start, time)]
        if not usable:
            return [None] * len(amounts)
        places = [time.span.start for time in usable]
        opening = usable[0] if usable[0].span.start - start <= _OPENING else None
        found: list[When | None] = []
        for index, amount in enumerate(amounts):
            if amount.unit in TIME_UNITS:
                found.append(None)
                continue
            floor = amounts[index - 1].end if index else start
            ceiling = amounts[index + 1].start if index + 1 < len(amounts) else stop
            position = bisect_left(places, amount.end)
            after = usable[position] if position < len(usable) else None
            before = usable[position - 1] if position else None
            if after and after.span.end <= ceiling and self._near(amount.end, after.span.start, amount, after):
                found.append(_when(after))
            elif before and before.span.start >= floor and self._near(before.span.end, amount.start, amount, before):
                found.append(_when(before))
            else:
                found.append(_when(opening) if opening and opening.span.end <= amount.start else None)
        return found

    def _is_baseline(self, start: int, time: "TimeExpression") -> bool:
        """Return whether the time is what the figure is compared with, or the edge of an open period."""
        lead = max(start, time.span.start - 24)
        return _NOT_THE_PERIOD.search(self.text, lead, time.span.start) is not None

    def _near(self, end: int, start: int, amount: Amount, time: "TimeExpression") -> bool:
        """Return whether the time is close to the amount and no part of what is counted (``born in 1995``)."""
        if not 0 <= start - end <= _REACH or _CLOSES.search(self.text, end, start):
            return False
        return not (amount.subject and time.raw in amount.subject)


def _when(time: "TimeExpression") -> When:
    return When(time.raw, time.start, time.end, time.precision)
