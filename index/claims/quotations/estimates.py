"""Numbers with the one who gives them: "Aldra puts the damage at 2 million"; "police said 30, organisers 100"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.claims.quotations.clauses import clause_end
from index.claims.quotations.cues import cue_forms
from index.claims.quotations.drafts import Draft
from index.claims.quotations.phrases import Range, is_adverb, is_finite_verb, noun_phrase_start
from index.claims.quotations.rules import FIGURE_OF, GAPPED
from index.claims.quotations.subjects import subject_before
from index.claims.quotations.tokens import Tokens
from index.claims.quotations.verbs import verb_group
from index.claims.speakers import can_speak
from index.english import words as listed

_REACH = 14
"""Tokens behind the verb within which the number stands."""
_LONGEST_OBJECT = 8
_LONGEST_GAP = 5


def estimates(tokens: Tokens, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the numbers that somebody puts, counts or estimates, and those of a second source without a verb."""
    counted = "n" in tokens.kinds or any(word[:1].isdigit() for word in tokens.lowers)
    if not counted and tokens.present.isdisjoint(listed("small-numbers")):
        return
    forms = cue_forms()
    giving = _giving() & tokens.present
    reported = {draft.cue for draft in earlier if draft.report}
    for position, word in enumerate(tokens.lowers if giving else ()):
        if word in giving:
            found = _figure_of(tokens, position, forms[word].verb.figures)
            yield from (draft for draft in found if draft.cue not in reported)
    for draft in earlier:
        if draft.report and draft.source is not None:
            yield from _gapped(tokens, draft)


@lru_cache(maxsize=1)
def _giving() -> frozenset[str]:
    """Return the forms of the verbs that give numbers."""
    return frozenset(word for word, cue in cue_forms().items() if cue.verb.figures)


def _figure_of(tokens: Tokens, position: int, link: str) -> Iterator[Draft]:
    group = verb_group(tokens, position)
    if group is None or group.mood != "finite":
        return
    subject = subject_before(tokens, group.start)
    if subject is None or not _speaks(tokens, subject):
        return
    end = clause_end(tokens, group.end)
    number = _number(tokens, group.end, min(end, group.end + _REACH))
    if number is None:
        return
    between = range(group.end, number)
    direct = all(tokens.lower(i) in listed("before-numbers") for i in between)
    if link == "any":
        fits = len(between) <= _LONGEST_OBJECT and all(_is_inside_object(tokens, i) for i in between)
    else:
        fits = any(tokens.lower(i) == link for i in between) or (direct and _closes(tokens, number + 1))
    if fits:
        yield Draft(subject, (group.start, group.end), (group.end, end), FIGURE_OF, report=False)


def _is_inside_object(tokens: Tokens, position: int) -> bool:
    """Return whether a token can stand between a verb and the number in its object: "growth of", "the stock to"."""
    return tokens.kind(position) in "wp" and not is_finite_verb(tokens[position]) and tokens.lower(position) != "that"


def _closes(tokens: Tokens, position: int) -> bool:
    return tokens.kind(position) in (".", ",", ";", "end")


def _gapped(tokens: Tokens, draft: Draft) -> Iterator[Draft]:
    """Yield "organisers 100" behind "police said 30": a comma, a source, and its number at the clause's end."""
    start, end = draft.content
    for comma in range(start + 1, min(len(tokens), end + 2)):
        if tokens.kinds[comma] not in (",", ";"):
            continue
        first = comma + 1 + (tokens.lower(comma + 1) in ("and", "while", "but"))
        number = next((i for i in range(first + 1, first + _LONGEST_GAP) if _is_number(tokens, i)), None)
        if number is None or tokens.kind(number + 1) not in (".", "end", ",", ";", "w"):
            continue
        source = (first, number)
        while source[1] - 1 > first and tokens.lower(source[1] - 1) in listed("before-numbers"):
            source = (first, source[1] - 1)
        if tokens.lower(first) in listed("prepositions") or not _speaks(tokens, source):
            continue
        if not _number_in(tokens, (start, comma)) or noun_phrase_start(tokens, source[1]) != first:
            continue
        yield Draft(source, draft.cue, (source[1], number + 1), GAPPED)


def _speaks(tokens: Tokens, source: Range) -> bool:
    words = [tokens[i].text for i in range(*source) if tokens.kind(i) in "wnp"]
    return tokens.lower(source[0]) in ("he", "she", "they") or can_speak(" ".join(words))


def _number_in(tokens: Tokens, part: Range) -> bool:
    return any(_is_number(tokens, i) for i in range(*part))


def _number(tokens: Tokens, start: int, end: int) -> int | None:
    return next((i for i in range(start, end) if _is_number(tokens, i)), None)


def _is_number(tokens: Tokens, position: int) -> bool:
    """Return whether a token is a number in digits, an ordinal too, or a small one in words."""
    if tokens.kind(position) == "n" or tokens[position].text[:1].isdigit():
        return True
    return tokens.lower(position) in listed("small-numbers") and not is_adverb(tokens[position])
