"""The door, on real folders: what a person sees after files, caches and other programs did what they do."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import index.corpus.analysing
import index.corpus.updating
from index.corpus import Corpus
from index.errors import CorpusError, DocumentError, EngineError
from index.reading import discover
from index.records import ClaimKind, Status
from index.settings import Settings

ONE = """---
title: Bridge over the Elbow closes
outlet: The Courier
date: 2024-03-04
---

At least 40 people were hurt when the Elbow bridge in Aldern gave way on 3 March 2024.

“We will rebuild it before the winter,” said Ada Brandt, the mayor of Aldern.

The bridge carried 12,000 cars a day, according to the road office.
"""

TWO = """---
title: Elbow bridge collapse
outlet: The Herald
date: 2024-03-06
---

The collapse of the Elbow bridge in Aldern hurt 59 people on 3 March 2024, the hospital said.

The bridge carried 15,000 cars a day, according to the police.

It may reopen in the autumn.
"""

THREE = """---
title: A quiet harvest
outlet: The Ledger
---

Farmers near Lindow brought in 300 tonnes of apples this week.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in (("one.md", ONE), ("two.md", TWO), ("three.md", THREE)):
        (articles / name).write_text(text, encoding="utf-8")
    return articles


Opener = Callable[..., Corpus]


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Opener]:
    made: list[Corpus] = []

    def make(settings: Settings | None = None, cache: Path | None = None) -> Corpus:
        made.append(Corpus.open([folder], settings or Settings(), cache or tmp_path / "cache", tmp_path / "notes.yaml"))
        return made[-1]

    yield make
    for corpus in made:
        corpus.close()


@pytest.fixture
def corpus(opened: Opener) -> Corpus:
    one = opened()
    one.refresh()
    return one


def ids(corpus: Corpus) -> list[str]:
    return [entry.id for entry in corpus.documents()]


def found(corpus: Corpus, query: str) -> list[str]:
    return sorted(hit.document.id for hit in corpus.search(query).hits)


class TestTheDoor:
    def test_the_list_is_there_before_a_file_is_read_again(self, corpus: Corpus, opened: Opener) -> None:
        again = opened()
        assert again.documents() == corpus.documents()
        assert [entry.number for entry in again.documents()] == [1, 2, 3]
        assert ids(again) == ["one.md", "three.md", "two.md"]

    def test_a_document_comes_whole(self, corpus: Corpus) -> None:
        document = corpus.document("one.md")
        assert document.text == ONE
        assert document.metadata.outlet == "The Courier"
        assert corpus.entry("one.md").digest == document.digest

    def test_names_of_documents(self, corpus: Corpus) -> None:
        assert corpus.resolve("2").id == "three.md"
        assert corpus.resolve("harvest").id == "three.md"
        with pytest.raises(DocumentError, match="fits 3"):
            corpus.resolve(".md")
        with pytest.raises(DocumentError):
            corpus.document("four.md")
        with pytest.raises(DocumentError):
            corpus.entry("four.md")

    def test_claims_of_one_and_of_all(self, corpus: Corpus) -> None:
        all_of_them = corpus.claims()
        assert [claim.document for claim in all_of_them] == sorted(claim.document for claim in all_of_them)
        assert {claim.kind for claim in corpus.claims(kind=ClaimKind.FIGURE)} == {ClaimKind.FIGURE}
        surfaces = [claim.surface for claim in corpus.claims("two.md", kind=ClaimKind.FIGURE)]
        assert any("59" in surface for surface in surfaces)
        assert all(corpus.document(claim.document).slice(claim.span) == claim.surface for claim in all_of_them)

    def test_topics_and_the_claims_in_them(self, corpus: Corpus) -> None:
        topics = corpus.topics()
        known = {claim.id for claim in corpus.claims()}
        assert {claim for topic in topics for claim in topic.claims} == known
        assert {status: bool(corpus.claims(status=status)) for status in Status} == {
            status: any(topic.status is status for topic in topics) for status in Status
        }
        assert {claim.id for claim in corpus.claims(topic=topics[0].id)} == set(topics[0].claims)
        three = corpus.topics(["three.md"])
        assert all(claim.startswith("three.md#") for topic in three for claim in topic.claims)

    def test_search_compare_related_and_matrix(self, corpus: Corpus) -> None:
        assert found(corpus, "elbow bridge") == ["one.md", "two.md"]
        assert corpus.compare("one.md", "two.md").links
        assert corpus.related("one.md")[0].document == "two.md"
        pairs = {(cell.a, cell.b) for cell in corpus.matrix()}
        assert len(pairs) == 3

    def test_a_folder_without_articles_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        corpus = Corpus.open([tmp_path / "empty"], Settings(), tmp_path / "cache", tmp_path / "notes.yaml")
        with pytest.raises(CorpusError, match="no article"):
            corpus.refresh()
        corpus.close()
        with pytest.raises(CorpusError, match="no file or folder"):
            Corpus.open([tmp_path / "missing"], Settings(), tmp_path / "cache", tmp_path / "notes.yaml")

    def test_nothing_is_written_into_the_folder(self, corpus: Corpus, folder: Path) -> None:
        corpus.search("bridge")
        assert sorted(path.name for path in folder.iterdir()) == ["one.md", "three.md", "two.md"]


class TestWhatChangedOnDisk:
    def test_nothing(self, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(index.corpus.updating, "apply", None)
        monkeypatch.setattr("index.engines.open_engine", None)
        report = corpus.refresh()
        assert not report.anything
        assert report.complete

    def test_a_new_a_changed_and_a_removed_file(self, corpus: Corpus, folder: Path) -> None:
        corpus.search("apples")
        (folder / "four.md").write_text("The ferry sank near Kelso on Monday.\n", encoding="utf-8")
        (folder / "one.md").write_text(ONE + "\nThe ferry took over.\n", encoding="utf-8")
        (folder / "three.md").unlink()
        report = corpus.refresh()
        assert (report.added, report.changed, report.removed) == (1, 1, 1)
        assert ids(corpus) == ["four.md", "one.md", "two.md"]
        assert found(corpus, "ferry") == ["four.md", "one.md"]
        assert found(corpus, "apples") == []
        with pytest.raises(DocumentError):
            corpus.document("three.md")
        assert corpus.claims("three.md") == ()

    def test_a_renamed_file_is_found_under_its_new_name_only(self, corpus: Corpus, folder: Path) -> None:
        (folder / "three.md").rename(folder / "harvest.md")
        corpus.refresh()
        assert found(corpus, "apples") == ["harvest.md"]

    def test_a_file_only_touched_is_not_read_again(
        self, corpus: Corpus, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        os.utime(folder / "one.md", ns=(1, 1))
        monkeypatch.setattr(index.corpus.analysing.Analyser, "__call__", None)
        assert not corpus.refresh().anything

    def test_the_same_size_at_another_time_is_told_by_its_contents(self, corpus: Corpus, folder: Path) -> None:
        (folder / "three.md").write_text(THREE.replace("apples", "plumss"), encoding="utf-8")
        os.utime(folder / "three.md", ns=(1, 1))
        assert corpus.refresh().changed == 1
        assert found(corpus, "plumss") == ["three.md"]

    def test_a_file_that_became_unreadable_leaves_the_search(self, corpus: Corpus, folder: Path) -> None:
        (folder / "three.md").write_bytes(b"")
        corpus.refresh()
        assert found(corpus, "apples") == []
        assert [file.id for file in corpus.unreadable()] == ["three.md"]
        (folder / "three.md").write_text(THREE, encoding="utf-8")
        corpus.refresh()
        assert found(corpus, "apples") == ["three.md"]
        assert corpus.unreadable() == ()

    def test_an_unreadable_file_is_tried_again_when_its_permissions_changed(self, corpus: Corpus, folder: Path) -> None:
        (folder / "three.md").write_bytes(b"")
        corpus.refresh()
        assert not corpus.refresh().anything
        (folder / "three.md").chmod(0o600)
        assert corpus.refresh().added == 1

    def test_a_file_that_vanishes_while_it_is_read(
        self, opened: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone(*arguments: object) -> object:
            sources = discover(*arguments)  # type: ignore[arg-type]
            (folder / "two.md").unlink(missing_ok=True)
            return sources

        monkeypatch.setattr(index.corpus.updating, "discover", gone)
        corpus = opened()
        corpus.refresh()
        assert ids(corpus) == ["one.md", "three.md"]
        assert [file.id for file in corpus.unreadable()] == ["two.md"]
        corpus.refresh()
        assert corpus.unreadable() == ()

    def test_an_article_a_rule_stumbles_over_does_not_keep_the_others(
        self, opened: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from index.claims import extract_claims

        def stumbling(document: object) -> object:
            if getattr(document, "id", "") == "two.md":
                raise RecursionError("too deep")
            return extract_claims(document)  # type: ignore[arg-type]

        monkeypatch.setattr("index.claims.extract_claims", stumbling)
        corpus = opened()
        corpus.refresh()
        assert ids(corpus) == ["one.md", "three.md"]
        assert "RecursionError" in corpus.unreadable()[0].message

    def test_a_folder_that_cannot_be_listed_is_told(
        self, corpus: Corpus, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "closed").mkdir()
        scandir = os.scandir

        def refusing(path: str) -> object:
            if str(path).endswith("closed"):
                raise PermissionError(13, "Permission denied")
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refusing)
        corpus.refresh()
        assert [file.id for file in corpus.unreadable()] == [str(folder / "closed")]

    def test_rules_that_changed_read_everything_again(
        self, corpus: Corpus, opened: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(index.corpus.updating, "rules_fingerprint", lambda: "other rules")
        assert opened().refresh().changed == 3

    def test_a_catalogue_entry_that_changed_reads_its_articles_again(self, corpus: Corpus, opened: Opener) -> None:
        again = opened(Settings(catalogue={"th*.md": {"outlet": "The Almanac"}}))
        assert again.refresh().changed == 1
        assert again.entry("three.md").metadata.outlet is not None
        assert not again.refresh().anything
        assert opened().refresh().changed == 1

    def test_many_files_are_read_in_other_processes(self, corpus: Corpus, folder: Path) -> None:
        for number in range(index.corpus.analysing.PARALLEL_FROM):
            (folder / f"more{number}.md").write_text(f"The count of lot {number} was {number + 70}.\n", "utf-8")
        steps: list[tuple[str, int, int]] = []
        report = corpus.refresh(lambda *step: steps.append(step))
        count = index.corpus.analysing.PARALLEL_FROM
        assert report.added == count
        assert found(corpus, "lot") == sorted(f"more{number}.md" for number in range(count))
        assert steps == sorted(steps, key=lambda step: (step[0] == "indexing", step[1])), "reading, then indexing"
        assert steps[-1] == ("indexing", count, count)

    def test_what_was_read_before_a_cancel_is_kept(
        self, opened: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(index.corpus.refresh, "BATCH", 1)
        corpus = opened()
        done: list[int] = []
        report = corpus.refresh(lambda _what, count, _of: done.append(count), lambda: len(done) == 2)
        assert not report.complete
        assert report.added == len(corpus.documents()) == 2
        assert corpus.refresh().added == 1
        assert found(corpus, "bridge OR apples") == ["one.md", "three.md", "two.md"]


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
