"""Claims as files for other programs: nothing in them is run, and every row says where its words stand."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from index.export import claim_reviews, claims_as_csv, claims_as_html, claims_as_markdown, claims_object
from index.export.table import COLUMNS
from index.notes import Effects
from index.records import (
    DocumentEntry,
    Figure,
    Metadata,
    Quantity,
    Span,
    Status,
    Topic,
    Verdict,
    ZoneKind,
)

HOSTILE = "|x| <script>alert(1)</script> [y](javascript:z) **bold** `code` &lt; $m$ </script>"


def entry(number: int, outlet: str | None, **known: str) -> DocumentEntry:
    metadata = Metadata(title=f"Title {number}", outlet=outlet, **known)  # type: ignore[arg-type]
    return DocumentEntry(number, f"{number}.txt", f"/news/{number}.txt", metadata, 1, 1, 1)


def claim(document: int, surface: str, text: str, speaker: str | None = None) -> Figure:
    return Figure(
        id=f"{document}.txt#f{len(surface)}",
        document=f"{document}.txt",
        zone=ZoneKind.BODY,
        line=7,
        span=Span(4, 4 + len(surface)),
        sentence=Span(0, len(text)),
        text=text,
        surface=surface,
        rule="count",
        quantity=Quantity(surface, 40.0, 40.0, None, None, False, "trees"),
        speaker=speaker,
    )


ENTRIES = {
    "1.txt": entry(1, "The Courier", published="2025-01-20", url="https://example.org/1"),
    "2.txt": entry(2, "The Herald", published="2025-01-21"),
}
CLAIMS = (
    claim(1, "40 trees", "The 40 trees fell."),
    claim(2, "50 trees", "The 50 trees fell.", speaker="Ada Brandt"),
)
TOPICS = (Topic("t1", "trees", Status.CONFLICT, "40 (The Courier), 50 (The Herald)", tuple(c.id for c in CLAIMS)),)


def cells(surface: str) -> list[str]:
    written = claims_as_csv([claim(1, surface, surface)], TOPICS, ENTRIES, Effects())
    rows = list(csv.DictReader(io.StringIO(written)))
    return [rows[0]["surface"], rows[0]["sentence"]]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁼", "⁺"])
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\u200b", "\ufeff", "\u3000 ", "\x00"])
def test_no_cell_is_taken_for_a_formula(sign: str, before: str) -> None:
    assert cells(f"{before}{sign}1+1") == [f"'{before}{sign}1+1"] * 2


@pytest.mark.parametrize("text", ["\tx", "\rx", "\nx"])
def test_no_cell_begins_with_a_tab_or_a_line_end(text: str) -> None:
    assert all(cell.startswith("'") for cell in cells(text))


@pytest.mark.parametrize("text", ["40", "“=1” he said", "a=1", "—", "小红书", "x-y", "'=1"])
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert cells(text) == [text, text]


def test_every_cell_of_every_column_is_looked_at() -> None:
    bad = "=HYPERLINK(1)"
    hostile = entry(1, bad, url=bad)
    topic = Topic(bad, bad, Status.ALONE, bad, (CLAIMS[0].id,))
    effects = Effects(claim_notes={CLAIMS[0].id: bad})
    rows = list(csv.reader(io.StringIO(claims_as_csv([CLAIMS[0]], [topic], {"1.txt": hostile}, effects))))
    assert rows[0] == list(COLUMNS)
    assert bad not in rows[1]
    assert rows[1].count(f"'{bad}") == 5


@pytest.mark.parametrize(
    ("value", "cell"), [(1_234_567.89, "1234567.89"), (40.0, "40"), (0.5, "0.5"), (2e15, "2" + "0" * 15)]
)
def test_a_number_keeps_all_its_digits(value: float, cell: str) -> None:
    figure = replace(CLAIMS[0], quantity=Quantity("x", value, value, "USD"))
    [row] = csv.DictReader(io.StringIO(claims_as_csv([figure], TOPICS, ENTRIES, Effects())))
    assert row["low"] == cell


def test_the_briefing_sets_the_sources_side_by_side() -> None:
    written = claims_as_markdown(CLAIMS, TOPICS, ENTRIES, Effects(verdicts={CLAIMS[0].id: Verdict.FALSE}))
    table = [line for line in written.splitlines() if line.startswith("|")]
    assert table == [
        r"| \[1\] The Courier, 2025-01-20 | \[2\] The Herald, 2025-01-21 |",
        "| --- | --- |",
        "| “40 trees” in “The 40 trees fell.” (line 7; verdict: false) "
        "| “50 trees” in “The 50 trees fell.” (line 7, Ada Brandt) |",
    ]


def test_hostile_words_stay_words_in_every_format() -> None:
    bad = claim(1, HOSTILE, HOSTILE, speaker=HOSTILE)
    entries = {"1.txt": entry(1, HOSTILE), "2.txt": ENTRIES["2.txt"]}
    topic = Topic("t", HOSTILE, Status.CONFLICT, HOSTILE, (bad.id, CLAIMS[1].id))
    effects = Effects(claim_notes={bad.id: HOSTILE})
    page = claims_as_html([bad, CLAIMS[1]], [topic], entries, effects)
    assert "<script" not in page
    markdown = claims_as_markdown([bad, CLAIMS[1]], [topic], entries, effects)
    assert not re.search(r"(?<!\\)[<`*$]|(?<!\\)\]\(|(?<!\\)&", markdown.replace("<https://example.org/1>", ""))
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3}
    assert json.loads(json.dumps(claims_object([bad], [topic], effects)))["claims"][0]["note"] == HOSTILE


@pytest.mark.parametrize(
    ("words", "shown"),
    [("# a", "\\# a"), ("1. a", "1\\. a"), ("- a", "\\- a"), ("=", "\\="), ("a-b 1. #c", "a-b 1. #c")],
)
def test_words_begin_no_heading_and_no_list(words: str, shown: str) -> None:
    topic = Topic("t", "label", Status.ALONE, words, (CLAIMS[0].id,))
    assert f"\n{shown}\n" in claims_as_markdown([CLAIMS[0]], [topic], ENTRIES, Effects())


def test_only_rated_claims_are_reviewed_and_each_says_what_was_claimed_where() -> None:
    effects = Effects(
        verdicts={CLAIMS[1].id: Verdict.MOSTLY_FALSE},
        judged={CLAIMS[1].id: "2025-02-03T10:00:00+00:00"},
        claim_notes={CLAIMS[1].id: "The register says 12."},
    )
    found = claim_reviews(CLAIMS, ENTRIES, effects, {"name": "Checkers", "url": "https://example.net"})
    assert found["@context"] == "https://schema.org"
    [review] = found["@graph"]
    assert review == {
        "@type": "ClaimReview",
        "datePublished": "2025-02-03",
        "claimReviewed": "The 50 trees fell.",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "mostly false",
            "ratingValue": 2,
            "worstRating": 1,
            "bestRating": 5,
        },
        "reviewBody": "The register says 12.",
        "author": {"@type": "Organization", "name": "Checkers", "url": "https://example.net"},
        "itemReviewed": {
            "@type": "Claim",
            "text": "50 trees",
            "author": {"@type": "Person", "name": "Ada Brandt"},
            "datePublished": "2025-01-21",
            "appearance": {
                "@type": "CreativeWork",
                "headline": "Title 2",
                "datePublished": "2025-01-21",
                "publisher": {"@type": "Organization", "name": "The Herald"},
                "identifier": "2.txt, line 7, characters 4-12",
                "text": "The 50 trees fell.",
            },
        },
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ada Brandt", "Person"),
        ("Dr. Ada B. Brandt", "Person"),
        ("The Courier", "Organization"),
        ("the coast guard", "Organization"),
        ("Ministry of Trees", "Organization"),
        ("Reuters", "Organization"),
        ("Oslo University", "Organization"),
    ],
)
def test_who_made_a_claim_is_a_person_or_an_organization(name: str, kind: str) -> None:
    said = claim(1, "40 trees", "The 40 trees fell.", speaker=name)
    found = claim_reviews([said], ENTRIES, Effects(verdicts={said.id: Verdict.UNPROVEN}))
    [review] = found["@graph"]
    assert review["itemReviewed"]["author"]["@type"] == kind
    assert review["itemReviewed"]["appearance"]["url"] == "https://example.org/1"
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "unproven"}
