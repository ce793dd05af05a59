"""Units of measure and currencies: the one reading of the tables ``units.toml`` and ``currencies.toml``.

A unit is known by its singular English name, a currency by its ISO 4217 code. ``unit_named`` answers for the words
behind a number; ``CURRENCY_SIGNS`` for what may stand before it; ``convert`` turns amounts of one dimension into each
other. Nothing is converted unasked: a Quantity holds what was written; only hundredths (cents, pence) become a part of
their currency.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from index.english import rows


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measure, as ``units.toml`` explains."""

    name: str
    dimension: str | None = None
    factor: float = 1.0
    offset: float = 0.0
    plural: str | None = None
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    homographs: tuple[str, ...] = ()
    money: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency, as ``currencies.toml`` explains."""

    code: str
    names: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    homographs: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    minor_signs: tuple[str, ...] = ()


class Sized(NamedTuple):
    """A unit's name or a currency's code, and what a number before it is multiplied by (cents: 0.01)."""

    name: str
    factor: float = 1.0


UNITS = rows("units", Unit, unique="name")
CURRENCIES = rows("currencies", Currency, unique="code")
CODES = frozenset(currency.code for currency in CURRENCIES)
SHARED_MONEY = frozenset(unit.name for unit in UNITS if unit.money)
"""Names of money that are several countries', and of which no country is the usual one (``kroner``, ``crowns``)."""
TIME_UNITS = frozenset({unit.name for unit in UNITS if unit.dimension == "time"} | {"night", "generation"})
PART_UNITS = frozenset(unit.name for unit in UNITS if unit.dimension in ("share", "points of a share"))
_BY_NAME = MappingProxyType({name: unit for unit in UNITS for name in (unit.name, *unit.names)})
_PLURALS = {unit.name: unit.plural for unit in UNITS if unit.plural}
_PER = re.compile(r"\s?/\s?|\s(?:per|an?)\s|\s?-per-")


_POWER_BEHIND = re.compile(r"([a-z]+)(?:\^|\s)?(2|3|²|³|squared|cubed)")
_POWER_BEFORE = re.compile(r"(square|sq\.?|cubic|cu\.?)\s([a-z]+)\.?")


def _of_power(lowered: str) -> Sized | None:
    """Return the unit of an area or a volume that is put together: ``km^2``, ``sq. mi.``, ``cubic ft``."""
    behind, before = _POWER_BEHIND.fullmatch(lowered), _POWER_BEFORE.fullmatch(lowered)
    if behind:
        word, squared = behind[1], behind[2] in ("2", "²", "squared")
    elif before:
        word, squared = before[2], before[1].startswith("s")
    else:
        return None
    base = _FORMS.get(word) or GLUED.get(word) or BESIDE.get(word)
    name = f"{'square' if squared else 'cubic'} {base.name}" if base else ""
    return Sized(name) if name in _BY_NAME else None


def _plural(name: str) -> str:
    """Return the plural of a unit's name: ``metres per second``, ``square feet``, ``degrees Celsius``."""
    head, per, rest = name.partition(" per ")
    if head.startswith(("degree ", "part", "pound")) and " " in head:
        first, _, tail = head.partition(" ")
        return f"{first}s {tail}{per}{rest}"
    start, space, last = head.rpartition(" ")
    start, hyphen, last = (start, "", last) if space else head.rpartition("-")
    plural = _PLURALS.get(last) or (last[:-1] + "ies" if last.endswith("ty") else last + "s")
    return f"{start}{space or hyphen}{plural}{per}{rest}"


def _forms() -> dict[str, Sized]:
    """Return every form that stands behind a number, in small letters, with its unit; units before currencies."""
    forms: dict[str, Sized] = {}
    for unit in UNITS:
        names = () if unit.homographs else (unit.name, *unit.names)
        for form in (*names, *map(_plural, names), *unit.symbols):
            forms.setdefault(form.lower(), Sized(unit.name))
    for currency in CURRENCIES:
        names = currency.names
        for form in (*names, *currency.plurals, *(f"{name}s" for name in names)):
            forms[form.lower()] = Sized(currency.code)
        for form in (*currency.minor, *(f"{name}s" for name in currency.minor)):
            forms.setdefault(form.lower(), Sized(currency.code, 0.01))
    return forms


_FORMS = MappingProxyType(_forms())
GLUED = MappingProxyType(
    {sign: Sized(unit.name) for unit in UNITS for sign in unit.glued}
    | {sign: Sized(currency.code, 0.01) for currency in CURRENCIES for sign in currency.minor_signs}
)
"""Letters that are a unit only where they touch the digits, in this case."""
BESIDE = MappingProxyType({sign: Sized(unit.name) for unit in UNITS for sign in unit.beside})
"""Short forms that are a unit only in brackets or behind a larger unit."""
HOMOGRAPHS = MappingProxyType(
    {form: Sized(currency.code) for currency in CURRENCIES for form in currency.homographs}
    | {form: Sized(unit.name) for unit in UNITS for form in unit.homographs}
)
"""Currency names that are also common words; they mean money only behind a large amount."""
SIGNS_AS_WRITTEN = MappingProxyType(
    {sign: currency.code for currency in CURRENCIES for sign in currency.signs} | {code: code for code in sorted(CODES)}
)
"""What stands before a number, with the currency's code: signs, letters and the codes themselves."""
CURRENCY_SIGNS = MappingProxyType({sign.lower(): code for sign, code in SIGNS_AS_WRITTEN.items()})
"""The same in small letters."""
CURRENCY_WORDS = MappingProxyType(
    {form: sized.name for form, sized in _FORMS.items() if sized.name in CODES and sized.factor == 1}
)
"""What stands behind a number, in small letters, with the currency's code."""
TWO_CURRENCIES = MappingProxyType({"¥": ("JPY", "CNY"), "￥": ("JPY", "CNY")})
"""Signs of two currencies: the document says which is meant."""


@lru_cache(4096)
def unit_named(words: str) -> Sized | None:
    """Return the unit or currency that the words behind a number name; None where they name none.

    Case counts for ISO codes only. Dots of abbreviations are passed over (``m.p.h.``, ``sq. ft.``), and units may be
    put together: ``km/hr``, ``miles an hour``, ``litres per second`` where the table has the whole.
    """
    if words in CODES:
        return Sized(words)
    lowered = " ".join(words.lower().split())
    found = _FORMS.get(lowered) or _FORMS.get(lowered.replace("-", " "))
    if found is None and "." in lowered:
        found = _FORMS.get(lowered.replace(".", ""))
    found = found or _of_power(lowered)
    if found is None and (parts := _PER.split(lowered, maxsplit=1)) and len(parts) == 2:
        above, below = _FORMS.get(parts[0].rstrip(".")), _FORMS.get(parts[1]) or GLUED.get(parts[1])
        above = above or GLUED.get(parts[0])
        if above and below:
            found = _FORMS.get(f"{above.name} per {below.name}".lower())
    return found


def unit_of(name: str | None) -> Unit | None:
    """Return the unit with this name; None for a count, a currency and what is no unit of the table."""
    return _BY_NAME.get(name) if name else None


def convert(value: float, unit: str, to: str) -> float | None:
    """Return ``value`` of ``unit`` in the unit ``to``; None where the two do not measure the same."""
    if unit == to:
        return value
    a, b = _BY_NAME.get(unit), _BY_NAME.get(to)
    if a is None or b is None or a.dimension is None or a.dimension != b.dimension:
        return None
    converted: float = (value * a.factor + a.offset - b.offset) / b.factor
    return converted
