"""Figures said without a numeral: first ranks (``the most downloaded app``) and majorities (``most of``)."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import MAJORITY, RANK, FigureRule
from index.english import patterns, words
from index.language import CARDINALS, Number, NumberKind
from index.records import Bound

_TOP = re.compile(rf"\b(?:{'|'.join(patterns('tops'))})\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(patterns('superlatives-that-rank'))})\b"
    r"(?!\s(?:of|by|in|on|to|at|as|for)\s(?:the\s)?times?\b)",
    re.IGNORECASE,
)
_TOPPING = frozenset(("top", "topped", "tops", "topping", "first", "number", "no"))
_MOST = frozenset(("most", "best", "biggest", "highest", "top"))
_DEFINITE = re.compile(
    rf"(?:\b(?:{'|'.join(patterns('before-superlatives'))})|['’]s?(?:\s(?:single|free|paid))?)\s$", re.IGNORECASE
)
"""What stands before a superlative that ranks; ``one of the`` and ``among the`` take the rank away again."""
_NOUNS = re.compile(r"\s([^\W\d_][\w’'-]*)")
_ONE_AMONG_SEVERAL = re.compile(
    r"\b(?:among|amongst|one\sof|some\sof|many\sof|of|\d\d?|two|three|four|five|ten|top)\s"
    r"(?:the\s|[\w.’']{1,20}\s){0,2}$",
    re.IGNORECASE,
)
_MAJORITY = re.compile(
    rf"\b(?:the|an?|in\sthe)\s(?:(?P<large>(?:very\s)?(?:{'|'.join(patterns('large-majorities'))}))"
    rf"|{'|'.join(patterns('small-majorities'))})?\s?majority(?=\sof\s)"
    rf"(?!\sof\s(?:\d|(?:{'|'.join(CARDINALS)}|just|only|about)\b))",
    re.IGNORECASE,
)


def wordings(text: str, start: int, stop: int, present: AbstractSet[str]) -> Iterator[Amount]:
    """Yield the first ranks and the majorities of ``text[start:stop]`` that hold no numeral.

    ``present`` are the words of the sentence in small letters.
    """
    if not present.isdisjoint(_TOPPING):
        for match in _TOP.finditer(text, start, stop):
            yield _worded(match, 1.0, "rank", RANK)
    if not present.isdisjoint(_MOST):
        for match in _SUPERLATIVE.finditer(text, start, stop):
            if _ranks(text, start, stop, match):
                yield _worded(match, 1.0, "rank", RANK)
    if "majority" in present:
        for match in _MAJORITY.finditer(text, start, stop):
            amount = _worded(match, 50.0, "percent", MAJORITY)
            amount.high, amount.bound, amount.approximate = None, Bound.OVER, match["large"] is not None
            yield amount


def _ranks(text: str, start: int, stop: int, match: re.Match[str]) -> bool:
    """Return whether a superlative names the one first of its kind: not one of several, not ``the most used apps``."""
    noun = ""
    for word in _NOUNS.finditer(text, match.end(), min(stop, match.end() + 90)):
        if word.start() != match.end() + len(noun) or word[1].lower() in words("never-in-noun-phrases"):
            break
        noun += word[0]
    last = noun.rpartition(" ")[2].lower()
    if (
        not noun
        or last in words("unmarked-plurals")
        or (last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s")))
    ):
        return False
    head = text[max(start, match.start() - 40) : match.start()]
    return bool(_DEFINITE.search(head)) and not _ONE_AMONG_SEVERAL.search(head)


def _worded(match: re.Match[str], value: float, unit: str, made: FigureRule) -> Amount:
    number = Number(match.start(), match.end(), value, NumberKind.ORDINAL)
    return Amount(*match.span(), value, value, match.span(), number, unit, made=made, stated_unit=True)
