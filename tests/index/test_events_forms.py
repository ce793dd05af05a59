"""Forms of dates beyond the plain ones: short years, quarters, weekdays of a month, ranges, and days to come."""

from datetime import date

import pytest

from index.claims.events import find_times
from index.claims.events.tenses import Tense, tense_at

TUESDAY = date(2025, 3, 18)


def read(text: str, anchor: date | None = TUESDAY) -> list[tuple[str, str | None, str | None]]:
    return [(time.raw, time.start, time.end) for time in find_times(text, anchor=anchor) if time.dated]


@pytest.mark.parametrize(
    ("text", "raw", "start", "end"),
    [
        ("The tank was filled on 9-Oct-12.", "9-Oct-12", "2012-10-09", "2012-10-09"),
        ("The receipt of 2-Jan-97 is lost.", "2-Jan-97", "1997-01-02", "1997-01-02"),
        ("They wed on 9 Oct '12 in Ulm.", "9 Oct '12", "2012-10-09", "2012-10-09"),
        ("She moved in Dec. ’12 at last.", "Dec. ’12", "2012-12-01", "2012-12-31"),
        ("He won it in '98.", "'98", "1998-01-01", "1998-12-31"),
        ("They met in the summer of ’03.", "the summer of ’03", "2003-06-01", "2003-08-31"),
        ("Orders fell in 3Q24.", "3Q24", "2024-07-01", "2024-09-30"),
        ("Orders for 2025Q1 are thin.", "2025Q1", "2025-01-01", "2025-03-31"),
        ("Orders in 1H25 are thin.", "1H25", "2025-01-01", "2025-06-30"),
        ("Orders in Q4 FY24 were thin.", "Q4 FY24", None, None),
        ("The 2023 fiscal year was lean.", "The 2023 fiscal year", None, None),
        ("The wall dates from 300 BC.", "300 BC", None, None),
        ("The town fell in AD 79.", "AD 79", "0079-01-01", "0079-12-31"),
        ("The market is on the last Friday of March.", "the last Friday of March", "2025-03-28", "2025-03-28"),
        ("It was the second Tuesday in May 2024.", "the second Tuesday in May 2024", "2024-05-14", "2024-05-14"),
        ("It met on the first Monday of last month.", "the first Monday of last month", "2025-02-03", "2025-02-03"),
        ("The fair ran Jan. 28-Feb. 3.", "Jan. 28-Feb. 3", "2025-01-28", "2025-02-03"),
        ("The fair (26 May - 1 June 2018) was dull.", "26 May - 1 June 2018", "2018-05-26", "2018-06-01"),
        ("She spent 2019 to 2021 abroad.", "2019 to 2021", "2019-01-01", "2021-12-31"),
        ("It will be open Thursday through Monday.", "Thursday through Monday", "2025-03-20", "2025-03-24"),
        ("The lease stops at the end of the month.", "the end of the month", "2025-03-21", "2025-03-31"),
        ("It rained earlier in the week.", "earlier in the week", "2025-03-17", "2025-03-18"),
        ("A second trip follows later in the year.", "later in the year", "2025-03-18", "2025-12-31"),
        ("It was in the first half of May 2024.", "the first half of May 2024", "2024-05-01", "2024-05-15"),
        ("It was in the second week of May 2024.", "the second week of May 2024", "2024-05-08", "2024-05-14"),
        ("It was the last weekend in June 2024.", "the last weekend in June 2024", "2024-06-29", "2024-06-30"),
        ("The bridge will be finished in spring.", "spring", "2025-03-01", "2025-05-31"),
        ("The house was restored about 1987.", "1987", "1987-01-01", "1987-12-31"),
        ("They built a tavern around 1800.", "1800", "1800-01-01", "1800-12-31"),
        ("It is due for a March release.", "March", "2025-03-01", "2025-03-31"),
        ("The New Year's Eve fire was put out.", "New Year's Eve", "2024-12-31", "2024-12-31"),
        ("The 2015 New Year's Eve fire was put out.", "2015 New Year's Eve", "2015-12-31", "2015-12-31"),
    ],
)
def test_forms_of_dates(text: str, raw: str, start: str | None, end: str | None) -> None:
    assert read(text) == [(raw, start, end)]


@pytest.mark.parametrize(
    "text",
    ["It shut on February 30, 2020.", "It shut on 31 April 2020.", "It shut on 2021-02-30.", "It shut on 31/02/2020."],
)
def test_a_day_that_the_calendar_lacks_is_no_whole_year(text: str) -> None:
    [(_, start, end)] = read(text)
    assert (start, end) == (None, None)


def test_the_month_named_before_is_that_month() -> None:
    assert read("It began on 3 May 2024 and ended later that month.")[-1] == (
        "later that month",
        "2024-05-01",
        "2024-05-31",
    )


@pytest.mark.parametrize(
    "text",
    [
        "A Christmas market.",
        "They march on Rome.",
        "Mr May left.",
        "He lost to 50,000.",
        "About 1800 people came.",
        "It cost about 2000.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The show opens on Friday.", "2025-03-21"),
        ("The talks begin Monday.", "2025-03-24"),
        ("The sale runs until Sunday.", "2025-03-23"),
        ("The fair is on Friday.", "2025-03-21"),
        ("The town has until Friday to reply.", "2025-03-21"),
        ("The vote will be held on Friday.", "2025-03-21"),
        ("Talks are to be held Friday.", "2025-03-21"),
        ("The show opened on Friday.", "2025-03-14"),
        ("The market closes lower on Friday.", "2025-03-14"),
        ("The bank, which opens at nine, was robbed on Friday.", "2025-03-14"),
        ("I signed it on 4 May.", "2024-05-04"),
        ("The court will hear it on 4 February.", "2026-02-04"),
        ("The hearing was moved to 4 May.", "2025-05-04"),
        ("He said it would open on 4 May.", "2025-05-04"),
        ("The mayor has until 4 May.", "2025-05-04"),
        ("The zoo was open on Sunday.", "2025-03-16"),
        ("He waited until Monday to leave.", "2025-03-17"),
        ("They met at Ulm's Sunday market.", "2025-03-16"),
        ("On 4 May the mayor signed it.", "2024-05-04"),
        ("It was signed on 19 March.", "2025-03-19"),
    ],
)
def test_a_day_lies_on_the_side_that_its_verb_says(text: str, day: str) -> None:
    assert read(text)[-1][1:] == (day, day)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("She left on X.", Tense.SURELY_PAST),
        ("It was announced for X.", Tense.PAST),
        ("He will leave on X.", Tense.SURELY_FUTURE),
        ("He could leave on X.", Tense.FUTURE),
        ("Rain on X.", Tense.NONE),
    ],
)
def test_the_tense_around_a_place(text: str, tense: Tense) -> None:
    at = text.index("X")
    assert tense_at(text, at, at + 1) is tense


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        (
            "The 2025 plan is out. The mayor left on Tuesday, January 14.",
            "2025-01-14",
            "the only year near those named in the text in which the day is that weekday",
        ),
        (
            "It was sold on May 3, 2020 and reopened on June 9.",
            "2020-06-09",
            "the year nearest to the full date named before it",
        ),
        (
            "It was sold on May 3, 2020.\nIt reopened on May 9.",
            "2020-05-09",
            "the only year that the text gives to this month",
        ),
        ("The 2025 plan is out. The mayor left on January 14.", None, None),
        ("The 2025 plan is out. The mayor left on Friday, January 14.", None, None),
    ],
)
def test_a_year_taken_from_the_text_is_inferred(text: str, day: str | None, reason: str | None) -> None:
    found = find_times(text)[-1]
    assert (found.start, found.inferred) == (day, reason)
