"""From numbers to amounts: the unit beside a number, the range two numbers make, and the words that bound them."""

import re
from dataclasses import dataclass

from index.claims.figures import modifiers
from index.language.numbers import Number, NumberKind
from index.language.units import CODES, CURRENCY_SIGNS, GLUED, HOMOGRAPHS, TIME_UNITS, Sized, unit_named
from index.records import Bound


@dataclass(slots=True)
class Amount:
    """A quantity being put together: ``start`` and ``end`` cover its words, ``core`` the number alone."""

    start: int
    end: int
    low: float | None
    high: float | None
    core: tuple[int, int]
    number: Number
    unit: str | None = None
    bound: Bound | None = None
    approximate: bool = False
    rule: str = "number"
    hyphened: bool = False
    """Whether the unit or noun hangs on by a hyphen (``12-hour``), so that what follows is what is measured."""
    stated_unit: bool = False
    subject: str | None = None

    @property
    def value(self) -> float:
        """The value of a single number, the lower one of a range."""
        return self.low if self.low is not None else self.high or 0.0


_SIGN = re.compile(
    r"(?<![\w$£€])(?:(?:US|USD|U\.S\. ?|AUD?|CAN?|C|A|HK|NZ|SG?|NT|MX|R)?\$"
    r"(?:(?:US|AU|CA|SG|HK|NZ|NT|MX|[ACS])(?=[ \xa0]?$))?|(?:GB ?)?£|(?:JP|CN|RMB)?¥|[€₹₩₽₺₪₴₦₱฿₫]|"
    r"(?:Rs\.?|RM|CHF|SFr|DM|[A-Z]{3}(?=[ \xa0]?$)))[ \xa0]?$"
)
_HASH_SIGN = re.compile(r"\bGB ?#$")
_UNIT_WORDS = re.compile(
    r"(?:[ \xa0\u202f]|[-‑]|\r?\n(?!\s))?"
    r"((?:U\.S\.|[^\W\d_]{1,24}\.?|[%％°º℃℉€£¥$])(?:/[^\W\d_]{1,9}|[²³]|2\b|3\b)?"
    r"(?:[ \xa0-][^\W\d_]{1,24}|°?[CF]\b)?(?:[ \xa0-][^\W\d_]{1,24})?)"
)
_GLUED_UNIT = re.compile(r"([A-Za-z¢])(?![\w])")
_HEDGES = (
    r"(?:up\sto|around|about|nearly|almost|roughly|over|more\sthan|as\s(?:many|much|high)\sas|just|some|close\sto)\s"
)
_JOINT = re.compile(
    rf"(?:\s?[-–—]\s?|-?\s(?:up\s)?to\s(?:{_HEDGES}){{0,2}}|\sand\s|\sor\s(?:even\s)?|\suntil\s)"
    r"(?:US|AU|A|C|HK|NZ|S)?(?:[$£€¥₹](?:US|AU|A|C|HK|NZ|S)?[ \xa0]?)?",
    re.IGNORECASE,
)
_LONG_JOINT = re.compile(rf"[^.;:!?\d]{{0,90}}?\s(?:to|and)\s(?:{_HEDGES}){{0,3}}(?:US)?[$£€]?", re.IGNORECASE)
_RANGE_BEFORE = re.compile(
    r"\b(?:(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere|anything|spanning|estimates?|aged|ages)\s"
    r"(?:in\s\w{1,20}\s)?)?(from|between)\s(?:the\sages\sof\s)?(?:(?:about|around|roughly|approximately|an\sestimated|some)\s)?$",
    re.IGNORECASE,
)
_RANGING = re.compile(r"(?:rang|var|anywh|somewh|anyth|spann|estimat|age)", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|rises?|rising|fell|falls?|falling|up|down|gain(?:ed|s|ing)|lost|los(?:es|ing)|dropp?(?:ed|s|ing)?|jumped|"
    r"climb(?:ed|s|ing)|add(?:ed|s|ing)|slid|slipped|sank|surged|increased|decreased|grew|shed|plunged|tumbled)\s(?:by\s)?"
    r"(?:(?:more|less)\sthan\s|(?:over|about|around|nearly|almost|some|roughly|another|a\sfurther)\s)?(?:[$£€])?$",
    re.IGNORECASE,
)
_PARALLEL = re.compile(
    r"(?:(?:\s[a-z]+)?\s?(\(|(?:in|on|for|during)\s)[^.;:!?,()]{1,30}\)?)?,?\s(?:and|or)\s", re.IGNORECASE
)
"""What may stand between two amounts of the same build, the group being what opens the first one's complement."""
_MINUS = re.compile(r"(?<!\bor )\bminus $", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude(?:-|\sof\s|\s)$", re.IGNORECASE)
_SMALLER = {
    ("hour", "minute"): 60.0,
    ("minute", "second"): 60.0,
    ("year", "month"): 12.0,
    ("foot", "inch"): 12.0,
    ("pound", "ounce"): 16.0,
}
_WEIGHT_WORDS = re.compile(
    r"\b(?:weigh\w*|heav\w*|mass|cargo|payload|explosives?|cocaine|meat|body|baby|fish|tonnes?|lost|dense|thrust|per\ssquare)\b",
    re.IGNORECASE,
)
_MONEY_WORDS = re.compile(
    r"\b(?:cost\w*|pa(?:y|id|ys|ying)|worth|fine[ds]?|pric\w*|sp[ae]n[dt]\w*|sold|earn\w*|salar\w*|fund\w*|rais\w*|british|"
    r"tax\w*|fees?|cash|profits?|donat\w*|invest\w*|budget\w*|debts?|bill|bonus\w*|sav\w*|a\syear|a\sweek|a\smonth)\b",
    re.IGNORECASE,
)
_TIME_OVER = re.compile(
    r"\b(?:for|just|well|little|is|was|were|be|after|slightly|took|lasted|lasting|spent|of|in|at)\s+(?:just\s|well\s)?$"
)


def read(text: str, floor: int, stop: int, number: Number) -> Amount:
    """Return the amount a number makes with its currency sign and its unit, within ``text[floor:stop]``."""
    amount = Amount(number.start, number.end, number.value, number.value, (number.start, number.end), number)
    if _MINUS.search(text, max(floor, number.start - 14), number.start):
        amount.start -= 6
        amount.low = amount.high = -number.value
    _currency_before(text, floor, amount)
    _unit_after(text, stop, amount)
    if amount.unit is None and _MAGNITUDE.search(text, max(floor, number.start - 14), number.start):
        amount.unit, amount.stated_unit = "magnitude", True
    if amount.unit == "GBP" and _is_weight(text, floor, amount):
        amount.unit = "pound"
    return amount


def _is_weight(text: str, floor: int, amount: Amount) -> bool:
    """Return whether ``pounds`` are a weight: so unless millions, money words near by or sterling say otherwise."""
    if amount.number.scale > 1000 or not re.search(r"pounds?$", text[amount.core[1] : amount.end]):
        return False
    near = text[max(floor, amount.start - 50) : amount.end + 40]
    return bool(_WEIGHT_WORDS.search(near)) or not ("£" in text or "sterling" in text or _MONEY_WORDS.search(near))


def compound(text: str, first: Amount, second: Amount) -> Amount | None:
    """Return ``4 hours 28 minutes`` or ``5 feet 2 inches`` as one amount in the larger unit."""
    parts = _SMALLER.get((first.unit or "", second.unit or ""))
    if parts is None or second.value >= parts or text[first.end : second.start] not in (" ", " and ", ", ", ", and "):
        return None
    value = first.value + second.value / parts
    core = (first.core[0], second.core[1])
    return Amount(
        first.start, second.end, value, value, core, second.number, first.unit, rule="measure", stated_unit=True
    )


def _currency_before(text: str, floor: int, amount: Amount) -> None:
    """Take the currency sign or code that stands before the number."""
    begin = max(floor, amount.start - 6)
    piece = text[begin : amount.start]
    if not piece or piece[-1].islower():
        return
    negative = piece.endswith(("-", "−"))
    match = _SIGN.search(piece) or _HASH_SIGN.search(piece)
    if match is None or negative:
        return
    name = match[0].strip()
    code = "GBP" if name.endswith("#") else CURRENCY_SIGNS.get(re.sub(r"\s", "", name).lower())
    if code:
        amount.start, amount.unit, amount.stated_unit = begin + match.start(), code, True


def _unit_after(text: str, stop: int, amount: Amount) -> None:
    """Take the unit written after the number; a currency word after a sign (``$5 US dollars``) adds nothing new."""
    glued = _GLUED_UNIT.match(text, amount.end, stop)
    if glued and glued[1] in GLUED and amount.number.digits and not amount.unit:
        _apply(amount, GLUED[glued[1]], glued.end())
        return
    match = _UNIT_WORDS.match(text, amount.end, stop)
    if match is None:
        return
    separator = text[amount.end : match.start(1)]
    if amount.number.kind is NumberKind.VAGUE and match[1].startswith("of "):
        match = _UNIT_WORDS.match(text, match.start(1) + 2, stop) or match
    for end in _ends(match, text):
        words = re.sub(r"[\s-]+", " ", text[match.start(1) : end]).rstrip(".").strip()
        unit = _lookup(words, amount)
        if unit is None or (words in ("pp", "db") and separator):
            continue
        if (amount.unit and unit.name not in CODES) or (
            words == "second" and amount.number.value != 1 and separator != "-"
        ):
            return
        if unit.name in CODES and separator == "-" and not words.islower():
            return
        amount.hyphened = separator in ("-", "‑")
        end_of_words = end - (text[end - 1] == ".")
        if amount.unit:
            amount.end = end_of_words
        else:
            _apply(amount, unit, end_of_words)
        return


def _ends(match: re.Match[str], text: str) -> list[int]:
    """Return where one, two and three words after the number end, the longest first."""
    ends = [match.end()]
    piece = match[1]
    for cut in re.finditer(r"[\s-]|(?<=[%％°])", piece):
        ends.append(match.start(1) + cut.start())
    return sorted(
        {end for end in ends if end > match.start(1) and (end >= len(text) or not _joined(text, end))}, reverse=True
    )


def _joined(text: str, end: int) -> bool:
    return text[end - 1].isalnum() and text[end].isalnum()


def _lookup(words: str, amount: Amount) -> Sized | None:
    """Return the unit that ``words`` name; a currency that is also a common word needs a large amount before it."""
    lowered = words.lower().removesuffix("s")
    if lowered in HOMOGRAPHS:
        return HOMOGRAPHS[lowered] if amount.value >= 100 and amount.number.digits else None
    return unit_named(words)


def _apply(amount: Amount, unit: Sized, end: int) -> None:
    amount.unit, amount.end, amount.stated_unit = unit.name, end, True
    if unit.factor != 1.0:
        amount.low = amount.low * unit.factor if amount.low is not None else None
        amount.high = amount.high * unit.factor if amount.high is not None else None


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
    if low > high:
        return None
    money = first.unit in CODES and text[second.start : second.start + 1] == "$"  # "$2 to $48", not "$2 to 3"
    far = high > (1.5 if money else 4) * low
    if far and not opener and _CHANGE_BEFORE.search(text, max(floor, first.start - 28), first.start):
        return None
    start = first.start
    if opener:
        start = opener.start(1) if word == "between" else opener.start()
    core = (first.core[0], second.core[1])
    joined = Amount(start, second.end, low, high, core, second.number, second.unit or first.unit, rule="range")
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
    if joint.startswith("or"):
        small = second.value - first.value in (1.0, 0.5) or second.number.scale > 1
        return small and not first.unit and first.number.digits == second.number.digits
    if joint.startswith("to"):
        ratio = first.unit is None and second.unit is None and first.value < 10 and second.value <= 1
        return not ratio
    return first.number.digits


def bounded(text: str, floor: int, stop: int, amount: Amount) -> Amount:
    """Widen the amount over the words that bound it or make it approximate, and open the interval on that side."""
    found = modifiers.before(text, floor, amount.start)
    bound, approximate = found.bound, found.approximate
    if bound is Bound.OVER and amount.unit in TIME_UNITS and amount.rule != "age" and _is_during(text, found.position):
        bound = None
    else:
        amount.start = found.position
    trailing = modifiers.after(text, amount.end, stop)
    if trailing.position > amount.end:
        amount.end = trailing.position
        if amount.unit is None and not amount.stated_unit:
            _unit_after(text, stop, amount)  # "15-plus years"
    amount.bound = bound or trailing.bound
    amount.approximate = amount.approximate or approximate or trailing.approximate
    if amount.number.kind is NumberKind.VAGUE:
        couple = text[amount.core[0] : amount.core[1]].lower().endswith("couple")
        amount.approximate = True
        amount.high = amount.high if couple or amount.bound else None
    if amount.bound in (Bound.OVER, Bound.AT_LEAST) and amount.rule != "range":
        amount.high = None
    elif amount.bound and amount.rule != "range":
        amount.low, amount.high = None, amount.high if amount.high is not None else amount.low
    return amount


def carry_bound(text: str, stop: int, first: Amount, second: Amount) -> None:
    """Let the bound of one amount hold for the next of the same build: ``over 35 in May and 50 in June``."""
    if first.bound is None or second.bound or second.approximate or "range" in (first.rule, second.rule):
        return
    joint = _PARALLEL.fullmatch(text, first.end, second.start) if second.start - first.end < 60 else None
    if joint is None or first.unit != second.unit or second.number.kind is not first.number.kind:
        return
    opener = joint[1] or "respectively"
    if re.match(rf"\s?(?:[a-z]+\s)?{re.escape(opener.strip())}", text[second.end : min(stop, second.end + 40)]):
        second.bound = first.bound
        second.low = second.value if first.low is not None else None
        second.high = second.value if first.high is not None else None


def _is_during(text: str, position: int) -> bool:
    """Return whether ``over`` before a span of time means "during": it does unless a word before it measures."""
    over = text[position : position + 5].lower()
    return over.startswith("over ") and not _TIME_OVER.search(text, max(0, position - 16), position)
