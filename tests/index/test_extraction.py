"""All claims of a document: told once, with their speakers and what stands around them."""

import pytest

from index.claims import extract_claims
from index.claims.speakers import can_speak
from index.records import Claim, ClaimKind, ZoneKind
from tests.index.builders import make_document


def claims_of(text: str, **options: object) -> tuple[Claim, ...]:
    return extract_claims(make_document(text, **options))  # type: ignore[arg-type]


def one(claims: tuple[Claim, ...], surface: str) -> Claim:
    """Return the figure or event with these words."""
    kinds = (ClaimKind.FIGURE, ClaimKind.EVENT)
    return next(claim for claim in claims if claim.kind in kinds and surface in claim.surface)


def test_a_headline_that_repeats_the_body_makes_no_second_claim() -> None:
    text = "Flood kills 59 in Orsholm\nThe flood in Orsholm killed 59 people."
    found = [c for c in claims_of(text, zones={1: ZoneKind.TITLE}) if c.kind is ClaimKind.FIGURE]
    assert [(claim.zone, claim.surface) for claim in found] == [(ZoneKind.BODY, "59")]


def test_a_headline_that_says_more_is_a_claim() -> None:
    text = "Flood kills 61 in Orsholm\nThe flood in Orsholm killed 59 people."
    found = [c.surface for c in claims_of(text, zones={1: ZoneKind.TITLE}) if c.kind is ClaimKind.FIGURE]
    assert sorted(found) == ["59", "61"]


def test_a_last_name_becomes_the_full_name() -> None:
    text = (
        "“The river is high,” said the mayor, Mira Quill.\nAccording to Quill, the flood in Orsholm killed 59 people.\n"
    )
    assert one(claims_of(text), "59").speaker == "Mira Quill"


@pytest.mark.parametrize(
    "speaker",
    [
        "Mira Quill",
        "officials",
        "the police",
        "a report by the ministry",
        "Some users",
        "the company",
        "小红书",
        "data",
    ],
)
def test_these_can_speak(speaker: str) -> None:
    assert can_speak(speaker)


@pytest.mark.parametrize("speaker", ["net income", "This data", "discussion of tragedies", "the song", "", "a bridge"])
def test_these_cannot_speak(speaker: str) -> None:
    assert not can_speak(speaker)


@pytest.mark.parametrize(
    ("text", "surface", "about"),
    [
        ("Many use the app Zandr. Zandr boasts 300 million users.", "300 million", "Zandr"),
        (
            "A Danish company made Melodio. Today, Melodio grows. The app has 350 million users.",
            "350 million",
            "Melodio",
        ),
        ("The rivals are Pixto (20 million) and Zandr (30 million).", "20 million", "Pixto"),
        ("It is said that half a million people flocked to Zandr this week.", "half a million", "Zandr"),
        ("The flood killed 59 people.", "59", None),
    ],
)
def test_whose_value_it_is(text: str, surface: str, about: str | None) -> None:
    around = one(claims_of(text), surface).around
    assert around is not None
    assert around.about == about


def test_the_nearest_words_come_first() -> None:
    around = one(claims_of("The flood near the old harbour killed 59 people and ruined many gardens."), "59").around
    assert around is not None
    keys = around.keys.split()
    assert keys.index("kill") < keys.index("garden")
    assert "the" not in keys


def test_the_period_of_a_figure_is_the_time_beside_it() -> None:
    around = one(claims_of("In 2019 the ferry carried 59 people; it was sold."), "59").around
    assert around is not None
    assert around.period == ("2019-01-01", "2019-12-31")


def test_a_headline_does_not_repeat_what_counts_another_thing() -> None:
    text = "Seven dead in Orsholm crash\nThe train had seven carriages.\nIt ran to Orsholm."
    found = [c.surface for c in claims_of(text, zones={1: ZoneKind.TITLE}) if c.kind is ClaimKind.FIGURE]
    assert found == ["Seven", "seven"]


def test_a_headline_repeats_what_the_body_counts_in_other_words() -> None:
    text = "Seven dead in Orsholm crash\nThe crash killed seven people."
    found = [c.surface for c in claims_of(text, zones={1: ZoneKind.TITLE}) if c.kind is ClaimKind.FIGURE]
    assert found == ["seven"]


@pytest.mark.parametrize(
    ("body", "zones"),
    [
        ("The Orsholm bridge shut on 4 May 2024.", [ZoneKind.BODY]),
        ("Officials spoke on 4 May 2024.", [ZoneKind.TITLE, ZoneKind.BODY]),
    ],
)
def test_a_headline_repeats_a_day_only_where_the_same_happened(body: str, zones: list[ZoneKind]) -> None:
    text = f"Orsholm bridge closes on 4 May 2024\n{body}"
    found = [claim for claim in claims_of(text, zones={1: ZoneKind.TITLE}) if claim.kind is ClaimKind.EVENT]
    assert [claim.zone for claim in found] == zones
