"""Figures: value, unit, bound and range of what news states."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.claims import extract_claims
from index.claims.figures import find_figures
from index.reading.cleaning import clean
from index.records import Bound, ClaimKind, Figure, Quantity, ZoneKind
from tests.accuracy.figures import as_document


def quantities(text: str) -> list[Quantity]:
    return [claim.quantity for claim in find_figures(as_document("a.txt", text.split("\n"))) if claim.quantity]


def values(text: str) -> list[tuple[float | None, float | None, str | None]]:
    return [(quantity.low, quantity.high, quantity.unit) for quantity in quantities(text)]


def one(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The plant employs 3,000 people.", 3000, None),
        ("Inflation hit 9.1 per cent.", 9.1, "percent"),
        ("Support fell by 3.5 percentage points.", 3.5, "percentage point"),
        ("It paid US$1.6 billion.", 1.6e9, "USD"),
        ("It paid $40 million.", 4e7, "USD"),
        ("It cost £1.3bn.", 1.3e9, "GBP"),
        ("It cost €20.", 20, "EUR"),
        ("They earned 5 million yuan.", 5e6, "CNY"),
        ("They made 1 billion USD.", 1e9, "USD"),
        ("The fee is HK$300.", 300, "HKD"),
        ("Shares closed at 26 cents.", 0.26, "USD"),
        ("He sold tens of millions of dollars.", None, "USD"),
        ("She waited nine months.", 9, "month"),
        ("The outage lasted one week.", 1, "week"),
        ("It flew 9,420 nautical miles.", 9420, "nautical mile"),
        ("The crate weighs 20 tonnes.", 20, "tonne"),
        ("The crate weighs 400 pounds.", 400, "pound"),
        ("The ticket costs 400 pounds.", 400, "GBP"),
        ("The farm covers 45 square kilometres.", 45, "square kilometre"),
        ("It was -5 degrees Celsius.", -5, "degree Celsius"),
        ("It was 23°F outside.", 23, "degree Fahrenheit"),
        ("Winds of 120 km/h were measured.", 120, "kilometre per hour"),
        ("A 6.5-magnitude earthquake struck.", 6.5, "magnitude"),
        ("The trip took 4 hours 30 minutes.", 4.5, "hour"),
        ("He is 5 feet 6 inches tall.", 5.5, "foot"),
        ("They worked half an hour.", 0.5, "hour"),
        ("A 30-second advert ran.", 30, "second"),
        ("One of every four adults smokes.", 25, "percent"),
        ("Half of its users left.", 50, "percent"),
        ("A quarter of the firms closed.", 25, "percent"),
        ("One in five adults smokes.", 20, "percent"),
        ("Sales rose threefold.", 3, "times"),
        ("It is three times as long as before.", 3, "times"),
        ("Half a million people marched.", 5e5, None),
        ("A dozen boats sank.", 12, None),
        ("The fifth-largest city flooded.", 5, "rank"),
        ("The song reached number two on the chart.", 2, "rank"),
        ("She finished third.", 3, "rank"),
        ("The suspect, aged 33, fled.", 33, "year"),
        ("Maria Lopez, 41, a teacher, agreed.", 41, "year"),
        ("A 17-year-old boy was hurt.", 17, "year"),
    ],
)
def test_value_and_unit(text: str, value: float | None, unit: str | None) -> None:
    quantity = one(text)
    assert quantity.unit == unit
    if value is not None:
        assert quantity.low == quantity.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("Over 300 people came.", 300, None, Bound.OVER),
        ("More than 300 people came.", 300, None, Bound.OVER),
        ("Sales surpassed 300 units.", 300, None, Bound.OVER),
        ("At least 300 people came.", 300, None, Bound.AT_LEAST),
        ("300 people or more came.", 300, 300, None),
        ("It needs 300 or more people.", 300, None, Bound.AT_LEAST),
        ("It has 300+ shops.", 300, None, Bound.AT_LEAST),
        ("It took 15-plus years.", 15, None, Bound.AT_LEAST),
        ("A minimum of 300 people came.", 300, None, Bound.AT_LEAST),
        ("Nearly 300 people came.", None, 300, Bound.NEARLY),
        ("Almost 300 people came.", None, 300, Bound.NEARLY),
        ("Up to 300 people came.", None, 300, Bound.UP_TO),
        ("As many as 300 people came.", None, 300, Bound.UP_TO),
        ("Fewer than 300 people came.", None, 300, Bound.UNDER),
        ("No more than 300 people came.", None, 300, Bound.AT_MOST),
        ("It grew over five years.", 5, 5, None),
        ("It took well over five years.", 5, None, Bound.OVER),
        ("Revenue more than doubled.", 2, None, Bound.OVER),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, bound: Bound | None) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, bound)


@pytest.mark.parametrize(
    "text", ["About 300 came.", "Some 300 guests came.", "An estimated 300 came.", "300 or so came.", "~300 came."]
)
def test_approximate(text: str) -> None:
    quantity = one(text)
    assert quantity.approximate
    assert (quantity.low, quantity.high, quantity.bound) == (300, 300, None)


def test_orders_of_size_are_open_above() -> None:
    quantity = one("Hundreds of thousands of fans came.")
    assert (quantity.low, quantity.high, quantity.approximate) == (1e5, None, True)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("About 700,000 to 3 million people joined.", 7e5, 3e6, None),
        ("Between 2 and 3 million people left.", 2e6, 3e6, None),
        ("It pays between $12 million and $20 million.", 1.2e7, 2e7, "USD"),
        ("It takes 60 to 90 days.", 60, 90, "day"),
        ("He faces a 10- to 15-year term.", 10, 15, "year"),
        ("Rates of 5.25-5.5% apply.", 5.25, 5.5, "percent"),
        ("Counts range from 700 by the first tally to up to around 900.", 700, 900, None),
        ("Temperatures ranged from -5 °C to -15 °C.", -15, -5, "degree Celsius"),
        ("Two or three men ran.", 2, 3, None),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str | None) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell from 8% to 5%.", [8, 5]),
        ("The toll climbed from 35 to 42.", [35, 42]),
        ("The index fell 300 points to 9,000.", [300, 9000]),
        ("Ten passengers and two crew sailed.", [10, 2]),
    ],
)
def test_a_change_or_a_list_is_two_figures(text: str, expected: list[float]) -> None:
    assert [low for low, _, _ in values(text)] == expected


def test_scores_and_ratios_hold_both_sides() -> None:
    assert values("They won 3–2 after a 5-4 vote.") == [(2, 3, "score"), (4, 5, "score")]
    assert values("The ratio is 3:1 now.") == [(1, 3, "ratio")]


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in 2013 and sold in 1998.",
        "On January 14, 2025 and 15 March they met.",
        "The fair ran from January 11-19.",
        "It began at 7:30pm, 08:30 UTC.",
        "The 1990s and the 24/7 news after 9/11.",
        "Their 5G phones, the iPhone 15 and a Boeing 737 flew to CES 2025.",
        "Route 66, Section 230, Terminal 5 and Windows 10.",
        'The "996 factory" closed.',
        "See Figure 1 below and page 12.",
        "Version 2.0.1 runs at 192.168.0.1.",
        "Call 555-123-4567 now.",
        "The Group of Seven met at Number 10.",
        "One of the best; no one knew it.",
        "Two weeks ago they left, six years earlier.",
        "First, it works; second, it is the third quarter.",
        "The two sides disagree.",
        "A one-sided, two-party, third-rate affair.",
        "He is second to none for the first time.",
        "1. Open the door",
        "They rose at three o'clock.",
        "A Fortune 500 firm wrote to account 783492272595.",
        "The COVID-19 ward is full.",
        "In the second half of the year they won.",
    ],
)
def test_these_are_no_figures(text: str) -> None:
    assert quantities(text) == []


def test_a_number_named_once_is_a_name_later() -> None:
    assert values("Orders of the Boeing 787 rose.\nAirlines like the 787 for range.") == []


def test_a_number_of_four_digits_that_counts_is_no_year() -> None:
    assert values("There were 2000 people.") == [(2000, 2000, None)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It cost $52 million.", ["USD"]),
        ("It cost A$52 million.\nThe $52 million deal closed.\nIt made $9.", ["AUD", "AUD", "USD"]),
        ("Prices are in Canadian dollars.\nIt cost $9 or US$7.", ["CAD", "USD"]),
    ],
)
def test_a_bare_dollar_is_american_unless_the_text_says_otherwise(text: str, units: list[str]) -> None:
    assert [unit for _, _, unit in values(text)] == units


def test_only_the_articles_own_zones_are_read() -> None:
    assert find_figures(as_document("a.txt", ["They sold 300 boats."], ZoneKind.COMMENT)) == []
    assert len(find_figures(as_document("a.txt", ["They sold 300 boats."], ZoneKind.TITLE))) == 1


def test_a_claim_points_at_its_words() -> None:
    document = as_document("a.txt", ["Nothing here.", "They sold over 300 boats in May."])
    (claim,) = find_figures(document)
    assert claim.kind is ClaimKind.FIGURE
    assert claim.surface == document.slice(claim.span) == "over 300"
    assert claim.line == 2
    assert claim.rule == "count"
    assert claim.text == "They sold over 300 boats in May."
    assert claim.quantity == Quantity("over 300", 300, None, bound=Bound.OVER)


@given(st.text())
def test_any_text_is_read_twice_alike(text: str) -> None:
    document = as_document("a.txt", text.split("\n"))
    claims = find_figures(document)
    assert claims == find_figures(document)
    assert all(document.slice(claim.span) == claim.surface for claim in claims)


_WORDS = (
    "over 12 3,000 million % US$ half one in five to and between – 2024 people killed from rose January the , . ( )"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=25))
def test_figures_stand_apart_and_in_order(words: list[str]) -> None:
    claims = find_figures(as_document("a.txt", [" ".join(words)]))
    for first, second in pairwise(claims):
        assert first.span.end <= second.span.start
    for claim in claims:
        assert claim.quantity is not None
        low, high = claim.quantity.low, claim.quantity.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("It drew 800,000 downloads in January 2025 alone.", ["2025-01-01"]),
        ("In 2024, 17 percent of adults agreed, up from 9% in 2020.", ["2024-01-01", "2020-01-01"]),
        ("Half of its users were born after 1995.", [None]),
        ("Sales rose 5% compared with 2010.", [None]),
        ("It takes 75 days from 3 May 2020.", [None]),
    ],
)
def test_a_figure_knows_the_period_it_holds_for(text: str, periods: list[str | None]) -> None:
    claims = [claim for claim in extract_claims(as_document("a.txt", [text])) if isinstance(claim, Figure)]
    assert [claim.when.start if claim.when else None for claim in claims] == periods


def test_the_digits_of_an_escape_sequence_are_no_figure() -> None:
    text = clean("The storm damaged \x1b[31m40 houses\x1b[0m and \x9b1;32m12 boats in Aldern.")
    assert [low for low, _high, _unit in values(text)] == [40, 12]


@pytest.mark.parametrize("text", ["n -3–two", "It was -3–two and – four.", "– two–3", "x -1–one–-2"])
def test_odd_dashes_between_numbers_are_read(text: str) -> None:
    quantities(text)
