"""A search made another: spellings, any of the words, history, saved searches, facets, the order of results."""

from pathlib import Path

import pytest

from index.corpus import Corpus
from index.notes import Searched
from index.records import Facet
from index.settings import Settings
from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus
from tests.tui.driving import Driver
from tests.tui.test_corpus import ONE, TWO, exploring
from tui.dialogs.narrowing import FacetDialog
from tui.facets import FacetItem
from tui.offers import any_of, name_typed
from tui.panes.listing import Listing
from tui.panes.results import PassageItem, WordsItem

THREE = """---
title: Rebuilding begins
outlet: River Times
date: 2024-06-01
---
Work on the bridge began in June. Karlow paid for it.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stories = tmp_path / "stories"
    stories.mkdir()
    for name, text in (("one", ONE), ("two", TWO), ("three", THREE)):
        (stories / f"{name}.md").write_text(text, encoding="utf-8")
    return stories


def ordered(driver: Driver) -> list[str]:
    """Return the ids of the articles that answer, in order."""
    result = driver.screen.searchbar.result
    return [hit.document.id for hit in result.hits] if result else []


def answers(driver: Driver) -> set[str]:
    return set(ordered(driver))


def total(driver: Driver) -> int:
    result = driver.screen.searchbar.result
    return result.total if result else -1


@pytest.mark.parametrize(
    ("query", "loose"),
    [
        ("bridge storm", "bridge OR storm"),
        ("bridge storm bridge", "bridge OR storm"),
        ("50% 1,200", "50% OR 1,200"),
        ("bridge", None),
        ('"a phrase" storm', None),
        ("outlet:Post storm", None),
        ("a OR b", None),
        ("ban NEAR/5 law", None),
        ("storm -bridge", None),
        ("@mine storm", None),
    ],
)
def test_any_of_the_words(query: str, loose: str | None) -> None:
    assert any_of(query) == loose


@pytest.mark.parametrize(
    ("query", "name"), [("@", ""), ("storm @ka", "ka"), ("-@ka", "ka"), ("me@ka", None), ("@ka ", None)]
)
def test_a_name_that_is_typed(query: str, name: str | None) -> None:
    assert name_typed(query) == name


async def test_did_you_mean_is_taken_with_one_key_while_typing(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("harbuor")
        assert "Did you mean: harbour   (Enter or ^t)" in driver.text()
        await driver.press("ctrl+t")
        assert driver.screen.searchbar.input.value == "harbour"
        assert driver.screen.typing
        await driver.press("ctrl+t")
        assert any("no suggested spelling" in notice for notice in driver.notices())


async def test_any_of_the_words_is_offered_for_few_hits_and_taken(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("mayor pictures")
        assert "Any of these words: mayor OR pictures   (^o)" in driver.text()
        # The offer stands first, but Enter opens the best answer.
        assert isinstance(driver.screen.results.item, PassageItem)
        await driver.press("ctrl+o")
        assert driver.screen.searchbar.input.value == "mayor OR pictures"
        assert driver.screen.walk is not None
        assert driver.screen.walk.result.total == 2


async def test_an_offer_in_the_results_is_taken_by_enter(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("mayor pictures")
        await driver.press("tab", "g", "enter")
        assert driver.screen.searchbar.input.value == "mayor OR pictures"


async def test_history_begins_with_the_last_search_and_keeps_what_was_typed(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("ships")
        await driver.press("tab", "escape")
        assert driver.screen.walk is None
        await driver.press("/", "up")
        assert driver.screen.searchbar.input.value == "ships"
        await driver.press("down")
        await driver.press("/", "home", "ctrl+k", *"market", "up")
        assert driver.screen.searchbar.input.value == "ships"
        await driver.press("down")
        assert driver.screen.searchbar.input.value == "market"


async def test_a_long_history_is_gone_through_from_its_first_search(explore: Explore) -> None:
    async with explore() as driver:
        searchbar = driver.screen.searchbar
        searchbar.history = [f"ships {number}" for number in range(200)]
        await driver.search("market")
        await driver.press("up")
        assert searchbar.input.value == "ships 0"
        await driver.press("down")
        assert searchbar.input.value == "ships 1"


async def test_a_search_is_saved_listed_completed_and_used(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.press("@")
        assert "No search is saved; ^r saves the one in the line." in driver.text()
        await driver.press("ctrl+u", *"storm", "ctrl+r", *"wind and rain", "enter")
        assert driver.screen.corpus.notes.searches() == {"wind-and-rain": "storm"}
        await driver.press("escape", "escape", "@")
        assert driver.screen.searchbar.input.value == "@"
        assert "@wind-and-rain  storm" in driver.text()
        await driver.press("w")
        assert driver.screen.searchbar.input._suggestion == "@wind-and-rain"
        await driver.press("right")
        assert driver.screen.searchbar.input.value == "@wind-and-rain"
        assert driver.screen.walk is not None
        assert driver.screen.walk.result.total == 2
        await driver.press("ctrl+r", *"wind-and-rain", "enter")
        assert any("would refer to itself" in notice for notice in driver.notices())
        await driver.press("down", "u")
        assert driver.screen.corpus.notes.searches() == {}
        assert any("Undone: @wind-and-rain" in notice for notice in driver.notices())


async def test_saved_searches_are_in_the_palette(folder: Path) -> None:
    async with exploring(folder) as driver:
        driver.screen.corpus.notes.save_search("[bold]damage", "houses [red]x[/]")
        driver.screen.corpus.notes.save_search("storms", "storm")
        await driver.press("ctrl+p")
        await driver.pilot.press(*"@storms")
        await driver.pilot.pause(0.2)
        await driver.press("enter")
        assert driver.screen.searchbar.input.value == "@storms"


async def test_facets_stay_open_count_anew_and_add_up(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("karlow")
        await driver.press("tab", "F")
        dialog = driver.app.screen
        assert isinstance(dialog, FacetDialog)
        listing = dialog.query_one(Listing)

        def counts(field: str) -> dict[str, int]:
            return {one.facet.value: one.facet.count for one in listing.items if isinstance(one, FacetItem)
                    if one.facet.field == field}  # fmt: skip

        assert counts("outlet") == {"River Times": 2, "Valley Post": 1}
        assert counts("month") == {"2024-05": 2, "2024-06": 1}
        assert listing.select_key("outlet:River Times")
        await driver.press("space")
        assert driver.app.screen is dialog
        assert answers(driver) == {"three.md", "two.md"}
        assert counts("outlet") == {"River Times": 2, "Valley Post": 1}
        assert counts("month") == {"2024-05": 1, "2024-06": 1}
        assert "2 articles" in driver.text()
        assert listing.select_key("outlet:Valley Post")
        await driver.press("enter")
        assert total(driver) == 3
        assert listing.select_key("month:2024-06")
        await driver.press("x")
        assert total(driver) == 2
        assert "[-] 2024-06" in driver.text()
        await driver.press("backspace", "backspace")
        assert driver.screen.searchbar.filters == (("outlet", "River Times"),)
        await driver.press("escape")
        assert "[outlet: River Times ×]" in driver.text()
        await driver.press("backspace")
        assert not driver.screen.searchbar.filters
        assert "×]" not in driver.text()


async def test_a_chip_is_taken_off_by_a_click(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("karlow")
        driver.screen.searchbar.narrow((("outlet", "River Times"), ("zone", "-title")))
        await driver.settle()
        assert "[outlet: River Times ×] [without zone: title ×]" in driver.text()
        await driver.pilot.click("#chips", offset=(5, 0))
        await driver.settle()
        assert driver.screen.searchbar.filters == (("zone", "-title"),)


async def test_names_as_typed_is_a_chip_and_goes_like_one(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("xiaohongshu")
        await driver.press("tab", "=")
        assert "[names as typed ×]" in driver.text()
        assert total(driver) == 1
        await driver.press("backspace")
        assert driver.screen.searchbar.expand
        assert total(driver) == 2


async def test_results_are_sorted_by_relevance_date_and_outlet(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("karlow")
        await driver.press("tab", ".")
        assert ordered(driver) == ["three.md", "two.md", "one.md"]
        assert "by date" in driver.text()
        await driver.press(".")
        assert ordered(driver)[-1] == "one.md"
        assert "by outlet" in driver.text()


async def test_nothing_to_narrow_or_to_keep_is_said(explore: Explore) -> None:
    async with explore() as driver:
        told = ""
        for key in ("F", "ctrl+r", "ctrl+o", "backspace"):
            await driver.press(key)
            assert driver.app.screen is driver.screen
            told += " ".join(driver.notices())
        assert "no results to narrow" in told
        assert "no search to save" in told
        assert "fewer than two plain words" in told


def test_offers_are_searched_when_chosen() -> None:
    assert WordsItem("offer", query="x").selectable
    assert not WordsItem("words").selectable


def test_any_of_two_values_of_a_facet_will_do(folder: Path, tmp_path: Path) -> None:
    corpus = Corpus.open([folder], Settings(), cache=tmp_path / "cache", notes=tmp_path / "notes.yaml")
    try:
        corpus.refresh()
        filters = (("outlet", "River Times"), ("outlet", "Valley Post"), ("month", "-2024-06"))
        assert corpus.search("karlow", filters=filters).total == 2
    finally:
        corpus.close()


async def test_searches_of_another_time_are_brought_back(
    explore: Explore, stories: MemoryCorpus, tmp_path: Path
) -> None:
    stories.searched = Searched(tmp_path / "searches.txt")
    async with explore() as driver:
        await driver.search("ships")
        await driver.press("enter")
    async with explore() as driver:
        await driver.press("/", "up")
        assert driver.screen.searchbar.input.value == "ships"


def test_facets_count_articles() -> None:
    item = FacetItem(Facet("outlet", "The Paper", 1))
    assert "".join(words for words, _ in item.lines(40)[0]) == "[ ] The Paper  1 article"
