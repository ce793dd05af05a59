"""Tokens of a sentence, with every quoted stretch as one token: the form in which the rules read a text."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from index.annotation import Quoted

_TOKEN = re.compile(
    r"(?P<abbreviation>(?:[^\W\d_]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Pres|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|St"
    r"|Jr|Sr|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|No|vs|Del|Reps|Sens)\.(?=\s)|\b[A-Z]\.(?=\s)|\b[RDI]-[A-Z][a-z]+\.)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<bracket>-LRB-|-RRB-|-LSB-|-RSB-)"
    r"|(?P<number>[$€£¥]?\d+(?:[.,:]\d+)*%?)"
    r"|(?P<word>[@#]?\w+(?:['’](?!s\b)\w+|[-‑&/]\w+|['’]s(?=\w))*)"
    r"|(?P<dash>---?|[–—―]|-(?=\s))"
    r"|(?P<dots>\.{2,}|…)"
    r"|(?P<clitic>['’](?:ll|ve|re|d|m)\b)"
    r"|(?P<mark>[^\w\s])"
)
_KINDS = {
    "abbreviation": "w", "possessive": "p", "number": "n", "word": "w", "dash": "-", "dots": "o", "clitic": "w",
}  # fmt: skip
_BRACKETS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]"}
_MARKS = {",": ",", "，": ",", ".": ".", "!": ".", "?": ".", "。": ".", "！": ".", "？": ".", ":": ":", "：": ":",
          ";": ";", "；": ";", "(": "(", ")": ")", "[": "[", "]": "]", "$": "n", "&": "w"}  # fmt: skip


class Token(NamedTuple):
    """One token.

    ``kind`` is ``w`` word, ``n`` number, ``p`` possessive, ``q`` quoted stretch, ``o`` other, or the mark itself.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    quoted: Quoted | None = None
    word_class: str = ""
    """The letter of its class in the annotation; empty for a quoted stretch."""

    @property
    def said(self) -> str:
        """The words of a quoted stretch without the marks that close it."""
        return self.text.rstrip("”“\"'’‘»«›」` ")

    @property
    def speech(self) -> bool:
        """Whether a quoted stretch ends in a mark of speech, or is long: no name and no word held at arm's length."""
        if self.quoted is None:
            return False
        said = self.said
        return said[-1:] in _SPEECH_ENDS or said.endswith("--") or said.count(" ") > 6

    @property
    def capital(self) -> bool:
        """Whether the token is a word that starts with a capital letter."""
        return self.kind == "w" and self.text[:1].isupper()


_NO_CLASSES: Mapping[int, str] = MappingProxyType({})
_SPEECH_ENDS = frozenset(",.!?…—–")
END = Token(0, 0, "", "", "end")
"""What stands before the first and after the last token."""


def tokenise(
    text: str, start: int, end: int, quotes: Sequence[Quoted], classes: Mapping[int, str] = _NO_CLASSES
) -> list[Token]:
    """Return the tokens of ``text`` between two offsets; ``quotes`` are the quoted stretches inside, in order.

    ``classes`` are the letters of the classes of words by the offsets at which these start.
    """
    tokens: list[Token] = []
    position = start
    for quoted in quotes:
        tokens += _plain(text, position, quoted.start, classes)
        words_inside = text[quoted.start : quoted.end]
        tokens.append(Token(quoted.start, quoted.end, words_inside, "", "q", quoted))
        position = quoted.end
    tokens += _plain(text, position, end, classes)
    return tokens


def _plain(text: str, start: int, end: int, classes: Mapping[int, str]) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastgroup or "mark"
        word = match.group()
        lower = word.lower()
        if group == "bracket":
            kind = _BRACKETS[lower]
        elif group == "mark":
            kind = _MARKS.get(word, "o")
        else:
            kind = _KINDS[group]
        found.append(Token(match.start(), match.end(), word, lower, kind, None, classes.get(match.start(), "")))
    return found


class Tokens:
    """The tokens of one sentence (or of several that a quotation holds together), safe to read beyond both ends."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.all = tokens
        self._size = len(tokens)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, position: int) -> Token:
        return self.all[position] if 0 <= position < self._size else END

    def lower(self, position: int) -> str:
        """Return the word at ``position`` in small letters; empty beyond the ends."""
        return self.all[position].lower if 0 <= position < self._size else ""

    def kind(self, position: int) -> str:
        """Return the kind of the token at ``position``; ``end`` beyond the ends."""
        return self.all[position].kind if 0 <= position < self._size else "end"
