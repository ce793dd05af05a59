"""Pairs of claims that people said answer one question, or not: in real news, invented stories, contrast pairs."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from index.claim_matching.candidates import Claims
from index.claims import extract_claims
from index.language.aliases import Aliases
from index.reading import discover, read_document
from index.records import Claim, ClaimKind, Document, DocumentEntry
from index.terms import TermCounts, count_terms
from index.topics import Sources
from index.topics.documents import Documents
from tests.accuracy import _keyed_stories

KINDS: Mapping[str, frozenset[ClaimKind]] = {
    "figure": frozenset({ClaimKind.FIGURE, ClaimKind.EVENT}),
    "time": frozenset({ClaimKind.FIGURE, ClaimKind.EVENT}),
    "event": frozenset({ClaimKind.FIGURE, ClaimKind.EVENT}),
    "outcome": frozenset(ClaimKind),
}
"""The kinds of claims that may stand for a member of a group of each kind."""


@dataclass(frozen=True, slots=True)
class Told:
    """Articles of one story with their claims, in order."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Sequence[Claim]]
    terms: Mapping[str, TermCounts]

    @property
    def entries(self) -> dict[str, DocumentEntry]:
        """The articles' rows of the list."""
        return {
            id_: DocumentEntry(n, id_, id_, d.metadata, d.words, len(d.sentences), len(self.claims[id_]))
            for n, (id_, d) in enumerate(self.documents.items(), 1)
        }

    @property
    def sources(self) -> Sources:
        """Where the grouping reads the claims from."""
        terms = self.terms
        return Sources(tuple(self.claims), self.claims.__getitem__, lambda: iter(terms.items()), terms.__getitem__)

    def gathered(self) -> dict[str, Claims]:
        """Return the claims of each article as the grouping compares them."""
        documents = Documents(self.sources, self.entries, Aliases.from_groups([]))
        try:
            return {id_: documents.claims(place) for place, id_ in enumerate(self.claims)}
        finally:
            documents.close()


Group = tuple[str, Sequence[tuple[str, int, int]]]
"""What answers one question: its kind, and the places (article, start, end) of the answers."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the key says of a group: its status, all statuses that may be defended, and each answer's value."""

    status: str
    statuses: frozenset[str]
    values: Sequence[tuple[str, ...]]


Place = tuple[str, int, int]
"""An article, and the first and last character of a stretch of it."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A story with its key. ``complete`` is whether what stands in no group answers no question of another's."""

    name: str
    source: str
    held_out: bool
    told: Told
    groups: Sequence[Group]
    complete: bool = True
    apart: bool = False
    """Whether the claims of the one group do *not* answer one question."""
    keys: Sequence[Answers] = ()
    """What the key says of each group, where it says more than who answers."""
    traps: Sequence[tuple[Place, Place]] = ()
    """Places of two articles that only look alike."""

    def groups_of(self) -> dict[str, frozenset[int]]:
        """Return for each claim the groups that it is an answer of."""
        found: dict[str, set[int]] = defaultdict(set)
        for number, (kind, places) in enumerate(self.groups):
            for document, start, end in places:
                for claim in self.told.claims[document]:
                    if claim.kind in KINDS[kind] and claim.span.start < end and start < claim.span.end:
                        found[claim.id].add(number)
        return {id_: frozenset(numbers) for id_, numbers in found.items()}


def told(documents: Mapping[str, Document]) -> Told:
    """Return articles with their claims."""
    claims = {id_: extract_claims(document) for id_, document in documents.items()}
    return Told(documents, claims, {id_: count_terms(document) for id_, document in documents.items()})


def every_story(shared: Path) -> Iterator[Keyed]:
    """Yield all that was keyed: real events, invented stories that may be tuned on, contrast pairs."""
    yield from real_events(shared)
    yield from invented_stories()
    yield from contrast_pairs(shared)


def real_events(shared: Path) -> Iterator[Keyed]:
    """Yield the real events that were read in full by hand; every third is held out."""
    folder = shared / "data" / "stories"
    by_event: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        by_event[article["event"]].append(article)
    for number, file in enumerate(sorted((folder / "keys").glob("*.json"))):
        key = json.loads(file.read_text("utf-8"))
        articles = sorted(by_event[key["event"]], key=lambda article: str(article["id"]))
        heads = [_front(article["title"], article["source"], (article["date"] or "")[:10]) for article in articles]
        files = {f"a{n:02}.md": head + a["text"] for n, (head, a) in enumerate(zip(heads, articles, strict=True), 1)}
        groups = [
            (group["kind"], [_place(member, articles, heads) for member in group["members"]]) for group in key["groups"]
        ]
        keys = [_answers(group) for group in key["groups"]]
        traps = [(_place(t["a"], articles, heads), _place(t["b"], articles, heads)) for t in key.get("traps", [])]
        held_out = number % 3 == 2
        yield Keyed(key["event"], "real events", held_out, _read(files), groups, keys=keys, traps=traps)


_VALUE = ("low", "high", "from", "to", "value", "bound")


def _answers(group: Mapping[str, Any]) -> Answers:
    values = [tuple(str(member.get(name)) for name in _VALUE) for member in group["members"]]
    return Answers(group["status"], frozenset((group["status"], *(group.get("also") or []))), values)


def invented_stories() -> Iterator[Keyed]:
    """Yield the invented stories of this repository that may be tuned on."""
    for name in _keyed_stories.names():
        if not _keyed_stories.is_held_out(name):
            story = _keyed_stories.story(name)
            groups = [
                (group.kind, [(m.document, m.span.start, m.span.end) for m in group.members]) for group in story.groups
            ]
            yield Keyed(name, "invented stories", False, told(story.documents), groups)


def contrast_pairs(shared: Path) -> Iterator[Keyed]:
    """Yield the pairs of short reports that were written to contrast, and strangers; every third is held out.

    A report beside its neighbour's other half tells of another matter in like words: strangers, unless they share a
    name.
    """
    lines = (shared / "data" / "contrast" / "dev.jsonl").read_text("utf-8").splitlines()
    before: tuple[Mapping[str, Any], Keyed] | None = None
    for number, case in enumerate(map(json.loads, lines)):
        found = _contrast_pair(case, held_out=number % 3 == 2)
        yield found
        if before is not None and not _names(before[0]["a"]["text"]) & _names(case["b"]["text"]):
            yield _strangers(before[1], found)
        before = case, found


def _contrast_pair(case: Mapping[str, Any], *, held_out: bool) -> Keyed:
    places, files = [], {}
    for side in "ab":
        head = _front("Report", case[side]["outlet"], case[side]["date"])
        start = len(head) + 1 + case[side]["text"].index(case["about"][side])
        places.append((f"{side}.md", start, start + len(case["about"][side])))
        files[f"{side}.md"] = head + "\n" + case[side]["text"] + "\n"
    unrelated = case["expected"] == "unrelated"
    return Keyed(case["id"], "contrast pairs", held_out, _read(files), [("outcome", places)], False, unrelated)


def _strangers(first: Keyed, second: Keyed) -> Keyed:
    """Return the first report of one pair beside the second of another."""
    parts = (("a.md", first), ("b.md", second))
    told_ = Told(
        {id_: keyed.told.documents[id_] for id_, keyed in parts},
        {id_: keyed.told.claims[id_] for id_, keyed in parts},
        {id_: keyed.told.terms[id_] for id_, keyed in parts},
    )
    places = [place for id_, keyed in parts for _, found in keyed.groups for place in found if place[0] == id_]
    held_out = first.held_out or second.held_out
    name = f"{first.name} beside {second.name}"
    return Keyed(name, "strangers", held_out, told_, [("outcome", places)], complete=False, apart=True)


def _names(text: str) -> frozenset[str]:
    """Return the words with a capital that stand inside a sentence."""
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z]\w+", text))


def _front(title: str | None, outlet: str, date: str) -> str:
    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    return f"---\ntitle: {quoted(title or 'untitled')}\ndate: {date}\noutlet: {quoted(outlet)}\n---\n"


def _place(member: Mapping[str, Any], articles: Sequence[Mapping[str, Any]], heads: Sequence[str]) -> Place:
    number, head = member["a"], len(heads[member["a"] - 1])
    if "start" in member:
        return f"a{number:02}.md", member["start"] + head, member["end"] + head
    start = articles[number - 1]["text"].index(member["quote"]) + member["quote"].index(member["surface"])
    return f"a{number:02}.md", start + head, start + head + len(member["surface"])


def _read(files: Mapping[str, str]) -> Told:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        return told({source.id: read_document(source, {}) for source in discover([folder])})


def cross_pairs(claims: Mapping[str, Claims]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of articles of one story."""
    yield from combinations(claims, 2)
