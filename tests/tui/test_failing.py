"""What nobody foresaw ends in words, with details in a file, and not in a traceback."""

import argparse
from pathlib import Path
from typing import Any

import pytest

from index.errors import RednoteError
from tests.tui.conftest import Explore
from tui.app import ExplorerApp
from tui.command_line import explore as command
from tui.controllers.comparing import Comparing
from tui.failing import failure_of


def stumble(_self: Comparing) -> None:
    raise ValueError("\x1b[31mnobody foresaw this")


async def test_an_exception_of_a_key_ends_the_program_and_is_told(
    explore: Explore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDNOTE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(Comparing, "_mark", stumble)
    apps: list[ExplorerApp] = []

    async def mark() -> None:
        async with explore() as driver:
            apps.append(driver.app)
            await driver.pilot.press("space")

    with pytest.raises(ValueError, match="nobody foresaw"):
        await mark()
    failure = apps[0].failure
    assert failure is not None
    assert apps[0].return_code == 2
    report = tmp_path / "cache" / "failure.txt"
    assert str(report) in failure.hint
    assert "in stumble" in report.read_text(encoding="utf-8")
    assert report.stat().st_mode & 0o077 == 0
    out = capsys.readouterr()
    assert "\x1b" not in failure.message + report.read_text(encoding="utf-8")
    assert "Traceback" not in out.out + out.err


def test_where_nothing_can_be_written_the_failure_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REDNOTE_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "file"))
    failure = failure_of(ValueError("of\nno\nuse"))
    assert "ValueError: of no use" in failure.message
    assert "doctor" in failure.hint


def test_the_command_raises_what_ended_the_explorer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nWords.\n")
    monkeypatch.setenv("REDNOTE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("REDNOTE_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    def run(app: ExplorerApp, **_: Any) -> None:
        app.failure = RednoteError("it had to end", "see the file")

    monkeypatch.setattr(ExplorerApp, "run", run)
    with pytest.raises(RednoteError, match="it had to end"):
        command.run(argparse.Namespace(fresh=True, paths=[tmp_path], config=None, theme=None))
