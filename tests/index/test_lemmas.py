"""Lemmas: inflections and spellings are one word, derivations are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.lemmas import lemma_of


@pytest.mark.parametrize(
    "words",
    [
        "ban bans banned banning",
        "use uses used using",
        "hope hopes hoped hoping",
        "hop hops hopped hopping",
        "try tries tried trying",
        "agree agrees agreed agreeing",
        "control controls controlled",
        "woman women",
        "crisis crises",
        "church churches",
        "die died dying",
        "travel travelled traveled travelling traveling",
        "fuel fuelled fueled",
        "globalise globalize globalised globalizing",
        "globalisation globalization globalisations",
        "analyse analyze analysed analyzing",
        "colour color colours colored",
        "favourite favorite favorites",
        "centre center centres",
        "defence defense",
        "process processes processed",
        "bus buses",
        "news",
    ],
)
def test_inflections_and_spellings_are_one(words: str) -> None:
    assert len({lemma_of(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "author authority",
        "globalize globalization global",
        "experience experiment",
        "information informal inform",
        "initial initiative",
        "several severe severely",
        "like likely unlike unlikely",
        "prompted promptly",
        "operate operative",
        "its it",
        "hope hop",
        "united units",
        "evening even",
        "something some",
        "prise prize",
        "university universe",
        "moral morale",
        "four for",
        "rates rats",
    ],
)
def test_derivations_and_lookalikes_are_not(words: str) -> None:
    assert len({lemma_of(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize("word", ["US", "小", "ΑΒΓ", "", "a", "c++", "17000", "$usd5", "we're"])
def test_what_is_no_latin_word_is_its_own(word: str) -> None:
    assert lemma_of(word) == word


@given(st.text(alphabet="aeioustlnrdyg", min_size=1, max_size=30))
def test_any_word_has_a_lemma_that_is_not_longer_than_a_letter_more(word: str) -> None:
    lemma = lemma_of(word)
    assert 0 < len(lemma) <= len(word) + 1
    assert lemma_of(word) == lemma
