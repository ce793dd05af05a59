"""The tables of units and currencies, against libraries that know them."""

from unicodedata import combining, normalize

import pint
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from index.claims.dimensions import convert, dimension_of, unit_factor, unit_kind
from index.language.units import CODES, CURRENCIES, CURRENCY_SIGNS, UNITS, Unit, unit_named
from index.records import Quantity

# Units that the other library calls otherwise; None where it has none.
_OTHER_NAMES = {
    "percentage point": "percent",
    "basis point": None,
    "point": None,
    "percent": None,
    "quarter": None,
    "decade": None,  # an interval of frequencies there
    "astronomical unit": "astronomical_unit",
    "light-year": "light_year",
    "nautical mile": "nautical_mile",
    "tonne": "metric_ton",
    "acre-foot": "acre_foot",
    "barrel": "oil_barrel",
    "barrel per day": "oil_barrel per day",
    "British thermal unit": "british_thermal_unit",
    "degree Celsius": "degC",
    "degree Fahrenheit": "degF",
    "pound per square inch": "psi",
    "part per million": "ppm",
    "part per billion": None,
    "kiloton": None,
    "megaton": None,
}
_REGISTRY: pint.UnitRegistry[float] = pint.UnitRegistry()
_BASES = {
    "time": "second",
    "length": "metre",
    "area": "metre**2",
    "volume": "metre**3",
    "mass": "kilogram",
    "speed": "metre/second",
    "temperature": "kelvin",
    "power": "watt",
    "energy": "joule",
    "voltage": "volt",
    "current": "ampere",
    "frequency": "hertz",
    "data": "byte",
    "data rate": "bit/second",
    "pressure": "pascal",
    "fuel economy": "mile/gallon",
    "concentration": "ppm",
    "flow": "metre**3/second",
}


def _other_name(name: str) -> str:
    above, per, below = (_OTHER_NAMES.get(name) or name).partition(" per ")
    for word, power in (("square ", "**2"), ("cubic ", "**3")):
        if above.startswith(word):
            above = above.removeprefix(word) + power
    return above.replace(" ", "_").replace("watt-hour", "watt*hour") + (f"/{below}" if per else "")


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(unit, id=unit.name)
        for unit in UNITS
        if unit.dimension in _BASES and _OTHER_NAMES.get(unit.name, "") is not None
    ],
)
def test_factors_are_those_of_another_library(unit: Unit) -> None:
    theirs = _REGISTRY.Quantity(7.0, _other_name(unit.name)).to(_BASES[unit.dimension or ""])
    base = 7.0 * unit.factor + unit.offset
    assert base == pytest.approx(theirs.magnitude, rel=1e-5)  # its acre is the surveyors'


def test_every_dimension_of_several_units_is_checked() -> None:
    counts: dict[str, int] = {}
    for unit in UNITS:
        if unit.dimension:
            counts[unit.dimension] = counts.get(unit.dimension, 0) + 1
    several = {dimension for dimension, count in counts.items() if count > 1}
    assert several - _BASES.keys() == {"points of a share", "explosive yield"}


def test_currency_names_are_those_of_the_common_locale_data() -> None:
    english = Locale.parse("en")
    for currency in CURRENCIES:
        if currency.code == "XBT":  # no currency of a country
            continue
        name = english.currencies[currency.code].lower().partition(" (")[0]
        last = {name.lower().rstrip("s").rpartition(" ")[2] for name in (*currency.names, *currency.plurals)}
        known = {_plain(word) for word in name.rstrip("s").split()}
        assert known & {_plain(word) for word in last}, (currency.code, name)


def _plain(word: str) -> str:
    """Return a word without accents, in one of its spellings."""
    letters = "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
    return {"ruble": "rouble", "riyal": "rial"}.get(letters, letters)


def test_signs_are_those_of_the_common_locale_data() -> None:
    signs = Locale.parse("en").currency_symbols
    shown = {code: sign for code, sign in signs.items() if code in CODES and sign != code and not sign.isalpha()}
    assert len(shown) > 15
    assert {code: CURRENCY_SIGNS.get(sign.lower()) for code, sign in shown.items()} == {code: code for code in shown}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("kilometers", "kilometre"),
        ("km/hr", "kilometre per hour"),
        ("miles an hour", "mile per hour"),
        ("m.p.h.", "mile per hour"),
        ("feet per second", "foot per second"),
        ("sq. ft.", "square foot"),
        ("square feet", "square foot"),
        ("degrees Celsius", "degree Celsius"),
        ("degrees C", "degree Celsius"),
        ("light-years", "light-year"),
        ("centuries", "century"),
        ("acre-feet", "acre-foot"),
        ("per cent", "percent"),
        ("pc", "percent"),
        ("megawatt hours", "megawatt-hour"),
        ("Hong Kong dollars", "HKD"),
        ("CHF", "CHF"),
        ("chf", None),
        ("men", None),
    ],
)
def test_words_name_units(words: str, name: str | None) -> None:
    found = unit_named(words)
    assert (found.name if found else None) == name


def test_hundredths_are_parts_of_their_currency() -> None:
    assert unit_named("cents") == ("USD", 0.01)
    assert unit_named("Canadian cents") == ("CAD", 0.01)
    assert unit_named("pence") == ("GBP", 0.01)


def test_temperatures_convert_with_their_offset() -> None:
    assert convert(212, "degree Fahrenheit", "degree Celsius") == pytest.approx(100)
    assert unit_factor("degree Fahrenheit", "degree Celsius") is None


def test_what_measures_something_else_does_not_convert() -> None:
    assert convert(1, "metre", "second") is None
    assert unit_factor("percent", "percentage point") is None
    assert unit_factor("USD", "EUR") is None
    assert unit_factor("krone", "crown") is None
    assert unit_factor("percentage point", "basis point") == pytest.approx(0.01)
    assert unit_factor("megawatt", "gigawatt") == pytest.approx(1000)
    assert unit_factor("tonne", "ton") != 1.0


def test_kinds_of_units() -> None:
    units = (None, "USD", "crown", "percent", "percentage point", "year", "gigawatt", "night")
    kinds = [unit_kind(Quantity("x", 1, 1, unit)) for unit in units]
    assert kinds == ["count", "money", "money", "percent", "percent", "duration", "power", None]


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.floats(-1e6, 1e6))
def test_conversion_has_a_way_back(a: Unit, b: Unit, value: float) -> None:
    there = convert(value, a.name, b.name)
    if there is not None:
        back = convert(there, b.name, a.name)
        assert back == pytest.approx(value, rel=1e-6, abs=1e-3)
        assert dimension_of(a.name) == dimension_of(b.name) or a == b
