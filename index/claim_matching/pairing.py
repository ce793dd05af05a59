"""Which claims of two documents are about the same thing: the one judgement behind topics and behind links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.claim_matching.candidates import Claims, candidates
from index.claim_matching.fitted import fitted, likelihood
from index.claim_matching.match import LINK, LINK_OF_DAYS, VETO, Match
from index.claim_matching.matching import match_claims, model_of, relation_of
from index.claim_matching.mentions import Mention
from index.claim_matching.owners import share_names
from index.claim_matching.relations import RelationKind
from index.records import ClaimKind

_ONE_STORY, _ONE_OF_MANY = 0.12, 0.2
"""Likeness from which two documents tell one story, in a folder that is likely about one, and in one of many."""
_DIFFERENT = (RelationKind.CONFLICT, RelationKind.COMPATIBLE)
_FOLDER_OF_MANY = 40
"""Documents from which on a folder holds many stories."""
_SMALL_FOLDER = 200
"""Documents up to which all claims of two documents of one story are compared."""
_WORTH_KEEPING = 0.1
"""Likelihood below which a pair is not remembered: no group will be made by it."""


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims about one thing, by their places in their documents, and how they match."""

    a: int
    b: int
    match: Match
    one_story: bool
    """Whether both are told of one story, or at least of one named thing."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """What stands against a pair: the log odds of its best rival, and of the best pair of equal values; 0 for none."""

    odds: float
    equal: float


def is_small(documents: int) -> bool:
    """Return whether a folder of so many documents is small enough to compare all claims of one story."""
    return documents <= _SMALL_FOLDER


def one_story(likeness: float, documents: int) -> bool:
    """Return whether two of so many documents tell one story, so that values that differ contradict each other."""
    return likeness >= (_ONE_STORY if documents < _FOLDER_OF_MANY else _ONE_OF_MANY)


def claim_pairs(first: Claims, second: Claims, same_story: bool, *, thorough: bool = True) -> list[ClaimPair]:
    """Return the pairs of claims of two documents that are about the same thing.

    In documents of one story, see `one_story`, all claims that can be compared are; else those that share a key, and
    values that differ only where the sentences share a name. Not ``thorough``, as in a large folder, documents of one
    story too are compared by the keys that their claims share.
    """
    return [pair for pair in all_pairs(first, second, same_story, thorough=thorough) if joins(pair, first)]


def joins(pair: ClaimPair, first: Claims) -> bool:
    """Return whether a pair is likely enough to be about one thing."""
    one_day = first.mentions[pair.a].kind is ClaimKind.EVENT and pair.match.kind is RelationKind.SAME
    return pair.match.value >= (LINK_OF_DAYS if one_day else LINK)


def all_pairs(first: Claims, second: Claims, same_story: bool, *, thorough: bool = True) -> list[ClaimPair]:
    """Return the pairs of claims of two documents that may be about the same thing, however unlikely."""
    found = first_pairs(first, second, same_story, thorough=thorough)
    rivals = rivals_of(found, first.mentions, second.mentions)
    judged = []
    for pair in found:
        match = pair.match
        if match.relation is not None and (beside := rivals.get((pair.a, pair.b))) is not None:
            odds = fitted()[model_of(first.mentions[pair.a], match.relation)].beside_rivals(
                match.odds, beside.odds, beside.equal
            )
            match = replace(match, value=likelihood(odds))
        if match.value >= _WORTH_KEEPING:
            judged.append(replace(pair, match=match))
    return judged


def first_pairs(first: Claims, second: Claims, same_story: bool, *, thorough: bool) -> list[ClaimPair]:
    """Return the pairs that are worth a look, each judged as if it had no rivals."""
    found = []
    for a, b in candidates(first, second, thorough=thorough and same_story):
        one, other = first.mentions[a], second.mentions[b]
        story = same_story or share_names(one, other)
        # Values that differ count in one story only: most pairs of two stories need no closer look.
        if not story and _differ(one, other):
            continue
        match = match_claims(one, other)
        if match.value > VETO:
            found.append(ClaimPair(a, b, match, story))
    return found


def rivals_of(
    pairs: Iterable[ClaimPair], ours: Sequence[Mention], theirs: Sequence[Mention]
) -> Mapping[tuple[int, int], Rivals]:
    """Return what stands against each pair of values: other values of one article that fit the other's claim too."""
    valued = [pair for pair in pairs if pair.match.relation is not None]
    by_a: dict[int, list[ClaimPair]] = {}
    by_b: dict[int, list[ClaimPair]] = {}
    for pair in valued:
        by_a.setdefault(pair.a, []).append(pair)
        by_b.setdefault(pair.b, []).append(pair)
    return {
        (pair.a, pair.b): Rivals(
            max(_best(pair, by_a[pair.a], theirs), _best(pair, by_b[pair.b], ours, swapped=True)),
            0.0
            if pair.match.kind is RelationKind.SAME
            else max((other.match.odds for other in (*by_a[pair.a], *by_b[pair.b]) if _equal(other)), default=0.0),
        )
        for pair in valued
    }


def _equal(pair: ClaimPair) -> bool:
    return pair.match.kind is RelationKind.SAME and pair.match.odds > 0.0


def _best(pair: ClaimPair, others: Sequence[ClaimPair], mentions: Sequence[Mention], *, swapped: bool = False) -> float:
    """Return the log odds of the likeliest other pair of one claim, of another value than its partner's; at least 0."""
    own = mentions[pair.a if swapped else pair.b]
    best = 0.0
    for other in others:
        if other.match.odds > best:
            rival = mentions[other.a if swapped else other.b]
            if rival is not own and not _says_the_same(own, rival):
                best = other.match.odds
    return best


def _says_the_same(a: Mention, b: Mention) -> bool:
    relation = relation_of(a, b)
    return relation is not None and relation.kind is RelationKind.SAME


def _differ(a: Mention, b: Mention) -> bool:
    """Return whether two values can be compared and are not the same."""
    relation = relation_of(a, b)
    return relation is not None and relation.kind in _DIFFERENT


def score_of(one: Mention, other: Mention) -> float:
    """Return the likelihood of two claims that may stand in one group; negative where they exclude each other.

    One sentence gives two values of one thing only where it gives two sources for them.
    """
    found = match_claims(one, other)
    if one.document == other.document and one.sentence == other.sentence and found.kind is RelationKind.CONFLICT:
        disputed = one.speaker is not None and other.speaker is not None and one.speaker != other.speaker
        return found.value if disputed else VETO
    return found.value
