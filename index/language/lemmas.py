"""The lemma of a word: one key for its inflections and its British and American spellings, and for nothing else.

``bans``, ``banned`` and ``banning`` are one; ``globalise`` and ``globalized`` are one; ``globalization`` is another
word, as ``author`` is not ``authority``. A lemma is a key, not always a word of a dictionary. The rules for endings are
those of steps 1a, 1b and 1c of the Snowball stemmer for English (M. F. Porter's second), without its steps 2 to 4,
which join derived words; the final ``e`` and the doubled ``l`` go as in its step 5.
"""

import re
from functools import lru_cache

from index.english import families, words
from index.language.stop_words import STOP_WORDS

IRREGULAR = families("irregular-plurals")
"""Plurals that no rule about endings joins to their singular, and those singulars."""
_SPECIAL = {**IRREGULAR, **families("irregular-lemmas")}
_OWN = STOP_WORDS | words("uninflected")
"""Words that only look inflected, or that the rules for endings would join to another word."""
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")
_REGION = re.compile("[aeiouy][^aeiouy]")
_SHORT_END = re.compile(r"(?:[^aeiouy][aeiouy][^aeiouywx]|^[aeiouy][^aeiouy])$")
_SYLLABLE_BEFORE = re.compile("[aeiouy].*[aeiou]ll$")
_OUR = re.compile(
    r"^((?:dis|mis)?(?:ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|"
    r"ranc|rig|rum|savi?|splend|tum|val|vap|vig))our"
)
_RE = re.compile(r"^(cent|theat|met|kilomet|centimet|millimet|lit|fib|calib|sab|somb|spect|lust|meag)r$")
_ENCE = re.compile(r"^(def|off|lic|pret)enc$")


@lru_cache(65536)
def lemma_of(form: str) -> str:
    """Return the lemma of a folded word; what is not a word of lower-case Latin letters is its own."""
    if len(form) < 3 or not form.isascii() or not form.islower() or not form.isalpha() or form in _OWN:
        return form
    return _spelt(_SPECIAL[form]) if form in _SPECIAL else _spelt(_without_ending(form))


def _without_ending(form: str) -> str:
    return _y_to_i(_without_past(_without_plural(form)))


def _without_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-2] if len(word) > 4 else word[:-1]
    # A vowel must stand before the last letter but one: "gas" is no plural; nor is "crisis", "campus" or "press".
    if word.endswith("s") and word[-2] not in "sui" and _VOWEL.search(word, 0, len(word) - 2):
        return word[:-1]
    return word


def _without_past(word: str) -> str:
    """Return a word without ``-ed`` or ``-ing``, with the letter restored or dropped that the ending changed."""
    if word.endswith("ied"):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("eed"):
        return word[:-1] if _region(word) <= len(word) - 3 else word
    length = 3 if word.endswith("ing") else 2 if word.endswith("ed") else 0
    base = word[: len(word) - length]
    if not length or not _VOWEL.search(base) or len(base) < 2:
        return word
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if base.endswith(_DOUBLED):
        return base[:-1] if len(base) > 3 or base[0] not in "aeo" else base
    return base + "e" if _SHORT_END.search(base) and _region(base) == len(base) else base


def _y_to_i(word: str) -> str:
    return word[:-1] + "i" if len(word) > 2 and word[-1] == "y" and word[-2] not in "aeiou" else word


def _spelt(word: str) -> str:
    """Return a word without its final ``e`` or doubled ``l`` where that tells nothing, in one of its spellings."""
    if word.endswith("e"):
        first = _region(word)
        second = _region(word, first)
        if second < len(word) or (first < len(word) and not _SHORT_END.search(word[:-1])):
            word = word[:-1]
    elif word.endswith("ll") and _SYLLABLE_BEFORE.search(word):
        word = word[:-1]
    word = _OUR.sub(r"\1or", word, count=1)
    word = _RE.sub(r"\1er", word)
    word = _ENCE.sub(r"\1ens", word)
    return _ise(word)


def _ise(word: str) -> str:
    """Return a word with ``-ize`` for ``-ise``, ``-yze`` for ``-yse`` and ``-ization`` for ``-isation``."""
    for ending in ("isation", "iser", "ise", "is", "yser", "yse", "ys"):
        before = len(word) - len(ending)
        if word.endswith(ending) and before > 2 and word[before - 1] not in "aeou":
            return f"{word[:before]}{ending.replace('s', 'z', 1)}"
    return word


def _region(word: str, start: int = 0) -> int:
    """Return where the part after the first vowel and consonant begins (Porter's R1; from R1 on, R2)."""
    match = _REGION.search(word, start)
    return match.end() if match else len(word)
