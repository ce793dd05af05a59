"""Search from the typed words to the marked sentences."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.claims.building import make_claim
from index.engines import open_engine
from index.language.aliases import Aliases
from index.records import (
    Claim,
    Document,
    Figure,
    Quantity,
    Quotation,
    SearchResult,
    Sentence,
    Span,
    Status,
    Topic,
    ZoneKind,
)
from index.search import search
from tests.index.builders import make_document, make_entries

ALIASES = Aliases.from_groups([["Xiaohongshu", "Red Note", "RedNote", "Little Red Book", "XHS", "小红书"]])

Search = Callable[..., SearchResult]


def amount(document: Document, sentence: Sentence, span: Span) -> Figure:
    return make_claim(document, sentence, span, Figure, "test", quantity=Quantity("40", 40.0, 40.0))


def searcher(
    *documents: Document, claims: dict[str, list[Claim]] | None = None, topics: tuple[Topic, ...] = ()
) -> Search:
    engine = open_engine(None)
    engine.update(documents)
    by_id = {document.id: document for document in documents}
    given_claims = claims or {}
    entries = make_entries(documents, {id_: len(found) for id_, found in given_claims.items()})

    def run(text: str, **options: object) -> SearchResult:
        return search(
            text,
            engine=engine,
            load=by_id.__getitem__,
            entries=entries,
            claims_of=lambda id_: given_claims.get(id_, ()),
            topics=lambda: topics,
            aliases=ALIASES,
            **options,  # type: ignore[arg-type]
        )

    return run


def marks(result: SearchResult) -> list[list[tuple[str, str]]]:
    """Return the marked words of every passage and how they match."""
    return [
        [
            (passage.text[m.span.start - passage.span.start : m.span.end - passage.span.start], m.how)
            for m in passage.matches
        ]
        for hit in result.hits
        for passage in hit.passages
    ]


def texts(result: SearchResult) -> list[str]:
    return [passage.text for hit in result.hits for passage in hit.passages]


NEWS = make_document(
    "Users leave for Red Note\n"
    "Thousands of U.S. users went to Xiaohongshu (小红书) this week. It told us little about soft-power. "
    "They compared notes. The United States is one state of mind.\n"
    "Its value is $17 billion, 50 per cent more; 700 students were 15,000. A first- or second-tier city.\n"
    "A reader: XHS is a hundred notes; see #OneTag by Mr Doe.",
    zones={1: ZoneKind.TITLE, 4: ZoneKind.COMMENT},
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("US", [[("U.S.", "word")], [("United States", "alias")]]),
        ("us", [[("us", "word")]]),
        ("United States", [[("U.S.", "alias")], [("United States", "phrase")]]),
        ("=US", [[("U.S.", "exact")]]),
        ("RedNote", [[("Red Note", "alias")], [("Xiaohongshu", "alias"), ("小红书", "alias")], [("XHS", "alias")]]),
        ("小红书", [[("Red Note", "alias")], [("Xiaohongshu", "alias"), ("小红书", "word")], [("XHS", "alias")]]),
        ("=小红书", [[("小红书", "exact")]]),
        ("红", [[("红", "word")]]),
        ("notes", [[("notes", "word")], [("notes", "word")]]),
        ("state", [[("state", "word")]]),
        ("soft power", [[("soft", "word"), ("power", "word")]]),
        ('"soft power"', [[("soft-power", "phrase")]]),
        ("softpower", [[("soft-power", "word")]]),
        ("$17 billion", [[("$17 billion", "word")]]),
        ("50%", [[("50 per cent", "phrase")]]),
        ("700", [[("700", "word")]]),
        ("15000", [[("15,000", "word")]]),
        ("first- or second-tier", [[("first", "word"), ("or", "word"), ("second-tier", "phrase")]]),
        ("#onetag", [[("OneTag", "word")]]),
        ("Mr. Doe", [[("Mr", "word"), ("Doe", "word")]]),
        ("tho*", [[("Thousands", "prefix")]]),
        ("valeu~1", [[("value", "fuzzy")]]),
        ("zone:comment notes", [[("notes", "word")]]),
        ("-zone:comment notes", [[("notes", "word")]]),
        ("title:users", [[("Users", "word")]]),
        ("week NEAR/3 users", []),
        ("went NEAR/1 users", [[("users", "word"), ("went", "word")]]),
    ],
)
def test_sentences_and_marks(query: str, expected: list[list[tuple[str, str]]]) -> None:
    result = searcher(NEWS)(query)
    alias_word = {"小红书": "phrase"}
    assert [[(w, alias_word.get(w, h) if h == "word" else h) for w, h in p] for p in expected] == marks(result)
    assert result.total == bool(expected)


def test_expansion_can_be_switched_off() -> None:
    assert marks(searcher(NEWS)("XHS", expand=False)) == [[("XHS", "word")]]


def test_whole_sentences_come_first_and_parts_are_told_apart() -> None:
    document = make_document("Trade is up. Steel and trade fell. Steel is cheap. Nothing here.")
    result = searcher(document)("steel trade")
    assert texts(result) == ["Steel and trade fell."]
    apart = searcher(make_document("Trade is up. Nothing here. Steel is cheap."))("steel trade")
    assert texts(apart) == ["Trade is up.", "Steel is cheap."]
    assert [p.complete for p in apart.hits[0].passages] == [False, False]
    three = searcher(make_document("Trade in steel. Steel, trade and tax. A tax."))("steel trade tax").hits[0].passages
    assert [(p.text, p.complete) for p in three] == [("Steel, trade and tax.", True), ("Trade in steel.", False)]


def test_any_of_the_words_when_no_article_has_all() -> None:
    result = searcher(make_document("Trade is up.", id="a"), make_document("Steel is cheap.", id="b"))(
        "steel trade -copper"
    )
    assert {hit.document.id for hit in result.hits} == {"a", "b"}
    assert any("any of the words" in note for note in result.notes)
    assert all(not passage.complete for hit in result.hits for passage in hit.passages)
    assert searcher(make_document("Trade is up."))("copper").total == 0


def test_help_for_words_that_nobody_has() -> None:
    run = searcher(make_document("The soft power of trade. Xiaohongshu grew."))
    assert run("tarde").suggestion == "trade"
    assert run("softpwoer trade").suggestion is None or run("softpower").suggestion == "soft power"
    assert run("xiaohongsu trade").suggestion == "xiaohongshu trade"
    assert "no article has “zzzzz”" in run("zzzzz").notes
    assert run("trade").suggestion is None


def test_limit_and_totals() -> None:
    result = searcher(*(make_document("a fox", id=f"{n}") for n in range(9)))("fox", limit=2)
    assert result.total == 9
    assert [hit.document.id for hit in result.hits] == ["0", "1"]
    assert searcher(NEWS)("users", limit=0).hits == ()


def test_sorting() -> None:
    run = searcher(
        make_document("fox", id="old", published="2024-05", outlet="B"),
        make_document("fox", id="none"),
        make_document("fox", id="new", published="2025-01-02", outlet="a"),
    )
    assert [hit.document.id for hit in run("fox", sort="date").hits] == ["new", "old", "none"]
    assert [hit.document.id for hit in run("fox", sort="outlet").hits] == ["new", "old", "none"]
    assert [hit.document.id for hit in run("date:2024..2024-12").hits] == ["old"]


def test_facets_and_filters() -> None:
    run = searcher(
        make_document("fox", id="a", published="2025-01-05", outlet="Courier"),
        make_document("fox", id="b", published="2025-02-05", outlet="Courier"),
        make_document("title\nfox", id="c", outlet="Herald", zones={1: ZoneKind.TITLE}),
    )
    facets = [(facet.field, facet.value, facet.count) for facet in run("fox").facets]
    assert facets == [
        ("outlet", "Courier", 2),
        ("outlet", "Herald", 1),
        ("month", "2025-01", 1),
        ("month", "2025-02", 1),
        ("zone", "body", 3),
        ("zone", "title", 1),
    ]

    def narrowed(*filters: tuple[str, str]) -> list[str]:
        return [hit.document.id for hit in run("fox", filters=filters).hits]

    assert narrowed(("outlet", "Courier")) == ["a", "b"]
    assert narrowed(("outlet", "-Courier")) == ["c"]
    assert narrowed(("outlet", "Courier"), ("month", "2025-02")) == ["b"]
    assert narrowed(("zone", "title")) == []
    assert narrowed(("zone", "-title")) == ["a", "b", "c"]
    assert narrowed(("outlet", "Courier"), ("outlet", "Herald")) == ["a", "b", "c"]
    assert narrowed(("outlet", "-Courier"), ("outlet", "-Herald")) == []


def test_a_filtered_field_is_counted_as_if_it_were_not() -> None:
    run = searcher(
        make_document("fox", id="a", published="2025-01-05", outlet="Courier"),
        make_document("fox", id="b", published="2025-02-05", outlet="Herald"),
    )
    facets = run("fox", filters=(("outlet", "Courier"),)).facets
    assert [(one.value, one.count) for one in facets if one.field == "outlet"] == [("Courier", 1), ("Herald", 1)]
    assert [(one.value, one.count) for one in facets if one.field == "month"] == [("2025-01", 1)]


def test_claims() -> None:
    document = make_document("Fifty came. Jane Doe spoke. Others left.")
    first, second = document.sentences[:2]
    figure = amount(document, first, Span(0, 5))
    quotation = make_claim(document, second, second.span, Quotation, "test", speaker="Jane Doe", content="spoke")
    topic = Topic("t", "fifty", Status.CONFLICT, "", (figure.id,))
    other = make_document("Fifty came.", id="b.txt")
    run = searcher(document, other, claims={"a.txt": [figure, quotation]}, topics=(topic,))
    assert texts(run("kind:figure")) == ["Fifty came."]
    assert texts(run("kind:figure came")) == ["Fifty came."]
    assert texts(run("speaker:doe")) == ["Jane Doe spoke."]
    assert texts(run("status:conflict")) == ["Fifty came."]
    assert [hit.document.id for hit in run("came -kind:figure").hits] == ["b.txt"]
    assert run("kind:event").total == run("status:update").total == 0
    assert texts(run("status:alone")) == ["Jane Doe spoke."]
    assert [hit.document.id for hit in run("fifty", filters=[("kind", "quotation")]).hits] == ["a.txt"]


CHINESE = "美国用户涌入小红书，分享“猫税”。TikTok难民使用XHS学习中文！他们说：你好。"


def test_every_run_of_chinese_is_found_and_nothing_else() -> None:
    run = searcher(make_document(CHINESE))
    for stretch in ("美国用户涌入小红书", "猫税", "难民使用", "学习中文", "他们说", "你好"):
        for length in range(1, len(stretch) + 1):
            for start in range(len(stretch) - length + 1):
                result = run(stretch[start : start + length], expand=False)
                assert result.total == 1
                assert marks(result)
    for absent in ("书分", "税难", "文他", "说你", "红小", "国美"):
        assert run(absent, expand=False).total == 0
    assert run("TikTok难民").total == 1


WORDS = st.sampled_from(
    ["soft", "power", "US", "us", "U.S.", "Red", "Note", "小红书", "$17", "billion", "50%", "-", "(", '"']
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(
    st.lists(WORDS | st.sampled_from(["OR", "NOT", "NEAR", "title:", "zone:body", "so*", "kind:figure"]), max_size=8)
)
def test_whatever_is_typed_the_marks_lie_in_their_sentences(words: list[str]) -> None:
    result = _RUN(" ".join(words))
    for hit in result.hits:
        for passage in hit.passages:
            assert NEWS.text[passage.span.start : passage.span.end] == passage.text
            places = [mark.span for mark in passage.matches]
            assert all(passage.span.start <= start < end <= passage.span.end for start, end in places)
            assert places == sorted(places)
    assert result.total >= len(result.hits)


_RUN = searcher(NEWS)


def test_words_match_by_inflection_and_spelling_and_rank_by_derivation_too() -> None:
    run = searcher(
        make_document("The globalization of trade. Nothing else was said by anybody there at all.", "far.txt"),
        make_document(
            "The globalization of trade. To globalize is hard, and global trade is harder still.", "near.txt"
        ),
    )
    assert texts(run("globalisation")) == ["The globalization of trade."] * 2
    assert [hit.document.id for hit in run("globalization").hits] == ["near.txt", "far.txt"]
    assert texts(run("globalising")) == ["To globalize is hard, and global trade is harder still."]


def test_a_search_that_finds_nothing_says_why() -> None:
    run = searcher(
        make_document("Soft power is at work.", "a.txt", published="2025-01-02"), make_document("A ban.", "b.txt")
    )
    assert any("nothing to search for" in note for note in run("  ").notes)
    assert "NOT power removed 1 article" in run("soft -power").notes
    assert not any("removed" in note for note in run("soft -ban").notes)
    assert "1 of 2 articles has no date, so date: cannot find them" in run("date:2024 ban").notes
    assert run("soft").notes == ()


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("Tik Tok", "TikTok"),
        ("the tik  tok ban", "the tiktok ban"),
        ("foo:bann", None),
        ("zone:wods", None),
        ("Xi Jinping", None),
        ("Jan", None),
        ("tiktk", "tiktok"),
    ],
)
def test_suggestions_join_words_and_leave_fields_and_names_alone(query: str, suggestion: str | None) -> None:
    run = searcher(make_document("An art for TikTok users, joining banned words.", "a.txt"))
    assert run(query).suggestion == suggestion


def test_a_field_of_claims_filters_and_is_no_word() -> None:
    text = "Some 40 women came. Then 90 men left. The women stayed. It cost $5."
    document = make_document(text, "a.txt")
    figures: list[Claim] = [
        amount(document, document.sentences[at], Span(text.index(n), text.index(n) + 2))
        for at, n in ((0, "40"), (1, "90"), (3, "$5"))
    ]
    run = searcher(document, claims={"a.txt": figures})
    assert texts(run("kind:figure women")) == ["Some 40 women came."]
    assert texts(run("kind:figure women men")) == ["Some 40 women came.", "Then 90 men left."]
    assert len(texts(run("kind:figure"))) == 3


def test_a_title_that_stands_outside_a_title_zone_is_shown_there() -> None:
    run = searcher(
        make_document(
            "They left in an exodus.\nFrom: The Great Exodus of Users", "a.txt", title="The Great Exodus of Users"
        )
    )
    result = run("title:exodus")
    assert texts(result) == ["From: The Great Exodus of Users"]
    assert marks(result) == [[("Exodus", "word")]]


def test_a_quotation_word_for_word_comes_before_its_inflections() -> None:
    run = searcher(
        make_document(
            "Comparing notes. She was comparing notes.\nHe compares notes.", "a.txt", zones={1: ZoneKind.TITLE}
        ),
        make_document(
            "A long text in which, among many other things, they at last compared notes with others.", "b.txt"
        ),
    )
    assert [hit.document.id for hit in run('"compared notes"').hits] == ["b.txt", "a.txt"]
    assert [hit.document.id for hit in run('"comparing notes"').hits] == ["a.txt", "b.txt"]


def test_a_function_word_in_an_address_is_no_word() -> None:
    run = searcher(make_document("See https://example.org/us/about for it.\nThey told us.", "a.txt"))
    assert texts(run("us")) == ["They told us."]
    assert texts(run("example")) == ["See https://example.org/us/about for it."]


def test_claims_of_too_many_articles_are_not_all_read_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.search.claims.MAX_READ", 2)
    documents = [make_document("Some 40 women came.", f"{name}.txt") for name in "abcd"]
    claims: dict[str, list[Claim]] = {one.id: [amount(one, one.sentences[0], Span(5, 7))] for one in documents}
    result = searcher(*documents, claims=claims)("kind:figure women")
    assert result.total == 2
    assert any("kind: was looked up in 2 of 4 articles" in note for note in result.notes)
