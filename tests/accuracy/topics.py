"""Topics measured on public news: whether claims that were put together belong together.

No public text says which figures and dates of several articles are about one thing, so two protocols stand in.
Stories (188 articles on 35 events, all in one corpus): of the pairs of claims of different articles in one topic, the
share whose articles are on one event; a pair over two events is a false merge, unless both tell the same background.
Wikinews (120 articles in four topics, the NewsReader MEANTIME corpus): of the pairs whose sentences are annotated, the
share whose sentences share an annotated instance (a thing, an event or a value linked over documents); for figures and
dated events. The rules were read on a dozen of the stories; of Wikinews, topics that the links call wrong were looked
at while the rules were mended, so neither is a held-out measure.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from index.claims import extract_claims
from index.language.aliases import Aliases
from index.records import Claim, ClaimKind, Document, DocumentEntry, Metadata, Status, Topic
from index.terms import count_terms
from index.topics import Sources, build_topics
from tests.accuracy import Row
from tests.accuracy.comparison import document_of

VALUES = (ClaimKind.FIGURE, ClaimKind.EVENT)


def measure(shared: Path) -> list[Row]:
    """Return the rows of topics: purity over stories, shared instances over Wikinews, and how many of each status."""
    return [*_story_rows(shared), *_wikinews_rows(shared)]


class Grouped:
    """The topics of a corpus, with its claims by id."""

    def __init__(self, documents: Sequence[Document]) -> None:
        claims = {document.id: extract_claims(document) for document in documents}
        terms = {document.id: count_terms(document) for document in documents}
        entries = {d.id: _entry(number, d, len(claims[d.id])) for number, d in enumerate(documents, 1)}
        sources = Sources(tuple(claims), claims.__getitem__, lambda: iter(terms.items()), terms.__getitem__)
        self.claims: Mapping[str, Claim] = {claim.id: claim for found in claims.values() for claim in found}
        self.topics: tuple[Topic, ...] = build_topics(sources, entries, Aliases.from_groups([]))

    def pairs(self, kinds: Sequence[ClaimKind]) -> Iterator[tuple[Topic, Claim, Claim]]:
        """Yield the pairs of claims of different documents in one topic."""
        for topic in self.topics:
            members = [self.claims[id_] for id_ in topic.claims]
            if members[0].kind in kinds:
                for a, b in combinations(members, 2):
                    if a.document != b.document:
                        yield topic, a, b


def _entry(number: int, document: Document, claims: int) -> DocumentEntry:
    return DocumentEntry(
        number, document.id, document.id, document.metadata, document.words, len(document.sentences), claims
    )


def _share(pairs: Sequence[tuple[Topic, Claim, Claim]], right: Callable[[Claim, Claim], bool]) -> float:
    return 100 * sum(right(a, b) for _, a, b in pairs) / len(pairs) if pairs else 0.0


def _story_rows(shared: Path) -> list[Row]:
    path = shared / "data" / "stories" / "articles.jsonl"
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    event = {article["id"]: article["event"] for article in articles}
    grouped = Grouped([_dated(article) for article in articles])
    data = "188 news articles on 35 events, one corpus"
    rows = []
    for kind in ClaimKind:
        pairs = list(grouped.pairs([kind]))
        value = _share(pairs, lambda a, b: event[a.document] == event[b.document])
        rows.append(Row("topics", data, f"pairs of {kind}s on one event", value, len(pairs)))
    counts = Counter(topic.status for topic in grouped.topics)
    rows += [
        Row("topics", data, f"topics with status {status}", float(counts[status]), len(grouped.topics))
        for status in Status
        if status is not Status.ALONE
    ]
    return rows


def _dated(article: Mapping[str, Any]) -> Document:
    document = document_of(article["id"], article["title"], article["text"])
    published = (article["date"] or "")[:10] or None
    return replace(document, metadata=Metadata(article["title"], article["source"], published=published))


def _day(dateline: str) -> str | None:
    """Return the day of a date line such as "March 01, 2008" as an ISO date."""
    try:
        return datetime.strptime(dateline.strip(), "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        return None


def _wikinews_rows(shared: Path) -> list[Row]:
    path = shared / "data" / "quantities" / "wikinews.jsonl"
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    documents, instances = [], dict[tuple[str, int], frozenset[str]]()
    for article in articles:
        annotated = sorted({int(mention["sentence"]) for mention in article["mentions"]})
        lines = [" ".join(article["sentences"][place].split()) for place in annotated]
        document = document_of(article["id"], lines[0] if lines else "", "\n".join(lines[1:]))
        documents.append(replace(document, metadata=Metadata(published=_day(article["dateline"]))))
        for line, place in enumerate(annotated, 1):
            found = (m.get("instance") for m in article["mentions"] if int(m["sentence"]) == place)
            instances[article["id"], line] = frozenset(
                name for name in found if name and any(c.isdigit() for c in name)
            )
    grouped = Grouped(documents)
    pairs = [
        pair
        for pair in grouped.pairs(VALUES)
        if instances.get((pair[1].document, pair[1].line)) and instances.get((pair[2].document, pair[2].line))
    ]
    value = _share(pairs, lambda a, b: bool(instances[a.document, a.line] & instances[b.document, b.line]))
    data = "Wikinews (MEANTIME), annotated sentences of 120 articles"
    return [Row("topics", data, "pairs whose sentences share an annotated instance", value, len(pairs))]
