"""Changes in a corpus's folders are told, those of hidden files are not, and telling ends when it is asked to."""

import threading
from pathlib import Path
from queue import Queue

import pytest

from index.corpus.watching import changes


class Watcher:
    """Watches in a thread; every telling lands in ``told``."""

    def __init__(self, *paths: Path) -> None:
        self.told: Queue[None] = Queue()
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(paths,))
        self.thread.start()
        # The first is the one of the beginning.
        self.told.get(timeout=20)

    def _run(self, paths: tuple[Path, ...]) -> None:
        for one in changes(paths, self.stop):
            self.told.put(one)

    def end(self) -> None:
        self.stop.set()
        self.thread.join(20)
        assert not self.thread.is_alive()


@pytest.mark.parametrize("name", ["new.txt", "below/new.txt"])
def test_a_new_file_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "below").mkdir()
    watcher = Watcher(tmp_path)
    (tmp_path / name).write_text("x")
    watcher.told.get(timeout=20)
    watcher.end()


def test_a_single_file_is_watched_also_when_another_takes_its_place(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("x")
    watcher = Watcher(file)
    (tmp_path / "other.txt").write_text("y")
    (tmp_path / "new").write_text("z")
    (tmp_path / "new").replace(file)
    watcher.told.get(timeout=20)
    watcher.end()
    assert watcher.told.empty()


def test_hidden_files_are_not_told(tmp_path: Path) -> None:
    watcher = Watcher(tmp_path)
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "seen.txt").write_text("x")
    watcher.told.get(timeout=20)
    watcher.end()
