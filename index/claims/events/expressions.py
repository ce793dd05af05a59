"""What the finder of times returns, and what it may know beforehand."""

from dataclasses import dataclass
from enum import StrEnum

from index.claims.events.rules import TimeRule
from index.records import Precision, Span


class TimeKind(StrEnum):
    """What sort of time an expression is: the four types of TimeML's TIMEX3, words such as ``now`` or ``recently``,
    and relations to a happening without a length (``shortly after``), which TIMEX3 does not annotate.
    """

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    REFERENCE = "reference"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in a text.

    ``value`` is the TIMEX3 value (ISO 8601 with TimeML's additions, ``X`` for what is not known). ``start`` and ``end``
    are ISO dates of the first and last day, None where open or not known. ``dated`` is whether the expression names a
    place in time, known or not (``last Friday``), and not a length, a rhythm or a vague ``recently``.
    ``given`` is whether the words themselves state the year. ``start_time``, ``end_time`` and ``inferred`` are those of
    ``When``.
    """

    span: Span
    raw: str
    kind: TimeKind
    value: str
    start: str | None
    end: str | None
    precision: Precision
    rule: TimeRule
    dated: bool = True
    given: bool = False
    start_time: str | None = None
    end_time: str | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What else is known when times are resolved.

    ``precision`` is how exactly the anchor is known: with a month only, weekdays and ``yesterday`` stay open, years do
    not. ``stated`` are the (year, month) pairs that the text states in full, by which a month without a year may be
    placed where the anchor is missing. ``latest`` is the latest year that the text names.
    """

    precision: Precision = Precision.DAY
    stated: tuple[tuple[int, int], ...] = ()
    latest: int | None = None
