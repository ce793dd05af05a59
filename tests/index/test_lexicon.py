"""The word list of the tagger: how it is made, and what it says."""

import pytest

from index.annotation.lexicon import classes_of, guess
from index.english import EnglishDataError, classes
from tests.lexicon import made_from

SOURCE = """;;; a comment
Zorro NNP
order NN
ordered VBN
orders NNS
glorp NN
zib VBD
quoff VB
quoffs NNS
of IN
"""


def lines(text: str) -> set[str]:
    return {line for line in text.splitlines() if not line.startswith("#")}


def test_a_second_class_is_derived_where_the_list_proves_it() -> None:
    made = lines(made_from(SOURCE))
    assert "nv: order" in made
    assert "sz: orders quoffs" in made
    assert "vn: quoff" in made
    assert "de: zib" in made


def test_names_closed_words_and_what_endings_tell_are_left_out() -> None:
    made = made_from(SOURCE)
    assert "orro" not in made
    assert " of" not in " ".join(lines(made))
    assert "ordered" not in made
    assert "glorp" not in made


def test_the_list_says_where_it_comes_from() -> None:
    assert made_from(SOURCE).startswith("# Words of English")
    assert "MIT license" in made_from("")


@pytest.mark.parametrize(
    ("form", "letters"),
    [("order", "nv"), ("orders", "sz"), ("rose", "d"), ("said", "de"), ("of", "I"), ("not", "!"), ("quickly", "R")],
)
def test_a_word_has_its_classes_likeliest_first(form: str, letters: str) -> None:
    assert classes_of(form) == letters


@pytest.mark.parametrize(
    ("form", "letters"),
    [("blorpness", "n"), ("blorped", "ed"), ("blorping", "gn"), ("blorps", "s"), ("blorp", "n"), ("six-day", "J")],
)
def test_an_ending_tells_the_class_of_an_unknown_word(form: str, letters: str) -> None:
    assert guess(form) == letters


def test_a_word_of_two_classes_is_refused(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "twice.txt").write_text("n: one two\nv: two\n", encoding="utf-8")
    monkeypatch.setattr("index.english.FOLDER", folder)
    with pytest.raises(EnglishDataError, match="two"):
        classes("twice")
