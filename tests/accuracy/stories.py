"""Topics measured over whole stories: 24 invented ones of three or four articles, with a key of what belongs together.

Each story is a corpus of its own. A member of a key's group is taken for the claims whose words overlap its own:
figures for a figure, dated events for an event; for an outcome (what became of one thing) dated events too, and where
none overlaps, those of its sentence. A group is *found* when claims of two of its articles stand in one topic; its
status is *exact* when such a topic has the status of the key, and *fitting* when such a topic says rightly whether the
articles agree (corroborated, one-origin, compatible) or differ (update, scope-differs, conflict). Groups are counted
over all that were asked for, found or not. A topic has one status: where a date and an outcome rest on the same
claims, both groups are judged by it.

Pair precision is the share, of the pairs of keyed claims of two articles that stand in one topic, that belong to one
group. A trap (two claims that only look alike) is sprung when both stand in one topic; traps of which a side was not
read as a claim are left out. Topics of figures and events that are called a conflict are *keyed as* what the key says
of a group of which they hold two articles; *not keyed* may be a wrong one or one that nobody wrote down.

For comparison: the share of the pairs of a group whose sentences are linked when their two articles are compared, and
the share of the traps linked as the same or as a conflict, without those whose sentences also share a keyed fact.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

from index.comparison import compare
from index.records import Claim, ClaimKind, Link, Side, Span, Status, Topic
from index.terms import CorpusWeights, count_terms
from tests.accuracy import Row
from tests.accuracy._keyed_stories import Group, Member, Story, is_held_out, names, story
from tests.accuracy.topics import Grouped

NEEDS_SHARED = False
"""This area rests on articles of this repository alone."""

AREA = "stories over sources"
HALVES = (("12 invented stories, tuned on", False), ("12 invented stories, held out", True))
VALUES = (ClaimKind.FIGURE, ClaimKind.EVENT)
KINDS = {"figure": "figures", "event": "dated events", "outcome": "outcomes"}
DIFFERING = frozenset({Status.UPDATE, Status.SCOPE_DIFFERS, Status.CONFLICT})
ASKED = (
    Status.CONFLICT,
    Status.UPDATE,
    Status.SCOPE_DIFFERS,
    Status.COMPATIBLE,
    Status.ONE_ORIGIN,
    Status.CORROBORATED,
)
MISSES = (
    "the dead of an older accident that is named only by what happened then, put with the dead of the new one",
    "an age that equals the number of the dead, put with them",
    "a part and the whole where the place stands far from the number (jobs cut in one town, and in the company)",
    "scopes that are parted by a word of the trade (net and gross, guaranteed and with bonuses, critics and viewers)",
    "one event told with different verbs (noticed and spotted, broke out and first seen)",
    "outcomes beyond a small table of verbs (contact lost and restored, a plant closed and sold)",
    "a forecast that is put off (finished in 2029, then in 2031) where the two sentences share few words",
)
"""Typical misses of the half that was tuned on."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A group, and the statuses of the topics in which claims of two of its articles stand."""

    group: Group
    statuses: frozenset[Status]

    @property
    def found(self) -> bool:
        """Whether there is such a topic."""
        return bool(self.statuses)

    @property
    def exact(self) -> bool:
        """Whether one has the status of the key."""
        return self.group.status in self.statuses

    @property
    def fitting(self) -> bool:
        """Whether one says rightly that the articles agree, or that they differ."""
        return any((status in DIFFERING) is (self.group.status in DIFFERING) for status in self.statuses)


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted on one story."""

    groups: tuple[Judged, ...]
    pairs: tuple[tuple[ClaimKind, bool], ...]
    """Pairs of keyed claims in one topic: their kind, and whether they belong to one group."""
    traps: tuple[bool, ...]
    """Traps whose two sides were read: whether they stand in one topic."""
    conflicts: tuple[tuple[ClaimKind, str], ...]
    """Topics that are called a conflict: their kind, and what the key calls them."""
    linked: tuple[bool, ...]
    """Pairs of a group: whether their sentences are linked."""
    linked_traps: tuple[bool, ...]
    """Traps whose sentences share nothing else: whether they are linked as the same or as a conflict."""


def measure(_shared: Path) -> list[Row]:
    """Return the rows of both halves."""
    made = [row for data, held_out in HALVES for row in rows(data, half(held_out))]
    return [replace(made[0], misses=MISSES), *made[1:]]


def half(held_out: bool) -> list[Score]:
    """Return the scores of the stories of one half."""
    return [score(name) for name in names() if is_held_out(name) is held_out]


@cache
def grouped(name: str) -> Grouped:
    """Return the topics of one story."""
    return Grouped(list(story(name).documents.values()))


@cache
def score(name: str) -> Score:
    """Return what is counted on one story."""
    told = story(name)
    matched = _Matched(told, grouped(name))
    linked, linked_traps = _links(told, grouped(name))
    return Score(
        tuple(matched.judged()),
        tuple(matched.pairs()),
        tuple(matched.traps()),
        tuple(matched.conflicts()),
        linked,
        linked_traps,
    )


class _Matched:
    """A story's topics beside its key."""

    def __init__(self, told: Story, found: Grouped) -> None:
        self.story = told
        self.topics = [topic for topic in found.topics if found.claims[topic.claims[0]].kind in VALUES]
        self.claims = found.claims
        self.topic_of = {claim: topic for topic in self.topics for claim in topic.claims}
        self.members = [[self._claims_of(member, g.kind) for member in g.members] for g in told.groups]
        self.groups_of: dict[str, set[int]] = {}
        for number, members in enumerate(self.members):
            for claim in (claim for said in members for claim in said):
                self.groups_of.setdefault(claim.id, set()).add(number)

    def _claims_of(self, member: Member, kind: str) -> list[Claim]:
        """Return the claims that say what a member of a group says."""
        wanted = ClaimKind.FIGURE if kind == "figure" else ClaimKind.EVENT
        found = self._overlapping(member, (wanted,))
        if found or kind != "outcome":
            return found
        sentence = self.story.sentence(member)
        return [c for c in self._of(member.document, (wanted,)) if sentence.start <= c.span.start < sentence.end]

    def _overlapping(self, member: Member, kinds: Sequence[ClaimKind]) -> list[Claim]:
        span = member.span
        return [c for c in self._of(member.document, kinds) if c.span.start < span.end and span.start < c.span.end]

    def _of(self, document: str, kinds: Sequence[ClaimKind]) -> Iterator[Claim]:
        return (c for c in self.claims.values() if c.document == document and c.kind in kinds)

    def _topics_of(self, claims: Iterable[Claim]) -> dict[str, Topic]:
        found = (self.topic_of[claim.id] for claim in claims if claim.id in self.topic_of)
        return {topic.id: topic for topic in found}

    def judged(self) -> Iterator[Judged]:
        """Yield each group with the statuses of its topics."""
        for group, members in zip(self.story.groups, self.members, strict=True):
            topics = [self._topics_of(claims) for claims in members]
            shared = {id_: a[id_] for a, b in combinations(topics, 2) for id_ in a.keys() & b.keys()}
            yield Judged(group, frozenset(topic.status for topic in shared.values()))

    def pairs(self) -> Iterator[tuple[ClaimKind, bool]]:
        """Yield the pairs of keyed claims of two articles in one topic."""
        for topic in self.topics:
            keyed = [self.claims[id_] for id_ in topic.claims if id_ in self.groups_of]
            for a, b in combinations(keyed, 2):
                if a.document != b.document:
                    yield a.kind, bool(self.groups_of[a.id] & self.groups_of[b.id])

    def traps(self) -> Iterator[bool]:
        """Yield for each trap that was read whether it is sprung."""
        for sides in self.story.traps:
            a, b = (self._overlapping(member, VALUES) for member in sides)
            if a and b:
                yield bool(self._topics_of(a).keys() & self._topics_of(b).keys())

    def conflicts(self) -> Iterator[tuple[ClaimKind, str]]:
        """Yield the topics called a conflict, with what the key calls them."""
        for topic in self.topics:
            if topic.status is Status.CONFLICT:
                members = [self.claims[id_] for id_ in topic.claims]
                seen = {(number, c.document) for c in members for number in self.groups_of.get(c.id, ())}
                articles = Counter(number for number, _ in seen)
                keyed = {self.story.groups[number].status for number, count in articles.items() if count > 1}
                other = "keyed as something else" if keyed else "not keyed"
                yield members[0].kind, "keyed as conflict" if Status.CONFLICT in keyed else other


Place = tuple[str, Span]
"""A sentence: its document and its span."""


def _links(told: Story, found: Grouped) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """Return which pairs of sentences that share a keyed fact are linked, and which traps are linked as one fact."""
    links = list(_all_links(told, found))

    def statuses(pair: tuple[Place, Place]) -> set[str]:
        return {link.status for link in links if _holds(link.a, pair[0]) and _holds(link.b, pair[1])}

    facts = {_sentences(told, pair) for group in told.groups for pair in combinations(group.members, 2)}
    traps = [pair for pair in (_sentences(told, trap) for trap in told.traps) if pair not in facts]
    linked = tuple(bool(statuses(pair)) for pair in sorted(facts))
    return linked, tuple(bool(statuses(pair) & {"same", "conflict"}) for pair in traps)


def _holds(side: Side, place: Place) -> bool:
    document, sentence = place
    return side.document == document and side.span.start < sentence.end and sentence.start < side.span.end


def _sentences(told: Story, pair: tuple[Member, Member]) -> tuple[Place, Place]:
    a, b = sorted((member.document, told.sentence(member)) for member in pair)
    return a, b


def _all_links(told: Story, found: Grouped) -> Iterator[Link]:
    weights = CorpusWeights()
    for document in told.documents.values():
        weights.add(count_terms(document))
    claims = {id_: [c for c in found.claims.values() if c.document == id_] for id_ in told.documents}
    for a, b in combinations(sorted(told.documents), 2):
        one, two = told.documents[a], told.documents[b]
        yield from compare(one, two, claims_a=claims[a], claims_b=claims[b], weights=weights).links


def rows(data: str, scores: Sequence[Score]) -> list[Row]:
    """Return the rows of one half, each a share in percent and what it is a share of."""
    groups = [judged for one in scores for judged in one.groups]
    pairs = [pair for one in scores for pair in one.pairs]
    conflicts = [called for one in scores for called in one.conflicts]

    def row(measure: str, hits: Iterable[bool]) -> Row:
        found = list(hits)
        return Row(AREA, data, measure, round(100 * sum(found) / len(found), 1) if found else 0.0, len(found))

    made = [*_group_rows(row, "groups", groups)]
    for kind, name in KINDS.items():
        made += _group_rows(row, name, [judged for judged in groups if judged.group.kind == kind])
    for status in ASKED:
        asked = [judged for judged in groups if judged.group.status is status]
        made.append(row(f"groups keyed {status}: found", [judged.found for judged in asked]))
    for name, kinds in (("", VALUES), (" of figures", VALUES[:1]), (" of dated events and outcomes", VALUES[1:])):
        made.append(row(f"pair precision{name}", [right for kind, right in pairs if kind in kinds]))
        for keyed in ("keyed as conflict", "keyed as something else", "not keyed"):
            called = [key == keyed for kind, key in conflicts if kind in kinds]
            made.append(row(f"topics{name} called conflict: {keyed}", called))
    made.append(row("traps sprung", [sprung for one in scores for sprung in one.traps]))
    made.append(row("pairs of sentences with a shared fact: linked", [hit for one in scores for hit in one.linked]))
    made.append(row("traps linked as same or conflict", [hit for one in scores for hit in one.linked_traps]))
    return [one for one in made if one.items]


def _group_rows(row: Callable[[str, Iterable[bool]], Row], name: str, groups: Sequence[Judged]) -> list[Row]:
    return [
        row(f"{name}: found", [judged.found for judged in groups]),
        row(f"{name}: with the exact status", [judged.exact for judged in groups]),
        row(f"{name}: with a fitting status", [judged.fitting for judged in groups]),
    ]
