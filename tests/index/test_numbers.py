"""Numerals and number words become values."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.number_words import CARDINALS, SCALES
from index.language.numbers import Number, NumberKind, Skipped, find_numbers, parse_number, scan_numbers
from index.language.numerals import has_decimal_commas


def found(text: str) -> list[tuple[str, float]]:
    return [(text[number.start : number.end], number.value) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("1,234.5", 1234.5),
        ("12,34,567", 1234567),
        ("15\u202f000", 15000),
        ("3.2 million", 3.2e6),
        ("4bn", 4e9),
        ("30k", 3e4),
        (".25", 0.25),
        ("2½", 2.5),
        ("2 1/2", 2.5),
        ("3/4", 0.75),
        ("2.5 hundred thousand", 250000),
        ("twenty-one", 21),
        ("a hundred and five", 105),
        ("two hundred and three thousand four hundred", 203400),
        ("one million, two hundred thousand", 1.2e6),
        ("fifteen hundred", 1500),
        ("half a million", 5e5),
        ("half a dozen", 6),
        ("two and a half", 2.5),
        ("three quarters of a million", 750000),
        ("two-thirds", 2 / 3),
        ("a dozen", 12),
        ("a couple", 2),
        ("hundreds of thousands", 1e5),
        ("several hundred", 100),
        ("twenty-first", 21),
        ("21st", 21),
        ("-36", -36),
        ("12 crore", 1.2e8),
    ],
)
def test_the_whole_text_is_one_number(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "two x", "three four", "x", "5G", "1990s", "10:30", "2024-01-15", "1.2.3", "B2B"])
def test_what_is_no_single_number_has_no_value(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two and three", [("two", 2), ("three", 3)]),
        ("10–20 and 5-4", [("10", 10), ("20", 20), ("5", 5), ("4", 4)]),
        ("one, two", [("one", 1), ("two", 2)]),
        ("£5m and 5m long", [("5m", 5e6), ("5", 5)]),
        ("5m people", [("5m", 5e6)]),
        ("24/7 after 9/11", []),
        ("Covid-19 at www.site24.com on 12/05/2020", []),
        ("nineteen ninety-nine", [("nineteen", 19), ("ninety-nine", 99)]),
    ],
)
def test_numbers_in_running_text(text: str, numbers: list[tuple[str, float]]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a third of them", NumberKind.FRACTION),
        ("third", NumberKind.ORDINAL),
        ("dozens", NumberKind.VAGUE),
        ("three", NumberKind.CARDINAL),
    ],
)
def test_kinds(text: str, kind: NumberKind) -> None:
    assert [number.kind for number in find_numbers(text)] == [kind]


def test_a_third_person_is_no_fraction() -> None:
    assert [number.kind for number in find_numbers("a third person came")] == [NumberKind.ORDINAL]


def test_the_range_asked_for_is_kept() -> None:
    text = "one two three"
    assert [number.value for number in find_numbers(text, 4, 7)] == [2]


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas_are_one_value(number: int) -> None:
    assert parse_number(f"{number:,}") == parse_number(str(number)) == float(number)


@given(st.integers(min_value=1, max_value=999), st.sampled_from(sorted(set(SCALES) - {"hundred", "dozen"})))
def test_scale_words_multiply(number: int, scale: str) -> None:
    assert parse_number(f"{number} {scale}") == pytest.approx(number * SCALES[scale])


_PIECES = [*"0123456789.,-–/ $½", *(f" {word} " for word in CARDINALS), " and ", " a ", "th"]


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_spans_are_in_order_and_inside(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    assert list(find_numbers(text)) == list(find_numbers(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7,2%", 7.2),
        ("€2,5 million", 2.5e6),
        ("1.234.567,89 euros", 1234567.89),
        ("42,195 metres", 42195),
        ("12,34,567.89 rupees", 1234567.89),
        ("816 000 tonnes", 816000),
        ("$13 009 million", 1.3009e10),
        ("20 000 €", 20000),
        ("20 500 €", 20500),
        ("20 500 tonnes", 20500),
        ("1'250'000 francs", 1250000),
        ("AUD1.5m", 1.5e6),
        ("RM23.50", 23.5),
        ("R5,000", 5000),
        ("$US6,500", 6500),
        ("12.3m tonnes", 12.3e6),
        ("350万人", 3.5e6),
        ("百分之十二", 12),
        ("二十万亿元", 2e13),
    ],
)
def test_numerals_in_other_spellings(text: str, value: float) -> None:
    assert [number.value for number in find_numbers(text)] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,2345", "unreadable"),
        ("2.1,5", "unreadable"),
        ("R5", "name"),
        ("7-Eleven", "name"),
        ("A320-200", "name"),
        ("0800 123 4567", "telephone"),
        ("(555) 010-1234", "telephone"),
        ("1-800-555-0199", "telephone"),
        ("+44 20 7946 0958", "telephone"),
        ("1545-0008", "code"),
        ("2012–13", "years"),
        ("2010/11", "years"),
        ("1990s", "decade"),
        ("3Q24", "quarter"),
        ("1\ufe0f\u20e3", "keycap"),
        ("1080p", "resolution"),
        ("2024-01-15", "date"),
        ("192.168.1.1", "version"),
        ("10:30", "clock"),
        ("www.site1.example", "address"),
        ("#top10", "tag"),
    ],
)
def test_digits_that_are_no_number_say_why(text: str, reason: str) -> None:
    assert [found.reason for found in scan_numbers(text) if isinstance(found, Skipped)] == [reason]
    assert not list(find_numbers(text))


@pytest.mark.parametrize(
    ("text", "commas"),
    [
        ("It rose 7,2% to 1.234 tonnes.", True),
        ("It rose 7.2% to 1,234 tonnes.", False),
        ("It sold 1.234.567 cars.", True),
        ("It sold 1,234,567 cars, 3,5 or 3.5 each.", False),
        ("In rooms 4,5 and 6.", False),
        ("Nothing is counted.", False),
    ],
)
def test_a_text_tells_how_it_writes_decimals(text: str, commas: bool) -> None:
    assert has_decimal_commas(text) is commas


def test_what_may_be_read_in_two_ways_follows_the_text() -> None:
    (english,) = scan_numbers("1.234")
    (continental,) = scan_numbers("1.234", decimal_commas=True)
    assert isinstance(english, Number)
    assert isinstance(continental, Number)
    assert (english.value, continental.value) == (1.234, 1234)


@given(st.text(alphabet="0123456789.,' -–/:%€$mR万", max_size=20))
def test_no_number_begins_or_ends_inside_digits(text: str) -> None:
    for number in find_numbers(text):
        assert not text[max(0, number.start - 1) : number.start].isdecimal()
        assert not text[number.end : number.end + 1].isdecimal()


@pytest.mark.parametrize("piece", ["1-", "111 ", "1,1", "1.111.", "one hundred ", "+44 20 ", "1'000", "4 ft 6 in "])
def test_long_runs_take_time_in_proportion(piece: str) -> None:
    short, long = (_seconds(piece * count) for count in (500, 4000))
    assert long < 40 * max(short, 0.002)


def _seconds(text: str) -> float:
    start = process_time()
    for _ in find_numbers(text):
        pass
    return process_time() - start
