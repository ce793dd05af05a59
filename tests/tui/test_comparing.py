"""Two articles side by side, and the matrix of all pairs, under a Pilot."""

from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus
from tui.linking import View
from tui.screens.listdialog import ListDialog


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
        assert driver.screen.documents.region.width > 0
        assert left.region.width > 0
