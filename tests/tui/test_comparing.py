"""Two articles side by side, and the matrix of all pairs, under a Pilot."""

from dataclasses import replace

import pytest

from index.errors import CorpusError
from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus
from tui.dialogs.listdialog import ListDialog
from tui.linking import View
from tui.painting import wrapped
from tui.panes.matrix import MatrixGrid, Shape, shape
from tui.panes.overview import IN_USE
from tui.panes.reason import cut, values_first


async def test_two_marks_compare_and_links_are_walked(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        screen = driver.screen
        assert screen.comparing
        assert screen.comparison.wanted == ("a.md", "b.md")
        walk = screen.comparison.walk
        assert walk is not None
        assert walk.label().startswith(f"link 1/{len(walk.links)}")
        await driver.press("right_square_bracket")
        assert screen.comparison.walk is not None
        assert screen.comparison.walk.current == 1
        await driver.press("right_curly_bracket")
        assert screen.comparison.walk.link is not None
        assert screen.comparison.walk.link.status == "conflict"
        await driver.press("x")
        assert screen.comparison.wanted == ("b.md", "a.md")
        await driver.press("escape")
        assert not screen.comparing
        assert screen.focused is screen.reader


async def test_linked_passages_stand_level(explore: Explore) -> None:
    padding = "\n\n".join(f"Row {n} of no use." for n in range(60))
    corpus = MemoryCorpus(
        {
            "a": f"A\n{padding}\n\nThe lighthouse burned.\n\n{padding}",
            "b": f"B\n\nThe lighthouse fell.\n\n{padding}\n{padding}",
        }
    )
    async with explore(corpus=corpus) as driver:
        await driver.press("space", "j", "space", "c")
        screen = driver.screen
        walk = screen.comparison.walk
        assert walk is not None
        place = next(
            n for n, link in enumerate(walk.links) if "lighthouse" in link.a.text and "lighthouse" in link.b.text
        )
        screen.comparison.go(place)
        await driver.settle()
        left, right = screen.comparison.left, screen.comparison.right
        link = walk.links[place]
        at_left = left.page.row_at(link.a.span.start) - round(left.scroll_y)
        at_right = right.page.row_at(link.b.span.start) - round(right.scroll_y)
        assert 0 <= at_left < left.size.height
        assert at_left == at_right or right.scroll_y == 0


async def test_views_of_a_comparison(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        seen = []
        for _ in View:
            await driver.press("full_stop")
            assert driver.screen.comparison.walk is not None
            seen.append(driver.screen.comparison.walk.view)
        assert seen == [View.LINKED, View.CONFLICTS, View.ONLY_HERE, View.ALL]


async def test_next_partner_keeps_the_left_side(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("greater_than_sign")
        assert driver.screen.comparison.wanted == ("a.md", "c.md")
        await driver.press("less_than_sign")
        assert driver.screen.comparison.wanted == ("a.md", "b.md")


async def test_c_without_marks_offers_the_related_articles(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("c")
        assert isinstance(driver.app.screen, ListDialog)
        await driver.press("enter")
        assert driver.screen.comparison.wanted == ("a.md", "b.md")


async def test_links_are_broken_and_pinned(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("m")
        assert len(stories.notes.effects().breaks) == 1
        await driver.press("left_parenthesis", "right_parenthesis", "m")
        assert len(stories.notes.effects().pins) == 1


async def test_the_matrix_opens_a_pair(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("M")
        assert "5 links" in driver.text()
        await driver.press("enter")
        assert driver.screen.comparison.wanted == ("a.md", "b.md")


async def test_below_100_columns_one_side_and_the_partner_one_key_away(explore: Explore) -> None:
    async with explore((80, 24)) as driver:
        await driver.press("space", "j", "space", "c")
        left, right = driver.screen.comparison.left, driver.screen.comparison.right
        assert (left.region.width > 60, right.region.width) == (True, 0)
        await driver.press("tab")
        assert (left.region.width, right.region.width > 60) == (0, True)
        assert driver.screen.focused is right


async def test_zoom_gives_both_sides_then_one_then_all_back(explore: Explore) -> None:
    async with explore((140, 40)) as driver:
        await driver.press("space", "j", "space", "c")
        left, right = driver.screen.comparison.left, driver.screen.comparison.right
        await driver.press("z")
        assert driver.screen.documents.region.width == 0
        assert left.region.width + right.region.width > 120
        await driver.press("z")
        assert (left.region.width > 120, right.region.width) == (True, 0)
        await driver.press("tab")
        assert (left.region.width, right.region.width > 120) == (0, True)
        await driver.press("z")
        assert left.region.width > 50
        assert right.region.width > 50


async def test_the_matrix_is_a_grid_and_escape_leads_back_to_it(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("M")
        grid = driver.app.screen.query_one(MatrixGrid)
        assert "5 ≠2" in driver.text()
        assert (grid.row, grid.column) == (0, 1)
        await driver.press("l", "j")
        assert [entry.id for entry in grid.pair] == ["b.md", "c.md"]
        await driver.press("enter")
        assert driver.screen.comparison.wanted == ("b.md", "c.md")
        await driver.press("escape")
        assert [entry.id for entry in driver.app.screen.query_one(MatrixGrid).pair] == ["b.md", "c.md"]
        await driver.press("escape")
        assert driver.app.screen is driver.screen


async def test_a_matrix_too_large_says_so(
    explore: Explore, stories: MemoryCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise CorpusError("a table of 300 articles is too large", "open at most 200 of them")

    monkeypatch.setattr(stories, "matrix", refuse)
    async with explore() as driver:
        await driver.press("M")
        assert "a table of 300 articles is too large" in driver.text()
        assert "open at most 200 of them" in driver.text()
        assert not driver.app.screen.query_one(MatrixGrid).display


def test_a_grid_scrolls_when_not_all_articles_fit() -> None:
    assert shape(80, 24, 5) == Shape(26, 10, 5, 5, 2)
    large = shape(80, 24, 100)
    assert (large.columns, large.rows, large.pitch) == ((80 - large.names) // large.column, 22, 1)


async def test_one_side_at_a_time_tells_what_the_other_says(explore: Explore) -> None:
    async with explore((80, 24)) as driver:
        await driver.press("space", "j", "space", "c")
        screen = driver.screen
        link = screen.comparison.walk.link if screen.comparison.walk else None
        assert link is not None
        assert f"B line {link.b.line}" in driver.text()
        assert "→ other side" in driver.text()
        await driver.press("right")
        assert screen.focused is screen.comparison.right
        assert f"A line {link.a.line}" in driver.text()
        await driver.press("left")
        assert screen.focused is screen.comparison.left


async def test_a_low_screen_keeps_its_rows_for_words(explore: Explore) -> None:
    async with explore((40, 12)) as driver:
        await driver.press("space", "j", "space", "c")
        comparison = driver.screen.comparison
        assert comparison.left.size.height >= 5
        assert "B line" in driver.text()
        assert "Search:" not in driver.text()
        await driver.press("right")
        assert "A line" in driver.text()
        await driver.search("ships")
        assert driver.screen.searchbar.region.height > 0
        assert "ships" in driver.text()


async def test_versions_of_one_text_show_what_differs(explore: Explore, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = MemoryCorpus({"a": "One\nThe harbour closes on Monday.", "b": "Two\nThe harbour closes soon, on Tuesday."})
    plain = corpus.compare
    monkeypatch.setattr(corpus, "compare", lambda a, b: replace(plain(a, b), shared_wording=0.8))
    async with explore(corpus=corpus) as driver:
        await driver.press("space", "j", "space", "c")
        assert "versions of one text" in driver.text()
        walk = driver.screen.comparison.walk
        assert walk is not None
        marked = [
            [corpus.document(id_).slice(mark.span) for mark in walk.marks(left) if mark.tone == "changed"]
            for id_, left in (("a", True), ("b", False))
        ]
        assert marked == [["Monday"], ["soon", "Tuesday"]]


async def test_the_strips_show_where_links_lie_and_which_is_in_use(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        strip = driver.screen.comparison.strips[0]
        rows = [strip.render_line(y).text for y in range(strip.size.height)]
        signs = {row[0] for row in rows}
        assert {"~", "≠", "·"} <= signs | {"~"}
        assert any(row[1] == IN_USE for row in rows)
        assert any(row[1] == "▐" for row in rows)


def test_the_strip_cuts_what_does_not_fit_and_keeps_both_sides() -> None:
    lines = wrapped("one two three four five six", [(0, 3, "bold")], 10)
    shown = ["".join(words for words, _ in line) for line in cut(lines, 2, 10)]
    assert shown == ["one two", "three fo…"]
    assert cut(lines, 0, 10) == []
    assert cut(lines, 9, 10) == lines


async def test_the_view_of_what_stands_alone_is_walked_on_its_own(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c", "full_stop", "full_stop", "full_stop")
        comparison = driver.screen.comparison
        assert comparison.walk is not None
        alone = [side.span for side in comparison.walk.alone(True)]
        assert len(alone) > 1
        comparison.left.focus_span = None
        seen: list[object] = []
        for _ in alone:
            await driver.press("right_square_bracket")
            seen.append(comparison.left.focus_span)
        assert seen == alone
        assert f"{len(alone)} of {len(alone)} passages" in driver.text()
        await driver.press("left_square_bracket")
        assert comparison.left.focus_span == alone[-2]


def test_the_strip_has_the_differing_values_before_all_else() -> None:
    assert values_first(("both name Aldern", "different dates: 3 March and 4 March")) == (
        "3 March and 4 March",
        ["both name Aldern", "different dates"],
    )
    assert values_first(("both name Aldern",)) == ("", ["both name Aldern"])
