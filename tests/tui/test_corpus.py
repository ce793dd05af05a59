"""The explorer on a real corpus: files on disk, the index, the rules, and back to the exact words."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.records import RefreshReport
from index.settings import Settings
from tests.tui.driving import Driver
from tui.app import ExplorerApp
from tui.explanation import facts
from tui.panes.listing import Listing

ONE = """---
title: Bridge closed after storm
outlet: Valley Post
date: 2024-05-03
---
The storm of 2 May 2024 closed the Karlow bridge. The town counted 40 damaged houses.

"We will open the bridge within two weeks," said mayor Lena Brandt.

Red Note users posted pictures of the bridge.
"""
TWO = """---
title: Karlow counts the damage
outlet: River Times
date: 2024-05-04
---
After the storm the Karlow bridge stays closed. The town counted 55 damaged houses, officials said.

Xiaohongshu, 小红书, was full of pictures.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "one.md").write_text(ONE, encoding="utf-8")
    (stories / "two.md").write_text(TWO, encoding="utf-8")
    return stories


@asynccontextmanager
async def exploring(folder: Path, size: tuple[int, int] = (140, 40)) -> AsyncIterator[Driver]:
    settings = Settings(aliases=(("Xiaohongshu", "Red Note", "小红书"),))
    corpus = Corpus.open([folder], settings, cache=folder.parent / "cache", notes=folder.parent / "notes.yaml")
    app = ExplorerApp(corpus, settings)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver
    finally:
        corpus.close()


async def test_from_an_empty_cache_to_the_first_article(folder: Path) -> None:
    async with exploring(folder) as driver:
        assert driver.screen.opened == "one.md"
        assert "2 documents" in driver.text()
        assert "Valley Post · 2024-05-03" in driver.text()
        assert any(claim.surface.startswith("40") for group in driver.screen.claims.view.groups for claim in group.own)


async def test_a_name_is_found_in_every_spelling_and_marked_as_such(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("xiaohongshu")
        walk = driver.screen.walk
        assert walk is not None
        assert {hit.document.id for hit in walk.result.hits} == {"one.md", "two.md"}
        hows = {match.how for hit in walk.result.hits for passage in hit.passages for match in passage.matches}
        assert "alias" in hows
        await driver.press("escape", "equals_sign")
        assert driver.screen.walk is not None
        assert {hit.document.id for hit in driver.screen.walk.result.hits} == {"two.md"}


async def test_the_pair_is_linked_and_its_words_are_exact(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.press("space", "j", "space", "c")
        walk = driver.screen.comparison.walk
        assert walk is not None
        assert walk.links
        for link in walk.links:
            for reader, side in ((driver.screen.comparison.left, link.a), (driver.screen.comparison.right, link.b)):
                assert reader.document is not None
                assert reader.document.slice(side.span) == side.text


async def test_a_changed_file_is_read_again(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("lighthouse")
        assert driver.screen.walk is not None
        assert driver.screen.walk.result.total == 0
        (folder / "two.md").write_text(TWO + "\nThe lighthouse stands.\n", encoding="utf-8")
        (folder / "three.txt").write_text("A third report\n\nThe lighthouse is dark.\n", encoding="utf-8")
        await driver.press("escape", "f5")
        assert "3 documents" in driver.text()
        assert driver.screen.walk.result.total == 2


async def test_a_folder_without_articles_says_what_an_article_is(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with exploring(tmp_path / "empty") as driver:
        assert any(".txt, .md, .html" in notice for notice in driver.notices())


async def test_verdicts_outlive_the_program(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.press("4", "v")
        await driver.press("enter")
    async with exploring(folder) as driver:
        assert list(driver.screen.claims.view.verdicts.values()) == ["true"]


async def test_results_are_narrowed_and_the_line_says_so(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.search("bridge")
        assert driver.screen.walk is not None
        assert driver.screen.walk.result.total == 2
        await driver.press("tab", "F")
        listing = driver.app.screen.query_one(Listing)
        assert listing.select_key("outlet:River Times")
        await driver.press("enter")
        assert [hit.document.id for hit in driver.screen.walk.result.hits] == ["two.md"]
        await driver.press("escape")
        assert "[outlet: River Times ×]" in driver.text()
        await driver.press("F")
        assert driver.app.screen.query_one(Listing).select_key("outlet:River Times")
        await driver.press("x")
        assert [hit.document.id for hit in driver.screen.walk.result.hits] == ["one.md"]


async def test_an_article_that_is_read_and_deleted_is_missed_in_words(folder: Path) -> None:
    async with exploring(folder) as driver:
        (folder / "one.md").unlink()
        await driver.press("f5")
        assert driver.screen.opened == "two.md"
        assert any("“one.md” is no longer in the folder" in notice for notice in driver.notices())


async def test_an_article_that_is_read_and_emptied_is_missed_with_the_reason(folder: Path) -> None:
    async with exploring(folder) as driver:
        (folder / "one.md").write_bytes(b"")
        await driver.press("f5")
        assert any("“one.md” can no longer be read: This file is empty" in notice for notice in driver.notices())


async def test_what_is_read_is_listed_while_a_long_file_is_still_being_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with exploring(folder) as driver:
        listed, go_on = threading.Event(), threading.Event()

        def refresh(progress: Callable[[str, int, int], None], _cancelled: object) -> RefreshReport:
            (folder / "three.md").write_text(TWO, encoding="utf-8")
            driver.screen.corpus._caches.refresh(lambda *_: None, lambda: False)
            progress("reading long.txt:", 3, 4)
            listed.set()
            assert go_on.wait(10)
            return RefreshReport(1, 0, 0, 0)

        monkeypatch.setattr(driver.screen.corpus, "refresh", refresh)
        await driver.pilot.press("f5")
        assert listed.wait(10)
        await driver.pilot.pause()
        assert "3 documents · reading long.txt: 3 of 4" in driver.text()
        assert driver.screen.opened == "one.md"
        go_on.set()
        await driver.settle()


async def test_a_guessed_encoding_stands_in_the_frame_of_the_reader(folder: Path) -> None:
    (folder / "a.txt").write_bytes("À Paris… Café…".encode("cp1252"))
    async with exploring(folder) as driver:
        assert "! Encoding guessed: cp1252 · " in driver.text()
        await driver.press("j")
        assert "Encoding" not in driver.text()


async def test_a_report_has_another_sign_than_words_spoken(folder: Path) -> None:
    (folder / "a.md").write_text(
        "# Repairs\n\nThe mayor said that the bridge was safe.\n\n“It will hold,” said Lena Brandt.\n", encoding="utf-8"
    )
    async with exploring(folder, (160, 48)) as driver:
        assert "“ “It will hold" in driver.text()
        assert ": that the bridge was safe" in driver.text()
        kinds = [dict(facts(one))["kind"] for group in driver.screen.claims.view.groups for one in group.own]
        assert "quotation: a report in the article's words" in kinds
        assert "quotation: the speaker's own words" in kinds


async def test_a_file_that_comes_while_the_folder_is_open_is_taken_in_and_said(folder: Path) -> None:
    async with exploring(folder) as driver:
        await driver.press("j", "space")
        marked, documents = list(driver.screen.marked), driver.screen.documents
        (folder / "three.md").write_text(TWO.replace("River Times", "Hill Press"), encoding="utf-8")
        await driver.until(lambda: len(documents.entries) == 3)
        assert driver.screen.marked == marked
        await driver.until(lambda: any("1 new" in notice for notice in driver.notices()))
        (folder / "three.md").unlink()
        await driver.until(lambda: len(documents.entries) == 2)
