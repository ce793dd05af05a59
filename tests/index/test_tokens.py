"""The tokenizer, folding, aliases and edits."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from sys import getswitchinterval, setswitchinterval

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.aliases import Aliases
from index.language.amounts import scaled
from index.language.edits import edits_within
from index.language.folding import fold_punctuation, fold_word
from index.language.tokens import stem_of, tokenize, without_overlays

NAMES = Aliases.from_groups([["Xiaohongshu", "Red Note", "RedNote", "Little Red Book", "XHS", "小红书", "Xiaohonghsu"]])


def forms(text: str) -> list[str]:
    return [token.form for token in without_overlays(tokenize(text))]


def overlays(text: str) -> list[str]:
    return [token.form for token in tokenize(text) if token.overlay]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. told us", ["the", "US", "told", "us"]),
        ("U.S-China and US-China", ["US", "china", "and", "US", "china"]),
        ("It said WHO said it", ["it", "said", "WHO", "said", "it"]),
        ("TikTok’s don't O'Brien users'", ["tiktok", "dont", "obrien", "users"]),
        ("naïve Ångström ＲｅｄＮｏｔｅ straße", ["naive", "angstrom", "rednote", "strasse"]),
        ("na\u0131\u0308ve soft\u00adware zero\u200bwidth", ["naive", "software", "zerowidth"]),
        ("700,000 700000 700 1,5 3.50 2.0", ["700000", "700000", "700", "1", "5", "3.5", "2"]),
        ("50% 50 percent 50 per cent 50 pct", ["50", "percent"] * 4),
        ("7,2% 7.20 percent", ["7.2", "percent"] * 2),
        ("#SomeTag LGBTQ+ C++ C# Mr. Fisher", ["sometag", "lgbtq", "c++", "c#", "mr", "fisher"]),
        ("first- or second-tier soft–power", ["first", "or", "second", "tier", "soft", "power"]),
        ("小红书this 5G 2nd", ["小", "红", "书", "this", "5g", "2nd"]),
        ("", []),
    ],
)
def test_forms(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    "text", ["$17 billion", "US$17bn", "$17bn", "17 billion dollars", "17 billion U.S. dollars", "U.S.$17 billion"]
)
def test_an_amount_of_money_has_one_form(text: str) -> None:
    assert "$usd17000000000" in overlays(text)
    assert "17000000000" in overlays(text)


def test_an_amount_is_not_the_amount_without_its_scale() -> None:
    assert "$usd17" not in overlays("worth $17 billion")
    assert overlays("£1.3 billion") == ["1300000000", "$gbp1300000000"]
    assert overlays("17 people and billion") == []


def test_closed_up_spelling() -> None:
    assert "ecommerce" in overlays("e-commerce")
    assert overlays("state-of-the-art") == [] or "stateof" in overlays("state-of-the-art")


def test_stems_join_word_families_and_keep_others_apart() -> None:
    stems = {token.form: token.stem for token in tokenize("ban bans banned banning evening even Chinese China")}
    assert stems["ban"] == stems["bans"] == stems["banned"] == stems["banning"]
    assert stems["evening"] != stems["even"]
    assert stems["chinese"] != stems["china"]


def test_a_gap_parts_chinese_runs() -> None:
    tokens = tokenize("猫税，红书")
    positions = [token.position for token in tokens]
    assert positions[1] - positions[0] == 1
    assert positions[2] - positions[1] == 2


@given(st.text(max_size=200))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    words = list(without_overlays(tokens))
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.form
        assert token.width >= 1
    for left, right in itertools.pairwise(words):
        assert left.end <= right.start
        assert left.position < right.position
    assert tokens == tokenize(text)


@given(st.text(alphabet="abcé中文 .'$%0123,-USkmbn", max_size=80))
def test_every_letter_and_digit_is_in_a_token(text: str) -> None:
    covered = {place for token in tokenize(text) for place in range(token.start, token.end)}
    missed = [c for i, c in enumerate(text) if c.isalnum() and i not in covered]
    # The clitic of a possessive and the letters of a currency sign belong to no word.
    assert set(missed) <= set("sSU")


@given(st.text(max_size=40))
def test_folding(text: str) -> None:
    assert len(fold_punctuation(text)) == len(text)
    assert fold_word(fold_word(text)) == fold_word(text)


def test_no_input_makes_long_words() -> None:
    for text in (
        "1," * 9000,
        "1,111" * 9000 + "x",
        "a." * 9000,
        "a'" * 9000,
        "x-per cent " * 900,
        "a" * 9000,
        "1" * 9000,
    ):
        assert max(len(token.form) for token in tokenize(text)) < 200
        assert tokenize(text)[-1].end > len(text) - 3


def test_scaled() -> None:
    assert scaled("1.6", 10**9) == "1600000000"
    assert scaled("0.25", 1000) == "250"
    assert scaled("1.2345", 1000) == "1234.5"


def test_names_are_found_at_word_boundaries() -> None:
    assert [found.place for found in NAMES.find(forms("On Red Note and 小红书 this week"))] == [1, 4]
    assert NAMES.find(forms("they compared notes, a hundred notes")) == []
    assert NAMES.find(forms("the reddest notebook")) == []


def test_canonical_names_are_one_token() -> None:
    one, two = (NAMES.canonical(tokenize(text)) for text in ("The Little Red Book app", "The XHS app"))
    assert [token.form for token in one] == [token.form for token in two] == ["the", "xiaohongshu", "app"]
    assert (one[1].start, one[1].end) == (4, 19)


def test_groups_that_share_a_name_are_one() -> None:
    aliases = Aliases.from_groups([["US", "America"], ["A", "B"], ["B", "C"]])
    assert len({found.group for found in aliases.find(["america", "usa", "US"])}) == 1
    assert len({found.group for found in aliases.find(["a", "c"])}) == 1
    assert aliases.find(["us"]) == []


@pytest.mark.parametrize(
    ("a", "b", "limit", "edits"),
    [
        ("word", "word", 1, 0),
        ("word", "wrod", 1, 1),
        ("word", "ward", 1, 1),
        ("word", "swords", 2, 2),
        ("a", "bcd", 2, None),
    ],
)
def test_edits(a: str, b: str, limit: int, edits: int | None) -> None:
    assert edits_within(a, b, limit) == edits
    assert edits_within(b, a, limit) == edits


def test_a_contraction_that_would_be_another_word_keeps_its_apostrophe() -> None:
    assert [token.form for token in tokenize("we’re were He'll hell don't dont")] == [
        "we're",
        "were",
        "he'll",
        "hell",
        "dont",
        "dont",
    ]


def test_threads_that_stem_at_the_same_time_do_not_mix_their_words() -> None:
    words = [f"{first}{second}ational" for first in "bcdfghjklm" for second in ("ab", "er", "io", "ust", "ell")]
    expected = {word: stem_of.__wrapped__(word) for word in words}
    interval = getswitchinterval()
    setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda _: {word: stem_of.__wrapped__(word) for word in words}, range(40)))
    finally:
        setswitchinterval(interval)
    assert all(stems == expected for stems in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("d'études", "etudes"),
        ("l’université", "universite"),
        ("Maria D'Souza", "souza"),
        ("the ABC'13 meeting", "abc"),
        ("F-16s flew", "f16"),
        ("F16s flew", "f16"),
        ("Covid-19", "covid19"),
        ("BA-2490", "ba2490"),
        ("new regu-\nlation", "regulation"),
        ("the trans-\n  port", "transport"),
        ("1.5m people fled", "1500000"),
        ("المَدْرَسَة", "المدرسه"),
        ("الأحد", "الاحد"),
        ("הַכְּנֶסֶת", "הכנסת"),
        ("בתל־אביב", "תל"),
    ],
)
def test_what_else_a_word_is_looked_up_by(text: str, wanted: str) -> None:
    assert wanted in {token.form for token in tokenize(text)}


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("don't, we're and they've", "re"),
        ("six o'clock", "clock"),
        ("a wall 1.5m high", "1500000"),
        ("1.5m from the road", "1500000"),
        ("well-\nKnown", "wellknown"),
        ("a - b\nc", "bc"),
        ("20-30 cases", "2030"),
    ],
)
def test_what_it_is_not_looked_up_by(text: str, unwanted: str) -> None:
    assert unwanted not in {token.form for token in tokenize(text)}


def test_a_word_divided_at_the_end_of_a_line_is_one_word_of_a_phrase() -> None:
    words = [token.form for token in tokenize("the regu-\nlation on ferries") if not token.overlay]
    assert words == ["the", "regulation", "on", "ferries"]
