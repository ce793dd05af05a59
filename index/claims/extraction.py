"""All claims of a document: every kind found, assembled, and told once."""

from collections.abc import Iterable

from index.annotation import annotate
from index.claims.measures import measure_of
from index.claims.wire import agency_of, with_agency
from index.language import STOP_WORDS, tokenize
from index.records import Claim, Document, Event, Figure, Outcome, ZoneKind

REPEATING_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.SUMMARY, ZoneKind.HEADING})
"""Zones that say again what the body says."""


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Return the claims of ``document`` in order of place.

    A figure, event or prediction inside somebody's words carries that speaker and origin. A headline, summary or
    heading that repeats the body makes no second claim. Every claim comes with how it is meant and what stands around
    it.
    """
    from index.claims.assembling import assemble
    from index.claims.events import find_events
    from index.claims.figures import find_figures
    from index.claims.outcomes import find_outcomes
    from index.claims.predictions import find_predictions, with_foretold
    from index.claims.quotations import find_attributions, find_quotations
    from index.claims.surroundings import add_surroundings

    annotation = annotate(document)
    attributions = find_attributions(document)
    found: list[Claim] = [*find_figures(document), *find_events(document)]
    found += with_foretold(find_predictions(document), found)
    found += [*find_outcomes(document), *find_quotations(document, attributions)]
    assembled = with_agency(assemble(document, found, attributions, annotation), agency_of(document))
    ordered = sorted(told_once(assembled), key=lambda claim: (claim.span, claim.kind))
    return tuple(add_surroundings(document, ordered, annotation))


def told_once(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims without those of a title, summary or heading that repeat the body's, and without doubles.

    A figure repeats another of the same value only where both may count the same: "seven dead" does not repeat "seven
    carriages".
    """
    unique = {claim.id: claim for claim in claims}
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in unique.values():
        if claim.zone not in REPEATING_ZONES:
            told.setdefault(_meaning(claim), []).append(claim)
    kept = []
    for claim in unique.values():
        if claim.zone in REPEATING_ZONES:
            before = told.setdefault(_meaning(claim), [])
            if any(_tell_the_same(claim, one) for one in before):
                continue
            before.append(claim)
        kept.append(claim)
    return kept


def _tell_the_same(a: Claim, b: Claim) -> bool:
    """Return whether two claims of one value or time may be of the same thing: by what they count, or what happened."""
    if isinstance(a, Event) and isinstance(b, Event) and a.subject and b.subject:
        return not _stems(a.subject).isdisjoint(_stems(b.subject))
    if not (isinstance(a, Figure) and isinstance(b, Figure)) or not (a.quantity.subject and b.quantity.subject):
        return True
    measures = measure_of(a), measure_of(b)
    if None not in measures:
        return measures[0] == measures[1]
    return not _stems(a.quantity.subject).isdisjoint(_stems(b.quantity.subject))


def _stems(words: str) -> set[str]:
    return {token.stem for token in tokenize(words) if token.form not in STOP_WORDS}


def _meaning(claim: Claim) -> tuple[object, ...]:
    """Return what two claims of one article share when the one may repeat the other: the value, the time, the words."""
    if isinstance(claim, Figure):
        quantity = claim.quantity
        return (claim.kind, quantity.low, quantity.high, quantity.unit)
    if isinstance(claim, Event) and claim.when.start is not None:
        return (claim.kind, claim.when.first, claim.when.last)
    if isinstance(claim, Outcome):
        return (claim.kind, claim.value, claim.subject.casefold().removeprefix("the "))
    return (claim.kind, " ".join(claim.surface.casefold().split()))
