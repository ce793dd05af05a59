"""What every claim is given once it is found: its speaker, and how the words around it are meant.

Each question has one answer here, for all kinds of claims.
"""

from collections.abc import Iterable
from dataclasses import replace

from index.annotation import Annotation
from index.claims.figures import maker_of
from index.claims.measured import Measures
from index.claims.periods import Periods
from index.claims.phrasing import Measured
from index.claims.predictions import with_subject_as_speaker
from index.claims.quotations import attribution_at, step_of
from index.records import Attribution, Claim, ClaimKind, Document, Figure, Meant, Prediction, Quotation, Span


def assemble(
    document: Document, claims: Iterable[Claim], attributions: list[Attribution], annotation: Annotation
) -> list[Claim]:
    """Return the claims with their speakers and with how they are meant."""
    claims = _measured(claims, annotation, document)
    return [_meant(_spoken(claim, attributions), annotation) for claim in claims]


def _measured(claims: Iterable[Claim], annotation: Annotation, document: Document) -> list[Claim]:
    """Return the claims, the figures among them with what they measure, whose it is and when it holds."""
    others: list[Claim] = []
    sentences: dict[Span, list[Figure]] = {}
    for claim in claims:
        if isinstance(claim, Figure):
            sentences.setdefault(claim.sentence, []).append(claim)
        else:
            others.append(claim)
    periods = Periods(document) if sentences else None
    made: list[Claim] = []
    for figures in sentences.values():
        sentence = annotation.sentence_at(figures[0].span.start)
        if sentence is None or periods is None:
            made += figures
            continue
        about = _about(Measures(document.text, sentence), figures)
        for figure, measured, when in zip(figures, about, periods.of(sentence, figures, about), strict=True):
            of = measured.of if measured.of != measured.subject else None
            quantity = replace(figure.quantity, subject=measured.subject, of=of, period=when)
            dated = when is not None and (when.first is not None or when.last is not None)
            made.append(replace(figure, quantity=quantity, when=when if dated else None))
    return made + others


def _about(measures: Measures, figures: Iterable[Figure]) -> list[Measured]:
    found: list[Measured] = []
    before: tuple[Figure, Measured] | None = None
    for figure in figures:
        measured = measures.of(figure, before)
        if figure.quantity.subject is not None:
            measured = replace(measured, subject=figure.quantity.subject)
        maker = maker_of(figure)
        if maker is not None and maker.left_out and measured.subject is not None:
            measured = replace(measured, subject=f"{measured.subject} left out")
        found.append(measured)
        before = figure, measured
    return found


def place_of(claim: Claim) -> Span:
    """Return the words by which a claim is placed: the cue of a prediction, whose surface is the sentence."""
    at = claim.surface.find(claim.cue) if claim.kind is ClaimKind.PREDICTION and claim.cue else -1
    if at < 0:
        return claim.span
    return Span(claim.span.start + at, claim.span.start + at + len(claim.cue or ""))


def _meant(claim: Claim, annotation: Annotation) -> Claim:
    """Return the claim with how the clause that holds it is meant.

    What makes the value itself ("no survivors") negates it no second time. Of a quotation it is told whether it was
    denied; what its words say for themselves is theirs.
    """
    place = place_of(claim)
    meaning = annotation.meaning_at(place)
    meant = meaning.meant
    if meaning.cue is not None and place.start <= meaning.cue.start < place.end and isinstance(claim, Figure):
        meant = Meant.ASSERTED
    if isinstance(claim, Quotation) and (claim.direct is not False or meant is not Meant.DENIED):
        meant = Meant.ASSERTED
    return claim if meant is claim.meant else replace(claim, meant=meant)


def _spoken(claim: Claim, attributions: list[Attribution]) -> Claim:
    """Return the claim with its speaker: whose words it stands in, else who promises or proposes what it foretells."""
    attributed = _attributed(claim, attributions)
    return with_subject_as_speaker(attributed) if isinstance(attributed, Prediction) else attributed


def _attributed(claim: Claim, attributions: list[Attribution]) -> Claim:
    """Return the claim with the speaker, cue and origin of the words it stands in, unless it has a speaker.

    What cannot speak ("net income") is no speaker.
    """
    if claim.kind is ClaimKind.QUOTATION or claim.speaker is not None:
        return claim
    source = attribution_at(attributions, place_of(claim))
    if source is None:
        return claim
    return replace(
        claim,
        speaker=source.speaker,
        speaker_how=source.speaker_how,
        speaker_roles=source.roles,
        origin=source.origin,
        cue=claim.cue if claim.cue is not None else source.cue,
        derivation=(*claim.derivation, step_of(source)),
    )
