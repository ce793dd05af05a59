"""How amounts are bounded, what money signs they carry, and where a change is no range."""

import pytest

from index.claims.figures import find_figures
from index.language.numbers import find_numbers, parse_number
from index.records import Bound, Quantity
from tests.accuracy.figures import as_document


def quantities(text: str) -> list[Quantity]:
    return [claim.quantity for claim in find_figures(as_document("a.txt", [text])) if claim.quantity]


def one(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("A coin costs $US6,500.", 6500, "USD"),
        ("A coin costs $US 6,500.", 6500, "USD"),
        ("They raised $A40 million.", 4e7, "AUD"),
        ("They raised $NZ7bn.", 7e9, "NZD"),
        ("They raised C$7bn.", 7e9, "CAD"),
        ("A seat costs EUR500.", 500, "EUR"),
        ("A seat costs USD6,500.", 6500, "USD"),
    ],
)
def test_a_currency_is_read_on_either_side_of_its_sign(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.unit) == (value, value, unit)


def test_a_word_that_ends_in_digits_is_no_amount() -> None:
    assert not list(find_numbers("The USB3 port of the A4, the G20 and the B52"))


def test_both_ends_of_a_range_may_carry_the_sign() -> None:
    quantity = one("Prices ran to $US6,500 to $US7,000.")
    assert (quantity.low, quantity.high, quantity.unit) == (6500, 7000, "USD")


@pytest.mark.parametrize(
    ("text", "value"),
    [("a half million", 5e5), ("a half-million", 5e5), ("half a million", 5e5), ("a quarter million", 2.5e5)],
)
def test_a_part_of_a_scale_word_is_a_number(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("There are more-than 11 million users.", 11e6, None, Bound.OVER),
        ("There are just-under 300 shops.", None, 300, Bound.UNDER),
        ("A 400-pound-plus bear slept.", 400, None, Bound.AT_LEAST),
        ("The price fell as low as $590.", 590, 590, None),
        ("The share rose to as high as $90.", 90, 90, None),
        ("Fares are as low as $49.", 49, None, Bound.AT_LEAST),
        ("It reaches speeds as high as 300 mph.", None, 300, Bound.UP_TO),
        ("The coin fell to a low of $595.", 595, 595, None),
        ("They pump more than a half million barrels.", 5e5, None, Bound.OVER),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, bound: Bound | None) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It sold more than 350 (spring) and 500 (autumn).", [Bound.OVER, Bound.OVER]),
        ("It sold over 350 in May and 500 in June.", [Bound.OVER, Bound.OVER]),
        ("They won at least 35 and 50 respectively.", [Bound.AT_LEAST, Bound.AT_LEAST]),
        ("More than 20 people died and 30 were hurt.", [Bound.OVER, None]),
        ("It sold over 350 in May and about 500 in June.", [Bound.OVER, None]),
    ],
)
def test_a_bound_holds_for_the_next_amount_of_the_same_build(text: str, bounds: list[Bound | None]) -> None:
    assert [quantity.bound for quantity in quantities(text)] == bounds


def test_a_change_and_the_level_it_led_to_are_two_amounts() -> None:
    change, level = quantities("Its value dropped more than $11 billion to $106 billion.")
    assert (change.low, change.high, change.bound) == (11e9, None, Bound.OVER)
    assert (level.low, level.high, level.bound) == (106e9, 106e9, None)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It is the most downloaded app in the store.", 1, "rank"),
        ("It became the most-downloaded app.", 1, "rank"),
        ("It is the region's most populous city.", 1, "rank"),
        ("It is the second-most populous city.", 2, "rank"),
        ("It is the best-selling book of May.", 1, "rank"),
        ("They met 20 of 29 goals.", pytest.approx(2000 / 29), "percent"),
        ("They met 20 out of 29 goals.", pytest.approx(2000 / 29), "percent"),
    ],
)
def test_superlatives_rank_and_parts_are_shares(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.unit) == (value, value, unit)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [("The majority of users left.", False), ("The vast majority of users left.", True)],
)
def test_a_majority_is_more_than_half(text: str, approximate: bool) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.unit, quantity.bound) == (50, None, "percent", Bound.OVER)
    assert quantity.approximate is approximate


@pytest.mark.parametrize("text", ["At least one guest fell ill.", "At least one of the guests fell ill."])
def test_one_counts_where_it_is_bounded(text: str) -> None:
    assert (one(text).low, one(text).bound) == (1, Bound.AT_LEAST)


def test_a_count_of_the_counted_stays_a_count() -> None:
    assert [quantity.low for quantity in quantities("Ten of the 12 guests fell ill.")] == [10, 12]


@pytest.mark.parametrize(
    "text",
    [
        "It is one of the most popular apps.",
        "It was among the most-visited sites.",
        "He is most used to rain.",
        "The majority leader spoke.",
        "A war between two nations began.",
        "A war between two countries began.",
        "The world's two superpowers met.",
        "They came digging slowly through the Billions Bunker Group site yesterday.",
        "Flight engineer Doe flew on Expedition 42 again.",
        "Then Jo Bell (10) throws a pass.",
        "1 of 35",
        "Photo 3 of 12",
        "1 of 26 Full Screen",
        "They saw the most-viewed clips.",
        "These were the most viewed and loved.",
        "More can be done in the first place.",
        "They doubled down on it.",
        "Then a Long March 4C rocket left.",
    ],
)
def test_these_are_no_figures(text: str) -> None:
    assert quantities(text) == []


def test_adults_over_fifty_are_no_fifty_adults() -> None:
    found = quantities("Three in four of the dead were adults over fifty.")
    assert [(age.low, age.high, age.bound) for age in found if age.unit == "year"] == [(50, None, Bound.OVER)]
