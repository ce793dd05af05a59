"""A cache in which bytes have turned: no answer is wrong in silence, and it is mended by itself."""

import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from index.corpus import Corpus
from index.store import database
from tests.index.corpora import Opener, found

SHOTS = int(os.environ.get("REDNOTE_SHOTS", "60"))
"""How often a byte is turned; hundreds where time is no matter."""


def everything(corpus: Corpus) -> list[Any]:
    """Return all that a person would see of a corpus."""
    return [
        corpus.documents(),
        corpus.unreadable(),
        corpus.claims(),
        corpus.topics(),
        found(corpus, "apples"),
        found(corpus, "bridge OR kind:figure"),
        [corpus.document(entry.id) for entry in corpus.documents()],
        corpus.compare("one.md", "two.md"),
        corpus.related("one.md"),
    ]


@pytest.fixture
def pristine(opened: Opener, folder: Path) -> tuple[Path, list[Any]]:
    """Return the folder of a cache, and all that its corpus says."""
    (folder / "empty.md").write_text("")
    corpus = opened()
    corpus.refresh()
    said = everything(corpus)
    corpus.close()
    assert corpus.folder is not None
    shutil.copytree(corpus.folder, corpus.folder.parent / "pristine")
    return corpus.folder, said


@pytest.mark.parametrize("looked_through", [True, False])
def test_any_byte_that_turns_is_noticed_and_mended(
    pristine: tuple[Path, list[Any]], opened: Opener, monkeypatch: pytest.MonkeyPatch, looked_through: bool
) -> None:
    if not looked_through:
        monkeypatch.setattr(database, "QUICKLY_CHECKED", 0)
    cache, said = pristine
    whole = (cache / "documents.sqlite").read_bytes()
    chance = random.Random(14 + looked_through)
    for _ in range(SHOTS):
        at, turned = chance.randrange(len(whole)), bytearray(whole)
        turned[at] ^= 1 << chance.randrange(8)
        shutil.rmtree(cache)
        shutil.copytree(cache.parent / "pristine", cache)
        (cache / "documents.sqlite").write_bytes(turned)
        corpus = opened()
        corpus.refresh()
        assert everything(corpus) == said, f"byte {at}"
        corpus.close()
        again = opened()
        assert not again.refresh().anything
        assert everything(again) == said, f"byte {at}"
        assert again.trouble() == ()
        again.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"At least 40", b"At least 90"), (b"Ada Brandt", b"Ada Brindt"), (b"apples", b"app\xffes"), (b'[["', b'[\x00"')],
)
def test_words_that_turned_are_not_believed(
    pristine: tuple[Path, list[Any]], opened: Opener, monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes
) -> None:
    cache, said = pristine
    data = (cache / "documents.sqlite").read_bytes()
    assert old in data
    (cache / "documents.sqlite").write_bytes(data.replace(old, new))
    corpus = opened()
    corpus.refresh()
    assert everything(corpus) == said
    assert any("damaged" in trouble.message for trouble in corpus.trouble())


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 20_000])
def test_a_file_that_was_cut_is_made_anew(pristine: tuple[Path, list[Any]], opened: Opener, length: int) -> None:
    cache, said = pristine
    os.truncate(cache / "documents.sqlite", length)
    corpus = opened()
    corpus.refresh()
    assert everything(corpus) == said


def test_rows_of_somebody_else_are_not_believed(pristine: tuple[Path, list[Any]], opened: Opener) -> None:
    """Whoever copies a whole cache with its own seals into the place of ours does not have our key."""
    cache, said = pristine
    key = cache.parents[2] / "cache.key"
    key.unlink()
    corpus = opened()
    corpus.refresh()
    assert everything(corpus) == said
    assert any("damaged" in trouble.message for trouble in corpus.trouble())
