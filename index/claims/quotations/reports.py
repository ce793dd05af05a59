"""Attributions made by a verb: "NAME said that ...", "..., said NAME", "NAME agreed to ...", "was reported by NAME"."""

from collections.abc import Iterator

from index.claims.quotations.clauses import clause_end, sentence_start, skip_setting
from index.claims.quotations.complements import complement
from index.claims.quotations.cues import cue_forms
from index.claims.quotations.drafts import Draft
from index.claims.quotations.phrases import Range, is_adverb, is_nominal, noun_phrase_end
from index.claims.quotations.rules import (
    AS_NAME_SAID,
    PASSIVE,
    RELATIVE_CLAUSE,
    SOURCE_AFTER_OPENING_CUE,
    QuotationRule,
)
from index.claims.quotations.subjects import subject_before
from index.claims.quotations.tokens import Tokens
from index.claims.quotations.trailing import trailing_reports
from index.claims.quotations.verbs import VerbGroup, through_auxiliaries, verb_group
from index.claims.speakers import can_speak
from index.english import words as listed

_EARLIER = 12
"""Attributions of the same sentence that a later one is compared with."""
_RECIPIENT = 6
"""Words for the person spoken to, at most."""
_FIRST_VERB = 30
"""Words from a sentence's start within which its first verb, and so its subject, is looked for."""


def verb_reports(tokens: Tokens) -> list[Draft]:
    """Return the attributions that the verbs of a sentence make, in order."""
    found: list[Draft] = []
    forms = cue_forms()
    if forms.keys().isdisjoint(tokens.present):
        return found
    for position, word in enumerate(tokens.lowers):
        group = verb_group(tokens, position) if word in forms else None
        if group is not None:
            found.extend(_of_group(tokens, group, found[-_EARLIER:]))
    return found


def _of_group(tokens: Tokens, group: VerbGroup, earlier: list[Draft]) -> list[Draft]:
    if group.mood in ("infinitive", "noun"):
        return []
    if group.mood == "passive":
        return list(_passive(tokens, group))
    if tokens[group.end - 1].capital and tokens.kind(group.start - 1) in ("end", "."):
        return list(_opening_cue(tokens, group))
    aside = list(_as_reported(tokens, group))
    if aside:
        return aside
    return list(trailing_reports(tokens, group, earlier)) or list(_leading(tokens, group, earlier))


def _leading(tokens: Tokens, group: VerbGroup, earlier: list[Draft]) -> Iterator[Draft]:
    """Yield the attribution of a verb that stands before what was said."""
    source = _source(tokens, group, earlier)
    if source is None and group.mood != "participle":
        return
    gap = _gap(tokens, group, source) if source is not None else None
    if gap is not None:
        yield Draft(
            source,
            (group.start, group.end),
            gap,
            RELATIVE_CLAUSE,
            "telling" in group.cue.groups or "saying" in group.cue.groups,
        )
        return
    found = complement(tokens, group)
    if found is None:
        return
    cue_end, (start, end), rule, report = found
    fronted = source is not None and group.mood == "finite" and tokens.lower(source[0] - 1) in listed("fronting-words")
    if fronted and not tokens[start].speech:
        end = min(end, clause_end(tokens, start, to_comma=True))
    if group.mood == "participle" and _is_loose(rule, report, source):
        return
    if end > start:
        yield Draft(source, (group.start, cue_end), (start, end), rule, report)


def _gap(tokens: Tokens, group: VerbGroup, source: Range) -> Range | None:
    """Return what a cue reports in a relative clause whose subject stands before it: "which he said could rise"."""
    if not group.cue.groups & {"saying", "telling", "thinking"} or tokens.lower(source[0] - 1) not in (
        "that",
        "which",
        "who",
    ):
        return None
    position = group.end
    while "telling" in group.cue.groups and position < group.end + _RECIPIENT and _is_recipient(tokens, position):
        position += 1
    while is_adverb(tokens[position]):
        position += 1
    if tokens.lower(position) not in listed("auxiliaries") or tokens.kind(position) != "w":
        return None
    end = clause_end(tokens, position, to_comma=tokens.kind(source[0] - 2) == ",")
    return (position, end) if end > position + 1 else None


def _is_recipient(tokens: Tokens, position: int) -> bool:
    word = tokens.lower(position)
    return (is_nominal(tokens[position]) or word in listed("determiners") or word in ("me", "us", "him", "them")) and (
        word not in listed("auxiliaries")
    )


def _is_loose(rule: QuotationRule, report: bool, source: Range | None) -> bool:
    """Return whether a participle's complement says too little to be a report: no "that", no quotation, no source."""
    if rule.loose and not report:
        return True
    return source is None and not rule.sourceless


def _source(tokens: Tokens, group: VerbGroup, earlier: list[Draft]) -> Range | None:
    """Return the subject of a verb; after "and", or for ", saying", that of the attribution or clause before it."""
    previous = tokens[group.start - 1]
    if group.mood == "participle":
        if previous.lower == "as" and (quoted := _quoted_one(tokens, group.start - 1)) is not None:
            return quoted
        shared = previous.kind in (",", "q", "-") or is_adverb(previous)
        if not shared:
            return _antecedent(tokens, group.start) or subject_before(tokens, group.start)
    elif previous.lower not in ("and", "but", "or", "then"):
        return subject_before(tokens, group.start)
    floor = sentence_start(tokens, group.start)
    for draft in reversed(earlier):
        if draft.source is not None and floor <= draft.source[0] < group.start:
            return draft.source
    return _first_subject(tokens, floor, group.start)


def _quoted_one(tokens: Tokens, end: int) -> Range | None:
    """Return whom others quote before "as saying": "the paper quoted NAME as saying", "NAME was quoted as saying"."""
    for i in range(end - 1, max(-1, end - _RECIPIENT * 2), -1):
        cue = cue_forms().get(tokens.lower(i))
        if cue is not None and cue.lemma in ("quote", "cite") and cue.form in ("past", "done", "s"):
            return (i + 1, end) if i + 1 < end else subject_before(tokens, through_auxiliaries(tokens, i))
    return None


def _antecedent(tokens: Tokens, end: int) -> Range | None:
    """Return "NAME who VERB OBJECT" before a participle, of which the name is the subject."""
    for i in range(end - 2, max(0, end - 10), -1):
        if tokens.kind(i) in (",", ".", "q", ";"):
            return None
        if tokens.lower(i) == "who":
            return subject_before(tokens, i)
    return None


def _first_subject(tokens: Tokens, floor: int, limit: int) -> Range | None:
    """Return the noun phrase before the first finite verb of a sentence whose subject can speak."""
    first: Range | None = None
    for i in range(floor + 1, min(limit, floor + _FIRST_VERB)):
        word = tokens.lower(i)
        verbal = word in listed("auxiliaries") or word in listed("common-verbs")
        if verbal or (word.endswith("ed") and not tokens[i].capital):
            subject = subject_before(tokens, i)
            if subject is None or subject[0] < floor:
                continue
            first = first or subject
            if can_speak(" ".join(tokens[at].text for at in range(*subject))):
                return subject
    return first


def _opening_cue(tokens: Tokens, group: VerbGroup) -> Iterator[Draft]:
    """Yield "Said NAME: ..."."""
    end = noun_phrase_end(tokens, group.end)
    if end is None or tokens.kind(end) not in (":", ","):
        return
    content = (end + 1, end + 2) if tokens[end + 1].speech else (end + 1, clause_end(tokens, end + 1))
    if content[1] > content[0] and (tokens.kind(end) == ":" or tokens.kind(end + 1) == "q"):
        yield Draft((group.end, end), (group.start, group.end), content, SOURCE_AFTER_OPENING_CUE)


def _as_reported(tokens: Tokens, group: VerbGroup) -> Iterator[Draft]:
    """Yield "As NAME noted, ..." and "..., as NAME noted"."""
    subject = subject_before(tokens, group.start) if group.mood == "finite" and "saying" in group.cue.groups else None
    if subject is None or tokens.lower(subject[0] - 1) != "as":
        return
    opening = subject[0] - 1
    after = skip_setting(tokens, group.end)
    cue = (group.start, group.end)
    if tokens.kind(opening - 1) in ("end", ".") and tokens.kind(after) == ",":
        end = clause_end(tokens, after + 1)
        if end > after + 1:
            yield Draft(subject, cue, (after + 1, end), AS_NAME_SAID)
    elif tokens.kind(opening - 1) == "," and tokens.kind(after) in (".", "end"):
        start = sentence_start(tokens, opening - 1)
        if opening - 1 > start:
            yield Draft(subject, cue, (start, opening - 1), AS_NAME_SAID)


def _passive(tokens: Tokens, group: VerbGroup) -> Iterator[Draft]:
    """Yield "CONTENT was reported by NAME"; a passive without "by" names nobody and is no attribution."""
    if not group.cue.groups & {"saying", "thinking", "judging"} or tokens.lower(group.end) != "by":
        return
    end = noun_phrase_end(tokens, group.end + 1)
    subject = subject_before(tokens, group.start)
    if end is not None and subject is not None:
        yield Draft((group.end + 1, end), (group.start, group.end), subject, PASSIVE, report=False)
