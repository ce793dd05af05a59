"""The figures room against public data: quality does not fall below what was reached."""

import json
from pathlib import Path

import pytest

from index.claims.figures import find_figures
from tests.accuracy import figures


def test_news_figures_stay_above_the_published_level(shared: Path) -> None:
    if not (shared / "data/quantities").is_dir():
        pytest.skip("the quantities data are absent")
    rows = {(row.data, row.measure): row.value for row in figures.measure(shared)}
    held_out = "Wikinews, held out"
    assert rows[held_out, "value F1"] >= 94
    assert rows[held_out, "value and unit F1"] >= 93


def test_percentages_of_another_recogniser(shared: Path) -> None:
    path = shared / "data/quantities/recognizers/PercentModel.json"
    if not path.is_file():
        pytest.skip("the recogniser's cases are absent")
    right = 0
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    for case in cases:
        stated = [result["Resolution"]["value"].rstrip("%") for result in case["Results"]]
        wanted = [float(value) for value in stated if value != "null"]
        claims = find_figures(figures.as_document("case", [case["Input"]]))
        right += [claim.quantity.low for claim in claims if claim.quantity] == wanted
    assert right >= len(cases) - 1
