"""The data files of the language, and the loader that refuses what a reader would overlook."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from index import english
from index.comparison.themes import themes
from index.english import EnglishDataError, as_written, families, numbered, ordered, patterns, rows, words
from index.terms.terms import stem


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
    for loader in (words, ordered, families, patterns, rows):
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


def test_a_word_that_can_never_be_found_is_refused(folder: Path) -> None:
    (folder / "cues.txt").write_text("said Tells\n", encoding="utf-8")
    with pytest.raises(EnglishDataError, match="“Tells” is never found, since it is looked up as “tells”"):
        words("cues")
    assert words("cues", key=as_written) == {"said", "Tells"}


@pytest.mark.parametrize(("text", "said"), [("ban banned\n", "banned"), ("rain storm\nsun\n", "a family of one")])
def test_a_member_that_adds_nothing_to_its_family_is_refused(folder: Path, text: str, said: str) -> None:
    (folder / "kin.txt").write_text(text, encoding="utf-8")
    with pytest.raises(EnglishDataError, match=said):
        families("kin", key=lambda word: word[:3])


def test_a_family_is_looked_up_by_its_key(folder: Path) -> None:
    (folder / "kin.txt").write_text("buying purchases\n", encoding="utf-8")
    assert families("kin", key=lambda word: word[:4]) == {"buyi": "buying", "purc": "buying"}


def test_patterns_stand_one_in_a_line_and_may_name_lists(folder: Path) -> None:
    (folder / "works.txt").write_text("article\nstory\n", encoding="utf-8")
    (folder / "lines.txt").write_text("# what pages say\nshare this <works>\n(?P<n>\\d) # read\n", encoding="utf-8")
    assert patterns("lines") == ("share this (?:article|story)", "(?P<n>\\d) # read")


@pytest.mark.parametrize("text", ["share\nshare\n", "# nothing\n"])
def test_doubled_or_missing_patterns_are_refused(folder: Path, text: str) -> None:
    (folder / "lines.txt").write_text(text, encoding="utf-8")
    with pytest.raises(EnglishDataError, match=r"lines\.txt"):
        patterns("lines")


def test_no_word_of_the_tiers_hides_another() -> None:
    listed = [word for tier in ("grammar", "commonest", "common") for word in words(f"tier-{tier}")]
    assert len({stem(word) for word in listed}) == len(listed)


def test_every_word_of_a_theme_adds_something() -> None:
    for theme in themes():
        stems = {tuple(stem(part) for part in word.replace("-", " ").split()) for word in theme.words}
        assert len(stems) == len(theme.words), theme.name
