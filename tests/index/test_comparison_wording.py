"""Shared wording, and what was changed between two versions of a text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.comparison import shared_wording, word_diff
from index.comparison.wording import longest_run, wording_ratio
from tests.index.comparing import article

WORDS = st.lists(st.sampled_from("red green blue fox owl 700,000 the of 小 红".split()), max_size=25).map(" ".join)


def test_a_run_is_found_across_punctuation_and_case() -> None:
    run = longest_run("He wrote: “No bridge was ever Closed for ice,” in May.", "No bridge was ever closed for ice!")
    assert run is not None
    assert run.words == 7
    assert run.b == (0, 33)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It is one of the most beautiful.", "She is one of the most gifted."),
        ("No bridge was closed.", "No bridge was closed."),
        ("", "No bridge was ever closed for ice."),
    ],
)
def test_what_anyone_may_write_is_no_run(a: str, b: str) -> None:
    assert longest_run(a, b) is None


def test_a_change_is_told_word_by_word() -> None:
    a, b = "At least 12 people died on Sunday.", "At least 14 people died, police said on Sunday."
    changes = [(change.kind, a[slice(*change.a)], b[slice(*change.b)]) for change in word_diff(a, b)]
    assert changes == [
        ("same", "At least", "At least"),
        ("replaced", "12", "14"),
        ("same", "people died", "people died"),
        ("inserted", "", "police said"),
        ("same", "on Sunday", "on Sunday"),
    ]


@given(WORDS, WORDS)
def test_a_diff_covers_both_texts_in_order(a: str, b: str) -> None:
    changes = word_diff(a, b)
    for text, spans in ((a, [change.a for change in changes]), (b, [change.b for change in changes])):
        assert "".join(text[slice(*span)] for span in spans).replace(" ", "") == text.replace(" ", "")
        assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    for change in changes:
        same = a[slice(*change.a)].split() == b[slice(*change.b)].split()
        assert same == (change.kind == "same")


@given(WORDS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(change.kind == "same" for change in word_diff(text, text))
    assert wording_ratio(text, text) == 1.0


def test_a_long_text_is_compared_in_reasonable_time() -> None:
    text = " ".join(f"w{number % 97}" for number in range(20_000))
    assert word_diff(text, text + " end")[-1].kind == "inserted"


def test_a_copy_with_a_paragraph_less_is_a_copy_still() -> None:
    lines = [f"The keeper of tower {name} rows home at dusk with his dog." for name in "Alder Birch Cedar Elm".split()]
    assert shared_wording(article("a.txt", *lines), article("b.txt", *lines[:2])) == 1.0
    assert shared_wording(article("a.txt", *lines), article("c.txt", "Nothing of all that is here to be read.")) == 0.0
    assert shared_wording(article("a.txt"), article("b.txt")) == 0.0
