"""The words of a passage as terms: stemmed, amounts as one, names of one thing made one.

In scripts without spaces a single character says next to nothing: there, each two neighbouring characters are a term.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from index.language import UNSPACED, Aliases, Token, stem_of, tokenize

_UNSPACED = re.compile(f"[{UNSPACED}]")


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

    A name that was given with a capital is one only where it has a capital: "big apples" are not the Big Apple.
    """
    tokens = _words(text)
    forms = [token.form for token in tokens]
    found: list[Term] = []
    position = 0
    for name in aliases.find(forms):
        first, last = tokens[name.place], tokens[name.place + name.length - 1]
        if not _has_capital(text, first, last):
            continue
        found.extend(_term(text, token) for token in _in_pairs(tokens[position : name.place]))
        found.append(Term(f"={name.group}", first.start, last.end, True))
        position = name.place + name.length
    found.extend(_term(text, token) for token in _in_pairs(tokens[position:]))
    return found


def _has_capital(text: str, first: Token, last: Token) -> bool:
    words = text[first.start : last.end]
    return words != words.lower() or not words.isascii()


def _term(text: str, token: Token) -> Term:
    return Term(token.stem, token.start, token.end, text[token.start].isupper())


def words_of(text: str) -> list[Token]:
    """Return the words of ``text``, an amount as one word, characters of scripts without spaces two by two."""
    return _in_pairs(_words(text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Token, ...]:
    """Return the words of a text, remembered: a sentence is counted and compared, with one article after another."""
    words: list[Token] = []
    for token in tokenize(text):
        if token.overlay:
            if not (token.form[0].isdigit() or token.form[0] == "$"):
                continue
            while words and words[-1].position >= token.position:
                words.pop()
        words.append(token)
    return tuple(words)


def _in_pairs(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with each run of single characters replaced by its pairs; a lone character stays."""
    found: list[Token] = []
    previous: Token | None = None
    for place, token in enumerate(tokens):
        if not _UNSPACED.match(token.form):
            found.append(token)
            previous = None
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following is not None and following.start == token.end and _UNSPACED.match(following.form):
            pair = token.form + following.form
            found.append(Token(pair, pair, token.start, following.end, token.position, 2))
        elif previous is None or previous.end != token.start:
            found.append(token)
        previous = token
    return found


def alias_stems(aliases: Aliases, key: str) -> Sequence[Sequence[str]]:
    """Return the names of the group that an alias term stands for, each as its stems."""
    group = aliases.groups[int(key[1:])]
    return [[token.stem for token in words_of(name.text)] for name in group]
