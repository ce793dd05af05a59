"""What was read of a document is put right on the screen: chosen, typed, kept, shown, undone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.settings import Settings
from tests.tui.driving import Driver
from tui.app import ExplorerApp

STORY = "The harbour board voted on Tuesday to close the ferry terminal.\n\nIt carried 310,000 passengers last year.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stories"
    made.mkdir()
    (made / "one.txt").write_text(STORY, encoding="utf-8")
    (made / "two.txt").write_text(STORY.replace("310,000", "290,000"), encoding="utf-8")
    (made / "notes.pages").write_bytes(b"x")
    return made


@pytest.fixture
async def driver(folder: Path) -> AsyncIterator[Driver]:
    settings = Settings()
    corpus = Corpus.open([folder], settings, cache=folder.parent / "cache", notes=folder.parent / "notes.yaml")
    app = ExplorerApp(corpus, settings)
    try:
        async with app.run_test(size=(140, 40), notifications=True) as pilot:
            made = Driver(app, pilot)
            await made.settle()
            yield made
    finally:
        corpus.close()


async def test_a_title_is_corrected_and_undone(driver: Driver) -> None:
    entries = driver.screen.documents
    assert entries.entries[0].title.startswith("[no title] The harbour board")
    await driver.press("I")
    await driver.press("enter")
    await driver.press(*"Ferry", "enter")
    await driver.until(lambda: entries.entries[0].title == "Ferry")
    assert entries.entries[1].title.startswith("[no title]")
    await driver.press("u")
    await driver.until(lambda: entries.entries[0].title.startswith("[no title]"))


async def test_both_marked_documents_are_corrected_at_once(driver: Driver) -> None:
    await driver.press("space", "j", "space", "I")
    await driver.press("j", "enter")
    await driver.press(*"Post", "enter")
    await driver.until(lambda: [entry.metadata.outlet for entry in driver.screen.documents.entries] == ["Post", "Post"])


async def test_the_first_line_counts_what_was_not_read(driver: Driver) -> None:
    assert "! 1 file not read: 1 .pages" in driver.text().split("\n")[0]
