"""The changes with which the tests are tried."""

from pathlib import Path

import pytest

from tests.mutants.changes import changes
from tests.mutants.rooms import ROOMS

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a = b < c\n", {"b < c -> b <= c"}),
        (
            "a = b and not c\n",
            {"b and not c -> b or not c", "b and not c -> b", "b and not c -> not c", "not c -> c"},
        ),
        ("A = 3\nB = True\n", {"3 -> 4", "True -> False"}),
        (
            "def f(x: int = 1) -> int:\n    return x - 2\n",
            {"1 -> 2", "x - 2 -> x + 2", "2 -> 3", "return x - 2 -> return None"},
        ),
        ("if a:\n    b.close()\n", {"a -> False", "a -> True", "b.close() -> pass"}),
        ("a = [b for b in c if b]\n", {"b -> True"}),
        ("a = 'é' if ü else 'x' + y\n", {"ü -> False", "ü -> True"}),
    ],
)
def test_each_change_is_on_one_line_and_says_something_else(source: str, made: set[str]) -> None:
    found = list(changes(source))
    assert {f"{change.before} -> {change.after}" for change in found} == made
    for change in found:
        assert change.applied(source) != source
        assert change.applied(source).count("\n") == source.count("\n")


def test_what_does_not_run_is_let_alone() -> None:
    source = '"""Module 1."""\n@cache(maxsize=2)\ndef f(a: "Literal[3]") -> "4":\n    """Return 5."""\n'
    assert list(changes(source)) == []


def test_every_room_is_tried_with_tests_that_exist() -> None:
    rooms = {path.name for path in (ROOT / "index").iterdir() if (path / "__init__.py").is_file()} - {
        "claims",
        "records",
    }
    assert rooms <= {room.path.split("/")[0] for room in ROOMS.values()}
    kinds = {path.name for path in (ROOT / "index" / "claims").iterdir() if (path / "__init__.py").is_file()}
    assert kinds <= {room.path.split("/")[-1] for room in ROOMS.values()}
    for room in ROOMS.values():
        assert all(list(ROOT.glob(pattern)) for pattern in room.tests), room
