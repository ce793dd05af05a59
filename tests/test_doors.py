"""Each room of the index is entered by its door: the names that its package offers."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import index

INDEX = Path(index.__file__).parent


def _past_a_door(module: Path) -> Iterator[str]:
    """Yield the modules of other rooms that a module imports."""
    room = module.relative_to(INDEX).parts[0]
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("index."):
            _, other, *inside = node.module.split(".")
            if inside and other != room:
                yield node.module


def test_rooms_are_entered_by_their_doors() -> None:
    past = [
        f"{module.relative_to(INDEX).as_posix()}: {entered}"
        for module in sorted(INDEX.rglob("*.py"))
        for entered in _past_a_door(module)
    ]
    assert not past, "import these names from the room's package, and offer them in its __init__.py"


@pytest.mark.parametrize("room", [module.name for module in pkgutil.iter_modules([str(INDEX)])])
def test_a_door_offers_what_it_says(room: str) -> None:
    door = importlib.import_module(f"index.{room}")
    for name in getattr(door, "__all__", ()):
        assert hasattr(door, name)
