"""What the words right beside a claim tell of it: that it counts a part only, or tells of a statement only."""

import re

from index.english import with_lists
from index.records import Claim

_BEFORE_PART = re.compile(
    r"\b(?:including|includes?|another|remaining|adding|additional|other|extra"
    r"|(?:family|group|team|crew|pair|party|gang|panel|trio)\sof)\s*$",
    re.IGNORECASE,
)
_AFTER_PART = re.compile(
    r"\s+(?:others?|more|additional|further|of\s(?:the|those|these|his|her|its|their|our)|were\salso)\b", re.IGNORECASE
)
_OF_WHOM = re.compile(r"\bof\s(?:whom|which|them|those)\s$", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\s+of\s(?:them|whom|which|(?:the|those|these)\s(?:\w+\s)?(?:on\s?board|aboard))\b", re.IGNORECASE
)
_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|one)"
_AMONG = re.compile(rf"\s+(?:[\w.’'-]+\s+){{0,3}}(?:are\s|were\s)?among\s(?:the\s)?{_NUMBER}\b", re.IGNORECASE)
_RETRACTED = re.compile(
    r"\b(?:(?:initially|originally|at\sfirst|wrongly|mistakenly|incorrectly)\s(?:\w+\s){0,2}?"
    r"(?:reported|thought|believed|said|stated|given|put|estimated|announced)"
    r"|(?:earlier|previous)\s(?:versions?|reports?|estimates?|accounts?))\b(?:(?!\bbut\b|\bbefore\b)[^.;])*$",
    re.IGNORECASE,
)
_OR_AFTER = re.compile(r"\s+or\s+(?:in\s|on\s|early\s|late\s)?(?:\d|[A-Z][a-z]+\s\d|[A-Z][a-z]+day\b)")
_OR_BEFORE = re.compile(r"\d\s+or\s+(?:in\s|on\s|early\s|late\s)?$")
_THINGS = r"(?:[\w.’'-]+\s+){0,3}[\w.’'-]+"
_ANDS = r"\s(?:and|as\swell\sas|plus)\s+(?:the\s|another\s)?"
_LIST_AFTER = re.compile(rf"\s+{_THINGS}{_ANDS}{_NUMBER}\s", re.IGNORECASE)
_LIST_BEFORE = re.compile(rf"\b{_NUMBER}\s+{_THINGS}{_ANDS}$", re.IGNORECASE)
_HEADLINE = re.compile(rf"{_NUMBER}\s+{_THINGS},\s{_NUMBER}\s", re.IGNORECASE)
"""A list that opens a sentence goes without "and": "10 foreigners, 2 locals killed"."""
_VERBS = with_lists("<verbs-beside-days>").replace(" ", r"\s")
_SAID_BEFORE = re.compile(rf"\b{_VERBS}(?:\s\w+){{0,3}}\s*$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"\s*,?\s*(?:[\w'’.-]+\s){{0,7}}?{_VERBS}\b", re.IGNORECASE)
_REACH = 60


def is_part(claim: Claim, measure: str | None) -> bool:
    """Return whether a figure counts some of those that another figure counts, by the words beside it.

    "17 of them died" is a part of them, and yet all of the dead, which it measures.
    """
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    before = claim.text[max(0, start - _REACH) : start]
    if _AMONG.match(claim.text, end, end + _REACH) is not None:
        return True
    if _OF_OTHERS.match(claim.text, end, end + _REACH) is not None or _OF_WHOM.search(before) is not None:
        return measure is None
    return _BEFORE_PART.search(before) is not None or _AFTER_PART.match(claim.text, end, end + _REACH) is not None


def is_retracted(claim: Claim) -> bool:
    """Return whether the source itself takes a figure back: "at first reported to be 4", "earlier versions said 12"."""
    start = claim.span.start - claim.sentence.start
    return _RETRACTED.search(claim.text[max(0, start - 2 * _REACH) : start]) is not None


def is_listed(claim: Claim) -> bool:
    """Return whether a figure is one of a list whose sum the sentence tells of: "10 passengers and two crew"."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    before = claim.text[max(0, start - _REACH) : start]
    headline = _HEADLINE.match(claim.text)
    if headline is not None and start < headline.end():
        return True
    return _LIST_BEFORE.search(before) is not None or _LIST_AFTER.match(claim.text, end, end + _REACH) is not None


def is_alternative(claim: Claim) -> bool:
    """Return whether a date is one of two that may be meant: "in 2017 or 2018"."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    before = claim.text[max(0, start - _REACH) : start]
    return _OR_BEFORE.search(before) is not None or _OR_AFTER.match(claim.text, end) is not None


def is_saying(claim: Claim) -> bool:
    """Return whether a date is the day on which somebody spoke, and not the day of what is spoken of."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    before = claim.text[max(0, start - _REACH) : start]
    return _SAID_BEFORE.search(before) is not None or _SAID_AFTER.match(claim.text, end, end + 2 * _REACH) is not None
