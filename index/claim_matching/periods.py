"""Which sentences speak of another year than the one in which their document was written."""

from collections.abc import Iterable, Sequence

from index.records import Claim, ClaimKind


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


def _turn_of_year(published: str | None) -> bool:
    """Tell whether a document was written in January, when the year before is hardly past."""
    return published is not None and published[5:7] == "01"


def _years(claims: Iterable[Claim]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for claim in claims:
        if claim.kind is ClaimKind.EVENT and claim.when is not None and claim.when.start and claim.when.end:
            found.setdefault(claim.sentence.start, set()).add(claim.when.end[:4])
    return found
