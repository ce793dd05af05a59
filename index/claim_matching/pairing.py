"""Which claims of two documents are about the same thing: the one judgement behind topics and behind links."""

from dataclasses import dataclass

from index.claim_matching.candidates import Index, candidates
from index.claim_matching.match import LINK, Match
from index.claim_matching.matching import match_claims
from index.claim_matching.relations import RelationKind

ONE_STORY = 0.12
"""Likeness from which two documents tell one story for sure, so that values that differ contradict each other."""


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims about one thing, by their ids, and how they match."""

    a: str
    b: str
    match: Match


def claim_pairs(first: Index, second: Index, story: float) -> list[ClaimPair]:
    """Return the pairs of claims of two documents that are about the same thing.

    ``story`` is the likeness of the two documents, 0 to 1, see `ONE_STORY`. A value that the other document gives too
    contradicts none of its other values: they tell of something else.
    """
    found = [
        ClaimPair(one.id, other.id, match)
        for one, other in candidates(first, second)
        if (match := match_claims(one, other)).value >= LINK
    ]
    agreed: dict[str, float] = {}
    for pair in found:
        if pair.match.kind is RelationKind.SAME:
            agreed.update((id_, max(pair.match.value, agreed.get(id_, 0.0))) for id_ in (pair.a, pair.b))
    return [
        pair
        for pair in found
        if pair.match.kind is not RelationKind.CONFLICT
        or (story >= ONE_STORY and pair.match.value > max(agreed.get(pair.a, 0.0), agreed.get(pair.b, 0.0)))
    ]
