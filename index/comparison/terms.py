"""The words of a passage as terms: stemmed, amounts as one, names of one thing made one."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from index.language.aliases import Aliases
from index.language.tokens import Token, stem_of, tokenize


class Term(NamedTuple):
    """One term of a passage: its folded ``key``, its place in the passage's text, and whether it has a capital."""

    key: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return the key of a single lower-case word."""
    return stem_of(word.replace("'", ""))


def terms_of(text: str, aliases: Aliases) -> list[Term]:
    """Return the terms of ``text`` in order; a name of an alias group has the key ``=`` and the group's number.

    A name that was given with a capital is one only where it has a capital: "compared notes" is no name.
    """
    tokens = words_of(text)
    forms = [token.form for token in tokens]
    found: list[Term] = []
    position = 0
    for name in aliases.find(forms):
        first, last = tokens[name.place], tokens[name.place + name.length - 1]
        if not _has_capital(text, first, last):
            continue
        found.extend(_term(text, token) for token in tokens[position : name.place])
        found.append(Term(f"={name.group}", first.start, last.end, True))
        position = name.place + name.length
    found.extend(_term(text, token) for token in tokens[position:])
    return found


def _has_capital(text: str, first: Token, last: Token) -> bool:
    words = text[first.start : last.end]
    return words != words.lower() or not words.isascii()


def _term(text: str, token: Token) -> Term:
    return Term(token.stem, token.start, token.end, text[token.start].isupper())


def words_of(text: str) -> list[Token]:
    """Return the words of ``text``, the parts of an amount replaced by the amount."""
    words: list[Token] = []
    for token in tokenize(text):
        if token.overlay:
            if not (token.form[0].isdigit() or token.form[0] == "$"):
                continue
            while words and words[-1].position >= token.position:
                words.pop()
        words.append(token)
    return words


def alias_stems(aliases: Aliases, key: str) -> Sequence[Sequence[str]]:
    """Return the names of the group that an alias term stands for, each as its stems."""
    group = aliases.groups[int(key[1:])]
    return [[stem_of(form) for form in name.forms] for name in group]
