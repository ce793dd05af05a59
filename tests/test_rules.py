"""Every rule does what its examples say, and nothing in its counterexamples.

A kind of claim joins by a line in ``KINDS``: its rules, and a function that runs them over one sentence and returns
each rule that fired, by its id, with the words on which it did.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest

from index.claims.events import find_events, find_times, published_day
from index.claims.events.clause_rules import BOUNDS
from index.claims.events.clause_rules import RULES as HAPPENINGS
from index.claims.events.rules import RULES as TIMES
from index.claims.figures import RULES as FIGURES
from index.claims.figures import number_verdicts
from index.claims.outcomes import RULES as OUTCOMES
from index.claims.outcomes import find_outcomes
from index.claims.predictions import ALL_RULES as PREDICTIONS
from index.claims.predictions import find_predictions, with_subject_as_speaker
from index.claims.quotations import find_attributions
from index.claims.quotations.rules import RULES as QUOTATIONS
from index.claims.rules import Rule, plain_example, rule_book
from index.records import ZoneKind
from tests.index.builders import make_document

Fired = Iterable[tuple[str, str]]


class Kind(NamedTuple):
    """The rules of one kind of claim, and how they are run over a sentence."""

    rules: tuple[Rule, ...]
    run: Callable[[str], Fired]


def _quotations(sentence: str) -> Fired:
    document = make_document(sentence)
    return [(one.rule, document.slice(one.content)) for one in find_attributions(document)]


def _figures(sentence: str) -> Fired:
    document = make_document(sentence)
    return [(step.rule, document.slice(step.span)) for one in number_verdicts(document) for step in one.steps]


def _outcomes(sentence: str) -> Fired:
    return [(claim.rule, claim.surface) for claim in find_outcomes(make_document(sentence))]


def _events(sentence: str) -> Fired:
    for published in ("2025-03-18", None):
        document = make_document(sentence, published=published)
        for time in find_times(sentence, anchor=published_day(document.metadata)[0]):
            yield time.rule.id, time.raw
        for claim in find_events(document):
            for rule, span in claim.derivation[1:]:
                bound = rule in {one.id for one in BOUNDS.values()}
                yield rule, claim.surface if bound else document.slice(span).strip(" .,")


def _predictions(sentence: str) -> Fired:
    """Run the rules over a sentence of a body and over it as a headline, in an article of 2024."""
    for zone in (ZoneKind.BODY, ZoneKind.TITLE):
        document = make_document(sentence, zones={1: zone}, published="2024-05-01")
        for claim in map(with_subject_as_speaker, find_predictions(document)):
            yield from ((step.rule, document.slice(step.span)) for step in claim.derivation)


KINDS: dict[str, Kind] = {
    "events": Kind((*TIMES, *HAPPENINGS), _events),
    "figures": Kind(FIGURES, _figures),
    "outcomes": Kind(OUTCOMES, _outcomes),
    "predictions": Kind(PREDICTIONS, _predictions),
    "quotations": Kind(QUOTATIONS, _quotations),
}


def _rules() -> list[object]:
    return [pytest.param(kind, rule, id=rule.id) for kind in KINDS.values() for rule in kind.rules]


@pytest.mark.parametrize(("kind", "rule"), _rules())
def test_a_rule_does_what_its_examples_say(kind: Kind, rule: Rule) -> None:
    assert rule.examples, f"{rule.id} has no example"
    assert rule.counterexamples, f"{rule.id} has no counterexample"
    for example in rule.examples:
        sentence, words = plain_example(example)
        fired = [(name, matched) for name, matched in kind.run(sentence) if name == rule.id]
        assert fired, f"{rule.id} does not fire in: {example}"
        assert not words or (rule.id, words) in fired, f"{rule.id} fires on {fired} in: {example}"
    for example in rule.counterexamples:
        sentence, words = plain_example(example)
        fired = [(name, matched) for name, matched in kind.run(sentence) if name == rule.id]
        assert not [one for one in fired if not words or one[1] == words], f"{rule.id} fires in: {example}"


def test_every_rule_has_an_id_of_its_own() -> None:
    rules = [rule for kind in KINDS.values() for rule in kind.rules]
    assert len(rule_book(rules)) == len(rules)


def test_two_rules_cannot_share_an_id() -> None:
    rule = Rule(id="figure.range", matches="two numbers", examples=(), counterexamples=())
    with pytest.raises(ValueError, match=r"figure\.range"):
        rule_book([rule, rule])


def test_braces_mark_the_words_of_an_example() -> None:
    assert plain_example("It rose {12 percent}.") == ("It rose 12 percent.", "12 percent")
    assert plain_example("It rose.") == ("It rose.", "")
