"""Themes of passages: what a sentence is about beyond its words, by words that keep company in English news."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.comparison.theme_words import THEMES
from index.terms.terms import Term, stem

_GAP = 2
"""Words that may stand between the two of a pair: "remains to be seen"."""


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, set[str]], dict[str, dict[str, set[str]]]]:
    words: dict[str, set[str]] = {}
    pairs: dict[str, dict[str, set[str]]] = {}
    name = ""
    for entry in THEMES.split():
        if entry.endswith(":"):
            name = entry[:-1]
            continue
        first, *more = (stem(part) for part in entry.replace("-", "_").split("_"))
        if more:
            pairs.setdefault(first, {}).setdefault(more[-1], set()).add(name)
        else:
            words.setdefault(first, set()).add(name)
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
