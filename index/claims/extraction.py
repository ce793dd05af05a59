"""All claims of a document: every kind found, assembled, and told once."""

from collections.abc import Iterable

from index.annotation import annotate
from index.claims.wire import agency_of, with_agency
from index.records import Claim, Document, Event, Figure, ZoneKind

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
    from index.claims.predictions import find_predictions
    from index.claims.quotations import find_attributions, find_quotations
    from index.claims.surroundings import add_surroundings

    annotation = annotate(document)
    names = [sentence.names for sentence in annotation.sentences]
    attributions = find_attributions(document)
    found: list[Claim] = [*find_figures(document), *find_events(document), *find_predictions(document)]
    found += find_quotations(document, attributions)
    assembled = with_agency(assemble(found, attributions, annotation, names), agency_of(document))
    ordered = sorted(told_once(assembled), key=lambda claim: (claim.span, claim.kind))
    return tuple(add_surroundings(document, ordered, names))


def told_once(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims without those of a title, summary or heading that repeat the body's, and without doubles."""
    unique = {claim.id: claim for claim in claims}
    body = {_meaning(claim) for claim in unique.values() if claim.zone not in REPEATING_ZONES}
    kept, seen = [], set()
    for claim in unique.values():
        if claim.zone in REPEATING_ZONES:
            meaning = _meaning(claim)
            if meaning in body or meaning in seen:
                continue
            seen.add(meaning)
        kept.append(claim)
    return kept


def _meaning(claim: Claim) -> tuple[object, ...]:
    """Return what makes two claims of one article the same: the value, the time, or the words."""
    if isinstance(claim, Figure):
        quantity = claim.quantity
        return (claim.kind, quantity.low, quantity.high, quantity.unit)
    if isinstance(claim, Event) and claim.when.start is not None:
        return (claim.kind, claim.when.first, claim.when.last)
    return (claim.kind, " ".join(claim.surface.casefold().split()))
