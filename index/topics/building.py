"""Groups the claims of many documents into topics, in near-linear time and bounded memory.

Documents of one story are found by their rare words; only their claims are compared, pair by pair; pairs become
groups by `cluster`. Claims are read document by document through `Documents`, story after story, and forgotten again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from math import log2
from operator import itemgetter

from index.claim_matching import (
    SILENT,
    Judgement,
    Watch,
    Witness,
    by_story,
    claim_pairs,
    is_small,
    make_witnesses,
    neighbours,
    one_story,
    score_of,
    short_names,
    status_of,
    tell_likelihood,
)
from index.language import Aliases
from index.records import STATUS_SIGNS, Claim, DocumentEntry, Status, Topic
from index.topics.clustering import BY_HAND, Strongest, cluster, components
from index.topics.documents import Documents, Sources, Told, document_at, number
from index.topics.labels import Ids, label_of

CLAIMS_AT_ONCE = 4_000
"""Claims with partners that are held at once: as many as memory allows, so that few documents are read again."""

Part = list[tuple[float, int, int]]
"""Pairs of claims, with their scores, that share no claim with others."""


def build_topics(
    sources: Sources,
    entries: Mapping[str, DocumentEntry],
    aliases: Aliases,
    merges: Sequence[Sequence[str]] = (),
    splits: Sequence[Sequence[str]] = (),
    *,
    watch: Watch = SILENT,
) -> tuple[Topic, ...]:
    """Return the topics in which claims of several places meet, conflicts first; all other claims stand alone.

    ``merges`` are claim ids that the user put into one topic, ``splits`` a claim id and those it does not belong with.
    Raises Cancelled when ``watch`` says that the topics are no longer wanted.
    """
    with closing(Documents(sources, entries, aliases)) as documents:
        pairs = Strongest()
        for ids in merges:
            first, *others = _known(documents, ids) or [0]
            for other in others:
                # A pair that the user made keeps its claims together; it weighs more than any that was found.
                pairs.add(BY_HAND, min(first, other), max(first, other))
        order = _compare(documents, pairs, watch)
        divided = _divided([_known(documents, ids) for ids in splits])
        found = list(_topics(documents, pairs, order, divided, watch))
    names = Ids()
    topics = [replace(topic, id=names.of(topic.label)) for _, topic in sorted(found, key=itemgetter(0))]
    shown_first = tuple(STATUS_SIGNS)
    return tuple(sorted(topics, key=lambda topic: (shown_first.index(topic.status), -_worth_checking(topic))))


def _worth_checking(topic: Topic) -> float:
    """Return how soon a conflict should be checked: the surer it is, and the more sources tell it, the sooner."""
    if topic.status is not Status.CONFLICT:
        return 0.0
    sources = len({id_.rpartition("#")[0] for id_ in topic.claims})
    return (topic.likelihood or 0.0) * log2(sources + 1)


def _weighed(judged: Judgement) -> str:
    """Return in words what spoke for and against one question, where the status tells of a difference."""
    if judged.pair is None:
        return ""
    a, b = (witness.mention for witness in judged.pair)
    return tell_likelihood(a, b, judged.likelihood) if a is not None and b is not None else ""


def alone(claims: Sequence[Claim], joined: frozenset[str], name: Callable[[str], str]) -> Iterator[Topic]:
    """Yield a topic for each claim that is in no other one; its id is the claim's."""
    for claim in claims:
        if claim.id not in joined:
            reason = f"nothing comparable was found beside {name(claim.document)}"
            yield Topic(claim.id, label_of([claim]), Status.ALONE, reason, (claim.id,))


def _compare(documents: Documents, pairs: Strongest, watch: Watch) -> dict[int, int]:
    """Add the pairs of claims of documents that tell one story; return each document's turn, story after story."""
    near = neighbours(documents.terms(), documents.weights.story_weight, watch)
    order = [documents.places[id_] for id_ in by_story(documents.ids, near)]
    compared: set[tuple[int, int]] = set()
    small = is_small(len(documents.ids))
    for place in watch.each("comparing articles", order):
        for id_, likeness in near.get(documents.ids[place], ()):
            other = documents.places[id_]
            first, second = min(place, other), max(place, other)
            if (first, second) not in compared:
                compared.add((first, second))
                story = one_story(likeness, len(documents.ids))
                for pair in claim_pairs(documents.claims(first), documents.claims(second), story, thorough=small):
                    pairs.add(pair.match.value, number(first, pair.a), number(second, pair.b))
    return {place: turn for turn, place in enumerate(order)}


def _topics(
    documents: Documents,
    pairs: Strongest,
    turns: Mapping[int, int],
    divided: Mapping[int, frozenset[int]],
    watch: Watch,
) -> Iterator[tuple[int, Topic]]:
    """Yield the topics that the pairs give, each after its first claim; they have no id yet."""
    name = short_names(documents.entries)
    documents.forget()
    parts = components(pairs)
    parts.sort(key=lambda part: turns[document_at(pairs.at(part[0])[1])])
    for batch in _batches(pairs, watch.each("grouping claims", parts)):
        told = documents.told(claim for _, claims in batch for claim in claims)
        for whole, _ in batch:
            part = [pair for pair in whole if pair[1] in told and pair[2] in told]
            score = _scorer(part, told)
            for group in cluster(part, score, divided):
                claims, mentions = [told[claim][0] for claim in group], [told[claim][1] for claim in group]
                judged = status_of(make_witnesses(claims, mentions), name, _likely(group, claims, score))
                likelihood = None if judged.status is Status.ALONE else round(judged.likelihood, 3)
                ids = tuple(claim.id for claim in claims)
                weighed = _weighed(judged)
                yield group[0], Topic("", label_of(claims), judged.status, judged.reason, ids, likelihood, weighed)


def _scorer(part: Part, told: Mapping[int, Told]) -> Callable[[int, int], float]:
    """Return what gives the score of two claims, from the pairs where it is known."""
    known = {(a, b): value for value, a, b in part if value < BY_HAND}

    def score(a: int, b: int) -> float:
        value = known.get((a, b) if a < b else (b, a))
        return score_of(told[a][1], told[b][1]) if value is None else value

    return score


def _likely(
    group: Sequence[int], claims: Sequence[Claim], score: Callable[[int, int], float]
) -> Callable[[Witness, Witness], float]:
    """Return what gives the likelihood of two witnesses of a group."""
    numbers = {claim.id: number for claim, number in zip(claims, group, strict=True)}

    def likely(a: Witness, b: Witness) -> float:
        return min(1.0, max(0.0, score(numbers[a.claim.id], numbers[b.claim.id])))

    return likely


def _batches(pairs: Strongest, parts: Iterable[Sequence[int]]) -> Iterator[list[tuple[Part, set[int]]]]:
    """Yield sets of pairs with their claims, as many at a time as can be held."""
    batch: list[tuple[Part, set[int]]] = []
    size = 0
    for places in parts:
        part = [pairs.at(place) for place in places]
        batch.append((part, {claim for _, a, b in part for claim in (a, b)}))
        size += len(batch[-1][1])
        if size >= CLAIMS_AT_ONCE:
            yield batch
            batch, size = [], 0
    yield batch


def _known(documents: Documents, ids: Iterable[str]) -> list[int]:
    """Return the numbers of those claims that are still there."""
    return [number for id_ in ids if (number := documents.number_of(id_)) is not None]


def _divided(splits: Iterable[Sequence[int]]) -> dict[int, frozenset[int]]:
    """Return with whom each claim that the user took out of a topic must not stand."""
    apart: dict[int, set[int]] = {}
    for one, *others in filter(None, splits):
        for other in others:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in apart.items()}
