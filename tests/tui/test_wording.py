"""The word diff of two passages: what only one has stands between signs."""

from index.comparison import word_diff
from index.records import Link, Side, Span
from tui.wording import diff_items


def link(a: str, b: str, status: str = "related") -> Link:
    return Link(Side("a", 1, Span(0, len(a)), a), Side("b", 1, Span(0, len(b)), b), 0.5, status, ())


def test_what_differs_is_between_signs_and_in_style() -> None:
    shown = diff_items(link("The old mill burned down.", "The mill burned on Friday."), word_diff)
    assert shown is not None
    left, right = shown
    assert left.words == "The [-old-] mill burned [-down-]."
    assert right.words == "The mill burned {+on Friday+}."
    assert [(left.words[start:end], tone) for start, end, tone in left.marks] == [
        ("[-old-]", "deleted"),
        ("[-down-]", "deleted"),
    ]
    assert any(("{+on Friday+}", "inserted") in line for line in right.lines(80))


def test_passages_in_other_words_are_not_diffed() -> None:
    a, b = "The mill burned down.", "Nobody was hurt in the blaze on Friday."
    assert diff_items(link(a, b), word_diff) is None
    assert diff_items(link(a, b, "wording"), word_diff) is not None


def test_what_steers_a_terminal_is_shown_harmless() -> None:
    shown = diff_items(link("The \x1b[31mmill burned\ndown.", "The mill burned down."), word_diff)
    assert shown is not None
    assert not set(shown[0].words) & set("\x1b\n")
