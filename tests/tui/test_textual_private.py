"""The private parts of Textual stand in one module, are still there, and the bound of its version says so."""

import ast
import importlib
import inspect
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import tui
from tui.app import ExplorerApp
from tui.textual_private import ATTRIBUTES, PARTS

TUI = Path(tui.__file__).parent
PRIVATE = "textual_private.py"


@pytest.mark.parametrize("part", PARTS)
def test_a_private_part_is_still_there(part: str) -> None:
    module, _, name = part.partition(":")
    found = importlib.import_module(module)
    for step in name.split("."):
        found = getattr(found, step)
    assert callable(found)


def test_the_attributes_of_an_app_are_still_there() -> None:
    from textual.app import App

    app: App[None] = App()
    assert [name for name in ATTRIBUTES if not hasattr(app, name)] == []


def test_keys_and_exceptions_are_asked_for_as_before() -> None:
    from textual.app import App

    assert list(inspect.signature(App._check_bindings).parameters) == ["self", "key", "priority"]
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: path.relative_to(TUI).as_posix())
def test_no_other_module_touches_a_private_part(path: Path) -> None:
    if path.name == PRIVATE:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [name for name in modules if name.startswith("textual._")]
    parts = {part.rpartition(".")[2] for part in PARTS} | set(ATTRIBUTES)
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert not {name for name in names & parts if name.startswith("_")}


def test_no_method_of_ours_replaces_a_private_one_unnamed() -> None:
    from textual.app import App

    ours = [cls for cls in ExplorerApp.__mro__ if cls.__module__.startswith("tui.")]
    methods = {name for cls in ours for name, one in vars(cls).items() if inspect.isfunction(one)}
    replaced = {name for name in methods if name.startswith("_") and not name.startswith("__") and hasattr(App, name)}
    assert replaced <= {part.rpartition(".")[2] for part in PARTS}


def test_textual_is_held_below_the_next_minor_release() -> None:
    project = tomllib.loads((TUI.parent / "pyproject.toml").read_text(encoding="utf-8"))
    (bound,) = [line for line in project["project"]["dependencies"] if line.startswith("textual")]
    major, minor = version("textual").split(".")[:2]
    assert bound == f"textual>={major}.{minor},<{major}.{int(minor) + 1}"
