"""Predictions: sentences of Wikinews that tell of something still to come.

The title and the four sentences after the date line, in which every event is annotated, are judged. A sentence is
positive when one of its annotated events has the time FUTURE; it is found when a prediction of any stance lies in it.
The rules were written with the articles at even places in view; those at odd places were only counted.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.claims.predictions import find_predictions
from index.records import Document, Sentence, Span, ZoneKind
from tests.accuracy import Row

_JUDGED = (0, 2, 3, 4, 5)
_REFERENCE = "a list of cue words: P 87, R 48 (F1 61.9)"
_MISSES = (
    "an infinitive of purpose after a noun: a package to relieve a firm",
    "a noun alone stands for what is to come: the purchase, further improvements",
    "a headline in the present tense: airlines agree purchase",
)


def measure(shared: Path) -> list[Row]:
    """Return precision, recall and F1 on all articles, and on the half that was never looked at."""
    lines = (shared / "data" / "quantities" / "wikinews.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    rows = []
    for name, part in (("all", articles), ("half held out", articles[1::2])):
        right, found, wanted = _counts(part)
        figures = {"precision": right / found, "recall": right / wanted, "F1": 2 * right / (found + wanted)}
        for measure_name, value in figures.items():
            rows.append(
                Row(
                    area="predictions",
                    data=f"Wikinews sentences with a future event, {name}",
                    measure=measure_name,
                    value=100 * value,
                    items=wanted,
                    reference=_REFERENCE if measure_name == "F1" else "",
                    misses=_MISSES if measure_name == "recall" and name == "all" else (),
                )
            )
    return rows


def _counts(articles: Sequence[dict[str, Any]]) -> tuple[int, int, int]:
    """Return how many sentences are rightly found, found, and wanted."""
    right = found = wanted = 0
    for article in articles:
        document = _document(article["sentences"])
        future = {mention["sentence"] for mention in article["mentions"] if mention.get("time") == "FUTURE"}
        predicted = {claim.line - 1 for claim in find_predictions(document)}
        right += len(future & predicted & set(_JUDGED))
        found += len(predicted & set(_JUDGED))
        wanted += len(future & set(_JUDGED))
    return right, max(1, found), max(1, wanted)


def _document(sentences: Sequence[str]) -> Document:
    """Return a document with one sentence in each line, the first one being the title."""
    places = []
    start = 0
    for number, words in enumerate(sentences, 1):
        kind = ZoneKind.BODY if number > 1 else ZoneKind.TITLE
        places.append(Sentence(Span(start, start + len(words)), kind, number, number))
        start += len(words) + 1
    return Document(
        id="wikinews", path="", text="\n".join(sentences), digest="", encoding="utf-8", sentences=tuple(places)
    )
