"""Whose words a place stands in: of the attributions that cover it, the one that gives the speaker."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from index.claims.quotations.cues import Cue, cue_forms
from index.claims.quotations.rules import BOOK
from index.claims.speakers import can_speak
from index.records import Attribution, Span, Step

_NEARBY = 100
OWN = frozenset("this that these those our we i it he she they".split())
"""First words of sources that are no body and no study: the article's own findings, or a person's."""


def attribution_at(attributions: Sequence[Attribution], span: Span) -> Attribution | None:
    """Return the attribution with the smallest content that covers ``span``, or None.

    What is said comes before what is only thought or wanted, and a known speaker before an unknown one: in "the firm
    said it expects a rise of 5%" the figure is the firm's. What somebody merely judges ("criticised the 2023 law") does
    not make the words his, and is passed over, and so is what cannot speak ("net income"). Those who report what the
    speaker says stand behind the sources named with him, in ``origin``.
    ``attributions`` are in order of their content, as :func:`find_attributions` returns them. Of those that begin
    before the span only the nearest hundred are looked at.
    """
    last = bisect_right(attributions, span.start, key=lambda attribution: attribution.content.start)
    near = attributions[max(0, last - _NEARBY) : last]
    covering = [a for a in near if span.end <= a.content.end and not _is_without_voice(a)]
    chosen = min(covering, key=_remoteness, default=None)
    if chosen is None:
        return None
    inner = _somebody_else(covering, chosen)
    return inner if inner is not None else _with_reporters(chosen, covering)


def step_of(attribution: Attribution) -> Step:
    """Return the step by which a claim gets its speaker: the rule, and the cue or the words themselves."""
    return Step(attribution.rule, attribution.cue_span or attribution.content)


def cue_of(attribution: Attribution) -> Cue | None:
    """Return the verb of an attribution's cue."""
    forms = cue_forms()
    words = reversed((attribution.cue or "").casefold().split())
    return next((forms[word] for word in words if word in forms), None)


def _is_without_voice(attribution: Attribution) -> bool:
    """Return whether nobody but the author says the content: it is only judged, "this shows" it, or no one speaks."""
    cue = cue_of(attribution)
    if cue is not None and cue.does("showing", "finding"):
        own = (attribution.speaker or "").split(" ", 1)[0].casefold() in OWN
        return own or attribution.speaker_how == "pronoun"
    if attribution.speaker is not None and not can_speak(attribution.speaker):
        return True
    judged = attribution.attitude and BOOK[attribution.rule].judged
    aloud = cue is not None and cue.does("judging aloud") and attribution.direct is not False
    return judged and not aloud


def _remoteness(attribution: Attribution) -> tuple[bool, bool, int, int]:
    """Order attributions of one place: reports first, then known speakers, then the innermost."""
    content = attribution.content
    return attribution.attitude, attribution.speaker is None, content.end - content.start, content.start


def _somebody_else(covering: Sequence[Attribution], chosen: Attribution) -> Attribution | None:
    """Return a report of somebody unknown inside the direct words of the speaker chosen: "he said" is not himself."""
    if chosen.direct is not True:
        return None
    inside = [
        a
        for a in covering
        if a.speaker is None
        and a.speaker_how == "pronoun"
        and not a.attitude
        and chosen.content.start <= a.content.start
        and a.content.end <= chosen.content.end
        and a.content != chosen.content
    ]
    return min(inside, key=_remoteness, default=None)


def _with_reporters(chosen: Attribution, covering: Sequence[Attribution]) -> Attribution:
    """Return an attribution with those who report it behind its own sources: "Yonhap reported that police said"."""
    reporters = [
        a.speaker
        for a in covering
        if a is not chosen
        and a.speaker is not None
        and a.speaker != chosen.speaker
        and not a.attitude
        and chosen.speaker is not None
        and a.content.start <= chosen.content.start
        and chosen.content.end <= a.content.end
    ]
    return replace(chosen, origin=tuple(dict.fromkeys((*chosen.origin, *reporters)))) if reporters else chosen
