"""What the claims of two sentences say about each other: the same figure, dates in conflict, one quotation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.claim_matching.relations import (
    Relation,
    RelationKind,
    days_apart,
    relate_quantities,
    relate_times,
    stated_value,
    subject_likeness,
    unit_factor,
)
from index.comparison.features import Passage
from index.language.aliases import Aliases
from index.language.families import family_of
from index.records import Claim, ClaimKind, Precision, Quantity, When
from index.terms.terms import Term, stem, terms_of

_SAME_FIGURE = 0.12
_LIKE_FIGURE = 0.05
_SAME_DATE = 0.06
_DATE_SHARE = {Precision.TIME: 1.0, Precision.DAY: 1.0, Precision.WEEK: 0.6, Precision.MONTH: 0.5}
_YEAR_SHARE = 0.25

_SUBJECT_DIFFERS = 0.3
"""Below this likeness two known subjects are not the same thing, whatever the numbers say."""
_SUBJECT_SAME = 0.6
_SUBJECT_AGREES = 0.4
"""Likeness from which an equal value is one thing's; a number that is no accident needs none."""
_CONTEXT = 0.04
"""Evidence from words that two sentences need before equal numbers in them mean anything."""
_CONTEXT_CONFLICT = 0.1
"""Evidence from words that two sentences need before different numbers in them contradict each other."""

_CONTEXT_DATES = 0.1
_CLAIMS = 30
"""Claims of a sentence that are looked at; only tables have more."""
_AGREED = 0.5
"""A match this close, against the closeness of a conflict, says that the conflict is none."""
_FAR_APART = 5.0
_SMALL_COUNT = 13
_SUBJECT_EQUAL = 0.8
_CONTEXT_SMALL = 0.25
_GAPS = {Precision.TIME: 2, Precision.DAY: 2, Precision.WEEK: 8, Precision.MONTH: 100, Precision.YEAR: 550}
"""Days that may lie between two accounts' dates of one event: farther apart they are two events."""
_GAP_ELSE = 10
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_VERBS = "said|says|say|told|announced|reported|confirmed|added|wrote|tweeted"
_SAID = re.compile(rf"\b(?:{_VERBS})(?:\s+\w+)?(?:\s+(?:on|late|early))*\s*$", re.IGNORECASE)
_SAYS = re.compile(rf"\s*,?\s*(?:\w+\s+){{0,3}}(?:{_VERBS})\b", re.IGNORECASE)
_AROUND = 7
"""How many words on each side of a date say what happened then."""
_SHARED_AROUND = 6.0
"""Weight of the words that two dates of one happening share around them: one rare word, or two that are not common."""


_SHARED_SHARE = 4.0
"""Weight of the words that two round percentages share around them when they are shares of one thing."""
_ENACTMENT = "sign signed pass passed passing passage enact enacted adopt adopted approve approved ratify vote"
_LAW = "~law"
_ENACTED = "^enacted"
"""Stands for the making of a law, however it is put: to sign, pass, enact or adopt a bill, law or act is one act."""
_ONE_KIND = 0.06
"""Evidence of two figures of one kind of thing whose values differ: a reader wants to see them side by side."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between a claim of each side: its kind, the evidence it adds to a link, and the reason in words."""

    kind: RelationKind
    evidence: float
    reason: str
    claims: tuple[str, str]
    """Ids of the two claims."""
    closeness: float
    """How far the two claims are about one thing: likeness of their subjects, or words that their dates share."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What two sentences share: evidence from words, weights of shared features, names that are one, terms."""

    words: float
    shared: Mapping[str, float]
    aliases: Aliases
    terms_a: Sequence[Term]
    terms_b: Sequence[Term]


def facts_between(a: Passage, b: Passage, words: float, aliases: Aliases) -> list[Fact]:
    """Return how the figures and dates of two sentences stand to each other, strongest first.

    ``words`` is the evidence that the sentences' words give: equal numbers in sentences that share nothing else are
    chance, and different ones contradict each other only where the sentences speak of one thing.
    """
    if words < _CONTEXT:
        return []
    shared = {key: min(weight, b.vector[key]) for key, weight in a.vector.items() if key in b.vector}
    context = _Context(words, shared, aliases, a.terms, b.terms)
    found = [
        fact
        for left in a.claims[:_CLAIMS]
        for right in b.claims[:_CLAIMS]
        if (fact := _fact(left, right, context)) is not None
    ]
    return _settled(sorted(found, key=lambda fact: (-fact.evidence, fact.kind, fact.reason)))


def _settled(facts: list[Fact]) -> list[Fact]:
    """Drop what contradicts or bounds a value that another claim matches about as closely: it is another thing's."""
    agreed: dict[str, float] = {}
    for fact in facts:
        if fact.kind is RelationKind.SAME:
            for claim in fact.claims:
                agreed[claim] = max(fact.closeness, agreed.get(claim, 0.0))
    return [
        fact
        for fact in facts
        if fact.kind is RelationKind.SAME
        or all(agreed.get(claim, -1.0) < _AGREED * fact.closeness for claim in fact.claims)
    ]


def _fact(a: Claim, b: Claim, context: _Context) -> Fact | None:
    if a.kind is ClaimKind.FIGURE is b.kind:
        return _figures(a, b, context)
    if a.kind is ClaimKind.EVENT is b.kind:
        return _events(a, b, context)
    return None


def _figures(a: Claim, b: Claim, context: _Context) -> Fact | None:
    if a.quantity is None or b.quantity is None:
        return None
    likeness = subject_likeness(a.quantity.subject, b.quantity.subject, context.aliases)
    relation = relate_quantities(a.quantity, b.quantity)
    if relation.kind is RelationKind.UNRELATED:
        return None
    distinct = _distinct(a.quantity)
    # An unusual number in sentences that are alike is one fact, however its subject is put.
    telling = relation.kind is RelationKind.SAME and distinct == 1.0 and context.words >= _CONTEXT_CONFLICT
    if likeness is not None and likeness < _SUBJECT_DIFFERS and not telling:
        return None
    if a.quantity.unit == "percent" and distinct < 1.0 and not _share_of_one_thing(a, b, context):
        return _kept(a, b, _mentioned(a.quantity.raw, b.quantity.raw), _LIKE_FIGURE / 2, likeness or 0.0)
    if relation.kind is RelationKind.SAME:
        evidence = _SAME_FIGURE * distinct * (0.6 if likeness is None else 0.5 + likeness / 2)
        if not telling and (likeness or 0.0) < _SUBJECT_AGREES:
            relation = _mentioned(a.quantity.raw, b.quantity.raw)
        return _kept(a, b, relation, evidence, likeness or 0.0)
    if likeness is None or likeness < _SUBJECT_SAME:
        return None
    if not _of_one_owner(a, b, context.aliases):
        return None
    if relation.kind is RelationKind.CONFLICT and not _contradicts(a.quantity, b.quantity, likeness, context.words):
        one_kind = Relation(RelationKind.UNRELATED, f"figures of one kind: {a.quantity.raw} and {b.quantity.raw}")
        return _kept(a, b, one_kind, _ONE_KIND * likeness * _distinct(b.quantity) * distinct, likeness)
    return _kept(a, b, relation, _LIKE_FIGURE * likeness, likeness)


def _share_of_one_thing(a: Claim, b: Claim, context: _Context) -> bool:
    """Tell whether two round percentages are shares of one thing: "half of them are women" is no "half are young"."""
    shared = _around(a, context.terms_a) & _around(b, context.terms_b)
    return sum(context.shared.get(key, 0.0) for key in sorted(shared)) >= _SHARED_SHARE


def _of_one_owner(a: Claim, b: Claim, aliases: Aliases) -> bool:
    """Tell whether two figures may belong to one thing: unless each names another owner."""
    left, right = (claim.around.about if claim.around else None for claim in (a, b))
    if not left or not right:
        return True
    return bool({term.key for term in terms_of(left, aliases)} & {term.key for term in terms_of(right, aliases)})


def _contradicts(a: Quantity, b: Quantity, likeness: float, words: float) -> bool:
    """Tell whether two figures of one subject and unit contradict each other, and do not count different things.

    Values far apart are a part and its whole, or two different times. Small counts ("two men", "three men") are met
    everywhere and need sentences that are nearly the same.
    """
    factor = unit_factor(a.unit, b.unit) or 1.0
    values = [
        abs(value) * size for amount, size in ((a, 1.0), (b, factor)) for value in (amount.low, amount.high) if value
    ]
    if not values or max(values) > _FAR_APART * min(values):
        return False
    if a.unit is None and max(values) < _SMALL_COUNT:
        return likeness >= _SUBJECT_EQUAL and words >= _CONTEXT_SMALL
    return words >= _CONTEXT_CONFLICT


def _distinct(quantity: Quantity) -> float:
    """Return how unlikely it is to meet this number by chance: 216 per cent is no accident, two of something is."""
    value = stated_value(quantity)
    if value is None:
        return 0.8
    digits = len(f"{abs(value):.6e}".split("e")[0].replace(".", "").rstrip("0"))
    if quantity.unit is None and abs(value) < 13:
        return 0.25
    return 1.0 if digits >= 3 else 0.8 if digits == 2 or abs(value) >= 1000 else 0.5


def _events(a: Claim, b: Claim, context: _Context) -> Fact | None:
    if a.when is None or b.when is None:
        return None
    relation = relate_times(a.when, b.when)
    share = min(_DATE_SHARE.get(when.precision, _YEAR_SHARE) for when in (a.when, b.when))
    if relation.kind is RelationKind.UNRELATED:
        return None
    around = _around(a, context.terms_a) & _around(b, context.terms_b)
    shared = sum(context.shared.get(key, 0.0) for key in sorted(around))
    if _ENACTED in around:
        shared += _SHARED_AROUND
    if relation.kind is RelationKind.SAME:
        if shared < _SHARED_AROUND:
            return _kept(a, b, _mentioned(a.when.raw, b.when.raw), _SAME_DATE * share / 2, shared)
        return _kept(a, b, relation, _SAME_DATE * share, shared)
    if context.words < _CONTEXT_DATES or shared < _SHARED_AROUND:
        return None
    if relation.kind is RelationKind.CONFLICT and not (_are_near(a.when, b.when) and _are_told(a, b)):
        return None
    return _kept(a, b, relation, _SAME_DATE * share / 2, shared)


def _are_near(a: When, b: When) -> bool:
    """Tell whether two dates are near enough to be two accounts of one event, by their precision."""
    gap = days_apart(a, b)
    limit = min(_GAPS.get(when.precision, _GAP_ELSE) for when in (a, b))
    return gap is None or gap <= limit


def _are_told(a: Claim, b: Claim) -> bool:
    """Tell whether two dates are those of what happened, and surely meant as they were resolved.

    Not so where one is the day on which somebody spoke, where both name one weekday, or where both hang on the days
    of publication ("this week", "Sunday"), which are guessed.
    """
    weekdays = [_WEEKDAY.search(claim.surface) for claim in (a, b)]
    if weekdays[0] and weekdays[1] and weekdays[0][0].lower() == weekdays[1][0].lower():
        return False
    if a.surface.casefold() == b.surface.casefold():
        return False
    if not any(character.isdigit() for claim in (a, b) for character in claim.surface):
        return False
    return not any(_is_dateline(claim) for claim in (a, b))


def _is_dateline(claim: Claim) -> bool:
    before = claim.text[: claim.span.start - claim.sentence.start]
    after = claim.text[claim.span.end - claim.sentence.start :]
    return bool(_SAID.search(before) or _SAYS.match(after))


def _around(claim: Claim, terms: Sequence[Term]) -> set[str]:
    """Return the telling words right around a date, which say what happened then."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    before = [term for term in terms if term.end <= start][-_AROUND:]
    after = [term for term in terms if term.start >= end][:_AROUND]
    keys = {term.key for term in (*before, *after)}
    if keys & _acts() and any(family_of(key) == _LAW for key in keys):
        keys.add(_ENACTED)
    return keys | {family for key in keys if (family := family_of(key)) is not None}


@lru_cache(maxsize=1)
def _acts() -> frozenset[str]:
    return frozenset(stem(word) for word in _ENACTMENT.split())


def _mentioned(a: str, b: str) -> Relation:
    """Return what a value that both name says where it is not known to be one thing's: nothing that is a status."""
    return Relation(
        RelationKind.UNRELATED, f"both name {a}" if a.casefold() == b.casefold() else f"both name {a} ({b})"
    )


def _kept(a: Claim, b: Claim, relation: Relation, evidence: float, closeness: float) -> Fact:
    return Fact(relation.kind, evidence, relation.reason, (a.id, b.id), closeness)
