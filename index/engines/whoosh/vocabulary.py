"""The words of the corpus: those that begin with a prefix, those near to a word, and how many documents have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.engines.whoosh.schema import encode
from index.language import edits_within, lemma_of, stem_of
from index.query import Fuzzy, Prefix

MAX_FORMS = 1000
MAX_POSTINGS = 50_000
"""Words a prefix may stand for, and in how many documents all in all; the commonest are taken."""

MAX_LISTED = 1500
"""Words of the corpus that are looked through for the relatives of one."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The words a prefix or fuzzy word stands for, and whether some were left out."""

    forms: tuple[str, ...]
    notes: tuple[str, ...] = ()


def frequency(reader: Any, lemma: str) -> int:
    """Return in how many documents a lemma occurs."""
    term = encode(lemma)
    return int(reader.doc_frequency("words", term)) if ("words", term) in reader else 0


class Vocabulary:
    """The words of one reader; what was looked up once is remembered."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._expansions: dict[Prefix | Fuzzy, Expansion] = {}
        self._by_length: dict[int, list[str]] = {}
        self._relatives: dict[str, tuple[str, ...]] = {}

    def expand(self, node: Prefix | Fuzzy) -> Expansion:
        """Return the words of the corpus that ``node`` stands for."""
        if node not in self._expansions:
            if isinstance(node, Fuzzy):
                self._expansions[node] = Expansion(
                    tuple(sorted(form for form, _ in self._near(node.form, node.distance)))
                )
            else:
                self._expansions[node] = self._prefix(node)
        return self._expansions[node]

    def similar(self, form: str, distance: int, limit: int) -> list[tuple[str, int, int]]:
        """Return words near to ``form`` as (word, edits, documents), nearest and commonest first."""
        near = ((other, edits) for other, edits in self._near(form, distance) if other != form)
        found = [(other, edits, frequency(self._reader, lemma_of(other))) for other, edits in near]
        # A word whose articles have gone is still listed, with none. People seldom mistype a first letter.
        living = (entry for entry in found if entry[2])
        return sorted(living, key=lambda e: (e[1], e[0][:1] != form[:1], -e[2], e[0]))[:limit]

    def relatives(self, form: str) -> tuple[str, ...]:
        """Return the other lemmas of the corpus derived from the same word as ``form``, by the Snowball stemmer."""
        stem = stem_of(form)
        if stem not in self._relatives:
            own = lemma_of(form)
            # A stem is the beginning of its words but for a last letter that may have changed.
            start = stem[:-1] if len(stem) > 3 else stem
            related = {lemma_of(word) for word in self._beginning(start, MAX_LISTED) if stem_of(word) == stem}
            self._relatives[stem] = tuple(sorted(related | {own})) if len(stem) > 2 and stem.isalpha() else (own,)
        return tuple(lemma for lemma in self._relatives[stem] if lemma != lemma_of(form))

    def _beginning(self, prefix: str, limit: int) -> list[str]:
        """Return the words of the corpus that begin with ``prefix``, in order; at most ``limit`` when it is not 0."""
        start = encode(prefix)
        forms: list[str] = []
        for field, term in self._reader.terms_from("forms", start):
            if field != "forms" or not term.startswith(start) or len(forms) == limit > 0:
                break
            forms.append(term.decode("utf-8", "surrogatepass"))
        return forms

    def _prefix(self, node: Prefix) -> Expansion:
        forms = self._beginning(node.form, 0)
        counts = {form: frequency(self._reader, lemma_of(form)) for form in forms}
        if len(forms) <= MAX_FORMS and sum(counts.values()) <= MAX_POSTINGS:
            return Expansion(tuple(forms))
        kept: list[str] = []
        postings = 0
        for form in sorted(forms, key=lambda form: (-counts[form], form))[:MAX_FORMS]:
            postings += counts[form]
            if postings > MAX_POSTINGS and kept:
                break
            kept.append(form)
        note = f"“{node.text}*” begins {len(forms):,} words; the {len(kept):,} commonest were searched"
        return Expansion(tuple(sorted(kept)), (note,))

    def _near(self, form: str, distance: int) -> Iterator[tuple[str, int]]:
        """Yield the words at most ``distance`` edits from ``form``."""
        letters = frozenset(form)
        for length in range(len(form) - distance, len(form) + distance + 1):
            for other in self._lengths().get(length, ()):
                # Every letter that only ``form`` has takes an edit.
                if len(letters.difference(other)) <= distance:
                    edits = edits_within(form, other, distance)
                    if edits is not None:
                        yield other, edits

    def _lengths(self) -> dict[int, list[str]]:
        if not self._by_length:
            for term in self._reader.lexicon("forms"):
                form = term.decode("utf-8", "surrogatepass")
                self._by_length.setdefault(len(form), []).append(form)
        return self._by_length
