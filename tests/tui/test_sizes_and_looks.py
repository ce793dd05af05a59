"""The explorer at every size, in every theme and without colour."""

import pytest

from index.settings import Settings
from tests.tui.conftest import Explore


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24), (40, 12)])
async def test_number_keys_show_their_pane_at_every_size(explore: Explore, size: tuple[int, int]) -> None:
    async with explore(size) as driver:
        for key, pane in (("4", "claims"), ("3", "reader"), ("2", "results"), ("1", "documents")):
            await driver.press(key)
            widget = driver.screen.query_one(f"#{pane}")
            assert driver.screen.at == pane
            assert widget.display
            assert widget.region.height > 3
            assert driver.screen.focused is not None
            assert driver.screen.focused.region.height > 2


@pytest.mark.parametrize("width", [120, 160])
async def test_four_panes_at_once_from_120_columns(explore: Explore, width: int) -> None:
    async with explore((width, 40)) as driver:
        await driver.search("harbour")
        for pane in ("documents", "results", "reader", "claims"):
            assert driver.screen.query_one(f"#{pane}").region.area > 60
        await driver.press("escape", "1", "space", "j", "space", "c")
        for pane in ("results", "left", "right"):
            assert driver.screen.query_one(f"#{pane}").region.area > 60


@pytest.mark.parametrize(("width", "text"), [(100, 38), (120, 48), (160, 68), (220, 76)])
async def test_a_comparison_gives_its_columns_to_the_words(explore: Explore, width: int, text: int) -> None:
    async with explore((width, 40)) as driver:
        await driver.press("space", "j", "space", "c")
        for side in (driver.screen.comparison.left, driver.screen.comparison.right):
            assert side.columns >= text


@pytest.mark.parametrize("size", [(120, 40), (160, 48), (100, 30)])
async def test_a_list_comes_beside_or_below_a_comparison_when_its_key_is_pressed(
    explore: Explore, size: tuple[int, int]
) -> None:
    async with explore(size) as driver:
        await driver.press("space", "j", "space", "c")
        claims, documents = driver.screen.claims, driver.screen.documents
        assert claims.region.area == documents.region.area == 0
        await driver.press("4")
        assert claims.region.area > 60
        await driver.press("1")
        assert documents.region.area > 60
        await driver.press("3")
        assert claims.region.area == documents.region.area == 0


async def test_tab_goes_round_all_panes(explore: Explore) -> None:
    async with explore() as driver:
        seen = []
        for _ in range(3):
            await driver.press("tab")
            seen.append(driver.screen.at)
        assert seen == ["reader", "claims", "documents"]


async def test_resizing_keeps_the_place(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("terminal")
        await driver.press("enter")
        span = driver.screen.reader.focus_span
        assert span is not None
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        reader = driver.screen.reader
        assert reader.region.height > 10
        row = reader.page.row_at(span.start)
        assert round(reader.scroll_y) <= row < round(reader.scroll_y) + reader.size.height


async def test_an_unknown_theme_is_reported(explore: Explore) -> None:
    async with explore(settings=Settings(theme="no-such-theme")) as driver:
        assert any("no-such-theme" in notice for notice in driver.notices())


@pytest.mark.parametrize("theme", ["textual-light", "ansi", "nord"])
async def test_other_themes(explore: Explore, theme: str) -> None:
    async with explore(settings=Settings(theme=theme)) as driver:
        await driver.search("ships")
        assert "2 sentences in 2 articles" in driver.text()


async def test_no_color_leaves_no_colour(explore: Explore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with explore() as driver:
        await driver.search("ships")
        styles = [segment.style for strip in driver.app.screen._compositor.render_strips() for segment in strip]
        filters = driver.app.get_line_filters()
        assert [type(one).__name__ for one in filters][-1] == "Colourless"
        background = driver.screen.styles.background
        for strip in driver.app.screen._compositor.render_strips():
            for segment in strip.apply_filter(filters[-1], background):
                assert segment.style is None or (segment.style.color is None and segment.style.bgcolor is None)
        assert any(style is not None and style.reverse for style in styles)


async def test_an_empty_no_color_means_colour(explore: Explore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with explore() as driver:
        assert not driver.app.no_color
        assert [type(one).__name__ for one in driver.app.get_line_filters()] == ["ANSIToTruecolor"]


async def test_at_80_columns_the_reader_above_the_claims_follows_the_cursor(explore: Explore) -> None:
    async with explore((80, 24)) as driver:
        await driver.press("4", "j")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert driver.screen.reader.document is not None
        assert driver.screen.reader.document.id == claim.document
        assert driver.screen.reader.focus_span == claim.span
        assert driver.screen.focused is driver.screen.claims.listing
