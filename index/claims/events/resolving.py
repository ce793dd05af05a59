"""The year of a month without one, and the date of a weekday: by the anchor, else by what the text states."""

from datetime import date

from index.claims.events import rules
from index.claims.events.calendars import OPEN, Interval, day_interval, known_day, months_interval, moved_days
from index.claims.events.scene import Scene
from index.claims.events.tenses import Tense, tense_at
from index.records import Precision

_PARAGRAPH = 300
"""How far before a month, in characters, the full date may stand that gives it its year."""
AGAINST_TENSE = 3
"""How much nearer a date against the tense must be: a verb is easily misread, a date a year off is seldom meant."""
AGAINST_SURE_TENSE = 200
"""The same where the verb is beyond doubt: only the slip of a day, by a time zone, is nearer then."""


def year_of(scene: Scene, month: int, day: int | None, place: tuple[int, int]) -> tuple[int | None, rules.TimeRule]:
    """Return the year meant by a month (and day) that stands without one, and the rule that says so.

    With an anchor the nearest year is taken, by the tense (``year-by-anchor``). Without one: the year that the text
    always gives to this month (``year-by-same-month``), else the year nearest to the full date last named in the
    paragraph (``year-by-paragraph``), else none (``year-open``). Dates of the story's past do not count.
    """
    if scene.anchor is not None and scene.context.precision in (Precision.DAY, Precision.MONTH):
        return _by_anchor(scene.anchor, month, day, tense_at(scene.text, *place)), rules.YEAR_BY_ANCHOR
    same = {year for year, stated in scene.context.stated if stated == month}
    if len(same) == 1:
        return next(iter(same)), rules.YEAR_BY_SAME_MONTH
    if not same:
        for _, reading in reversed(scene.found):
            if place[0] - reading.end > _PARAGRAPH or "\n" in scene.text[reading.end : place[0]]:
                break
            first = reading.interval.first
            stated = first is not None and (first.year, first.month) in scene.context.stated
            if reading.given and first is not None and stated and reading.precision in (Precision.DAY, Precision.MONTH):
                return _nearest(first, month, day), rules.YEAR_BY_PARAGRAPH
    return None, rules.YEAR_OPEN


def _by_anchor(anchor: date, month: int, day: int | None, tense: Tense) -> int | None:
    """Return the year that puts the month nearest to the anchor; against the tense it must be much nearer."""
    sure = tense in (Tense.SURELY_PAST, Tense.SURELY_FUTURE)
    best: tuple[int, int] | None = None
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        interval = _interval(year, month, day)
        if interval.first is None or interval.last is None:
            continue
        ahead, behind = (interval.first - anchor).days, (anchor - interval.last).days
        distance = max(ahead, behind, 0)
        if (tense.is_past and ahead > 0) or (tense.is_future and behind > 0):
            distance *= AGAINST_SURE_TENSE if sure else AGAINST_TENSE
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else None


def _nearest(reference: date, month: int, day: int | None) -> int | None:
    return _by_anchor(reference, month, day, Tense.NONE)


def _interval(year: int, month: int, day: int | None) -> Interval:
    if day is None:
        return months_interval(year, month)
    known = known_day(year, month, day)
    return day_interval(known) if known else OPEN


def two_digit_year(written: int, anchor: date | None) -> int:
    """Return the year meant by ``'98`` or ``12``: this century's up to ten years after the anchor, else the last's."""
    limit = anchor.year + 10 if anchor else 2050
    return 2000 + written if 2000 + written <= limit else 1900 + written


def weekday_date(anchor: date, weekday: int, tense: Tense, which: str = "") -> date | None:
    """Return the day meant by a weekday's name in a text of ``anchor``.

    ``last`` is the one before the anchor, but not the day before it, which would be called yesterday; ``next`` is the
    one after it; without either the one on or before the anchor, or on or after it in a sentence about the future.
    """
    back = (anchor.weekday() - weekday) % 7
    if which == "last":
        return moved_days(anchor, -(back if back > 1 else back + 7))
    if which == "next":
        return moved_days(anchor, (7 - back) % 7 or 7)
    return moved_days(anchor, (7 - back) % 7 if tense.is_future else -back)
