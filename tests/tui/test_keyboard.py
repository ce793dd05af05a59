"""Who types ahead, or pastes, triggers nothing but what was meant."""

import pytest

from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus
from tui.dialogs.listdialog import ListDialog


async def test_letters_right_after_the_slash_are_typed(explore: Explore) -> None:
    async with explore() as driver:
        await driver.burst("/", "q", "u", "i", "t")
        assert driver.app.is_running
        assert driver.app.screen is driver.screen
        assert driver.screen.searchbar.input.value == "quit"


@pytest.mark.parametrize("pane", ["2", "3", "4"])
async def test_from_every_pane(explore: Explore, pane: str) -> None:
    async with explore() as driver:
        await driver.burst(pane, "/", "d", "i", "e", "d", "space", "q")
        assert driver.screen.searchbar.input.value == "died q"


async def test_escape_keeps_its_place_among_the_keys(explore: Explore) -> None:
    async with explore() as driver:
        await driver.burst("/", "q", "escape")
        assert not driver.screen.typing
        await driver.burst("3", "?", "escape", "/", "q")
        assert driver.app.is_running
        assert driver.screen.searchbar.input.value.endswith("q")


async def test_a_note_typed_ahead_is_whole(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.burst("4", "a", *"quick", "enter")
        assert driver.app.is_running
        assert list(stories.notes.effects().claim_notes.values()) == ["quick"]


async def test_a_dialog_opened_ahead_takes_its_own_keys(explore: Explore) -> None:
    async with explore() as driver:
        await driver.burst("?", "q", "j", "j")
        assert isinstance(driver.app.screen, ListDialog)
        assert driver.app.is_running


async def test_a_paste_triggers_nothing_and_is_clean(explore: Explore) -> None:
    async with explore() as driver:
        await driver.paste("q")
        assert driver.app.is_running
        await driver.press("/")
        await driver.paste("a\x1b]52;c;YQ==\x07b")
        assert "\x1b" not in driver.screen.searchbar.input.value
        assert driver.screen.searchbar.input.value.startswith("a")


async def test_what_follows_escape_is_not_typed(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("/", *"ships")
        await driver.burst("x", "escape", "4", "j")
        assert driver.screen.searchbar.input.value == "shipsx"
        assert driver.screen.at == "claims"
