"""The installed command, started in every way that goes wrong: one line, the right exit status, never a traceback."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("rednote-tui"))
OWN = ("tui", "index")
DAC_OVERRIDE, DAC_READ_SEARCH, DROP_FROM_BOUNDING_SET = 1, 2, 24


def without_privileges() -> None:
    """Have the rights of files hold for root too, in a process that is about to start."""
    library = ctypes.CDLL(None)
    for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
        library.prctl(DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "home").mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("REDNOTE", "XDG", "LC_", "LANG"))}
    return {**kept, "HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}


def run(
    environment: Mapping[str, str], *arguments: object, shell: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = ["sh", "-c", f'"$0" "$@" {shell}', COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=60, cwd=cwd, errors="replace"
    )


def assert_told(done: subprocess.CompletedProcess[str], status: int = 2, words: str = "") -> None:
    assert "Traceback" not in done.stderr + done.stdout
    assert done.returncode == status, done.stderr
    assert words in done.stderr
    if status == 2:
        assert 1 <= len(done.stderr.splitlines()) <= 3


@pytest.mark.parametrize("command", ["documents", "claims", "doctor", "keys", "explore"])
def test_a_closed_standard_output(environment: dict[str, str], corpus: Path, command: str) -> None:
    arguments = [corpus] if command == "explore" else [command, *([] if command == "keys" else [corpus])]
    assert_told(run(environment, *arguments, shell=">&-"), words="closed")


@pytest.mark.parametrize("command", ["documents", "claims", "doctor", "keys", "index"])
@pytest.mark.parametrize("closed", ["2>&-", "<&-", "<&- 2>&-"])
def test_other_closed_streams(environment: dict[str, str], corpus: Path, command: str, closed: str) -> None:
    done = run(environment, command, *([] if command == "keys" else [corpus]), shell=closed)
    assert_told(done, 0)
    assert run(environment, "claims", corpus).stdout == run(environment, "claims", corpus).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_a_full_standard_output(environment: dict[str, str], corpus: Path, form: str) -> None:
    assert_told(run(environment, "claims", corpus, "--format", form, shell="> /dev/full"), words="No space left")


def test_a_full_standard_error(environment: dict[str, str], corpus: Path) -> None:
    assert "Traceback" not in run(environment, "documents", corpus / "nowhere", shell="2> /dev/full").stdout


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp437"])
def test_a_terminal_that_lacks_characters(environment: dict[str, str], corpus: Path, form: str, encoding: str) -> None:
    done = run({**environment, "PYTHONIOENCODING": encoding}, "claims", corpus, "--format", form)
    assert_told(done, 0)
    assert "12 people" in done.stdout or "At least 12" in done.stdout


def test_a_reader_that_goes_away(environment: dict[str, str], corpus: Path) -> None:
    assert "Traceback" not in run(environment, "claims", corpus, shell="| head -c 1").stderr


@pytest.mark.parametrize("command", ["documents", "explore", "doctor"])
@pytest.mark.parametrize("path", ["a" * 300, "b/" * 3000, "~nosuchuser/x", "nul", ""])
def test_paths_that_cannot_be(environment: dict[str, str], command: str, path: str, tmp_path: Path) -> None:
    arguments = [path] if command == "explore" else [command, path]
    done = run(environment, *arguments, cwd=tmp_path / "home")
    assert "Traceback" not in done.stderr + done.stdout
    assert done.returncode == (2 if path or command == "explore" else done.returncode)


def test_a_name_in_a_message_commands_no_terminal(environment: dict[str, str], tmp_path: Path) -> None:
    for name in ("x\x1b]0;PWN\x07", "y\x9b31m", "z\u202etxt"):
        for command in (["documents", name], [name], ["search", "a", name], ["notes", "--import", name]):
            done = run(environment, *command, cwd=tmp_path)
            assert done.returncode == 2
            assert not set(done.stderr) & set("\x1b\x07\x9b\u202e")


def test_a_home_of_nobody_and_a_user_that_is_not_there(environment: dict[str, str], corpus: Path) -> None:
    assert_told(run({**environment, "REDNOTE_CORPUS": "~nosuchuser/x"}, "documents"), words="home folder")
    assert_told(run({**environment, "REDNOTE_CACHE": "~nosuchuser/x"}, "documents", corpus), words="home folder")


def test_a_user_without_a_home(environment: dict[str, str], corpus: Path) -> None:
    """As in a container that runs under a number that the system does not know."""
    code = (
        "import os, pwd\ndel os.environ['HOME']\n"
        "def unknown(_uid): raise KeyError\npwd.getpwuid = unknown\n"
        "import sys\nfrom tui.main import main\nsys.exit(main(sys.argv[1:]))"
    )
    for command in ("documents", "doctor", "notes"):
        done = subprocess.run(
            [sys.executable, "-c", code, command, str(corpus)],
            env=environment, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert_told(done, words="home folder")


def test_the_folder_one_is_in_was_deleted(environment: dict[str, str], corpus: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for arguments, status in ((["documents"], 0), (["documents", str(corpus)], 0), (["documents", "."], 2)):
        gone.mkdir()
        shell = f'rmdir "{gone}"; exec "$0" "$@"'
        done = subprocess.run(
            ["sh", "-c", shell, COMMAND, *arguments],
            env=environment, capture_output=True, text=True, check=False, timeout=60, cwd=gone,
        )  # fmt: skip
        assert_told(done, status)


@pytest.mark.skipif(sys.platform != "linux", reason="only here root can be made to obey the rights of files")
@pytest.mark.parametrize("mode", [0o000, 0o400, 0o100, 0o600])
def test_a_folder_that_cannot_be_entered(environment: dict[str, str], tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "closed"
    (folder / "inner").mkdir(parents=True)
    for file in (folder / "a.txt", folder / "inner" / "b.txt"):
        file.write_text("The ferry sank.\n")
    for place in (folder, folder / "inner"):
        for named in (folder, folder / "a.txt", folder / "inner" / "b.txt"):
            place.chmod(mode)
            done = subprocess.run(
                [COMMAND, "documents", str(named)],
                env=environment, capture_output=True, text=True, check=False, timeout=60,
                preexec_fn=without_privileges,
            )  # fmt: skip
            place.chmod(0o700)
            assert "Traceback" not in done.stderr
            assert done.returncode in (0, 1, 2)
            assert done.stderr or done.returncode == 0


def test_an_interrupt_while_it_starts(environment: dict[str, str], corpus: Path) -> None:
    for step in range(24):
        with subprocess.Popen(
            [COMMAND, "claims", str(corpus)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            time.sleep(0.06 + step * 0.02)
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
        if "Traceback" in told and not set(OWN) & set(told.split("/")):
            # It was Python itself, which had not come to this program's first line.
            continue
        assert process.returncode in (0, 130, -signal.SIGINT), told
        assert "Traceback" not in told
        assert "KeyboardInterrupt" not in told


def test_the_log_names_commands_and_no_words_of_articles(environment: dict[str, str], corpus: Path) -> None:
    run(environment, "claims", corpus)
    run(environment, "search", "ferry", corpus)
    run(environment, "documents", corpus / "nowhere")
    log = Path(environment["HOME"]) / ".cache" / "rednote-tui" / "log.txt"
    written = log.read_text(encoding="utf-8")
    assert len(written.splitlines()) == 3
    assert "claims: done" in written
    assert "CorpusError at " in written
    for word in ("ferry", "Ada", "courier", str(corpus)):
        assert word not in written
    assert log.stat().st_mode & 0o077 == 0
