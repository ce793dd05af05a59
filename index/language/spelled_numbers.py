"""Numbers written in words: ``two hundred and five thousand``, ``one and a half``, ``twenty-first``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.language import number_words as words

_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


class SpelledNumber(NamedTuple):
    """A number in words: its span (characters), value, whether it is an ordinal, and the factor of its scale word."""

    start: int
    end: int
    value: float
    ordinal: bool
    scale: float


def read_number_words(text: str, start: int, end: int) -> Iterator[SpelledNumber]:
    """Yield the numbers of a run of number words; words that cannot belong together start a new number."""
    reading = _Reading()
    begin = last = start
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower()
        if not reading.take(word, "," in text[last : match.start()]):
            if reading.started:
                yield reading.number(begin, last)
            reading = _Reading()
            begin = match.start()
            reading.take(word, comma=False)
            if not reading.started and word not in ("a", "an"):
                begin = match.end()
        if word not in ("and", "a", "an"):
            last = match.end()
    if reading.started:
        yield reading.number(begin, last)


class _Reading:
    """The value of number words read from left to right: ``two``, ``hundred``, ``and``, ``five``, ``thousand``."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.before = ""
        self.least_scale = float("inf")
        self.scale = 1.0
        self.started = False
        self.ordinal = False

    def take(self, word: str, comma: bool) -> bool:
        """Add ``word``; return False, and change nothing, when it cannot continue the number."""
        if self.ordinal or (comma and self.before != "scale"):
            return False
        if word in words.ORDINALS:
            return self._take_ordinal(word)
        if word in words.SCALES:
            return self._take_scale(word)
        if word in ("and", "a", "an"):
            if word == "and" and self.before not in ("unit", "hundred", "scale"):
                return False
            self.before = "unit and" if word == "and" and self.before == "unit" else self.before
            return True
        if word in ("half", "quarter"):
            if self.before != "unit and":
                return False
            self.group += 0.5 if word == "half" else 0.25
            self.before = "half"
            return True
        return self._take_simple(word)

    def _take_simple(self, word: str) -> bool:
        if word in words.UNITS:
            fits = self.before in ("", "hundred", "scale") or (self.before == "tens" and words.UNITS[word] > 0)
            kind = "unit"
        else:
            fits = self.before in ("", "hundred", "scale")
            kind = "tens" if word in words.TENS else "teen"
        if not fits:
            return False
        self.group += words.CARDINALS[word]
        self.before, self.started = kind, True
        return True

    def _take_scale(self, word: str) -> bool:
        factor = words.SCALES[word]
        if self.before in ("unit and",) or factor >= self.least_scale:
            return False
        if not self.group and self.total:
            return False
        group = self.group or 1.0
        self.started = True
        if word == "hundred":
            if group >= 100:
                return False
            self.group, self.before, self.scale = group * 100, "hundred", 100.0
        else:
            self.total += group * factor
            self.group, self.before, self.least_scale, self.scale = 0.0, "scale", factor, factor
        return True

    def _take_ordinal(self, word: str) -> bool:
        value = words.ORDINALS[word]
        if not self.started or self.before not in ("tens", "hundred", "scale") or (self.before == "tens" and value > 9):
            return False
        self.group += value
        self.ordinal = True
        return True

    def number(self, start: int, end: int) -> SpelledNumber:
        """Return what was read as a number at ``start`` to ``end``."""
        return SpelledNumber(start, end, self.total + self.group, self.ordinal, self.scale)
