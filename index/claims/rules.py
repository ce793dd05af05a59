"""Rules as values: what each matches, with the examples that prove it.

A kind of claim keeps its rules in ``claims/<kind>/rules.py`` as a tuple ``RULES``. A rule that needs options has a
record of its own, derived from Rule, whose fields hold them: code reads the fields, never the id. What fired is kept in
the claim as a derivation, which names rules by their ids.

An example is a sentence in which the rule fires; braces mark the words on which it does (``It rose {12 percent}.``). A
counterexample is a sentence in which it must not fire, though it looks alike; braces may mark the words that tempt.
``tests/test_rules.py`` runs both, and a rule without both is an error there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its id (``figure.range``: kind and name), what it matches in a sentence of English, and its proof."""

    id: str
    matches: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


R = TypeVar("R", bound=Rule)


def rule_book(rules: Iterable[R]) -> Mapping[str, R]:
    """Return the rules by their ids; raise ValueError where two share one."""
    book: dict[str, R] = {}
    for rule in rules:
        if rule.id in book:
            raise ValueError(f"two rules have the id {rule.id}")
        book[rule.id] = rule
    return MappingProxyType(book)


def plain_example(example: str) -> tuple[str, str]:
    """Return an example without its braces, and the words between them (empty where none are marked)."""
    before, opened, rest = example.partition("{")
    words, closed, after = rest.partition("}")
    return (before + words + after, words) if opened and closed else (example, "")
