"""What follows a reporting verb: a quotation, a clause, a question, an infinitive or an object."""

from typing import NamedTuple

from index.claims.quotations.clauses import (
    QUESTION_WORDS,
    clause_end,
    has_finite_verb,
    skip_recipient,
    skip_setting,
    starts_next_report,
)
from index.claims.quotations.cues import Cue
from index.claims.quotations.phrases import Range, is_nominal, is_setting
from index.claims.quotations.rules import (
    CUE_AND_ADDRESSEE,
    CUE_AND_CLAUSE,
    CUE_AND_COLON,
    CUE_AND_OBJECT,
    CUE_AND_PREPOSITION,
    CUE_AND_QUESTION,
    CUE_AND_THAT,
    CUE_AND_TO,
    CUE_THEN_QUOTATION,
    QuotationRule,
)
from index.claims.quotations.tokens import Tokens
from index.claims.quotations.verbs import VerbGroup
from index.english import words as listed

_CLAUSE_OPENERS = frozenset("there if when while in for by with after as at on despite".split())
_OBJECT_BREAKS = frozenset("when after because while before until although though since during despite".split())
_AFTERTHOUGHTS = frozenset("but which who after as while".split())


class Complement(NamedTuple):
    """Where the cue ends, the content, the rule that found it, and whether it reports speech (not an attitude)."""

    cue_end: int
    content: Range
    rule: QuotationRule
    report: bool


def complement(tokens: Tokens, group: VerbGroup) -> Complement | None:
    """Return what follows the verb of ``group`` as its content, or None where nothing fits the verb."""
    cue, end = group.cue, group.end
    speech = bool(cue.groups & {"saying", "telling"})
    if tokens.lower(end) == "to" and "intending" in cue.groups:
        return Complement(end, (end, infinitive_end(tokens, end)), CUE_AND_TO, report=False)
    start = skip_setting(tokens, end)
    if tokens.lower(end) in cue.verb.prepositions and not (speech and _has_clause(tokens, start, end)):
        kept = end if cue.verb.keeps_preposition else end + 1
        stop = max(object_end(tokens, end + 1), _called_end(tokens, cue, end + 1))
        return Complement(kept, (kept, stop), CUE_AND_PREPOSITION, report=False)
    if "telling" in cue.groups and tokens.lower(start) not in ("that", "to") and tokens.kind(start) not in "q:,":
        recipient = skip_recipient(tokens, start, cue)
        if recipient is not None and tokens.lower(recipient) == "to" and cue.verb.keeps_addressee:
            return Complement(end, (start, infinitive_end(tokens, recipient)), CUE_AND_ADDRESSEE, report=False)
        if recipient is not None and tokens.kind(recipient) not in (".", "end", ";"):
            return _of_start(tokens, group, recipient, told=True)
        if cue.lemma == "tell":
            return None
    return _of_start(tokens, group, start, told=False)


def _has_clause(tokens: Tokens, start: int, end: int) -> bool:
    return start > end and (tokens.lower(start) == "that" or tokens.kind(start) in ("q", ",", ":"))


def _of_start(tokens: Tokens, group: VerbGroup, start: int, *, told: bool) -> Complement | None:
    cue = group.cue
    quoted = _quotation_or_colon(tokens, cue, start, group.end)
    if quoted is not None:
        return quoted
    word = tokens.lower(start)
    speech = bool(cue.groups & {"saying", "telling"})
    if tokens.kind(start) == "," and tokens.lower(start + 1) == "that" and speech:
        start, word = start + 1, "that"
    if word == "that" and cue.groups & {"saying", "telling", "thinking", "intending"}:
        return Complement(group.end, (start, clause_end(tokens, start)), CUE_AND_THAT, speech)
    if word == "to" and ("intending" in cue.groups or told):
        return Complement(group.end, (start, infinitive_end(tokens, start)), CUE_AND_TO, report=False)
    if word in QUESTION_WORDS and word != "who" and (speech or cue.groups & {"asking", "judging"}):
        return Complement(group.end, (start, clause_end(tokens, start)), CUE_AND_QUESTION, speech)
    if tokens.kind(start) not in ("w", "n", "q", "p"):
        return None
    return _bare(tokens, group, start, told=told)


def _quotation_or_colon(tokens: Tokens, cue: Cue, start: int, cue_end: int) -> Complement | None:
    kind = tokens.kind(start)
    speech = bool(cue.groups & {"saying", "telling"})
    voiced = "voicing" in cue.groups and tokens[start + (kind != "q")].speech
    if kind in (",", ":") and tokens.kind(start + 1) == "q" and (speech or voiced):
        end = start + 1 if kind == ":" and start == cue_end else cue_end
        return Complement(end, _quotation(tokens, start + 1), CUE_THEN_QUOTATION, report=True)
    if kind == ":" and speech:
        return Complement(start + 1, (start + 1, clause_end(tokens, start + 1)), CUE_AND_COLON, report=True)
    if kind == "q" and (speech or voiced or "thinking" in cue.groups):
        return Complement(cue_end, _quotation(tokens, start), CUE_THEN_QUOTATION, report=True)
    return None


def _bare(tokens: Tokens, group: VerbGroup, start: int, *, told: bool) -> Complement | None:
    """Return a clause without "that", or the object of a verb of judging."""
    cue, word = group.cue, tokens.lower(start)
    end = clause_end(tokens, start)
    nominal = is_nominal(tokens[start]) or word in listed("determiners")
    found = cue.does("finding", "showing") and _is_by_study(tokens, group.start)
    clausal = (told or bool(cue.groups & {"saying", "thinking"})) and (found or cue.verb.clause != "that")
    clausal = clausal and (
        cue.lemma != "add" or word in listed("subject-pronouns") or _has_auxiliary(tokens, start, end)
    )
    bound = word in listed("before-numbers") and tokens.kind(start + 1) == "n"
    opens = nominal or bound or word in listed("subject-pronouns") or word in _CLAUSE_OPENERS
    if (
        clausal
        and opens
        and (cue.verb.clause == "any" or has_finite_verb(tokens, start, _first_comma(tokens, start, end)))
    ):
        return Complement(group.end, (start, end), CUE_AND_CLAUSE, bool(cue.groups & {"saying", "telling"}))
    if (found or "judging" in cue.groups) and (nominal or word in ("him", "them", "it", "as")):
        report = cue.verb.reports_object
        end = max(object_end(tokens, start), _called_end(tokens, cue, start))
        return Complement(group.end, (start, end), CUE_AND_OBJECT, report)
    return None


def _called_end(tokens: Tokens, cue: Cue, start: int) -> int:
    """Return where the quoted words end that somebody calls a thing: "described the time, vaguely, as “…”"; else 0."""
    if not cue.does("judging aloud"):
        return 0
    for i in range(start + 1, min(len(tokens), start + _CALLING)):
        if tokens.kind(i) in (".", ";"):
            return 0
        if tokens.lower(i) == "as":
            quoted = next((j for j in range(i + 1, i + 4) if tokens.kind(j) == "q"), None)
            return 0 if quoted is None else quoted + 1
    return 0


_CALLING = 14
"""Tokens between a verb of judging and what a thing is called."""


def _has_auxiliary(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether an auxiliary verb stands in a clause before any relative: "added a run that was" is no speech."""
    for i in range(start + 1, min(end, start + 25)):
        if tokens.lower(i) in ("that", "who", "which", "when", "while", "as") or tokens.kind(i) == ",":
            return False
        if tokens.lower(i) in listed("auxiliaries"):
            return True
    return False


def _is_by_study(tokens: Tokens, end: int) -> bool:
    """Return whether the subject before ``end`` is a study, a poll, or those who made it."""
    nearby = [tokens.lower(i) for i in range(max(0, end - 8), end)]
    return any(word in listed("works-of-record") or word in listed("researchers") for word in nearby)


def _first_comma(tokens: Tokens, start: int, end: int) -> int:
    """Return the place of a clause's first comma, before which its verb stands unless a preposition opens it."""
    if tokens.lower(start) in _CLAUSE_OPENERS:
        return end
    return next((i for i in range(start + 2, min(end, start + 25)) if tokens.kind(i) == ","), end)


def _quotation(tokens: Tokens, start: int) -> Range:
    """Return the content that begins with a quotation: the quotation, or the clause of which it is the first part."""
    token, following = tokens[start], tokens[start + 1]
    if token.speech and (following.kind != "w" or token.said.endswith(",")):
        return (start, start + 1)
    if following.kind in (".", "end", ",", ";"):
        return (start, start + 1)
    if following.capital and token.said[-1:] in (".", "!", "?"):
        return (start, start + 1)
    return (start, clause_end(tokens, start))


def object_end(tokens: Tokens, start: int) -> int:
    """Return where an object ends: at its clause's end, or at a comma, conjunction or setting before it."""
    end = clause_end(tokens, start)
    for i in range(start + 1, end):
        word = tokens.lower(i)
        if tokens.kind(i) in (",", "-") and not _is_list(tokens, i, end):
            return i
        if word in _OBJECT_BREAKS or (word in ("and", "but") and starts_next_report(tokens, i)):
            return i
        if word in ("in", "at", "on", "last", "this", "earlier") and is_setting(tokens, i):
            return i
        if word in listed("days-and-months") and i == end - 1 and tokens.lower(i - 1) not in ("on", "in", "the", "of"):
            return i
    return end


def infinitive_end(tokens: Tokens, start: int) -> int:
    """Return where an infinitive ends: like a clause, but before a comma that opens an afterthought."""
    end = clause_end(tokens, start)
    for i in range(start + 1, end):
        following = tokens.lower(i + 1)
        if tokens.kind(i) == "," and (following.endswith("ing") or following in _AFTERTHOUGHTS):
            return i
    return end


def _is_list(tokens: Tokens, position: int, end: int) -> bool:
    """Return whether a comma parts the members of a list."""
    following = tokens.lower(position + 1)
    if following in ("and", "or"):
        after = tokens.lower(position + 2)
        return not (after in listed("subject-pronouns") or after in listed("auxiliaries"))
    nearby = range(position + 1, min(end, position + 9))
    return any(tokens.kind(i) == "," and tokens.lower(i + 1) in ("and", "or") for i in nearby)
