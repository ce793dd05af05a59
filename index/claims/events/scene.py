"""What a rule of times works on: the text, the anchor, what was found before, and the tense around a place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from index.claims.events.calendars import OPEN, Interval
from index.claims.events.expressions import TimeContext, TimeKind
from index.claims.events.rules import TimeRule
from index.records import Precision

_REACH = 260
_STORY_REACH = 600
"""How far back, in characters, a day may be named in an earlier paragraph that a later one still tells of."""
DAY_OF_STORY = "the day named before it"
"""Why a day is taken from an earlier paragraph."""


class Reading(NamedTuple):
    """What a rule read: where it ends, and the fields of the expression to be."""

    end: int
    kind: TimeKind
    value: str
    interval: Interval
    precision: Precision
    rule: TimeRule
    dated: bool = True
    given: bool = False
    clock: tuple[str, str] | None = None
    """The times of day at which it begins and ends."""
    inferred: str | None = None
    """Why a day is taken for its own that the words beside it do not name."""
    start: int = -1
    """Where the expression begins, when that is before the word the rule began at; -1 for that word."""


Parser = Callable[["Scene", int], "Reading | None"]


@dataclass(slots=True)
class Scene:
    """One pass over a text; ``found`` are the readings so far, with their places, in order."""

    text: str
    stop: int
    anchor: date | None
    context: TimeContext
    read: Parser
    """Reads any expression at a place, so that rules can be put together."""
    found: list[tuple[int, Reading]] = field(default_factory=list)
    depth: int = 0
    """How many rules are reading for another rule; bounded, so that no text makes them go deep."""

    @property
    def day(self) -> date | None:
        """The anchor, where it is known to the day."""
        return self.anchor if self.context.precision is Precision.DAY else None

    def word_before(self, at: int) -> str:
        """Return the word before ``at`` in lower case, empty at the start, after a line's end or a mark that parts."""
        match = _WORD_BEFORE.search(self.text, max(0, at - 40), at)
        return match[1].lower() if match else ""

    def earlier(self, at: int, *precisions: Precision) -> Interval | None:
        """Return the resolved date of one of ``precisions`` last named before ``at`` in the same paragraph, if near."""
        for place, reading in reversed(self.found):
            if at - reading.end > _REACH or "\n" in self.text[reading.end : at]:
                return None
            if reading.precision is Precision.TIME and reading.interval == OPEN:
                continue
            if reading.precision in precisions and reading.dated and place < at:
                return reading.interval if reading.interval != OPEN else None
        return None

    def day_of_story(self, at: int) -> Interval | None:
        """Return the day last named before ``at``, in an earlier paragraph too; what is told of it is inferred."""
        for place, reading in reversed(self.found):
            if at - reading.end > _STORY_REACH:
                return None
            first = reading.interval.first
            told = reading.dated and reading.precision in (Precision.DAY, Precision.TIME) and place < at
            if told and first is not None and first == reading.interval.last:
                return reading.interval
        return None

    def earlier_clock(self, at: int) -> "Reading | None":
        """Return the time of day last named before ``at`` in the same paragraph, if near."""
        for place, reading in reversed(self.found):
            if at - reading.end > _REACH or "\n" in self.text[reading.end : at]:
                return None
            if reading.clock is not None and reading.clock[0] == reading.clock[1] and reading.dated and place < at:
                return reading
        return None


_WORD_BEFORE = re.compile(r"([^\W_]+)[’'\s(“\"‘–—-]*$")
WORD_AFTER = re.compile(r"[ \xa0-]([^\W\d_]+)")
"""The word straight behind a place."""
