"""All claims of a document: every kind found, attributed to its speaker, and told once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from index.claims.speakers import can_speak, full_name, full_names
from index.language.names import document_names
from index.records import (
    Attribution,
    Claim,
    ClaimKind,
    Document,
    Event,
    Figure,
    Span,
    ZoneKind,
)

REPEATING_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.SUMMARY, ZoneKind.HEADING})
"""Zones that say again what the body says."""


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Return the claims of ``document`` in order of place.

    A figure, event or prediction inside somebody's words carries that speaker and origin. A headline, summary or
    heading that repeats the body makes no second claim. Every claim comes with what stands around it.
    """
    from index.claims.events import find_events
    from index.claims.figures import find_figures
    from index.claims.predictions import find_predictions
    from index.claims.quotations import find_attributions, find_quotations
    from index.claims.surroundings import add_surroundings

    names = document_names(document)
    attributions = find_attributions(document)
    found: list[Claim] = [*find_figures(document), *find_events(document), *find_predictions(document)]
    claims = [attributed(claim, attributions) for claim in found] + find_quotations(document, attributions)
    known = full_names(names)
    spoken = [by_full_name(claim, known) for claim in claims]
    ordered = sorted(told_once(spoken), key=lambda claim: (claim.span, claim.kind))
    return tuple(add_surroundings(document, ordered, names))


def by_full_name(claim: Claim, known: Mapping[str, str]) -> Claim:
    """Return the claim with the full name that the document knows for a speaker given by the last name only."""
    if claim.speaker is None or (full := full_name(claim.speaker, known)) == claim.speaker:
        return claim
    return replace(claim, speaker=full)


def attributed(claim: Claim, attributions: list[Attribution]) -> Claim:
    """Return the claim with the speaker, cue and origin of the words it stands in, unless it has a speaker.

    What cannot speak ("net income") is no speaker.
    """
    from index.claims.quotations import attribution_at, step_of

    if claim.speaker is not None or (source := attribution_at(attributions, _place(claim))) is None:
        return claim
    if source.speaker is not None and not can_speak(source.speaker):
        return claim
    cue = claim.cue if claim.cue is not None else source.cue
    return replace(
        claim,
        speaker=source.speaker,
        speaker_how=source.speaker_how,
        origin=source.origin,
        cue=cue,
        derivation=(*claim.derivation, step_of(source)),
    )


def _place(claim: Claim) -> Span:
    """Return the words that must lie in somebody's speech: the cue of a prediction, whose surface is the sentence."""
    at = claim.surface.find(claim.cue) if claim.kind is ClaimKind.PREDICTION and claim.cue else -1
    if at < 0:
        return claim.span
    return Span(claim.span.start + at, claim.span.start + at + len(claim.cue or ""))


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
