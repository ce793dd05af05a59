"""What a person says of a document overrides what the program read, is kept, undone, and never written to the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Corpus
from index.errors import NotesError
from index.records import ZoneKind, opening_of, time_of
from index.settings import Settings

STORY = "The harbour board voted on Tuesday to close the ferry terminal.\n\nIt carried 310,000 passengers.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "one.txt").write_text(STORY)
    (made / "two.txt").write_bytes("Le préfet a fermé le café du port à l'été dernier.\n".encode("cp1252"))
    return made


def opened(folder: Path, tmp_path: Path) -> Corpus:
    corpus = Corpus.open([folder], Settings(), cache=tmp_path / "cache", notes=tmp_path / "notes.yaml")
    corpus.refresh()
    return corpus


@pytest.fixture
def corpus(folder: Path, tmp_path: Path) -> Iterator[Corpus]:
    made = opened(folder, tmp_path)
    yield made
    made.close()


def say(corpus: Corpus, field: str, value: str, document: str = "one.txt") -> None:
    corpus.notes.describe(document, field, value)
    corpus.refresh()


@pytest.mark.parametrize(
    ("field", "value", "name", "found"),
    [
        ("title", "Ferry closes", "title", "Ferry closes"),
        ("outlet", "Harbour Times", "outlet", "Harbour Times"),
        ("authors", "Ana Sousa; Jan Berg", "authors", ("Ana Sousa", "Jan Berg")),
        ("date", "18 March 2025", "published", "2025-03-18"),
        ("language", "fr", "language", "fr"),
    ],
)
def test_a_field_is_what_was_said(corpus: Corpus, field: str, value: str, name: str, found: object) -> None:
    before = getattr(corpus.entry("one.txt").metadata, name)
    say(corpus, field, value)
    known = corpus.entry("one.txt").metadata
    assert getattr(known, name) == found
    assert name not in known.guessed
    assert (name, "your correction") in known.sources
    assert corpus.notes.undo() is not None
    corpus.refresh()
    assert getattr(corpus.entry("one.txt").metadata, name) == before


def test_the_date_changes_what_tuesday_is(corpus: Corpus) -> None:
    say(corpus, "date", "2025-03-20")
    whens = {when.start for claim in corpus.claims("one.txt") if (when := time_of(claim)) is not None}
    assert "2025-03-18" in whens


def test_what_was_said_outlives_the_cache_and_a_move_of_the_file(folder: Path, corpus: Corpus, tmp_path: Path) -> None:
    say(corpus, "outlet", "Harbour Times")
    corpus.close()
    (folder / "one.txt").rename(folder / "moved.txt")
    again = Corpus.open([folder], Settings(), cache=tmp_path / "other", notes=tmp_path / "notes.yaml")
    again.refresh()
    assert again.entry("moved.txt").metadata.outlet == "Harbour Times"
    assert (folder / "moved.txt").read_text() == STORY
    again.close()


def test_none_says_that_there_is_none(folder: Path, tmp_path: Path) -> None:
    (folder / "one.txt").write_text(f"---\noutlet: Wrong\n---\n{STORY}")
    corpus = opened(folder, tmp_path)
    say(corpus, "outlet", "none")
    assert corpus.entry("one.txt").metadata.outlet is None
    corpus.close()


def test_an_encoding_is_put_right(corpus: Corpus) -> None:
    say(corpus, "encoding", "cp1251", "two.txt")
    assert "префет" not in corpus.document("two.txt").text
    assert corpus.document("two.txt").encoding == "cp1251"
    say(corpus, "encoding", "windows-1252", "two.txt")
    document = corpus.document("two.txt")
    assert "préfet" in document.text
    assert not document.encoding_guessed


def test_lines_are_what_was_said(corpus: Corpus) -> None:
    corpus.notes.describe_lines("one.txt", 3, 3, "boilerplate")
    corpus.refresh()
    assert [zone.kind for zone in corpus.document("one.txt").zones][-1] is ZoneKind.BOILERPLATE
    assert not [claim for claim in corpus.claims("one.txt") if "310,000" in claim.surface]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "03/04/2025"),
        ("language", "French language"),
        ("encoding", "rot13"),
        ("colour", "red"),
        ("zone", "body"),
    ],
)
def test_what_no_field_takes_is_refused_in_words(corpus: Corpus, field: str, value: str) -> None:
    with pytest.raises(NotesError) as caught:
        corpus.notes.describe("one.txt", field, value)
    assert caught.value.hint


@pytest.mark.parametrize(("first", "last"), [(0, 1), (2, 2), (3, 99), (3, 1)])
def test_lines_that_are_not_there_are_refused(corpus: Corpus, first: int, last: int) -> None:
    with pytest.raises(NotesError):
        corpus.notes.describe_lines("one.txt", first, last, "body")


def test_an_untitled_article_is_listed_by_its_first_words(corpus: Corpus) -> None:
    assert corpus.entry("one.txt").title == "[no title] The harbour board voted on Tuesday to close the ferry…"
    assert len(opening_of(corpus.document("one.txt"))) <= 61
