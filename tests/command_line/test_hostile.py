"""A folder and notes from somebody who means harm: nothing that a terminal obeys comes out, by any command or file."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command_line.conftest import Ran

Run = Callable[..., Ran]

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]")
ATTACKS = {
    "clipboard": "\x1b]52;c;UFdO\x07",
    "title": "\x1b]0;PWN\x07",
    "link": "\x1b]8;;http://x.example/\x1b\\click\x1b]8;;\x1b\\",
    "colour": "\x1b[31m\x1b[2J\x1b[?1049l",
    "one-character": "\x9b31m\x9d52;c;UFdO\x9c\x90q\x9c",
    "bidi": "\u202eNWP\u202c\u2066x\u2069\u200f",
    "invisible": "P\u200bW\u2060N\ufeff\U000e0041",
    "controls": "\x07\x08\x0b\x0c\x7f\r",
    "screen": "\x1bPq\x1b\\\x1b_G\x1b\\\x1b^x\x1b\\\x1bc",
    "markup": "[bold]x[/] [@click=app.quit]y[/] <script>alert(1)</script> =cmd|x",
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for number, (name, evil) in enumerate(ATTACKS.items()):
        escaped = "".join(f"\\U{ord(character):08x}" for character in evil)
        front = f'---\ntitle: "T {escaped}"\noutlet: "O {escaped}"\nauthor: ["A {escaped}"]\nurl: "x{escaped}"\n---\n\n'
        text = (
            f"The ferry {evil} sank on 1 March 2024. At least {number + 3} people {evil} died, the mayor said.\n\n"
            f"“We {evil} heard one loud bang,” said Ada {evil} Brandt, a passenger.\n"
        )
        (folder / f"{name}.md").write_bytes((front + text).encode("utf-8"))
        (folder / f"{name} {evil.replace('/', '')}.txt").write_bytes(text.encode("utf-8"))
    (folder / os.fsdecode(b"bytes\xff\x9b31m.txt")).write_text("The ferry sank. 12 people died.\n")
    (folder / "link\x1b]0;x\x07.txt").symlink_to("nowhere\x1b[31m")
    (folder / "broken\x9b31m.pdf").write_bytes(b"%PDF-1.4\nnothing")
    return folder


def imported(run: Run, hostile: Path, tmp_path: Path) -> None:
    """Take in decisions whose every word is an attack."""
    evil = "".join(ATTACKS.values())
    run("index", hostile)
    article = hostile / "markup.md"
    text = article.read_text(encoding="utf-8")
    start = text.index("At least")
    words = {"prefix": text[start - 40 : start], "quote": text[start : start + 10], "suffix": text[start + 10 :][:50]}
    place = {"path": str(article), "digest": "0", "start": start, "end": start + 10, **words}
    made = "2025-01-01T00:00:00+00:00"
    rows: list[dict[str, Any]] = [
        {"kind": "note", "anchors": [place], "claim_kind": "figure", "value": evil},
        {"kind": "correction", "anchors": [place], "claim_kind": "figure", "name": "speaker", "value": evil},
        {"kind": "correction", "anchors": [place], "claim_kind": "figure", "name": "unit", "value": evil},
        {"kind": "note", "anchors": [place], "value": evil},
        {"kind": "search", "name": f"s{evil}", "value": f"ferry {evil}"},
        {"kind": "note", "anchors": [{**place, "path": f"/x/{evil}"}], "value": evil},
    ]
    body = {"format": 1, "decisions": [{"id": str(n), "made": made, **row} for n, row in enumerate(rows)]}
    file = tmp_path / "import.yaml"
    file.write_text(yaml.safe_dump(body), encoding="utf-8")
    assert run("notes", hostile, "--import", file).status == 0


COMMANDS = [
    ["documents"], ["documents", "--json"], ["search", "ferry"], ["search", "ferry", "--json"], ["claims"],
    *(["claims", "--format", form] for form in ("json", "csv", "md")),
    *(["export", "--format", form] for form in ("md", "html", "json", "csv")),
    *(["compare", "clipboard.md", "bidi.md", "--format", form] for form in ("text", "json", "md", "html")),
    ["notes"], ["notes", "--json"], ["doctor"], ["index"],
]  # fmt: skip


def test_no_command_lets_anything_through(run: Run, hostile: Path, tmp_path: Path) -> None:
    imported(run, hostile, tmp_path)
    for command in COMMANDS:
        ran = run(*command, hostile)
        assert ran.status in (0, 1), (command, ran.err)
        # A line of CSV ends in a carriage return and a line feed (RFC 4180).
        out = ran.out.replace("\r\n", "\n")
        assert not OBEYED.search(out), (command, OBEYED.findall(out)[:5])
        assert not OBEYED.search(ran.err), (command, OBEYED.findall(ran.err)[:5])
        if command[-1] == "html":
            assert "<script>alert" not in out


def test_no_file_that_is_written_holds_anything_obeyed(run: Run, hostile: Path, tmp_path: Path) -> None:
    imported(run, hostile, tmp_path)
    for form in ("md", "html", "json", "csv"):
        file = tmp_path / f"out.{form}"
        assert run("export", hostile, "--format", form, "--output", file).status == 0
        assert not OBEYED.search(file.read_bytes().decode("utf-8").replace("\r\n", "\n"))
    assert run("notes", hostile, "--export", tmp_path / "copy.yaml").status == 0
    assert not OBEYED.search((tmp_path / "copy.yaml").read_text(encoding="utf-8"))
    assert not OBEYED.search((tmp_path / "data" / "notes.yaml").read_text(encoding="utf-8"))
