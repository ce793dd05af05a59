"""Finds, in one document, every sentence that answers a query, and the exact places in it that do."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.language import STOP_WORDS, Token, lemma_of, tokenize, without_overlays, zone_tokens
from index.query import (
    Alias,
    And,
    Everything,
    Fuzzy,
    HasClaim,
    InZones,
    Near,
    Node,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
    Word,
    near_windows,
)
from index.records import Claim, Document, Match, Passage, Span, ZoneKind

DOCUMENTS_IN_MEMORY = 128
"""How many documents keep their words at hand between two searches."""

MAX_TITLE = 64
"""Words of a title that are looked for in the text."""


class Place(NamedTuple):
    """An occurrence: its first and last position, its span in the document, and how it answers the query."""

    first: int
    last: int
    start: int
    end: int
    how: str


class Needs(NamedTuple):
    """What matching needs from outside: the words a prefix stands for, and the claims that a field asks for."""

    expand: Callable[[Prefix | Fuzzy], Sequence[str]]
    claims: Callable[[HasClaim, str], Iterable[Claim]]


class Words:
    """The words of one document, by lemma, with their places in the document."""

    def __init__(self, document: Document) -> None:
        self._zones: list[tuple[int, int, dict[str, list[Token]]]] = []
        for zone in zone_tokens(document):
            if zone.offset < 0:
                continue
            by_lemma: defaultdict[str, list[Token]] = defaultdict(list)
            for token in zone.tokens:
                by_lemma[lemma_of(token[0])].append(token)
            self._zones.append((zone.offset, zone.position, dict(by_lemma)))
        self.starts = [sentence.span.start for sentence in document.sentences]

    def of(self, lemma: str) -> list[Token]:
        """Return the words of one family, in order, with offsets and positions that count from the document's start."""
        return [
            Token(form, lemma, start + offset, end + offset, position + base, width, overlay)
            for offset, base, by_lemma in self._zones
            if lemma in by_lemma
            for form, _, start, end, position, width, overlay in by_lemma[lemma]
        ]

    def with_forms(self, forms: frozenset[str]) -> list[Token]:
        """Return the words with one of the forms, by family and then in order."""
        lemmas = {
            lemma
            for _, _, by_lemma in self._zones
            for lemma, tokens in by_lemma.items()
            if any(token[0] in forms for token in tokens)
        }
        return [token for lemma in sorted(lemmas) for token in self.of(lemma) if token.form in forms]

    def sentences(self, start: int, end: int, ends: Sequence[int]) -> range:
        """Return the numbers of the sentences that a stretch of the document touches."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        if first < 0 or ends[first] <= start:
            first += 1
        return range(first, last + 1)


class _Key:
    """A document that is compared by its identity and content's digest, not by all of its text."""

    __slots__ = ("document", "key")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.key = (document.id, document.digest, len(document.text), len(document.sentences))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(DOCUMENTS_IN_MEMORY)
def _words_of(key: _Key) -> Words:
    return Words(key.document)


def passages_of(document: Document, tree: Node, needs: Needs) -> tuple[Passage, ...]:
    """Return every sentence of ``document`` that answers ``tree``: those that hold all it asks for come first.

    Each group is in order of place. Sentences that hold only a part are told apart by ``complete``: those with at
    least two of the terms and half of them, and as many more as it takes to show every term once. Function words make
    no part, nor do the fields of claims: they filter. Linear in the length of the document.
    """
    matcher = _Matcher(document, needs)
    complete = matcher.sentences(tree, None)
    whole = [n for n in sorted(matcher.marks) if complete is None or n in complete]
    partial = _worth_showing(matcher.filtered(tree, whole), whole)
    return (*(matcher.passage(n, True) for n in whole), *(matcher.passage(n, False) for n in partial))


class _Matcher:
    """Walks a tree over one document, and keeps what it found by sentence."""

    def __init__(self, document: Document, needs: Needs) -> None:
        self.document = document
        self.needs = needs
        self.words = _words_of(_Key(document))
        self.ends = [sentence.span.end for sentence in document.sentences]
        self.marks: dict[int, list[Match]] = {}
        self.held: dict[int, set[Node]] = {}
        """The terms of the query that a sentence holds, without function words."""
        self.titled: frozenset[int] = frozenset()
        """The sentences that count as the title just now, wherever they stand."""

    def sentences(self, node: Node, zones: frozenset[ZoneKind] | None) -> set[int] | None:
        """Return the sentences that answer ``node`` on their own; None when every sentence of the document does."""
        match node:
            case And(parts=parts):
                answers = [a for part in dict.fromkeys(parts) if (a := self.sentences(part, zones)) is not None]
                return set.intersection(*answers) if answers else None
            case Or(parts=parts):
                union: set[int] = set()
                everything = False
                for part in dict.fromkeys(parts):
                    answer = self.sentences(part, zones)
                    everything = everything or answer is None
                    union |= answer or set()
                return None if everything else union
            case InZones(zones=kinds, part=part, title=title):
                wanted = frozenset(kinds) if zones is None else zones & frozenset(kinds)
                before, self.titled = self.titled, self._title_elsewhere() if title else self.titled
                found = self._zone(wanted) if part is None else self.sentences(part, wanted)
                self.titled = before
                return found
            case HasClaim():
                return self._claims(node, zones)
            case Near():
                return self._mark(node, self._near(node), zones)
            case Word() | Phrase() | Prefix() | Fuzzy() | Alias():
                return self._mark(node, self._places(node), zones)
            case Nothing():
                return set()
            case _:
                return None

    def filtered(self, tree: Node, whole: Sequence[int]) -> dict[int, set[Node]]:
        """Return what the sentences hold that the claims asked for let through; all when they let none through."""
        while isinstance(tree, InZones) and tree.part is not None:
            tree = tree.part
        filters = [part for part in tree.parts if isinstance(part, HasClaim)] if isinstance(tree, And) else []
        if not filters:
            return self.held
        let_through = set.intersection(*(self._claims(node, None) for node in filters))
        kept = {number: held for number, held in self.held.items() if number in let_through}
        return kept if kept or whole else self.held

    def _title_elsewhere(self) -> frozenset[int]:
        """Return the sentences that hold the document's title where no zone of it is its title."""
        title = self.document.metadata.title
        if not title or any(zone.kind is ZoneKind.TITLE for zone in self.document.zones):
            return frozenset()
        forms = [token.form for token in without_overlays(tokenize(title))][:MAX_TITLE]
        places = self._phrase([Word(form, form, lemma_of(form), True) for form in forms], "word") if forms else []
        return frozenset(n for place in places for n in self.words.sentences(place.start, place.end, self.ends))

    def passage(self, number: int, complete: bool) -> Passage:
        """Return a sentence with its marks, in order and without overlaps."""
        sentence = self.document.sentences[number]
        return Passage(
            self.document.id,
            sentence.line,
            sentence.span,
            sentence.zone,
            self.document.slice(sentence.span),
            _tidy(self.marks[number]),
            complete,
        )

    def _zone(self, kinds: frozenset[ZoneKind]) -> set[int]:
        found = {n for n, sentence in enumerate(self.document.sentences) if sentence.zone in kinds}
        for number in found:
            self.marks.setdefault(number, [])
            self.held.setdefault(number, set()).add(Everything())
        return found

    def _claims(self, node: HasClaim, zones: frozenset[ZoneKind] | None) -> set[int]:
        places = [Place(0, 0, *claim.span, "claim") for claim in self.needs.claims(node, self.document.id)]
        return self._mark(node, places, zones)

    def _near(self, node: Near) -> list[Place]:
        """Return the terms that stand close together, within one sentence where any do."""
        places = [self._places(part) for part in node.parts]
        flat = sorted(place for found in places for place in found)
        windows = near_windows([[(p.first, p.last) for p in found] for found in places], node.distance)
        inside = [[p for p in flat if first <= p.first and p.last <= last] for first, last in windows]
        whole = [w for w in inside if len(self.words.sentences(w[0].start, w[-1].end, self.ends)) == 1]
        return [place for window in whole or inside for place in window]

    def _mark(self, node: Node, places: Iterable[Place], zones: frozenset[ZoneKind] | None) -> set[int]:
        found = set()
        for place in places:
            for number in self.words.sentences(place.start, place.end, self.ends):
                sentence = self.document.sentences[number]
                if zones is not None and sentence.zone not in zones and number not in self.titled:
                    continue
                start, end = max(place.start, sentence.span.start), min(place.end, sentence.span.end)
                self.marks.setdefault(number, []).append(Match(Span(start, end), place.how))
                found.add(number)
        if not (isinstance(node, HasClaim) or (isinstance(node, Word) and node.form in STOP_WORDS)):
            for number in found:
                self.held.setdefault(number, set()).add(node)
        return found

    def _places(self, node: Term, how: str | None = None) -> list[Place]:
        match node:
            case Word(form=form, lemma=lemma, exact=exact, outside=names):
                label = how or ("exact" if exact else "word")
                tokens = self.words.of(lemma)
                found = [_place(token, label) for token in tokens if not exact or token.form == form]
                covered = {p for name in names for at in self._places(name) for p in range(at.first, at.last + 1)}
                return [place for place in found if place.first not in covered]
            case Phrase(words=words, closed=closed):
                label = how or ("exact" if all(word.exact for word in words) else "phrase")
                found = self._phrase(words, label)
                return found + self._places(closed, how) if closed else found
            case Prefix() | Fuzzy():
                label = how or ("prefix" if isinstance(node, Prefix) else "fuzzy")
                return self._forms(frozenset(self.needs.expand(node)), label)
            case Alias(spellings=(typed, *others)):
                typed_how = "word" if isinstance(typed, Word) else "phrase"
                return [
                    *self._places(typed, typed_how),
                    *(place for other in others for place in self._places(other, "alias")),
                ]
        return []

    def _forms(self, forms: frozenset[str], how: str) -> list[Place]:
        return [_place(token, how) for token in self.words.with_forms(forms)]

    def _phrase(self, words: Sequence[Word], how: str) -> list[Place]:
        columns: list[Mapping[int, Token]] = []
        known: dict[Word, Mapping[int, Token]] = {}
        starts: set[int] | None = None
        for index, word in enumerate(words):
            if word not in known:
                tokens = [token for token in self.words.of(word.lemma) if not token.overlay]
                known[word] = {t.position: t for t in tokens if not word.exact or t.form == word.form}
            column = known[word]
            columns.append(column)
            here = {position - index for position in column}
            starts = here if starts is None else starts & here
            if not starts:
                return []
        last = len(words) - 1
        return [Place(s, s + last, columns[0][s].start, columns[-1][s + last].end, how) for s in sorted(starts or ())]


def _place(token: Token, how: str) -> Place:
    return Place(token.position, token.position + token.width - 1, token.start, token.end, how)


def _worth_showing(held: Mapping[int, set[Node]], whole: Iterable[int]) -> list[int]:
    """Return the sentences that hold a part of the query and say something the whole ones do not, in order."""
    terms = set().union(*held.values()) if held else set()
    enough = max(2, (len(terms) + 1) // 2)
    shown = {number for number in held if len(held[number]) >= enough} - set(whole)
    seen = set().union(*(held.get(number, set()) for number in (*whole, *shown)))
    shown |= {number for number, parts in held.items() if parts - seen}
    return sorted(shown)


def _tidy(marks: Sequence[Match]) -> tuple[Match, ...]:
    """Return marks in order; of two that overlap the longer stays, and what was typed ranks before an alias."""
    ordered = sorted(
        marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.how == "claim", mark.how == "alias")
    )
    kept: list[Match] = []
    for mark in ordered:
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
        elif mark.span.end > kept[-1].span.end and mark.how != "claim" and kept[-1].how != "claim":
            longer = mark.span.end - mark.span.start > kept[-1].span.end - kept[-1].span.start
            kept[-1] = mark if longer else kept[-1]
    return tuple(kept)
