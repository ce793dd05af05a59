"""A file that is no text is shown by its own program, at its page where that can be."""

from pathlib import Path

import pytest

from tui.taking import viewer_command


def programs(folder: Path, *names: str) -> dict[str, str]:
    for name in names:
        program = folder / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    return {"PATH": str(folder), "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("names", "file", "place", "command"),
    [
        (["okular", "xdg-open"], "a.pdf", "p. 4", ["okular", "-p", "4", "a.pdf"]),
        (["mupdf"], "a.pdf", "p. 4", ["mupdf", "a.pdf", "4"]),
        (["okular", "xdg-open"], "a.epub", "The Storm", ["xdg-open", "a.epub"]),
        (["okular"], "a.docx", None, []),
    ],
)
def test_the_program_and_the_page(
    tmp_path: Path, names: list[str], file: str, place: str | None, command: list[str]
) -> None:
    assert viewer_command(Path(file), place, programs(tmp_path, *names)) == command


def test_without_a_screen_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    found = programs(tmp_path, "xdg-open")
    assert viewer_command(Path("a.pdf"), "p. 4", {"PATH": found["PATH"]}) == []
