"""Every way out of the explorer, at any moment: the terminal is as it was, nobody waits, and nothing stays behind."""

import select
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal
from tests.terminal.test_terminal import assert_restored, environment, folder

__all__ = ["environment", "folder"]


def wait(seconds: float) -> None:
    select.select([], [], [], seconds)


def children(process: int) -> list[str]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return found.stdout.split()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("delay", [0.25, 0.45, 0.6, 0.75, 0.9, 1.2, 2.0])
def test_a_signal_at_any_moment(
    folder: Path, environment: dict[str, str], number: signal.Signals, delay: float
) -> None:
    with Terminal([folder], environment) as terminal:
        wait(delay)
        terminal.process.send_signal(number)
        terminal.leave()
        assert terminal.attributes() == terminal.attributes_before
        if b"\x1b[?1049h" in terminal.raw:
            assert_restored(terminal)
        assert b"Traceback" not in terminal.raw or b"/tui/" not in terminal.raw


def test_control_c_while_idle(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], environment) as terminal:
        terminal.until("Documents")
        for _ in range(2):
            terminal.process.send_signal(signal.SIGINT)
        terminal.leave()
        assert_restored(terminal)


@pytest.mark.parametrize(
    ("editor", "words"),
    [("no-such-editor-anywhere", "there is no editor"), ("vim 'open", "is no command"), ("/etc", "there is no editor")],
)
def test_an_editor_that_cannot_start_is_a_message(
    folder: Path, environment: dict[str, str], editor: str, words: str
) -> None:
    with Terminal([folder], {**environment, "EDITOR": editor}) as terminal:
        terminal.until("Ferry sinks off Dunmore", "Claims")
        terminal.press("o")
        terminal.until(words)
        terminal.press("?")
        terminal.until("Keys")
        terminal.press("Escape", "q")
        assert terminal.leave() == 0
        assert_restored(terminal)


def test_an_editor_that_fails_gives_the_screen_back(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], {**environment, "EDITOR": "false"}) as terminal:
        terminal.until("Ferry sinks off Dunmore", "Claims")
        terminal.press("o")
        wait(0.5)
        terminal.press("?")
        terminal.until("Keys")
        terminal.press("Escape", "q")
        assert terminal.leave() == 0


def test_quitting_waits_for_no_work(folder: Path, environment: dict[str, str]) -> None:
    line = "The count of the lot was 71, and Ada Brandt said that it would be 80 by May. "
    (folder / "3-long.txt").write_text(line * 20_000)
    with Terminal([folder], environment) as terminal:
        terminal.until("Ferry sinks off Dunmore", "3-long")
        wait(0.5)
        helpers = children(terminal.process.pid)
        began = time.monotonic()
        terminal.press("q")
        assert terminal.leave() == 0
        # The terminal itself is read for a tenth of a second more; the machine may be busy.
        assert time.monotonic() - began < 2
        assert_restored(terminal)
        wait(0.5)
        assert [one for one in helpers if Path(f"/proc/{one}/cmdline").exists() and alive(one)] == []


def alive(process: str) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().split(")")[-1].split()[0]
    except OSError:
        return False
