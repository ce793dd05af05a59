"""Which claims of two documents are about the same thing."""

from collections.abc import Iterator, Sequence

from index.claims.relations import RelationKind
from index.topics.candidates import candidates
from index.topics.documents import Documents, number
from index.topics.mentions import Mention
from index.topics.scoring import LINK, Score, score

ONE_STORY = 0.15
"""Likeness from which two documents tell one story for sure, so that values that differ contradict each other."""


def paired(documents: Documents, first: int, second: int, story: float) -> Iterator[tuple[float, int, int]]:
    """Yield (score, claim, claim) of the pairs of claims of two documents that are about the same thing.

    ``story`` is the documents' likeness, claims are numbers.
    """
    one, other = documents.mentions(first), documents.mentions(second)
    found = [
        (scored, a, b)
        for a, b in candidates(documents.index(first), documents.index(second))
        if (scored := score(one[a], other[b])).value >= LINK
    ]
    for value, a, b in _fitting(found, story):
        yield value, number(first, a), number(second, b)


def _fitting(found: Sequence[tuple[Score, int, int]], story: float) -> Iterator[tuple[float, int, int]]:
    """Yield (score, place, place) of the pairs that may stand in one topic.

    A value that the other document gives too contradicts none of its other values: they tell of something else.
    """
    ours: dict[int, float] = {}
    theirs: dict[int, float] = {}
    for scored, a, b in found:
        if _relation(scored) is RelationKind.SAME:
            ours[a] = max(scored.value, ours.get(a, 0.0))
            theirs[b] = max(scored.value, theirs.get(b, 0.0))
    for scored, a, b in found:
        surer = story >= ONE_STORY and scored.value > max(ours.get(a, 0.0), theirs.get(b, 0.0))
        if surer or _relation(scored) is not RelationKind.CONFLICT:
            yield scored.value, a, b


def value_of(one: Mention, other: Mention) -> float:
    """Return the score of two claims that may stand in one group; negative where they exclude each other."""
    found = score(one, other)
    if one.document != other.document:
        return found.value
    if one.sentence == other.sentence and _relation(found) is RelationKind.CONFLICT:
        return -1.0
    return found.value


def _relation(scored: Score) -> RelationKind | None:
    return scored.relation.kind if scored.relation else None
