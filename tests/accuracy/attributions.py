"""Attributions against PolNeAR: who says what, in news sentences labelled with source, cue and content.

Protocol. The sentences of one article are put back into running text (PTB tokens joined as they are printed,
quotation marks curly) and read as one document, one labelled sentence a paragraph. What is found is laid over the
tokens again and flattened as the labels are: longest content first, and an attribution that overlaps one already laid
is left out (the data label no attribution inside another). Exact F1 counts spans whose first and last token both agree,
for every span of a role; overlap F1 counts found spans that touch a labelled one (precision) and labelled spans that a
found one touches (recall). The rules were written looking at the articles at even places of the sorted list; those at
odd places are held out.
"""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from index.claims.quotations import find_attributions
from index.language.sentences import split_sentences
from index.records import Attribution, Document, Sentence, Span, ZoneKind
from tests.accuracy import Row

ROLES = ("source", "cue", "content")
REFERENCES = {
    "source": "published: BERT 81.1, CRF 50.6, rules 10.7",
    "cue": "published: BERT 74.0, CRF 53.4, rules 22.8",
    "content": "published: BERT 68.9, CRF 28.6, rules 5.6",
}
MISSES = (
    "cues that are whole phrases (to be critical of somebody, to issue a statement calling for something)",
    "attitudes shown by any verb or noun (to embrace a plan, somebody's disdain for something)",
    "where a report stops before a relative clause or an afterthought that the author adds",
    "when the person spoken to belongs to the content (urged voters to stay) and when not (asked them to stay)",
)
_SHOWN = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "'''": "’”"}
_GLUED_LEFT = frozenset({".", ",", ":", ";", "!", "?", ")", "]", "%", "...", "”", "’”", "'", "n't"})
_GLUED_RIGHT = frozenset({"“", "‘", "(", "[", "$"})

Range = tuple[int, int]


class Labelled(NamedTuple):
    """A labelled sentence in its document: the place of every token, and the spans of every role."""

    places: list[Span]
    spans: dict[str, set[Range]]


class Count:
    """Found and labelled spans of one role, with how many of them agree."""

    def __init__(self) -> None:
        self.found = self.labelled = self.exact = self.touching = self.touched = 0

    def add(self, found: set[Range], labelled: set[Range]) -> None:
        """Count one sentence."""
        self.found += len(found)
        self.labelled += len(labelled)
        self.exact += len(found & labelled)
        self.touching += sum(any(_overlap(a, b) for b in labelled) for a in found)
        self.touched += sum(any(_overlap(a, b) for b in found) for a in labelled)

    def f1(self, *, exact: bool) -> float:
        """Return F1 in percent."""
        precision = (self.exact if exact else self.touching) / max(1, self.found)
        recall = (self.exact if exact else self.touched) / max(1, self.labelled)
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(shared: Path) -> list[Row]:
    """Return exact and overlap F1 per role, on the half held out and on the half the rules were written on."""
    articles: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with (shared / "data/attributions/polnear_valid.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            articles[row["id"]].append(row)
    rows: list[Row] = []
    for half, name in ((1, "PolNeAR, articles held out"), (0, "PolNeAR, articles looked at")):
        counts = {role: Count() for role in ROLES}
        for position, key in enumerate(sorted(articles)):
            if position % 2 == half:
                _count_article(articles[key], counts)
        for role in ROLES:
            count = counts[role]
            misses = MISSES if half == 1 and role == "content" else ()
            for exact in (True, False):
                measured = f"{'exact' if exact else 'overlap'} F1 of the {role}"
                reference = REFERENCES[role] if exact else ""
                value = round(count.f1(exact=exact), 1)
                rows.append(
                    Row("attributions", name, measured, value, count.labelled, reference, misses if exact else ())
                )
    return rows


def _count_article(rows: Sequence[dict[str, Any]], counts: dict[str, Count]) -> None:
    document, labelled = _document(rows)
    starts = [sentence.places[0].start for sentence in labelled]
    found: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in find_attributions(document):
        found[bisect_right(starts, attribution.content.start) - 1].append(attribution)
    for number, sentence in enumerate(labelled):
        flat = _flatten(found[number], sentence.places)
        for role in ROLES:
            counts[role].add(flat[role], sentence.spans[role])


def _document(rows: Sequence[dict[str, Any]]) -> tuple[Document, list[Labelled]]:
    text = ""
    sentences: list[Sentence] = []
    labelled: list[Labelled] = []
    for number, row in enumerate(rows, start=1):
        start = len(text)
        places: list[Span] = []
        previous = ""
        for token in row["tokens"]:
            shown = _SHOWN.get(token, token)
            clitic = shown[:1] == "'" and shown[1:2].isalpha()
            glued = shown in _GLUED_LEFT or clitic or previous in _GLUED_RIGHT or not places
            text += "" if glued else " "
            places.append(Span(len(text), len(text) + len(shown)))
            text += shown
            previous = shown
        spans = split_sentences(text, start, len(text))
        sentences += [Sentence(span, ZoneKind.BODY, number, number) for span in spans]
        labelled.append(Labelled(places, {role: set(_labels(row["labels"], role)) for role in ROLES}))
        text += "\n"
    return Document("article", "article", text, "", "utf-8", sentences=tuple(sentences)), labelled


def _labels(labels: Sequence[str], role: str) -> Iterable[Range]:
    """Yield the spans of a role in BIO labels."""
    start: int | None = None
    for position, label in enumerate([*labels, "O"]):
        if start is not None and label != f"I-{role}":
            yield (start, position)
            start = None
        if label == f"B-{role}":
            start = position


def _flatten(attributions: Sequence[Attribution], places: Sequence[Span]) -> dict[str, set[Range]]:
    """Lay attributions over the tokens, longest content first, leaving out what overlaps."""
    flat: dict[str, set[Range]] = {role: set() for role in ROLES}
    for attribution in sorted(attributions, key=lambda a: a.content.start - a.content.end):
        content = _tokens(attribution.content, places)
        cue = _tokens(attribution.cue_span, places)
        taken = flat["source"] | flat["content"]
        if content is None or any(_overlap(content, other) for other in taken | flat["cue"]):
            continue
        if cue is not None and any(_overlap(cue, other) for other in taken):
            continue
        flat["content"].add(content)
        if cue is not None:
            flat["cue"].add(cue)
        source = _tokens(attribution.speaker_span, places)
        if source is not None and not any(_overlap(source, other) for other in flat["cue"] | flat["content"]):
            flat["source"].add(source)
    return flat


def _tokens(span: Span | None, places: Sequence[Span]) -> Range | None:
    if span is None or span.end <= places[0].start or span.start >= places[-1].end:
        return None
    touched = [i for i, place in enumerate(places) if place.start < span.end and span.start < place.end]
    return (touched[0], touched[-1] + 1) if touched else None


def _overlap(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]
