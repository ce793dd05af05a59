"""Of whom, where or by which measure a figure holds: words of population, as they stand before what is counted."""

import re

from index.claims.dimensions import CHANGING, unit_kind
from index.records import (
    Claim,
    Figure,
)

_SCOPES = (
    ("monthly active", r"\bmonthly(?:\sactive)?\b|\bMAUs?\b"),
    ("daily active", r"\bdaily(?:\sactive)?\b|\bDAUs?\b"),
    ("US", r"\b(?:U\.?S\.?A?|American?s?|United\sStates)\b"),
    ("UK", r"\b(?:U\.?K\.?|British|Britons?|United\sKingdom)\b"),
    (
        "everywhere",
        r"\b(?:nation-?wide|across\sthe\s(?:country|nation)|global(?:ly)?|worldwide|international(?:ly)?|around\sthe\sworld)\b",
    ),
    ("women", r"\b(?:women|females?|girls)\b"),
    ("men", r"\b(?:men|males?|boys)\b"),
    ("adults", r"\badults?\b"),
    ("children", r"\b(?:children|child|kids|minors?|teen(?:ager)?s?)\b"),
    ("per week", r"\b(?:weekly|(?:per|a|each|every)\sweek)\b"),
    ("per month", r"\b(?:per|a|each|every)\smonth\b"),
    ("per year", r"\b(?:annual(?:ly)?|yearly|(?:per|a|each|every)\syear)\b"),
    ("per day", r"\b(?:daily|(?:per|a|each|every)\sday)\b"),
    ("quarterly", r"\b(?:quarterly|(?:first|second|third|fourth)\squarter)\b"),
)
_PLACE = (
    r"(?:the\s(?:capital|city|province|region|county|district|state|town|village)|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
_FRONTED = re.compile(rf"^[\"“'‘]?(?:In|At)\s({_PLACE})(?:,|\salone\b|\s(?!of\b|to\b))")
_ALONE = re.compile(rf"\bin\s({_PLACE})\salone\b")
"""A place that opens the sentence, or stands alone, is set against the whole."""
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _SCOPES)


def scope_of(claim: Claim) -> frozenset[str]:
    """Return the populations and measures that narrow a figure, from what is counted and the words beside it."""
    if not isinstance(claim, Figure) or unit_kind(claim.quantity) not in CHANGING:
        return frozenset()
    end = claim.span.end - claim.sentence.start
    after = claim.text[end : end + 40].split(",", 1)[0].split(";", 1)[0]
    words = f"{claim.quantity.subject or ''} | {after}"
    found = {name for name, pattern in _PATTERNS if pattern.search(words)}
    place = _FRONTED.match(claim.text) or _ALONE.search(claim.text)
    return frozenset(found | {f"in {place[1]}"}) if place else frozenset(found)
