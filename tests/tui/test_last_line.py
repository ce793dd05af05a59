"""The last line: keys of what is in use, also under dialogs, and notices that never pile up over what one reads."""

import pytest

from index.errors import NotesError
from tests.tui.conftest import Explore
from tui.chrome import DialogKeys

SIZES = [(160, 48), (80, 24), (40, 12)]


def last(text: str) -> str:
    return text.rsplit("\n", maxsplit=1)[-1]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("?",), "Enter do it  Esc close"),
        (("c",), "Enter compare  Esc close"),
        (("t",), "Enter open  Esc close"),
        (("4", "v"), "a letter rates  Enter rate  Esc close"),
        (("4", "e"), "Enter its words  Esc close"),
        (("4", "C"), "Enter keep  Tab next  empty as read  Esc leave it"),
        (("4", "a"), "empty no note  Enter keep  ^j new line  Esc leave it"),
        (("D",), "Enter open  x revoke  w export  i import  Esc close"),
        (("D", "w"), "Enter do it  Esc leave it"),
        (("M",), "←↓↑→ move  Enter compare  Esc close"),
    ],
)
async def test_a_dialog_shows_its_own_keys_and_none_of_the_panes(
    explore: Explore, keys: tuple[str, ...], shown: str
) -> None:
    async with explore((80, 24)) as driver:
        panes = last(driver.text())
        await driver.press(*keys)
        assert last(driver.text()).strip() == shown
        while driver.app.screen is not driver.screen:
            await driver.press("escape")
        await driver.press("1")
        assert last(driver.text()) == panes


async def test_the_facets_show_their_own_keys(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("harbour")
        await driver.press("enter", "F")
        assert last(driver.text()).startswith("Space only these  x without these")


async def test_nothing_of_the_panes_keys_shows_under_the_palette(explore: Explore) -> None:
    async with explore((80, 24)) as driver:
        assert "mark" in last(driver.text())
        await driver.press("ctrl+p")
        assert "mark" not in last(driver.text())
        await driver.press("escape")
        assert "mark" in last(driver.text())


async def test_a_click_on_a_key_of_a_dialog_does_it(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("c")
        line = driver.app.screen.query_one(DialogKeys)
        place = last(driver.text()).index("Esc")
        await driver.pilot.click(line, offset=(place, 0))
        await driver.settle()
        assert driver.app.screen is driver.screen


@pytest.mark.parametrize("size", SIZES)
async def test_of_many_notices_only_the_newest_is_in_view_in_the_last_rows(
    explore: Explore, size: tuple[int, int]
) -> None:
    async with explore(size) as driver:
        await driver.press("space", "j", "space", "c")
        before = driver.text().split("\n")
        for key in "+++y":
            await driver.press(key)
        assert len(driver.notices()) == 1
        await driver.press("-", "-", "-")
        after = driver.text().split("\n")
        [notice] = driver.notices()
        rows = 1 if size[0] >= 80 else 2
        assert notice[:20] in " ".join(after[-rows:])
        assert len(before) == len(after)
        assert not any("Kept:" in row for row in after[:-rows])


async def test_an_error_stays_beside_what_is_told_after_it(explore: Explore) -> None:
    async with explore() as driver:
        driver.screen.fail(NotesError("the notes cannot be read", "mend them"))
        driver.screen.say("One.")
        await driver.settle()
        driver.screen.say("Two.")
        await driver.settle()
        assert driver.notices() == ["! the notes cannot be read · mend them", "Two."]
