"""The data files of the language, and the loader that refuses what a reader would overlook."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from index import english
from index.english import EnglishDataError, families, numbered, ordered, rows, words


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    factor: float
    signs: tuple[str, ...] = ()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(english, "FOLDER", tmp_path)
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    for loader in (words, ordered, families, rows):
        loader.cache_clear()


def test_a_list_has_words_phrases_and_comments(folder: Path) -> None:
    (folder / "cues.txt").write_text("said told # of speech\nas_well_as\n", encoding="utf-8")
    assert words("cues") == {"said", "told", "as well as"}


@pytest.mark.parametrize("text", ["said told said", "# nothing\n"])
def test_a_list_with_doubles_or_without_words_is_refused(folder: Path, text: str) -> None:
    (folder / "cues.txt").write_text(text, encoding="utf-8")
    with pytest.raises(EnglishDataError, match=r"cues\.txt"):
        words("cues")


def test_a_word_of_two_families_is_refused(folder: Path) -> None:
    (folder / "kin.txt").write_text("buy purchase\nshop purchase\n", encoding="utf-8")
    with pytest.raises(EnglishDataError, match="purchase"):
        families("kin")


def test_families_are_numbered_by_their_lines(folder: Path) -> None:
    (folder / "days.txt").write_text("# of the week\nmonday mon\ntuesday tues tue\n", encoding="utf-8")
    assert numbered("days", start=0) == {"monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1}


def test_a_table_makes_records(folder: Path) -> None:
    (folder / "units.toml").write_text('[[row]]\nname = "mile"\nfactor = 1609.344\nsigns = ["mi"]\n', encoding="utf-8")
    assert rows("units", _Unit, unique="signs") == (_Unit("mile", 1609.344, ("mi",)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[row]]\nname = "mile"\n', "factor is missing"),
        ('[[row]]\nname = "mile"\nfactor = 1\nsize = 3\n', "no field size"),
        ('[[row]]\nname = "mile"\nfactor = "long"\n', "not of the type"),
        ('[[row]]\nname = "mile"\nfactor = 1\nsigns = ["mi", "mi"]\n', "twice"),
        ('[[row]]\nname = "a"\nfactor = 1\n[[row]]\nname = "a"\nfactor = 2\n', "two rows"),
        ('[[unit]]\nname = "a"\n', r"\[\[row\]\]"),
    ],
)
def test_a_damaged_table_is_refused_with_its_place(folder: Path, text: str, said: str) -> None:
    (folder / "units.toml").write_text(text, encoding="utf-8")
    with pytest.raises(EnglishDataError, match=said):
        rows("units", _Unit, unique="name")
