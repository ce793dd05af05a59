"""Places in an order: ``fifth-largest``, ``finished third``, ``number one``; and counting ordinals: its sixth test."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import ORDINAL, RANK
from index.english import families, patterns, words
from index.language import Number

_RANK_AFTER = re.compile(
    r"[\s-](?:(?:[a-z]+est|most|best|worst|least|ranked|ranking|placed|rated|seeded|seed)\b"
    r"|(?:place|spot|position|rank)\b)(?!\s+(?:of\s+all|recently))",
    re.IGNORECASE,
)
_NOT_SUPERLATIVE = re.compile(rf"[\s-](?:{'|'.join(sorted(words('no-superlatives')))})\b", re.IGNORECASE)
_PLACE_WORD = re.compile(r"[\s-](?:place|spot|position|rank)")
_OF_TIME = re.compile(r"\s(?:time|day|week|month|year|century|person|of\s[A-Z])")
_RANK_BEFORE = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|finish(?:es|ed|ing)?|came|comes|coming|rated|seeded|sits|sitting)\s"
    r"(?:in\s|at\s|an?\s|joint\s|only\s|just\s|as\s|globally\s|overall\s|currently\s|now\s|(?:as\s)?the\s)*$",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"\bin the $", re.IGNORECASE)
_RANK_NUMBER = re.compile(r"(?:\b(?:[Nn]umber|[Nn]o\.?)\s?|#\s?)$")
_RANK_NUMBER_HEAD = re.compile(rf"(?:\b(?:{'|'.join(patterns('before-ranks'))})\s|^|[(“\"‘—]|,\s)$", re.IGNORECASE)
_RANK_NUMBER_AFTER = re.compile(rf"(?:\s|-)(?:{'|'.join(patterns('after-ranks'))})\b|\s?[.,;)”\"]|$")
_WHOSE = re.compile(r"(?:\b(?:its|his|her|their|our|my|your|the)|[’']s?)\s(?:\w+ly\s)?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"[\s-](?:(?:and|or)\s[a-z]+(?:\s[a-z]+)?\s)?(?:(?:[A-Z][\w.’'-]*|[a-z][\w’'-]*)\s){0,3}?(?P<noun>[a-z][\w’'-]*)"
)
_FIRST_WORD = re.compile(r"[\s-]([A-Za-z][\w’'-]*)")
_UNCOUNTED = words("not-counted-by-ordinals")
_PAST_FORMS = {word for word, base in families("irregular-verbs").items() if word != base}
_NO_NOUNS = words("prepositions") | words("auxiliaries") | words("clause-joiners") | _PAST_FORMS
_MOST = 200
"""Up to which ordinal something is counted; beyond, it is an address or a unit of an army."""


def rank(text: str, floor: int, stop: int, number: Number) -> Amount | None:
    """Return the rank an ordinal states (``fifth-largest``, ``finished third``, ``100th-ranked``), if it does."""
    after = _RANK_AFTER.match(text, number.end, stop)
    if after and _NOT_SUPERLATIVE.match(text, number.end, stop):
        after = None
    before = _RANK_BEFORE.search(text, max(floor, number.start - 40), number.start)
    if after is None and before is None:
        return None
    if number.value == 1 and before is None and not _PLACE_WORD.match(text, number.end, stop):
        return None
    following = _FIRST_WORD.match(text, number.end, stop)
    if before and not after and (_OF_TIME.match(text, number.end, stop) or _is_uncounted(following)):
        return None
    if number.value == 1 and _IN_THE.search(text, max(floor, number.start - 7), number.start):
        return None  # "in the first place"
    return _ranked(number.start, after.end() if after else number.end, number)


def _is_uncounted(word: re.Match[str] | None) -> bool:
    return word is not None and word[1].lower() in _UNCOUNTED - _NO_NOUNS


def numbered_rank(text: str, floor: int, stop: int, number: Number) -> Amount | None:
    """Return the rank of ``number two on the leaderboard`` or ``the No. 1 spot``."""
    head = _RANK_NUMBER.search(text, max(floor, number.start - 8), number.start)
    if head is None or number.value > 1000 or number.scale > 1 or not _RANK_NUMBER_AFTER.match(text, number.end, stop):
        return None
    if head[0].startswith(("Number", "No")) and number.value == 10:
        return None
    if not _RANK_NUMBER_HEAD.search(text, max(floor, head.start() - 14), head.start()):
        return None
    return _ranked(head.start(), number.end, number)


def ordinal(text: str, floor: int, stop: int, number: Number) -> Amount | None:
    """Return an ordinal that counts the things of one sort up to this one: ``its sixth nuclear test``."""
    if not 2 <= number.value <= _MOST or not _WHOSE.search(text, max(floor, number.start - 24), number.start):
        return None
    first = _FIRST_WORD.match(text, number.end, stop)
    counted = _COUNTED.match(text, number.end, stop)
    if first is None or counted is None or first[1].lower() in _UNCOUNTED or counted["noun"] in _UNCOUNTED:
        return None
    if first[1].lower() in _NO_NOUNS or first[1].endswith(("ed", "ing")):
        return None
    made = _ranked(number.start, number.end, number)
    made.made = ORDINAL
    return made


def _ranked(start: int, end: int, number: Number) -> Amount:
    return Amount(start, end, number.value, number.value, number[:2], number, "rank", made=RANK, stated_unit=True)
