"""The words of the corpus: those that begin with a prefix, those near to a word, and how many documents have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.engines.whoosh.schema import encode
from index.language.edits import edits_within
from index.language.tokens import stem_of
from index.query.tree import Fuzzy, Prefix

MAX_FORMS = 1000
MAX_POSTINGS = 50_000
"""Words a prefix may stand for, and in how many documents all in all; the commonest are taken."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The words a prefix or fuzzy word stands for, and whether some were left out."""

    forms: tuple[str, ...]
    notes: tuple[str, ...] = ()


def frequency(reader: Any, stem: str) -> int:
    """Return in how many documents a stem occurs."""
    term = encode(stem)
    return int(reader.doc_frequency("words", term)) if ("words", term) in reader else 0


class Vocabulary:
    """The words of one reader; what was looked up once is remembered."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._expansions: dict[Prefix | Fuzzy, Expansion] = {}
        self._by_length: dict[int, list[str]] = {}

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
        found = [(other, edits, frequency(self._reader, stem_of(other))) for other, edits in near]
        # A word whose articles have gone is still listed, with none. People seldom mistype a first letter.
        living = (entry for entry in found if entry[2])
        return sorted(living, key=lambda e: (e[1], e[0][:1] != form[:1], -e[2], e[0]))[:limit]

    def _prefix(self, node: Prefix) -> Expansion:
        start = encode(node.form)
        forms = []
        for field, term in self._reader.terms_from("forms", start):
            if field != "forms" or not term.startswith(start):
                break
            forms.append(term.decode("utf-8", "surrogatepass"))
        counts = {form: frequency(self._reader, stem_of(form)) for form in forms}
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
