"""The installed command in a real terminal: what a person sees, and every byte that was written."""

import os
import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import COMMAND, Terminal

Start = Callable[..., Terminal]
COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    keep = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT")}
    folders = {"REDNOTE_CACHE": "cache", "REDNOTE_DATA": "data", "XDG_CONFIG_HOME": "config"}
    return keep | {name: str(tmp_path / folder) for name, folder in folders.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "1-courier.md").write_text(
        "---\ntitle: Ferry sinks off Dunmore\noutlet: The Courier\ndate: 2024-03-02\n---\n\n"
        "The ferry sank on 1 March 2024. At least 12 people died, the coast guard said.\n\n"
        "“We heard one loud bang,” said Ada Brandt, a passenger.\n",
        encoding="utf-8",
    )
    (folder / "2-herald.md").write_text(
        "---\ntitle: Dunmore mourns its dead\noutlet: The Herald\ndate: 2024-03-02\n---\n\n"
        "The ferry sank on 1 March 2024 off Dunmore. 9 people died, the mayor said. 渡轮沉没。\n",
        encoding="utf-8",
    )
    return folder


def assert_restored(terminal: Terminal) -> None:
    """The terminal is as it was: main screen, cursor shown, no mouse reports, the same line discipline."""
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h") >= 0
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")
    assert terminal.raw.rfind(b"\x1b[?1000l") > terminal.raw.rfind(b"\x1b[?1000h")
    assert terminal.attributes() == terminal.attributes_before


def test_open_search_step_compare_quit(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], environment) as terminal:
        terminal.until("Ferry sinks off Dunmore", "Dunmore mourns its", "Claims", "≠ 1")
        terminal.press("/")
        terminal.press("died")
        terminal.until("12 people died", "9 people died", "2 articles")
        terminal.press("Enter")
        terminal.until("hit 1/2 · article 1/2")
        terminal.press("n")
        terminal.until("hit 2/2 · article 2/2")
        terminal.press("Escape")
        terminal.until("Search: words", gone="hit 2/2")
        terminal.press("1", "g", "Space", "j", "Space", "c")
        terminal.until("link 1/")
        terminal.press("q")
        assert terminal.leave() == 0
        assert_restored(terminal)


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
def test_every_size_shows_the_first_article(folder: Path, environment: dict[str, str], size: tuple[int, int]) -> None:
    with Terminal([folder], environment, size) as terminal:
        terminal.until("Ferry sinks")
        terminal.press("?")
        terminal.until("━ Keys ━")
        terminal.press("Escape")
        terminal.until("Ferry sinks", gone="━ Keys ━")
        terminal.press("q")
        assert terminal.leave() == 0
        assert_restored(terminal)


def test_a_window_that_shrinks_stays_whole(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], environment, (160, 48)) as terminal:
        terminal.until("Documents", "Claims")
        terminal.resize(60, 16)
        terminal.until("Dunmore")
        terminal.press("q")
        assert terminal.leave() == 0


def test_a_hostile_document_reaches_the_terminal_as_text_only(folder: Path, environment: dict[str, str]) -> None:
    (folder / "0-evil\x1b]0;name\x07.txt").write_text(
        "A quiet headline\n\nStart \x1b]52;c;aGFja2Vk\x07 \x9d0;title\x9c \x1b[31mred \x1bP+q\x1b\\ "
        "[@click=app.quit]press[/] [bold]loud[/bold] \u202eright to left\u202c end of it.\n",
        encoding="utf-8",
    )
    with Terminal([folder], environment) as terminal:
        terminal.until("A quiet headline", "[@click=app.quit]press[/]", "[bold]loud[/bold]", "end of it")
        terminal.press("/", "quiet")
        terminal.until("quiet", "hit 1/1")
        terminal.press("Enter")
        terminal.until("1 Documents", gone="Enter open the first")
        terminal.press("q")
        assert terminal.leave() == 0
    assert b"\x1b]52" not in terminal.raw
    assert b"\x1b]0;" not in terminal.raw
    assert b"\x9d" not in terminal.raw.replace("\x9d".encode(), b"\x9d").replace(b"\xe2\x80\x9d", b"")
    assert "\u202e".encode() not in terminal.raw
    assert b"\x1b[31mred" not in terminal.raw


@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("", True)])
def test_no_color_drops_every_colour(folder: Path, environment: dict[str, str], value: str, coloured: bool) -> None:
    with Terminal([folder], {**environment, "NO_COLOR": value}) as terminal:
        terminal.until("Ferry sinks off Dunmore", "Claims")
        terminal.press("q")
        terminal.leave()
    assert bool(COLOUR.search(terminal.raw)) is coloured


def test_a_signal_leaves_the_terminal_as_it_was(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], environment) as terminal:
        terminal.until("Documents")
        terminal.process.send_signal(signal.SIGTERM)
        terminal.leave()
        assert_restored(terminal)


def test_without_a_folder_the_sample_opens_and_says_how_to_open_your_own(environment: dict[str, str]) -> None:
    with Terminal([], environment) as terminal:
        terminal.until("rednote-tui FOLDER")
        terminal.press("q")
        assert terminal.leave() == 0


def test_typing_never_fires_keys(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], environment) as terminal:
        terminal.until("Documents")
        terminal.press("/", "quick", " ", "question")
        terminal.until("quick question")
        terminal.press("Escape")
        terminal.until("q quit", "quick question")
        terminal.press("q")
        assert terminal.leave() == 0


@pytest.mark.parametrize("keys", ["\x1bq", "\x1b]q", "\x1b/fog", "\x1b|q", "\x1b|]|q", "\x1b|/|fog"])
def test_a_key_right_after_escape_is_a_key_of_its_own(folder: Path, environment: dict[str, str], keys: str) -> None:
    with Terminal([folder], environment) as terminal:
        terminal.until("Documents")
        terminal.press("/", "quick")
        terminal.until("quick")
        terminal.press_quickly(*keys.split("|"))
        if keys.endswith("q"):
            assert terminal.leave() == 0
        else:
            terminal.until("understood as fog")


def test_arrows_stay_arrows(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], environment) as terminal:
        # Documents are listed while the folder is read: with one of them there is nowhere to go down to.
        terminal.until("1 ▸ Ferry", "2   Dunmore")
        terminal.press("Down")
        terminal.until("2 ▸ Dunmore")


def test_without_a_terminal_the_explorer_refuses(folder: Path, environment: dict[str, str]) -> None:
    ran = subprocess.run([str(COMMAND), str(folder)], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "needs a terminal" in ran.stderr
    assert ran.stdout == ""


def test_a_comparison_is_tuned_by_hand_and_kept(folder: Path, environment: dict[str, str]) -> None:
    with Terminal([folder], environment) as terminal:
        terminal.until("Ferry sinks off Dunmore", "Dunmore mourns its", "Claims", "≠ 1")
        terminal.press("Space")
        terminal.press("j")
        terminal.press("Space")
        terminal.press("c")
        terminal.until("only here", "link 1/")
        terminal.press("-")
        terminal.until("Kept: links from")
        terminal.press("M")
        terminal.until("every pair", "Enter compare", "Esc close")
        terminal.press("Escape")
        terminal.until("link 1/", gone="every pair")
        terminal.press("D")
        terminal.until("What you decided", "links from", "x revoke")
        terminal.press("Escape")
        terminal.until("link 1/", gone="What you decided")
        terminal.press("q")
        assert terminal.leave() == 0
    notes = (Path(environment["REDNOTE_DATA"]) / "notes.yaml").read_text(encoding="utf-8")
    assert "kind: threshold" in notes
