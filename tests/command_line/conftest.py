"""The command, run in this process on a small corpus, with folders of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.main import main


class Ran(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDNOTE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("REDNOTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("REDNOTE_CONFIG", "REDNOTE_CORPUS", "REDNOTE_THEME", "REDNOTE_KEYS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "courier.md").write_text(
        "---\ntitle: Ferry sinks off Dunmore\noutlet: The Courier\ndate: 2024-03-02\n---\n\n"
        "The ferry sank on 1 March 2024. At least 12 people died, the coast guard said.\n\n"
        "“We heard one loud bang,” said Ada Brandt, a passenger. The line will probably stay closed until May.\n",
        encoding="utf-8",
    )
    (folder / "herald.md").write_text(
        "---\ntitle: Dunmore mourns\noutlet: The Herald\ndate: 2024-03-02\n---\n\n"
        "The ferry sank on 1 March 2024 off Dunmore. 9 people died, the mayor said. 渡轮沉没。\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def call(*arguments: object) -> Ran:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call
