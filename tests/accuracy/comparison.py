"""Comparison measured on public text: sentences on one event, related articles, and links between unrelated ones."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log
from pathlib import Path
from random import Random
from typing import Any

from index.comparison import RelatedIndex, compare, related
from index.language.sentences import split_sentences
from index.language.tokens import tokenize
from index.records import Document, Sentence, ZoneKind
from index.terms import CorpusWeights, TermCounts, count_terms
from tests.accuracy import Row

SAMPLE = 3_000
"""Pairs of sentences on different events, and at the most as many pairs of articles, drawn with a fixed seed."""


def measure(shared: Path) -> list[Row]:
    """Return the rows of comparison: the area under the ROC curve, MAP, and links per pair of articles."""
    return [*_sentence_rows(shared), *_article_rows(shared)]


def document_of(id_: str, title: str, text: str) -> Document:
    """Return an article as a document: its title, then its paragraphs, split into sentences."""
    whole = f"{title}\n{text}"
    sentences: list[Sentence] = []
    start = 0
    for number, line in enumerate(whole.split("\n"), 1):
        kind = ZoneKind.TITLE if number == 1 else ZoneKind.BODY
        sentences += [Sentence(span, kind, number, number) for span in split_sentences(whole, start, start + len(line))]
        start += len(line) + 1
    return Document(id_, id_, whole, id_, "utf-8", sentences=tuple(sentences))


def area_under_curve(same: Sequence[float], other: Sequence[float]) -> float:
    """Return how often a score of ``same`` is above one of ``other``, equal ones counting half."""
    ranked = sorted(other)
    above = sum((bisect_left(ranked, score) + bisect_right(ranked, score)) / 2 for score in same)
    return above / (len(same) * len(ranked))


def _sentence_rows(shared: Path) -> list[Row]:
    """Sentences of Wikinews articles on one topic that mention one event instance, against same-worded other events.

    A pair of two articles' sentences is positive when both mention one annotated event; negative when both mention
    events whose words begin with the same five letters and which are not one.
    """
    articles = [json.loads(line) for line in _lines(shared / "data" / "quantities" / "wikinews.jsonl")]
    texts = {(a["id"], n): sentence for a in articles for n, sentence in enumerate(a["sentences"])}
    same, other = _event_pairs(articles)
    other = Random(1).sample(other, min(SAMPLE, len(other)))
    weights = CorpusWeights()
    for article in articles:
        weights.add(count_terms(document_of(article["id"], article["title"], "\n".join(article["sentences"]))))
    ours, plain = _similarity(texts, weights), _idf_cosine(list(texts.values()))
    rows = []
    for name, score in (("compare().similarity", ours), ("plain idf cosine, for reference", plain)):
        areas = [[score(texts[a], texts[b]) for a, b in pairs] for pairs in (same, other)]
        rows.append(
            Row(
                "comparison",
                "Wikinews (MEANTIME), sentence pairs on one event against look-alike events",
                f"AUC of {name}",
                round(area_under_curve(areas[0], areas[1]), 3),
                len(same) + len(other),
                "idf cosine .756 on another set of this kind",
            )
        )
    return rows


def _event_pairs(articles: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[Any]]:
    by_instance: dict[str, list[Any]] = {}
    by_word: dict[tuple[str, str], list[Any]] = {}
    for article in articles:
        for mention in article["mentions"]:
            if mention["tag"].startswith("EVENT"):
                instance = mention.get("instance") or ""
                place = (article["id"], mention["sentence"])
                if any(character.isdigit() for character in instance):
                    by_instance.setdefault(instance, []).append(place)
                by_word.setdefault((article["topic"], mention["text"].lower()[:5]), []).append((place, instance))
    same = {(a, b) for places in by_instance.values() for a in places for b in places if a[0] < b[0]}
    other = {
        (a, b)
        for places in by_word.values()
        for a, one in places
        for b, two in places
        if a[0] < b[0] and one != two and (a, b) not in same
    }
    return sorted(same), sorted(other)


def _similarity(_texts: Mapping[Any, str], weights: CorpusWeights) -> Any:
    def score(a: str, b: str) -> float:
        return compare(document_of("a", "", a), document_of("b", "", b), weights=weights).similarity

    return score


def _idf_cosine(texts: Sequence[str]) -> Any:
    counts: dict[str, int] = {}
    for text in texts:
        for form in {token.form for token in tokenize(text)}:
            counts[form] = counts.get(form, 0) + 1

    def vector(text: str) -> dict[str, float]:
        return {token.form: log(len(texts) / counts[token.form]) for token in tokenize(text)}

    def score(a: str, b: str) -> float:
        left, right = vector(a), vector(b)
        dot = sum(weight * right.get(form, 0.0) for form, weight in left.items())
        size = sum(w * w for w in left.values()) * sum(w * w for w in right.values())
        return float(dot / size**0.5) if size else 0.0

    return score


def _article_rows(shared: Path) -> list[Row]:
    articles = [json.loads(line) for line in _lines(shared / "data" / "stories" / "articles.jsonl")]
    documents = {str(a["id"]): document_of(str(a["id"]), a["title"], a["text"]) for a in articles}
    events = {str(a["id"]): a["event"] for a in articles}
    counts = {id_: count_terms(document) for id_, document in documents.items()}
    data = "stories (188 articles on 35 events)"
    precision, queries = _mean_average_precision(documents, counts, events)
    rows = [
        Row("comparison", data, "MAP of related articles", round(precision, 3), queries, "tf-idf cosine .938"),
    ]
    weights = CorpusWeights()
    for entry in counts.values():
        weights.add(entry)
    pairs = list(combinations(sorted(documents), 2))
    for name, same in (("on one event", True), ("on different events", False)):
        chosen = [pair for pair in pairs if (events[pair[0]] == events[pair[1]]) is same]
        chosen = Random(2).sample(chosen, min(150, len(chosen)))
        links = sum(len(compare(documents[a], documents[b], weights=weights).links) for a, b in chosen)
        rows.append(
            Row("comparison", data, f"links per pair of articles {name}", round(links / len(chosen), 2), len(chosen))
        )
    return rows


def _mean_average_precision(
    documents: Mapping[str, Document], counts: Mapping[str, TermCounts], events: Mapping[str, str]
) -> tuple[float, int]:
    """Each article is a query for the others of its event; all others are ranked."""
    index = RelatedIndex()
    for id_, entry in counts.items():
        index.add(id_, entry)
    averages = []
    for id_ in counts:
        relevant = sum(event == events[id_] for event in events.values()) - 1
        if not relevant:
            continue
        found, total = 0, 0.0
        ranked = related(documents[id_], index, counts.__getitem__, limit=len(counts))
        for rank, hit in enumerate(ranked, 1):
            if events[hit.document] == events[id_]:
                found += 1
                total += found / rank
        averages.append(total / relevant)
    return sum(averages) / len(averages), len(averages)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file
