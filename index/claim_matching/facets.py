"""Words that tell figures of one measure apart: women are not men, a rise is no fall, newcomers are not all users.

Each group lists values that exclude each other; two figures whose nearest words name different values of one group
are not about the same thing. Written down from general knowledge of English news.
"""

from dataclasses import dataclass
from functools import lru_cache

from index.english import rows
from index.language import stem_of

_REACH = 5
"""How many of the nearest words say what is measured."""
_REACH_FAR = {"flow": 8}


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a group, and the words that name it."""

    group: str
    value: str
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for facet in rows("facets", Facet):
        for stem in dict.fromkeys(stem_of(word) for word in facet.words):
            table.setdefault(stem, []).append((facet.group, facet.value))
    return {stem: tuple(found) for stem, found in table.items()}


def facets_of(keys: list[str]) -> dict[str, frozenset[str]]:
    """Return which value of each group the words nearest to a figure name; ``keys`` are stems, nearest first."""
    table = _table()
    found: dict[str, set[str]] = {}
    words = [key for key in keys if not key.startswith("@")]
    for place, key in enumerate(words[: max(_REACH_FAR.values())]):
        for group, value in table.get(key, ()):
            if place < _REACH_FAR.get(group, _REACH):
                found.setdefault(group, set()).add(value)
    return {group: frozenset(values) for group, values in found.items()}


def apart(a: dict[str, frozenset[str]], b: dict[str, frozenset[str]]) -> str | None:
    """Return in which group two figures name different values only; None where they may be one measure."""
    for group, values in a.items():
        other = b.get(group)
        if other and not values & other:
            return group
    return None


_PROSPECTS = {
    "lasting": {
        "yes": "last lasts lasting continue continues endure",
        "no": "fleeting passing fad short-lived fade fades ephemeral transient fizzle",
    },
}
_PROSPECT_REACH = 6


@lru_cache(maxsize=1)
def _prospects() -> dict[str, tuple[str, str]]:
    return {
        stem_of(word): (group, value)
        for group, values in _PROSPECTS.items()
        for value, words in values.items()
        for word in words.split()
    }


def prospects_of(keys: list[str]) -> dict[str, frozenset[str]]:
    """Return what a prediction foretells, by the words nearest to its cue: whether something will last."""
    table = _prospects()
    found: dict[str, set[str]] = {}
    for key in keys[:_PROSPECT_REACH]:
        if key in table:
            group, value = table[key]
            found.setdefault(group, set()).add(value)
    return {group: frozenset(values) for group, values in found.items()}
