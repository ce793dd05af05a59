"""What units measure, and how those of one dimension convert."""

from index.language import CODES, SHARED_MONEY, convert, unit_of
from index.records import Quantity

__all__ = ["CHANGING", "convert", "dimension_of", "unit_factor", "unit_kind"]

CHANGING = frozenset({"count", "money", "percent", "area"})
"""Kinds of units of what changes with the news; ages, lengths and weights stay as they are."""
_KINDS = {"time": "duration", "share": "percent", "points of a share": "percent", "points": "percent"}


def dimension_of(unit: str) -> str | None:
    """Return what a unit measures (``time``, ``length``, ``power``, ``temperature``, …); None where it is not known."""
    found = unit_of(unit)
    return found.dimension if found else None


def unit_factor(a: str | None, b: str | None) -> float | None:
    """Return by what an amount in unit ``b`` is multiplied to be one in ``a``; None where no factor does it.

    Temperatures differ by an offset too, and have no factor: ``convert`` turns one into the other.
    """
    if a == b:
        return 1.0
    left, right = unit_of(a), unit_of(b)
    if left is None or right is None or left.dimension is None or left.dimension != right.dimension:
        return None
    return right.factor / left.factor if left.offset == right.offset else None


def unit_kind(quantity: Quantity) -> str | None:
    """Return the kind of unit in which a measure is counted: count, money, percent, duration, or the dimension."""
    unit = quantity.unit
    if unit is None:
        return "count"
    if unit in CODES or unit in SHARED_MONEY:
        return "money"
    dimension = dimension_of(unit)
    return _KINDS.get(dimension, dimension) if dimension else None
