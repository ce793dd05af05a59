"""The door's caches: deleted, damaged, half written, or in use by another program."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import index.corpus.analysing
import index.corpus.updating
from index.corpus import Corpus
from index.corpus.analysing import fingerprint
from index.errors import EngineError
from tests.index.corpora import ONE, Opener, found, ids


class TestTheCache:
    def test_it_is_private(self, corpus: Corpus) -> None:
        assert corpus.folder is not None
        assert corpus.folder.stat().st_mode & 0o077 == 0

    def test_where_it_cannot_be_written_all_is_kept_in_memory(self, opened: Opener, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("no folder")
        corpus = opened(cache=tmp_path / "file")
        assert corpus.folder is None
        corpus.refresh()
        assert found(corpus, "apples") == ["three.md"]
        assert not corpus.refresh().anything

    def test_deleted_while_it_is_open(self, corpus: Corpus, folder: Path) -> None:
        assert corpus.folder is not None
        assert found(corpus, "apples") == ["three.md"]
        shutil.rmtree(corpus.folder.parent)
        assert corpus.document("one.md").text == ONE
        assert corpus.refresh().added == 3
        assert found(corpus, "apples") == ["three.md"]
        assert (corpus.folder / "documents.sqlite").is_file()
        assert corpus.folder.stat().st_mode & 0o077 == 0

    def test_a_search_after_it_was_deleted(self, corpus: Corpus) -> None:
        assert corpus.folder is not None
        assert found(corpus, "apples") == ["three.md"]
        shutil.rmtree(corpus.folder)
        assert found(corpus, "bridge") in (["one.md", "two.md"], [])
        corpus.refresh()
        assert found(corpus, "bridge") == ["one.md", "two.md"]

    @pytest.mark.parametrize("name", ["documents.sqlite", "whoosh"])
    def test_a_part_of_it_deleted(self, corpus: Corpus, opened: Opener, name: str) -> None:
        assert corpus.folder is not None
        corpus.close()
        part = corpus.folder / name
        shutil.rmtree(part) if part.is_dir() else part.unlink()
        again = opened()
        again.refresh()
        assert ids(again) == ["one.md", "three.md", "two.md"]
        assert found(again, "apples") == ["three.md"]

    def test_damaged_documents_are_read_again(self, corpus: Corpus, opened: Opener) -> None:
        assert corpus.folder is not None
        corpus.close()
        file = corpus.folder / "documents.sqlite"
        file.write_bytes(b"\xff" * file.stat().st_size)
        again = opened()
        assert again.documents() == ()
        assert again.refresh().added == 3
        assert found(again, "apples") == ["three.md"]

    # Whoosh leaves a file open when it cannot read what is in it.
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
    @pytest.mark.parametrize("kept", [0, 0.5])
    def test_a_damaged_index_is_built_again(self, corpus: Corpus, opened: Opener, kept: float) -> None:
        assert corpus.folder is not None
        corpus.close()
        for file in (corpus.folder / "whoosh").iterdir():
            whole = file.read_bytes()
            file.write_bytes(whole[: int(len(whole) * kept)] + b"\xff" * (len(whole) - int(len(whole) * kept)))
        again = opened()
        again.refresh()
        assert found(again, "apples") == ["three.md"]

    def test_an_index_that_fails_when_asked_is_built_again_once(
        self, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from index.engines.whoosh import WhooshEngine

        asked, search = [0], WhooshEngine.search

        def failing(engine: WhooshEngine, tree: object) -> object:
            asked[0] += 1
            if asked[0] in (1, 3):
                raise EngineError("broken")
            return search(engine, tree)  # type: ignore[arg-type]

        monkeypatch.setattr(WhooshEngine, "search", failing)
        assert found(corpus, "apples") == ["three.md"]
        with pytest.raises(EngineError):
            corpus.search("apples")

    def test_an_index_that_fails_when_it_is_written_is_built_again(
        self, corpus: Corpus, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from index.engines.whoosh import WhooshEngine

        failed, update = [False], WhooshEngine.update

        def failing(engine: WhooshEngine, *arguments: object, **options: object) -> bool:
            if not failed[0]:
                failed[0] = True
                raise EngineError("broken")
            return update(engine, *arguments, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(WhooshEngine, "update", failing)
        (folder / "four.md").write_text("Apples from Kelso.\n", encoding="utf-8")
        corpus.refresh()
        assert found(corpus, "apples") == ["four.md", "three.md"]

    def test_a_crash_between_documents_and_index(
        self, corpus: Corpus, opened: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "three.md").unlink()
        (folder / "four.md").write_text("The ferry sank near Kelso on Monday.\n", encoding="utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(index.corpus.updating.Updater, "_index", _crash)
            with pytest.raises(KeyboardInterrupt):
                corpus.refresh()
        again = opened()
        report = again.refresh()
        assert not report.anything
        assert found(again, "ferry") == ["four.md"]
        assert found(again, "apples") == []

    def test_a_cache_of_older_records_is_read_again(self, corpus: Corpus, opened: Opener) -> None:
        assert corpus.folder is not None
        corpus.close()
        with sqlite3.connect(corpus.folder / "documents.sqlite") as database:
            database.execute("PRAGMA user_version=7")
        database.close()
        again = opened()
        assert again.refresh().added == 3
        assert found(again, "apples") == ["three.md"]


def _crash(*_: object) -> None:
    raise KeyboardInterrupt


class TestTwoAtOnce:
    def test_what_one_reads_the_other_shows(self, corpus: Corpus, opened: Opener, folder: Path) -> None:
        other = opened()
        assert found(other, "apples") == ["three.md"]
        (folder / "four.md").write_text("Apples from Kelso.\n", encoding="utf-8")
        corpus.refresh()
        assert ids(other) == ids(corpus)
        assert found(other, "apples") == ["four.md", "three.md"]
        assert not other.refresh().anything

    def test_the_second_waits_for_the_first(self, opened: Opener, corpus: Corpus, folder: Path) -> None:
        (folder / "four.md").write_text("Apples from Kelso.\n", encoding="utf-8")
        assert corpus.folder is not None
        script = (
            "import fcntl, sys\n"
            "file = open(sys.argv[1], 'w')\n"
            "fcntl.flock(file, fcntl.LOCK_EX)\n"
            "print('held', flush=True)\n"
            "sys.stdin.read()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", script, str(corpus.folder / "refreshing")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            steps: list[str] = []

            def progress(what: str, _done: int, _of: int) -> None:
                steps.append(what)
                if what == "waiting" and holder.stdin is not None and not holder.stdin.closed:
                    holder.stdin.close()

            assert opened().refresh(progress).added == 1
        assert steps[0] == "waiting"
        assert steps[-1] == "indexing"

    def test_a_wait_can_be_given_up(self, corpus: Corpus, folder: Path) -> None:
        import fcntl

        (folder / "four.md").write_text("Apples from Kelso.\n", encoding="utf-8")
        assert corpus.folder is not None
        with (corpus.folder / "refreshing").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            waited: list[str] = []
            report = corpus.refresh(lambda what, *_: waited.append(what), lambda: bool(waited))
        assert not report.complete
        assert waited == ["waiting"]
        assert corpus.refresh().added == 1

    def test_what_another_indexed_meanwhile_is_not_doubled(self, opened: Opener, corpus: Corpus, folder: Path) -> None:
        other = opened()
        assert found(other, "apples") == ["three.md"]
        (folder / "four.md").write_text("Apples from Kelso.\n", encoding="utf-8")
        corpus.refresh()
        (folder / "four.md").write_text("Apples from Kelso, and pears.\n", encoding="utf-8")
        other.refresh()
        assert [hit.document.id for hit in other.search("kelso").hits] == ["four.md"]
        assert other.search("kelso").total == 1


def test_the_mark_of_the_rules_goes_by_contents_and_not_by_dates(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "claims" / "figures").mkdir(parents=True)
        (tmp_path / name / "claims" / "figures" / "rules.py").write_text("A = 1\n", encoding="utf-8")
        (tmp_path / name / "claims" / "words.txt").write_text("said\n", encoding="utf-8")
    os.utime(tmp_path / "two" / "claims" / "words.txt", ns=(1, 1))
    before = fingerprint(tmp_path / "one", ["claims"])
    assert fingerprint(tmp_path / "two", ["claims"]) == before
    (tmp_path / "two" / "claims" / "words.txt").write_text("told\n", encoding="utf-8")
    assert fingerprint(tmp_path / "two", ["claims"]) != before
    (tmp_path / "one" / "claims" / "words.txt").rename(tmp_path / "one" / "claims" / "figures" / "words.txt")
    assert fingerprint(tmp_path / "one", ["claims"]) != before
