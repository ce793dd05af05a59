"""The cache of analysed documents: whole, private, and made again when it is damaged."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import BusyError, DamagedError, EngineError
from index.records import (
    Bound,
    Document,
    Figure,
    Meant,
    Metadata,
    Precision,
    Quantity,
    Sentence,
    Span,
    Step,
    Unreadable,
    When,
    Zone,
    ZoneKind,
)
from index.store import AnalysedRow, AnalysisStore, Stamp, corpus_folder, database
from index.store.codec import claims_from, claims_json, document_from, document_json

STAMP = Stamp(10, 20, "rules")
DOCUMENT = Document(
    id="a/ü.txt",
    path="/x/a/ü.txt",
    text="Nearly 3 of 小红书.",
    digest="d",
    encoding="gb18030",
    encoding_guessed=True,
    metadata=Metadata("T", None, ("A", "B"), "2025-01", None, "en", frozenset({"title"}), (("title", "line 1"),)),
    zones=(Zone(ZoneKind.BODY, Span(0, 16), 1, 1),),
    sentences=(Sentence(Span(0, 16), ZoneKind.BODY, 1, 1),),
    notices=("guessed",),
)
WHEN = When("then", "2025-01-01", None, Precision.MONTH, "07:40+01:00", None, "by its neighbours")
CLAIMS = (
    Figure(
        id="a/ü.txt#f0-8",
        document="a/ü.txt",
        zone=ZoneKind.BODY,
        line=1,
        span=Span(0, 8),
        sentence=Span(0, 16),
        text=DOCUMENT.text,
        surface="Nearly 3",
        rule="test",
        quantity=Quantity("Nearly 3", None, 3.0, None, Bound.NEARLY, True, "小红书", "of all", WHEN),
        when=WHEN,
        origin=("one", "two"),
        hedges=("may",),
        meant=Meant.DENIED,
        derivation=(Step("figure.bound", Span(0, 6)), Step("figure.number", Span(7, 8))),
    ),
)


def row(id_: str = DOCUMENT.id, digest: str = "d") -> AnalysedRow:
    return AnalysedRow(id_, "/x", STAMP, digest, "[]", document_json(DOCUMENT), claims_json(CLAIMS), '[1,{"a":1}]')


def test_records_come_back_as_they_were() -> None:
    assert document_from(document_json(DOCUMENT)) == DOCUMENT
    assert claims_from(claims_json(CLAIMS)) == CLAIMS


@pytest.mark.parametrize("on_disk", [True, False])
def test_what_is_put_is_found(tmp_path: Path, on_disk: bool) -> None:
    store = AnalysisStore(tmp_path / "s.sqlite" if on_disk else None)
    store.put([row()])
    assert store.stamps() == {DOCUMENT.id: (STAMP, "d")}
    assert store.document(DOCUMENT.id) == DOCUMENT
    assert store.claims(DOCUMENT.id) == CLAIMS
    assert store.unindexed() == [DOCUMENT.id]
    store.mark_indexed([DOCUMENT.id])
    assert store.unindexed() == []
    store.put([row(digest="e")])
    assert store.unindexed() == [DOCUMENT.id], "a changed document must be indexed again"
    store.remove([DOCUMENT.id])
    assert store.document(DOCUMENT.id) is None
    store.close()


def test_a_file_that_became_unreadable_is_no_document_any_more() -> None:
    store = AnalysisStore(None)
    store.put([row()])
    store.put([], [(Unreadable(DOCUMENT.id, "broken", "mend it"), STAMP)])
    assert store.gone() == [DOCUMENT.id], "the search engine has to be told"
    assert store.stamps() == {}
    assert store.unreadable() == (Unreadable(DOCUMENT.id, "broken", "mend it"),)
    store.put([row()])
    assert store.unreadable() == ()
    store.close()


def test_a_batch_is_stored_whole_or_not_at_all() -> None:
    store = AnalysisStore(None)

    bad = replace(row("b"), document=None)  # type: ignore[arg-type]
    with pytest.raises(EngineError):
        store.put([row("a"), bad])
    assert store.stamps() == {}
    store.put([row("b")])
    assert list(store.stamps()) == ["b"]
    store.close()


@pytest.mark.parametrize("damage", [b"not a database at all, by far" * 50, b""])
def test_a_damaged_file_is_replaced(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "s.sqlite"
    file.write_bytes(damage)
    store = AnalysisStore(file)
    store.put([row()])
    assert store.claims(DOCUMENT.id) == CLAIMS
    store.close()


def test_a_file_of_another_layout_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "s.sqlite"
    with sqlite3.connect(file) as old:
        old.execute("CREATE TABLE documents (id TEXT)")
        old.execute("PRAGMA user_version=999")
    old.close()
    store = AnalysisStore(file)
    assert store.stamps() == {}
    store.close()


def test_a_file_damaged_while_it_is_open_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "QUICKLY_CHECKED", 0)
    file = tmp_path / "s.sqlite"
    store = AnalysisStore(file)
    store.put([row(f"{number:04}") for number in range(500)])
    store.close()
    whole = file.read_bytes()
    store = AnalysisStore(file)
    before = store.version()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(DamagedError):
        store.stamps()
    assert store.stamps() == {}
    assert store.damages
    assert store.version() != before
    store.put([row()])
    assert store.document(DOCUMENT.id) == DOCUMENT
    store.close()


def test_a_deleted_file_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "s.sqlite"
    store = AnalysisStore(file)
    store.put([row()])
    assert store.is_there()
    for one in tmp_path.iterdir():
        one.unlink()
    assert not store.is_there()
    store.reopen()
    assert store.is_there()
    assert store.stamps() == {}
    store.close()


def test_where_no_file_can_be_made_the_store_is_in_memory(tmp_path: Path) -> None:
    store = AnalysisStore(tmp_path / "missing" / "s.sqlite")
    assert not store.lasting
    store.put([row()])
    assert store.claims(DOCUMENT.id) == CLAIMS
    store.close()


def test_the_version_tells_of_the_changes_of_another_instance(tmp_path: Path) -> None:
    one, two = AnalysisStore(tmp_path / "s.sqlite"), AnalysisStore(tmp_path / "s.sqlite")
    before = one.version()
    assert one.version() == before
    two.put([row()])
    assert one.version() != before
    one.close()
    two.close()


def test_a_writer_that_another_keeps_waiting_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    store = AnalysisStore(tmp_path / "s.sqlite")
    other = sqlite3.connect(tmp_path / "s.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError):
        store.put([row()])
    again = AnalysisStore(tmp_path / "s.sqlite")
    assert again.stamps() == {}, "opening and reading wait for nobody"
    other.execute("ROLLBACK")
    other.close()
    store.put([row()])
    again.close()
    store.close()


def test_two_instances_share_one_file(tmp_path: Path) -> None:
    one, two = AnalysisStore(tmp_path / "s.sqlite"), AnalysisStore(tmp_path / "s.sqlite")
    one.put([row("a")])
    two.put([row("b")])
    assert sorted(one.stamps()) == sorted(two.stamps()) == ["a", "b"]
    one.close()
    two.close()


def test_results_hold_for_one_state_only() -> None:
    store = AnalysisStore(None)
    store.put_result("topics", "one", "value")
    assert store.result("topics", "one") == "value"
    assert store.result("topics", "two") is None
    store.put([row("a")])
    assert store.result("topics", "one") is None
    store.close()


def test_the_cache_folder_is_private_and_the_same_for_the_same_paths(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    folder = corpus_folder(tmp_path / "cache", [tmp_path / "a", tmp_path / "b"]).path
    assert folder is not None
    assert folder.stat().st_mode & 0o077 == 0
    assert corpus_folder(tmp_path / "cache", [tmp_path / "b", tmp_path / "a"]).path == folder
    assert corpus_folder(tmp_path / "cache", [tmp_path / "a"]).path != folder


def test_without_a_place_to_write_there_is_no_folder(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert corpus_folder(blocked, [tmp_path]).path is None
