"""Sentence splitting: golden rules by exact match, real text by the F1 of the boundaries inside paragraphs.

A golden example counts when the list of its sentences is exactly the expected one. In real text each paragraph's gold
sentences are joined with one space; a boundary is the number of characters other than white space before it, and the
end of the paragraph, which everybody finds, does not count. The rules were written with one half of the documents in
view (even places in the file); the other half was only counted.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from index.language.sentences import split_sentences
from tests.accuracy import Row

_MISSES = (
    "a colon or a semicolon between two clauses that the gold takes for sentences",
    "a numbered figure's caption without a stop after the number",
    "speech broken off with a dash before a name",
)
_REFERENCE = "same protocol: BlingFire 96.9, sentencex 96.3, pySBD 94.7; published: 95.8, 94.2, 92.9"


def measure(shared: Path) -> list[Row]:
    """Return the figures for sentences; the published ones are in the data's own description."""
    folder = shared / "data" / "sentences"
    golden = json.loads((folder / "golden_en.json").read_text(encoding="utf-8"))
    right = sum(_split(text) == expected for text, expected in golden)
    documents = [json.loads(line) for line in (folder / "gum_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [
        Row(
            area="sentences",
            data="golden rules (English)",
            measure="exact match",
            value=100 * right / len(golden),
            items=len(golden),
            reference="pySBD 97.9, sentencex 89.6, BlingFire 75.0",
        )
    ]
    halves = (("all", documents), ("half looked at", documents[::2]), ("half held out", documents[1::2]))
    for name, part in halves:
        value, items = boundary_f1((para for document in part for para in document["paras"]), _split)
        rows.append(
            Row(
                area="sentences",
                data=f"GUM paragraphs, {name}",
                measure="boundary F1",
                value=100 * value,
                items=items,
                reference=_REFERENCE if name == "all" else "",
                misses=_MISSES if name == "all" else (),
            )
        )
    return rows


def boundary_f1(paragraphs: Iterable[list[str]], split: Callable[[str], list[str]]) -> tuple[float, int]:
    """Return the F1 (0 to 1) of the boundaries inside the paragraphs, and how many boundaries the gold has."""
    right = found = wanted = 0
    for gold in paragraphs:
        expected, given = _boundaries(gold), _boundaries(split(" ".join(gold)))
        right += len(expected & given)
        found += len(given)
        wanted += len(expected)
    return 2 * right / max(1, found + wanted), wanted


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def _boundaries(sentences: list[str]) -> set[int]:
    """Return how many characters other than white space stand before each boundary, without the last one."""
    places: set[int] = set()
    count = 0
    for sentence in sentences[:-1]:
        count += len("".join(sentence.split()))
        places.add(count)
    return places
