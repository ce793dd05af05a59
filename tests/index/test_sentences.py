"""Sentences: where they end in news, and what every split keeps."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import LONGEST, split_sentences
from tests.accuracy.sentences import measure


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
        ["他说：“今天很冷。”", "“真的吗？”他问。", "我们走吧！", "好吗？"],
        [
            "Lind v. Holm was heard in Plessy St. on Jan. 5.",
            "It cost $1.5 million, e.g. for Dr. Roe’s time, etc.",
            "Now?",
        ],
        ["The fair ran from Jan. 28-Feb. 3.", "It rained."],
        ["At 6 a.m. Mr. Roe rang.", "He rang again at 9 p.m.", "Police came."],
        ["„It holds.“", "She left.", "»It holds!« said Lind.", "„Why?“ he asked.", "„So.“"],
        ["Nord Inc. USA is growing.", "Nord Ltd. UK has sold it."],
        ["Nord Holding LLC.", "Suvia has sold it.", "Shares of Nord Inc. Chairman Roe fell."],
        ["We said no… and went.", "“No. . . .”", "He had tried....", "She had not."],
        ["It was held in 1999.[3]", "Nobody came.²", "See vitamin C.", "The rest is known."],
        ["It needs more study.11 12", "Take the cold.", "“Wow.”", "@roe said so."],
        ["He bought the eBay shop.", "iRobot won.", "Was it Yahoo! News?"],
        ["They left the house in a rush--", "But nobody saw it."],
        ["“He called it ‘vital.’”", "(The firm agreed.)", "So did we."],
        ["“It grew [...]” (Roe 12).", "Then it fell."],
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
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_soft_wraps_stay_and_rows_and_items_part() -> None:
    assert sentences("The mayor\nof Ulm left.\nShe ran.") == ["The mayor\nof Ulm left.", "She ran."]
    assert sentences("City\tPeople\nUlm\t5\nBy Roe") == ["City\tPeople", "Ulm\t5", "By Roe"]
    assert sentences("Two things:\n- a dog\n- a cat\nof ours") == ["Two things:", "- a dog", "- a cat\nof ours"]
    assert sentences("One. \n\n two") == ["One.", "two"]


def test_lists_in_running_text_part_at_their_marks() -> None:
    assert sentences("1. Wash it 2. Dry it 3. Wear it") == ["1. Wash it", "2. Dry it", "3. Wear it"]
    assert sentences("• 1. Wash • 2. Dry") == ["• 1. Wash", "• 2. Dry"]
    assert sentences("He has 2) Nothing") == ["He has 2) Nothing"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Skip this. One. Two. Not this."
    assert [text[start:end] for start, end in split_sentences(text, 11, 20)] == ["One.", "Two."]
    assert split_sentences("", 0) == []


@pytest.mark.parametrize("unit", ['"a." (b ', "1. A ", ". ", "[1]", "。”", "a\t\n", "(", " \n", "A.", "p.m. "])
def test_hostile_repetition_is_read_once(unit: str) -> None:
    text = unit * 3000
    spans = split_sentences(text)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


def test_published_figures_are_reached(shared: Path) -> None:
    golden, *real = measure(shared)
    assert golden.value >= 97
    assert all(row.value >= 95 for row in real)


def test_text_without_stops_is_cut_at_pauses_so_that_rules_need_not_crawl() -> None:
    text = ("the town counted its houses, " * 400).strip()
    spans = split_sentences(text)
    assert all(span.end - span.start <= LONGEST for span in spans)
    assert all(text[span.start : span.end].endswith(",") for span in spans)
    assert " ".join(text[span.start : span.end] for span in spans) == text
    assert len(split_sentences("x" * 5_000)) == 3
