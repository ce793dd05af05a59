"""Evaluates a query tree on a Whoosh reader: which documents answer, and how well.

Ranking is BM25F (Robertson, Zaragoza and Taylor 2004) with exact lengths; a name with several spellings, a prefix or
a fuzzy word counts as one word, a phrase as a word that occurs as often as the phrase does. Function words hardly
count, and a word that a query repeats counts by its square root: that is what stock BM25 loses on whole sentences.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log, sqrt
from typing import Any, TypeGuard

from index.engines.whoosh.places import Places, families, summed, union, without
from index.engines.whoosh.schema import FORM_BITS, FORM_MASK, encode, form_mark, unpack
from index.engines.whoosh.table import Table
from index.engines.whoosh.vocabulary import frequency
from index.language import STOP_WORDS
from index.query import (
    Alias,
    And,
    Everything,
    Fuzzy,
    HasMetadata,
    InDocuments,
    InZones,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Term,
    Word,
    near_windows,
)
from index.records import ZoneKind

K1 = 1.2
B = 0.75
"""The constants of BM25 as its authors recommend them; not tuned to any collection."""

MAX_PLACES = 400_000
"""Places a query may look at one by one."""

TOO_BROAD = "the query is too broad for so many articles; its commonest words were left out"

TOO_COMMON = "these words are too common to look at every place of them; some articles may be missing"

CLOSENESS = 0.5
"""By how much of itself a score grows when all terms of a conjunction stand side by side."""

CLOSENESS_DOCUMENTS = 200
"""How many of the best documents are looked at for it."""

CLOSENESS_TERMS = 8
"""How many terms are looked at."""

FAR = 64
"""Words between terms from which on nearness adds nothing."""

MAX_POSTINGS = 120_000
"""Postings a query may read: what can be read and scored in less than a second."""

FUNCTION_WORD = 0.02
"""What a function word's score is multiplied by: enough to order what nothing else does."""

LITERAL = 1e6
"""The frequency at which a quotation found word for word scores: as good as endless, in BM25 a little more than any."""

RELATED = 0.6
"""What a word derived from a word of the query counts for its rank, as a share of the word itself."""

_TERMS = (Word, Phrase, Prefix, Fuzzy, Alias)

Zones = frozenset[ZoneKind] | None


class Evaluation:
    """One query on one reader: ``answer`` gives the documents, ``score`` and ``reward_closeness`` fill ``scores``."""

    def __init__(
        self,
        reader: Any,
        table: Table,
        expand: Callable[[Prefix | Fuzzy], Sequence[str]],
        relatives: Callable[[str], Sequence[str]],
    ) -> None:
        self.reader = reader
        self.table = table
        self.expand = expand
        self.relatives = relatives
        self.scores: dict[int, float] = {}
        self.notes: list[str] = []
        self._budget = MAX_POSTINGS
        self._effort = MAX_PLACES
        self._terms: dict[tuple[Term | Near, Zones], dict[int, float]] = {}
        """The weighted frequency by document of every term that was looked up."""
        self._asked: Counter[tuple[Term | Near, Zones]] = Counter()
        """How often each term counts for the score."""
        self._only: set[int] | None = None
        """Documents whose places are wanted; None is all."""
        self._postings: dict[str, list[tuple[int, float, bytes]]] = {}

    def answer(self, node: Node, zones: Zones = None, scored: bool = True) -> set[int]:  # noqa: C901
        """Return the numbers of the documents that answer ``node``; ``score`` then says how well, unless told."""
        match node:
            case And(parts=parts):
                return self._all(parts, zones, scored)
            case Or(parts=parts):
                return set().union(*(self.answer(part, zones, scored) for part in parts))
            case Not(part=part):
                return self.table.numbers - self.answer(part, zones, False)
            case InZones(zones=kinds, part=part):
                wanted = frozenset(kinds) if zones is None else zones & frozenset(kinds)
                if part is None:
                    return self.table.with_zones(wanted)
                return self.answer(part, wanted, scored)
            case HasMetadata(field=field, forms=forms):
                return self.table.with_metadata(field, forms)
            case Published(first=first, last=last):
                return self.table.published(first, last)
            case InDocuments(ids=ids):
                return {self.table.by_id[id_] for id_ in ids if id_ in self.table.by_id}
            case Everything():
                return set(self.table.numbers)
            case Word() | Phrase() | Prefix() | Fuzzy() | Alias() | Near():
                return self._term(node, zones, scored)
            case _:
                return set()

    def reward_closeness(self, node: Node, found: set[int]) -> None:
        """Raise the scores of the best documents in which the terms of a conjunction stand close together.

        A term in the same sentence says more than one pages away; as in Tao and Zhai 2007, only the closest place
        counts.
        """
        zones: Zones = None
        if isinstance(node, InZones):
            zones = frozenset(node.zones)
            node = node.part or Everything()
        parts = dict.fromkeys(node.parts) if isinstance(node, And) else ()
        terms = [part for part in parts if isinstance(part, _TERMS)][:CLOSENESS_TERMS]
        if len(terms) < 2:
            return
        best = sorted(found, key=lambda number: (-self.scores.get(number, 0.0), number))[:CLOSENESS_DOCUMENTS]
        self._only = set(best)
        places = [self._places(term, zones) for term in terms]
        self._only = None
        for number in best:
            gaps = [
                end - start + 1 - len(terms)
                for start, end in near_windows([of_term.get(number, []) for of_term in places], FAR)
            ]
            if gaps and number in self.scores:
                self.scores[number] *= 1 + CLOSENESS / (1 + max(0, min(gaps)) / 8)

    def _all(self, parts: Sequence[Node], zones: Zones, scored: bool) -> set[int]:
        """Return the documents that answer all parts; the rarest are looked at first, exclusions last."""
        found: set[int] | None = None
        for part in sorted(dict.fromkeys(parts), key=self._cost):
            if found is not None and self._budget <= 0 and isinstance(part, (*_TERMS, Near)):
                self.notes.append(TOO_BROAD)
            elif isinstance(part, Not):
                found = (self.table.numbers if found is None else found) - self.answer(part.part, zones, False)
            else:
                answer = self.answer(part, zones, scored)
                found = answer if found is None else found & answer
            if not found:
                return set()
        return found or set()

    def _cost(self, part: Node) -> int:
        """Return about how many postings answering ``part`` takes to read."""
        if isinstance(part, Not):
            return 2 * MAX_POSTINGS
        if isinstance(part, Word):
            return frequency(self.reader, part.lemma)
        if isinstance(part, Phrase):
            return min(frequency(self.reader, word.lemma) for word in part.words)
        return 0 if isinstance(part, (Published, HasMetadata, InDocuments)) else MAX_POSTINGS

    def _term(self, node: Term | Near, zones: Zones, scored: bool) -> set[int]:
        key = (node, zones)
        if key not in self._terms:
            self._terms[key] = self._weights(node, zones)
        if scored:
            self._asked[key] += 1
        return set(self._terms[key])

    def score(self, found: set[int]) -> None:
        """Score the documents that were found; a repeated term counts by the square root of how often it was asked."""
        terms: dict[object, tuple[dict[int, float], float, int]] = {}
        for (node, zones), asked in self._asked.items():
            weights = self._terms[node, zones]
            if weights:
                plain = isinstance(node, Word) and node.form in STOP_WORDS
                key = node.lemma if _is_plain(node, zones) else (node, zones)
                before = terms[key][2] if key in terms else 0
                if isinstance(node, Word) and isinstance(key, str) and key not in terms and not plain:
                    weights = self._with_relatives(node.form, weights)
                terms[key] = (weights, FUNCTION_WORD if plain else 1.0, before + asked)
                if literal := self._literal(node, zones):
                    # More than any inflected phrase can score: the very words that were quoted come first.
                    terms[node, zones, "literal"] = (dict.fromkeys(literal, LITERAL), 1.0, asked)
        self.scores = dict.fromkeys(found, 0.0)
        for weights, factor, asked in terms.values():
            self._score(weights, factor * sqrt(asked), found)

    def _literal(self, node: Term | Near, zones: Zones) -> Iterable[int]:
        """Return the documents in which the words of a quotation stand as they were typed, not inflected."""
        typed = node.spellings[0] if isinstance(node, Alias) else node
        if not isinstance(typed, Phrase) or not typed.quoted or all(word.exact for word in typed.words):
            return ()
        return self._phrase([replace(word, exact=True) for word in typed.words], zones)

    def _with_relatives(self, form: str, weights: dict[int, float]) -> dict[int, float]:
        """Return a word's frequencies, and a share of those of words derived from it, which do not answer."""
        total = weights
        for lemma in self.relatives(form):
            if self._budget <= MAX_POSTINGS // 2 or frequency(self.reader, lemma) > self._budget // 2:
                break
            for number, weight, _ in self._read(lemma):
                total = dict(weights) if total is weights else total
                total[number] = total.get(number, 0.0) + RELATED * weight
        return total

    def _score(self, weights: Mapping[int, float], factor: float, found: set[int]) -> None:
        count = len(self.table.numbers)
        rarity = factor * log(1 + (count - len(weights) + 0.5) / (len(weights) + 0.5))
        lengths, mean, scores = self.table.lengths, self.table.mean_length, self.scores
        for number in found if len(found) < len(weights) else weights:
            weight = weights.get(number)
            if weight and number in scores:
                norm = K1 * (1 - B + B * lengths[number] / mean)
                scores[number] += rarity * weight * (K1 + 1) / (weight + norm)

    def _weights(self, node: Term | Near, zones: Zones) -> dict[int, float]:
        """Return the weighted frequency of a term by document; places are looked at only where they must be."""
        match node:
            case Word(form=form, lemma=lemma, exact=exact) if exact or not node.outside:
                return self._family(lemma, frozenset({form_mark(form)}) if exact else None, zones)
            case Alias(spellings=spellings):
                return summed([self._weights(spelling, zones) for spelling in spellings])
            case Prefix() | Fuzzy():
                forms = families(self.expand(node))
                return summed([self._family(lemma, marks, zones) for lemma, marks in forms.items()])
        weigh = self.table.weight_at
        places = self._places(node, zones)
        return {n: sum(weigh(n, first) for first, _ in found) for n, found in places.items()}

    def _family(self, lemma: str, marks: frozenset[int] | None, zones: Zones) -> dict[int, float]:
        """Return a lemma's weighted frequency in the zones, or the share of it that the marked forms have."""
        kinds, table = self.table.kinds, self.table
        weights: dict[int, float] = {}
        for number, weight, value in self._read(lemma):
            everywhere = zones is None or kinds[number] <= zones
            if everywhere and marks is None:
                weights[number] = weight
                continue
            if zones is not None and zones.isdisjoint(kinds[number]):
                continue
            places = unpack(value)
            marked = [place >> FORM_BITS for place in places if marks is None or place & FORM_MASK in marks]
            if zones is not None and not everywhere:
                inside = table.within(number, marked, zones)
                if inside:
                    weights[number] = sum([table.weight_at(number, position) for position in inside])
            elif marked:
                weights[number] = weight * len(marked) / len(places)
        return weights

    def _places(self, node: Term | Near, zones: Zones) -> Places:
        match node:
            case Word(form=form, lemma=lemma, exact=exact, outside=names):
                found = self._word(lemma, form_mark(form) if exact else None, zones)
                return without(found, [self._places(name, zones) for name in names])
            case Phrase(words=words, closed=closed):
                found = self._phrase(words, zones)
                return found if closed is None else union([found, self._places(closed, zones)])
            case Prefix() | Fuzzy():
                return self._forms(self.expand(node), zones)
            case Alias(spellings=spellings):
                return union([self._places(spelling, zones) for spelling in spellings])
            case Near(parts=parts, distance=distance):
                return self._near(parts, distance, zones)

    def _read(self, lemma: str) -> list[tuple[int, float, bytes]]:
        """Return the postings of a lemma, each read once a query; none once the query has read too many."""
        if lemma not in self._postings:
            found: list[tuple[int, float, bytes]] = []
            if self._budget <= 0:
                self.notes.append(TOO_BROAD)
            else:
                found = list(self._fetched(encode(lemma)))
            self._budget -= len(found)
            self._postings[lemma] = found
        return self._postings[lemma]

    def _fetched(self, term: bytes) -> Iterator[tuple[int, float, bytes]]:
        from whoosh.matching.wrappers import FilterMatcher

        living = self.table.numbers
        for leaf, offset in self.reader.leaf_readers():
            if ("words", term) not in leaf:
                continue
            matcher = leaf.postings("words", term)
            # Whoosh asks of every posting whether its document was deleted; the table knows it faster.
            if isinstance(matcher, FilterMatcher):
                matcher = matcher.child
                matcher.reset()
            while matcher.is_active():
                number = matcher.id() + offset
                if number in living:
                    yield number, matcher.weight(), matcher.value()
                matcher.next()

    def _word(self, lemma: str, mark: int | None, zones: Zones, marks: frozenset[int] | None = None) -> Places:
        found: Places = {}
        for number, _, value in self._read(lemma):
            if self._only is not None and number not in self._only:
                continue
            if zones is not None and zones.isdisjoint(self.table.kinds[number]):
                continue
            places = unpack(value)
            self._effort -= len(places)
            if self._effort < 0:
                self.notes.append(TOO_COMMON)
                break
            if mark is not None:
                positions = [place >> FORM_BITS for place in places if place & FORM_MASK == mark]
            elif marks is not None:
                positions = [place >> FORM_BITS for place in places if place & FORM_MASK in marks]
            else:
                positions = [place >> FORM_BITS for place in places]
            if zones is not None:
                positions = self.table.within(number, positions, zones)
            if positions:
                found[number] = [(position, position) for position in positions]
        return found

    def _forms(self, forms: Iterable[str], zones: Zones) -> Places:
        return union([self._word(lemma, None, zones, marks) for lemma, marks in families(forms).items()])

    def _phrase(self, words: Sequence[Word], zones: Zones) -> Places:
        """Return where words stand in a row; the rarest words are looked at first."""
        order = sorted(range(len(words)), key=lambda index: len(self._read(words[index].lemma)))
        starts: dict[int, set[int]] | None = None
        for index in order:
            word = words[index]
            mark = form_mark(word.form) if word.exact else None
            starts = self._starts(word.lemma, mark, index, starts)
            if not starts:
                return {}
        last = len(words) - 1
        found: Places = {}
        for number, firsts in sorted((starts or {}).items()):
            positions = sorted(firsts)
            if zones is not None:
                positions = self.table.within(number, positions, zones)
            if positions:
                found[number] = [(first, first + last) for first in positions]
        return found

    def _starts(
        self, lemma: str, mark: int | None, index: int, before: dict[int, set[int]] | None
    ) -> dict[int, set[int]]:
        """Return, of the places ``before`` where a phrase may begin, those whose word at ``index`` is the lemma."""
        kept: dict[int, set[int]] = {}
        for number, _, value in self._read(lemma):
            wanted = self._only if before is None else before
            if wanted is not None and number not in wanted:
                continue
            firsts = {
                (place >> FORM_BITS) - index for place in unpack(value) if mark is None or place & FORM_MASK == mark
            }
            if before is not None:
                firsts &= before[number]
            if firsts:
                kept[number] = firsts
        return kept

    def _near(self, parts: Sequence[Term], distance: int, zones: Zones) -> Places:
        places = [self._places(part, zones) for part in parts]
        found: Places = {}
        for number in sorted(set(places[0]).intersection(*places[1:])):
            self._effort -= sum(len(part[number]) for part in places)
            if self._effort < 0:
                self.notes.append(TOO_COMMON)
                break
            if windows := list(near_windows([part[number] for part in places], distance)):
                found[number] = windows
        return found


def _is_plain(node: Term | Near, zones: Zones) -> TypeGuard[Word]:
    """Say whether a term is a word whose postings answer it as they are."""
    return isinstance(node, Word) and not node.exact and not node.outside and zones is None
