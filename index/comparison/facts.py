"""What two sentences' claims say about each other: the same figure, a date in conflict, one quotation."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.claims.relations import RelationKind, relate_quantities, relate_times
from index.records import Claim, ClaimKind


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between a claim of each side; ``strength`` is 0 to 1, ``kind`` as in `RelationKind`."""

    kind: RelationKind
    strength: float
    reason: str


def facts_between(a: Sequence[Claim], b: Sequence[Claim]) -> list[Fact]:
    """Return how the figures and dates of two sentences stand to each other, strongest first."""
    found = [fact for left in a for right in b if (fact := _relate(left, right)) is not None]
    return sorted(found, key=lambda fact: (-fact.strength, fact.reason))


def _relate(a: Claim, b: Claim) -> Fact | None:
    if a.kind is not b.kind:
        return None
    if a.kind is ClaimKind.FIGURE and a.quantity and b.quantity:
        relation = relate_quantities(a.quantity, b.quantity)
    elif a.kind is ClaimKind.EVENT and a.when and b.when:
        relation = relate_times(a.when, b.when)
    else:
        return None
    if relation.kind is RelationKind.UNRELATED:
        return None
    strength = {RelationKind.SAME: 0.4, RelationKind.COMPATIBLE: 0.1}.get(relation.kind, 0.0)
    return Fact(relation.kind, strength, relation.reason)
