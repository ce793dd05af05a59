"""What a document says never steers the terminal, and cells are counted."""

from hypothesis import given
from hypothesis import strategies as st

from index.reading.cleaning import clean as border
from tui.painting import shortened, wrapped
from tui.text import cell_len, clean, clean_lines, content, fit, pad, squeeze

HOSTILE = "\x1b]52;c;eA==\x07[bold]\x9b31m\u202e[@click=app.quit]x[/] \ud800"


def test_nothing_that_steers_survives_and_offsets_stay() -> None:
    for made in (clean(HOSTILE), clean_lines(HOSTILE)):
        assert len(made) == len(HOSTILE)
        assert not set(made) & set("\x1b\x07\x9b\u202e\ud800")


@given(st.text(max_size=60))
def test_the_screen_keeps_the_rule_of_the_border(text: str) -> None:
    assert clean_lines(text) == border(text)
    assert clean(text) == border(text).replace("\n", " ")


def test_markup_is_text() -> None:
    assert content("[bold]x[/] [@click=app.quit]y").plain == "[bold]x[/] [@click=app.quit]y"
    assert content("[bold]x").spans == []


@given(st.text(max_size=60), st.integers(0, 30))
def test_text_fits_its_cells(text: str, cells: int) -> None:
    safe = clean(text)
    assert cell_len(fit(safe, cells)) <= cells
    assert cell_len(pad(safe, cells)) == cells


def test_an_ellipsis_says_that_something_was_cut() -> None:
    assert fit("小红书红书", 7) == "小红书…"
    assert fit("short", 7) == "short"
    assert squeeze("a \n\t b") == "a b"


def test_marks_stay_on_their_words_over_row_ends() -> None:
    rows = wrapped("one two three", [(4, 13, "hit")], 8)
    assert rows == [(("one ", ""), ("two", "hit")), (("three", "hit"),)]


def test_a_line_is_shortened_with_an_ellipsis() -> None:
    assert shortened((("ab", "x"), ("cdef", "y")), 4) == (("ab", "x"), ("c…", "y"))
