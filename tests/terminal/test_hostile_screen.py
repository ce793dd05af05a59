"""A hostile folder, hostile decisions and hostile searches walked through in a real terminal, byte by byte."""

import select
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command_line.test_hostile import ATTACKS, hostile
from tests.terminal.terminal import COMMAND, Terminal
from tests.terminal.test_terminal import assert_restored, environment

__all__ = ["environment", "hostile"]

NEVER = (
    *(b"\x1b]52;c;UFdO", b"\x1b]0;PWN", b"\x1b]8;;http://x.example", b"\x1b_G", b"\x1b^x", b"\x1bPq", b"\x1bc"),
    *(b"\xc2\x9b", b"\xc2\x9d", b"\xc2\x90", "\u202e".encode(), "\u2066".encode(), "\u200b".encode(), b"\xf3\xa0\x81"),
)
"""Bytes of the attacks; the program itself sends none of them."""

WALK = [
    *("j", "j", "Enter", "4", "j", "e", "Escape", "v", "Escape", "a", "Escape", "C", "Escape"),
    *("D", "j", "j", "Enter", "1", "t", "Escape", "f", "Escape", "M", "Escape", "r", "Escape", "?", "Escape"),
    *("/", "f", "e", "r", "r", "y", "Enter", "n", "n", "N", "y", "1", "Space", "j", "Space", "c", "x", "]", "e"),
    *(
        "Escape",
        "Escape",
        "1",
        "j",
        "j",
        "j",
        "j",
        "j",
        "j",
        "G",
        "g",
        "4",
        "}",
        "z",
        "z",
        "I",
        "Escape",
        "S",
        "Escape",
    ),
]
"""Keys that lead past every pane, list and dialog."""


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
def test_nothing_of_it_reaches_the_terminal(
    hostile: Path, environment: dict[str, str], tmp_path: Path, size: tuple[int, int]
) -> None:
    evil = "".join(ATTACKS.values())
    place = {"path": str(hostile / "markup.md"), "digest": "0", "start": 0, "end": 3, "quote": "---", "prefix": ""}
    rows: list[dict[str, Any]] = [
        {"kind": "search", "name": f"s{evil}", "value": f"ferry {evil}"},
        {"kind": "note", "anchors": [{**place, "suffix": evil}], "value": evil},
    ]
    made = "2025-01-01T00:00:00+00:00"
    body = {"format": 1, "decisions": [{"id": str(n), "made": made, **row} for n, row in enumerate(rows)]}
    (tmp_path / "import.yaml").write_text(yaml.safe_dump(body), encoding="utf-8")
    taken = [str(COMMAND), "notes", str(hostile), "--import", str(tmp_path / "import.yaml")]
    subprocess.run(taken, env=environment, capture_output=True, check=True)
    with Terminal([hostile], environment, size) as terminal:
        terminal.until("documents", gone="reading")
        for key in WALK:
            terminal.press(key)
            select.select([], [], [], 0.05)
            terminal.take_in()
        terminal.press("Escape", "Escape", "Escape")
        terminal.press("q")
        assert terminal.leave() == 0
        assert_restored(terminal)
    for never in NEVER:
        assert never not in terminal.raw
