"""Named things in sentences."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.names import capitalised_words, document_names, names_in
from tests.index.comparing import article


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A grant from the Bank of England went to Ada Quill.", ["Bank of England", "Ada Quill"]),
        ("Yesterday President Ada Quill met Senator Bo Lind.", ["Ada Quill", "Bo Lind"]),
        ("The report by US Ambassador Ada Quill was late.", ["Ada Quill"]),
        ("They flew to Oslo on Monday and to Rome in May.", ["Oslo", "Rome"]),
        ("He praised Ada Quill and Bo Lind.", ["Ada Quill", "Bo Lind"]),
        ("Critics of the U.S. Senate wrote to the EU.", ["U.S. Senate", "EU"]),
        ("Ada Quill’s brother saw Lind's house.", ["Ada Quill", "Lind"]),
        ("He said I'm late and I've no ticket.", []),
        ("However, the price fell.", []),
        ("Ludwig van Dale lives in Den Haag.", ["Ludwig van Dale", "Den Haag"]),
        ("Everything here is in small letters.", []),
        ("", []),
    ],
)
def test_names_of_a_sentence(text: str, names: list[str]) -> None:
    assert [name.text for name in names_in(text)] == names


def test_spans_are_those_of_the_text_without_title_and_possessive() -> None:
    text = "We met Dr. Ada Quill's aunt."
    (name,) = names_in(text, 100)
    assert text[name.span.start - 100 : name.span.end - 100] == "Ada Quill"


def test_headlines_in_capitals_say_nothing() -> None:
    assert names_in("Storm Hits Northern Coast And Closes Roads") == []
    assert names_in("STORM HITS NORTHERN COAST AGAIN") == []


def test_a_first_word_is_a_name_where_the_text_shows_it() -> None:
    known = capitalised_words(["The office of Duolang closed.", "Apples fell.", "We like apples and Apples."])
    assert known == {"duolang"}
    assert [name.text for name in names_in("Duolang grew.", known=known)] == ["Duolang"]
    assert names_in("Apples fell.", known=known) == []


def test_spellings_of_one_name_have_one_key() -> None:
    assert names_in("We met José Peña.")[0].key == names_in("We met Jose Pena.")[0].key


def test_names_of_a_document_by_sentence() -> None:
    document = article("a.txt", "Duolang grew fast.", "Many use Duolang, says Ada Quill.")
    assert [[name.text for name in names] for names in document_names(document)] == [
        ["Duolang"],
        ["Duolang", "Ada Quill"],
    ]


@given(st.text(max_size=120))
def test_any_text_has_names_in_order_at_their_places(text: str) -> None:
    names = names_in(text)
    for name in names:
        assert text[name.span.start : name.span.end] == name.text
        assert name.key
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(names))
