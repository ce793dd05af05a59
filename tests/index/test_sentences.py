"""Sentences: where they end in news, and what every split keeps."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The mayor left.", "Nobody asked why."],
        ["“We are closing.” she said.", "The doors shut."],
        ["He works in the U.S. Senate.", "She lives in the U.S.", "They met there."],
        ["Prof. J. K. Lind of Holm & Co. spoke at 5 p.m. Friday.", "“It works.”", "He smiled."],
        ["“Will it hold?” Lind asked.", "Nobody knew."],
        ["Prices rose 3.5 percent (see fig. 2).", "See www.example.org.", "Bye!"],
        ["他说：“今天很冷。”", "我们走吧！", "好吗？"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    glue = "" if "。" in expected[0] else " "
    assert sentences(glue.join(expected)) == expected


@given(st.text(alphabet=st.sampled_from("aB 1.!?…\n\t\"'“”()[]。！」,;-•")), st.integers(0, 5))
def test_spans_are_in_order_trimmed_and_cover_everything(text: str, start: int) -> None:
    spans = split_sentences(text, start)
    covered = "".join(text[first:last] for first, last in spans)
    assert "".join(covered.split()) == "".join(text[start:].split())
    assert all(text[first:last] == text[first:last].strip() != "" for first, last in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
