"""The tokens of a sentence: words, numbers with their signs, clitics and marks, each with its place.

``didn't`` is ``did`` and ``n't``, ``firm's`` is ``firm`` and ``'s``; a hyphenated word is one token, and so are
``U.S.``, ``Mr.``, ``$2.5m``, ``7%`` and ``1,200``.
"""

import re
from typing import NamedTuple

from index.english import as_written, ordered
from index.language import fold_word

_APOSTROPHE = "'’ʼ＇"
_TOKEN = re.compile(
    rf"""
    (?P<clitic>(?<=[\w.])[{_APOSTROPHE}](?:s|re|ve|ll|d|m|S)\b)
  | (?P<abbreviation>(?:[^\W\d_]\.){{2,}}|\b[A-Z]\.(?=\s[A-Z])
      |\b(?:{"|".join(ordered("abbreviations-as-written", as_written))})\.(?=\s|['’]s\b|,))
  | (?P<number>(?:[A-Z]{{0,3}}[$€£¥₹])?\d+(?:[.,:/]\d+)*(?:%|[^\W\d_]{{1,3}}\b(?!-))?(?![^\W_]|[-‐‑][^\W\d_]))
  | (?P<word>[^\W_]+(?:[-‐‑&/.][^\W_]+|[{_APOSTROPHE}](?!(?:s|re|ve|ll|d|m|S)\b)[^\W\d_]+)*)
  | (?P<mark>\.{{2,}}|--+|``|''|[^\w\s]|_+)
    """,
    re.VERBOSE,
)
_MARKS = {
    ",": ",", "，": ",", "、": ",", ".": ".", "!": ".", "?": ".", "。": ".", "！": ".", "？": ".", "…": ":",
    ":": ":", "：": ":", ";": ":", "；": ":", "(": ":", ")": ":", "[": ":", "]": ":", "–": ":", "—": ":", "―": ":",
    "-": ":", "--": ":", "---": ":", "...": ":", "“": '"', "”": '"', '"': '"', "„": '"', "«": '"', "»": '"',
    "‘": '"', "’": '"', "'": '"', "``": '"', "''": '"', "%": "C", "&": "c", "$": "C", "€": "C", "£": "C",
}  # fmt: skip


class Piece(NamedTuple):
    """A token before its class is known; ``kind`` is ``word``, ``number``, ``clitic``, or the letter of a mark."""

    start: int
    end: int
    text: str
    form: str
    kind: str


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """Return the tokens of ``text`` between two offsets, in order; none is empty and none overlaps another."""
    pieces: list[Piece] = []
    append = pieces.append
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        surface = match.group()
        first, last = match.span()
        if kind == "word":
            if surface[-1] in "tT" and surface[-2:-1] in _APOSTROPHES and surface[-3:-2] in _N and len(surface) > 3:
                _split_not(pieces, surface, first, last)
                continue
            append(Piece(first, last, surface, fold_word(surface), kind))
        elif kind == "mark":
            mark = _MARKS.get(surface) or (":" if surface[0] in "-." else "x")
            if mark == '"' and surface in _APOSTROPHES and _is_plural_genitive(text, first, last, pieces):
                mark = "'"
            append(Piece(first, last, surface, surface, mark))
        elif kind == "clitic":
            append(Piece(first, last, surface, "'" + surface[1:].lower(), kind))
        else:
            append(Piece(first, last, surface, fold_word(surface.rstrip(".")), "word" if kind[0] == "a" else kind))
    return pieces


_APOSTROPHES = frozenset(_APOSTROPHE)
_N = frozenset("nN")


def _split_not(pieces: list[Piece], surface: str, start: int, end: int) -> None:
    """Add the two tokens of a contraction with ``not``."""
    cut = end - 3
    verb = surface[:-3]
    pieces.append(Piece(start, cut, verb, fold_word(verb), "word"))
    pieces.append(Piece(cut, end, surface[-3:], "n't", "clitic"))


def _is_plural_genitive(text: str, start: int, end: int, pieces: list[Piece]) -> bool:
    """Return whether an apostrophe marks the possessor (``the workers' pay``), and no quotation ends there."""
    if not pieces or pieces[-1].end != start or pieces[-1].form[-1:] != "s":
        return False
    following = text[end : end + 2]
    return len(following) == 2 and following[0] == " " and following[1].isalpha()
