"""The table of commands, and the keys made of it."""

import subprocess
import sys

import pytest

from index.settings import KeySettings, Settings
from tests.tui.conftest import Explore
from tui.commands import BY_ID, COMMANDS, FOOTERS, LABELS, Place
from tui.dialogs.decisions import DecisionsDialog
from tui.dialogs.listdialog import ListDialog
from tui.dialogs.narrowing import FacetDialog
from tui.dialogs.notedialog import NoteArea
from tui.keymap import canonical, display, resolve
from tui.panes.listing import Listing
from tui.panes.matrix import MatrixGrid
from tui.panes.reader import Reader
from tui.panes.searchbar import QueryInput
from tui.presets import PRESETS


def test_the_table_needs_no_textual() -> None:
    code = "import sys, tui.commands, tui.keymap; print([n for n in sys.modules if n.startswith(('textual', 'rich'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_command_has_an_action_where_it_works() -> None:
    from tui.app import ExplorerApp

    owners = {
        Place.APP: ExplorerApp,
        Place.LIST: Listing,
        Place.READER: Reader,
        Place.SEARCH: QueryInput,
        Place.DIALOG: ListDialog,
        Place.NOTE: NoteArea,
        Place.FACETS: FacetDialog,
        Place.DECISIONS: DecisionsDialog,
        Place.GRID: MatrixGrid,
    }
    missing = [
        (command.id, place)
        for command in COMMANDS
        for place in command.places
        if place is not Place.EXPLORER and not hasattr(owners[place], f"action_{command.action}")
    ]
    assert missing == []


async def test_every_command_of_the_explorer_is_done_by_a_controller(explore: Explore) -> None:
    async with explore() as driver:
        wanted = {command.id for command in COMMANDS if Place.EXPLORER in command.places}
        assert set(driver.screen.commands) == wanted


def test_ids_are_unique_and_footers_and_presets_name_them() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert {name for names in FOOTERS.values() for name in names} <= set(BY_ID)
    assert {name for _, name in LABELS} <= set(BY_ID)
    assert {name for preset in PRESETS.values() for name in preset} <= set(BY_ID)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_clashes_with_itself(preset: str) -> None:
    base = {command.id: PRESETS[preset].get(command.id, command.keys) for command in COMMANDS}
    wishes = {name: ",".join(keys).replace(",,", ",comma") for name, keys in base.items() if keys and keys != (",",)}
    assert resolve(preset, wishes).problems == ()


def test_a_users_key_replaces_the_default() -> None:
    keymap = resolve("default", {"search": "ctrl+s, /"})
    assert keymap.keys["search"] == ("ctrl+s", "/")
    assert keymap.problems == ()
    assert keymap.shown("search") == "^s"


def test_an_unknown_id_is_reported_with_the_nearest() -> None:
    keymap = resolve("default", {"serch": "ctrl+s"})
    assert "serch" in keymap.problems[0]
    assert "search" in keymap.problems[0]


def test_a_clash_is_reported_and_the_default_kept() -> None:
    keymap = resolve("default", {"search": "q"})
    assert keymap.keys["search"] == ("/",)
    assert "quit" in keymap.problems[0]


def test_keys_that_change_places_do_not_clash() -> None:
    keymap = resolve("default", {"search": "q", "quit": "/"})
    assert keymap.problems == ()
    assert keymap.keys["quit"] == ("/",)


def test_a_key_may_mean_something_else_in_the_search_line() -> None:
    assert resolve("default", {"older-search": "ctrl+d"}).problems == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("/", "slash"),
        ("^d", "ctrl+d"),
        ("]", "right_square_bracket"),
        ("G", "G"),
        ("ctrl+s", "ctrl+s"),
        ("?", "question_mark"),
    ],
)
def test_keys_by_any_name(written: str, name: str) -> None:
    assert canonical(written) == name


def test_keys_are_shown_as_a_person_reads_them() -> None:
    assert [display(key) for key in ("escape", "ctrl+d", "]", "alt+v", "f5")] == ["Esc", "^d", "]", "M-v", "F5"]


@pytest.mark.parametrize("written", ["e X", "e,X", "e, X", " e  X "])
def test_keys_are_parted_by_blanks_and_commas(written: str) -> None:
    keymap = resolve("default", {"explain": written})
    assert keymap.keys["explain"] == ("e", "X")
    assert keymap.problems == ()


def test_a_comma_alone_is_a_key() -> None:
    assert resolve("default", {"scope": ","}).keys["scope"] == (",",)


@pytest.mark.parametrize("key", ["ctrl-e", "foo", "strg+e"])
def test_a_word_that_is_no_key_is_reported_and_the_action_keeps_its_keys(key: str) -> None:
    keymap = resolve("default", {"explain": key})
    assert keymap.keys["explain"] == ("e",)
    assert f"“{key}” is no key" in keymap.problems[0]


async def test_both_keys_of_an_action_work(explore: Explore) -> None:
    async with explore(settings=Settings(keys=KeySettings(bindings={"zoom": "z Z"}))) as driver:
        for key in ("Z", "z"):
            before = driver.screen.has_class("-zoomed")
            await driver.press("3", key)
            assert driver.screen.has_class("-zoomed") != before
