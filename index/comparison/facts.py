"""What the claims of two sentences say about each other: the same figure, dates in conflict, one quotation."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.claims.relations import (
    Relation,
    RelationKind,
    relate_quantities,
    relate_times,
    stated_value,
    subject_likeness,
)
from index.language.aliases import Aliases
from index.records import Claim, ClaimKind, Precision, Quantity

_SAME_FIGURE = 0.12
_LIKE_FIGURE = 0.05
_SAME_DATE = 0.06
_DATE_SHARE = {Precision.TIME: 1.0, Precision.DAY: 1.0, Precision.WEEK: 0.6, Precision.MONTH: 0.5}
_YEAR_SHARE = 0.25

_SUBJECT_DIFFERS = 0.3
"""Below this likeness two known subjects are not the same thing, whatever the numbers say."""
_SUBJECT_SAME = 0.6
_CONTEXT = 0.04
"""Evidence from words that two sentences need before equal numbers in them mean anything."""
_CONTEXT_CONFLICT = 0.1
"""Evidence from words that two sentences need before different numbers in them contradict each other."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between a claim of each side: its kind, the evidence it adds to a link, and the reason in words."""

    kind: RelationKind
    evidence: float
    reason: str


def facts_between(a: Sequence[Claim], b: Sequence[Claim], words: float, aliases: Aliases) -> list[Fact]:
    """Return how the figures and dates of two sentences stand to each other, strongest first.

    ``words`` is the evidence that the sentences' words give: equal numbers in sentences that share nothing else are
    chance, and different ones contradict each other only where the sentences speak of one thing.
    """
    if words < _CONTEXT:
        return []
    found = [fact for left in a for right in b if (fact := _fact(left, right, words, aliases)) is not None]
    return _settled(sorted(found, key=lambda fact: (-fact.evidence, fact.kind, fact.reason)))


def _settled(facts: list[Fact]) -> list[Fact]:
    """Drop a conflict where each of its values is matched by another: "from 60 to 90" against "60, later 90"."""
    agreed = " ".join(fact.reason for fact in facts if fact.kind is RelationKind.SAME)
    kept = []
    for fact in facts:
        values = fact.reason.removeprefix("different figures: ").split(" and ") if "figures" in fact.reason else []
        if fact.kind is RelationKind.CONFLICT and any(value in agreed for value in values):
            continue
        kept.append(fact)
    return kept


def _fact(a: Claim, b: Claim, words: float, aliases: Aliases) -> Fact | None:
    if a.kind is ClaimKind.FIGURE is b.kind and a.quantity is not None and b.quantity is not None:
        return _figures(a.quantity, b.quantity, words, aliases)
    if a.kind is ClaimKind.EVENT is b.kind:
        return _events(a, b, words, aliases)
    return None


def _figures(a: Quantity, b: Quantity, words: float, aliases: Aliases) -> Fact | None:
    likeness = subject_likeness(a.subject, b.subject, aliases)
    relation = relate_quantities(a, b)
    if relation.kind is RelationKind.UNRELATED or (likeness is not None and likeness < _SUBJECT_DIFFERS):
        return None
    if relation.kind is RelationKind.SAME:
        return _kept(relation, _SAME_FIGURE * _distinct(a) * (0.6 if likeness is None else 0.5 + likeness / 2))
    if likeness is None or likeness < _SUBJECT_SAME:
        return None
    if relation.kind is RelationKind.CONFLICT and words < _CONTEXT_CONFLICT:
        return None
    return _kept(relation, _LIKE_FIGURE * likeness)


def _distinct(quantity: Quantity) -> float:
    """Return how unlikely it is to meet this number by chance: 216 per cent is no accident, two of something is."""
    value = stated_value(quantity)
    if value is None:
        return 0.8
    digits = len(f"{abs(value):.6g}".replace(".", "").rstrip("0").lstrip("0"))
    if quantity.unit is None and abs(value) < 13:
        return 0.25
    return 1.0 if digits >= 3 else 0.8 if digits == 2 or abs(value) >= 1000 else 0.5


def _events(a: Claim, b: Claim, words: float, aliases: Aliases) -> Fact | None:
    if a.when is None or b.when is None:
        return None
    relation = relate_times(a.when, b.when)
    share = min(_DATE_SHARE.get(when.precision, _YEAR_SHARE) for when in (a.when, b.when))
    likeness = subject_likeness(a.subject, b.subject, aliases)
    if relation.kind is RelationKind.SAME:
        return _kept(relation, _SAME_DATE * share)
    if likeness is None or likeness < _SUBJECT_SAME:
        return None
    if relation.kind is RelationKind.CONFLICT:
        return _kept(relation, 0.0) if words >= _CONTEXT_CONFLICT else None
    return _kept(relation, _SAME_DATE * share / 2) if relation.kind is RelationKind.COMPATIBLE else None


def _kept(relation: Relation, evidence: float) -> Fact:
    return Fact(relation.kind, evidence, relation.reason)
