"""Where an amount stands: its sentence, the words beside it, and what the document uses numbers for as names."""

import re
from typing import NamedTuple

from index.claims.figures.amounts import Amount
from index.english import patterns
from index.language import CARDINALS

_NAMED = re.compile(r"([A-Z])[\w’'-]{1,30}[\s-]([0-9]{3,4})(?![\d,.%]\d|%|\s?(?:million|billion|percent|per|to))\b")
_NO_MODEL = "|".join(patterns("no-models-before"))
_MODEL = re.compile(
    rf"([0-9]{{3,4}})(?:(?=-\d{{3}}[A-Z]{{2}}\b)|\s(?!{_NO_MODEL})[A-Za-z]{{1,20}}[^s\W](?=[\s.,;])(?!(?:\s[A-Z]\w+)?\s[a-z]{{1,30}}s\b))"
)
"""A singular noun behind a determiner and a bare number: the number is a model's name, as in ``its 777 airliner``."""
_BEFORE_MODEL = re.compile(r"\b(?:its|the|a|their|first|new|-)\s$")
_SPELLED_NAME = re.compile(r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve)\s[A-Z]\w{1,30}")
_BEFORE_SPELLED = re.compile(r"[a-z,]\s")
_TITLE_WORDS = re.compile(r"[^\W\d_][\w’'-]{3,}")
_NEXT = re.compile(r"\s([^\W\d_][\w’'-]{0,40})")
_HYPHEN_NOUN = re.compile(r"[-‑]([a-z]{1,30})")


def is_year(value: float) -> bool:
    """Return whether a number may be a year of the last nine centuries."""
    return value == int(value) and 1100 <= value <= 2100


class DocumentNames:
    """Numbers that a document uses as names (``Boeing 787``), so that a later bare ``the 787`` is one, too."""

    def __init__(self, text: str) -> None:
        digits = {m[2] for m in _NAMED.finditer(text) if text[max(0, m.start() - 2) : m.start()][:1] not in ".!?:\n"}
        for match in _MODEL.finditer(text):
            begin, end = match.span()
            if text[end : end + 1] == "-" or _BEFORE_MODEL.search(text, max(0, begin - 8), begin):
                digits.add(match[1])
        self.digits = frozenset(name for name in digits if not is_year(float(name)))
        self.phrases = frozenset(
            m[0] for m in _SPELLED_NAME.finditer(text) if _BEFORE_SPELLED.match(text[max(0, m.start() - 2) : m.start()])
        )


class Place(NamedTuple):
    """A sentence, ``text[floor:stop]``, and what is known of the document's names when its numbers are judged."""

    text: str
    floor: int
    stop: int
    names: DocumentNames
    title_case: bool
    """Whether most words of the sentence are capitalised, so that a capital says nothing about names."""


def place_of(text: str, floor: int, stop: int, names: DocumentNames) -> Place:
    """Return the place that the sentence ``text[floor:stop]`` is."""
    long_words = [word for word in _TITLE_WORDS.findall(text, floor, stop) if word.lower() not in CARDINALS]
    capitals = sum(word[0].isupper() for word in long_words)
    return Place(text, floor, stop, names, len(long_words) > 2 and capitals > 0.6 * len(long_words))


class Case:
    """An amount that is judged, with the words around its number."""

    __slots__ = ("amount", "head", "hyphened", "next", "noun", "place", "written")

    def __init__(self, place: Place, amount: Amount) -> None:
        text, (start, end) = place.text, amount.core
        following, hyphen = _NEXT.match(text, end, place.stop), _HYPHEN_NOUN.match(text, end, place.stop)
        self.place, self.amount = place, amount
        self.head = text[max(place.floor, start - 40) : start]
        """What stands before the number, in its sentence."""
        self.next = following[1] if following else ""
        """The word behind the number, with its capitals; empty where none follows at once."""
        self.noun = self.next.lower()
        self.hyphened = hyphen[1] if hyphen else ""
        """The word that hangs on the number by a hyphen; empty where none does."""
        self.written = text[start:end]
        """The number as it stands in the text; of a range both ends."""

    def matches(self, pattern: re.Pattern[str], *, from_end: bool = False) -> bool:
        """Return whether a pattern matches right behind the number (``from_end``: behind its unit)."""
        start = self.amount.end if from_end else self.amount.core[1]
        return pattern.match(self.place.text, start, self.place.stop) is not None
