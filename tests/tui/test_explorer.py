"""The explorer under a Pilot: what keys do to its state."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.records import ClaimKind, Span, Unreadable, Zone, ZoneKind
from index.settings import KeySettings, Settings
from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus, make_document
from tui.panes.listing import Listing


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
        await driver.press("4", "right_curly_bracket")
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


async def test_a_broken_file_of_notes_is_a_notice(explore: Explore, stories: MemoryCorpus, tmp_path: Path) -> None:
    broken = tmp_path / "notes.yaml"
    broken.write_text("{ not: [valid", encoding="utf-8")
    stories.notes._notebook.file = broken
    async with explore() as driver:
        await driver.press("3", "a")
        assert driver.app.is_running
        assert any("notes" in notice for notice in driver.notices())


async def test_front_matter_takes_one_row_until_enter_shows_it(explore: Explore) -> None:
    text = "---\ntitle: A\n---\n\n# A\n\nWords."
    document = make_document("a", text)
    zones = (Zone(ZoneKind.BOILERPLATE, Span(0, 16), 1, 3), Zone(ZoneKind.BODY, Span(18, len(text)), 5, 7))
    async with explore() as driver:
        driver.screen.reader.open(replace(document, zones=zones, front=17))
        await driver.press("3")
        assert driver.text().count("3 lines of front matter") == 1
        await driver.press("enter")
        assert "title: A" in driver.text()


async def test_a_long_grouping_is_told_in_the_first_line_and_ends_with_the_program(
    explore: Explore, stories: MemoryCorpus
) -> None:
    async with explore() as driver:
        progress, cancelled = stories.told
        progress("comparing articles", 120, 10_000)
        await driver.settle()
        assert "comparing articles 120 of 10,000" in driver.text()
        assert not cancelled()
    assert cancelled()
