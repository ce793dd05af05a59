"""``rednote-tui notes``: what was decided, listed, written out and taken in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.records import Span, Verdict
from index.settings import Settings
from tests.command_line.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def opened(corpus: Path) -> Iterator[Corpus]:
    opened = Corpus.open([corpus], Settings())
    opened.refresh()
    yield opened
    opened.close()


def test_nothing_decided_is_status_one(run: Run, corpus: Path) -> None:
    ran = run("notes", corpus)
    assert (ran.status, ran.out) == (1, "")
    assert "there are no decisions" in ran.err


def test_decisions_are_listed_with_their_places(run: Run, corpus: Path, opened: Corpus) -> None:
    claim = next(claim for claim in opened.claims() if claim.document == "courier.md")
    opened.notes.judge(claim, Verdict.FALSE)
    opened.notes.save_search("ships", "ferry")
    shown = json.loads(run("notes", corpus, "--json").out)
    assert shown["schema"] == 1
    search, verdict = shown["decisions"]
    assert (search["kind"], search["name"], search["value"], search["places"]) == ("search", "ships", "ferry", [])
    assert (verdict["kind"], verdict["value"], verdict["lost"]) == ("verdict", "false", False)
    [place] = verdict["places"]
    assert (place["document"], place["line"], place["words"]) == ("courier.md", claim.line, claim.surface)
    ran = run("notes", corpus)
    assert ran.status == 0
    assert "courier.md" in ran.out
    assert "ships: ferry" in ran.out


def test_of_a_pairs_thresholds_only_the_one_in_force_is_listed(run: Run, corpus: Path, opened: Corpus) -> None:
    for strength in (0.5, 0.6, 0.7):
        opened.notes.set_threshold("courier.md", "herald.md", strength)
    [decision] = json.loads(run("notes", corpus, "--json").out)["decisions"]
    assert (decision["kind"], decision["value"]) == ("threshold", "0.70")
    assert run("notes", corpus).out.count("threshold") == 1


def test_words_that_are_gone_are_said(run: Run, corpus: Path, opened: Corpus) -> None:
    opened.notes.note_passage("herald.md", Span(0, 40), "look")
    (corpus / "herald.md").write_text("Another text altogether.\n", encoding="utf-8")
    assert "words gone" in run("notes", corpus).out
    assert json.loads(run("notes", corpus, "--json").out)["decisions"][0]["lost"] is True


def test_decisions_travel_in_a_file(run: Run, corpus: Path, opened: Corpus, tmp_path: Path) -> None:
    file = tmp_path / "out" / "mine.yaml"
    opened.notes.judge(opened.claims()[0], Verdict.TRUE)
    assert run("notes", corpus, "--export", file).status == 0
    assert run("notes", corpus, "--import", file).status == 1
    opened.notes.undo()
    assert run("notes", corpus).status == 1
    ran = run("notes", corpus, "--import", file)
    assert ran.status == 0
    assert "1 new" in ran.err
    assert list(opened.notes.effects().verdicts.values()) == [Verdict.TRUE]


def test_a_file_that_is_none_is_an_error(run: Run, corpus: Path, tmp_path: Path) -> None:
    ran = run("notes", corpus, "--import", tmp_path / "nowhere.yaml")
    assert ran.status == 2
    assert "no file of notes" in ran.err
    assert run("notes", corpus, "--import", "a", "--export", "b").status == 2


def test_a_threshold_that_was_kept_holds_unless_another_is_given(run: Run, corpus: Path, opened: Corpus) -> None:
    def threshold(*options: str) -> float:
        return float(
            json.loads(run("compare", "courier", "herald", corpus, "--format", "json", *options).out)["threshold"]
        )

    usual = threshold()
    opened.notes.set_threshold("courier.md", "herald.md", 0.95)
    assert threshold() == 0.95
    assert threshold("--threshold", "0.2") == 0.2
    for form in ("text", "md", "html"):
        ran = run("compare", "courier", "herald", corpus, "--format", form)
        assert "links from 0.95 up" in ran.out.replace("\\", "")
    [row] = json.loads(run("notes", corpus, "--json").out)["decisions"]
    assert (row["kind"], row["value"], row["lost"]) == ("threshold", "0.95", False)
    assert [place["document"] for place in row["places"]] == ["courier.md", "herald.md"]
    assert "courier.md, herald.md" in run("notes", corpus).out
    opened.notes.undo()
    assert threshold() == usual
