"""Tokens of a sentence, with every quoted stretch as one token: the form in which the rules read a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.annotation import Quoted
from index.annotation import Token as Word

_MARKS = {",": ",", "，": ",", ".": ".", "!": ".", "?": ".", "。": ".", "！": ".", "？": ".", ":": ":", "：": ":",
          ";": ";", "；": ";", "(": "(", ")": ")", "[": "[", "]": "]", "$": "n", "€": "n", "£": "n", "&": "w",
          "–": "-", "—": "-", "―": "-", "-": "-", "--": "-", "---": "-"}  # fmt: skip


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


_SPEECH_ENDS = frozenset(",.!?…—–")
END = Token(0, 0, "", "", "end")
"""What stands before the first and after the last token."""


def with_quotes(words: Sequence[Word], text: str, quotes: Sequence[Quoted]) -> Iterator[Token]:
    """Yield the tokens of an annotated stretch, each of the ``quotes`` inside it, in order, as one token."""
    waiting = iter(quotes)
    quoted = next(waiting, None)
    inside = -1
    for word in words:
        if word.start < inside:
            continue
        if quoted is not None and word.end > quoted.start:
            yield Token(quoted.start, quoted.end, text[quoted.start : quoted.end], "", "q", quoted)
            inside = quoted.end
            quoted = next(waiting, None)
            if word.start < inside:
                continue
        start, end, surface, form, letter = word
        kind = "w" if letter in _WORDS and surface[0] not in "'’" else _kind(word)
        yield tuple.__new__(Token, (start, end, surface, form, kind, None, letter))


_WORDS = frozenset("nsNtpPDJRvzdegmbhoITSWcE")
"""The letters of classes that only words have."""


def _kind(word: Word) -> str:
    """Return the kind of a token that is no quoted stretch."""
    text = word.text
    first = text[0]
    if first.isalpha() or first == "_":
        return "n" if word.word_class == "C" and any(character.isdigit() for character in text) else "w"
    if first.isdigit() or (first in "$€£¥₹" and len(text) > 1):
        return "n"
    if word.form == "'s" or word.word_class == "'":
        return "p"
    if len(text) > 1 and text[1].isalpha():
        return "w"
    return _MARKS.get(text, "o")


class Tokens:
    """The tokens of one sentence (or of several that a quotation holds together), safe to read beyond both ends."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.all = tokens
        self.lowers = [token.lower for token in tokens]
        self.kinds = [token.kind for token in tokens]
        self.present = frozenset(self.lowers)
        """The words in it, to tell quickly which rules have nothing to do."""
        self.subjects: dict[int, tuple[int, int] | None] = {}
        """The subjects before places that were looked at already."""
        self._size = len(tokens)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, position: int) -> Token:
        return self.all[position] if 0 <= position < self._size else END

    def lower(self, position: int) -> str:
        """Return the word at ``position`` in small letters; empty beyond the ends."""
        return self.lowers[position] if 0 <= position < self._size else ""

    def kind(self, position: int) -> str:
        """Return the kind of the token at ``position``; ``end`` beyond the ends."""
        return self.kinds[position] if 0 <= position < self._size else "end"
