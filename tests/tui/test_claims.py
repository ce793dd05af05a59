"""The sidebar, the claim in use, and its explanation."""

from dataclasses import replace

import pytest

from index.records import (
    Figure,
    Surroundings,
    Verdict,
)
from tests.tui.conftest import HARBOUR, Explore
from tests.tui.corpus import MemoryCorpus
from tui.dialogs.correcting import CorrectDialog
from tui.dialogs.listdialog import ListDialog
from tui.dialogs.verdict import VerdictDialog
from tui.explanation import facts
from tui.panes.claims import ClaimItem
from tui.panes.listing import Listing

LONG = "\n".join(["This paragraph speaks of nothing in particular and goes on for some words."] * 40)


async def test_the_title_says_whose_claims_are_listed(explore: Explore) -> None:
    async with explore() as driver:
        listing = driver.screen.claims.listing
        assert str(listing.border_title).startswith("4 Claims of 1 ")
        await driver.press(",")
        assert str(listing.border_title) == "4 Claims of all 3 articles"


async def test_going_down_the_claims_passes_other_sources_words(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("4")
        claims, seen = driver.screen.claims, []
        for _ in [item for item in claims.listing.items if item.selectable]:
            assert claims.claim is not None
            seen.append((claims.claim.document, claims.claim.surface))
            assert driver.screen.opened == claims.claim.document or len(seen) == 1
            await driver.press("j")
        assert len(set(seen)) == len(seen)
        assert {document for document, _ in seen} == {"a.md", "b.md"}
        assert claims.view.documents == ("a.md",)


async def test_another_sources_claim_is_rated_without_losing_the_list(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "j", "v", "f")
        [rated] = stories.notes.effects().verdicts
        assert rated.startswith("b.md#")
        assert driver.screen.claims.view.documents == ("a.md",)
        assert driver.screen.claims.claim is not None
        assert driver.screen.claims.claim.id == rated


async def test_the_claims_follow_the_article_once_they_are_left(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("4", "j")
        assert driver.screen.opened == "b.md"
        await driver.press("3")
        assert driver.screen.claims.view.documents == ("b.md",)


async def test_brackets_in_the_reader_go_through_the_text_in_order(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("3")
        walked = []
        for key in ("]", "]", "]", "[", "["):
            await driver.press(key)
            assert driver.screen.claims.claim is not None
            walked.append(driver.screen.claims.claim.surface)
        assert walked == ["3", "1,200", "450", "1,200", "3"]
        await driver.press("}")
        assert driver.screen.claims.claim is not None
        assert driver.screen.claims.claim.surface == "1,200"
        assert driver.screen.opened == "a.md"


async def test_a_verdict_in_the_reader_is_on_the_words_that_are_read(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("3", "]", "]", "v")
        assert isinstance(driver.app.screen, VerdictDialog)
        assert "Your verdict on “1,200”" in driver.text()
        assert "“About 1,200 workers are affected.”" in driver.text()
        await driver.press("f")
        assert stories.notes.effects().verdicts == {
            f"a.md#f{HARBOUR.index('1,200')}-{HARBOUR.index('1,200') + 5}": "false"
        }


async def test_of_several_claims_that_are_read_one_is_chosen(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("3", "v")
        dialog = driver.app.screen
        assert isinstance(dialog, ListDialog)
        assert "Which of the 3 claims in view?" in driver.text()
        items = [item for item in dialog.query_one(Listing).items if isinstance(item, ClaimItem)]
        assert [item.claim.surface for item in items] == ["3", "1,200", "450"]
        await driver.burst("j", "j", "enter", "t")
        assert [key.partition("#")[0] for key in stories.notes.effects().verdicts] == ["a.md"]
        assert driver.screen.claims.claim is not None
        assert driver.screen.claims.claim.surface == "450"


async def test_a_search_hit_is_rated_from_the_results(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.search("affected")
        await driver.press("down", "v", "f")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert claim.surface == "1,200"
        assert stories.notes.effects().verdicts == {claim.id: Verdict.FALSE}


@pytest.mark.parametrize("key", ["v", "C", "e", "J", "S"])
async def test_where_no_claim_is_read_that_is_said(explore: Explore, stories: MemoryCorpus, key: str) -> None:
    async with explore(
        corpus=MemoryCorpus({"a.md": f"A title\n{LONG}\n", "b.md": "Another\nSome 12 ships.\n"})
    ) as driver:
        await driver.search("nothing")
        await driver.press("enter", "n", key)
        assert driver.app.screen is driver.screen
        assert any("There is no claim at the marked words of line" in notice for notice in driver.notices())
        await driver.press("1", key)
    assert stories.notes.history() == ()


async def test_a_correction_shows_the_words_it_is_about(explore: Explore) -> None:
    for size in ((120, 36), (40, 12)):
        async with explore(size) as driver:
            await driver.press("3", "]", "]", "C")
            dialog = driver.app.screen
            assert isinstance(dialog, CorrectDialog)
            assert "“About 1,200 workers are" in driver.text()
            assert "the rules read low: 1,200" in driver.text()


async def test_an_explanation_is_read_to_its_last_row(explore: Explore) -> None:
    async with explore((40, 12)) as driver:
        await driver.press("4", "e")
        read = []
        for _ in range(60):
            read += [line for line in driver.text().splitlines() if line not in read]
            await driver.press("j")
        shown = " ".join(" ".join(line.strip(" ┃│") for line in read).split())
        for words in (
            "conflict: workers",
            "conflict means:",
            "value",
            "rule digits",
            "The Paper · 2025-01-20",
            "Some 900",
        ):
            assert words in shown
        await driver.press("g")
        assert driver.app.screen.query_one(Listing).scroll_y == 0


async def test_the_reason_of_a_link_can_be_scrolled(explore: Explore) -> None:
    async with explore((40, 12)) as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("e")
        listing = driver.app.screen.query_one(Listing)
        assert listing.cursor is None
        await driver.press("j", "j")
        assert listing.scroll_y == 2
        await driver.press("G")
        assert listing.scroll_y == listing.max_scroll_y


def test_an_explanation_gives_the_digits_and_the_period_of_a_figure(stories: MemoryCorpus) -> None:
    figure = stories.claims()[0]
    assert isinstance(figure, Figure)
    shown = dict(
        facts(
            replace(
                figure,
                quantity=replace(figure.quantity, low=1_234_567.5, high=1_234_567.5),
                around=Surroundings(period=("2025-01-01", "2025-01-31")),
            )
        )
    )
    assert "1,234,567.5" in shown["value"]
    assert shown["period"] == "2025-01-01 to 2025-01-31"


async def test_a_number_that_is_no_figure_names_the_rule_that_kept_it_out(explore: Explore) -> None:
    text = "A title\nOn the third day it rained.\n"
    async with explore(
        corpus=MemoryCorpus({"a.md": text, "b.md": "Another\nOn the first day 12 ships came.\n"})
    ) as driver:
        await driver.press("3", "e")
        shown = " ".join(driver.text().split())
        assert "Why the numbers in view are no figures" in shown
        assert "“third” is no figure: an ordinal" in shown
        assert "no-figure.ordinal" in shown
        await driver.press("escape", "1", "j", "enter", "e")
        shown = " ".join(driver.text().split())
        assert "rule digits" in shown
        assert "“first” is no figure: an ordinal" in shown
