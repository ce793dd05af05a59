"""Statuses of witnesses made by hand: the order of the tests, and that the order of the witnesses says nothing."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.claim_matching.outcomes import Outcome
from index.claim_matching.statuses import independent, status_of
from index.claim_matching.witness import Witness
from index.records import (
    CLAIM_TYPES,
    Bound,
    Claim,
    ClaimKind,
    Precision,
    Quantity,
    Span,
    Status,
    When,
    ZoneKind,
)


def claim(document: str, kind: ClaimKind = ClaimKind.FIGURE, place: int = 0, **fields: object) -> Claim:
    """Return a claim at a place of a document."""
    span = Span(place, place + 3)
    values: dict[str, object] = {"surface": "xyz", "rule": "test", **fields}
    return CLAIM_TYPES[kind](
        id=f"{document}#{kind.value[0]}{place}-{place + 3}",
        document=document,
        zone=ZoneKind.BODY,
        line=1,
        span=span,
        sentence=Span(0, 20),
        text="xyz " * 5,
        **values,  # type: ignore[arg-type]
    )


def figure(document: str, value: float, bound: Bound | None = None, **fields: object) -> Witness:
    """Return a witness of a count of users."""
    low, high = (value, None) if bound in (Bound.OVER, Bound.AT_LEAST) else (value, value)
    quantity = Quantity(f"{value:g}", low, high, None, bound, subject="users")
    return Witness(claim(document, quantity=quantity, surface=f"{value:g}"), **fields)  # type: ignore[arg-type]


def event(document: str, day: str, **fields: object) -> Witness:
    """Return a witness of a dated event."""
    when = When(day, day, day, Precision.DAY)
    return Witness(claim(document, ClaimKind.EVENT, when=when, surface=day), **fields)  # type: ignore[arg-type]


def prediction(document: str, stance: str, leaning: str | None = None) -> Witness:
    """Return a witness of a forecast."""
    return Witness(claim(document, ClaimKind.PREDICTION, stance=stance), leaning=leaning)


CASES = [
    pytest.param([figure("a", 59)], Status.ALONE, id="one source"),
    pytest.param([figure("a", 59), figure("b", 59)], Status.CORROBORATED, id="two sources"),
    pytest.param([figure("a", 59), figure("b", 84)], Status.CONFLICT, id="disjoint"),
    pytest.param([figure("a", 59), figure("b", 59), figure("c", 84)], Status.CONFLICT, id="never hidden"),
    pytest.param([figure("a", 59), figure("b", 50, Bound.AT_LEAST)], Status.COMPATIBLE, id="bound"),
    pytest.param(
        [figure("a", 59, origins=frozenset({"who"})), figure("b", 59, origins=frozenset({"who", "x"}))],
        Status.ONE_ORIGIN,
        id="one origin",
    ),
    pytest.param([figure("a", 59, text="w"), figure("b", 59, text="w")], Status.ONE_ORIGIN, id="one wire text"),
    pytest.param(
        [figure("a", 59, text="w"), figure("b", 59, text="w"), figure("c", 59)],
        Status.CORROBORATED,
        id="a wire text and another source",
    ),
    pytest.param(
        [figure("a", 143, published="2017-09-07"), figure("b", 145.5, published="2017-09-21")],
        Status.UPDATE,
        id="two weeks later",
    ),
    pytest.param(
        [figure("a", 84, published="2017-09-07"), figure("b", 59, published="2017-09-08")],
        Status.CONFLICT,
        id="smaller the day after",
    ),
    pytest.param(
        [figure("a", 84, published="2012-09-07"), figure("b", 159, published="2017-09-08")],
        Status.CONFLICT,
        id="five years later is no update",
    ),
    pytest.param(
        [figure("a", 59, period=("2023-01-01", "2023-12-31")), figure("b", 84, period=("2024-01-01", "2024-12-31"))],
        Status.SCOPE_DIFFERS,
        id="other periods",
    ),
    pytest.param(
        [figure("a", 59, scope=frozenset({"women"})), figure("b", 84, scope=frozenset({"men"}))],
        Status.SCOPE_DIFFERS,
        id="other populations",
    ),
    pytest.param(
        [figure("a", 59, scope=frozenset({"monthly active"})), figure("b", 84)], Status.SCOPE_DIFFERS, id="a part"
    ),
    pytest.param(
        [figure("a", 84, scope=frozenset({"monthly active"})), figure("b", 59)],
        Status.CONFLICT,
        id="a part that is greater than the whole",
    ),
    pytest.param([event("a", "2025-01-18"), event("b", "2025-01-19")], Status.CONFLICT, id="dates"),
    pytest.param(
        [
            event("a", "2025-01-19", outcome=Outcome("ruling", "ended", "overturned")),
            event("b", "2025-01-19", outcome=Outcome("ruling", "paused", "suspended")),
        ],
        Status.CONFLICT,
        id="outcomes",
    ),
    pytest.param([prediction("a", "likely"), prediction("b", "unlikely")], Status.COMPATIBLE, id="stances"),
    pytest.param(
        [prediction("a", "likely", "yes"), prediction("b", "likely", "no")], Status.CONFLICT, id="opposed forecasts"
    ),
]


@pytest.mark.parametrize(("witnesses", "status"), CASES)
def test_status_in_any_order(witnesses: list[Witness], status: Status) -> None:
    verdicts = {status_of(list(order))[:2] for order in permutations(witnesses)}
    assert len(verdicts) == 1
    found, reason = verdicts.pop()
    assert found is status
    assert reason


def test_scope_is_flagged_where_values_agree() -> None:
    status, reason, *_ = status_of([figure("a", 300), figure("b", 300, scope=frozenset({"monthly active"}))])
    assert status is Status.CORROBORATED
    assert "monthly active" in reason


def test_an_update_shows_both_values_and_dates() -> None:
    older, newer = figure("a", 143, published="2017-09-07"), figure("b", 145.5, published="2017-09-21")
    _, reason, *_ = status_of([newer, older], {"a": "Courier", "b": "Herald"}.__getitem__)
    assert reason.index("143") < reason.index("145.5")
    assert all(words in reason for words in ("2017-09-07", "2017-09-21", "Courier", "Herald"))


def test_forecasts_are_never_true_or_false() -> None:
    _, reason, *_ = status_of([prediction("a", "likely"), prediction("b", "unlikely")])
    assert "neither true nor false" in reason
    assert "likely: a" in reason


def test_echoes_of_echoes_are_one_report() -> None:
    a = figure("a", 59, origins=frozenset({"x"}))
    b = figure("b", 59, origins=frozenset({"x"}), text="w")
    c = figure("c", 59, text="w")
    assert len(independent([a, b, c])) == 1


values = st.one_of(st.none(), st.floats(-1e12, 1e12))
quantities = st.builds(
    Quantity,
    raw=st.text(max_size=8),
    low=values,
    high=values,
    unit=st.sampled_from([None, "percent", "USD", "day", "week"]),
    bound=st.one_of(st.none(), st.sampled_from(Bound)),
    approximate=st.booleans(),
    subject=st.one_of(st.none(), st.text(max_size=8)),
)
days = st.one_of(st.none(), st.dates().map(str), st.sampled_from(["2024", "2024-05", "soon"]))
whens = st.builds(When, raw=st.text(max_size=12), start=days, end=days, precision=st.sampled_from(Precision))
witnesses = st.builds(
    Witness,
    claim=st.one_of(
        st.builds(claim, document=st.sampled_from("abc"), place=st.integers(0, 30), quantity=quantities),
    ),
    published=days,
    origins=st.frozensets(st.sampled_from(["x", "y"])),
    scope=st.frozensets(st.sampled_from(["US", "women"])),
    period=st.one_of(st.none(), st.tuples(st.dates().map(str), st.dates().map(str))),
    text=st.one_of(st.none(), st.just("w")),
)
dated = st.builds(
    Witness,
    claim=st.builds(
        claim, document=st.sampled_from("abc"), kind=st.just(ClaimKind.EVENT), place=st.integers(0, 30), when=whens
    ),
)


@given(st.one_of(st.lists(witnesses, max_size=5), st.lists(dated, max_size=5)), st.randoms())
def test_any_witnesses_have_a_status_that_their_order_does_not_change(found: list[Witness], random: object) -> None:
    unique = list({witness.claim.id: witness for witness in found}.values())
    shuffled = list(unique)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    status, reason, *_ = status_of(unique)
    assert status_of(shuffled)[0] is status
    assert reason


def test_statements_that_are_alike_but_for_their_numbers_never_bear_each_other_out() -> None:
    def said(document: str, content: str, origin: str) -> Witness:
        statement = claim(document, ClaimKind.QUOTATION, content=content, direct=False, speaker=origin)
        return Witness(statement, origins=frozenset({origin}))

    ours = said("a", "the fire killed 12 workers", "police")
    assert status_of([ours, said("b", "the fire killed twelve workers", "the mayor")]).status is Status.CORROBORATED
    other = status_of([ours, said("b", "the fire killed fifteen workers", "the mayor")])
    assert other.status is Status.SCOPE_DIFFERS
    assert "may differ: 12 (a), fifteen (b)" in other.reason
