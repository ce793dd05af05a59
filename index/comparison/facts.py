"""What the claims of two sentences say about each other: the same figure, dates in conflict, one quotation.

Which claims are about one thing is judged by `index.claim_matching`, as for the topics of a corpus.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from index.claim_matching import ClaimPair, Mention, RelationKind, claim_pairs, make_witnesses, one_story
from index.claim_matching.differing import distinct
from index.claim_matching.owners import owners_differ
from index.claim_matching.standing import Stand, Standing, stand
from index.claim_matching.stories import story_likeness
from index.claim_matching.values import quantities_related
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
_QUOTED = 0.06
"""Evidence of one quotation beside that of its words, which stand in both sentences anyway."""
BOTH_QUOTE = "both quote "
"""How the reason begins that gives the words of a quotation."""
_BOTH_REPORT = "both report "
_FORECASTS, _OPPOSED = "forecasts of one thing", "opposed forecasts of one thing"
_CLAIMS = 30
"""Claims of a sentence that are looked at; only tables have more."""


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
    """What the claims of two documents say about each other, by the pairs of sentences they stand in."""

    def __init__(self, a: Prepared, b: Prepared, same_story: bool) -> None:
        self._a, self._b = a, b
        self._figures = (_figures_of(a), _figures_of(b))
        self._matched: dict[Pair, list[Fact]] = {}
        for pair in claim_pairs(a.matched, b.matched, same_story):
            place = a.place_of(pair.a), b.place_of(pair.b)
            if place[0] is not None and place[1] is not None:
                self._matched.setdefault((place[0], place[1]), []).append(self._fact(pair))

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

    def _fact(self, pair: ClaimPair) -> Fact:
        a, b = self._a.claims[pair.a], self._b.claims[pair.b]
        if a.kind is ClaimKind.QUOTATION:
            spoken = direct_of(a) is not False and direct_of(b) is not False
            return Fact(RelationKind.UNRELATED, _QUOTED, _quoted(a, b, spoken), (a.id, b.id), quoted=spoken)
        left, right = make_witnesses([a, b], [self._a.matched.mentions[pair.a], self._b.matched.mentions[pair.b]])
        standing = stand(left, right, pair.match.value)
        relation = pair.match.relation
        if relation is None:
            conflict = standing.stand is Stand.CONFLICT
            kind, reason = (RelationKind.CONFLICT, _OPPOSED) if conflict else (RelationKind.UNRELATED, _FORECASTS)
            return Fact(kind, _MATCHED, reason, (a.id, b.id))
        return Fact(_KINDS[standing.stand], _MATCHED, said_of(standing, relation.reason), (a.id, b.id))


def facts_of(a: Prepared, b: Prepared, corpus: CorpusWeights) -> Facts:
    """Return what the claims of two documents of a corpus say about each other."""
    likeness = story_likeness(a.counts, b.counts, corpus.story_weight)
    return Facts(a, b, one_story(likeness, corpus.documents))


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
