"""Keyed stories as pairs of claims with their signs, and whether a person said that they answer one question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.claim_matching.fitted import likelihood
from index.claim_matching.match import Match
from index.claim_matching.matching import model_of, relation_of, signs_of
from index.claim_matching.mentions import Mention
from index.claim_matching.pairing import ClaimPair, Rivals, rivals_of
from index.claim_matching.relations import Relation
from index.records import ClaimKind
from tests.fitting.keyed import Keyed, cross_pairs

_DOUBTFUL = 0.6
"""What a pair counts of which one claim stands in no group: the key may have left a group out."""
_CONTRAST = 2.0
"""What a contrast pair counts: there are few of them, and each was written to be told apart from its twin."""
_STRANGERS = 1.0
"""What a pair of strangers counts."""
_RARE = 3.0
"""How much more a contrast pair counts that answers two questions: one in twelve does."""
_LARGE = 1500.0
"""Pairs of one event from which on each counts less, so that no long story decides alone."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of two articles of a story; ``share`` is what the pair counts."""

    story: Keyed
    model: str
    a: Mention
    b: Mention
    relation: Relation | None
    signs: Mapping[str, float]
    right: bool
    share: float


def pairs_of(story: Keyed) -> list[Pair]:
    """Return the pairs of a story about which its key says something."""
    claims, groups = story.told.gathered(), story.groups_of()
    none: frozenset[int] = frozenset()
    found = []
    for one, other in cross_pairs(claims):
        for a in claims[one].mentions:
            for b in claims[other].mentions:
                if a.kind is not b.kind:
                    continue
                relation = relation_of(a, b)
                if relation is None and a.kind not in (ClaimKind.QUOTATION, ClaimKind.PREDICTION):
                    continue
                left, right = groups.get(a.id, none), groups.get(b.id, none)
                if not story.complete and not (left and right):
                    continue
                share = 1.0 if left and right else _DOUBTFUL
                joined = bool(left & right) and not story.apart
                found.append((a, b, relation, joined, share))
    less = min(1.0, (_LARGE / len(found)) ** 0.5) if found else 1.0
    weight = less if story.complete else _CONTRAST if story.source == "contrast pairs" else _STRANGERS
    if story.source == "contrast pairs" and story.apart:
        weight *= _RARE
    return [
        Pair(story, model_of(a, relation), a, b, relation, signs_of(a, b, relation), joined, share * weight)
        for a, b, relation, joined, share in found
    ]


def rivals(pairs: Iterable[Pair], odds: Mapping[int, float]) -> dict[int, Rivals]:
    """Return what stands against each pair, by its `id`; ``odds`` are the log odds of each as if it had none."""
    between: dict[tuple[str, str, str], list[Pair]] = {}
    for pair in pairs:
        between.setdefault((pair.story.name, pair.a.document, pair.b.document), []).append(pair)
    found: dict[int, Rivals] = {}
    for group in between.values():
        ours = list({pair.a.id: pair.a for pair in group}.values())
        theirs = list({pair.b.id: pair.b for pair in group}.values())
        places_a = {mention.id: place for place, mention in enumerate(ours)}
        places_b = {mention.id: place for place, mention in enumerate(theirs)}
        made = [
            ClaimPair(
                places_a[p.a.id],
                places_b[p.b.id],
                Match(likelihood(odds[id(p)]), p.relation, odds[id(p)]),
                one_story=True,
            )
            for p in group
        ]
        beside = rivals_of(made, ours, theirs)
        none = Rivals(0.0, 0.0)
        found.update((id(pair), beside.get((made_.a, made_.b), none)) for pair, made_ in zip(group, made, strict=True))
    return found
