"""The query language: what is understood, what is said about the rest, and that nothing raises."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.language.aliases import Aliases
from index.query import parse_query
from index.query.dates import days_of, parse_dates
from index.query.lexer import FIELDS
from index.query.tree import And, Everything, HasClaim, InZones, Near, Not, Or, Phrase, Prefix, Published, Query, Word
from index.query.windows import near_windows
from index.query.words import MAX_PHRASE
from index.records import ZoneKind

ALIASES = Aliases.from_groups([["Xiaohongshu", "Red Note", "RedNote", "XHS", "小红书"]])


def parse(text: str, **options: object) -> Query:
    return parse_query(text, aliases=ALIASES, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("tiktok ban", "tiktok AND ban"),
        ("tiktok OR ban", "tiktok OR ban"),
        ("a b OR c d", "(a AND b) OR (c AND d)"),
        ("a (b OR c)", "a AND (b OR c)"),
        ("soft -power", "soft AND NOT power"),
        ("soft NOT power", "soft AND NOT power"),
        ("-power", "every article AND NOT power"),
        ("soft-power", "“soft-power”"),
        ("or and not near", "or AND and AND not AND near"),
        ("“soft power”", "“soft power”"),
        ("„soft power“", "“soft power”"),
        ('"power soft"~3', "power near soft (within 3 words)"),
        ("a NEAR b", "a near b (within 5 words)"),
        ("a b NEAR/2 c d", "a AND b near c (within 2 words) AND d"),
        ("$17 billion", "$17 billion"),
        ("50 per cent", "“50 per cent”"),
        ("=banned", "exactly banned"),
        ('="Red Note"', "exactly “Red Note”"),
        ("ban*", "ban… (words that begin so)"),
        ("wrd~1", "wrd (or 1 letter different)"),
        ("title:ban", "ban in title"),
        ("title:(soft power)", "(soft AND power) in title"),
        ('outlet:"New York Times" ban', "outlet is New York Times AND ban"),
        ("date:2025-01-10..2025-01-20", "published from 2025-01-10 to 2025-01-20"),
        ("date:>2025-01-15", "published on or after 2025-01-16"),
        ("date:<2025", "published on or before 2024-12-31"),
        ("date:2025-02", "published from 2025-02-01 to 2025-02-28"),
        ("kind:figures ban", "a claim whose kind is figure AND ban"),
        ("zone:comment ban", "ban in comment"),
        ("XHS", "XHS (also Xiaohongshu, Red Note, RedNote, 小红书)"),
        ("Red Note users", "Red Note (also Xiaohongshu, RedNote, XHS, 小红书) AND users"),
        ("first- or second-tier", "first AND or AND “second-tier”"),
        ("", "nothing"),
    ],
)
def test_understood(text: str, understood: str) -> None:
    query = parse(text)
    assert query.understood == understood
    assert query.notes == ()


@pytest.mark.parametrize(
    ("text", "words_of_note"),
    [
        ("foo:bar", ["foo", *FIELDS]),
        ("date:yesterday", ["yesterday", "2025-01-20"]),
        ("date:2025-02-30", ["2025-02-30"]),
        ("zone:footer", ["footer", "comment"]),
        ("kind:rumour", ["rumour", "prediction"]),
        ("*a*b*c*", ["star"]),
        ("w~9", ["2 letters"]),
        ('"soft power', ["not closed"]),
        ("(soft", ["parenthesis"]),
        ("soft)", ["parenthesis"]),
        ("soft OR", ["OR needs"]),
        ("AND soft", ["AND needs"]),
        ("soft NOT", ["NOT needs"]),
        ("@nobody", ["@nobody"]),
        ("outlet:", ["outlet"]),
        ("a NEAR", ["NEAR needs"]),
        ("soft - power", ["“-” is no word"]),
        ("soft 🔥 power", ["“🔥” is no word"]),
        ('"soft * power"', ["“*” is no word"]),
        ("tiktok | ban", ["“|” was taken as OR"]),
        ("tiktok && ban", ["“&&” was taken as AND"]),
        ('"soft power"~99999999999999999999', ["at most 1,000 words"]),
        ("soft NEAR/99999999999999999999 power", ["at most 1,000 words"]),
        ("date:2025-02..2025-01", ["its two dates were swapped"]),
        ("x " * 5000, ["too many", "too long"]),
    ],
)
def test_what_is_not_understood_is_said(text: str, words_of_note: list[str]) -> None:
    query = parse(text)
    said = " ".join(query.notes)
    assert all(word in said for word in words_of_note)


def test_a_bad_part_is_searched_as_text() -> None:
    assert parse("foo:bar").tree == parse('"foo:bar"').tree or isinstance(parse("foo:bar").tree, Phrase)
    tree = parse("date:yesterday").tree
    assert isinstance(tree, Word)
    assert tree.form == "yesterday"


def test_aliases_can_be_switched_off() -> None:
    assert isinstance(parse("XHS", expand=False).tree, Word)
    assert isinstance(parse("=XHS").tree, Word)


def test_a_name_inside_a_phrase_stands_for_all_its_spellings() -> None:
    understood = parse('"bans in the US"').understood
    assert "bans in the united states" in understood


def test_us_is_not_the_pronoun() -> None:
    assert parse("us").understood == "us"
    assert "United States" in parse("US").understood
    assert "United States" in parse("U.S.").understood


def test_notes_are_not_the_name() -> None:
    tree = parse("notes").tree
    assert isinstance(tree, Word)
    assert [phrase.text for phrase in tree.outside] == ["Red Note"]
    note = parse("note").tree
    assert isinstance(note, Word)
    assert note.outside == ()


def test_zones_narrow_the_words_beside_them() -> None:
    tree = parse("zone:title zone:body ban").tree
    assert isinstance(tree, InZones)
    assert tree.zones == (ZoneKind.BODY, ZoneKind.TITLE)
    excluded = parse("-zone:comment ban").tree
    assert isinstance(excluded, InZones)
    assert ZoneKind.COMMENT not in excluded.zones
    assert len(excluded.zones) == len(ZoneKind) - 1


def test_saved_searches() -> None:
    saved = {"law": 'ban OR "executive order"', "loop": "@loop a", "many": "@many " * 50}
    assert parse("@law tiktok", saved=saved).understood == "(ban OR “executive order”) AND tiktok"
    assert any("@loop" in note for note in parse("@loop", saved=saved).notes)
    assert any("@many" in note for note in parse("@many", saved=saved).notes)


def test_shapes() -> None:
    assert isinstance(parse("pre*").tree, Prefix)
    assert isinstance(parse("a NEAR/3 b NEAR/3 c").tree, Near)
    assert parse("NOT a").tree == And((Everything(), Not(Word("a", "a", "a"))))
    assert isinstance(parse("a OR -b").tree, Or)
    assert isinstance(parse("speaker:Doe").tree, HasClaim)
    assert parse("date:2025-01-20..2025-01-10").tree == Published("2025-01-10", "2025-01-20")


@pytest.mark.parametrize(
    "text",
    [
        *("(" * 10_000, "(a " * 10_000, "*a*b*c*" * 9_000, "a" * 1_000_000, '"' * 90_000, "NOT " * 9_000),
        *("小" * 90_000, "a OR " * 9_000, "a NEAR " * 9_000, "title:" * 9_000, "~" * 9_000, "=" * 9_000),
        *("-(" * 9_000, "\x00\ud800" * 99),
    ],
)
def test_hostile_queries_are_answered_in_few_words(text: str) -> None:
    assert len(parse(text).understood) < 1000


_SIGNS = '( ) " “ - = * ~2 ~ : title: date: zone: kind: speaker: @x OR AND NOT NEAR NEAR/2 .. >'
_WORDS = "soft US 小红书 $17 billion 50% U.S. Red Note"
PIECES = st.sampled_from([*_SIGNS.split(), *_WORDS.split(), " ", "  "])


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
def test_nothing_raises(text: str) -> None:
    query = parse(text, saved={"x": "a OR @x"})
    assert query.understood
    assert query == parse(text, saved={"x": "a OR @x"})


def test_dates() -> None:
    assert days_of("2024-02") == ("2024-02-01", "2024-02-29")
    assert days_of("2024-13") is None
    assert parse_dates("..2025") == Published(None, "2025-12-31")
    assert parse_dates("..") is None
    assert parse_dates("2025-01-10..x") is None


@given(st.lists(st.lists(st.integers(0, 30), max_size=6, unique=True), min_size=2, max_size=3), st.integers(0, 6))
@example([[13, 14], [14]], 0)
def test_near_windows_agree_with_trying_all(lists: list[list[int]], distance: int) -> None:
    places = [[(place, place) for place in sorted(found)] for found in lists]
    found = bool(list(near_windows(places, distance)))
    if not all(lists):
        assert not found
    if len(lists) == 2:
        expected = any(a != b and abs(a - b) - 1 <= distance for a in lists[0] for b in lists[1])
        assert found == expected


def test_a_month_beside_a_day_or_year_has_its_abbreviations() -> None:
    assert parse("Jan. 19").understood == "Jan (also January) AND 19"
    assert parse('"19 September"').understood == "“19 September” (also 19 Sep, 19 Sept)"
    assert parse("march 2024").understood == "march (also Mar) AND 2024"
    assert parse("march women").understood == "march AND women"


def test_the_plural_of_a_name_stands_for_its_other_names_too() -> None:
    assert parse("rednotes").understood.startswith("rednotes (also Xiaohongshu, Red Note")


def test_spellings_of_chinese_phrases_are_shown_without_spaces() -> None:
    assert "小红书的" in parse("XHS的").understood


def test_a_long_phrase_of_names_is_cut_and_not_multiplied() -> None:
    query = parse("小红书" * 2_600)
    assert isinstance(query.tree, Phrase)
    assert len(query.tree.words) == MAX_PHRASE
    assert any("256 words" in note for note in query.notes)
