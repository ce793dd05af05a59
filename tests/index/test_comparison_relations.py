"""How two values stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.claim_matching.relations import days_apart, relate_quantities, relate_times
from index.records import Bound, Precision, Quantity, When


def figure(raw: str, low: float | None, high: float | None = -1, unit: str | None = None, **more: object) -> Quantity:
    return Quantity(raw, low, low if high == -1 else high, unit, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (figure("300 million", 3e8), figure("300 million", 3e8), "same"),
        (figure("over 300", 300, None, bound=Bound.OVER), figure("more than 300", 300, None, bound=Bound.OVER), "same"),
        (figure("over 300", 300, None, bound=Bound.OVER), figure("300", 300), "compatible"),
        (figure("at least 50", 50, None, bound=Bound.AT_LEAST), figure("59", 59), "compatible"),
        (figure("at least 50", 50, None, bound=Bound.AT_LEAST), figure("49", 49), "conflict"),
        (figure("nearly 60", None, 60, bound=Bound.NEARLY), figure("58", 58), "compatible"),
        (figure("nearly 60", None, 60, bound=Bound.NEARLY), figure("20", 20), "conflict"),
        (figure("60 to 90 days", 60, 90, "day"), figure("75 days", 75, unit="day"), "compatible"),
        (figure("two weeks", 2, unit="week"), figure("14 days", 14, unit="day"), "same"),
        (figure("two weeks", 2, unit="week"), figure("21 days", 21, unit="day"), "conflict"),
        (figure("500 miles", 500, unit="mile"), figure("800 kilometers", 800, unit="kilometer"), "compatible"),
        (figure("$2.3 billion", 2.3e9, unit="USD"), figure("$2.32 billion", 2.32e9, unit="USD"), "compatible"),
        (figure("143 million", 1.43e8), figure("145.5 million", 1.455e8), "conflict"),
        (figure("12", 12), figure("13", 13), "conflict"),
        (figure("about 100", 100, approximate=True), figure("104", 104), "compatible"),
        (figure("17%", 17, unit="percent"), figure("17.4 percent", 17.4, unit="percent"), "compatible"),
        (figure("millions", 1e6, None), figure("over one million", 1e6, None, bound=Bound.OVER), "compatible"),
        (figure("$5", 5, unit="USD"), figure("£5", 5, unit="GBP"), "unrelated"),
        (figure("5%", 5, unit="percent"), figure("5", 5), "unrelated"),
    ],
)
def test_quantities(a: Quantity, b: Quantity, kind: str) -> None:
    assert relate_quantities(a, b).kind == kind
    assert relate_quantities(b, a).kind == kind


BOUNDS = st.sampled_from([None, *Bound])
QUANTITIES = st.builds(
    lambda low, width, unit, about: Quantity("x", low, low + width, unit, None, about),
    st.floats(0, 1e12),
    st.floats(0, 1e6),
    st.sampled_from([None, "day", "week", "USD", "percent"]),
    st.booleans(),
)


@given(QUANTITIES, QUANTITIES)
def test_the_relation_is_the_same_from_both_sides(a: Quantity, b: Quantity) -> None:
    assert relate_quantities(a, b).kind == relate_quantities(b, a).kind
    assert relate_quantities(a, a).kind == "same"


def when(raw: str, start: str | None, end: str | None = "", precision: Precision = Precision.DAY) -> When:
    return When(raw, start, start if end == "" else end, precision)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (when("Jan 18", "2025-01-18"), when("Saturday", "2025-01-18"), "same"),
        (when("Jan 18", "2025-01-18"), when("January 2025", "2025-01", precision=Precision.MONTH), "compatible"),
        (when("Jan 18", "2025-01-18"), when("Jan 19", "2025-01-19"), "conflict"),
        (when("since 2014", "2014-01-01", None), when("2019", "2019", precision=Precision.YEAR), "compatible"),
        (when("2013", "2013", precision=Precision.YEAR), when("2013", "2013-01-01", "2013-12-31"), "same"),
        (when("January 19", None), when("Jan. 19, 2025", "2025-01-19"), "same"),
        (when("19th of January", None), when("January 18", None), "conflict"),
        (when("Monday", None), when("Monday", None), "unrelated"),
        (when("May 40", None), when("May 4", None), "unrelated"),
    ],
)
def test_times(a: When, b: When, kind: str) -> None:
    assert relate_times(a, b).kind == kind
    assert relate_times(b, a).kind == kind


def test_days_between_two_times() -> None:
    assert days_apart(when("", "2025-01-18"), when("", "2025-01-21")) == 3
    assert days_apart(when("", "2024"), when("", "2024-04")) == 0
    assert days_apart(when("", "2023"), when("", "2024-04")) == 92
    assert days_apart(when("", None), when("", "2024-04")) is None
