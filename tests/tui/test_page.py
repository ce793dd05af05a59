"""Wrapped text: no row wider than the page, no character lost, cells and not characters counted."""

from hypothesis import given
from hypothesis import strategies as st

from tui.page import lay_out
from tui.text import cell_len

ANY_LINE = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.sampled_from("ab 你好，。（）é\u0301👩\u200d🚀 "),
    max_size=80,
)


@given(st.lists(ANY_LINE, max_size=6).map("\n".join), st.integers(4, 40))
def test_every_character_is_on_a_row_and_no_row_is_too_wide(text: str, width: int) -> None:
    page = lay_out(text, width)
    shown = "".join(text[row.start : row.end] for row in page.rows)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(cell_len(text[row.start : row.end]) <= width for row in page.rows)


@given(st.lists(ANY_LINE, max_size=6).map("\n".join), st.integers(4, 40))
def test_offsets_find_their_rows(text: str, width: int) -> None:
    page = lay_out(text, width)
    for index, row in enumerate(page.rows):
        if row.line:
            assert page.row_at(row.start) == index
            assert text.count("\n", 0, row.start) + 1 == row.line


def test_chinese_breaks_between_characters_but_not_before_a_comma() -> None:
    page = lay_out("小红书上的美国人，你好", 8)
    assert ["小红书上的美国人，你好"[row.start : row.end] for row in page.rows] == ["小红书上", "的美国", "人，你好"]


def test_latin_words_stay_whole_beside_chinese() -> None:
    text = "the app Xiaohongshu (小红书) is"
    assert [text[row.start : row.end] for row in lay_out(text, 12).rows] == ["the app", "Xiaohongshu", "(小红书) is"]


def test_paragraphs_without_a_blank_line_are_parted() -> None:
    text = "one two three\nfive six seven\n\n\nnine"
    assert [row.line for row in lay_out(text, 10).rows] == [1, 1, 0, 2, 2, 0, 5]


def test_a_long_text_is_laid_out_in_time_linear_in_its_length() -> None:
    text = "word " * 200_000
    assert len(lay_out(text, 40).rows) == 25_000


def test_folded_lines_take_one_row() -> None:
    text = "---\ntitle: A\n---\n\n# A\n\nWords."
    page = lay_out(text, 40, folded=text.index("---\n\n") + 4)
    assert [(text[row.start : row.end], row.line) for row in page.rows if row.line] == [("# A", 5), ("Words.", 7)]
    assert (page.rows[0].start, page.rows[0].end) == (0, text.index("\n\n") + 1)
