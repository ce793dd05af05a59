"""What the claims of two sentences say about each other: the same figure, dates in conflict, one quotation.

Which claims are about one thing is judged by `index.claim_matching`, as for the topics of a corpus.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.claim_matching import (
    Mention,
    RelationKind,
    Stand,
    Standing,
    Witness,
    all_pairs,
    distinct,
    is_small,
    joins,
    make_witnesses,
    one_story,
    owners_differ,
    quantities_related,
    relation_of,
    score_of,
    standings,
    story_likeness,
)
from index.comparison.features import Prepared
from index.comparison.scoring import Pair
from index.comparison.wording import cut, longest_run
from index.records import (
    Claim,
    ClaimKind,
    content_of,
    direct_of,
)
from index.terms import CorpusWeights

_MATCHED = 0.2
"""Evidence of two claims about one thing, whatever their values: a reader wants to see them side by side."""
_DOUBTED = 0.1
"""The same of two claims that may be about one thing, and may not."""
_QUOTED = 0.06
"""Evidence of one quotation beside that of its words, which stand in both sentences anyway."""
BOTH_QUOTE = "both quote "
"""How the reason begins that gives the words of a quotation."""
_BOTH_REPORT = "both report "
_FORECASTS = "forecasts of one thing"
_CLAIMS = 30
"""Claims of a sentence that are looked at; only tables have more."""


Topics = Sequence[Sequence[str]]
"""The ids of the claims of each topic."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between a claim of each side: its kind, the evidence it adds to a link, and the reason in words."""

    kind: RelationKind
    evidence: float
    reason: str
    claims: tuple[str, str]
    """Ids of the two claims."""
    quoted: bool = False
    """Whether these are two prints of one quotation."""


_KINDS = {
    Stand.SAME: RelationKind.SAME,
    Stand.CONFLICT: RelationKind.CONFLICT,
    Stand.COMPATIBLE: RelationKind.COMPATIBLE,
    Stand.SCOPE: RelationKind.COMPATIBLE,
    Stand.UPDATE: RelationKind.COMPATIBLE,
    Stand.DOUBTFUL: RelationKind.COMPATIBLE,
    Stand.UNRELATED: RelationKind.UNRELATED,
}


def said_of(standing: Standing, values: str) -> str:
    """Return in words how two claims stand; ``values`` says it of their values alone."""
    if standing.stand is Stand.UPDATE:
        older, newer = sorted((standing.a.published or "", standing.b.published or ""))
        return f"{values}, but the articles are of {older} and {newer}"
    if standing.stand is Stand.DOUBTFUL:
        return f"may differ: {values}, if both answer one question"
    if not standing.why:
        return values
    joint = ", but" if standing.stand is Stand.SCOPE else ";"
    return standing.why if standing.why.startswith("different outcomes") else f"{values}{joint} {standing.why}"


class Facts:
    """What the claims of two documents say about each other, by the pairs of sentences they stand in.

    ``topics`` are the ids of claims that stand together, where the corpus was grouped: what is said of two claims then
    is what their topic says. Without them each pair of claims that answers one question is judged by itself.
    """

    def __init__(
        self, a: Prepared, b: Prepared, same_story: bool, topics: Topics | None = None, *, thorough: bool = True
    ) -> None:
        self._a, self._b = a, b
        self._figures = (_figures_of(a), _figures_of(b))
        self._matched: dict[Pair, list[Fact]] = {}
        found = all_pairs(a.matched, b.matched, same_story, thorough=thorough)
        self._likely = {(self._id(a, pair.a), self._id(b, pair.b)): pair.match.value for pair in found}
        if topics is None:
            for pair in found:
                if joins(pair, a.matched):
                    self._add([pair.a], [pair.b])
        else:
            ours, theirs = ({claim.id: place for place, claim in enumerate(side.claims)} for side in (a, b))
            for ids in topics:
                left, right = ([places[id_] for id_ in ids if id_ in places] for places in (ours, theirs))
                if left and right:
                    self._add(left, right)

    @staticmethod
    def _id(side: Prepared, place: int) -> str:
        return side.claims[place].id

    def _add(self, ours: Sequence[int], theirs: Sequence[int]) -> None:
        """Add what the claims of one topic say, pair by pair; a dispute inside one article contradicts each side."""
        sides = [(self._a, place) for place in ours] + [(self._b, place) for place in theirs]
        places = {self._id(side, place): side.place_of(place) for side, place in sides}
        witnesses = make_witnesses(
            [side.claims[place] for side, place in sides], [side.matched.mentions[place] for side, place in sides]
        )
        for found in standings(witnesses, self._how_likely):
            if found.a.where != found.b.where:
                self._put(places[found.a.claim.id], places[found.b.claim.id], _fact(found))
                continue
            for other in witnesses:
                if other.where != found.a.where:
                    fact = _fact(found)
                    for disputed in (found.a, found.b):
                        pair = (disputed, other) if other.where == self._b.document.id else (other, disputed)
                        self._put(places[pair[0].claim.id], places[pair[1].claim.id], fact)

    def _how_likely(self, a: Witness, b: Witness) -> float:
        ids = (a.claim.id, b.claim.id)
        known = self._likely.get(ids, self._likely.get(ids[::-1]))
        if known is None and a.mention is not None and b.mention is not None:
            known = max(0.0, score_of(a.mention, b.mention))
        return known or 0.0

    def _put(self, left: int | None, right: int | None, fact: Fact) -> None:
        if left is not None and right is not None:
            self._matched.setdefault((left, right), []).append(fact)

    @property
    def conflicts(self) -> Iterable[Pair]:
        """The pairs of sentences with claims that contradict each other, to be linked however few words they share."""
        return [
            pair for pair, facts in self._matched.items() if any(fact.kind is RelationKind.CONFLICT for fact in facts)
        ]

    @property
    def pairs(self) -> Iterable[Pair]:
        """The pairs of sentences with claims about one thing, by their numbers."""
        return self._matched.keys()

    def evidence(self, pair: Pair) -> float:
        """Return what the claims about one thing speak for: the strongest of them counts."""
        return max((fact.evidence for fact in self._matched.get(pair, ())), default=0.0)

    def between(self, pair: Pair) -> list[Fact]:
        """Return the facts of two sentences, strongest first: claims about one thing, then values that both name."""
        found = list(self._matched.get(pair, ()))
        known = {id_ for fact in found for id_ in fact.claims}
        left, right = ([mention for mention in side if mention.id not in known] for side in self._figures_at(pair))
        found += [fact for one in left for other in right if (fact := _named(one, other)) is not None]
        return sorted(found, key=lambda fact: (-fact.evidence, fact.kind, fact.reason))

    def _figures_at(self, pair: Pair) -> tuple[list[Mention], list[Mention]]:
        return self._figures[0].get(pair[0], []), self._figures[1].get(pair[1], [])


def _fact(found: Standing) -> Fact:
    """Return how two claims stand as a fact of their sentences."""
    a, b = found.a, found.b
    ids = (a.claim.id, b.claim.id)
    conflict = found.stand is Stand.CONFLICT
    if a.claim.kind is ClaimKind.QUOTATION and not conflict:
        spoken = direct_of(a.claim) is not False and direct_of(b.claim) is not False
        return Fact(RelationKind.UNRELATED, _QUOTED, _quoted(a.claim, b.claim, spoken), ids, quoted=spoken)
    relation = relation_of(a.mention, b.mention) if a.mention is not None and b.mention is not None else None
    if relation is None:
        kind = RelationKind.CONFLICT if conflict else RelationKind.UNRELATED
        return Fact(kind, _MATCHED, found.why or _FORECASTS, ids)
    evidence = _DOUBTED if found.stand is Stand.DOUBTFUL else _MATCHED
    return Fact(_KINDS[found.stand], evidence, said_of(found, relation.reason), ids)


def facts_of(a: Prepared, b: Prepared, corpus: CorpusWeights, topics: Topics | None = None) -> Facts:
    """Return what the claims of two documents of a corpus say about each other, see `Facts`."""
    likeness = story_likeness(a.counts, b.counts, corpus.story_weight)
    story = one_story(likeness, corpus.documents)
    return Facts(a, b, story, topics, thorough=is_small(corpus.documents))


def _figures_of(prepared: Prepared) -> dict[int, list[Mention]]:
    """Return the figures of each sentence, by its number; of a table only the first ones."""
    found: dict[int, list[Mention]] = {}
    for claim, mention in enumerate(prepared.matched.mentions):
        place = prepared.place_of(claim)
        if mention.quantity is not None and place is not None and len(found.setdefault(place, [])) < _CLAIMS:
            found[place].append(mention)
    return found


def _quoted(a: Claim, b: Claim, spoken: bool) -> str:
    """Return in words what two quotations have in common: the words, where enough of them stand in a row."""
    left, right = content_of(a) or a.surface, content_of(b) or b.surface
    run = longest_run(left, right)
    said = BOTH_QUOTE if spoken else _BOTH_REPORT
    return said + (f"“{cut(left[run.a.start : run.a.end])}”" if run is not None else "the same words")


def _named(a: Mention, b: Mention) -> Fact | None:
    """Return what two figures that are not known to be of one thing say beside each other; it is never a status."""
    if a.quantity is None or b.quantity is None:
        return None
    relation, left, right = quantities_related(a.quantity, b.quantity), a.quantity.raw, b.quantity.raw
    if relation.kind is RelationKind.SAME and distinct(a.quantity) == 1.0:
        words = left if left.casefold() == right.casefold() else f"{left} ({right})"
        return Fact(RelationKind.UNRELATED, 0.0, f"both name {words}", (a.id, b.id))
    if relation.kind is RelationKind.CONFLICT and a.head is not None and a.head == b.head and not owners_differ(a, b):
        return Fact(RelationKind.UNRELATED, 0.0, f"figures of one kind: {left} and {right}", (a.id, b.id))
    return None
