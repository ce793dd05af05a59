"""Counts said without a number: none of them, both of them, one of them, all but some of them.

Only where something counted is told of them: that they were killed, hurt, saved and the like. "No one knows" and "a man
said" count nothing.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from index.claims.figures.amounts import Amount
from index.claims.figures.bounds import bounded
from index.claims.figures.rules import BOTH, INDEFINITE, ONE_LENGTH, ZERO, FigureRule
from index.english import patterns, words
from index.language import CARDINALS, TIME_UNITS, Number, NumberKind

_HARMED = "|".join(patterns("harmed"))
_HARMING = "|".join(patterns("harming"))
_PERISHING = "|".join(patterns("perishing"))
_SAID = (
    r"(?:(?:reported|believed|thought|said|known|understood|feared|to\sbe|to\shave\sbeen|confirmed|\w{3,12}ly)\s){0,3}"
)
_HAVE = r"(?:ha(?:s|ve|d)\s)?"
_BEFALLEN = (
    rf"(?:{_HAVE}(?:was|were|is|are|been|being|be|got|went)\s{_SAID}(?P<harm>{_HARMED})|{_HAVE}(?P<end>{_PERISHING}))\b"
)
_PERSONS = words("single-persons")
_PERSON = "|".join(sorted(_PERSONS))
_NUMBERS = "|".join(CARDINALS)
_NO_ONE = re.compile(rf"\b(?P<zero>no\s?one|nobody)\s(?:else\s)?(?:\w+\s(?=was|were))?{_BEFALLEN}", re.IGNORECASE)
_NONE_OF = re.compile(
    rf"\b(?P<zero>none)\sof\s(?:the|those|them|these|its|their|his|her|our)\b"
    rf"(?:\s(?P<whole>(?:[\w,-]+\s){{0,3}}[\w-]+?))?\s{_BEFALLEN}"
    rf"|\b(?P<none>none)\sof\sthe\s(?:\d+|(?:{_NUMBERS}))\b",
    re.IGNORECASE,
)
_NO_THINGS = re.compile(
    rf"\b(?P<zero>no|without(?:\sany)?)\s(?:(?:known|reported|serious|further|other|new|civilian|human|more|immediate)\s)?"
    rf"(?P<things>{'|'.join(sorted(words('zero-counted')))})\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?P<both>both)\s(?:of\s)?(?:(?:the|his|her|its|their|these|those)\s)?(?:(?!are\b|were\b|have\b|had\b|of\b)[a-z-]+\s)?"
    rf"(?P<things>[a-z-]{{3,}}s|men|women|people|children|aircraft)\b(?!['’]|\sand\b)|\b(?P<these>both)\s(?:of\sthem\s)?(?={_BEFALLEN})",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?P<pair>(?:a|the|this|that)\s(?:[a-z-]+\s)?pair)\sof\s(?:the\s|these\s|[\w-]+\s){0,3}?(?P<things>[a-z-]{3,}s|men|women)\b",
    re.IGNORECASE,
)
_ONE_PAIR = words("worn-in-pairs")
_TIMES = "|".join(sorted(TIME_UNITS - {"night", "generation", "second", "millisecond"}))
_LENGTH = re.compile(
    rf"\b(?:{'|'.join(patterns('before-lengths'))})\s(?P<length>an?\s(?P<unit>{_TIMES}))\b(?!['’-])"
    rf"(?!\s(?:{'|'.join(patterns('after-dates-from-then'))})\b)",
    re.IGNORECASE,
)
_LENGTH_AND_PART = re.compile(
    rf"\b(?P<length>(?:an?|one)\s(?P<unit>{_TIMES})\sand\sa\s(?P<part>half|quarter))\b(?!['’-])", re.IGNORECASE
)
_PARTS = {"half": 0.5, "quarter": 0.25}
_OF_TWO_SIDES = words("both-of-two-sides")
_ONE = re.compile(
    rf"\b(?P<one>(?:an?|another)\s(?:\d+-year-old\s|[a-z][\w-]+\s){{0,2}}?(?P<person>{_PERSON}))\b(?!['’-])",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"(?:\s(?:aged\s\d+|in\s\w+\s\d+s|from\s[A-Z]\w+))?(?:,?\s(?:and|or)\s(?:{_NUMBERS}|\d+|an?)\s(?:\w+\s){{1,3}}?|\s)"
    rf"{_BEFALLEN}",
    re.IGNORECASE,
)
_HARMED_BEFORE = re.compile(
    rf"\b(?P<harm>{_HARMING}|deaths?\sof|death\stoll\sof)\s(?:[^.;:()]{{1,40}}\s(?:and|plus)\s)?$",
    re.IGNORECASE,
)
_PASSIVE_BY = re.compile(r"\b(?:by|of|against|with|from|like|as|than)\s$", re.IGNORECASE)
_NEGATIVE = frozenset(("no", "noone", "nobody", "none", "without"))


def counts_in_words(text: str, start: int, stop: int, present: AbstractSet[str]) -> Iterator[Amount]:
    """Yield the counts that the words of ``text[start:stop]`` state without a number, with their subjects.

    ``present`` are the words of the sentence in small letters.
    """
    place = (text, start, stop)
    if not present.isdisjoint(_NEGATIVE):
        yield from _zeros(*place)
    if not present.isdisjoint(("both", "pair")):
        yield from _twos(*place)
    if not present.isdisjoint(TIME_UNITS):
        yield from _lengths(*place)
    if not present.isdisjoint(_PERSONS):
        yield from _ones(*place)


def _zeros(text: str, start: int, stop: int) -> Iterator[Amount]:
    for pattern in (_NO_ONE, _NONE_OF):
        for match in pattern.finditer(text, start, stop):
            yield _none(match)
    for match in _NO_THINGS.finditer(text, start, stop):
        yield _counted(match.start("zero"), match.end("things"), 0.0, ZERO, match["things"].lower())


def _twos(text: str, start: int, stop: int) -> Iterator[Amount]:
    for match in _BOTH.finditer(text, start, stop):
        if (match["things"] or "").lower() not in _OF_TWO_SIDES:
            yield _counted(*match.span("both" if match["both"] else "these"), 2.0, BOTH, None)
    for match in _PAIR.finditer(text, start, stop):
        if match["things"].lower() not in _ONE_PAIR:
            yield _counted(*match.span("pair"), 2.0, BOTH, None)


def _lengths(text: str, start: int, stop: int) -> Iterator[Amount]:
    whole = [*_LENGTH_AND_PART.finditer(text, start, stop)]
    for match in whole:
        amount = _counted(*match.span("length"), 1.0 + _PARTS[match["part"].lower()], ONE_LENGTH, None)
        amount.unit = match["unit"].lower()
        yield bounded(text, start, stop, amount)
    taken = {match.start("length") for match in whole}
    for match in _LENGTH.finditer(text, start, stop):
        if match.start("length") in taken:
            continue
        amount = _counted(*match.span("length"), 1.0, ONE_LENGTH, None)
        amount.unit = match["unit"].lower()
        yield bounded(text, start, stop, amount)


def _ones(text: str, start: int, stop: int) -> Iterator[Amount]:
    for match in _ONE.finditer(text, start, stop):
        what = _harm_of(text, start, stop, match)
        if what:
            yield _counted(*match.span("one"), 1.0, INDEFINITE, f"{match['person'].lower()} {what}")


def _none(match: re.Match[str]) -> Amount:
    groups = match.groupdict()
    if groups.get("none"):
        return _counted(*match.span("none"), 0.0, ZERO, None)
    whole = groups.get("whole") or "people"
    told = groups.get("harm") or groups.get("end") or ""
    return _counted(*match.span("zero"), 0.0, ZERO, f"{whole} {told}".strip())


def _harm_of(text: str, start: int, stop: int, match: re.Match[str]) -> str:
    """Return what befell the one person, as a word; empty where nothing that is counted did."""
    before = _HARMED_BEFORE.search(text, max(start, match.start() - 64), match.start())
    if before:
        return before["harm"].lower().removesuffix(" of")
    after = _THEN.match(text, match.end(), stop)
    if after and not _PASSIVE_BY.search(text, max(start, match.start() - 9), match.start()):
        return (after["harm"] or after["end"]).lower()
    return ""


def _counted(start: int, end: int, value: float, made: FigureRule, subject: str | None) -> Amount:
    number = Number(start, end, value, NumberKind.CARDINAL)
    return Amount(start, end, value, value, (start, end), number, made=made, stated_unit=True, subject=subject)
