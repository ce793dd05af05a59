"""The two sides of a game or a vote (``3–2``), and ratios (``3:1``)."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import RATIO, SCORE
from index.english import patterns
from index.language import Number, NumberKind

_CONTEXT = re.compile(rf"\b(?:{'|'.join(patterns('score-words'))})\b", re.IGNORECASE)
_NO_SCORE_AFTER = re.compile(
    r"[-–%$:\d]|\s?(?:percent|per\scent|%|million|billion)|-?(?:year|month|day|week|hour|minute)"
)
_DASHES = ("-", "–", "—")
_RATIO_JOINTS = (":", " : ", "-to-", " to ")
_MOST = 500
"""Up to how many points, or votes, one side may have."""


def score(text: str, floor: int, stop: int, first: Number, second: Number) -> Amount | None:
    """Return ``3–2`` as a score where the words around speak of winning, losing or voting, and ``3:1`` as a ratio.

    A score's two sides are stored as the interval's ends, the smaller first; the raw text keeps their order.
    """
    between = text[first.end : second.start]
    ratio = between in _RATIO_JOINTS and first.value < 100 and second.value < 100
    if ratio and between == " to " and not (first.value < 20 and second.value == 1):
        return None
    if not ratio and (
        between not in _DASHES or max(first.value, second.value) > _MOST or not first.digits or not second.digits
    ):
        return None
    if first.scale > 1 or second.scale > 1 or _NO_SCORE_AFTER.match(text[second.end : second.end + 9]):
        return None
    alone = text[first.start - 1 : first.start] == "(" and text[second.end : second.end + 1] == ")"
    context = alone or _CONTEXT.search(text, max(floor, first.start - 60), min(stop, second.end + 40))
    if not ratio and not context:
        return None
    low, high = sorted((first.value, second.value))
    number = Number(first.start, second.end, low, NumberKind.CARDINAL, 1.0, digits=True)
    made = SCORE if context and between in (*_DASHES, "-to-") else RATIO
    return Amount(first.start, second.end, low, high, number[:2], number, made.label, made=made, stated_unit=True)
