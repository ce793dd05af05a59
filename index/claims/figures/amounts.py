"""From numbers to amounts: the currency before a number and the unit behind it."""

import re
from dataclasses import dataclass, field

from index.claims.figures.rules import NUMBER, FigureRule
from index.english import patterns
from index.language import (
    BESIDE,
    CODES,
    CURRENCY_SIGNS,
    GLUED,
    HOMOGRAPHS,
    PERCENT,
    SCALES,
    SIGNS_AS_WRITTEN,
    Number,
    NumberKind,
    Sized,
    alternatives,
    unit_named,
)
from index.records import Bound, Span, Step


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
    made: FigureRule = NUMBER
    hyphened: bool = False
    """Whether the unit or noun hangs on by a hyphen (``12-hour``), so that what follows is what is measured."""
    stated_unit: bool = False
    subject: str | None = None
    also: tuple[float, str] | None = None
    """The same amount in another unit, as the text gives it: value and unit."""
    steps: list[Step] = field(default_factory=list)
    """What the words around the number did to it, by the ids of rules."""

    @property
    def value(self) -> float:
        """The value of a single number, the lower one of a range."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def rule(self) -> str:
        """What the claim will say of its rule."""
        return self.made.label

    def note(self, rule: str, start: int, end: int) -> None:
        """Keep that a rule fired on the words from ``start`` to ``end``."""
        self.steps.append(Step(rule, Span(start, end)))


_SPACED_SIGNS = re.sub(r"(?<=\w)\\\$", r"[ ]?\$", alternatives(SIGNS_AS_WRITTEN))
_SIGN = re.compile(rf"(?<![\w$£€])(?:{_SPACED_SIGNS})[ \xa0]?$|(?:\bGB\s?)?\#\s?$")
_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS_AS_WRITTEN) | {"#"}
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = r"[^\W\d_\u3400-\u9fff]{1,24}"
_UNIT_WORDS = re.compile(
    rf"(?:[ \xa0\u202f]|[-‑]|\r?\n(?!\s))?"
    rf"((?:(?:[A-Za-z]\.){{2,4}}|{_WORD}\.?|[%％°º℃℉″′€£¥$₹₽₩])(?:/{_WORD}|[²³]|\^?[23]\b)?"
    rf"(?:[ \xa0-]{_WORD}\.?|°?[CF]\b)?(?:[ \xa0-]{_WORD}){{0,2}})"
)
_GLUED_UNIT = re.compile(r"([A-Za-z¢])(?![\w])")
_BESIDE_UNIT = re.compile(rf"({alternatives(BESIDE)})(?!\w)")
_CHINESE_UNIT = re.compile(r"[\u3400-\u9fff]{1,4}")
_PART_OF = re.compile(r"[ \xa0]of[ \xa0](?:a|one)[ \xa0](?=(?:percent|per[ \xa0]?cent|basis)[a-z ]{1,9}point|%)")
_MINUS = re.compile(r"(?<!\bor )\bminus[ -]$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude(?:-|\sof\s|\s)$", re.IGNORECASE)
_RICHTER = re.compile(r"\s(?:on|of)\sthe\s(?:Richter|moment|magnitude)\b")
_WEIGHT_WORDS = re.compile(rf"\b(?:{'|'.join(patterns('weight-words'))})\b", re.IGNORECASE)
_MONEY_WORDS = re.compile(rf"\b(?:{'|'.join(patterns('money-words'))})\b", re.IGNORECASE)
_POUNDS = re.compile(r"pounds?$")
_SCALE_BEHIND = re.compile(r"\s(million|billion|trillion)\b")
_LARGE = 100
"""From how many on a word that is also a currency's ("won") behind digits is one."""


def read(text: str, floor: int, stop: int, number: Number) -> Amount:
    """Return the amount a number makes with its currency sign and its unit, within ``text[floor:stop]``."""
    amount = Amount(number.start, number.end, number.value, number.value, (number.start, number.end), number)
    if text.startswith(PERCENT, number.start):
        amount.unit, amount.stated_unit = "percent", True
        return amount
    if _MINUS.search(text, max(floor, number.start - 14), number.start):
        amount.start -= 6
        amount.low = amount.high = -number.value
    currency_before(text, floor, amount)
    unit_after(text, stop, amount)
    if amount.unit is None and (
        _MAGNITUDE.search(text, max(floor, number.start - 14), number.start) or _RICHTER.match(text, number.end, stop)
    ):
        amount.unit, amount.stated_unit = "magnitude", True
    if amount.unit == "GBP" and _is_weight(text, floor, amount):
        amount.unit = "pound"
    return amount


def _is_weight(text: str, floor: int, amount: Amount) -> bool:
    """Return whether ``pounds`` are a weight: so unless millions, money words near by or sterling say otherwise."""
    if amount.number.scale > 1000 or not _POUNDS.search(text[amount.core[1] : amount.end]):
        return False
    near = text[max(floor, amount.start - 50) : amount.end + 40]
    return bool(_WEIGHT_WORDS.search(near)) or not ("£" in text or "sterling" in text or _MONEY_WORDS.search(near))


def currency_before(text: str, floor: int, amount: Amount) -> None:
    """Take the currency sign or code that stands before the number."""
    begin = max(floor, amount.start - 7)
    piece = text[begin : amount.start]
    if not piece or (piece[-1] not in _SIGN_ENDS and piece[-2:-1] not in _SIGN_ENDS):
        return
    match = _SIGN.search(piece)
    if match is None:
        return
    name = match[0].strip()
    if name in CODES and match[0] != name and _BARE_YEAR.fullmatch(text, *amount.core):
        return
    if name == "#" and amount.number.scale < 1000:
        return
    code = "GBP" if name.endswith("#") else CURRENCY_SIGNS.get(name.replace(" ", "").lower())
    if code:
        amount.start, amount.unit, amount.stated_unit = begin + match.start(), code, True


def unit_after(text: str, stop: int, amount: Amount) -> None:
    """Take the unit written after the number; a currency word after a sign (``$5 US dollars``) adds nothing new."""
    if amount.end >= stop:
        return
    if _take_short(text, stop, amount):
        return
    chinese = _CHINESE_UNIT.match(text, amount.end, stop)
    if chinese:
        found = next(((n, unit) for n in (4, 3, 2, 1) if (unit := unit_named(chinese[0][:n]))), None)
        if found and not amount.unit:
            _apply(amount, found[1], amount.end + found[0])
        return
    part = _PART_OF.match(text, amount.end, stop)
    match = _UNIT_WORDS.match(text, part.end() if part else amount.end, stop)
    if match is None:
        return
    separator = text[amount.end : match.start(1)]
    if amount.number.kind is NumberKind.VAGUE and match[1].startswith("of "):
        match = _UNIT_WORDS.match(text, match.start(1) + 2, stop) or match
    _take_longest(text, amount, match, separator)


def _take_short(text: str, stop: int, amount: Amount) -> bool:
    """Take a short form that is a unit only where it touches the digits, or in brackets (``(381 m)``)."""
    if not amount.number.digits or amount.unit:
        return False
    glued = _GLUED_UNIT.match(text, amount.end, stop)
    if glued and glued[1] in GLUED:
        _apply(amount, GLUED[glued[1]], glued.end())
        return True
    space = text[amount.end] in " \xa0"
    beside = _BESIDE_UNIT.match(text, amount.end + space, stop)
    bracketed = beside and text[amount.start - 1 : amount.start] == "(" and text[beside.end() : beside.end() + 1] == ")"
    if beside and (bracketed or not space):
        _apply(amount, BESIDE[beside[1]], beside.end())
        return True
    return False


def _take_longest(text: str, amount: Amount, match: re.Match[str], separator: str) -> None:
    """Take the longest run of the words behind the number that names a unit."""
    for end in _ends(match, text):
        words = re.sub(r"[\s-]+", " ", text[match.start(1) : end]).strip()
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
        _scale_behind(text, amount)
        return


def _scale_behind(text: str, amount: Amount) -> None:
    """Take a scale word that follows the currency: ``75 USD million``."""
    scale = _SCALE_BEHIND.match(text, amount.end) if amount.unit in CODES and amount.number.scale == 1 else None
    if scale:
        _apply(amount, Sized(amount.unit or "", SCALES[scale[1]]), scale.end())


def _ends(match: re.Match[str], text: str) -> list[int]:
    """Return where one, two and more words after the number end, the longest first."""
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
    words = words if "." in words[:-1] else words.rstrip(".")
    lowered = words.lower()
    if lowered in HOMOGRAPHS:
        large = amount.value >= _LARGE or amount.value != int(amount.value)
        return HOMOGRAPHS[lowered] if large and amount.number.digits else None
    if len(words) == 4 and words[0] == "M" and words[1:] in CODES:
        return Sized(words[1:], 1e6)
    found = unit_named(words) or unit_named(words.rstrip("."))
    if found is None and words in SIGNS_AS_WRITTEN and not words.isalpha():
        return Sized(SIGNS_AS_WRITTEN[words])
    return found


def _apply(amount: Amount, unit: Sized, end: int) -> None:
    amount.unit, amount.end, amount.stated_unit = unit.name, end, True
    if unit.factor != 1.0:
        amount.low = amount.low * unit.factor if amount.low is not None else None
        amount.high = amount.high * unit.factor if amount.high is not None else None
