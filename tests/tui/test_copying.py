"""Copying says where the words went."""

from pathlib import Path

import pytest

from tests.tui.conftest import Explore
from tui.taking import copied_in_tmux


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a stand-in for tmux on the path, which keeps what it is given; return where."""
    buffer, program = tmp_path / "buffer", tmp_path / "tmux"
    program.write_text(f'#!/bin/sh\n[ "$1 $2 $3" = "load-buffer -w -" ] && cat > "{buffer}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    return buffer


def test_inside_tmux_the_words_are_in_its_buffer(tmux: Path) -> None:
    assert copied_in_tmux("小红书 said so")
    assert tmux.read_text(encoding="utf-8") == "小红书 said so"


def test_outside_tmux_and_without_it_nothing_is_claimed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not copied_in_tmux("words", {})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not copied_in_tmux("words", {"TMUX": "socket"})


async def test_the_screen_says_that_tmux_has_the_words(explore: Explore, tmux: Path) -> None:
    async with explore() as driver:
        await driver.press("3", "y")
        assert any("to the buffer of tmux" in notice for notice in driver.notices())
    assert "Harbour" in tmux.read_text(encoding="utf-8")
