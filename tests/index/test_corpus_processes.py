"""Analysing beside the screen: long files keep nobody waiting, and a lost process loses nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.corpus import Corpus, processes, refresh
from index.corpus.analysing import PARALLEL_BYTES, Analyser
from index.corpus.processes import Lost
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
    monkeypatch.setattr(processes, "WAIT_SECONDS", 0.01)
    corpus = opened()
    told: list[str] = []
    assert corpus.refresh(lambda what, _done, _of: told.append(what)).added == 4
    assert f"reading {long_file.name}:" in told


def test_what_is_read_can_be_opened_before_the_long_file_is_done(
    opened: Opener, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "BATCH_SECONDS", 0)
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
    monkeypatch.setattr(processes, "WAIT_SECONDS", 0.01)
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
def test_a_process_that_is_killed_costs_the_file_it_was_at(folder: Path) -> None:
    sources = discover((folder,), [])
    done = [one for one in processes.analysed_elsewhere(sources, dying, lambda _id: None) if one is not None]
    lost = [source.id for source, answer in done if isinstance(answer, Lost)]
    assert lost == ["a-long.txt"]
    assert sorted(source.id for source, _ in done) == sorted(source.id for source in sources)


def told_to_end(source: Source) -> object:
    """Analyse a file in a process that is told to end at its first file, as when a terminal is closed."""
    mark = Path(source.path).with_suffix(".told")
    if source.id.startswith("a-long") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    return source.id


@pytest.mark.usefixtures("long_file")
def test_a_process_that_is_told_to_end_costs_no_file(folder: Path) -> None:
    sources = discover((folder,), [])
    done = [one for one in processes.analysed_elsewhere(sources, told_to_end, lambda _id: None) if one is not None]
    assert {source.id: answer for source, answer in done} == {source.id: source.id for source in sources}


def busy(source: Source) -> object:
    """Analyse a file as one is that takes for ever, amid one call."""
    while source.id.startswith("a-long"):
        sum(range(10_000_000))
    return source.id


@pytest.mark.usefixtures("long_file")
def test_a_file_that_takes_too_long_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "WAIT_SECONDS", 0.01)
    monkeypatch.setattr(processes, "PATIENCE", 0.01)
    sources = discover((folder,), [])
    done = [one for one in processes.analysed_elsewhere(sources, busy, lambda _id: None) if one is not None]
    (lost,) = [answer for _, answer in done if isinstance(answer, Lost)]
    assert lost.overdue
    assert lost.seconds == 32


def limited(source: Source) -> object:
    """Analyse a file for longer than the second of work that is left to it."""
    processes._limit_time(0)
    return busy(source)


@pytest.mark.usefixtures("long_file")
def test_the_system_stops_what_works_too_long(folder: Path) -> None:
    sources = discover((folder,), [])
    done = [one for one in processes.analysed_elsewhere(sources, limited, lambda _id: None) if one is not None]
    (lost,) = [answer for _, answer in done if isinstance(answer, Lost)]
    assert lost.overdue


def test_a_file_that_was_given_up_is_said_and_not_tried_again(
    opened: Opener, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(sources: list[Source], *_arguments: object) -> Iterator[tuple[Source, Lost]]:
        yield from ((source, Lost(overdue=True, seconds=30)) for source in sources)

    with monkeypatch.context() as patch:
        patch.setattr(processes, "analysed_elsewhere", lost)
        patch.setattr(Analyser, "__call__", None)
        corpus = opened()
        assert corpus.refresh().unreadable == 4
    assert "took more than 30 seconds" in corpus.unreadable()[0].message
    assert not corpus.refresh().anything
    long_file.write_text(LONG, encoding="utf-8")
    assert corpus.refresh().added == 1


def test_where_no_process_starts_this_one_reads(
    opened: Opener, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_arguments: object) -> object:
        raise processes.NoWorkersError

    monkeypatch.setattr(processes, "analysed_elsewhere", none)
    corpus = opened()
    assert corpus.refresh().added == 4
    assert found(corpus, "lot") == [long_file.name]


def hungry(source: Source) -> object:
    """Analyse a file that asks for more memory than there may be."""
    return len(bytearray(2 * processes.MEMORY_BYTES)) if source.id.startswith("a-long") else source.id


@pytest.mark.usefixtures("long_file")
def test_memory_is_limited(folder: Path) -> None:
    sources = discover((folder,), [])
    done = [one for one in processes.analysed_elsewhere(sources, hungry, lambda _id: None) if one is not None]
    assert [source.id for source, answer in done if isinstance(answer, Lost)] == ["a-long.txt"]


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
    root = str(Path(processes.__file__).parents[2])
    command = [sys.executable, str(tmp_path / "reading.py")]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True, check=False)
    assert done.stdout == "4\n", done.stderr


@pytest.mark.usefixtures("long_file")
def test_what_cannot_be_sent_keeps_nobody_waiting(folder: Path) -> None:
    sources = discover((folder,), [])
    with pytest.raises(processes.NoWorkersError):
        list(processes.analysed_elsewhere(sources, lambda source: source.id, lambda _id: None))
