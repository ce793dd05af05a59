"""The words before and after a number that bound it from below or above, or make it approximate."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from index.claims.figures.amounts import Amount, unit_after
from index.claims.figures.rules import AGE, APPROXIMATE, BOUND, SHARED_BOUND
from index.english import patterns, rows
from index.language import TIME_UNITS, NumberKind
from index.records import Bound


@dataclass(frozen=True, slots=True)
class Modifier:
    """What some phrases before a number do to it."""

    phrases: tuple[str, ...]
    bound: Bound | None = None
    approximate: bool = False


_BEFORE = {phrase: row for row in rows("amount-modifiers", Modifier, unique="phrases") for phrase in row.phrases}
_LONGEST = max(phrase.count(" ") + 1 for phrase in _BEFORE)
_LAST_WORDS = frozenset(phrase.rpartition(" ")[2] for phrase in _BEFORE)
_WORDS = re.compile(r"[^\s,;:()\[\]\"“”‘–—]+|[,;:()\[\]\"“”‘–—]")
_LAST_WORD = re.compile(r"([^\s,;:()\[\]\"“”‘–—]{1,20})\s{0,3}$")
_MORE = r"more|above|over|up|older|higher|greater|longer"
_LESS = r"less|fewer|under|below|younger|lower"
_AFTER = re.compile(
    rf"\s?\+|[\s-](?:plus\b(?![\s-]\d)|odd\b)|\s(?:or|and)\s(?:{_MORE})\b(?!\s+than)"
    rf"|\s(?:or|and)\s(?P<about>so|thereabouts)\b|\s(?:or|and)\s(?P<under>{_LESS})\b(?!\s+than)"
    r"|,?\s(?:at\s(?:the\s)?least|minimum|(?P<most>at\s(?:the\s)?most|maximum)|"
    r"(?P<roughly>approximately|give\sor\stake))\b(?!\s(?:[\d$£€]|one|two|three|half))",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\b(?:{'|'.join(patterns('amount-movements'))})(?:\s(?:down|up|to|at|in|price|value))*\s$", re.IGNORECASE
)
_CLIMBED = re.compile(rf"\b(?:{'|'.join(patterns('climbing-verbs'))})\s$", re.IGNORECASE)
_REACHING = {"as low as": _MOVED, "as high as": _MOVED, "up to": _CLIMBED}
"""Bounds that are none behind some verbs: what follows is the point that was reached."""
_TIME_OVER = re.compile(
    r"\b(?:for|just|well|little|is|was|were|be|after|slightly|took|lasted|lasting|spent|of|in|at)\s+(?:just\s|well\s)?$"
)
_PARALLEL = re.compile(
    r"(?:(?:\s[a-z]+)?\s?(\(|(?:in|on|for|during)\s)[^.;:!?,()]{1,30}\)?)?,?\s(?:and|or)\s", re.IGNORECASE
)
"""What may stand between two amounts of the same build, the group being what opens the first one's complement."""
_WINDOW = 48


class Found(NamedTuple):
    """The modifiers around a number: where they begin or end, and what they say together."""

    position: int
    bound: Bound | None
    approximate: bool


def before(text: str, floor: int, position: int) -> Found:
    """Return the modifiers that end right before ``position`` (and not before ``floor``), strongest bound first met."""
    window_start = max(floor, position - _WINDOW)
    last = _LAST_WORD.search(text, window_start, position)
    if last is None or last[1].lower().rpartition("-")[2] not in _LAST_WORDS or text[position - 1].isalnum():
        return Found(position, None, approximate=False)
    tokens = [(m.start(), m[0].lower()) for m in _WORDS.finditer(text, window_start, position)]
    bound: Bound | None = None
    approximate = False
    start = position
    count = len(tokens)
    while count:
        for size in range(min(_LONGEST, count), 0, -1):
            phrase = " ".join(word for _, word in tokens[count - size : count]).replace("-", " ")
            modifier = _BEFORE.get(phrase)
            if modifier is not None:
                break
        else:
            break
        start, count = tokens[count - size][0], count - size
        bound = bound or modifier.bound
        approximate = approximate or modifier.approximate
        reached = _REACHING.get(phrase)
        if reached and reached.search(text, max(floor, start - 24), start):
            bound = None
    return Found(start, bound, approximate)


def after(text: str, position: int, stop: int) -> Found:
    """Return the modifier that begins right at ``position``: ``+``, ``or more``, ``or so``, ``-odd``."""
    match = _AFTER.match(text, position, stop)
    if match is None:
        return Found(position, None, approximate=False)
    if match["about"] or match["roughly"] or match[0].lower().endswith("odd"):
        return Found(match.end(), None, approximate=True)
    return Found(match.end(), Bound.AT_MOST if match["under"] or match["most"] else Bound.AT_LEAST, approximate=False)


def bounded(text: str, floor: int, stop: int, amount: Amount) -> Amount:
    """Widen the amount over the words that bound it or make it approximate, and open the interval on that side."""
    found = before(text, floor, amount.start)
    bound, approximate = found.bound, found.approximate
    if (
        bound is Bound.OVER
        and amount.unit in TIME_UNITS
        and amount.made is not AGE
        and _is_during(text, found.position)
    ):
        bound = None
    else:
        _note(text, amount, bound, found.position, amount.start, approximate=approximate)
        amount.start = found.position
    trailing = after(text, amount.end, stop)
    if trailing.position > amount.end:
        _note(text, amount, trailing.bound, amount.end, trailing.position, approximate=trailing.approximate)
        amount.end = trailing.position
        if amount.unit is None and not amount.stated_unit:
            unit_after(text, stop, amount)  # "15-plus years"
    amount.bound = bound or trailing.bound
    amount.approximate = amount.approximate or approximate or trailing.approximate
    _open(text, amount)
    return amount


def _note(text: str, amount: Amount, bound: Bound | None, start: int, end: int, *, approximate: bool) -> None:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if bound:
        amount.note(BOUND.id, start, end)
    if approximate:
        amount.note(APPROXIMATE.id, start, end)


def _open(text: str, amount: Amount) -> None:
    """Open the interval on the side that the bound leaves open; a vague amount says the least that is meant."""
    if amount.number.kind is NumberKind.VAGUE:
        couple = text[amount.core[0] : amount.core[1]].lower().endswith("couple")
        amount.approximate = True
        amount.high = amount.high if couple or amount.bound else None
    if amount.made.two_ends or amount.bound is None:
        return
    if amount.bound in (Bound.OVER, Bound.AT_LEAST):
        amount.high = None
    else:
        amount.low, amount.high = None, amount.high if amount.high is not None else amount.low


def carry_bound(text: str, stop: int, first: Amount, second: Amount) -> None:
    """Let the bound of one amount hold for the next of the same build: ``over 35 in May and 50 in June``."""
    if first.bound is None or second.bound or second.approximate or first.made.two_ends or second.made.two_ends:
        return
    joint = _PARALLEL.fullmatch(text, first.end, second.start) if second.start - first.end < 60 else None
    if joint is None or first.unit != second.unit or second.number.kind is not first.number.kind:
        return
    opener = joint[1] or "respectively"
    if re.match(rf"\s?(?:[a-z]+\s)?{re.escape(opener.strip())}", text[second.end : min(stop, second.end + 40)]):
        second.note(SHARED_BOUND.id, second.start, second.end)
        second.bound = first.bound
        second.low = second.value if first.low is not None else None
        second.high = second.value if first.high is not None else None


def _is_during(text: str, position: int) -> bool:
    """Return whether ``over`` before a span of time means "during": it does unless a word before it measures."""
    over = text[position : position + 5].lower()
    return over.startswith("over ") and not _TIME_OVER.search(text, max(0, position - 16), position)
