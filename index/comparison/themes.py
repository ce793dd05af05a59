"""Themes of passages: what a sentence is about beyond its words, by words that keep company in English news."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.english import rows
from index.terms import Term, stem

_GAP = 2
"""Words that may stand between the two of a pair: "remains to be seen"."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its name, and the words and pairs of words that speak of it."""

    name: str
    words: tuple[str, ...]


def themes() -> tuple[Theme, ...]:
    """Return all themes."""
    return rows("themes", Theme, unique="name")


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, set[str]], dict[str, dict[str, set[str]]]]:
    words: dict[str, set[str]] = {}
    pairs: dict[str, dict[str, set[str]]] = {}
    for theme in themes():
        for entry in theme.words:
            first, *more = (stem(part) for part in entry.replace("-", " ").split())
            if more:
                pairs.setdefault(first, {}).setdefault(more[-1], set()).add(theme.name)
            else:
                words.setdefault(first, set()).add(theme.name)
    return words, pairs


def themes_of(terms: Sequence[Term]) -> frozenset[str]:
    """Return the names of the themes that a sentence's words, or two of its words close together, speak of."""
    return frozenset(_found(terms))


def _found(terms: Sequence[Term]) -> Iterator[str]:
    words, pairs = _tables()
    for place, term in enumerate(terms):
        yield from words.get(term.key, ())
        following = pairs.get(term.key)
        if following:
            for other in terms[place + 1 : place + 2 + _GAP]:
                yield from following.get(other.key, ())
