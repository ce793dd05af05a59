"""Two numbers that make one amount: ranges, larger and smaller units, one amount spelled in two units."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import COMPOUND, RANGE, TWO_SPELLINGS
from index.english import patterns
from index.language import CODES, TIME_UNITS, Number, NumberKind, convert, unit_of

_HEDGES = (
    r"(?:up\sto|around|about|nearly|almost|roughly|over|more\sthan|as\s(?:many|much|high)\sas|just|some|close\sto)\s"
)
_JOINT = re.compile(
    rf"(?:\s?[-–—]\s?|-?\s(?:up\s)?to\s(?:{_HEDGES}){{0,2}}|\sand\s|\sor\s(?:even\s)?|\suntil\s|\sthrough\s)"
    r"(?:US|AU|A|C|HK|NZ|S)?(?:[$£€¥₹](?:US|AU|A|C|HK|NZ|S)?[ \xa0]?)?",
    re.IGNORECASE,
)
_LONG_JOINT = re.compile(rf"[^.;:!?\d]{{0,90}}?\s(?:to|and)\s(?:{_HEDGES}){{0,3}}(?:US)?[$£€]?", re.IGNORECASE)
_LENGTHS = r"rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere|anything|spanning|estimates?|aged|ages"
_PRICES = r"cost(?:s|ing)?|priced|sell(?:s|ing)?\sfor"
_RANGE_BEFORE = re.compile(
    rf"\b(?:(?:{_LENGTHS}|{_PRICES})\s"
    r"(?:in\s\w{1,20}\s)?)?(from|between)\s(?:the\sages\sof\s)?(?:(?:about|around|roughly|an\sestimated|some)\s)?$",
    re.IGNORECASE,
)
_RANGING = re.compile(r"(?:rang|var|anywh|somewh|anyth|spann|estimat|age|cost|pric|sell)", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    rf"\b(?:{'|'.join(patterns('amount-changes'))})\s(?:by\s)?"
    r"(?:(?:more|less)\sthan\s|(?:over|about|around|nearly|almost|some|roughly|another|a\sfurther)\s)?(?:[$£€])?$",
    re.IGNORECASE,
)
_LASTING = r"(?!(?:aged|lasted|weighed|ranged|measured|needed|required|averaged|spanned|estimated|expected)\s)"
_MOVED_BEFORE = re.compile(rf"\b{_LASTING}[a-z]{{2,12}}(?:ed|ing)\s(?P<by>by\s)?(?:[$£€])?$")
"""A past form or a participle: what stands right before ``9 to 435.5`` moved by the one to the other."""
_INCHES = re.compile(r"[ \xa0-]?(?:in|ins|inch|inches)\b\.?(?=\s(?:high|tall|wide|long|deep|thick|by|x)\b|\s?[.,;)]|$)")
_OTHERWISE = re.compile(r"\s?[(/[]\s?(?:(?:about|around|roughly|nearly|over|or|some|approximately|=)\s|~|≈)?|,?\sor\s")
_CLOSES = re.compile(r"\s?[)\]]")
_NEAR, _FAR = 40, 110
"""How many characters on the second end of a range may follow; far on where a word has announced one."""
_FALLING = 1.03
"""How many times the second end of a range that is written downwards (``8 3/4% to 8 5/8%``) the first may be."""
_APART = 0.06
"""By how much two spellings of one amount may differ; the second is often rounded."""


def compound(text: str, first: Amount, second: Amount) -> Amount | None:
    """Return ``4 hours 28 minutes`` or ``5 feet 2 inches`` as one amount in the larger unit."""
    joint = text[first.end : second.start]
    if joint not in (" ", "", " and ", ", ", ", and ", "-") or first.unit is None:
        return None
    unit, end = second.unit, second.end
    if joint == "-":
        if first.unit != "foot" or not first.hyphened:
            return None
        unit = unit or "inch"  # 6-foot-5
    inches = _INCHES.match(text, second.end) if first.unit == "foot" and unit is None else None
    if inches:
        unit, end = "inch", inches.end()
    parts = 1.0 if _is_small_change(text, first, second) else _parts(first.unit, unit)
    if parts is None or second.value >= parts:
        return None
    value = first.value + second.value / parts
    core = (first.core[0], second.core[1])
    return Amount(first.start, end, value, value, core, second.number, first.unit, made=COMPOUND, stated_unit=True)


def _is_small_change(text: str, first: Amount, second: Amount) -> bool:
    """Return whether the second amount is the cents of the first: ``3 dollars 50 cents``."""
    if first.unit not in CODES or first.unit != second.unit:
        return False
    large, small = (text[one.core[1] : one.end].strip().lower().rstrip("s") for one in (first, second))
    return small in _SMALL_CHANGE and large not in _SMALL_CHANGE


def share_unit(text: str, first: Amount, second: Amount) -> None:
    """Give the first of two joined numbers the unit that stands behind the second only: ``5 and 10 percent``."""
    if first.unit or first.stated_unit or second.unit in CODES or second.unit in TIME_UNITS or not second.unit:
        return
    if text[first.end : second.start] in _SHARING and first.number.digits == second.number.digits:
        first.unit, first.stated_unit = second.unit, True


_SMALL_CHANGE = ("cent", "pence", "penny", "p", "c", "¢")
_SHARING = (" and ", " or ", ", ", ", and ", " versus ", " against ")


def _parts(larger: str, smaller: str | None) -> float | None:
    """Return how many of the smaller unit make the larger one; None where the two are not used together."""
    if (larger, smaller) not in _TOGETHER or smaller is None:
        return None
    return convert(1.0, larger, smaller)


_TOGETHER = {
    ("hour", "minute"),
    ("minute", "second"),
    ("year", "month"),
    ("foot", "inch"),
    ("pound", "ounce"),
    ("stone", "pound"),
    ("metre", "centimetre"),
}


def may_join(text: str, floor: int, first: Amount, following: Number) -> bool:
    """Return whether what stands between an amount and the next number lets the two be one."""
    gap = following.start - first.end
    if gap < _NEAR:
        return True
    return gap < _FAR and _RANGE_BEFORE.search(text, max(floor, first.start - 36), first.start) is not None


def join(text: str, floor: int, first: Amount, second: Amount) -> Amount | None:
    """Return the range two neighbouring amounts make, or None when they are two separate figures.

    ``2 to 3 million`` carries the scale, ``between $12 million and $20 million`` joins two units. ``From 5% to 8%`` is
    a change, not a range, unless a word such as ``ranging`` says so; ``rose 300 points to 9,000`` is no range either.
    """
    opener = _RANGE_BEFORE.search(text, max(floor, first.start - 36), first.start)
    word = opener[1].lower() if opener else ""
    ranging = opener is not None and _RANGING.match(opener[0]) is not None
    joint = _JOINT.fullmatch(text, first.end, second.start)
    if joint is None and not (ranging and _LONG_JOINT.fullmatch(text, first.end, second.start)):
        return None
    if joint is not None and not _joinable(joint[0].strip().lower(), word, first, second):
        return None
    if (word == "from" and not ranging) or second.number.kind is NumberKind.ORDINAL:
        return None
    low, high = _ends_of_range(first, second, ranging=ranging)
    if high < low <= _FALLING * high and first.unit and first.unit == second.unit and first.number.digits:
        low, high = high, low
    if low > high:
        return None
    money = first.unit in CODES and text[second.start : second.start + 1] == "$"  # "$2 to $48", not "$2 to 3"
    far = high > (1.5 if money else 4) * low
    moved = _MOVED_BEFORE.search(text, max(floor, first.start - 28), first.start) if far and not opener else None
    if moved and (second.unit in (None, "point") or (second.unit in CODES and (moved["by"] or high > 8 * low))):
        return None
    if far and not opener and _CHANGE_BEFORE.search(text, max(floor, first.start - 28), first.start):
        return None
    start = first.start
    if opener:
        start = opener.start(1) if word == "between" else opener.start()
    core = (first.core[0], second.core[1])
    joined = Amount(start, second.end, low, high, core, second.number, second.unit or first.unit, made=RANGE)
    joined.hyphened = second.hyphened
    joined.stated_unit = first.stated_unit or second.stated_unit
    return joined


def _ends_of_range(first: Amount, second: Amount, *, ranging: bool) -> tuple[float, float]:
    """Return both ends, with the scale (``2 to 3 million``) and the factor of cents carried over to the first."""
    low, high = first.value, second.value
    if second.number.scale > 1 and first.number.scale == 1 and low < high / second.number.scale:
        low *= second.number.scale
    if second.unit and not first.unit and high and second.number.value:
        low *= high / second.number.value
    return (high, low) if ranging and high < low < 0 else (low, high)


def _joinable(joint: str, opener: str, first: Amount, second: Amount) -> bool:
    """Return whether the units of two amounts and the words between them let them be one range."""
    if first.unit != second.unit and not (second.unit and not first.unit):
        return first.unit in CODES and second.unit is None and not joint.startswith(("and", "or"))
    if joint.startswith("and"):
        return opener == "between"
    if joint == "through":
        return first.number.digits and second.number.digits and first.unit == second.unit
    if joint.startswith("or"):
        small = second.value - first.value in (1.0, 0.5) or second.number.scale > 1
        return small and not first.unit and first.number.digits == second.number.digits
    if joint.startswith("to"):
        ratio = first.unit is None and second.unit is None and first.value < 10 and second.value <= 1
        return not ratio
    return first.number.digits


def spelled_again(text: str, first: Amount, second: Amount) -> bool:
    """Give the first amount the second as its other spelling, where both are one: ``70 metres (229.6 feet)``."""
    joint = text[first.end : second.start]
    if first.unit is None or second.unit is None or first.unit == second.unit or not _OTHERWISE.fullmatch(joint):
        return False
    if first.made.two_ends or second.made.two_ends or first.also or unit_of(first.unit) is None:
        return False
    same = convert(second.value, second.unit, first.unit)
    if same is None or abs(same - first.value) > _APART * max(abs(same), abs(first.value)):
        return False
    first.also = (second.value, second.unit)
    closes = _CLOSES.match(text, second.end) if joint.strip()[:1] in ("(", "[") else None
    end = closes.end() if closes else second.end
    first.note(TWO_SPELLINGS.id, first.end + len(joint) - len(joint.lstrip()), end)
    first.end = end
    return True
