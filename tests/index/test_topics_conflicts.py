"""What readers must not miss, and what must not be taken for it: conflicts, updates and scopes in other words."""

import pytest

from index.records import Status
from tests.index.grouping import Grouped, articles

MARCH_A = "Lorry drivers marched through Brannick on Saturday against the fuel levy."
MARCH_B = "The fuel levy brought lorry drivers onto the streets of Brannick on Saturday."
CRASH_A = "A small plane crashed in the hills near Velmora in the country of Ostria."
CRASH_B = "In Ostria a small plane came down in the hills near Velmora."
DAY = ("2024-03-04", "2024-03-04")

NOT_YET = pytest.mark.xfail(strict=True, reason="held before the likelihood was fitted, and to hold again")


def status(grouped: Grouped, one: tuple[str, str], other: tuple[str, str]) -> Status | None:
    assert grouped.topic(*one) == grouped.topic(*other)
    topic = grouped.topic(*one)
    return topic.status if topic else None


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        pytest.param(
            *("Police put the crowd at 35,000.", "Some 120,000 people took part in the march.", "35,000", "120,000"),
            marks=NOT_YET,
        ),
        ("The march cost the city $3.1 million.", "The bill for the march is $4.4 million.", "$3.1", "$4.4"),
        ("Police arrested 43 marchers that day.", "That day 71 people were detained.", "43", "71"),
    ],
)
def test_one_question_and_two_answers_conflict_in_whatever_words(one: str, other: str, first: str, second: str) -> None:
    grouped = Grouped(articles(f"{MARCH_A}\n{one}", f"{MARCH_B}\n{other}", dates=DAY))
    assert status(grouped, ("a.txt", first), ("b.txt", second)) is Status.CONFLICT


def test_a_place_that_is_set_against_the_whole_is_another_scope() -> None:
    grouped = Grouped(
        articles(
            "The maker Quillon Systems cuts jobs.\nQuillon Systems will cut 1,200 jobs worldwide.",
            "Jobs go at Quillon Systems.\nIn Port Lyle Quillon Systems cut 340 jobs.",
            dates=DAY,
        )
    )
    topic = grouped.topic("a.txt", "1,200")
    assert topic is None or topic.status is not Status.CONFLICT


def test_passengers_and_crew_are_parts_of_all_the_dead() -> None:
    grouped = Grouped(
        articles(
            f"{CRASH_A}\nThe crash killed 12 people.",
            f"{CRASH_B}\nThe crash killed 10 passengers and two crew members.",
            dates=DAY,
        )
    )
    assert not grouped.set_against(("a.txt", "12"), ("b.txt", "10"))


@NOT_YET
def test_those_of_whom_a_sentence_speaks_may_be_all_of_the_dead() -> None:
    grouped = Grouped(
        articles(
            f"{CRASH_A}\nOf the 48 people aboard 31 were killed, police said.",
            f"{CRASH_B}\nThe plane carried 48 people, of whom 39 did not survive.",
            dates=DAY,
        )
    )
    assert status(grouped, ("a.txt", "31"), ("b.txt", "39")) is Status.CONFLICT


def test_the_toll_of_an_accident_long_past_is_not_this_ones() -> None:
    grouped = Grouped(
        articles(
            f"{CRASH_A}\nThe crash killed 39 people.",
            f"{CRASH_B}\nIt is the worst accident in Ostria since a jet overran the runway and 37 people died in 2009.",
            dates=DAY,
        )
    )
    assert not grouped.set_against(("a.txt", "39"), ("b.txt", "37"))


def test_what_became_of_a_law_conflicts_where_it_was_both_suspended_and_struck_down() -> None:
    grouped = Grouped(
        articles(
            "Rents are news.\nThe High Court suspended the Fair Rents Act on 6 June 2024.",
            "Tenants worry.\nOn 6 June 2024 the High Court struck down the Fair Rents Act.",
            dates=("2024-06-07", "2024-06-07"),
        )
    )
    topic = grouped.topic("a.txt", "6 June")
    assert topic is not None
    assert topic.status is Status.CONFLICT
    assert "suspended" in topic.reason
    assert "struck down" in topic.reason


def test_counts_of_two_days_make_no_conflict_of_dates() -> None:
    grouped = Grouped(
        articles(
            "The site Lernwell grows.\nLernwell rose to first place on January 14, 2025 with over 700,000 new users.",
            "Learners flock to Lernwell.\nThe users of Lernwell surged to 900,000 on January 13, 2025.",
        )
    )
    assert not grouped.set_against(("a.txt", "January 14"), ("b.txt", "January 13"))


def test_ages_of_two_persons_of_one_name_are_two_things() -> None:
    grouped = Grouped(
        articles(
            f"{CRASH_A}\nThe baker Wendell Aiken, 68, saw the plane fall.",
            f"{CRASH_B}\nThe teacher Marjorie Aiken, 41, saw the plane fall.",
        )
    )
    assert not grouped.together(("a.txt", "68"), ("b.txt", "41"))


def test_two_scores_of_a_match_are_two_moments_of_it() -> None:
    grouped = Grouped(
        articles(
            "The Orsholm Tigers won the final.\nThe Tigers led 3-1 at half-time in Orsholm.",
            "Orsholm celebrates the Tigers.\nThe Tigers won the final 5-1 in Orsholm.",
        )
    )
    assert not grouped.set_against(("a.txt", "3-1"), ("b.txt", "5-1"))


def test_a_poll_that_both_name_is_one_origin() -> None:
    grouped = Grouped(
        articles(
            "The Bank of Estmark raised its rate.\nSome 87 percent of economists surveyed by Norda had expected it.",
            "The rate of the Bank of Estmark rises.\nIn a Norda poll 87 percent of the economists had expected it.",
        )
    )
    topic = grouped.topic("a.txt", "87 percent")
    assert topic is not None
    assert topic.status is Status.ONE_ORIGIN


def test_a_figure_that_its_own_source_takes_back_agrees_with_nobody() -> None:
    grouped = Grouped(
        articles(
            f"{CRASH_A}\nThe pilot was a 44-year-old man from Velmora.",
            f"{CRASH_B}\nThe pilot was initially reported to be a 44-year-old man, but he was 34 years old.",
        )
    )
    assert not grouped.together(("a.txt", "44"), ("b.txt", "44"))


def test_the_height_of_a_fall_does_not_grow_with_the_days() -> None:
    grouped = Grouped(
        articles(
            "A boy fell into the moat of Orsholm Zoo.\nThe boy fell 12 feet into the moat of Orsholm Zoo.",
            "Orsholm Zoo is shut after a boy fell into the moat.\nThe boy fell 15 feet into the moat of Orsholm Zoo.",
            dates=("2024-05-29", "2024-06-01"),
        )
    )
    assert status(grouped, ("a.txt", "12 feet"), ("b.txt", "15 feet")) is Status.CONFLICT


def test_two_ages_that_are_equal_are_of_one_person_only_where_the_person_is_one() -> None:
    grouped = Grouped(
        articles(
            "The gorilla Harru lives in Orsholm Zoo.\nThe gorilla Harru is 17 years old.",
            "Orsholm Zoo has a new lion.\nThe lioness Berit is 17 years old.",
        )
    )
    assert not grouped.together(("a.txt", "17"), ("b.txt", "17"))


def test_a_year_of_two_that_may_be_meant_contradicts_nothing() -> None:
    grouped = Grouped(
        articles(
            "The probe Halcyon falls.\nThe probe Halcyon will crash into the sea near Velmora in 2017 or 2018.",
            "Halcyon is out of control.\nThe probe Halcyon will crash into the sea near Velmora in 2018.",
        )
    )
    topic = grouped.topic("b.txt", "2018")
    assert topic is None or topic.status is not Status.CONFLICT
