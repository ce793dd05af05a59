"""How two claims stand to each other: how they are meant comes before their values, and both before likelihood."""

import pytest

from index.claim_matching.match import Match
from index.claim_matching.relations import relate_quantities, relate_times
from index.claim_matching.standing import Stand, stand
from index.claim_matching.witness import Witness
from index.records import Bound, Claim, Figure, Meant, Precision, Quantity, Span, When, ZoneKind


def figure(
    value: float, meant: Meant = Meant.ASSERTED, *, unit: str | None = None, text: str = "It was so.", **fields: object
) -> Witness:
    quantity = Quantity(f"{value:g}", value, value, unit, subject="people")
    claim: Claim = Figure(
        id=f"{value}{meant}",
        document=str(fields.pop("document", "a")),
        zone=ZoneKind.BODY,
        line=1,
        span=Span(0, 2),
        sentence=Span(0, 10),
        text=text,
        surface=f"{value:g}",
        rule="test",
        meant=meant,
        quantity=quantity,
    )
    return Witness(claim, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (figure(63), figure(63), Stand.SAME),
        (figure(63), figure(63, Meant.NEGATED), Stand.CONFLICT),
        (figure(63), figure(63, Meant.DENIED), Stand.CONFLICT),
        (figure(63, Meant.DENIED), figure(63, Meant.NEGATED), Stand.SAME),
        (figure(63, Meant.NEGATED), figure(12), Stand.COMPATIBLE),
        (figure(63), figure(63, Meant.ASKED), Stand.COMPATIBLE),
        (figure(63), figure(63, Meant.SUPPOSED, text="It may be so."), Stand.COMPATIBLE),
        (figure(63), figure(63, Meant.SUPPOSED, text="He thinks so."), Stand.SAME),
        (figure(63), figure(63, Meant.PLANNED), Stand.COMPATIBLE),
        (figure(63), figure(63, Meant.ORDERED), Stand.COMPATIBLE),
        (figure(63), figure(63, Meant.REPORTED), Stand.COMPATIBLE),
        (figure(63, Meant.PLANNED), figure(63, Meant.PLANNED), Stand.SAME),
        (figure(63, Meant.PLANNED), figure(70), Stand.SCOPE),
        (figure(63, Meant.PLANNED, published="2024-03-01"), figure(70, published="2024-04-01"), Stand.UPDATE),
        (
            figure(4, Meant.SUPPOSED, text="If it is dry."),
            figure(6, Meant.SUPPOSED, text="If it is wet."),
            Stand.SCOPE,
        ),
        (figure(63), figure(180), Stand.CONFLICT),
        (figure(63), figure(6_300_000), Stand.CONFLICT),
    ],
)
def test_how_two_claims_are_meant_decides_before_their_values(a: Witness, b: Witness, expected: Stand) -> None:
    assert stand(a, b).stand is expected
    assert stand(b, a).stand is expected


def test_below_a_stated_likelihood_values_only_may_differ() -> None:
    assert stand(figure(63), figure(180), 0.9).stand is Stand.CONFLICT
    assert stand(figure(63), figure(180), 0.45).stand is Stand.DOUBTFUL


def test_rates_are_compared_over_one_length_of_time() -> None:
    yearly, monthly = figure(1_200_000, rate="year"), figure(100_000, rate="month")
    assert stand(yearly, monthly).stand is Stand.COMPATIBLE
    assert stand(yearly, figure(300_000, rate="month")).stand is Stand.CONFLICT
    assert stand(figure(4, rate="day"), figure(4, rate="year")).stand is Stand.CONFLICT


def test_opposite_verbs_contradict_each_other_on_one_value() -> None:
    rose, fell = figure(6, direction=frozenset({"amount+"})), figure(6, direction=frozenset({"amount-"}))
    assert stand(rose, fell).stand is Stand.CONFLICT
    assert stand(rose, rose).stand is Stand.SAME


def test_a_smaller_count_a_day_later_is_an_update_only_where_something_says_so() -> None:
    older = figure(20, published="2024-01-29")
    assert stand(older, figure(4, published="2024-01-31")).stand is Stand.CONFLICT
    assert stand(older, figure(4, published="2024-01-31", newer=True)).stand is Stand.UPDATE
    assert stand(older, figure(24, published="2024-01-31")).stand is Stand.UPDATE
    assert stand(older, figure(24, published="2024-01-29", newer=True)).stand is Stand.CONFLICT


def bounded(value: float, bound: Bound) -> Quantity:
    below = bound in (Bound.UNDER, Bound.AT_MOST, Bound.UP_TO, Bound.NEARLY)
    return Quantity(f"{bound} {value:g}", None if below else value, value if below else None, None, bound)


def test_bounds_of_opposite_direction_exclude_each_other() -> None:
    assert relate_quantities(bounded(300, Bound.OVER), bounded(300, Bound.UNDER)).kind == "conflict"
    assert relate_quantities(bounded(300, Bound.AT_LEAST), bounded(300, Bound.AT_MOST)).kind == "compatible"
    assert relate_quantities(bounded(300, Bound.OVER), bounded(300, Bound.AT_LEAST)).kind == "same"


def clock(start: str, day: str | None = None, raw: str = "at the time") -> When:
    return When(raw, day, day, Precision.TIME, start, start)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (clock("07:20", "2024-05-04"), clock("19:20", "2024-05-04"), "conflict"),
        (clock("19:20", "2024-05-04"), clock("19:20", "2024-05-04"), "same"),
        (clock("14:00+00:00"), clock("16:00+02:00"), "same"),
        (clock("14:00+00:00"), clock("14:00+02:00"), "conflict"),
        (clock("21:30", raw="about 9.30pm"), clock("21:34"), "compatible"),
        (clock("21:30"), clock("21:52"), "conflict"),
    ],
)
def test_times_of_day_count_with_their_zones(a: When, b: When, kind: str) -> None:
    assert relate_times(a, b).kind == kind
    assert relate_times(b, a).kind == kind


def test_percentage_points_are_no_percent() -> None:
    percent, points = Quantity("5%", 5, 5, "percent"), Quantity("5 points", 5, 5, "percentage point")
    assert relate_quantities(percent, points).kind == "conflict"
    assert relate_quantities(percent, Quantity("2 points", 2, 2, "percentage point")).kind == "compatible"


def test_a_score_is_the_same_with_its_sides_in_either_order() -> None:
    one, other = Quantity("3-1", 1, 3, "score"), Quantity("1-3", 1, 3, "score")
    assert relate_quantities(one, other).kind == "same"
    assert relate_quantities(one, Quantity("0-4", 0, 4, "score")).kind == "conflict"


def test_a_match_without_values_has_no_kind() -> None:
    assert Match(0.5).kind is None
