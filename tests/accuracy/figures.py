"""Figures measured on news (Wikinews VALUE mentions) and on the test cases of two other recognisers.

Wikinews annotates the title and the first five sentences; gold are its VALUE mentions that hold a number (MONEY,
PERCENT, QUANTITY). Durations are annotated there as times, and ranks, scores and multiples not at all, so those of ours
are neither right nor wrong. A figure is right in span when it overlaps a gold mention, one to one, in value when its
numbers are also those of the gold text, with unit when it is also percent, this currency, or neither, as the mention's
type and words say. The corpus holds no normalised values: gold values are the numbers of the annotated words, read by
our own reader of numerals, so value F1 tests what is chosen, joined and carried over more than the reading of digits.
TAP (sentences of one American newspaper) annotates some of the values of a sentence, so only recall is counted there.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from index.claims.figures import find_figures
from index.language.numbers import find_numbers
from index.language.units import CODES, TIME_UNITS
from index.records import Document, Figure, Sentence, Span, ZoneKind
from tests.accuracy import Row

_SKIPPED_UNITS = TIME_UNITS | {"rank", "times", "score", "ratio"}


class Gold(NamedTuple):
    """An annotated mention: its span in the document, its words and its type."""

    start: int
    end: int
    text: str
    kind: str


def as_document(name: str, sentences: Iterable[str], zone: ZoneKind = ZoneKind.BODY) -> Document:
    """Return a document of one sentence a line."""
    lines = list(sentences)
    spans = []
    position = 0
    for number, line in enumerate(lines, start=1):
        spans.append(Sentence(Span(position, position + len(line)), zone, number, number))
        position += len(line) + 1
    return Document(name, name, "\n".join(lines), "", "utf-8", sentences=tuple(spans))


def _place(sentence: str, words: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return where the tokenised ``words`` stand in the sentence, the first place not taken yet."""
    pattern = re.compile(r"\s*".join(re.escape(letter) for letter in words if not letter.isspace()), re.IGNORECASE)
    for match in pattern.finditer(sentence):
        whole = not (match.start() and sentence[match.start() - 1].isdigit() and words[0].isdigit())
        if whole and not any(match.start() < end and start < match.end() for start, end in taken):
            return match.span()
    return None


def wikinews(shared: Path, part: int) -> Iterator[tuple[Document, list[Gold]]]:
    """Yield the articles of one half (0 even, 1 odd) with the annotated values of their first sentences."""
    lines = (shared / "data/quantities/wikinews.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[part::2]:
        article: dict[str, Any] = json.loads(line)
        kept = [article["sentences"][index] for index in (0, *range(2, 6)) if index < len(article["sentences"])]
        document = as_document(article["id"], kept)
        gold: list[Gold] = []
        for mention in article["mentions"]:
            index = mention["sentence"]
            if mention["tag"] != "VALUE" or index == 1 or index > 5:
                continue
            sentence = document.sentences[index - 1 if index else 0]
            base = sentence.span.start
            found = _place(
                document.slice(sentence.span), mention["text"], [(g.start - base, g.end - base) for g in gold]
            )
            if found and any(True for _ in find_numbers(mention["text"])):
                gold.append(Gold(found[0] + base, found[1] + base, mention["text"], mention.get("type", "QUANTITY")))
        yield document, sorted(gold)


def _values(text: str) -> list[float]:
    return [float(f"{number.value:.12g}") for number in find_numbers(re.sub(r"(?<=[$#]) ", "", text))]


def _same_value(claim: Figure, gold: Gold) -> bool:
    quantity = claim.quantity
    assert quantity is not None
    factor = 0.01 if re.search(r"\bcents?\b|pence", gold.text) else 1.0
    wanted = [float(f"{value * factor:.12g}") for value in _values(gold.text)]
    if quantity.unit == "percent" and gold.kind == "QUANTITY":
        wanted = [value * 100 if value < 1 else value for value in wanted]
    ours = {value for value in (quantity.low, quantity.high) if value is not None}
    scaled = set(wanted) | {value * scale for value in wanted for scale in (1e3, 1e6, 1e9)}
    return bool(ours) and (ours == set(wanted) or (len(wanted) > 1 and max(ours) in wanted and ours <= scaled))


def _same_unit(claim: Figure, gold: Gold) -> bool:
    unit = claim.quantity.unit if claim.quantity else None
    if gold.kind == "MONEY":
        return unit in CODES or (unit is None and not re.search(r"[$£€#]|dollar|euro|cent|USD|yuan", gold.text))
    if gold.kind == "PERCENT":
        return unit in ("percent", "percentage point")
    return unit not in CODES or bool(re.search(r"[$£€]|dollar|cent", gold.text))


def _score(articles: Iterable[tuple[Document, list[Gold]]]) -> tuple[list[int], list[str]]:
    """Return gold, ours, right in span, in value, with unit, and the misses in words."""
    counts = [0, 0, 0, 0, 0]
    misses = []
    for document, gold in articles:
        claims = find_figures(document)
        free = list(claims)
        counts[0] += len(gold)
        for mention in gold:
            near = [c for c in free if c.span.start < mention.end and mention.start < c.span.end]
            if not near:
                misses.append(
                    f"missed {mention.text!r} in {document.text[max(0, mention.start - 40) : mention.end + 30]!r}"
                )
                continue
            best = max(near, key=lambda claim: (_same_value(claim, mention), claim.span.start * -1))
            free.remove(best)
            value = _same_value(best, mention)
            counts[2] += 1
            counts[3] += value
            counts[4] += value and _same_unit(best, mention)
            if not (value and _same_unit(best, mention)):
                misses.append(f"wrong {mention.text!r}: {best.quantity!r}")
            counts[1] += 1
        left = [c for c in free if c.quantity and c.quantity.unit not in _SKIPPED_UNITS]
        counts[1] += len(left)
        misses += [
            f"extra {c.surface!r} in {document.text[max(0, c.span.start - 40) : c.span.end + 30]!r}" for c in left
        ]
    return counts, misses


def _f1(right: int, gold: int, ours: int) -> float:
    return 200 * right / (gold + ours) if gold + ours else 0.0


def _newspaper_recall(path: Path, half: int) -> tuple[int, int, int]:
    """Return how many annotated values of newspaper sentences there are, and of how many value and unit are ours."""
    gold = value = unit = 0
    for line in path.read_text(encoding="utf-8").splitlines()[half::2]:
        row: dict[str, Any] = json.loads(line)
        claims = find_figures(as_document("row", [row["text"].replace("\n", " ")]))
        for start, end in (one["value"] for one in row["values"]):
            gold += 1
            words = row["text"][start:end]
            kind = "MONEY" if _MONEY.search(words) else "PERCENT" if _PERCENT.search(words) else "QUANTITY"
            mention = Gold(start, end, words, kind)
            near = [claim for claim in claims if claim.span.start < end and start < claim.span.end]
            found = bool(near) and _same_value(near[0], mention)
            value += found
            unit += found and _same_unit(near[0], mention)
    return gold, value, unit


_MONEY = re.compile(
    r"[$£€#]|dollar|cents?\b|yen|franc|marks|pound|pence|lire|kronor|guilder|peseta|ruble", re.IGNORECASE
)
_PERCENT = re.compile(r"%|per\s?cent\b")


def _recall_of_peers_cases(path: Path) -> tuple[int, int]:
    """Return how many of a recogniser's expected values are found, and how many there are."""
    found = total = 0
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        ours = Counter[float]()
        for claim in find_figures(as_document("case", [case["Input"]])):
            quantity = claim.quantity
            factor = 100 if re.search(r"cent|pence|penny", claim.surface) and quantity and quantity.unit in CODES else 1
            ends = {quantity.low, quantity.high} - {None} if quantity else set()
            ours.update(round(value * factor, 2) for value in ends if value is not None)
        for result in case["Results"]:
            stated = str((result.get("Resolution") or {}).get("value")).rstrip("%")
            if re.fullmatch(r"-?[\d.]+", stated):
                total += 1
                wanted = round(float(stated), 2)
                found += ours[wanted] > 0
                ours[wanted] -= 1
    return found, total


_MISSES = (
    "a count with a definite article is left out (the two companies)",
    "amounts without a numeral (a near-normal number of passengers)",
    "a model number met once, without its maker's name, is taken for a count",
    "the second spelling of an amount (70 metres (229.6 feet)) is kept with the first and is no figure of its own",
    "a name made of capitalised number words in a headline",
)


def measure(shared: Path) -> list[Row]:
    """Return the rows of this area for the accuracy page."""
    rows = []
    for part, name in ((0, "Wikinews, developed on"), (1, "Wikinews, held out")):
        (gold, ours, span, value, unit), _ = _score(wikinews(shared, part))
        reference = "92.0 value, 85.6 value and unit (neural); 73/47 and 69/34 (rules), other news"
        rows += [
            Row("figures", name, "span F1", round(_f1(span, gold, ours), 1), gold),
            Row("figures", name, "value F1", round(_f1(value, gold, ours), 1), gold, reference, _MISSES),
            Row("figures", name, "value and unit F1", round(_f1(unit, gold, ours), 1), gold, reference),
        ]
    for half, name in ((0, "newspaper sentences (TAP), developed on"), (1, "newspaper sentences (TAP), held out")):
        gold, value, unit = _newspaper_recall(shared / "data/meaning/tap_train.jsonl", half)
        rows += [
            Row("figures", name, "value recall", round(100 * value / gold, 1), gold),
            Row("figures", name, "value and unit recall", round(100 * unit / gold, 1), gold),
        ]
    for model, name in (("Percent", "percentages"), ("Currency", "currencies"), ("Dimension", "dimensions")):
        found, total = _recall_of_peers_cases(shared / f"data/quantities/recognizers/{model}Model.json")
        rows.append(
            Row("figures", f"a recogniser's cases, {name}", "value recall", round(100 * found / total, 1), total)
        )
    return rows
