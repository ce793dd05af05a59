"""What units measure, and how those of one dimension convert."""

from index.records import Quantity

_FACTORS: dict[str, tuple[str, float]] = {
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "week": ("time", 604800.0),
    "month": ("time", 2629800.0),
    "year": ("time", 31557600.0),
    "decade": ("time", 315576000.0),
    "century": ("time", 3155760000.0),
    "millimetre": ("length", 0.001),
    "centimetre": ("length", 0.01),
    "metre": ("length", 1.0),
    "kilometre": ("length", 1000.0),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "gram": ("mass", 0.001),
    "kilogram": ("mass", 1.0),
    "tonne": ("mass", 1000.0),
    "ton": ("mass", 1000.0),
    "ounce": ("mass", 0.0283495),
    "pound": ("mass", 0.453592),
    "square metre": ("area", 1.0),
    "hectare": ("area", 10000.0),
    "acre": ("area", 4046.86),
    "square kilometre": ("area", 1e6),
    "square mile": ("area", 2589988.0),
    "kilometre per hour": ("speed", 1.0),
    "mile per hour": ("speed", 1.609344),
    "knot": ("speed", 1.852),
}
"""Units of one dimension and their size in its base unit (SI Brochure, 9th ed., tables 2, 4 and 8; NIST SP 811)."""

_SPELLINGS = {
    "meter": "metre",
    "kilometer": "kilometre",
    "centimeter": "centimetre",
    "millimeter": "millimetre",
    "square meter": "square metre",
    "square kilometer": "square kilometre",
    "kilometer per hour": "kilometre per hour",
    "metric ton": "tonne",
}


CHANGING = frozenset({"count", "money", "percent", "area"})
"""Kinds of units of what changes with the news; ages, lengths and weights stay as they are."""


def dimension_of(unit: str) -> str | None:
    """Return what a unit measures (``time``, ``length``, ``mass``, ``area``, ``speed``); None where it is not known."""
    found = _FACTORS.get(_SPELLINGS.get(unit, unit))
    return found[0] if found else None


def unit_factor(a: str | None, b: str | None) -> float | None:
    """Return by what an amount in unit ``b`` is multiplied to be one in ``a``; None where they cannot be compared."""
    if a == b:
        return 1.0
    if a is None or b is None:
        return None
    left, right = _FACTORS.get(_SPELLINGS.get(a, a)), _FACTORS.get(_SPELLINGS.get(b, b))
    if left is None or right is None or left[0] != right[0]:
        return None
    return right[1] / left[1]


def unit_kind(quantity: Quantity) -> str | None:
    """Return the kind of unit in which a measure is counted: count, money, percent, area, length, mass or duration."""
    unit = quantity.unit
    if unit is None:
        return "count"
    if unit.isupper():
        return "money"
    if unit in ("percent", "point"):
        return "percent"
    dimension = dimension_of(unit)
    return "duration" if dimension == "time" else dimension
