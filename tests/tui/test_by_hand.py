"""What the reader's hand does in a comparison: links broken, made and asked to be stronger, kept and shown."""

from pathlib import Path

import pytest

from index.records import DecisionKind, RefreshReport, Span
from tests.tui.conftest import HARBOUR, Explore
from tests.tui.corpus import MemoryCorpus
from tui.decisions import DecisionItem
from tui.panes.listing import Listing
from tui.panes.matrix import MatrixGrid

PAIR = frozenset(("a.md", "b.md"))


async def test_how_strong_links_must_be_is_kept_for_the_pair(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("+", "+")
        assert stories.notes.effects().thresholds == {PAIR: 0.4}
        assert "· links from 0.40" in driver.text()
        await driver.press("x")
        assert "· links from 0.40" in driver.text()
        await driver.press(">")
        assert "· links from" not in driver.text()
        await driver.press("u", "u")
        assert stories.notes.effects().thresholds == {}


async def test_steps_that_come_quickly_are_all_taken(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.burst(*"+++++")
        assert stories.notes.effects().thresholds == {PAIR: 0.55}
        walk = driver.screen.comparison.walk
        assert walk is not None
        assert walk.links == ()
        await driver.burst(*"---------------")
        assert stories.notes.effects().thresholds == {PAIR: 0.0}
        await driver.press("-")
        assert any("Every link is shown" in notice for notice in driver.notices())


async def test_the_list_of_decisions_shows_where_the_steps_led(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("+", "+", "D")
        items = [item for item in driver.app.screen.query_one(Listing).items if isinstance(item, DecisionItem)]
        assert [item.placed.decision.value for item in items] == ["0.40"]
        assert "links from 0.40 between “a.md” and “b.md”" in driver.text()


async def test_from_the_list_a_decision_on_a_pair_opens_the_pair(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("]", "m", "(", ")", "m", "escape")
        assert not driver.screen.comparing
        await driver.press("D", "enter")
        comparison = driver.screen.comparison
        assert driver.screen.comparing
        assert comparison.wanted == ("a.md", "b.md")
        assert comparison.walk is not None
        assert comparison.walk.link is not None
        assert comparison.walk.link.pinned


async def test_the_matrix_counts_what_was_broken_and_pinned(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("M", "enter")
        await driver.press("m")
        walk = driver.screen.comparison.walk
        assert walk is not None
        await driver.press("escape")
        cell = driver.app.screen.query_one(MatrixGrid).cells["a.md", "b.md"]
        assert (cell.links, cell.conflicts) == (len(walk.links), walk.conflicts)
        assert len(walk.links) == 4


async def test_a_lone_passage_is_linked_with_the_one_chosen_on_the_other_side(
    explore: Explore, stories: MemoryCorpus
) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("(")
        link = driver.screen.comparison.walk.link if driver.screen.comparison.walk else None
        assert link is not None
        assert f"m links it with B line {link.b.line}" in driver.text()
        await driver.press("m")
        [(one, other)] = stories.notes.effects().pins
        assert one[0] == "a.md"
        assert other == ("b.md", link.b.span)


async def test_a_broken_link_that_is_restored_is_the_one_in_use(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("]", "]")
        walk = driver.screen.comparison.walk
        assert walk is not None
        assert walk.link is not None
        before = (walk.current, walk.link.a.span, walk.link.b.span)
        await driver.press("m")
        await driver.press("]")
        await driver.press("u")
        walk = driver.screen.comparison.walk
        assert walk is not None
        assert walk.link is not None
        assert (walk.current, walk.link.a.span, walk.link.b.span) == before


async def test_nothing_is_linked_that_was_not_chosen(explore: Explore) -> None:
    corpus = MemoryCorpus({"a": "A\nNothing at all.", "b": "B\nQuite another one."})
    async with explore(corpus=corpus) as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("(", "m")
        assert corpus.notes.history() == ()
        assert any("Choose a passage on both sides" in notice for notice in driver.notices())


async def test_a_link_whose_words_are_gone_is_flagged(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("(", ")", "m")
        pinned = stories.document("a.md").slice(stories.notes.effects().pins[0][0][1])
        stories.replace("a.md", HARBOUR.replace(pinned, "Other words."))
        driver.screen.pairs.compare_anew()
        await driver.settle()
        assert "! 1 of your links lost its words" in driver.text()


async def test_a_changed_article_is_compared_anew(
    explore: Explore, stories: MemoryCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        stories.replace("a.md", "Harbour to close in spring\nNot a word of it.\n")
        monkeypatch.setattr(stories, "refresh", lambda *_: RefreshReport(0, 1, 0, 0))
        await driver.press("f5")
        assert "Not a word of it." in driver.text()
        assert driver.screen.comparison.walk is not None
        assert driver.screen.comparison.walk.links == ()
        del stories._documents["a.md"]
        await driver.press("f5")
        assert not driver.screen.comparing


@pytest.mark.parametrize("ending", ["html", "md", "json", "txt"])
async def test_a_comparison_is_written_to_a_file(
    explore: Explore, stories: MemoryCorpus, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"harbour.{ending}"
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("w")
        assert "a-and-b.html" in driver.text()
        await driver.press("ctrl+u")
        await driver.paste(str(file))
        await driver.press("enter")
        assert "450 ships" in file.read_text(encoding="utf-8")
        before = file.read_bytes()
        await driver.press("w", "ctrl+u")
        await driver.paste(str(file))
        await driver.press("enter")
        assert any("already exists" in notice for notice in driver.notices())
        assert file.read_bytes() == before


async def test_an_ending_that_names_no_form_is_said(explore: Explore, tmp_path: Path) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("w", "ctrl+u")
        await driver.paste(str(tmp_path / "harbour.docx"))
        await driver.press("enter")
        assert any("unknown file type" in notice for notice in driver.notices())
        assert not list(tmp_path.iterdir())


def test_steps_to_a_threshold_are_one_row_for_each_pair(stories: MemoryCorpus) -> None:
    for value, other in ((0.4, "b.md"), (0.5, "c.md"), (0.45, "b.md"), (None, "b.md")):
        stories.notes.set_threshold("a.md", other, value)
    stories.notes.pin(("a.md", Span(0, 7)), ("b.md", Span(0, 7)))
    shown = [placed.decision for placed in stories.notes.in_use()]
    assert [(one.kind, one.value) for one in shown] == [
        (DecisionKind.PIN, None),
        (DecisionKind.THRESHOLD, ""),
        (DecisionKind.THRESHOLD, "0.50"),
    ]
