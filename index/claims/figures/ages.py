"""How old somebody is: ``aged 33``, ``33-year-old``, ``she was 33.`` and ``Jane Doe, 33,`` behind a name."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import AGE
from index.english import patterns, words

_AGE_BEFORE = re.compile(
    r"\b(?:aged?|as\s(?:old|young)\sas|ages|age\sof|ages\sof|aged\sbetween|turned|turns|turning)\s(?:\d{1,3}(?:,|\sand|\sor|,\sand)\s){0,3}"
    r"(?:just\s|only\s|about\s|around\s|over\s|under\s|almost\s)?$",
    re.IGNORECASE,
)
_IS_BEFORE = re.compile(r"\b(?:he|she|who)(?:\s(?:is|was)|['’]s)\s(?:now\s|only\s|just\s)?$", re.IGNORECASE)
_PERSONS_BEFORE = re.compile(
    rf"\b(?:{'|'.join(patterns('persons-by-age'))})"
    r"\s(?:who\s(?:are|were)\s)?(?:over|under|above|below|older\sthan|younger\sthan)\s$",
    re.IGNORECASE,
)
_IS_ALL = re.compile(r"\s?(?:[,.;)”\"](?!\d)|$)|\s(?:and|when|at\sthe\stime)\b")
_AGE_AFTER = re.compile(r"[\s-]?years?[\s-](?:olds?\b|of\sage\b)", re.IGNORECASE)
_AGE_IN_MONTHS = re.compile(r"[\s-]?(?P<unit>month|week|day)s?[\s-]olds?\b", re.IGNORECASE)
_APPOSITION_BEFORE = re.compile(r"[^\W\d_][\w.’'-]*[^\W\d_]\.?,\s$")
_APPOSITION_AFTER = re.compile(r"\s?(?:,(?!\d)|\)|\.(?=\s|$)|;|—|\sand\s(?=[A-Z]))")
_PERSONS = words("single-persons") | words("relatives-by-age")
_DATE_COMMA = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,\s$|day,\s$")
_MORE_NUMBERS = re.compile(r",?\s(?:\d|and\s\d)")


def age(text: str, opening: int, stop: int, amount: Amount) -> bool:
    """Turn the amount into an age where it is one and say whether it was.

    ``opening`` is where the sentence begins, for the words of age may stand before the figure before.
    """
    after = _AGE_AFTER.match(text, amount.core[1], stop)
    young = _AGE_IN_MONTHS.match(text, amount.core[1], stop)
    if after and amount.value <= 130:
        amount.end, amount.hyphened = after.end(), text[amount.core[1]] == "-"
    elif young and amount.value <= 100:
        amount.end, amount.hyphened, amount.unit = young.end(), text[amount.core[1]] == "-", young["unit"].lower()
    elif not _is_age(text, opening, stop, amount):
        return False
    amount.unit = amount.unit if young else "year"
    amount.made, amount.stated_unit = AGE, True
    return True


def _is_age(text: str, opening: int, stop: int, amount: Amount) -> bool:
    """Return whether the words around a bare number make it an age."""
    if amount.stated_unit or amount.number.scale > 1 or not 0 < amount.value <= 120:
        return False
    if _AGE_BEFORE.search(text, max(opening, amount.start - 24), amount.start):
        return True
    if _stands_behind_name(text, opening, stop, amount):
        return True
    before = _IS_BEFORE.search(text, max(opening, amount.start - 24), amount.start) or _PERSONS_BEFORE.search(
        text, max(opening, amount.start - 48), amount.start
    )
    return before is not None and _IS_ALL.match(text, amount.end, stop) is not None


def _stands_behind_name(text: str, floor: int, stop: int, amount: Amount) -> bool:
    """Return whether the number stands alone between a name's comma and the next sign."""
    head = text[max(floor, amount.start - 30) : amount.start]
    name = _APPOSITION_BEFORE.search(head)
    person = name is not None and name[0][:-2].lower() in _PERSONS
    if not (name and (name[0][0].isupper() or person) and amount.number.digits and not amount.made.two_ends):
        return False
    if not _APPOSITION_AFTER.match(text, amount.end, stop) or _DATE_COMMA.search(head):
        return False
    return _MORE_NUMBERS.match(text, amount.end, stop) is None
