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
from index.comparison.terms import terms_of
from index.comparison.weights import is_grammar
from index.language.aliases import Aliases
from index.language.families import family_of
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

_CONTEXT_DATES = 0.1
_AROUND = 7
"""How many words on each side of a date say what happened then."""
_SHARED_AROUND = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between a claim of each side: its kind, the evidence it adds to a link, and the reason in words."""

    kind: RelationKind
    evidence: float
    reason: str
    claims: tuple[str, str]
    """Ids of the two claims."""


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
    """Drop what contradicts or bounds a value that the two sentences agree on: they may name others beside it."""
    agreed = {claim for fact in facts if fact.kind is RelationKind.SAME for claim in fact.claims}
    return [fact for fact in facts if fact.kind is RelationKind.SAME or not agreed & set(fact.claims)]


def _fact(a: Claim, b: Claim, words: float, aliases: Aliases) -> Fact | None:
    if a.kind is ClaimKind.FIGURE is b.kind:
        return _figures(a, b, words, aliases)
    if a.kind is ClaimKind.EVENT is b.kind:
        return _events(a, b, words, aliases)
    return None


def _figures(a: Claim, b: Claim, words: float, aliases: Aliases) -> Fact | None:
    if a.quantity is None or b.quantity is None:
        return None
    likeness = subject_likeness(a.quantity.subject, b.quantity.subject, aliases)
    relation = relate_quantities(a.quantity, b.quantity)
    if relation.kind is RelationKind.UNRELATED:
        return None
    distinct = _distinct(a.quantity)
    if likeness is not None and likeness < _SUBJECT_DIFFERS:
        # An unusual number in sentences that are alike is one fact, however its subject is put.
        if relation.kind is not RelationKind.SAME or distinct < 1.0 or words < _CONTEXT_CONFLICT:
            return None
    if relation.kind is RelationKind.SAME:
        return _kept(a, b, relation, _SAME_FIGURE * distinct * (0.6 if likeness is None else 0.5 + likeness / 2))
    if likeness is None or likeness < _SUBJECT_SAME:
        return None
    if relation.kind is RelationKind.CONFLICT and words < _CONTEXT_CONFLICT:
        return None
    return _kept(a, b, relation, _LIKE_FIGURE * likeness)


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
    if relation.kind is RelationKind.SAME:
        return _kept(a, b, relation, _SAME_DATE * share)
    if relation.kind is RelationKind.UNRELATED or words < _CONTEXT_DATES or not _same_happening(a, b, aliases):
        return None
    if relation.kind is RelationKind.CONFLICT:
        return _kept(a, b, relation, 0.0) if a.when.precision is b.when.precision else None
    return _kept(a, b, relation, _SAME_DATE * share / 2)


def _same_happening(a: Claim, b: Claim, aliases: Aliases) -> bool:
    """Tell whether the words right around two dates speak of one happening: two of them, no words of grammar, are one."""
    return len(_around(a, aliases) & _around(b, aliases)) >= _SHARED_AROUND


def _around(claim: Claim, aliases: Aliases) -> set[str]:
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    terms = terms_of(claim.text, aliases)
    before = [term for term in terms if term.end <= start][-_AROUND:]
    after = [term for term in terms if term.start >= end][:_AROUND]
    return {family_of(term.key) or term.key for term in (*before, *after) if not is_grammar(term.key)}


def _kept(a: Claim, b: Claim, relation: Relation, evidence: float) -> Fact:
    return Fact(relation.kind, evidence, relation.reason, (a.id, b.id))
