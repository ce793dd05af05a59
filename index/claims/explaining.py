"""Why claims are claims, and why other numbers are none: the rules that decided, with the words that each matched."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from index.claims.building import line_at
from index.claims.rules import Rule, rule_book
from index.records import Claim, Document, Explained, Fired, Span, Step


@cache
def rules_by_kind() -> Mapping[str, tuple[Rule, ...]]:
    """Return every rule of the house, by the kind of claim that it finds."""
    from index.claims.events.clause_rules import RULES as HAPPENINGS
    from index.claims.events.rules import RULES as TIMES
    from index.claims.figures import RULES as FIGURES
    from index.claims.outcomes import RULES as OUTCOMES
    from index.claims.predictions import ALL_RULES as PREDICTIONS
    from index.claims.quotations.rules import RULES as QUOTATIONS

    return MappingProxyType(
        {
            "figures": FIGURES,
            "events": (*TIMES, *HAPPENINGS),
            "quotations": QUOTATIONS,
            "predictions": PREDICTIONS,
            "outcomes": OUTCOMES,
        }
    )


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule of the house by its id."""
    return rule_book(rule for rules in rules_by_kind().values() for rule in rules)


def explain(document: Document, claims: Iterable[Claim], within: Span) -> tuple[Explained, ...]:
    """Return why the claims of a document that touch ``within`` are claims, and why other numbers there are no figures.

    They come in the order of the text, of a date that is no figure the event first.
    """
    found = [_claim(document, claim) for claim in claims if claim.span.touches(within)]
    found += _kept_out(document, within)
    return tuple(sorted(found, key=lambda one: (one.span, one.claim is None)))


def _claim(document: Document, claim: Claim) -> Explained:
    return Explained(document.id, claim.line, claim.span, claim.surface, claim, _fired(document, claim.derivation))


def _kept_out(document: Document, within: Span) -> Iterator[Explained]:
    from index.claims.figures import number_verdicts

    for verdict in number_verdicts(document, within):
        if not verdict.figure and verdict.span.touches(within):
            words, line = document.slice(verdict.span), line_at(document.text, verdict.span.start)
            yield Explained(document.id, line, verdict.span, words, None, _fired(document, verdict.steps))


def _fired(document: Document, steps: Iterable[Step]) -> tuple[Fired, ...]:
    known = all_rules()
    return tuple(
        Fired(step.rule, known[step.rule].matches if step.rule in known else "", document.slice(step.span), step.span)
        for step in steps
    )
