"""Packed files that do harm: they take nothing along, and the list of what is unpacked may be damaged."""

import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from index.corpus.analysing import unpacked_elsewhere
from index.errors import ReadingError
from index.reading import Source, discover
from tests.index.corpora import Opener, found, ids


@pytest.fixture
def packed(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "packed.zip", "w") as file:
        file.writestr("inner.txt", "The ferry sank. 12 people died.\n")
    return folder / "packed.zip"


def ending(_source: Source) -> dict[str, Any]:
    """Unpack a file as one does that ends its process."""
    os._exit(7)


def test_a_file_that_ends_its_process_is_said_and_takes_nothing_along(
    opened: Opener, folder: Path, packed: Path
) -> None:
    (source,) = (one for one in discover([folder]) if one.id == packed.name)
    with pytest.raises(ReadingError, match="ended the process"):
        unpacked_elsewhere(source, ending)
    corpus = opened()
    corpus.refresh()
    assert "packed.zip/inner.txt" in ids(corpus)


@pytest.mark.parametrize("harm", ["[1]", '{"a": 5}', '{"a": {"state": []}}', "[" * 5000, "\\x00"])
@pytest.mark.usefixtures("packed")
def test_a_damaged_list_of_what_is_unpacked_is_made_anew(opened: Opener, harm: str) -> None:
    corpus = opened()
    corpus.refresh()
    assert corpus.folder is not None
    corpus.close()
    (corpus.folder / "parts" / "manifest.json").write_text(harm)
    again = opened()
    again.refresh()
    assert found(again, "ferry") == ["packed.zip/inner.txt"]


def test_a_bomb_is_refused_within_seconds(opened: Opener, folder: Path) -> None:
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(40):
            file.writestr(f"{number}.txt", b"0" * 20_000_000)
    corpus = opened()
    corpus.refresh()
    assert "one.md" in ids(corpus)
    assert any(file.id.startswith("bomb.zip") for file in corpus.unreadable())
