"""Attributions by nouns and adjectives: "her claim that ...", "NAME's plan to ...", "they are worried that ..."."""

from collections.abc import Iterator

from index.claims.quotations.clauses import clause_end
from index.claims.quotations.complements import infinitive_end
from index.claims.quotations.drafts import Draft
from index.claims.quotations.phrases import Range, is_adverb, noun_phrase_start
from index.claims.quotations.rules import FEELING_AND_THAT, NOUN_AND_THAT, NOUN_AND_TO
from index.claims.quotations.subjects import subject_before
from index.claims.quotations.tokens import Tokens
from index.claims.quotations.verbs import through_auxiliaries
from index.english import words as listed

_POSSESSIVES = frozenset("his her their its my our".split())


def noun_reports(tokens: Tokens) -> Iterator[Draft]:
    """Yield "NAME's claim that ..." and "his plan to ..."; without an owner a noun names nobody."""
    said, held = listed("nouns-of-speech"), listed("nouns-of-thought")
    if tokens.present.isdisjoint(said) and tokens.present.isdisjoint(held):
        return
    for position, word in enumerate(tokens.lowers):
        if word not in said and word not in held:
            continue
        following = tokens.lower(position + 1)
        if following not in ("that", "to"):
            continue
        spoken = word in said
        owner = _owner(tokens, position - 1) or _owner(tokens, position - 2)
        if owner is None or (following == "to" and spoken):
            continue
        rule = NOUN_AND_THAT if following == "that" else NOUN_AND_TO
        end = clause_end(tokens, position + 1) if following == "that" else infinitive_end(tokens, position + 1)
        yield Draft(
            owner,
            (position, position + 1),
            (position + 1, end),
            rule,
            report=spoken,
        )


def _owner(tokens: Tokens, position: int) -> Range | None:
    if tokens.lower(position) in _POSSESSIVES:
        return (position, position + 1)
    if tokens.kind(position) != "p":
        return None
    start = noun_phrase_start(tokens, position)
    return None if start is None else (start, position)


def feelings(tokens: Tokens) -> Iterator[Draft]:
    """Yield "NAME is confident that ..."."""
    adjectives = listed("feelings")
    if tokens.present.isdisjoint(adjectives):
        return
    for position, word in enumerate(tokens.lowers):
        if word not in adjectives or tokens.lower(position + 1) != "that":
            continue
        before = position
        while is_adverb(tokens[before - 1]) and before > 1:
            before -= 1
        if tokens.lower(before - 1) not in listed("forms-of-be"):
            continue
        start = through_auxiliaries(tokens, before)
        source = subject_before(tokens, start)
        if source is not None and tokens.lower(source[0]) != "it":
            content = (position + 1, clause_end(tokens, position + 1))
            yield Draft(source, (start, position + 1), content, FEELING_AND_THAT, report=False)
