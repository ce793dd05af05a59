"""Claims of several articles about one thing: what is grouped, what is not, and how the values stand to each other."""

from dataclasses import replace

import pytest

from index.claim_matching.mentions import Folder, make_mention
from index.claims import extract_claims
from index.errors import Cancelled
from index.language.aliases import Aliases
from index.records import (
    ClaimKind,
    Figure,
    Status,
)
from index.terms import count_terms
from index.topics import Sources, Watch, build_topics
from tests.index.builders import make_entries
from tests.index.grouping import Grouped, articles

FLOOD = "The river Velm burst its banks at Orsholm and flooded the old harbour district."
FLOOD_B = "Orsholm's harbour district was flooded when the river Velm burst its banks."
FLOOD_C = "Rescuers searched the flooded harbour district of Orsholm on the river Velm."


def test_two_sources_with_one_value_corroborate() -> None:
    grouped = Grouped(
        articles(
            f"{FLOOD}\nThe flood in Orsholm killed 59 people, the mayor said.",
            f"{FLOOD_B}\nIn Orsholm 59 people were killed by the flood, according to the fire service.",
        )
    )
    topic = grouped.topic("a.txt", "59")
    assert topic is not None
    assert topic == grouped.topic("b.txt", "59")
    assert topic.status is Status.CORROBORATED


def test_a_bound_does_not_conflict_with_a_value_inside_it() -> None:
    grouped = Grouped(
        articles(
            f"{FLOOD}\nThe flood in Orsholm killed at least 50 people.",
            f"{FLOOD_B}\nThe flood in Orsholm killed 59 people.",
        )
    )
    topic = grouped.topic("a.txt", "at least 50")
    assert topic is not None
    assert topic == grouped.topic("b.txt", "59")
    assert topic.status is Status.COMPATIBLE
    assert "at least 50" in topic.reason
    assert "59" in topic.reason


def test_a_range_holds_the_value_inside_it() -> None:
    grouped = Grouped(
        articles(
            f"{FLOOD}\nThe mayor will close the harbour bridge for 60 to 90 days.",
            f"{FLOOD_B}\nThe mayor said the harbour bridge would stay closed for 75 days.",
        )
    )
    topic = grouped.topic("b.txt", "75 days")
    assert topic is None or topic.status is Status.COMPATIBLE


def test_values_that_exclude_each_other_conflict_and_both_are_named() -> None:
    grouped = Grouped(
        articles(
            f"{FLOOD}\nThe flood in Orsholm killed 59 people.",
            f"{FLOOD_B}\nThe flood in Orsholm killed 84 people.",
            dates=("2024-03-02", "2024-03-02"),
            outlets=("Courier", "Herald"),
        )
    )
    topic = grouped.topic("a.txt", "59")
    assert topic is not None
    assert topic.status is Status.CONFLICT
    assert all(words in topic.reason for words in ("59", "84", "Courier", "Herald"))


def test_agreement_of_others_does_not_hide_a_conflict() -> None:
    grouped = Grouped(
        articles(
            f"{FLOOD}\nThe flood in Orsholm killed 59 people.",
            f"{FLOOD_B}\nThe flood in Orsholm killed 59 people, the mayor said.",
            f"{FLOOD_C}\nThe flood in Orsholm killed 84 people.",
        )
    )
    topic = grouped.topic("c.txt", "84")
    assert topic is not None
    assert len(topic.claims) == 3
    assert topic.status is Status.CONFLICT


def test_a_greater_value_two_weeks_later_is_an_update_and_both_dates_are_shown() -> None:
    grouped = Grouped(
        articles(
            "Hackers broke into the bureau Tellfax.\nThe Tellfax breach exposed the data of 143 million consumers.",
            "The bureau Tellfax was hacked.\nThe Tellfax breach exposed the data of 145.5 million consumers.",
            dates=("2017-09-07", "2017-09-21"),
        )
    )
    topic = grouped.topic("a.txt", "143 million")
    assert topic is not None
    assert topic.status is Status.UPDATE
    assert "2017-09-07" in topic.reason
    assert "2017-09-21" in topic.reason


def test_one_wire_text_in_three_outlets_is_one_report() -> None:
    wire = "The flood in Orsholm killed 59 people and left four thousand homes without power on the eastern bank."
    grouped = Grouped(articles(f"{FLOOD}\n{wire}", f"{FLOOD_B}\n{wire}", f"{FLOOD_C}\n{wire}"))
    topic = grouped.topic("a.txt", "59")
    assert topic is not None
    assert len(topic.claims) == 3
    assert topic.status is Status.ONE_ORIGIN


def test_two_sources_that_name_one_origin_are_one_report() -> None:
    grouped = Grouped(
        articles(
            "Learners flock to Ostrish.\nLinguavo reported a 216% spike in students of Ostrish.",
            "Interest in Ostrish grows.\nLinguavo noted that new learners of Ostrish had increased by 216%.",
        )
    )
    topic = grouped.topic("a.txt", "216%")
    assert topic is not None
    assert topic.status is Status.ONE_ORIGIN
    assert "Linguavo" in topic.reason


def test_the_accident_of_another_year_is_another_accident() -> None:
    grouped = Grouped(
        articles(
            f"{FLOOD}\nThe flood in Orsholm killed 59 people.\nIn 1959 a flood in Orsholm killed 47 people.",
            f"{FLOOD_B}\nThe flood in Orsholm killed 60 people.",
            dates=("2024-03-02", "2024-03-02"),
        )
    )
    topic = grouped.topic("a.txt", "47")
    assert topic is None or "47" not in topic.reason


def test_another_companys_users_are_not_this_ones() -> None:
    grouped = Grouped(
        articles(
            "Zandr is a photo app.\nZandr boasts over 300 million users.\n"
            "Melodio started as a Danish company. Today, the app boasts over 350 million users.",
            "The photo app Zandr grows.\nZandr has more than 300 million users.",
        )
    )
    assert grouped.together(("a.txt", "300 million"), ("b.txt", "300 million"))
    topic = grouped.topic("a.txt", "350 million")
    assert topic is None or "350" not in topic.reason


def test_passengers_and_crew_are_not_in_conflict_with_the_dead() -> None:
    crash = "A small plane crashed near Puerto Lindo after take-off."
    grouped = Grouped(
        articles(
            f"{crash}\nThe plane carried ten passengers and two crew members.",
            f"{crash} Twelve people were killed when the plane crashed near Puerto Lindo.",
        )
    )
    assert all(topic.status is not Status.CONFLICT for topic in grouped.topics)


def test_a_part_and_the_whole_differ_in_scope() -> None:
    grouped = Grouped(
        articles(
            "Zandr is a photo app.\nZandr has 300 million monthly active users.",
            "The photo app Zandr grows.\nZandr has 400 million users.",
            dates=("2024-03-02", "2024-03-02"),
        )
    )
    topic = grouped.topic("a.txt", "300 million")
    assert topic is not None
    assert topic.status is Status.SCOPE_DIFFERS
    assert "monthly active" in topic.reason


def test_dates_of_one_event_conflict() -> None:
    grouped = Grouped(
        articles(
            "Zandr is a photo app.\nZandr went offline in Ostria on January 19.",
            "Zandr is a photo app.\nThe app Zandr went offline in Ostria late on January 18.",
        )
    )
    topic = grouped.topic("a.txt", "January 19")
    assert topic is not None
    assert topic.status is Status.CONFLICT


def test_a_month_and_another_year_conflict() -> None:
    grouped = Grouped(
        articles(
            "In April 2024, parliament passed the Zandr law that forces Melodio to sell the app.",
            "Parliament passed the Zandr law, which forces Melodio to sell the app, in 2023.",
        )
    )
    topic = grouped.topic("a.txt", "April 2024")
    assert topic is not None
    assert topic.status is Status.CONFLICT


def test_a_year_and_a_day_in_it_agree() -> None:
    grouped = Grouped(
        articles("Zandr was founded in 2013 by Mira Quill.", "Zandr was founded by Mira Quill on 3 May 2013.")
    )
    topic = grouped.topic("a.txt", "2013")
    assert topic is not None
    assert topic.status in (Status.COMPATIBLE, Status.CORROBORATED)


def test_a_source_never_corroborates_itself() -> None:
    grouped = Grouped(
        articles(f"{FLOOD}\nThe flood in Orsholm killed 59 people.\nOfficials count 59 people killed by the flood.")
    )
    assert grouped.topics == ()


def test_one_quotation_in_two_sources_is_one_report() -> None:
    words = "We have never seen the river rise so quickly in a single night"
    grouped = Grouped(
        articles(f"{FLOOD}\n“{words},” said Mira Quill.", f"{FLOOD_B}\nMira Quill told reporters: “{words}.”")
    )
    quoted = [t for t in grouped.topics if grouped.claims[t.claims[0]].kind is ClaimKind.QUOTATION]
    assert [topic.status for topic in quoted] == [Status.ONE_ORIGIN]
    assert "Quill" in quoted[0].reason


def test_names_of_one_thing_are_one() -> None:
    texts = (
        "The app Zandr grew.\nZandr boasts 300 million users.",
        "Red Snap grew.\nRed Snap boasts 300 million users.",
    )
    assert Grouped(articles(*texts), aliases=[["Zandr", "Red Snap"]]).together(
        ("a.txt", "300 million"), ("b.txt", "300 million")
    )
    assert not Grouped(articles(*texts)).together(("a.txt", "300 million"), ("b.txt", "300 million"))


def test_the_readers_hand_wins() -> None:
    documents = articles(
        f"{FLOOD}\nThe flood in Orsholm killed 59 people.",
        f"{FLOOD_B}\nThe flood in Orsholm killed 59 people, the mayor said. The bridge is 240 metres long.",
    )
    plain = Grouped(documents)
    a, b, bridge = plain.claim("a.txt", "59").id, plain.claim("b.txt", "59").id, plain.claim("b.txt", "240").id
    assert plain.together(("a.txt", "59"), ("b.txt", "59"))
    assert not Grouped(documents, splits=[(a, b)]).together(("a.txt", "59"), ("b.txt", "59"))
    assert Grouped(documents, merges=[(a, bridge)]).together(("a.txt", "59"), ("b.txt", "240"))
    assert plain.topics == Grouped(documents, merges=[("gone.txt#f1-2", a)], splits=[("gone.txt#f1-2", b)]).topics


def test_the_same_claims_give_the_same_topics_with_ids_of_their_own() -> None:
    documents = articles(
        f"{FLOOD}\nThe flood in Orsholm killed 59 people and injured 120 people.",
        f"{FLOOD_B}\nThe flood in Orsholm killed 59 people and injured 120 people, the mayor said.",
    )
    topics = Grouped(documents).topics
    assert topics == Grouped(documents).topics
    assert len({topic.id for topic in topics}) == len(topics)
    assert all(topic.id and topic.id == topic.id.casefold() and " " not in topic.id for topic in topics)


@pytest.mark.parametrize("text", ["", "小红书有3亿用户。", "5 5 5 5 5", "“” % $ £", "A. B. C. 12. 13."])
def test_any_text_is_grouped_without_an_error(text: str) -> None:
    assert Grouped(articles(text, text)).topics is not None


def test_a_label_names_its_thing_in_the_words_of_the_source_that_does() -> None:
    grouped = Grouped(
        articles(
            "Linguavo grows.\nLinguavo was founded in Ostrava in 2013.",
            "A look at Linguavo.\nThe firm Linguavo, it was founded in Ostrava in 2013.",
            "Linguavo in brief.\nAs for Linguavo, it was founded in Ostrava in 2013.",
        )
    )
    topic = grouped.topic("a.txt", "2013")
    assert topic is not None
    assert topic.label.casefold().startswith("linguavo")


def test_who_waits_is_told_how_far_the_grouping_is() -> None:
    told: list[tuple[str, int, int]] = []
    texts = (f"{FLOOD}\nThe flood in Orsholm killed 59 people.", f"{FLOOD_B}\nIn Orsholm 59 people were killed.")
    Grouped(articles(*texts), watch=Watch(lambda *report: told.append(report)))
    assert list(dict.fromkeys(what for what, _, _ in told)) == [
        "finding stories",
        "comparing articles",
        "grouping claims",
    ]
    assert all(0 < done <= of for _, done, of in told)
    assert ("comparing articles", 2, 2) in told


@pytest.mark.parametrize("asked", [0, 3, 4])
def test_a_grouping_ends_at_once_when_it_is_no_longer_wanted(asked: int) -> None:
    answers = iter([False] * asked)
    texts = (f"{FLOOD}\nThe flood in Orsholm killed 59 people.", f"{FLOOD_B}\nIn Orsholm 59 people were killed.")
    with pytest.raises(Cancelled):
        Grouped(articles(*texts), watch=Watch(cancelled=lambda: next(answers, True)))


def test_an_article_that_is_read_while_claims_are_grouped_waits_for_the_next_grouping() -> None:
    documents = articles(f"{FLOOD}\nThe flood in Orsholm killed 59 people.", f"{FLOOD_B}\nIn Orsholm 59 people died.")
    terms = {document.id: count_terms(document) for document in documents}
    claims = {document.id: extract_claims(document) for document in documents}
    before = Sources(("a.txt",), claims.__getitem__, lambda: iter(terms.items()), terms.__getitem__)
    topics = build_topics(before, make_entries(documents[:1]), Aliases.from_groups([]))
    assert not any(claim.startswith("b.txt#") for topic in topics for claim in topic.claims)


def test_words_are_weighed_in_one_order_for_sums_to_be_the_same_in_every_run() -> None:
    [document] = articles("The flood killed 59 weary harbour, market, ferry, tunnel and orchard workers.")
    [claim] = [one for one in extract_claims(document) if isinstance(one, Figure) and one.quantity.low == 59]
    subject = "weary harbour market ferry tunnel orchard workers"
    claim = replace(claim, quantity=replace(claim.quantity, subject=subject))
    mention = make_mention(claim, Folder(Aliases.from_groups([])), lambda _: 1.0)
    own = [key for key in mention.own if key != mention.noun]
    assert len(own) > 3
    assert own == sorted(own)
