"""Ranking: mean average precision on three public collections, side by side with SQLite FTS5.

Protocol: a query is the OR of its words, each asked for as often as it stands there; all documents that answer are
ranked; a document is relevant from grade 1; average precision is over all relevant documents of a query, and the mean
over the queries that have any. The peers index title and text with their Porter stemmers and default weights.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index.engines import open_engine
from index.language.lemmas import lemma_of
from index.language.tokens import tokenize
from index.query.tree import Node, Or, Word
from index.records import Document, Metadata, Span, Zone, ZoneKind
from tests.accuracy import Row

COLLECTIONS = ("cran", "med", "npl")
# MAP of Whoosh, SQLite FTS5 and tantivy on the same files, as the data's own page states them.
REFERENCES = {
    "cran": "Whoosh .292, SQLite FTS5 .293, tantivy .292",
    "med": "Whoosh .523, SQLite FTS5 .530, tantivy .526",
    "npl": "Whoosh .278, SQLite FTS5 .282, tantivy .285",
}

Rows = Sequence[Mapping[str, str]]
Ranker = Callable[[str], Sequence[str]]


def measure(shared: Path) -> list[Row]:
    """Return the mean average precision of our ranking and of SQLite's on every collection, and on news."""
    rows = []
    for name in COLLECTIONS:
        folder = shared / "data" / "search" / name
        documents = [json.loads(line) for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
        queries = _pairs(folder / "queries.tsv")
        relevant = _judgements(folder / "qrels.tsv")
        for engine, ranker in (("rednote-tui", ours(documents)), ("SQLite FTS5", fts5(documents))):
            value, count = mean_average_precision(ranker, queries, relevant)
            rows.append(Row("search", f"{name}, {engine}", "MAP", value, count, REFERENCES[name]))
    return rows + _news(shared)


def _news(shared: Path) -> list[Row]:
    """Return the same on news: an article's title is the query, other outlets' articles on the event are the answer."""
    with (shared / "data" / "stories" / "articles.jsonl").open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    documents = [{"id": str(a["id"]), "title": a["title"] or "", "text": a["text"]} for a in articles]
    events: dict[str, set[str]] = {}
    for article in articles:
        events.setdefault(article["event"], set()).add(str(article["id"]))
    queries = [(str(article["id"]), article["title"] or "") for article in articles]
    relevant = {str(a["id"]): frozenset(events[a["event"]] - {str(a["id"])}) for a in articles}
    titles = {text: id_ for id_, text in queries}
    rows = []
    for engine, ranker in (("rednote-tui", ours(documents)), ("SQLite FTS5", fts5(documents))):

        def others(text: str, ranker: Ranker = ranker) -> list[str]:
            return [id_ for id_ in ranker(text) if id_ != titles[text]]

        value, count = mean_average_precision(others, queries, relevant)
        rows.append(Row("search", f"news by title, {engine}", "MAP", value, count))
    return rows


def mean_average_precision(
    ranker: Ranker, queries: Sequence[tuple[str, str]], relevant: Mapping[str, frozenset[str]]
) -> tuple[float, int]:
    """Return the mean over the queries with relevant documents, and how many these are."""
    values = [_average_precision(ranker(text), relevant[id_]) for id_, text in queries if relevant.get(id_)]
    return sum(values) / len(values), len(values)


def any_word(text: str) -> Node:
    """Return the words of a query as alternatives."""
    return Or(tuple(Word(t.form, t.form, lemma_of(t.form)) for t in tokenize(text) if not t.overlay))


def ours(documents: Rows) -> Ranker:
    """Return a ranker on our engine, in memory."""
    engine = open_engine(None)
    engine.update(as_document(row) for row in documents)
    return lambda text: [ranked.id for ranked in engine.search(any_word(text)).documents]


def as_document(row: Mapping[str, str]) -> Document:
    """Return a collection's row as a document: its title a title, its text the body."""
    title, text = row["title"], row["text"]
    whole = f"{title}\n{text}" if title else text
    body = Zone(ZoneKind.BODY, Span(len(whole) - len(text), len(whole)), 2, 2)
    zones = (Zone(ZoneKind.TITLE, Span(0, len(title)), 1, 1), body) if title else (body,)
    return Document(row["id"], row["id"], whole, "", "utf-8", metadata=Metadata(title=title or None), zones=zones)


def fts5(documents: Rows) -> Ranker:
    """Return a ranker on SQLite's full-text index with its Porter stemmer."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table articles using fts5(id unindexed, title, text, tokenize='porter unicode61')")
    database.executemany(
        "insert into articles values (?, ?, ?)", [(row["id"], row["title"], row["text"]) for row in documents]
    )

    def rank(text: str) -> list[str]:
        words = [token.form for token in tokenize(text) if not token.overlay and token.form.isalnum()]
        query = " OR ".join(f'"{word}"' for word in words)
        found = database.execute("select id from articles where articles match ? order by rank", (query,))
        return [id_ for (id_,) in found]

    return rank


def _average_precision(ranking: Sequence[str], relevant: frozenset[str]) -> float:
    found, total = 0, 0.0
    for place, id_ in enumerate(ranking, 1):
        if id_ in relevant:
            found += 1
            total += found / place
    return total / len(relevant)


def _pairs(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(id_, text) for id_, _, text in (line.partition("\t") for line in lines)]


def _judgements(path: Path) -> dict[str, frozenset[str]]:
    relevant: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, document, grade = line.split("\t")
        if int(grade) > 0:
            relevant.setdefault(query, set()).add(document)
    return {query: frozenset(ids) for query, ids in relevant.items()}
