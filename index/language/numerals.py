"""Numbers written in digits: which runs of digits, points, commas and spaces are one number, and its value.

``1,234.5`` and ``12,34,567.89`` group with commas, ``1.234.567,89`` with points, ``816 000 tonnes`` and ``1'000'000``
with spaces and apostrophes; ``7,2%`` has a decimal comma. Where a point or a comma before three digits may be either,
the rest of the document decides (`has_decimal_commas`). What fits none of these ways is read as no number at all, and
never in part.
"""

import re
from collections.abc import Iterable

from index.language import number_words as words
from index.language import units


def alternatives(names: Iterable[str]) -> str:
    """Return words as the alternatives of a pattern, longer ones first."""
    return "|".join(re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))


_SPACES = "\xa0\u2009\u202f"
_UNIT_NEXT = alternatives(
    [
        *(form for unit in units.UNITS for form in (unit.name, f"{unit.name}s", *unit.symbols) if " " not in form),
        *(form for money in units.CURRENCIES for form in (*money.plurals, *(f"{name}s" for name in money.names))),
        *units.CODES,
        *(sign for sign in units.SIGNS_AS_WRITTEN if len(sign) == 1 and not sign.isalpha()),
        *words.SCALES,
        *("bn", "tn", "m", "feet"),
    ]
)
_SIGN_BEFORE = rf"(?<=[{''.join(re.escape(s) for s in units.SIGNS_AS_WRITTEN if len(s) == 1 and not s.isalpha())}])"
NUMERAL = rf"""
    (?: \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?
      | \d{{1,2}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?
      | \d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?
      | \d{{1,3}}(?=(?:[ ]\d{{3}}){{0,5}}[ ]000(?!\d))(?:[ ]\d{{3}}){{1,6}}(?:[.,]\d+)?
      | {_SIGN_BEFORE}\d{{1,3}}(?:[ ]\d{{3}}){{1,6}}(?:[.,]\d{{1,2}})?
      | \d{{1,3}}(?:[ ]\d{{3}}){{1,6}}(?:[.,]\d{{1,2}})?(?=[ ]?(?:{_UNIT_NEXT})(?!\w))
      | \d{{1,3}}(?:['’]\d{{3}})+(?:\.\d+)?
      | \d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}
      | \d{{1,3}}(?:\.\d{{3}}){{2,}}
      | \d+,\d{{1,2}}(?!\s?(?:,|and|or|&)\s?\d)
      | \d+(?:\.\d+)? | (?<![\w.])\.\d+ )
    (?! [.,]?\d | [十百千万亿兆] | ['’]\d{{3}}(?!\d) )"""
"""A pattern (verbose) of one number in digits; what follows it is not part of a number."""

UNREADABLE = r"\d[\d.,'’]*\d"
"""Digits with points and commas that fit no way of writing a number."""

_ENDS = r"(?![\d.,]?\d)(?!\s?(?:,|and|or|&)\s?\d)"
_SURE_COMMA = re.compile(
    rf"(?<![\d.,])(?:\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}|\d+,\d{{1,2}}|\d{{1,3}}(?:\.\d{{3}}){{2,}}){_ENDS}"
)
_SURE_POINT = re.compile(
    rf"(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}})+\.\d+|\d+\.\d{{1,2}}|\d{{1,3}}(?:,\d{{3}}){{2,}}){_ENDS}"
)
_MAY_TELL = re.compile(r"\d(?:,\d\d?(?!\d)|\.\d{3}[.,]\d)")
_ONE_GROUP = re.compile(r"\d{1,3}([.,])\d{3}")


def has_decimal_commas(text: str) -> bool:
    """Return whether a text writes decimals with a comma, as most of its numbers that tell show."""
    if _MAY_TELL.search(text) is None:
        return False
    commas = sum(1 for _ in _SURE_COMMA.finditer(text))
    return bool(commas) and commas > sum(1 for _ in _SURE_POINT.finditer(text))


def value_of(numeral: str, *, decimal_commas: bool = False) -> float:
    """Return the value of what NUMERAL matched; ``decimal_commas`` reads ``1.234`` and ``1,234`` as that text does."""
    plain = re.sub(rf"[\s'’{_SPACES}]", "", numeral)
    single = _ONE_GROUP.fullmatch(plain)
    comma_is_point = decimal_commas if single else _comma_is_point(plain)
    if comma_is_point:
        return float(plain.replace(".", "").replace(",", "."))
    if not single and plain.count(".") > 1:
        return float(plain.replace(".", ""))
    return float(plain.replace(",", ""))


def _comma_is_point(plain: str) -> bool:
    """Return whether the one comma of a numeral stands before its decimals."""
    whole, comma, rest = plain.rpartition(",")
    return bool(comma) and "," not in whole and "." not in rest and (len(rest) != 3 or "." in whole)
