"""Quotations and reports as claims, and the attribution that covers a place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.annotation import quoted_stretches
from index.claims.building import make_claim, sentence_at
from index.claims.quotations.attributing import find_attributions
from index.claims.quotations.covering import OWN, cue_of, step_of
from index.claims.quotations.rules import BOOK
from index.claims.quotations.voices import is_voice
from index.claims.speakers import can_speak
from index.english import words as listed
from index.records import Attribution, Document, Quotation, Sentence, Span, ZoneKind

_WORD = re.compile(r"\w+")
_MARKS = "“”\"„«»‘’‚'`「」‹› "
_NEARBY = 100
"""Earlier quotations with which a later one is compared."""
_REPEAT_WORDS = 6
"""Words from which on the same wording is a repeat of one quotation and not a coincidence."""


def find_quotations(document: Document, attributions: Sequence[Attribution] | None = None) -> list[Quotation]:
    """Return the quotations and reports of an article, in order; a quotation printed twice counts once.

    ``attributions`` are the document's own, where they were found already.

    What somebody only thinks, wants or judges is left out unless its words are quoted. ``content`` is the content's
    words without the quotation marks around the whole.
    """
    attributions = find_attributions(document) if attributions is None else attributions
    claims: list[Quotation] = []
    seen: list[tuple[str, str | None]] = []
    covered = Span(-1, -1)
    for attribution, sentence in _body_first(document, list(_joined(document, attributions))):
        content = attribution.content
        if not _is_quotation(document, attribution) or (covered.start <= content.start and content.end <= covered.end):
            continue
        folded = _folded(document.slice(content))
        if _is_repeat(folded, attribution.speaker if sentence.zone is ZoneKind.BODY else None, seen):
            continue
        seen.append((folded, attribution.speaker))
        covered = content
        claims.append(_claim(document, attribution, sentence))
    return sorted(claims, key=lambda claim: claim.span)


def _joined(document: Document, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions; the halves of one quoted sentence that its cue interrupts come as one.

    They are one sentence where the second half goes on in small letters: "“It rains,” she said, “and it blows.”".
    """
    held: Attribution | None = None
    for attribution in attributions:
        if held is not None and _goes_on(document, held, attribution):
            held = replace(held, content=Span(held.content.start, attribution.content.end))
            continue
        if held is not None:
            yield held
        held = attribution
    if held is not None:
        yield held


def _goes_on(document: Document, first: Attribution, second: Attribution) -> bool:
    if not BOOK[second.rule].second or first.cue_span != second.cue_span or first.direct is not True:
        return False
    return document.slice(second.content).lstrip(_MARKS)[:1].islower()


def _body_first(document: Document, attributions: Sequence[Attribution]) -> list[tuple[Attribution, Sentence]]:
    """Return the attributions with their sentences, those of titles, summaries and headings last: they say it again."""
    found = [(a, sentence_at(document, a.content.start)) for a in attributions]
    placed = [(a, sentence) for a, sentence in found if sentence is not None]
    return sorted(placed, key=lambda pair: pair[1].zone is not ZoneKind.BODY)


def _is_quotation(document: Document, attribution: Attribution) -> bool:
    words = len(document.slice(attribution.content).split())
    cue = cue_of(attribution)
    rule = BOOK[attribution.rule]
    if attribution.attitude:
        if cue is not None and cue.does("committing") and rule.promised:
            return attribution.speaker is not None and _is_infinitive(document.slice(attribution.content))
        spoken = cue is not None and (cue.does("judging aloud") or cue.groups & {"saying", "telling"})
        if cue is not None and cue.does("finding") and rule.clause:
            return _is_finding(document.slice(attribution.speaker_span)) if attribution.speaker_span else False
        return bool(spoken) and attribution.direct is not False and _quoted_words(document, attribution) > 2
    if _is_unsaid(document, attribution):
        return False
    source = document.slice(attribution.speaker_span) if attribution.speaker_span else ""
    if any(words and not is_voice(words) for words in (source, attribution.speaker)):
        return False
    if attribution.direct is not True and attribution.speaker is not None and not can_speak(attribution.speaker):
        return False
    if cue is not None and cue.does("showing") and not _names_someone(source):
        return False
    return words > 2 or (words > 1 and (cue is None or "judging" not in cue.groups))


def _is_unsaid(document: Document, attribution: Attribution) -> bool:
    """Return whether somebody did not say it, or nobody did: "did not say “…”", "nobody said that"."""
    cue = cue_of(attribution)
    words = (attribution.cue or "").casefold().split()
    negated = any(word in ("not", "never") or word.endswith(("n't", "n’t")) for word in words)
    if negated and cue is not None and cue.lemma not in ("deny", "doubt", "dispute"):
        return True
    place = attribution.speaker_span
    before = document.text[max(0, place.start - 4) : place.start] if place is not None else ""
    return before.casefold() == "nor " or (attribution.speaker or "").casefold().startswith(
        ("nobody", "no one", "none")
    )


def _is_infinitive(content: str) -> bool:
    """Return whether "to" opens what somebody promised to do, and not for whom: "promises to all"."""
    words = content.casefold().split()
    return len(words) > 2 and words[1] not in listed("determiners") and words[1] not in listed("for-whom")


def _is_finding(source: str) -> bool:
    """Return whether a source that "found" something is a named body or a study, and not the article's own argument."""
    words = source.casefold().split()
    return words[0] not in OWN and (_names_someone(source) or any(word in listed("works-of-record") for word in words))


def _names_someone(source: str) -> bool:
    """Return whether a source that "shows" something is a person or body, and no argument of the article's own."""
    words = source.split()
    capital = any(word[:1].isupper() for word in words[1:]) or (len(words) == 1 and source[:1].isupper())
    return capital and words[0].casefold() not in OWN


def _quoted_words(document: Document, attribution: Attribution) -> int:
    quoted = quoted_stretches(document.text, attribution.content)
    return max((len(document.slice(stretch.inner).split()) for stretch in quoted), default=0)


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _is_repeat(folded: str, speaker: str | None, seen: Sequence[tuple[str, str | None]]) -> bool:
    """Return whether the words were printed before; of two speakers, each said them."""
    if len(folded.split()) < _REPEAT_WORDS:
        return False
    return any(
        folded in earlier and (speaker is None or who is None or who == speaker) for earlier, who in seen[-_NEARBY:]
    )


def _claim(document: Document, attribution: Attribution, sentence: Sentence) -> Quotation:
    words = document.slice(attribution.content)
    cue = attribution.cue_span
    if cue is not None and attribution.content.start < cue.start < attribution.content.end:
        halves = quoted_stretches(document.text, attribution.content)
        words = " ".join(document.slice(half.inner).strip() for half in halves)
    return make_claim(
        document,
        sentence,
        attribution.content,
        Quotation,
        attribution.rule,
        derivation=(step_of(attribution),),
        speaker=attribution.speaker,
        speaker_how=attribution.speaker_how,
        speaker_roles=attribution.roles,
        origin=attribution.origin,
        cue=attribution.cue,
        content=words.strip(_MARKS) if attribution.direct else words,
        direct=attribution.direct,
    )
