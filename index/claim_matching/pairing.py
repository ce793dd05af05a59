"""Which claims of two documents are about the same thing: the one judgement behind topics and behind links."""

from dataclasses import dataclass

from index.claim_matching.candidates import Index, candidates
from index.claim_matching.match import LINK, Match
from index.claim_matching.matching import match_claims
from index.claim_matching.owners import share_names
from index.claim_matching.relations import RelationKind

_ONE_STORY, _ONE_OF_MANY = 0.12, 0.2
"""Likeness from which two documents tell one story, in a folder that is likely about one, and in one of many."""
_DIFFERENT = (RelationKind.CONFLICT, RelationKind.COMPATIBLE)
_SURER = 0.2
"""By how much a pair of different values must be surer than one of equal values that one of the two is in."""
_FOLDER_OF_MANY = 40
"""Documents from which on a folder holds many stories."""


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims about one thing, by their ids, and how they match."""

    a: str
    b: str
    match: Match
    one_story: bool
    """Whether both are told of one story, or at least of one named thing."""


def one_story(likeness: float, documents: int) -> bool:
    """Tell whether two of so many documents tell one story, so that values that differ contradict each other."""
    return likeness >= (_ONE_STORY if documents < _FOLDER_OF_MANY else _ONE_OF_MANY)


def claim_pairs(first: Index, second: Index, same_story: bool) -> list[ClaimPair]:
    """Return the pairs of claims of two documents that are about the same thing.

    Values that exclude each other are paired in documents of one story, see `one_story`, or where the sentences share a
    name. A value that the other document gives too contradicts none of its other values: they tell of something else.
    """
    found = [
        ClaimPair(one.id, other.id, match, same_story or share_names(one, other))
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
        if pair.match.kind not in _DIFFERENT
        or (pair.one_story and pair.match.value > _SURER + max(agreed.get(pair.a, -1.0), agreed.get(pair.b, -1.0)))
    ]
