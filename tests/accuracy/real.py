"""Agreement and contradiction on real news: 31 events told by 2 to 19 outlets each, read in full by hand.

The keys list what answers one question in several articles, with its status, and traps: pairs that only look alike.
Each event is a corpus of its own. A group is *found* when claims of two of its articles stand in one topic, at
differing values where its values differ; its status *fits* when such a topic has the group's status, or one that the
key lists as defensible too. A shown conflict is *right* when claims of two articles in it stand in one group that the
key calls a conflict, or lists as one too; a conflict that the key does not know counts as wrong. The weights behind the
likelihood were fitted to two thirds of the events; every third one is held out: its totals were watched, its claims
never read. The likelihood's own rows are of pairs of the events held out. All rows were measured with weights that did
not see these (`python -m tests.fitting SHARED --seen-only`); the weights that ship are fitted to all events.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from index.language.aliases import Aliases
from index.records import Claim, ClaimKind, Status, Topic
from index.topics import build_topics
from tests.accuracy import Row
from tests.fitting.__main__ import beside_rivals, fitted
from tests.fitting.keyed import KINDS, Keyed, contrast_pairs, invented_stories, real_events
from tests.fitting.pairs import pairs_of
from tests.fitting.regression import chance_of

AREA = "real news"
NAMES = {"figure": "figures", "time": "times", "outcome": "outcomes"}
DIFFERING = frozenset({"conflict", "update", "scope-differs", "compatible"})
BINS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01))


def measure(shared: Path) -> list[Row]:
    """Return the rows of both halves: groups by kind and status, conflicts, pairs, traps, and the likelihood."""
    events = list(real_events(shared))
    made = [row for held_out in (False, True) for row in _rows([e for e in events if e.held_out is held_out])]
    return [*made, *_reliability(shared, events)]


def _rows(events: Sequence[Keyed]) -> Iterator[Row]:
    data = f"{len(events)} real events, {'held out' if events[0].held_out else 'fitted to'}"
    counts: Counter[tuple[str, str]] = Counter()
    for event in events:
        topics = build_topics(event.told.sources, event.told.entries, Aliases.from_groups([]))
        claims = {claim.id: claim for found in event.told.claims.values() for claim in found}
        _count_groups(event, topics, claims, counts)
        _count_conflicts(event, topics, claims, counts)
    for kind, name in NAMES.items():
        yield _share(data, f"{name}: found", counts, (kind, "found"), (kind, "groups"))
        yield _share(data, f"{name}: with a fitting status", counts, (kind, "fitting"), (kind, "groups"))
    for status in Status:
        if counts[status, "groups"]:
            yield _share(data, f"groups keyed {status}: found", counts, (status, "found"), (status, "groups"))
            yield _share(data, f"groups keyed {status}: fitting", counts, (status, "fitting"), (status, "groups"))
    yield _share(data, "pairs that belong together", counts, ("pairs", "right"), ("pairs", "all"))
    yield _share(data, "shown conflicts that are wrong", counts, ("conflicts", "wrong"), ("conflicts", "all"))
    yield _share(data, "traps sprung", counts, ("traps", "sprung"), ("traps", "all"))


def _share(data: str, name: str, counts: Counter[tuple[str, str]], part: tuple[str, str], all_: tuple[str, str]) -> Row:
    return Row(AREA, data, name, round(100 * counts[part] / max(1, counts[all_]), 1), counts[all_])


def _count_groups(
    event: Keyed, topics: Sequence[Topic], claims: dict[str, Claim], counts: Counter[tuple[str, str]]
) -> None:
    for number, (kind, places) in enumerate(event.groups):
        key = event.keys[number]
        members = [{c.id for c in claims.values() if c.kind in KINDS[kind] and _touches(c, place)} for place in places]
        best = (False, False)
        for topic in topics:
            here = [place for place, found in enumerate(members) if found & set(topic.claims)]
            if len({places[place][0] for place in here}) < 2:
                continue
            differing = len({key.values[place] for place in here}) > 1 or key.status not in DIFFERING
            best = max(best, (differing, differing and topic.status in key.statuses))
        for group in (kind, key.status):
            counts[group, "groups"] += 1
            counts[group, "found"] += best[0]
            counts[group, "fitting"] += best[1]


def _count_conflicts(
    event: Keyed, topics: Sequence[Topic], claims: dict[str, Claim], counts: Counter[tuple[str, str]]
) -> None:
    groups = event.groups_of()
    none: frozenset[int] = frozenset()
    for topic in topics:
        members = [claims[id_] for id_ in topic.claims]
        pairs = [(a, b) for a, b in combinations(members, 2) if a.document != b.document]
        for a, b in pairs:
            if a.id in groups and b.id in groups:
                counts["pairs", "all"] += 1
                counts["pairs", "right"] += bool(groups[a.id] & groups[b.id])
        if topic.status is Status.CONFLICT:
            shared = {n for a, b in pairs for n in groups.get(a.id, none) & groups.get(b.id, none)}
            counts["conflicts", "all"] += 1
            counts["conflicts", "wrong"] += not any("conflict" in event.keys[n].statuses for n in shared)
    for one, other in event.traps:
        counts["traps", "all"] += 1
        counts["traps", "sprung"] += any(
            any(_touches(claims[id_], one) for id_ in topic.claims)
            and any(_touches(claims[id_], other) for id_ in topic.claims)
            for topic in topics
        )


def _touches(claim: Claim, place: tuple[str, int, int]) -> bool:
    document, start, end = place
    return claim.document == document and claim.span.start < end and start < claim.span.end


def _reliability(shared: Path, events: Sequence[Keyed]) -> Iterator[Row]:
    """Yield how often pairs of each likelihood answer one question, on events that the weights did not see."""
    stories = [*events, *invented_stories(), *contrast_pairs(shared)]
    pairs = [pair for story in stories for pair in pairs_of(story)]
    models = fitted([pair for pair in pairs if not pair.story.held_out])
    rows = beside_rivals(pairs, {name: first for name, (first, _) in models.items()})
    held = [p for p in pairs if p.story.held_out and p.story.source == "real events" and p.model in models]
    for kind in ClaimKind:
        chances = [(chance_of(models[p.model][1], rows[id(p)]), p.right) for p in held if p.a.kind is kind]
        for low, high in BINS:
            found = [right for chance, right in chances if low <= chance < high]
            if found:
                name = f"{kind} pairs of likelihood {low:.1f} to {min(high, 1.0):.1f}: of one question"
                yield Row(AREA, "real events, held out", name, round(100 * sum(found) / len(found), 1), len(found))
