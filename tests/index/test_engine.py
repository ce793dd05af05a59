"""The Whoosh engine: incremental, atomic, shared, mended, and ranking as it should."""

import gc
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.engines import Engine, open_engine
from index.engines.whoosh import engine as whoosh_engine
from index.engines.whoosh import evaluation
from index.errors import EngineError
from index.query import parse_query
from index.query.tree import Fuzzy, Prefix
from index.records import Document, ZoneKind
from tests.index.builders import make_document

KEY = bytes(range(32))


@pytest.fixture
def memory() -> Iterator[Engine]:
    engine = open_engine(None)
    yield engine
    engine.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "whoosh"


def found(engine: Engine, query: str) -> list[str]:
    return [ranked.id for ranked in engine.search(parse_query(query).tree).documents]


def articles(*texts: str, **metadata: object) -> list[Document]:
    return [make_document(text, id=f"{number}.txt", **metadata) for number, text in enumerate(texts)]  # type: ignore[arg-type]


def test_documents_are_added_replaced_and_removed(memory: Engine) -> None:
    assert memory.is_empty()
    assert memory.update(articles("a red fox", "a blue fox"))
    assert sorted(found(memory, "fox")) == ["0.txt", "1.txt"]
    generation = memory.generation()
    memory.update(articles("a green fox"), removed=["1.txt", "unknown.txt"])
    assert found(memory, "fox") == ["0.txt"]
    assert found(memory, "red") == found(memory, "blue") == []
    assert memory.generation() > generation
    assert not memory.is_empty()


def test_an_update_that_is_cancelled_changes_nothing(memory: Engine) -> None:
    memory.update(articles("a red fox"))
    seen: list[tuple[int, int]] = []
    done = memory.update(
        articles("a blue fox", "another"),
        removed=["0.txt"],
        total=2,
        progress=lambda n, of: seen.append((n, of)),
        cancelled=lambda: bool(seen),
    )
    assert not done
    assert seen == [(1, 2)]
    assert found(memory, "red") == ["0.txt"]


def test_an_update_that_fails_changes_nothing(memory: Engine) -> None:
    def broken() -> Iterator[Document]:
        yield from articles("a blue fox")
        raise ValueError("no more")

    memory.update(articles("a red fox"))
    with pytest.raises(EngineError):
        memory.update(broken())
    assert found(memory, "red") == ["0.txt"]
    memory.update(articles("a green fox"))
    assert found(memory, "green") == ["0.txt"]


def test_the_index_is_kept_on_disk_and_private(folder: Path) -> None:
    engine = open_engine(folder, KEY)
    engine.update(articles("a red fox"))
    engine.close()
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700  # noqa: PTH116
    again = open_engine(folder, KEY)
    assert found(again, "fox") == ["0.txt"]
    again.close()


def test_a_second_reader_sees_a_whole_index_before_and_after(folder: Path) -> None:
    one, two = open_engine(folder, KEY), open_engine(folder, KEY)
    one.update(articles("a red fox"))
    assert found(two, "fox") == ["0.txt"]

    def while_writing() -> Iterator[Document]:
        for document in articles("a blue cat", "a blue fox"):
            yield document
            assert found(two, "fox") == ["0.txt"]
            assert found(two, "red") == ["0.txt"]

    one.update(while_writing())
    assert found(two, "fox") == ["1.txt"]
    one.close()
    two.close()


def test_a_second_writer_waits_and_then_says_why(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whoosh_engine, "LOCK_SECONDS", 0.0)
    one, two = open_engine(folder, KEY), open_engine(folder, KEY)

    def writing() -> Iterator[Document]:
        yield from articles("a red fox")
        with pytest.raises(EngineError, match="another rednote-tui"):
            two.update(articles("a blue fox"))

    one.update(writing())
    assert found(two, "fox") == ["0.txt"]
    one.close()
    two.close()


# Whoosh leaves the files of an index it cannot read to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("harm", ["truncate", "garbage", "toc", "stray"])
def test_a_broken_index_is_replaced_by_an_empty_one(folder: Path, harm: str) -> None:
    engine = open_engine(folder, KEY)
    engine.update(articles("a red fox", "a blue fox"))
    engine.close()
    segments = sorted(folder.glob("*.seg"))
    tocs = sorted(folder.glob("*.toc"))
    if harm == "truncate":
        segments[0].write_bytes(segments[0].read_bytes()[:40])
    elif harm == "garbage":
        segments[0].write_bytes(b"garbage" * 300)
    elif harm == "toc":
        tocs[0].write_bytes(b"\x80\x04garbage")
    else:
        for path in folder.iterdir():
            path.unlink()
        (folder / "stray").write_text("not an index")
    mended = open_engine(folder, KEY)
    assert mended.is_empty()
    mended.update(articles("a green fox"))
    assert found(mended, "fox") == ["0.txt"]
    mended.close()
    gc.collect()


def test_an_index_of_an_older_format_is_built_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whoosh_engine, "NAME", "articles0")
    old = open_engine(folder, KEY)
    old.update(articles("a red fox"))
    old.close()
    monkeypatch.undo()
    engine = open_engine(folder, KEY)
    assert engine.is_empty()
    assert not list(folder.glob("*articles0*"))
    engine.close()


def test_clear(folder: Path) -> None:
    engine = open_engine(folder, KEY)
    engine.update(articles("a red fox"))
    engine.clear()
    assert engine.is_empty()
    assert found(engine, "fox") == []
    engine.close()


def test_a_directory_that_cannot_be_made_is_an_engine_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError):
        open_engine(tmp_path / "file" / "whoosh", KEY)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("soft power", ["0", "1", "2"]),
        ('"soft power"', ["0", "2"]),
        ('"power soft"~2', ["0", "2"]),
        ('"power soft"~5', ["0", "1", "2"]),
        ("soft -steel", ["1", "2"]),
        ("-soft", ["3"]),
        ("steel OR fox", ["0", "3"]),
        ("=powers", ["1"]),
        ("=power", ["0", "2"]),
        ("softpower", ["2"]),
        ("po*", ["0", "1", "2"]),
        ("pwoer~1", ["0", "2"]),
        ("date:2025-01-02", ["0", "1", "2", "3"]),
        ("date:<2025", []),
        ("outlet:courier steel", ["0"]),
        ("outlet:herald", []),
        ('author:"jane doe" fox', ["3"]),
        ("steel fox", []),
        ("(steel OR fox) -soft", ["3"]),
    ],
)
def test_queries(memory: Engine, query: str, expected: list[str]) -> None:
    memory.update(
        articles(
            "Soft power is no steel.",
            "Soft things are three of the powers.",
            "A soft-power push.",
            "A fox.",
            outlet="City Courier",
            authors=("Jane Doe",),
            published="2025-01-02",
        )
    )
    assert sorted(found(memory, query)) == [f"{number}.txt" for number in expected]


def test_phrases_and_nearness_do_not_bridge_zones(memory: Engine) -> None:
    memory.update([make_document("It is soft\nPower grows", zones={1: ZoneKind.TITLE})])
    assert found(memory, '"soft power"') == found(memory, "soft NEAR/9 power") == []
    assert found(memory, "soft power") == ["a.txt"]


def test_zones(memory: Engine) -> None:
    document = make_document("Red title\nblue body\ngreen reader", zones={1: ZoneKind.TITLE, 3: ZoneKind.COMMENT})
    memory.update([document])
    assert found(memory, "title:red") == found(memory, "zone:comment green") == ["a.txt"]
    assert found(memory, "title:blue") == found(memory, "zone:body green") == found(memory, "zone:caption") == []
    assert memory.zones(["a.txt", "unknown"]) == {"body": 1, "comment": 1, "title": 1}


def test_a_title_that_the_text_does_not_show_is_found(memory: Engine) -> None:
    memory.update([make_document("blue body", title="Red title")])
    assert found(memory, "title:red") == found(memory, "red blue") == ["a.txt"]


def test_title_ranks_before_body_and_body_before_comments(memory: Engine) -> None:
    filler = "word " * 20
    memory.update(
        [
            make_document(f"{filler}\nfox", id="comment", zones={2: ZoneKind.COMMENT}),
            make_document(f"{filler}\nfox", id="body"),
            make_document(f"fox\n{filler}", id="title", zones={1: ZoneKind.TITLE}),
        ]
    )
    assert found(memory, "fox") == ["title", "body", "comment"]


def test_words_that_stand_together_rank_first(memory: Engine) -> None:
    far = "steel " + "word " * 40 + "trade " + "word " * 40
    memory.update([make_document(far, id="far"), make_document(f"steel trade {'word ' * 80}", id="near")])
    assert found(memory, "steel trade") == ["near", "far"]


def test_equal_documents_are_in_order_of_id(memory: Engine) -> None:
    memory.update([make_document("a fox", id=name) for name in ("b", "c", "a")])
    assert found(memory, "fox") == ["a", "b", "c"]


def test_vocabulary(memory: Engine) -> None:
    memory.update(articles("trade trades trader", "trade"))
    assert memory.frequencies(["trade", "trades", "steel"]) == {"trade": 2, "trades": 2, "steel": 0}
    assert memory.similar("tarde", 1, 3) == [("trade", 1, 2)]
    assert list(memory.expansion(Prefix("trade", "trade"))) == ["trade", "trader", "trades"]
    assert list(memory.expansion(Fuzzy("trades", "trades", 1))) == ["trade", "trader", "trades"]


def test_prefixes_find_words_of_documents_that_were_replaced_since(memory: Engine) -> None:
    memory.update(articles("zebra", "other"))
    memory.update(articles("zebras and zebra"))
    memory.update(articles("gone"), removed=["1.txt"])
    memory.update([make_document("zebra", id="new")])
    assert found(memory, "zeb*") == ["new"]


def test_a_word_asked_for_twice_counts_more_but_not_twice(memory: Engine) -> None:
    memory.update(articles("fox", "hen", "other", "other"))

    def score(query: str) -> float:
        return memory.search(parse_query(query).tree).documents[0].score

    once, twice = score("fox"), score("fox OR fox")
    assert once < twice < 2 * once


def test_function_words_hardly_count(memory: Engine) -> None:
    memory.update(articles("the the the the", "fox", "other", "more"))
    assert found(memory, "the OR fox") == ["1.txt", "0.txt"]


def test_a_query_that_is_too_broad_says_so(memory: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "MAX_POSTINGS", 2)
    memory.update(articles("red fox", "red hen", "red cat"))
    ranking = memory.search(parse_query("red OR hen").tree)
    assert len(ranking.documents) == 3
    assert any("too broad" in note for note in ranking.notes)
    memory.update([make_document("hen", id="3.txt")])
    narrow = memory.search(parse_query("red hen").tree)
    assert {ranked.id for ranked in narrow.documents} == {"1.txt", "3.txt"}
    assert any("left out" in note for note in narrow.notes)
