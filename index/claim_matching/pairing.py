"""Which claims of two documents are about the same thing: the one judgement behind topics and behind links."""

from dataclasses import dataclass

from index.claim_matching.candidates import Claims, candidates
from index.claim_matching.match import LINK, VETO, Match
from index.claim_matching.matching import match_claims
from index.claim_matching.mentions import Mention
from index.claim_matching.owners import share_names
from index.claim_matching.relations import RelationKind
from index.claim_matching.values import quantities_related, times_related

_ONE_STORY, _ONE_OF_MANY = 0.12, 0.2
"""Likeness from which two documents tell one story, in a folder that is likely about one, and in one of many."""
_DIFFERENT = (RelationKind.CONFLICT, RelationKind.COMPATIBLE)
_SURER = 0.2
"""By how much a pair of different values must be surer than one of equal values that one of the two is in."""
_FOLDER_OF_MANY = 40
"""Documents from which on a folder holds many stories."""


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims about one thing, by their places in their documents, and how they match."""

    a: int
    b: int
    match: Match
    one_story: bool
    """Whether both are told of one story, or at least of one named thing."""


def one_story(likeness: float, documents: int) -> bool:
    """Tell whether two of so many documents tell one story, so that values that differ contradict each other."""
    return likeness >= (_ONE_STORY if documents < _FOLDER_OF_MANY else _ONE_OF_MANY)


def claim_pairs(first: Claims, second: Claims, same_story: bool) -> list[ClaimPair]:
    """Return the pairs of claims of two documents that are about the same thing.

    Values that differ are paired in documents of one story, see `one_story`, or where the sentences share a name. A
    value that the other document gives too contradicts none of its other values: they tell of something else.
    """
    found = []
    for a, b in candidates(first, second):
        one, other = first.mentions[a], second.mentions[b]
        story = same_story or share_names(one, other)
        # Values that differ count in one story only: most pairs of two stories need no closer look.
        if not story and _differ(one, other):
            continue
        if (match := match_claims(one, other)).value >= LINK:
            found.append(ClaimPair(a, b, match, story))
    ours: dict[int, float] = {}
    theirs: dict[int, float] = {}
    for pair in found:
        if pair.match.kind is RelationKind.SAME:
            ours[pair.a] = max(pair.match.value, ours.get(pair.a, 0.0))
            theirs[pair.b] = max(pair.match.value, theirs.get(pair.b, 0.0))
    return [
        pair
        for pair in found
        if pair.match.kind not in _DIFFERENT
        or (pair.one_story and pair.match.value > _SURER + max(ours.get(pair.a, -1.0), theirs.get(pair.b, -1.0)))
    ]


def _differ(a: Mention, b: Mention) -> bool:
    """Tell whether two values can be compared and are not the same."""
    if a.quantity is not None and b.quantity is not None:
        return quantities_related(a.quantity, b.quantity).kind in _DIFFERENT
    return a.when is not None and b.when is not None and times_related(a.when, b.when).kind in _DIFFERENT


def score_of(one: Mention, other: Mention) -> float:
    """Return the score of two claims that may stand in one group; negative where they exclude each other."""
    found = match_claims(one, other)
    if one.document == other.document and one.sentence == other.sentence and found.kind is RelationKind.CONFLICT:
        return VETO
    return found.value
