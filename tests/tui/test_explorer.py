"""The explorer under a Pilot: what keys do to its state."""

from pathlib import Path

import pytest

from index.records import ClaimKind, Unreadable
from index.settings import KeySettings, Settings
from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus
from tui.linking import View
from tui.panes.listing import Listing
from tui.screens.listdialog import ListDialog


async def test_the_first_screen_shows_the_first_article_and_its_claims(explore: Explore) -> None:
    async with explore() as driver:
        screen = driver.screen
        assert screen.opened == "a.md"
        assert len(screen.documents.items) == 3
        assert screen.claims.view.conflicts == 1
        assert screen.focused is screen.documents
        assert "Harbour to close in spring" in driver.text()


async def test_search_as_you_type_then_enter_opens_the_passage(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("ships")
        assert driver.screen.walk is not None
        assert driver.screen.walk.result.total == 2
        assert "2 sentences in 2 articles" in driver.text()
        await driver.press("enter")
        assert driver.screen.focused is driver.screen.reader
        assert driver.screen.position() == "hit 1/2 · article 1/2"
        document = driver.screen.reader.document
        assert document is not None
        assert "450 ships" in document.slice(driver.screen.reader.focus_span or pytest.fail("no passage"))


async def test_typing_asks_once_and_only_for_the_last(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        for character in "harbour":
            driver.screen.searchbar.input.insert_text_at_cursor(character)
        await driver.settle()
        assert stories.searches == ["harbour"]


async def test_n_walks_on_into_the_next_article_and_says_when_it_wraps(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("ships")
        await driver.press("enter", "n")
        assert driver.screen.opened == "b.md"
        assert driver.screen.position() == "hit 2/2 · article 2/2"
        await driver.press("n")
        assert driver.screen.opened == "a.md"
        assert any("Past the last hit" in notice for notice in driver.notices())
        await driver.press("N")
        assert driver.screen.opened == "b.md"


async def test_n_without_a_search_says_how_to_search(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("n")
        assert any("/ searches" in notice for notice in driver.notices())


async def test_keys_do_not_fire_while_typing(explore: Explore) -> None:
    async with explore() as driver:
        await driver.type("qcx")
        assert driver.app.is_running
        assert driver.screen.searchbar.input.value == "qcx"
        assert not driver.screen.comparing


async def test_no_hits_offer_a_suggestion_taken_by_enter(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("harbuor")
        assert "Did you mean: harbour" in driver.text()
        await driver.press("enter")
        assert driver.screen.searchbar.input.value == "harbour"
        assert driver.screen.walk is not None
        assert driver.screen.walk.result.total == 3


async def test_history_goes_up_and_down(explore: Explore) -> None:
    async with explore() as driver:
        for query in ("ships", "market"):
            driver.screen.searchbar.clear()
            await driver.search(query)
            await driver.press("enter")
        await driver.press("slash", "up")
        assert driver.screen.searchbar.input.value == "ships"
        await driver.press("down")
        assert driver.screen.searchbar.input.value == "market"
        await driver.press("down")
        assert driver.screen.focused is driver.screen.results


async def test_escape_steps_back_and_never_quits(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("ships")
        await driver.press("enter")
        for _ in range(8):
            await driver.press("escape")
        assert driver.app.is_running
        assert driver.screen.walk is None
        assert driver.screen.focused is driver.screen.documents
        assert any("q quits" in notice for notice in driver.notices())
        await driver.pilot.press("q")
        assert driver.app.return_code == 0


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
    padding = "\n\n".join(f"Filler number {n} about nothing." for n in range(60))
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


async def test_enter_on_a_claim_jumps_to_its_exact_words(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("4", "enter")
        reader = driver.screen.reader
        assert driver.screen.focused is reader
        claim = driver.screen.claims.claim
        assert claim is not None
        assert reader.focus_span == claim.span
        assert reader.document is not None
        assert reader.document.slice(claim.span) == claim.surface


async def test_conflicts_come_first_and_braces_walk_through_them(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("3", "right_curly_bracket")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert claim.surface == "1,200"
        assert driver.screen.claims.view.groups[0].status == "conflict"
        await driver.press("right_square_bracket")
        assert driver.screen.claims.claim is not None
        assert driver.screen.claims.claim.surface == "900"


async def test_kinds_are_filtered_and_the_scope_widened(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("4", "full_stop", "full_stop")
        assert driver.screen.claims.kind is ClaimKind.EVENT
        assert "No events were found here." in driver.text()
        await driver.press("full_stop", "full_stop", "full_stop", "comma")
        assert driver.screen.claims.view.documents is None
        assert "40" in {claim.surface for group in driver.screen.claims.view.groups for claim in group.own}


async def test_e_explains_with_the_other_sources_words(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("4", "e")
        shown = driver.text()
        assert "≠ conflict: workers" in shown
        assert "Some 900 workers stand to lose" in shown
        await driver.press("escape")
        assert driver.app.screen is driver.screen


async def test_a_verdict_and_a_note_are_kept_shown_and_taken_back(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "v")
        await driver.press("enter")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert stories.notes.effects().verdicts == {claim.id: "true"}
        assert "✓ true" in driver.text()
        await driver.press("a", *"ask", "enter")
        assert stories.notes.effects().claim_notes == {claim.id: "ask"}
        await driver.press("e")
        assert "ask" in driver.text()
        await driver.press("escape", "u", "u")
        assert stories.notes.effects().verdicts == {}
        assert "✓ true" not in driver.text()


async def test_a_note_in_the_reader_is_on_the_passage(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.search("ships")
        await driver.press("enter", "a", *"why", "enter")
        [(document, span)] = stories.notes.effects().passage_notes
        assert stories.document(document).slice(span) == "The harbour moved 450 ships last year."


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


async def test_figures_and_timeline(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("f")
        assert "Figures by topic" in driver.text()
        await driver.press("escape", "t")
        assert "No event with a date was found." in driver.text()


async def test_help_lists_and_does_commands(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("question_mark")
        listing = driver.app.screen.query_one(Listing)
        assert listing.select_key("search")
        await driver.press("enter")
        assert driver.screen.focused is driver.screen.searchbar.input


async def test_the_palette_does_commands(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("ctrl+p")
        await driver.pilot.press(*"zoom")
        await driver.pilot.pause(0.2)
        await driver.press("enter")
        assert driver.screen.has_class("-zoomed")


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
        for pane in ("documents", "results", "left", "right", "claims"):
            assert driver.screen.query_one(f"#{pane}").region.area > 60


async def test_tab_goes_round_all_panes(explore: Explore) -> None:
    async with explore() as driver:
        seen = []
        for _ in range(3):
            await driver.press("tab")
            seen.append(driver.screen.at)
        assert seen == ["reader", "claims", "documents"]


async def test_below_100_columns_one_side_and_the_partner_one_key_away(explore: Explore) -> None:
    async with explore((80, 24)) as driver:
        await driver.press("space", "j", "space", "c")
        left, right = driver.screen.comparison.left, driver.screen.comparison.right
        assert (left.region.width > 60, right.region.width) == (True, 0)
        await driver.press("tab")
        assert (left.region.width, right.region.width > 60) == (0, True)
        assert driver.screen.focused is right


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


async def test_copy_takes_the_passage_with_its_source(explore: Explore) -> None:
    async with explore() as driver:
        await driver.search("ships")
        await driver.press("enter", "y")
        assert driver.app.clipboard == (
            "“The harbour moved 450 ships last year.”\n— “Harbour to close in spring”, The Paper, 2025-01-20, a.md:4\n"
        )


async def test_keys_from_the_settings_and_their_problems(explore: Explore) -> None:
    settings = Settings(keys=KeySettings("vim", {"search": "ctrl+s", "nonsense": "b", "mark": "q"}))
    async with explore(settings=settings) as driver:
        await driver.press("ctrl+s")
        assert driver.screen.focused is driver.screen.searchbar.input
        assert len(driver.app.keymap.problems) == 2
        assert any("nonsense" in notice for notice in driver.notices())


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


async def test_unreadable_files_are_listed_with_their_reason(explore: Explore, stories: MemoryCorpus) -> None:
    stories.bad = (Unreadable("x.pdf", "it is encrypted", "save it without a password"),)
    async with explore() as driver:
        await driver.press("G", "enter")
        assert any("save it without a password" in notice for notice in driver.notices())


async def test_an_unforeseen_failure_is_a_notice(
    explore: Explore, stories: MemoryCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise ZeroDivisionError("[bold]no")

    async with explore() as driver:
        monkeypatch.setattr(stories, "compare", broken)
        await driver.press("space", "j", "space", "c")
        assert any("ZeroDivisionError: [bold]no" in notice for notice in driver.notices())
        assert driver.app.is_running


async def test_an_empty_corpus_says_so(explore: Explore) -> None:
    async with explore(corpus=MemoryCorpus({})) as driver:
        await driver.press(
            "space", "c", "e", "y", "n", "right_square_bracket", "4", "enter", "f", "escape", "M", "escape"
        )
        assert driver.app.is_running


async def test_at_80_columns_the_reader_above_the_claims_follows_the_cursor(explore: Explore) -> None:
    async with explore((80, 24)) as driver:
        await driver.press("4", "j")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert driver.screen.reader.document is not None
        assert driver.screen.reader.document.id == claim.document
        assert driver.screen.reader.focus_span == claim.span
        assert driver.screen.focused is driver.screen.claims.listing


async def test_the_mouse_selects_words_and_they_are_copied(explore: Explore) -> None:
    async with explore() as driver:
        reader = driver.screen.reader
        left = reader.gutter_width + 1
        await driver.pilot.mouse_down("#reader", offset=(left + 4, 3))
        await driver.pilot.hover("#reader", offset=(left + 11, 3))
        await driver.pilot.mouse_up("#reader", offset=(left + 11, 3))
        await driver.settle()
        span = reader.selected_span(reader.text_selection)
        assert span is not None
        assert reader.document is not None
        assert reader.document.slice(span).startswith("harbour")
        await driver.press("3", "y")
        assert driver.app.clipboard.startswith("“harbour")


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


async def test_a_broken_file_of_notes_is_a_notice(explore: Explore, stories: MemoryCorpus, tmp_path: Path) -> None:
    broken = tmp_path / "notes.yaml"
    broken.write_text("{ not: [valid", encoding="utf-8")
    stories.notes._notebook.file = broken
    async with explore() as driver:
        await driver.press("3", "a")
        assert driver.app.is_running
        assert any("notes" in notice for notice in driver.notices())
