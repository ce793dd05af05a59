"""Groups the claims of many documents into topics, in near-linear time and bounded memory.

Documents of one story are found by their rare words; only their claims are compared, pair by pair; pairs become
groups by `cluster`. Claims are read document by document through ``Sources`` and forgotten again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.claim_matching import (
    Folder,
    Mention,
    RelationKind,
    claim_pairs,
    index_of,
    make_witnesses,
    match_claims,
    mentions_of,
    one_story,
    short_names,
    status_of,
)
from index.claim_matching.stories import by_story, neighbours
from index.language.aliases import Aliases
from index.records import Claim, DocumentEntry, Status, Topic
from index.terms.weights import CorpusWeights, TermCounts
from index.topics.clustering import BY_HAND, Strongest, cluster, components
from index.topics.labels import Ids, label_of

DOCUMENTS_IN_MEMORY = 400
CLAIMS_IN_MEMORY = 40_000
"""Claims with a partner that are kept beside those of the documents at hand: a group reaches over many documents."""
ORDER = (
    Status.CONFLICT,
    Status.SCOPE_DIFFERS,
    Status.UPDATE,
    Status.COMPATIBLE,
    Status.ONE_ORIGIN,
    Status.CORROBORATED,
    Status.ALONE,
)
"""The statuses, what a reader must see first."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where claims and words are read from: ids in order, a document's claims, and its terms (all, and one's)."""

    ids: Sequence[str]
    claims_of: Callable[[str], Sequence[Claim]]
    terms: Callable[[], Iterator[tuple[str, TermCounts]]]
    terms_of: Callable[[str], TermCounts]


def build_topics(
    sources: Sources,
    entries: Mapping[str, DocumentEntry],
    aliases: Aliases,
    merges: Sequence[Sequence[str]] = (),
    splits: Sequence[Sequence[str]] = (),
) -> tuple[Topic, ...]:
    """Return the topics in which claims of several places meet, conflicts first; all other claims stand alone.

    ``merges`` are claim ids that the user put into one topic, ``splits`` a claim id and those it does not belong with.
    """
    grouping = _Grouping(sources, entries, aliases)
    groups = grouping.groups(merges, splits)
    name = short_names(entries)
    ids = Ids()
    found = []
    for group in groups:
        claims = grouping.claims(group)
        witnesses = make_witnesses(claims, [grouping.mention(id_) for id_ in group])
        status, reason = status_of(witnesses, name)
        label = label_of(claims)
        found.append(Topic(ids.of(label), label, status, reason, tuple(claim.id for claim in claims)))
    return tuple(sorted(found, key=lambda topic: ORDER.index(topic.status)))


def alone(claims: Sequence[Claim], joined: frozenset[str], name: Callable[[str], str]) -> Iterator[Topic]:
    """Yield a topic for each claim that is in no other one; its id is the claim's."""
    for claim in claims:
        if claim.id not in joined:
            reason = f"only {name(claim.document)} says this"
            yield Topic(claim.id, label_of([claim]), Status.ALONE, reason, (claim.id,))


class _Grouping:
    """One run over a corpus: weights, mentions of the documents at hand, and pairs."""

    def __init__(self, sources: Sources, entries: Mapping[str, DocumentEntry], aliases: Aliases) -> None:
        self._sources = sources
        self._entries = entries
        self._aliases = aliases
        self._folder = Folder(aliases)
        self._weights = CorpusWeights()
        for _, counts in sources.terms():
            self._weights.add(counts)
        self._mentions = lru_cache(DOCUMENTS_IN_MEMORY)(self._mentions_of)
        self._kept: dict[str, Mention] = {}
        self._index = lru_cache(DOCUMENTS_IN_MEMORY)(lambda document: index_of(self._mentions(document).values()))
        self._rarity = lru_cache(200_000)(lambda key: self._weights.sentence_weight(key, aliases))

    def mention(self, id_: str) -> Mention:
        """Return a claim's mention."""
        return self._kept.get(id_) or self._mentions(document_of(id_))[id_]

    def claims(self, ids: Sequence[str]) -> list[Claim]:
        """Return the claims with these ids, in order of document and place."""
        by_document: dict[str, set[str]] = {}
        for id_ in ids:
            by_document.setdefault(document_of(id_), set()).add(id_)
        return [c for doc, wanted in by_document.items() for c in self._sources.claims_of(doc) if c.id in wanted]

    def groups(self, merges: Sequence[Sequence[str]], splits: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the ids of claims that belong together, each group in order of document and place."""
        numbers = _Numbers(self._sources.ids)
        strongest = Strongest()
        for first, second, likeness in self._document_pairs():
            for pair in claim_pairs(
                self._index(first), self._index(second), one_story(likeness, len(self._sources.ids))
            ):
                strongest.add(pair.match.value, numbers.of(pair.a), numbers.of(pair.b))
                self._keep(pair.a)
                self._keep(pair.b)
        pairs = strongest.pairs()
        known = {id_ for ids in (*merges, *splits) for id_ in ids if self._exists(id_)}
        together = [[numbers.of(id_) for id_ in ids if id_ in known] for ids in merges]
        # A pair that the user made keeps its claims in one component; it weighs more than any that was found.
        pairs += [(BY_HAND, ids[0], other) for ids in together for other in ids[1:]]
        divided = _divided([[numbers.of(id_) for id_ in ids if id_ in known] for ids in splits])

        def value_of(a: int, b: int) -> float:
            return self._score(numbers.ids[a], numbers.ids[b])

        found = [group for part in components(pairs) for group in cluster(part, value_of, divided)]
        groups = [sorted((numbers.ids[number] for number in group), key=numbers.place) for group in found]
        return sorted(groups, key=lambda group: numbers.place(group[0]))

    def _keep(self, id_: str) -> None:
        if id_ not in self._kept and len(self._kept) < CLAIMS_IN_MEMORY:
            self._kept[id_] = self.mention(id_)

    def _exists(self, id_: str) -> bool:
        return document_of(id_) in self._sources.ids and id_ in self._mentions(document_of(id_))

    def _document_pairs(self) -> Iterator[tuple[str, str, float]]:
        near = neighbours(self._sources.terms(), self._weights.story_weight)
        done: set[tuple[str, str]] = set()
        for id_ in by_story(self._sources.ids, near):
            for other, likeness in near.get(id_, ()):
                pair = (id_, other) if id_ < other else (other, id_)
                if pair not in done:
                    done.add(pair)
                    yield *pair, likeness

    def _score(self, a: str, b: str) -> float:
        one, other = self.mention(a), self.mention(b)
        found = match_claims(one, other)
        if one.document != other.document:
            return found.value
        if one.sentence == other.sentence and found.kind is RelationKind.CONFLICT:
            return -1.0
        return found.value

    def _mentions_of(self, document: str) -> dict[str, Mention]:
        claims, terms = self._sources.claims_of(document), self._sources.terms_of(document)
        return mentions_of(claims, terms, self._folder, self._rarity, self._published(document))

    def _published(self, document: str) -> str | None:
        entry = self._entries.get(document)
        return entry.metadata.published if entry else None


def _divided(splits: Iterable[Sequence[int]]) -> dict[int, frozenset[int]]:
    """Return with whom each claim that the user took out of a topic must not stand."""
    apart: dict[int, set[int]] = {}
    for one, *others in filter(None, splits):
        for other in others:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in apart.items()}


class _Numbers:
    """Claims as numbers, in order of first use."""

    def __init__(self, documents: Sequence[str]) -> None:
        self.ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._documents = {id_: number for number, id_ in enumerate(documents)}

    def of(self, id_: str) -> int:
        number = self._numbers.get(id_)
        if number is None:
            number = self._numbers[id_] = len(self.ids)
            self.ids.append(id_)
        return number

    def place(self, id_: str) -> tuple[int, int, str]:
        document, _, rest = id_.rpartition("#")
        return self._documents.get(document, 0), int(rest[1:].partition("-")[0]), rest


def document_of(id_: str) -> str:
    """Return the document that a claim's id names."""
    return id_.rpartition("#")[0]
