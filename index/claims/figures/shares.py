"""Shares of a whole: odds and fractions, which become percentages; and parts of a unit (``half an hour``)."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import NUMBER, SHARE
from index.english import patterns
from index.language import CODES, Number, NumberKind, unit_named

_NO_HALF_AFTER = re.compile(r"\s(?:the battle|past|brother|sister|a dozen\s|time)")
_HALF_BEFORE_NO = re.compile(
    r"\b(?:first|second|other|latter|top|bottom|former|better|early|late|third|one)\s$", re.IGNORECASE
)
_FRACTION_AFTER = re.compile(rf"\s(?:{'|'.join(patterns('after-fractions'))})\b|\s?[,.;:)%]|$")
_FRACTION_BEFORE = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|over|to|only|just|roughly|some|least|approximately|under|up|in|with|and|"
    r"or|,)\s$",
    re.IGNORECASE,
)
_SHARED_UNIT = re.compile(r"(?:\s|-)(?:of\s)?(?:an?[\s-])?([a-z]+(?:\s[a-z]+)?)\b")
_PERIOD_AFTER = re.compile(r"\s(?:of|in)\s(?:the\s)?(?:year|fiscal|(?:19|20)\d\d|last year|this year)")
_OUT_OF = (" in ", " out of ", " in every ", " out of every ", " of every ")
_ONE_NOUN_IN = re.compile(r"\s(?!time|step)[a-z]+\sin\s(?:every\s)?")
_MOVES_TO = re.compile(r"\sto\s(?:yield\s)?[$£€]?\d")
_MOVED_BY = re.compile(r"\b(?:up|down|off|rose|fell|gained|lost|added|dropped|eased|slipped)\s$")
_NEXT_WORD = re.compile(r"[\s-]([a-z]+)")


def odds(text: str, first: Number, second: Number, stop: int) -> Amount | None:
    """Return ``one in five``, ``3 out of 10`` or ``20 of 29`` as a percentage; ``10 of the 12`` counts the ten."""
    between = text[first.end : second.start]
    bare = between in (" of ", "-of-") and second.digits and second.value >= 10
    one_noun = first.value < second.value <= 20 and _ONE_NOUN_IN.fullmatch(between) is not None
    if not bare and between not in _OUT_OF and not one_noun:
        return None
    if first.scale > 1 or first.kind is not NumberKind.CARDINAL or second.kind is not NumberKind.CARDINAL:
        return None
    if not 0 < first.value < second.value or (second.value > 100 and second.value % 100 != 0):
        return None
    if 1900 <= second.value <= 2100 or (
        between == " in " and second.value > 20 and first.value > 1 and second.value != 100
    ):
        return None
    word = _NEXT_WORD.match(text, second.end, min(stop, second.end + 16))
    if word and between == " in " and unit_named(word[1]):
        return None
    share = 100.0 * first.value / second.value
    number = Number(first.start, second.end, share, NumberKind.FRACTION)
    return Amount(first.start, second.end, share, share, number[:2], number, "percent", made=SHARE, stated_unit=True)


def fraction(text: str, floor: int, stop: int, number: Number) -> Amount | None:
    """Return a share (``half of``) as a percentage, or a part of a unit (``half an hour``) in that unit."""
    amount = Amount(number.start, number.end, number.value, number.value, number[:2], number, made=SHARE)
    amount.stated_unit = True
    shared = _SHARED_UNIT.match(text, number.end, min(stop, number.end + 40))
    for words in (shared[1], shared[1].split(" ")[0]) if shared else ():
        unit = unit_named(words)
        if unit and unit.name not in CODES and not words.endswith("s") and words != "second":
            amount.unit, amount.end = unit.name, shared.start(1) + len(words) if shared else amount.end
            return amount
    head = text[max(floor, number.start - 16) : number.start]
    if number.digits and (_MOVES_TO.match(text, number.end, stop) or _MOVED_BY.search(head)):
        amount.made, amount.stated_unit = NUMBER, False  # "rose 3/8 to 40 1/4"
        return amount
    if not _is_share(text, head, stop, number):
        return None
    quarters = text[number.start : number.end].lower().endswith("quarters") and number.value != 0.75
    if quarters and not text.startswith(" of ", number.end):
        amount.low = amount.high = number.value * 4  # "two quarters" are half a year
        amount.unit = "quarter"
        return amount
    amount.low = amount.high = round(number.value * 100, 10)
    amount.unit = "percent"
    return amount


def _is_share(text: str, head: str, stop: int, number: Number) -> bool:
    """Return whether a fraction is a share of something, not a name (``second half``) or the end of a number."""
    written = text[number.start : number.end].lower()
    if written.startswith(("a ", "a-")) and head.lower().endswith("and "):
        return False  # the end of "a year and a half"
    if written.endswith("half"):
        if _HALF_BEFORE_NO.search(head) or head.endswith("-") or text[number.end : number.end + 1] in ("-", "‑"):
            return False
        if _NO_HALF_AFTER.match(text, number.end, stop):
            return False
        if head.lower().endswith(" in ") and not text.startswith((" of ", " the ", " its "), number.end):
            return False  # "cut in half"
    if written.endswith("quarter") and _PERIOD_AFTER.match(text, number.end, stop):
        return False
    return bool(_FRACTION_AFTER.match(text, number.end, stop) or _FRACTION_BEFORE.search(head))
