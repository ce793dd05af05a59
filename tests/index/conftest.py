"""A folder of three small articles, and corpora opened on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.settings import Settings
from tests.index.corpora import ONE, THREE, TWO, Opener


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in (("one.md", ONE), ("two.md", TWO), ("three.md", THREE)):
        (articles / name).write_text(text, encoding="utf-8")
    return articles


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
