"""Dates that an article does not tell: the years of its days by the dates of its neighbours, and its own date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from index.records import Claim, Event, Metadata, Precision, When

FEWEST = 2
"""Dated neighbours that are needed before anything is taken from them."""
MONTH, YEAR = timedelta(days=31), timedelta(days=366)


class Estimate(NamedTuple):
    """A guessed date of publication (ISO), and the reason in words."""

    published: str
    reason: str


def place_by_neighbours(claims: Sequence[Claim], neighbours: Sequence[str]) -> tuple[Claim, ...]:
    """Return the claims of an article without a date with the years of their days by the dates of its neighbours.

    ``neighbours`` are the dates of publication (ISO) of articles on the same story. A day or month is placed where it
    comes out alike whether the article is as old as the oldest of them or as young as the youngest; each that is
    placed says so in ``inferred``. Weekdays, "yesterday" and "last month" stay open, and neighbours that lie more than
    a year apart tell nothing.
    """
    days = _days(tuple(neighbours))
    if len(days) < FEWEST or days[-1] - days[0] > YEAR:
        return tuple(claims)
    first, last = days[0], days[-1]
    return tuple(_placed(claim, (first, last), _told_by(days)) for claim in claims)


def _told_by(days: Sequence[date]) -> str:
    return f"other articles here are of {days[0]}" + (f" to {days[-1]}" if days[-1] != days[0] else "")


@lru_cache(maxsize=8)
def _days(published: tuple[str, ...]) -> tuple[date, ...]:
    """Return the dates that are known to the month at least, in order; kept, for all undated articles ask for them."""
    from index.claims.events import published_day

    found = (published_day(Metadata(published=one)) for one in published)
    return tuple(sorted(day for day, precision in found if day is not None and precision is not Precision.YEAR))


def _placed(claim: Claim, anchors: tuple[date, date], reason: str) -> Claim:
    if not isinstance(claim, Event) or claim.when.start is not None or claim.when.end is not None:
        return claim
    read = [_read(claim, anchor) for anchor in anchors]
    if read[0] is None or read[0] != read[1] or (read[0].start is None and read[0].end is None):
        return claim
    return replace(claim, when=replace(read[0], inferred=reason))


def _read(claim: Event, anchor: date) -> When | None:
    """Return the time of a claim as its sentence is read in an article of about the anchor's time."""
    # Imported here because most documents have a date, and opening a corpus must not wait for the rules of times.
    from index.claims.events import TimeContext, bound_of, find_times, when_of

    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    for time in find_times(claim.text, anchor=anchor, context=TimeContext(Precision.MONTH)):
        vague = time.rule.around_now and time.precision is not Precision.YEAR
        if time.span.start < end and start < time.span.end and not vague:
            return when_of(claim.surface, time, bound_of(claim.text[start : time.span.start]))
    return None


def estimate_published(claims: Sequence[Claim], neighbours: Sequence[str] = ()) -> Estimate | None:
    """Return when an article without a date was about published: on the latest day that its text tells of as past.

    ``claims`` are the article's. Where they name no such day in the latest year that they name at all, or one far from
    those of the neighbours, the middle of the neighbours' dates is taken. None where nothing tells. It is a guess: an
    article may tell of no recent day at all.
    """
    latest = _latest_day(claims)
    days = _days(tuple(neighbours)) if len(neighbours) >= FEWEST else ()
    if latest is not None and (not days or _is_near(date.fromisoformat(latest), days[0], days[-1])):
        return Estimate(latest, "the latest day that its text tells of")
    if not days:
        return None
    return Estimate(days[len(days) // 2].isoformat(), _told_by(days))


def _is_near(day: date, first: date, last: date) -> bool:
    """Return whether a day is at most a month before the first or after the last, also at the ends of the calendar."""
    return first.toordinal() - MONTH.days <= day.toordinal() <= last.toordinal() + MONTH.days


def _latest_day(claims: Sequence[Claim]) -> str | None:
    events = [claim for claim in claims if isinstance(claim, Event) and claim.when.start is not None]
    latest_year = max((claim.when.start[:4] for claim in events if claim.when.start), default="")
    days = (claim.when.start for claim in events if claim.when.precision is Precision.DAY and not _is_ahead(claim))
    latest = max((day for day in days if day), default="")
    return latest if latest and latest[:4] == latest_year else None


def _is_ahead(claim: Event) -> bool:
    from index.claims.events import tense_at

    start = claim.span.start - claim.sentence.start
    return tense_at(claim.text, start, start + len(claim.surface)).is_future
