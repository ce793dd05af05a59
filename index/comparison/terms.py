"""The words of a passage as terms: stemmed, amounts as one, names of one thing made one."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from index.language.tokens import Token, stem_of, tokenize


class Term(NamedTuple):
    """One term of a passage: its folded ``key``, its place in the passage's text, and whether it has a capital."""

    key: str
    start: int
    end: int
    capital: bool


def stem(word: str) -> str:
    """Return the key of a single lower-case word."""
    return stem_of(word.replace("'", ""))


class Folder:
    """Turns text into terms; names of one alias group become one term, called after the group's first name."""

    def __init__(self, groups: Sequence[Sequence[str]] = ()) -> None:
        self._starts: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for group in groups:
            for name in group:
                words = tuple(token.form for token in _plain(name))
                if words:
                    capital = name[:1].isupper()
                    self._starts.setdefault(words[0], []).append((words, "=" + group[0], capital))
        for names in self._starts.values():
            names.sort(key=lambda entry: -len(entry[0]))

    def terms(self, text: str) -> list[Term]:
        """Return the terms of ``text`` in order."""
        tokens = _plain(text)
        found: list[Term] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            length, name = self._match(text, tokens, position) if token.form in self._starts else (1, "")
            last = tokens[position + length - 1]
            found.append(Term(name or token.stem, token.start, last.end, text[token.start].isupper()))
            position += length
        return found

    def _match(self, text: str, tokens: Sequence[Token], position: int) -> tuple[int, str]:
        for words, name, capital in self._starts[tokens[position].form]:
            if capital and not text[tokens[position].start].isupper() and len(words) == 1:
                continue
            if tuple(token.form for token in tokens[position : position + len(words)]) == words:
                return len(words), name
        return 1, ""


def _plain(text: str) -> list[Token]:
    """Return the tokens of ``text``, an amount's parts replaced by the amount."""
    plain: list[Token] = []
    for token in tokenize(text):
        if token.overlay:
            if not (token.form[0].isdigit() or token.form[0] == "$"):
                continue
            while plain and plain[-1].position >= token.position:
                plain.pop()
        plain.append(token)
    return plain


@lru_cache(maxsize=8)
def folder_for(groups: tuple[tuple[str, ...], ...]) -> Folder:
    """Return the folder of these alias groups, made once."""
    return Folder(groups)
