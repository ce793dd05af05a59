"""``rednote-tui why``: the rules behind a line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line.conftest import Ran

Run = Callable[..., Ran]


def test_the_rules_of_a_line_are_printed_with_what_each_matched(run: Run, corpus: Path) -> None:
    ran = run("why", f"{corpus / 'courier.md'}:7")
    assert ran.status == 0
    assert "7: At least 12  figure\n    figure.count  a number of things or persons\n    amount.bound" in ran.out
    assert "1 March 2024  event\n    event.date" in ran.out
    assert "2024  no figure\n    no-figure." in ran.out


def test_a_document_of_a_folder_is_named_as_always(run: Run, corpus: Path) -> None:
    assert "9  figure" in run("why", "herald:7", corpus).out
    assert "9  figure" in run("why", "2:7", corpus).out


def test_as_json(run: Run, corpus: Path) -> None:
    shown = json.loads(run("why", "herald:7", corpus, "--json").out)
    assert shown["schema"] == 1
    figures = [one for one in shown["explained"] if one["kind"] == "figure"]
    assert [one["words"] for one in figures] == ["9"]
    assert figures[0]["claim"] == f"herald.md#f{figures[0]['start']}-{figures[0]['end']}"
    assert [list(fired) for fired in figures[0]["rules"][:1]] == [["rule", "matches", "words", "start", "end"]]
    assert any(one["claim"] is None and one["kind"] is None for one in shown["explained"])


def test_a_line_with_nothing_is_status_1(run: Run, corpus: Path) -> None:
    ran = run("why", "courier:8", corpus)
    assert (ran.status, ran.out) == (1, "")
    assert "courier.md, line 8: no claim and no number" in ran.err


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("courier", "does not say which line"),
        ("courier:x", "does not say which line"),
        (":7", "does not say which line"),
        ("courier:0", "does not say which line"),
        ("courier:99", "courier.md has 10 lines"),
        ("nobody:7", "there is no document “nobody”"),
    ],
)
def test_what_is_no_place_is_refused_with_a_hint(run: Run, corpus: Path, place: str, said: str) -> None:
    ran = run("why", place, corpus)
    assert ran.status == 2
    assert said in ran.err
