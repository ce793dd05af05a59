"""Killed at any moment of whatever writes: nothing is lost, nothing half-written is seen, nothing stays behind."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.notes import Notebook, read_decisions
from index.records import DecisionKind
from tests.command_line.conftest import Ran
from tests.command_line.test_started_anyhow import COMMAND

SHOTS = int(os.environ.get("REDNOTE_SHOTS", "3"))
"""How often each action is killed; hundreds where time is no matter."""


def call(arguments: list[Any]) -> str:
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def killed(arguments: list[Any], after: float, number: int = signal.SIGKILL) -> None:
    with subprocess.Popen(
        [COMMAND, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(number)
        process.wait()


def moments(action: str, longest: float) -> list[float]:
    chance = random.Random(action)
    return [chance.uniform(0.05, longest) for _ in range(SHOTS)]


def took(arguments: list[Any]) -> float:
    began = time.monotonic()
    call(arguments)
    return time.monotonic() - began


@pytest.fixture
def articles(corpus: Path) -> Path:
    pytest.importorskip("lxml")
    for number in range(8):
        words = (
            f"The ferry {number} sank on 1 March 2024. At least {number + 3} people died, the coast guard said. " * 8
        )
        (corpus / f"more-{number}.html").write_text(f"<html><title>Ferry {number}</title><p>{words}</p></html>")
    return corpus


def test_indexing(articles: Path, tmp_path: Path) -> None:
    said = call(["claims", articles])
    longest = took(["index", "--rebuild", articles])
    for moment in moments("index", longest):
        killed(["index", "--rebuild", articles], moment)
        assert call(["claims", articles]) == said
    assert not list((tmp_path / "cache").rglob(".writable*"))


def test_a_change_of_one_file(articles: Path) -> None:
    file = articles / "courier.md"
    before = file.read_text(encoding="utf-8")
    call(["index", articles])
    for turn, moment in enumerate(moments("change", 1.5)):
        file.write_text(before.replace("At least 12", f"At least {50 + turn}"), encoding="utf-8")
        killed(["index", articles], moment)
        assert f"At least {50 + turn}" in call(["claims", articles])
        assert call(["search", f"“At least {50 + turn}”", articles])


def test_taking_decisions_in(corpus: Path, tmp_path: Path) -> None:
    book = Notebook(tmp_path / "from.yaml")
    for number in range(60):
        book.add(DecisionKind.SEARCH, name=f"n{number}", value="x" * 300)
    notes = tmp_path / "data" / "notes.yaml"
    own = Notebook(notes).add(DecisionKind.SEARCH, name="own", value="kept")
    for moment in moments("import", 1.5):
        killed(["notes", corpus, "--import", tmp_path / "from.yaml"], moment)
        kept = read_decisions(notes)
        assert own in kept
        assert len(kept) in (1, 61)
        Notebook(notes).undo(lambda decisions: None)
    Notebook(notes).add(DecisionKind.SEARCH, name="after", value="x")
    left = {path.name for path in notes.parent.iterdir() if path.name.startswith(".notes.yaml-")}
    assert left == set()


def test_an_export(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.html"
    file.write_text("before")
    whole = call(["export", corpus, "--format", "html"])
    for moment in moments("export", 1.5):
        killed(["export", corpus, "--format", "html", "--output", file], moment)
        assert file.read_text(encoding="utf-8") in ("before", whole)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_no_process_stays_behind(articles: Path, number: int) -> None:
    if not Path("/proc").is_dir():
        pytest.skip("processes are listed in /proc here")
    for moment in moments(f"orphans {number}", 1.5)[:3]:
        killed(["index", "--rebuild", articles], moment, number)
        end = time.monotonic() + 5
        while (left := helpers(articles)) and time.monotonic() < end:
            os.sched_yield()
        assert left == []


def helpers(folder: Path) -> list[str]:
    """Return the processes whose environment names the cache of this test, but for this one's own children."""
    mark = f"REDNOTE_CACHE={folder.parent / 'cache'}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if int(process.name) != os.getpid() and mark in (process / "environ").read_bytes():
                found.append(process.name)
        except OSError:
            continue
    return found


def test_nothing_asks_the_network(
    run: Callable[..., Ran], corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    page = '<html><head><link rel="stylesheet" href="http://x.example/a.css"><title>A page</title></head><body>'
    page += (
        '<img src="http://x.example/a.png"><iframe src="http://x.example/"></iframe><p>12 people died in the fire.</p>'
    )
    (corpus / "page.txt").write_text("See http://x.example/ for 12 more.\n")
    for command in (["documents"], ["search", "ferry"], ["claims"], ["export", "--format", "html"], ["doctor"]):
        assert run(*command, corpus).status == 0
    blocked = "import socket, sys\n" + "socket.socket.connect = socket.getaddrinfo = None\n"
    (corpus / "page.html").write_text(page)
    code = blocked + "from tui.main import main\nif __name__ == '__main__': sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "documents", str(corpus)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
