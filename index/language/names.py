"""Named things: people, places, organisations and works, as runs of capitalised words.

English rule: a run of capitalised words, small connecting words inside it allowed ("Bank of England", "Ludwig van
Beethoven"), is a name. The first word of a sentence counts only when it stands capitalised inside a sentence too, is
an acronym, or leads a run of capitalised words and is no common word. Calendar words, titles before a name and
headlines in capitals throughout are no names.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.english import families, words
from index.language.folding import fold_word
from index.records import Document, Span

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:[-‐‑'’.&](?=[^\W\d_])[^\W\d_][^\W_]*)*|[.!?:;,()\[\]\"“”‘’…—–/\n]|&"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_CONNECTORS = words("name-connectors", key=fold_word) | {"&"}
_OPENERS = frozenset({".", "!", "?", ":", "…", "\n"})
_QUOTES = frozenset('"“”‘’([')
_TITLES = words("titles-before-names", key=fold_word)
_CALENDAR = frozenset((*families("months"), *families("weekdays").values(), "spring", "summer", "autumn", "winter"))
_COMMON_STARTS = words("common-first-words", key=fold_word)
_CLOSERS = frozenset('.!?…”"’')
_HEADLINE_WORDS = 5
_PRONOUNS = frozenset({"i", "im", "ive", "ill", "id"})


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing: its words without a title, its place, and a folded key that is the same for all its spellings."""

    text: str
    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    first: bool
    """Whether it begins a sentence or a quotation."""

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def folded(self) -> str:
        return _folded(self.text)

    @property
    def acronym(self) -> bool:
        letters = self.text.replace(".", "")
        return len(letters) > 1 and letters.isupper()


@lru_cache(32_768)
def _folded(word: str) -> str:
    return fold_word(_POSSESSIVE.sub("", word))


def names_in(text: str, offset: int = 0, known: frozenset[str] = frozenset()) -> list[Name]:
    """Return the names in ``text``, a sentence or a few; ``offset`` is added to their spans.

    ``known`` holds folded words that are capitalised inside sentences elsewhere, see `capitalised_words`.
    """
    words = _words(text)
    return [] if _shouts(words) else _names(words, text, offset, known)


def _names(words: Sequence[_Word], text: str, offset: int, known: frozenset[str]) -> list[Name]:
    names: list[Name] = []
    run: list[_Word] = []
    for word in words:
        if run:
            if _continues(run, word):
                run.append(word)
                continue
            _close(run, known, text, offset, names)
        run = [word] if word.text[0].isalpha() and word.capital and word.folded not in _PRONOUNS else []
    if run:
        _close(run, known, text, offset, names)
    return names


def document_names(document: Document) -> list[list[Name]]:
    """Return the names of each sentence of ``document``; the whole text tells which first words are names."""
    texts = [document.slice(sentence.span) for sentence in document.sentences]
    calm = [[] if _shouts(found) else found for found in map(_words, texts)]
    known = _capitalised(calm)
    return [
        _names(found, text, sentence.span.start, known)
        for found, text, sentence in zip(calm, texts, document.sentences, strict=True)
    ]


def capitalised_words(sentences: Iterable[str]) -> frozenset[str]:
    """Return the folded words that stand capitalised inside a sentence, and never in small letters."""
    words = (_words(sentence) for sentence in sentences)
    return _capitalised(found for found in words if not _shouts(found))


def _capitalised(sentences: Iterable[Sequence[_Word]]) -> frozenset[str]:
    capital: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        for word in sentence:
            if not word.text[0].isalpha():
                continue
            if word.capital and not word.first:
                capital.add(word.folded)
            elif not word.capital:
                small.add(word.folded)
    return frozenset(capital - small)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    first = True
    for match in _WORD.finditer(text):
        piece = match[0]
        words.append(_Word(piece, match.start(), match.end(), first))
        first = piece in _OPENERS or (piece in _QUOTES) or (first and not piece[0].isalnum())
    return words


def _shouts(words: Sequence[_Word]) -> bool:
    """Return whether a line is all capitals, or a Headline With Capitals Throughout: they say nothing there."""
    letters = [word for word in words if word.text[0].isalpha() and word.folded not in _CONNECTORS]
    if len(letters) < _HEADLINE_WORDS:
        return False
    most = 0.8 * len(letters)
    if sum(word.text.isupper() for word in letters) >= most:
        return True
    return words[-1].text not in _CLOSERS and sum(word.capital for word in letters) >= most


def _continues(run: Sequence[_Word], word: _Word) -> bool:
    if not run or not (word.text[0].isalpha() or word.text == "&"):
        return False
    apart = word.start - run[-1].end > 1 and not word.capital  # "Around 84% of Acme"
    if apart or _POSSESSIVE.search(run[-1].text):
        return False
    return (word.capital and word.folded not in _PRONOUNS) or word.text in _CONNECTORS


def _close(run: list[_Word], known: frozenset[str], text: str, offset: int, names: list[Name]) -> None:
    words = list(run)
    while words and not words[-1].capital:
        words.pop()
    for whole in _parts(words):
        part = _without_titles(whole)
        if part and part[0].first and not _may_begin(part, known):
            part.pop(0)
        while part and not part[0].capital:
            part.pop(0)
        if part and not all(_is_no_name(word) for word in part):
            end = part[-1].end - len(part[-1].text) + len(_POSSESSIVE.sub("", part[-1].text))
            span = Span(part[0].start + offset, end + offset)
            key = " ".join(word.folded for word in part)
            names.append(Name(text[part[0].start : end], span, key))


def _parts(words: Sequence[_Word]) -> list[list[_Word]]:
    """Split a run at "and": two people are two names; "of" and "the" hold one together."""
    parts: list[list[_Word]] = [[]]
    for word in words:
        if word.text in {"and", "y", "e"}:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _without_titles(part: list[_Word]) -> list[_Word]:
    """Return what stands after the last title of a run: "US Ambassador Jane Moor" is Jane Moor."""
    titles = [place for place, word in enumerate(part[:-1]) if word.folded in _TITLES]
    rest = part[titles[-1] + 1 :] if titles else part
    return rest if any(word.capital for word in rest) else part


def _may_begin(part: Sequence[_Word], known: frozenset[str]) -> bool:
    word = part[0]
    if word.folded in known or (word.acronym and word.folded not in _COMMON_STARTS):
        return True
    next_capital = len(part) > 1 and any(other.capital for other in part[1:3])
    return next_capital and word.folded not in _COMMON_STARTS


def _is_no_name(word: _Word) -> bool:
    return (
        word.folded in _CALENDAR
        or word.folded in _TITLES
        or word.folded in _COMMON_STARTS
        or word.folded in _CONNECTORS
    )
