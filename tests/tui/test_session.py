"""The session: the program opens where one left, and a damaged or strange file changes nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as s

from tests.tui.conftest import Explore
from tui.session import Session, Sessions

LONG = "\n\n".join(f"Paragraph {number} tells of the harbour and of its ships." for number in range(200))


async def test_the_program_opens_where_one_left(explore: Explore, tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, [tmp_path])
    async with explore(sessions=sessions) as driver:
        await driver.press("j")
        await driver.search("ships")
        await driver.press("enter", "4")
        opened = driver.screen.opened
    async with explore(sessions=sessions) as driver:
        assert driver.screen.opened == opened
        assert driver.screen.searchbar.input.value == "ships"
        assert driver.screen.at == "claims"


async def test_a_search_that_goes_on_leaves_the_reader_where_it_was(explore: Explore, tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, [tmp_path])
    async with explore(sessions=sessions) as driver:
        await driver.search("harbour")
        await driver.press("enter", "n", "n", "n", "n")
        opened = driver.screen.opened
        assert opened != "a.md"
    async with explore(sessions=sessions) as driver:
        assert driver.screen.opened == opened
        assert driver.screen.walk is not None


async def test_the_place_in_a_long_article_comes_back(explore: Explore, tmp_path: Path) -> None:
    from tests.tui.corpus import MemoryCorpus

    sessions = Sessions(tmp_path, [tmp_path])
    corpus = MemoryCorpus({"long.md": LONG})
    async with explore(corpus=corpus, sessions=sessions) as driver:
        await driver.press("3", "G")
        place = driver.screen.reader.place
        assert place > len(LONG) / 2
    async with explore(corpus=corpus, sessions=sessions) as driver:
        assert driver.screen.reader.scroll_y > 0
        assert place - 2000 < driver.screen.reader.place <= place


async def test_a_fresh_start_forgets_the_place_and_not_the_file(explore: Explore, tmp_path: Path) -> None:
    async with explore(sessions=Sessions(tmp_path, [tmp_path])) as driver:
        await driver.press("j", "4")
    async with explore(sessions=Sessions(tmp_path, [tmp_path], fresh=True)) as driver:
        assert (driver.screen.opened, driver.screen.at) == ("a.md", "documents")


async def test_a_theme_that_is_chosen_in_the_program_is_kept(explore: Explore, tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, [tmp_path])
    async with explore(sessions=sessions) as driver:
        driver.app.theme = "nord"
        await driver.settle()
    assert sessions.theme == "nord"
    assert Sessions(tmp_path, [tmp_path / "another folder"]).theme == "nord"


def test_a_session_is_private_and_its_folder_too(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, [tmp_path])
    sessions.keep(Session("a.md", 3, "ships", "claims"))
    (file,) = (tmp_path / "sessions").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0
    assert sessions.load() == Session("a.md", 3, "ships", "claims")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(s.binary(max_size=200) | s.sampled_from([b"[]", b'{"place": -1, "pane": "x", "document": 7}', b"[" * 5000]))
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, written: bytes) -> None:
    sessions = Sessions(tmp_path, [tmp_path])
    sessions.keep(Session("a.md"))
    (file,) = (tmp_path / "sessions").iterdir()
    file.write_bytes(written)
    assert sessions.load().pane == "documents"
    assert sessions.load().place == 0


@pytest.mark.parametrize("keys", [("n",), ("n", "n")])
async def test_keys_typed_before_the_answer_walk_its_hits(explore: Explore, keys: tuple[str, ...]) -> None:
    async with explore() as driver:
        await driver.burst("slash", *"harbour", "enter", *keys)
        assert driver.screen.searchbar.input.value == "harbour"
        assert driver.screen.walk is not None
        assert driver.screen.walk.label().startswith(f"hit {1 + len(keys)}/")


async def test_a_search_without_hits_stays_in_its_line(explore: Explore) -> None:
    async with explore() as driver:
        await driver.burst("slash", *"zzzz", "enter")
        assert driver.screen.typing


async def test_what_is_pasted_over_two_lines_is_one_query(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("slash")
        await driver.paste("moved 450\n   ships last\tyear")
        assert driver.screen.searchbar.input.value == "moved 450 ships last year"
