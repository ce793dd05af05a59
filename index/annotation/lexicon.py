"""The classes a word can have, likeliest first: from two word lists, else from its ending."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from index.annotation.records import lemma
from index.english import classes, words

_GUESSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r".{3,}ly$", "R"),
        (r".{2,}(?:ness|ment|tion|sion|ship|ism|ance|ence|hood|ity|cy|ist|logy)$", "n"),
        (r".{2,}(?:nesses|ments|tions|sions|ships|isms|ances|ences|ities|cies|ists|ers|ors|men|women)$", "s"),
        (r".{2,}ing$", "gn"),
        (r".{2,}ed$", "ed"),
        (r".{2,}(?:able|ible|al|ful|less|ous|ive|ic|ish|ary)$", "J"),
        (r".{2,}(?:i[sz]e|ify)$", "v"),
        (r".{2,}[^suiy']s$", "s"),
    )
)


@lru_cache(16384)
def classes_of(form: str) -> str:
    """Return the letters of the classes of a folded word; a word that no list has is taken by its ending."""
    return closed().get(form) or _open().get(form) or guess(form)


def is_known(form: str) -> bool:
    """Return whether a word list has the word."""
    return form in closed() or form in _open()


@cache
def closed() -> Mapping[str, str]:
    """Return the words of the closed classes (articles, pronouns, prepositions, …) with their letters."""
    return classes("closed-words")


@cache
def _open() -> Mapping[str, str]:
    return classes("lexicon")


def guess(form: str) -> str:
    """Return the classes that the ending of an unknown word makes likely; a noun where none does."""
    if "-" in form:
        return _guess_hyphened(form)
    for pattern, letters in _GUESSES:
        if pattern.match(form):
            return letters
    return "n"


def _guess_hyphened(form: str) -> str:
    """Return the classes of a compound: those of its last part, or an adjective (``six-year``, ``state-owned``)."""
    first, _, last = form.rpartition("-")
    letters = closed().get(last) or _open().get(last) or guess(last)
    if letters[0] in "edg" or first.isdigit() or closed().get(first, "") == "C":
        return "C" if letters[0] == "C" else "J"
    return "Jn" if letters[0] in "IRvzJW" else letters.replace("v", "").replace("z", "") or "J"


@cache
def lemmas(name: str, verb: bool = True) -> frozenset[str]:
    """Return the lemmas of the words of a list, as verbs or as other words."""
    return frozenset(lemma(word, verb) for word in words(name))


@cache
def by_lemma(name: str) -> Mapping[str, str]:
    """Return the class of each verb of a list of classes by the verb's lemma."""
    return {lemma(word, True): kind for word, kind in classes(name).items()}


@cache
def kinds(name: str, kind: str) -> frozenset[str]:
    """Return the words of one class of a list of classes."""
    return frozenset(word for word, of in classes(name).items() if of == kind)
