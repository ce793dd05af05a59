"""The briefing is written from the screen, and never over a file that is there."""

from pathlib import Path

import pytest

from tests.tui.conftest import Explore


@pytest.mark.parametrize("ending", ["md", "html", "json", "csv"])
async def test_a_briefing_is_written_in_the_form_that_its_name_asks_for(
    explore: Explore, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"briefing.{ending}"
    async with explore() as driver:
        await driver.press("E", "ctrl+u")
        await driver.paste(str(file))
        await driver.press("enter")
        assert any("Written with" in notice for notice in driver.notices())
    assert "1,200" in file.read_text(encoding="utf-8-sig")


async def test_a_file_that_is_there_is_kept_and_an_unknown_form_is_said(explore: Explore, tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("mine", encoding="utf-8")
    async with explore() as driver:
        for name in (file, tmp_path / "briefing.docx"):
            await driver.press("E", "ctrl+u")
            await driver.paste(str(name))
            await driver.press("enter")
        told = " ".join(driver.notices())
        assert "unknown file type “.docx”" in told
    assert file.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "briefing.docx").exists()
