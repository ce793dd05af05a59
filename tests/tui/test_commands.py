"""The table of commands, and the keys made of it."""

import subprocess
import sys

import pytest

from tui.commands import BY_ID, COMMANDS, FOOTERS, LABELS, Place
from tui.keymap import canonical, display, resolve
from tui.panes.listing import Listing
from tui.panes.matrix import MatrixGrid
from tui.panes.reader import Reader
from tui.panes.searchbar import QueryInput
from tui.presets import PRESETS
from tui.screens.decisions import DecisionsDialog
from tui.screens.explorer import Explorer
from tui.screens.listdialog import ListDialog
from tui.screens.narrowing import FacetDialog
from tui.screens.notedialog import NoteArea


def test_the_table_needs_no_textual() -> None:
    code = "import sys, tui.commands, tui.keymap; print([n for n in sys.modules if n.startswith(('textual', 'rich'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_command_has_an_action_where_it_works() -> None:
    from tui.app import ExplorerApp

    owners = {
        Place.APP: ExplorerApp,
        Place.EXPLORER: Explorer,
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
        if not hasattr(owners[place], f"action_{command.action}")
    ]
    assert missing == []


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
