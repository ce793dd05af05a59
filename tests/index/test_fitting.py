"""The fit behind the likelihood: that it finds what made the data, and that the weights which ship came from it."""

from math import log

import pytest

from index.claim_matching.fitted import fitted, likelihood
from tests.fitting.expectations import AGAINST, EXPECTED, FOR
from tests.fitting.regression import area_under_curve, chance_of, fit, solve


def test_a_system_is_solved() -> None:
    assert solve([[0.0, 2.0], [3.0, 1.0]], [4.0, 5.0]) == pytest.approx([1.0, 2.0])


def test_the_weight_of_a_sign_is_the_log_odds_that_it_adds() -> None:
    rows = [{"sign": 1.0}] * 100 + [{}] * 100
    labels = [True] * 80 + [False] * 20 + [True] * 20 + [False] * 80
    weights = fit(rows, labels, [1.0] * 200, 1e-6)
    assert weights[""] == pytest.approx(log(20 / 80), abs=1e-3)
    assert weights["sign"] == pytest.approx(log(80 / 20) - log(20 / 80), abs=1e-3)
    assert chance_of(weights, {"sign": 1.0}) == pytest.approx(0.8, abs=1e-3)


def test_a_sign_without_data_keeps_what_was_expected_of_it() -> None:
    weights = fit([{"seldom": 0.0}, {}], [True, False], [1.0, 1.0], 1.0, {"seldom": -2.0})
    assert weights["seldom"] == pytest.approx(-2.0)


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    assert area_under_curve([0.9, 0.4, 0.6, 0.1], [True, True, False, False], [1.0] * 4) == pytest.approx(0.75)


def test_no_weight_that_ships_speaks_against_its_meaning() -> None:
    for model in fitted().values():
        assert all(weight >= 0 for name, weight in model.weights.items() if name in FOR)
        assert all(weight <= 0 for name, weight in model.weights.items() if name in AGAINST)
        assert model.pair > 0
        assert model.rival <= 0
    assert EXPECTED.keys() <= AGAINST | FOR


def test_a_rival_makes_a_pair_less_likely() -> None:
    model = fitted()["figure, different"]
    alone, beside = model.beside_rivals(2.0, 0.0, 0.0), model.beside_rivals(2.0, 3.0, 0.0)
    assert likelihood(beside) < likelihood(alone)
