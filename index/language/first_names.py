"""First names: whether a word is one, and whether women or men bear it. No surname and no person is known here."""

from functools import cache

from index.english import words
from index.language.folding import fold_word


def is_first_name(word: str) -> bool:
    """Return whether ``word`` is a first name in one of many languages, whatever its capitals and accents."""
    return fold_word(word) in _all()


@cache
def _all() -> frozenset[str]:
    """Return the first names of all."""
    return words("first-names-male") | words("first-names-female") | words("first-names-either")


def gender_of(word: str) -> str:
    """Return ``m`` or ``f`` for a first name that only men or only women bear, else an empty string."""
    folded = fold_word(word)
    if folded in words("first-names-male"):
        return "m"
    return "f" if folded in words("first-names-female") else ""
