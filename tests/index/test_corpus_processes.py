"""Analysing beside the screen: long files keep nobody waiting, and a lost process loses nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import index.corpus.processes
from index.corpus import Corpus
from index.corpus.analysing import PARALLEL_BYTES, Analyser
from index.reading import Source, discover
from tests.index.corpora import Opener, found, ids

LONG = "The count of the lot was 71, and Ada Brandt said that it would be 80 by May. "


@pytest.fixture
def long_file(folder: Path) -> Path:
    file = folder / "a-long.txt"
    file.write_text(LONG * (PARALLEL_BYTES // len(LONG) + 1), encoding="utf-8")
    return file


def test_a_long_file_is_analysed_in_another_process_and_named(
    opened: Opener, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Analyser, "__call__", None)
    monkeypatch.setattr(index.corpus.processes, "WAIT_SECONDS", 0.01)
    corpus = opened()
    told: list[str] = []
    assert corpus.refresh(lambda what, _done, _of: told.append(what)).added == 4
    assert f"reading {long_file.name}:" in told


def test_what_is_read_can_be_opened_before_the_long_file_is_done(
    opened: Opener, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.corpus.refresh, "BATCH_SECONDS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    corpus = opened()
    listed: list[list[str]] = []
    corpus.refresh(lambda what, _done, _of: listed.append(ids(corpus)) if what == "reading" else None)
    assert long_file.name not in listed[0]
    assert listed[0]
    assert len(ids(corpus)) == 4


def test_a_cancelled_refresh_does_not_wait_for_the_long_file(
    corpus: Corpus, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.corpus.processes, "WAIT_SECONDS", 0.01)
    told: list[str] = []
    report = corpus.refresh(lambda what, _done, _of: told.append(what), lambda: bool(told))
    assert not report.complete
    assert report.added == 0
    assert told == [f"reading {long_file.name}:"]


def dying(source: Source) -> object:
    """Analyse a file as a process does that is killed for want of memory."""
    if source.id.startswith("a-long"):
        os._exit(9)
    return source.id


@pytest.mark.usefixtures("long_file")
def test_a_process_that_is_killed_is_noticed(folder: Path) -> None:
    sources = discover((folder,), [])
    with pytest.raises(index.corpus.processes.WorkerLostError):
        list(index.corpus.processes.analysed_elsewhere(sources, dying, lambda _id: None))


def test_the_files_of_a_killed_process_are_read_all_the_same(
    opened: Opener, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_arguments: object) -> object:
        raise index.corpus.processes.WorkerLostError

    monkeypatch.setattr(index.corpus.processes, "analysed_elsewhere", lost)
    corpus = opened()
    assert corpus.refresh().added == 4
    assert found(corpus, "lot") == [long_file.name]


UNDER_A_SCREEN = """
import sys
from pathlib import Path

from index.corpus import Corpus
from index.settings import Settings


class Captured:
    def fileno(self):
        return -1

    def write(self, text):
        pass


if __name__ == "__main__":
    sys.stderr = Captured()
    here = Path(__file__).parent
    corpus = Corpus.open([here / "articles"], Settings(), here / "cache", here / "notes.yaml")
    print(corpus.refresh().added)
"""


@pytest.mark.usefixtures("long_file")
def test_processes_start_while_a_screen_has_the_standard_error(tmp_path: Path) -> None:
    (tmp_path / "reading.py").write_text(UNDER_A_SCREEN, encoding="utf-8")
    root = str(Path(index.corpus.processes.__file__).parents[2])
    command = [sys.executable, str(tmp_path / "reading.py")]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True, check=False)
    assert done.stdout == "4\n", done.stderr
