"""Of whom, where and over how long a figure holds, by the words around what is counted."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.claim_matching.directions import all_directions
from index.claims import CHANGING, unit_kind
from index.english import rows, words
from index.language import names_in, tokenize, without_overlays
from index.records import Claim, quantity_of
from index.terms import is_grammar

_REACH = 48
_ADVERB = 14
"""Characters before a figure in which an adverb makes it a rate."""
_PLACE = (
    r"(?:the\s(?:capital|city|province|region|county|district|state|town|village)|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
_FRONTED = re.compile(rf"^[\"“'‘]?(?:In|At)\s({_PLACE})(?:,|\salone\b|\s(?!of\b|to\b))")
_ALONE = re.compile(rf"\bin\s({_PLACE})\salone\b")
"""A place that opens the sentence, or stands alone, is set against the whole."""
_BEFORE_PLACE = re.compile(r"\b(?:in|at|near|outside|around|across|off)\s(?:the\s)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:—]|,\s(?:while|but|whereas)\b|\b(?:while|whereas)\b")
HALF_TIME = "half-time"
_OF_CLAUSE = frozenset({"area", "transport", "time of the year", "time of day"})
"""Groups that are looked for in the whole clause, and not only beside what is counted."""
IN_PLACE = "in "
"""How the scope of a place that is set against the whole begins."""


@dataclass(frozen=True, slots=True)
class _Population:
    name: str
    group: str
    words: tuple[str, ...]
    narrowing: bool = False


@dataclass(frozen=True, slots=True)
class _Rate:
    name: str
    days: float
    words: tuple[str, ...]


@lru_cache(1)
def _populations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.name, _any(row.words)) for row in rows("populations", _Population, unique="name"))


@lru_cache(1)
def _rates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.name, _any(row.words)) for row in rows("rates", _Rate, unique="name"))


@lru_cache(1)
def days_of_rates() -> dict[str, float]:
    """Return how many days each rate counts over."""
    return {row.name: row.days for row in rows("rates", _Rate, unique="name")}


@lru_cache(1)
def group_of() -> dict[str, str]:
    """Return the group of each population: figures of two populations of one group cannot be compared."""
    return {row.name: row.group for row in rows("populations", _Population, unique="name")}


@lru_cache(1)
def narrowing() -> frozenset[str]:
    """Return the populations that are a part of the whole."""
    return frozenset(row.name for row in rows("populations", _Population, unique="name") if row.narrowing)


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(pattern.replace(' ', chr(92) + 's') for pattern in patterns)})\b")


def scope_of(claim: Claim) -> frozenset[str]:
    """Return the populations and measures that narrow a figure, from what is counted and the words beside it."""
    quantity = quantity_of(claim)
    if quantity is None:
        return frozenset()
    end = claim.span.end - claim.sentence.start
    after = claim.text[end : end + _REACH].split(",", 1)[0].split(";", 1)[0]
    around = f"{quantity.subject or ''} | {after}"
    clause, wide = _clause_of(claim), group_of()
    found = {name for name, pattern in _populations() if pattern.search(clause if wide[name] in _OF_CLAUSE else around)}
    place = _FRONTED.match(claim.text) or _ALONE.search(claim.text)
    if place and unit_kind(quantity) in CHANGING:
        found.add(f"{IN_PLACE}{place[1]}")
    return frozenset(found)


def rate_of(claim: Claim) -> str | None:
    """Return for how long a figure holds each time: ``week`` of "30 operations a week"; None where it is no rate."""
    if quantity_of(claim) is None:
        return None
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    after = _CLAUSE.split(claim.text[end : end + _REACH])[0].split(",")[0]
    before = claim.text[max(0, start - _ADVERB) : start]
    found = [
        (match.start(), name) for name, pattern in _rates() if (match := pattern.search(f"{claim.surface} {after}"))
    ]
    # Before a figure only "weekly" makes it a rate: "within a week 300 people came" is none.
    adverbs = [
        (match.start(), name) for name, pattern in _rates() for match in pattern.finditer(before) if " " not in match[0]
    ]
    return min(found or adverbs)[1] if found or adverbs else None


def span_of(claim: Claim) -> str | None:
    """Return ``so far`` where a figure counts all up to now, ``one day`` where it counts one day; None if unsaid."""
    if quantity_of(claim) is None:
        return None
    text = f" {_clause_of(claim).lower()} "
    for span, name in (("one day", "one-day-words"), ("so far", "so-far-words")):
        if any(f" {phrase} " in text for phrase in words(name)):
            return span
    return None


def places_of(claim: Claim) -> frozenset[str]:
    """Return the folded words of the places that the clause of a claim names behind a preposition."""
    if quantity_of(claim) is None:
        return frozenset()
    clause, offset = _clause_of(claim), 0
    found: set[str] = set()
    for name in names_in(clause):
        if _BEFORE_PLACE.search(clause[offset : name.span.start]):
            found.update(name.key.split())
    return frozenset(found)


Qualifier = tuple[str, frozenset[str]]
"""A preposition and the stems of the words behind it: of what, where or when a figure holds."""


def qualifiers_of(claim: Claim) -> frozenset[Qualifier]:
    """Return the phrases with a preposition in the clause of a figure, without the figure itself."""
    if quantity_of(claim) is None:
        return frozenset()
    surface = {token.form for token in tokenize(claim.surface)}
    found: list[tuple[str, list[str]]] = []
    open_ = False
    for token in without_overlays(tokenize(_SPEECH.sub("", _clause_of(claim)))):
        if token.form in words("scope-prepositions"):
            found.append((token.form, []))
            open_ = True
        elif token.form in surface or all_directions(token.form):
            open_ = False
        elif open_ and found and len(found[-1][1]) < _QUALIFYING:
            if token.form[0].isdigit() or not is_grammar(token.stem):
                found[-1][1].append(token.stem)
            elif found[-1][1] and token.form not in ("and", "the"):
                open_ = False
    return frozenset((preposition, frozenset(behind)) for preposition, behind in found if behind)


_QUALIFYING = 4
"""Words that are kept behind a preposition."""
_SPEECH = re.compile(r"\s(?:\w+\s){0,4}(?:said|says|say|shows?|found|states?|told|reported|announced|according)\b.*$")


def _clause_of(claim: Claim) -> str:
    """Return the words between the breaks of the sentence around a claim, without commas and full stops."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    first = max((match.end() for match in _CLAUSE.finditer(claim.text) if match.end() <= start), default=0)
    last = min((match.start() for match in _CLAUSE.finditer(claim.text) if match.start() >= end), default=None)
    return re.sub(r"[,.!?”“\"]+(?=\s|$)", "", claim.text[first:last])
