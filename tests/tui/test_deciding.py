"""What the reader decides: shown, kept at once, undone in words, listed, written out and taken in."""

from pathlib import Path

import pytest

from index.errors import NotesError
from index.records import DecisionKind, Verdict
from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus
from tui.decisions import DecisionItem
from tui.dialogs.correcting import CorrectDialog, FieldInput
from tui.dialogs.decisions import DecisionsDialog
from tui.dialogs.notedialog import NoteDialog
from tui.dialogs.verdict import LETTERS, MEANINGS, VerdictDialog, VerdictItem
from tui.panes.listing import Listing
from tui.signs import DECISIONS, VERDICTS


def test_every_verdict_and_decision_has_its_letter_and_sign() -> None:
    assert set(LETTERS.values()) == {*Verdict, None} == set(MEANINGS)
    assert set(VERDICTS) == set(Verdict)
    assert set(DECISIONS) == set(DecisionKind)
    assert len({sign.sign for sign in VERDICTS.values()}) == len(VERDICTS)
    assert all(letter in (str(verdict) if verdict else "no verdict") for letter, verdict in LETTERS.items())


async def test_a_letter_sets_the_verdict_and_the_dialog_marks_it(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert stories.notes.effects().verdicts == {claim.id: Verdict.FALSE}
        assert "✗ false" in driver.text()
        await driver.press("v")
        dialog = driver.app.screen
        assert isinstance(dialog, VerdictDialog)
        item = dialog.query_one(Listing).item
        assert isinstance(item, VerdictItem)
        assert (item.verdict, item.current) == (Verdict.FALSE, True)
        await driver.press("n")
        assert stories.notes.effects().verdicts == {}
        assert "✗ false" not in driver.text()


async def test_the_same_verdict_again_decides_nothing(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f", "v", "enter", "v", "escape")
        assert len(stories.notes.history()) == 1


async def test_decisions_made_quickly_are_all_kept_in_order(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.burst("4", "v", "f", "v", "t", "v", "x", "j", "v", "m")
        made = [placed.decision.value for placed in reversed(stories.notes.history())]
        assert made == ["false", "true", "mixed", "mostly true"]


async def test_quitting_at_once_loses_no_decision(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4")
        await driver.burst("v", "f", "q")
    assert list(stories.notes.effects().verdicts.values()) == [Verdict.FALSE]


async def test_a_note_of_two_lines_is_prefilled_when_it_is_changed(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "a", *"one", "ctrl+j", *"two", "enter")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert stories.notes.effects().claim_notes == {claim.id: "one\ntwo"}
        assert "✎" in driver.text()
        await driver.press("a", *"!", "enter")
        assert stories.notes.effects().claim_notes == {claim.id: "one\ntwo!"}
        await driver.press("a")
        assert isinstance(driver.app.screen, NoteDialog)
        await driver.press("escape")
        assert len(stories.notes.history()) == 2


async def test_a_note_on_a_passage_is_shown_beside_it_and_changed_not_doubled(
    explore: Explore, stories: MemoryCorpus
) -> None:
    async with explore() as driver:
        await driver.search("ships")
        await driver.press("enter", "a", *"why", "enter")
        assert "✎" in driver.text()
        await driver.press("a", *"?", "enter")
        assert list(stories.notes.effects().passage_notes.values()) == ["why?"]


async def test_a_value_is_put_right_and_what_was_read_stays_known(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "C")
        dialog = driver.app.screen
        assert isinstance(dialog, CorrectDialog)
        assert dialog.query_one("#field-low", FieldInput).value == "1,200"
        assert "the rules read low: 1,200" in driver.text()
        dialog.query_one("#field-low", FieldInput).value = "900"
        dialog.query_one("#field-high", FieldInput).value = "900"
        await driver.press("enter")
        claim = driver.screen.claims.claim
        assert claim is not None
        assert stories.notes.effects().corrections[claim.id] == {"low": "900.0", "high": "900.0"}
        assert "→ corrected" in driver.text()
        await driver.press("e")
        assert "900 (yours; the rules read 1,200)" in driver.text()
        await driver.press("escape", "C")
        dialog = driver.app.screen
        for name in ("low", "high"):
            dialog.query_one(f"#field-{name}", FieldInput).value = ""
        await driver.press("enter")
        assert not stories.notes.effects().corrections[claim.id]


async def test_a_value_that_is_none_is_said_and_can_be_mended(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "C")
        dialog = driver.app.screen
        assert isinstance(dialog, CorrectDialog)
        dialog.query_one("#field-low", FieldInput).value = "a few"
        await driver.press("enter")
        assert driver.app.screen is dialog
        assert "“a few” is not a number" in driver.text()
        dialog.query_one("#field-low", FieldInput).value = "1200"
        dialog.query_one("#field-bound", FieldInput).value = "over"
        await driver.press("enter")
        [values] = stories.notes.effects().corrections.values()
        assert values == {"bound": "over", "low": "1200.0"}


def test_corrections_that_no_field_takes_are_refused(stories: MemoryCorpus) -> None:
    claim = stories.claims("a.md")[0]
    for name, value in (("low", "nan"), ("low", "inf"), ("bound", "roughly"), ("surface", "x")):
        with pytest.raises(NotesError):
            stories.notes.correct(claim, name, value)
    assert stories.notes.history() == ()


async def test_topics_are_joined_and_split_by_hand(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "J")
        marked = driver.screen.claims.marked
        assert marked is not None
        assert "◆ #" in driver.text()
        listing = driver.screen.claims.listing
        assert listing.select_key(next(one.id for one in stories.claims("a.md") if one.surface == "450"))
        await driver.press("J")
        [merged] = stories.notes.effects().merges
        assert marked.id in merged
        assert driver.screen.claims.claim is not None
        assert driver.screen.claims.claim.id in merged
        assert driver.screen.claims.marked is None
        assert listing.select_key(marked.id)
        await driver.press("S")
        [split] = stories.notes.effects().splits
        assert split[0] == marked.id
        await driver.press("u", "u")
        assert stories.notes.effects().merges == stories.notes.effects().splits == ()


async def test_a_claim_of_the_same_topic_is_not_joined(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "J", "j", "J")
        assert any("in one topic already" in notice for notice in driver.notices())
        await driver.press("k", "J")
        assert driver.notices() == ["The mark is off."]
        assert stories.notes.history() == ()


async def test_undo_says_in_words_what_it_undid(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f", "u")
        assert any("Undone: verdict “false” on “1,200”" in notice for notice in driver.notices())
        await driver.press("u")
        assert any("Nothing to undo" in notice for notice in driver.notices())


async def test_a_link_that_is_pinned_is_the_one_in_use(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("space", "j", "space", "c")
        await driver.press("]")
        walk = driver.screen.comparison.walk
        assert walk is not None
        assert walk.current == 1
        await driver.press("m")
        assert len(stories.notes.effects().breaks) == 1
        assert driver.screen.comparison.walk is not None
        assert driver.screen.comparison.walk.current == 1


async def test_the_comparison_shows_what_was_decided(explore: Explore) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f", "a", *"ask", "enter")
        await driver.press("1", "space", "j", "space", "c")
        walk = driver.screen.comparison.walk
        assert walk is not None
        driver.screen.comparison.go(next(n for n, link in enumerate(walk.links) if "1,200" in link.a.text))
        await driver.settle()
        assert "✗ false: “1,200”" in driver.text()
        await driver.press("e")
        assert "yours: ✗ false: “1,200” · ✎ ask" in driver.text()


async def test_notes_that_cannot_be_read_become_a_notice(
    explore: Explore, stories: MemoryCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore() as driver:
        await driver.press("4")

        def broken(*_: object) -> None:
            raise NotesError("the notes cannot be read", "mend them")

        for name in ("effects", "undo", "history", "searches"):
            monkeypatch.setattr(stories.notes, name, broken)
        await driver.press("v", "a", "C", "u", "D")
        assert driver.app.screen is driver.screen
        assert any("the notes cannot be read" in notice for notice in driver.notices())


async def test_all_decisions_are_listed_newest_first_and_jumped_to(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f")
        claim = driver.screen.claims.claim
        assert claim is not None
        await driver.press("j", "a", *"hm", "enter", "D")
        dialog = driver.app.screen
        assert isinstance(dialog, DecisionsDialog)
        items = [item for item in dialog.query_one(Listing).items if isinstance(item, DecisionItem)]
        assert [item.placed.decision.kind for item in items] == [DecisionKind.NOTE, DecisionKind.VERDICT]
        assert "a.md, 1:2" in driver.text()
        await driver.press("j", "enter")
        assert driver.screen.reader.focus_span == claim.span
        assert driver.screen.focused is driver.screen.reader


async def test_a_decision_is_taken_back_from_the_list(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f", "a", *"hm", "enter", "D")
        await driver.press("j", "x")
        assert stories.notes.effects().verdicts == {}
        assert list(stories.notes.effects().claim_notes.values()) == ["hm"]
        dialog = driver.app.screen
        assert isinstance(dialog, DecisionsDialog)
        items = [item for item in dialog.query_one(Listing).items if isinstance(item, DecisionItem)]
        assert [item.placed.decision.kind for item in items] == [DecisionKind.NOTE]
        await driver.press("escape", "u")
        assert any("In force again: verdict “false” on “1,200”" in notice for notice in driver.notices())
        assert list(stories.notes.effects().verdicts.values()) == [Verdict.FALSE]


async def test_taking_back_keeps_the_place_in_the_list(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f", "v", "t", "v", "x", "D")
        await driver.press("j", "x")
        listing = driver.app.screen.query_one(Listing)
        assert listing.cursor == 1
        assert [placed.decision.value for placed in stories.notes.history()] == ["mixed", "false"]
        await driver.press("x")
        assert listing.cursor == 0


async def test_a_saved_search_that_is_taken_back_is_gone(explore: Explore, stories: MemoryCorpus) -> None:
    stories.notes.save_search("boats", "ships")
    async with explore() as driver:
        await driver.press("D")
        await driver.press("x")
        assert stories.notes.searches() == {}
        assert "No decisions yet" in driver.text()


async def test_lost_decisions_are_flagged_and_tell_their_words(explore: Explore, stories: MemoryCorpus) -> None:
    async with explore() as driver:
        await driver.press("4", "v", "f")
        stories.replace("a.md", "Harbour to close\nAll figures were taken out of this.\n")
        await driver.press("D")
        assert "! its words are gone" in driver.text()
        await driver.press("enter")
        assert any("1,200" in notice and "no longer" in notice for notice in driver.notices())
        await driver.press("D")
        await driver.press("x")
        assert stories.notes.history() == ()


async def test_decisions_are_written_out_and_taken_in(explore: Explore, stories: MemoryCorpus, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    async with explore() as driver:
        await driver.press("4", "v", "f", "D", "w", "ctrl+u")
        await driver.paste(str(file))
        await driver.press("enter")
        assert file.is_file()
        assert any("1 decision written" in notice for notice in driver.notices())
        await driver.press("escape", "u")
        assert stories.notes.history() == ()
        await driver.press("D", "i", "ctrl+u")
        await driver.paste(str(file))
        await driver.press("enter")
        assert list(stories.notes.effects().verdicts.values()) == [Verdict.FALSE]
        await driver.press("i", "ctrl+u")
        await driver.paste(str(tmp_path / "nowhere.yaml"))
        await driver.press("enter")
        assert any("no file of notes" in notice for notice in driver.notices())


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_dialogs_fit_small_terminals(explore: Explore, size: tuple[int, int]) -> None:
    async with explore(size) as driver:
        for keys in (("v",), ("a",), ("C",), ("D",)):
            await driver.press("4", *keys)
            box = driver.app.screen.query_one("#dialog")
            assert driver.app.screen is not driver.screen
            assert driver.app.screen.region.contains_region(box.region)
            assert driver.app.focused is not None
            assert driver.app.focused.region.area > 0
            await driver.press("escape")
