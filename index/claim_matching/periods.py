"""For which time a figure holds, and which sentences speak of another year than that of their document."""

from collections.abc import Iterable, Sequence
from datetime import date

from index.records import (
    Claim,
    Event,
)

LONG_PAST = 300
"""Days between the end of a time and the writing of a text from which on the text tells of something else."""
_LONG = 27
"""Days of a time from which on something is counted over it."""
_NEWS = 12
"""Days from the day of writing within which somebody gives the figure that the text reports."""


def past_years(claims: Sequence[Claim], published: str | None) -> dict[int, str]:
    """Return the year of each sentence, by its start, that names a year before the document's own, and only that one.

    ``published`` is an ISO date; without it the latest year that the document names is taken for its own.
    """
    years = _years(claims)
    own = published[:4] if published else max((year for found in years.values() for year in found), default=None)
    if own is None:
        return {}
    return {
        sentence: max(found)
        for sentence, found in years.items()
        if max(found) < own and not (int(own) - int(max(found)) == 1 and _turn_of_year(published))
    }


def is_past(period: tuple[str, str] | None, published: str | None) -> bool:
    """Return whether the time that a figure holds for ended in a year long past when its document was written."""
    return period is not None and published is not None and _days(period[1], published) > LONG_PAST


def is_scope(period: tuple[str, str], published: str | None) -> bool:
    """Return whether the time beside a figure is the one it holds for, and not the day on which somebody gave it.

    That day is near the day of writing; a month, a quarter or a year is a time to count over.
    """
    return _days(*period) >= _LONG or published is None or abs(_days(period[1], published)) > _NEWS


def _days(first: str, last: str) -> int:
    try:
        return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
    except ValueError:
        return 0


def _turn_of_year(published: str | None) -> bool:
    """Return whether a document was written in January, when the year before is hardly past."""
    return published is not None and published[5:7] == "01"


def _years(claims: Iterable[Claim]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for claim in claims:
        if isinstance(claim, Event) and claim.when.start and claim.when.end:
            found.setdefault(claim.sentence.start, set()).add(claim.when.end[:4])
    return found
