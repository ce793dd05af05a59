"""Ligatures and accents that a PDF draws apart are letters again, and what cannot be told is said."""

import pytest

from index.reading.formats.glyphs import mended


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("the \uf001gures of an o ﬃ cial", "the figures of an official"),
        ("the ﬁ rst di ﬃ cult e ﬀ ort", "the first difficult effort"),
        ("a ﬂoor plan", "a floor plan"),
        ("caf´e d´ej`a vu", "café déjà vu"),
        ("ete´ tre`s", "eté très"),
        ("5´ and `quoted´", "5´ and `quoted´"),
    ],
)
def test_letters_are_mended(drawn: str, read: str) -> None:
    assert mended([[drawn]]) == ([[read]], [])


def test_letters_without_a_meaning_are_counted() -> None:
    _, notices = mended([["a \ue123 and"], ["b (cid:12)"]])
    assert len(notices) == 1
    assert notices[0].startswith("2 letters")
