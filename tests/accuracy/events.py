"""Time expressions against TimeML's TIMEX3 annotation of 120 Wikinews articles (the NewsReader MEANTIME corpus).

Protocol, as TempEval-3 (UzZaman et al. 2013): title, date line and the first five sentences of each article; the date
line is the anchor, and is not scored, for it is given. Strict: the same characters, white space aside. Relaxed: spans
that overlap. Value F1: relaxed matches whose TIMEX3 value is the same string, over all; HeidelTime's figures on
TempEval-3's news are 90.3 relaxed, 81.3 strict, 77.6 value. Words such as "shortly after", which TIMEX3 leaves to its
signals, are not counted. The rules were tuned on the articles at even places; the
figures named "held out" are of those at odd places.
"""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from index.claims.events import TimeKind, find_times
from tests.accuracy import Row

REFERENCE = "HeidelTime on TempEval-3 news: 90.3 relaxed, 81.3 strict, 77.6 value"


class Time(NamedTuple):
    """A time in an article: its sentence, its characters without white space, and its TIMEX3 value."""

    sentence: int
    start: int
    end: int
    value: str
    raw: str


class Score(NamedTuple):
    """Counts of one evaluation."""

    gold: int
    found: int
    strict: int
    relaxed: int
    value: int

    def f1(self, matched: int) -> float:
        """Return F1 in percent."""
        return 200 * matched / (self.gold + self.found) if self.gold + self.found else 0.0


def articles(shared: Path) -> list[dict[str, Any]]:
    """Return the annotated articles in the file's order."""
    path = shared / "data" / "quantities" / "wikinews.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def gold_times(article: dict[str, Any]) -> list[Time]:
    """Return the annotated times outside the date line, placed in their sentences by order of their tokens."""
    mentions = [mention for mention in article["mentions"] if mention["tag"] == "TIMEX3"]
    mentions.sort(key=lambda mention: min(map(int, mention["tokens"])))
    times, reached = [], dict[int, int]()
    for mention in mentions:
        place = int(mention["sentence"])
        words = "".join(mention["text"].split())
        squeezed = "".join(article["sentences"][place].split())
        start = squeezed.find(words, reached.get(place, 0))
        if place == 1 or start < 0:
            continue
        reached[place] = start + len(words)
        times.append(Time(place, start, start + len(words), mention["value"], mention["text"]))
    return times


def found_times(article: dict[str, Any]) -> list[Time]:
    """Return the times found in title and first five sentences, with the date line as anchor."""
    anchor = dateline(article["dateline"])
    scored = [(place, text) for place, text in enumerate(article["sentences"][:6]) if place != 1]
    text, starts = "", []
    for place, sentence in scored:
        starts.append((len(text), place))
        text += sentence + ("\n" if place == 0 else " ")
    times = []
    for item in find_times(text, anchor=anchor):
        if item.kind is TimeKind.RELATION:
            continue
        begin, place = next(start for start in reversed(starts) if start[0] <= item.span.start)
        start = len("".join(text[begin : item.span.start].split()))
        times.append(Time(place, start, start + len("".join(item.raw.split())), item.value, item.raw))
    return times


def dateline(text: str) -> date:
    """Return the date of a date line such as ``March 01, 2008``."""
    return datetime.strptime(text.strip(), "%B %d, %Y").replace(tzinfo=UTC).date()


def compare(gold: list[Time], found: list[Time]) -> tuple[Score, list[str]]:
    """Return the counts for one article, and its misses in words."""
    misses = []
    strict = relaxed = value = 0
    free = list(found)
    for item in gold:
        overlapping = [
            other
            for other in free
            if other.sentence == item.sentence and other.start < item.end and item.start < other.end
        ]
        if not overlapping:
            misses.append(f"missed {item.raw!r} ({item.value})")
            continue
        best = max(overlapping, key=lambda other: ((other.start, other.end) == (item.start, item.end), -other.start))
        free.remove(best)
        relaxed += 1
        strict += (best.start, best.end) == (item.start, item.end)
        value += best.value == item.value
        if best.value != item.value or (best.start, best.end) != (item.start, item.end):
            misses.append(f"{item.raw!r} ({item.value}) read as {best.raw!r} ({best.value})")
    misses += [f"wrongly found {item.raw!r} ({item.value})" for item in free]
    return Score(len(gold), len(found), strict, relaxed, value), misses


def score(chosen: Iterable[dict[str, Any]]) -> tuple[Score, list[str]]:
    """Return the counts over several articles, and all misses."""
    total, misses = Score(0, 0, 0, 0, 0), []
    for article in chosen:
        one, missed = compare(gold_times(article), found_times(article))
        total = Score(*(a + b for a, b in zip(total, one, strict=True)))
        misses += missed
    return total, misses


def measure(shared: Path) -> list[Row]:
    """Return strict, relaxed and value F1 on the half tuned on and on the half held out."""
    everything = articles(shared)
    rows = []
    for name, chosen in (("held out", everything[1::2]), ("tuned on", everything[::2])):
        counts, misses = score(chosen)
        data = f"Wikinews TIMEX3, {name}"
        for label, matched in (("relaxed", counts.relaxed), ("strict", counts.strict), ("value", counts.value)):
            shown = tuple(misses[:8]) if label == "value" and name == "tuned on" else ()
            rows.append(Row("events", data, f"{label} F1", round(counts.f1(matched), 1), counts.gold, REFERENCE, shown))
    return rows
