"""Whether two figures whose values differ answer one question: a sum of evidence, the values weighing least.

The weights were fitted (logistic regression) to pairs of figures of news articles that readers put together or kept
apart, and rounded; each is the logarithm of the odds that its sign adds.
"""

from functools import lru_cache
from math import inf, log, log2

from index.claim_matching.mentions import Mention, likeness
from index.claim_matching.owners import share_owner
from index.claim_matching.relations import stated_value
from index.claims import unit_factor
from index.records import Quantity

_LIKE = 2.2
"""Of sentences that are wholly alike."""
_ONE_HEAD, _ONE_MEASURE = 0.9, 1.7
"""Of one noun that is counted, and of one measure of it."""
_OWNER = 1.0
"""Of a value that both give to one named thing."""
_DOUBLING = 0.5
"""Against, for each doubling between the two values: the farther apart, the more likely two things."""
_RIVALS = 0.7
"""Against, by how many other values of the unit the richer of the two articles has."""
_DISTINCT = 2.8
"""Of values that are no accident; small counts are met everywhere."""
_YEARS = 1.25
"""Against, where only one sentence speaks of a year long past."""
_EXCLUDING = 0.85
"""Against, where the values cannot both be true."""
_BEFORE = -2.1
"""The odds before any sign is seen."""
_LEAST = -1.2
"""The sum from which two figures are taken for answers to one question: about as often right as wrong, pair by pair."""
_STEP = 0.2
"""What one unit of the sum is of a score."""

SMALL_COUNT = 13
"""Counts below it are met everywhere."""


def evidence(a: Mention, b: Mention, conflict: bool) -> float:
    """Return the score of two figures that differ, 0 to 1, 0.5 where they are as likely of one thing as not."""
    if a.quantity is None or b.quantity is None:
        return 0.0
    total = (
        _BEFORE
        + _LIKE * likeness(a, b)
        + (_ONE_HEAD if _one(a.head, b.head) else 0.0)
        + (_ONE_MEASURE if _one(a.measure, b.measure) else 0.0)
        + (_OWNER if share_owner(a, b) else 0.0)
        + _DISTINCT * min(distinct(a.quantity), distinct(b.quantity))
        - _DOUBLING * min(8.0, log2(ratio(a.quantity, b.quantity)))
        - _RIVALS * log(1 + max(a.rivals, b.rivals))
        - (_YEARS if a.past != b.past else 0.0)
        - (_EXCLUDING if conflict else 0.0)
    )
    return min(1.0, max(0.0, 0.5 + _STEP * (total - _LEAST)))


def one_thing(a: Mention, b: Mention) -> bool:
    """Return whether two figures count the same thing, or measure the same of it."""
    return _one(a.head, b.head) or one_measure(a, b)


def one_measure(a: Mention, b: Mention) -> bool:
    """Return whether two figures measure the same, whatever is counted."""
    return _one(a.measure, b.measure)


def _one(a: str | None, b: str | None) -> bool:
    return a is not None and a == b


def measures_differ(a: Mention, b: Mention) -> bool:
    """Return whether the words beside two figures name two measures: the dead are not the hurt."""
    return a.measure is not None and b.measure is not None and a.measure != b.measure


@lru_cache(4096)
def distinct(quantity: Quantity) -> float:
    """Return how unlikely it is to meet this value by chance: 216 per cent is no accident, two of something is."""
    value = stated_value(quantity)
    if value is None:
        return 0.8
    digits = len(f"{abs(value):.6e}".split("e")[0].replace(".", "").rstrip("0"))
    if abs(value) < SMALL_COUNT and quantity.unit in (None, "times", "rank"):
        return 0.3
    if digits >= 2:
        return 1.0 if digits >= 3 else 0.85
    return 0.65 if abs(value) >= 1000 else 0.5


def ratio(a: Quantity, b: Quantity) -> float:
    """Return how many times the greater value is the smaller one; of a range the end that is nearer counts."""
    factor = unit_factor(a.unit, b.unit) or 1.0
    left = [abs(v) for v in (a.low, a.high) if v]
    right = [abs(v) * factor for v in (b.low, b.high) if v]
    if not left or not right:
        return inf
    return max(1.0, min(left) / max(right), min(right) / max(left))
