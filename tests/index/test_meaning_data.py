"""What figures count, whose they are and when they hold, on annotated text that is not part of the repository."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.claims import extract_claims
from index.records import Document, Figure, Quantity
from tests.accuracy.figures import as_document

STEP = 16
"""Every how many of the rows are read, so that the test takes seconds."""


def rows(shared: Path, name: str) -> Iterator[Any]:
    path = shared / "data" / "meaning" / name
    if not path.is_file():
        pytest.skip(f"the annotated text is not at {path}")
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[1::STEP])


def stems(text: str | None) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{3,}", (text or "").lower())}


def figure_at(document: Document, start: int, end: int) -> Figure | None:
    claims = extract_claims(document)
    return next(
        (one for one in claims if isinstance(one, Figure) and one.span.start < end and start < one.span.end), None
    )


def named(quantity: Quantity) -> set[str]:
    return stems(quantity.subject) | stems(quantity.of)


def test_what_whose_and_when_stay_above_their_floors_on_news(shared: Path) -> None:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows(shared, "tap_train.jsonl"):
        document = as_document("a.txt", [row["text"]])
        words = dict.fromkeys(("quant", "theme", "whole", "agent", "time"), "")
        for value in row["values"]:
            found = figure_at(document, *value["value"])
            words = {key: " ".join(row["text"][slice(*span)] for span in value.get(key, [])) for key in words}
            whose = " ".join(words[key] for key in ("theme", "whole", "agent")).strip()
            gold = {"what": words["quant"], "whose": whose, "when": words["time"]}
            asked.update(key for key, text in gold.items() if text)
            if found is not None:
                right["what"] += bool(stems(found.quantity.subject) & stems(gold["what"]))
                right["whose"] += bool(named(found.quantity) & stems(whose))
                right["when"] += bool(gold["when"] and found.quantity.period)
    floors = {"what": 0.52, "whose": 0.62, "when": 0.8}
    assert {key: right[key] / asked[key] for key in floors if right[key] / asked[key] < floors[key]} == {}


def test_the_measured_thing_is_named_in_science(shared: Path) -> None:
    asked = right = 0
    for row in rows(shared, "measeval_train.jsonl"):
        document = as_document("a.txt", [row["text"]])
        for value in row["quantities"]:
            gold = " ".join(row["text"][slice(*value[key])] for key in ("entity", "property") if key in value)
            found = figure_at(document, *value["quantity"])
            if found is not None and gold:
                asked += 1
                right += bool(named(found.quantity) & stems(gold))
    assert right / asked >= 0.58
