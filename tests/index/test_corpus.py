"""The door, on real folders: what a person sees, and what files do behind its back."""

import os
from dataclasses import fields
from pathlib import Path
from threading import RLock

import pytest

import index.corpus.analysing
import index.corpus.updating
from index.claims import extract_claims
from index.corpus import Corpus
from index.corpus.pairs import Pairs
from index.errors import Cancelled, CorpusError, DocumentError
from index.reading import discover
from index.records import (
    Claim,
    ClaimBase,
    ClaimKind,
    Document,
    Prediction,
    Status,
)
from index.settings import Settings
from tests.index.corpora import ONE, THREE, Opener, found, ids


def _as_forecasts(document: Document) -> tuple[Claim, ...]:
    """Return as many claims as the rules find, of which no two are about one thing."""
    shared = [field.name for field in fields(ClaimBase)]
    return tuple(
        Prediction(**{name: getattr(claim, name) for name in shared} | {"around": None})
        for claim in extract_claims(document)
    )


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
        assert corpus.resolve("the courier").id == "one.md"
        assert corpus.resolve("Ledger").id == "three.md"
        with pytest.raises(DocumentError, match="matches 3"):
            corpus.resolve(".md")
        with pytest.raises(DocumentError):
            corpus.document("four.md")
        with pytest.raises(DocumentError):
            corpus.entry("four.md")

    def test_an_outlet_names_its_only_document(self, corpus: Corpus, folder: Path) -> None:
        (folder / "courier-2.md").write_text("---\noutlet: The Herald\n---\nThe bridge of the courier.\n", "utf-8")
        (folder / "the courier.md").write_text("---\noutlet: The Ledger\n---\nA third bridge.\n", "utf-8")
        corpus.refresh()
        assert corpus.resolve("The Courier").id == "one.md"
        with pytest.raises(DocumentError, match="matches 2"):
            corpus.resolve("The Herald")

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

    def test_whoever_watches_is_told_of_a_grouping_and_can_end_it(self, corpus: Corpus) -> None:
        told: list[str] = []
        corpus.watch_grouping(lambda what, _done, _of: told.append(what), lambda: True)
        with pytest.raises(Cancelled):
            corpus.claims(status=Status.CONFLICT)
        corpus.watch_grouping(lambda what, _done, _of: told.append(what))
        assert corpus.topics()
        assert "comparing articles" in told
        told.clear()
        assert corpus.topics()
        assert told == []

    def test_search_compare_related_and_matrix(self, corpus: Corpus) -> None:
        assert found(corpus, "elbow bridge") == ["one.md", "two.md"]
        assert corpus.compare("one.md", "two.md").links
        assert corpus.related("one.md")[0].document == "two.md"
        pairs = {(cell.a, cell.b) for cell in corpus.matrix()}
        assert len(pairs) == 3

    def test_front_matter_is_found_by_fields_only(self, corpus: Corpus, folder: Path) -> None:
        front = "---\ntitle: Zebras\noutlet: The Quagga\nauthor: Ona Okapi\nkeywords: 77 giraffes on 3 May 2025\n---\n"
        (folder / "zoo.md").write_text(front + "The zoo is old.\n")
        corpus.refresh()
        for words in ("quagga", "okapi", "giraffes", "keywords", "77", "zone:boilerplate giraffes"):
            assert "zoo.md" not in found(corpus, words)
        for field in ("title:zebras", "outlet:quagga", "author:okapi"):
            assert found(corpus, field) == ["zoo.md"]
        assert corpus.claims("zoo.md") == ()
        assert "zoo.md" in found(corpus, "old")

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
        def gone(*arguments: object, **options: object) -> object:
            sources = discover(*arguments, **options)  # type: ignore[arg-type]
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

    def test_topics_of_what_other_rules_read_are_not_kept(
        self, corpus: Corpus, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        expected = corpus.topics(alone=False)
        with monkeypatch.context() as before:
            before.setattr(index.corpus.updating, "rules_fingerprint", lambda: "rules before")
            before.setattr("index.claims.extract_claims", _as_forecasts)
            opened(cache=tmp_path / "other").refresh()
        again = opened(cache=tmp_path / "other")
        assert again.topics(alone=False) != expected
        again.refresh()
        assert again.topics(alone=False) == expected

    def test_topics_are_not_kept_when_a_file_changed_while_they_were_made(self, corpus: Corpus, folder: Path) -> None:
        def change(_what: str, _done: int, _of: int) -> None:
            corpus.watch_grouping(lambda *_: None)
            (folder / "two.md").write_text(ONE.replace("40 people", "41 people"), "utf-8")
            corpus.refresh()

        before = (folder / "two.md").read_text("utf-8")
        corpus.watch_grouping(change)
        corpus.topics()
        (folder / "two.md").write_text(before, "utf-8")
        corpus.refresh()
        found = corpus.topics(alone=False)
        assert {claim for topic in found for claim in topic.claims} <= {claim.id for claim in corpus.claims()}
        assert any("two.md#" in claim for topic in found for claim in topic.claims)

    def test_related_articles_are_found_while_another_thread_lists_a_change(
        self, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        load = corpus.document

        def load_late(id_: str) -> Document:
            pairs.forget()
            return load(id_)

        pairs = Pairs(corpus._store, load_late, corpus.claims, corpus.notes, RLock())
        assert [found.document for found in pairs.related("one.md", 1)] == ["two.md"]

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
