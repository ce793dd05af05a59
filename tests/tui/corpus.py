"""A corpus in memory with the door's methods, so that the screen's tests do not hang on how rules are tuned."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from threading import Event, RLock

from index.claims import explain
from index.claims.building import make_claim
from index.comparison import word_diff
from index.corpus.decided import Decided
from index.errors import DocumentError
from index.notes import Notebook, Searched, corrected, spans_between
from index.records import (
    Cell,
    Change,
    Claim,
    ClaimKind,
    Comparison,
    Document,
    DocumentEntry,
    Explained,
    Figure,
    Hit,
    Link,
    Match,
    Metadata,
    Passage,
    Quantity,
    RefreshReport,
    Related,
    SearchResult,
    Sentence,
    Side,
    Span,
    Status,
    Topic,
    Trouble,
    Unreadable,
    Zone,
    ZoneKind,
    subject_of,
)
from index.settings import Settings

_SENTENCE = re.compile(r"[^.!?。\n]+[.!?。]?")
_NUMBER = re.compile(r"\d[\d,]*")


class MemoryCorpus:
    """Articles given as text; figures are numbers, topics are equal nouns after them, links are equal numbers."""

    def __init__(self, articles: dict[str, str], settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.paths = (Path("stories"),)
        self.searches: list[str] = []
        self.searched = Searched(None)
        self.bad: tuple[Unreadable, ...] = ()
        notebook = Notebook(None)
        self.notes = Decided(notebook, self.documents, self.document, lambda id_: _figures(self.document(id_)), RLock())
        self._documents = {id_: make_document(id_, text) for id_, text in sorted(articles.items())}

    def trouble(self) -> tuple[Trouble, ...]:
        return self.notes.trouble()

    def refresh(
        self, progress: Callable[[str, int, int], None] = lambda *_: None, cancelled: Callable[[], bool] = lambda: False
    ) -> RefreshReport:
        progress("reading", len(self._documents), len(self._documents))
        return RefreshReport(0, 0, 0, 0)

    def changes(self, _stop: Event) -> Iterator[None]:
        return iter(())

    def documents(self) -> tuple[DocumentEntry, ...]:
        return tuple(
            DocumentEntry(number, id_, id_, one.metadata, one.words, len(one.sentences), 0)
            for number, (id_, one) in enumerate(self._documents.items(), 1)
        )

    def entry(self, id_: str) -> DocumentEntry:
        return next(entry for entry in self.documents() if entry.id == id_)

    def unreadable(self) -> tuple[Unreadable, ...]:
        return self.bad

    def document(self, id_: str) -> Document:
        if id_ not in self._documents:
            raise DocumentError(f"there is no document “{id_}”", "look at the list")
        return self._documents[id_]

    def search(
        self,
        text: str,
        *,
        limit: int | None = None,
        sort: str = "relevance",
        expand: bool = True,
        filters: Sequence[tuple[str, str]] = (),
    ) -> SearchResult:
        self.searches.append(text)
        hits = []
        for entry in self.documents():
            document, passages = self._documents[entry.id], []
            for sentence in document.sentences:
                words = document.slice(sentence.span)
                matches = tuple(
                    Match(Span(sentence.span.start + one.start(), sentence.span.start + one.end()))
                    for one in re.finditer(re.escape(text), words, re.IGNORECASE)
                )
                if matches:
                    passages.append(Passage(entry.id, sentence.line, sentence.span, sentence.zone, words, matches))
            if passages:
                hits.append(Hit(entry, float(len(passages)), tuple(passages)))
        hits.sort(key=lambda hit: -hit.score)
        return SearchResult(text, f"“{text}”", len(hits), tuple(hits), suggestion=None if hits else "harbour")

    def claims(self, document: str | None = None, *, kind: ClaimKind | None = None) -> tuple[Claim, ...]:
        ids = [document] if document is not None else list(self._documents)
        found = corrected(
            (claim for id_ in ids for claim in _figures(self.document(id_))), self.notes.effects().corrections
        )
        return tuple(claim for claim in found if kind is None or claim.kind is kind)

    def why(self, id_: str, within: Span) -> tuple[Explained, ...]:
        return explain(self.document(id_), self.claims(id_), within)

    def watch_grouping(self, progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]) -> None:
        self.told = (progress, cancelled)

    def topics(self, documents: Sequence[str] | None = None, *, alone: bool = True) -> tuple[Topic, ...]:
        groups: dict[str, list[Claim]] = {}
        effects = self.notes.effects()
        apart = {ids[0] for ids in effects.splits}
        joined = {id_: f"joined {ids[0]}" for ids in effects.merges for id_ in ids}
        for claim in self.claims():
            subject = claim.id if claim.id in apart else str(subject_of(claim))
            groups.setdefault(joined.get(claim.id, subject), []).append(claim)
        topics = []
        for label, claims in groups.items():
            if documents is not None and not any(claim.document in documents for claim in claims):
                continue
            values = {claim.quantity.low for claim in claims if isinstance(claim, Figure)}
            sources = {claim.document for claim in claims}
            status = Status.ALONE
            if len(sources) > 1:
                status = Status.CORROBORATED if len(values) == 1 else Status.CONFLICT
            topics.append(Topic(label, label, status, f"{len(values)} values", tuple(claim.id for claim in claims)))
        return tuple(topic for topic in topics if alone or topic.status is not Status.ALONE)

    def compare(self, a: str, b: str, threshold: float | None = None) -> Comparison:
        links, seen_a, seen_b = [], set(), set()
        effects = self.notes.effects()
        if threshold is None:
            threshold = effects.thresholds.get(frozenset((a, b)), 0.3)
        for one in _sides(self.document(a)):
            for other in _sides(self.document(b)):
                shared = set(re.findall(r"[a-z]{6,}", one.text.lower())) & set(
                    re.findall(r"[a-z]{6,}", other.text.lower())
                )
                if shared and threshold <= 0.5:
                    numbers = _NUMBER.findall(one.text), _NUMBER.findall(other.text)
                    status = "conflict" if all(numbers) and numbers[0] != numbers[1] else "related"
                    links.append(Link(one, other, 0.5, status, (f"both say {', '.join(sorted(shared))}",)))
                    seen_a.add(one.span)
                    seen_b.add(other.span)
        broken = spans_between(effects.breaks, a, b)
        links = [link for link in links if (link.a.span, link.b.span) not in broken]
        for one_span, other_span in spans_between(effects.pins, a, b):
            one, other = _side(self.document(a), one_span), _side(self.document(b), other_span)
            links.append(Link(one, other, 1.0, "related", ("yours",), pinned=True))
        only_a = tuple(side for side in _sides(self.document(a)) if side.span not in seen_a)
        only_b = tuple(side for side in _sides(self.document(b)) if side.span not in seen_b)
        return Comparison(a, b, 0.5, tuple(links), only_a, only_b, threshold=threshold)

    def related(self, id_: str) -> tuple[Related, ...]:
        return tuple(Related(other, 0.5, ("the same words",)) for other in self._documents if other != id_)

    def matrix(
        self,
        progress: Callable[[int, int], None] = lambda *_: None,
        cancelled: Callable[[], bool] = lambda: False,
        found: Callable[[Cell], None] = lambda _cell: None,
    ) -> tuple[Cell, ...]:
        cells = []
        for a, b in combinations(self._documents, 2):
            one = self.compare(a, b)
            conflicts = sum(link.status == "conflict" for link in one.links)
            cells.append(Cell(a, b, len(one.links), conflicts, one.similarity))
            found(cells[-1])
        return tuple(cells)

    def word_diff(self, a: str, b: str) -> tuple[Change, ...]:
        return word_diff(a, b)

    def replace(self, id_: str, text: str) -> None:
        """Change an article, as if its file had been edited."""
        self._documents[id_] = make_document(id_, text)

    def close(self) -> None:
        pass


def make_document(id_: str, text: str) -> Document:
    """Return a document whose first line is its title."""
    lines = text.split("\n")
    zones, sentences, position = [], [], 0
    for number, line in enumerate(lines, 1):
        kind = ZoneKind.TITLE if number == 1 else ZoneKind.BODY
        if line.strip():
            zones.append(Zone(kind, Span(position, position + len(line)), number, number))
        for one in _SENTENCE.finditer(line):
            start = position + one.start() + len(one.group()) - len(one.group().lstrip())
            if start < position + one.end():
                sentences.append(Sentence(Span(start, position + one.end()), kind, number, number))
        position += len(line) + 1
    known = Metadata(title=lines[0], outlet="The Paper", published="2025-01-20")
    return Document(id_, id_, text, "0", "utf-8", metadata=known, zones=tuple(zones), sentences=tuple(sentences))


def _figures(document: Document) -> list[Claim]:
    claims: list[Claim] = []
    for sentence in document.sentences:
        words = document.slice(sentence.span)
        for one in _NUMBER.finditer(words):
            span = Span(sentence.span.start + one.start(), sentence.span.start + one.end())
            value = float(one.group().replace(",", ""))
            subject = " ".join(words[one.end() :].split()[:1]).strip(".,")
            claims.append(
                make_claim(
                    document,
                    sentence,
                    span,
                    Figure,
                    "digits",
                    text=words,
                    quantity=Quantity(one.group(), value, value, subject=subject),
                )
            )
    return claims


def _side(document: Document, span: Span) -> Side:
    return Side(document.id, document.text.count("\n", 0, span.start) + 1, span, document.slice(span))


def _sides(document: Document) -> list[Side]:
    return [
        Side(document.id, one.line, one.span, document.slice(one.span))
        for one in document.sentences
        if one.zone is ZoneKind.BODY
    ]
