"""The subject before a verb: its noun phrase, with appositions and relative clauses, and without a time between."""

from index.claims.quotations.phrases import (
    REACH,
    Range,
    begins_clause,
    is_adverb,
    is_finite_verb,
    is_nominal,
    matching_open,
    noun_phrase_start,
)
from index.claims.quotations.tokens import Tokens
from index.claims.speakers import can_speak
from index.english import words as listed

_RELATIVE_REACH = 25
"""Tokens a relative clause may have between a subject and its verb."""
_SUBJECT_RELATIVES = frozenset("who whom whose which that".split())


def subject_before(tokens: Tokens, end: int) -> Range | None:
    """Return the noun phrase that ends before position ``end``, with an apposition and its comma, or None.

    A time before the verb is passed over: in "officials this month said" the officials are the subject.
    """
    if end not in tokens.subjects:
        tokens.subjects[end] = _subject_before(tokens, end)
    return tokens.subjects[end]


def _subject_before(tokens: Tokens, end: int) -> Range | None:
    subject = _phrase_before(tokens, end)
    for _ in range(2):
        if subject is None or not _is_time_phrase(tokens, subject):
            break
        subject = _phrase_before(tokens, subject[0]) if subject[0] > 0 else None
    if subject is None or (subject[1] - subject[0] == 1 and tokens.lower(subject[0]) in ("there", "here")):
        return None
    if tokens.lower(subject[0] - 1) in listed("prepositions"):
        return _before_preposition(tokens, _before_commas(tokens, subject))
    return subject


def _before_preposition(tokens: Tokens, subject: Range) -> Range:
    """Return the subject with what stands before its last addition: "a commentary … after the launch said"."""
    before = subject[0] - 1
    words = " ".join(tokens[i].text for i in range(*subject) if tokens.kind(i) in "wnp")
    if tokens.lower(before) not in listed("prepositions") or can_speak(words):
        return subject
    while before > 0 and is_adverb(tokens[before - 1]):
        before -= 1
    start = noun_phrase_start(tokens, before)
    return subject if start is None else (_before_relative(tokens, start, before), subject[1])


def _is_time_phrase(tokens: Tokens, phrase: Range) -> bool:
    """Return whether a phrase is a time and nobody: "this month", "each year", "today"."""
    *before, last = [tokens[i] for i in range(*phrase)]
    if last.capital:
        return False
    if not before:
        return last.lower in listed("time-adverbs")
    return last.lower in listed("time-nouns") and all(token.lower in listed("before-time-nouns") for token in before)


def _before_commas(tokens: Tokens, subject: Range) -> Range:
    """Return the subject with what stands before its relative clause: "Ana Ruiz, 51, who lives in Senn, Orr, said"."""
    start, end = subject
    for i in range(start - 1, max(0, start - _RELATIVE_REACH), -1):
        if tokens.kind(i) not in ("w", "n", "p", ","):
            break
        if tokens.lower(i) in listed("relatives") and tokens.kind(i - 1) == ",":
            longer = _subject_with_apposition(tokens, i)
            return subject if longer is None else (longer[0], end)
    return subject


def _phrase_before(tokens: Tokens, end: int) -> Range | None:
    last = tokens[end - 1]
    if last.lower in listed("subject-pronouns") or last.lower in (
        "who",
        "which",
        "everyone",
        "nobody",
        "somebody",
        "anyone",
    ):
        return (end - 1, end)
    if last.kind in (",", "-"):
        return _subject_with_apposition(tokens, end)
    if last.kind == ")":
        start = _closed_phrase_start(tokens, end)
        return None if start is None else (start, end)
    if last.lower in ("this", "that"):
        return None
    if last.lower in listed("days-and-months") and last.capital:
        return _subject_before_time(tokens, end - 1)
    if last.lower in ("some", "many", "others", "most", "few", "several", "all", "both", "neither", "none", "one"):
        return (end - 1, end)
    start = noun_phrase_start(tokens, end)
    if start is None and tokens.lower(end - 2) in listed("relatives") and is_finite_verb(last):
        start = noun_phrase_start(tokens, end - 2)  # "residents who fled"
        return None if start is None else (start, end)
    if start is None:
        return None
    return (_before_relative(tokens, start, end), end)


def _subject_before_time(tokens: Tokens, end: int) -> Range | None:
    """Return the subject of "officials on Tuesday said", given the place of the day."""
    while end > 0 and tokens.lower(end - 1) in ("on", "in", "last", "this", "early", "late", "next"):
        end -= 1
    ready = (
        end > 0 and tokens[end - 1].kind in ("w", ",", ")") and tokens.lower(end - 1) not in listed("days-and-months")
    )
    return subject_before(tokens, end) if ready else None


def _before_relative(tokens: Tokens, start: int, end: int) -> int:
    """Return where "people who came through the rain" starts, given that "the rain" starts at ``start``."""
    if begins_clause(tokens, start):
        return start
    for i in range(start - 1, max(0, start - _RELATIVE_REACH), -1):
        word = tokens.lower(i)
        if tokens.kind(i) not in "wnp" or (word == "that" and not _may_follow_that(tokens, i + 1)):
            return start
        if word in _SUBJECT_RELATIVES:
            # "The man who police said ..." has its own subject between the pronoun and the verb.
            inner = i + 1 < start or (end - start == 1 and tokens.lower(start).endswith("ed"))
            longer = noun_phrase_start(tokens, i) if inner else None
            return longer if longer is not None and begins_clause(tokens, longer) else start
    return start


def _may_follow_that(tokens: Tokens, position: int) -> bool:
    """Return whether "that" before this word stands for a subject, as in "dogs that barked", and opens no content."""
    return is_finite_verb(tokens[position]) or tokens.lower(position).endswith("ed")


def _subject_with_apposition(tokens: Tokens, end: int) -> Range | None:
    """Read "NAME, apposition, VERB" backwards; an adverbial between the commas does not belong to the subject."""
    closing = end - 1
    for _ in range(3):
        opening = _mark_before(tokens, closing)
        start = None if opening is None else _closed_phrase_start(tokens, opening)
        if opening is None or start is None:
            return None
        if not _is_apposition(tokens, opening + 1, closing):
            return (start, opening) if _is_adverbial(tokens, opening + 1) else None
        longer = _closed_phrase_start(tokens, start - 1) if tokens.kind(start - 1) == "," else None
        if (
            longer is None
            or tokens[start].capital
            or not tokens[start - 2].capital
            or not begins_clause(tokens, longer)
        ):
            return (start, end)
        if _is_apposition(tokens, start, opening):
            return (longer, end)
        closing = opening
    return None


def _closed_phrase_start(tokens: Tokens, end: int) -> int | None:
    """Return where the noun phrase that ends before ``end`` starts, a bracket at its end included."""
    opening = matching_open(tokens, end - 1) if tokens.kind(end - 1) == ")" else end
    return None if opening is None else noun_phrase_start(tokens, opening)


def _is_adverbial(tokens: Tokens, position: int) -> bool:
    token = tokens[position]
    return token.lower in listed("prepositions") or is_adverb(token) or token.lower in listed("time-nouns")


def _mark_before(tokens: Tokens, position: int) -> int | None:
    """Return the comma (or dash) that pairs with the one at ``position``."""
    wanted = tokens.kind(position)
    for i in range(position - 1, max(-1, position - REACH), -1):
        kind = tokens.kind(i)
        if kind == wanted:
            return i
        if kind in ("q", ";", ":") or (kind == "." and tokens.kind(i + 1) != ","):
            return None
    return None


def _is_apposition(tokens: Tokens, start: int, end: int) -> bool:
    first = tokens[start]
    if first.lower in listed("relatives") or first.lower in ("of", "from", "now", "then", "formerly"):
        return True
    if first.kind == "n" and first.text.isdigit():
        return int(first.text) < 110 if len(first.text) < 4 else False
    if (
        first.lower in listed("days-and-months")
        or first.lower in listed("adverbs")
        or first.lower in listed("clause-joiners")
    ):
        return False
    finite = any(is_finite_verb(tokens[i]) and tokens.lower(i - 1) != "to" for i in range(start, end))
    if finite and not any(
        tokens.lower(i) in listed("relatives") or tokens.lower(i) == "that" for i in range(start, end)
    ):
        return False
    return first.lower in listed("determiners") or is_nominal(first)
