"""Time expressions: what is found, how it is resolved, and what is left open."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.claims.events import TimeContext, TimeExpression, TimeKind, find_times
from index.records import Precision

WEDNESDAY = date(2024, 5, 15)
ISO = re.compile(r"\d{4}-\d\d-\d\d")


def only(text: str, anchor: date | None = None) -> TimeExpression:
    found = find_times(text, anchor=anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "raw", "start", "end", "precision"),
    [
        ("It opened on March 3, 2021.", "March 3, 2021", "2021-03-03", "2021-03-03", "day"),
        ("It opened on Sept. 3, 2021.", "Sept. 3, 2021", "2021-09-03", "2021-09-03", "day"),
        ("It opened on 3 March 2021.", "3 March 2021", "2021-03-03", "2021-03-03", "day"),
        ("It opened on Tuesday, March 2, 2021.", "Tuesday, March 2, 2021", "2021-03-02", "2021-03-02", "day"),
        ("Updated 2021-03-02 by staff.", "2021-03-02", "2021-03-02", "2021-03-02", "day"),
        ("Signed 17/01/2025 in Rome.", "17/01/2025", "2025-01-17", "2025-01-17", "day"),
        ("Signed 1/17/2025 in Rome.", "1/17/2025", "2025-01-17", "2025-01-17", "day"),
        ("It fell in April 2024.", "April 2024", "2024-04-01", "2024-04-30", "month"),
        ("It fell in February of 2024.", "February of 2024", "2024-02-01", "2024-02-29", "month"),
        ("It was founded in 2013.", "2013", "2013-01-01", "2013-12-31", "year"),
        ("It peaked in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("It peaked in the late 1980s.", "the late 1980s", "1987-01-01", "1989-12-31", "period"),
        ("It began in the 19th century.", "the 19th century", "1801-01-01", "1900-12-31", "century"),
        (
            "Sales in the first quarter of 2020 fell.",
            "the first quarter of 2020",
            "2020-01-01",
            "2020-03-31",
            "quarter",
        ),
        ("Sales in Q4 2020 fell.", "Q4 2020", "2020-10-01", "2020-12-31", "quarter"),
        ("Sales rose in the second half of 2024.", "the second half of 2024", "2024-07-01", "2024-12-31", "period"),
        ("It rained all summer 2019.", "summer 2019", "2019-06-01", "2019-08-31", "season"),
        ("It ran between 2010 and 2015.", "between 2010 and 2015", "2010-01-01", "2015-12-31", "period"),
        ("It ran from May 3 to 15, 2020.", "from May 3 to 15, 2020", "2020-05-03", "2020-05-15", "period"),
        ("It ran from May to June 2020.", "from May to June 2020", "2020-05-01", "2020-06-30", "period"),
        ("It ran December 30 to January 2, 2020.", "December 30 to January 2, 2020", None, None, "period"),
        ("They met on June 6 and 7, 2020.", "June 6 and 7, 2020", "2020-06-06", "2020-06-07", "period"),
        ("They met on 6 and 7 June 2020.", "6 and 7 June 2020", "2020-06-06", "2020-06-07", "period"),
        ("They met on 14-Jan-2025.", "14-Jan-2025", "2025-01-14", "2025-01-14", "day"),
        ("The best of the 2001-02 season.", "2001-02", "2001-01-01", "2002-12-31", "period"),
        ("The week of May 6, 2020 was dry.", "The week of May 6, 2020", "2020-05-04", "2020-05-10", "week"),
        ("He left the day after May 3, 2020.", "the day after May 3, 2020", "2020-05-04", "2020-05-04", "day"),
        ("He left two days before May 3, 2020.", "two days before May 3, 2020", "2020-05-01", "2020-05-01", "day"),
        ("The 2010-15 plan.", "2010-15", "2010-01-01", "2015-12-31", "period"),
        ("It fell in mid-June 2020.", "mid-June 2020", "2020-06-11", "2020-06-20", "period"),
        ("It fell in early April 2020.", "early April 2020", "2020-04-01", "2020-04-10", "period"),
        ("By the end of January 2020 it fell.", "the end of January 2020", "2020-01-21", "2020-01-31", "period"),
        ("He sang on Christmas Eve 2019.", "Christmas Eve 2019", "2019-12-24", "2019-12-24", "day"),
        ("They met on Easter Sunday 2024.", "Easter Sunday 2024", "2024-03-31", "2024-03-31", "day"),
        ("They voted on Labor Day 2024.", "Labor Day 2024", "2024-09-02", "2024-09-02", "day"),
        ("He left at 10:30 p.m. on May 3, 2020.", "10:30 p.m. on May 3, 2020", "2020-05-03", "2020-05-03", "time"),
        ("会议于2025年1月14日举行", "2025年1月14日", "2025-01-14", "2025-01-14", "day"),
        ("成立于2013年的公司", "2013年", "2013-01-01", "2013-12-31", "year"),
    ],
)
def test_dates_that_state_their_year(text: str, raw: str, start: str | None, end: str | None, precision: str) -> None:
    found = only(text)
    assert found.raw == raw
    if start is not None:
        assert (found.start, found.end) == (start, end)
    assert found.precision == precision
    assert text[found.span.start : found.span.end] == raw


@pytest.mark.parametrize(
    ("text", "raw", "start", "end"),
    [
        ("The vote took place yesterday.", "yesterday", "2024-05-14", "2024-05-14"),
        ("The vote took place on Friday.", "Friday", "2024-05-10", "2024-05-10"),
        ("The vote took place on Wednesday.", "Wednesday", "2024-05-15", "2024-05-15"),
        ("The vote will take place on Friday.", "Friday", "2024-05-17", "2024-05-17"),
        ("The vote took place last Friday.", "last Friday", "2024-05-10", "2024-05-10"),
        ("The vote took place last Wednesday.", "last Wednesday", "2024-05-08", "2024-05-08"),
        ("The vote took place last Tuesday.", "last Tuesday", "2024-05-07", "2024-05-07"),
        ("The vote was held this Thursday, May 9, 2024.", "this Thursday, May 9, 2024", "2024-05-09", "2024-05-09"),
        ("It closed two weeks ago.", "two weeks ago", "2024-04-29", "2024-05-05"),
        ("It closed half a century ago.", "half a century ago", "1970-01-01", "1979-12-31"),
        ("It closed six years ago.", "six years ago", "2018-01-01", "2018-12-31"),
        ("It closed over the past week.", "the past week", "2024-05-08", "2024-05-15"),
        ("It may last over the next five years.", "the next five years", "2024-05-15", "2029-05-15"),
        ("It closed last month.", "last month", "2024-04-01", "2024-04-30"),
        ("It closed last week.", "last week", "2024-05-06", "2024-05-12"),
        ("It opened this year.", "this year", "2024-01-01", "2024-12-31"),
        ("It closed earlier this week.", "earlier this week", "2024-05-13", "2024-05-15"),
        ("It closed late last year.", "late last year", "2023-09-01", "2023-12-31"),
        ("It closed on December 3.", "December 3", "2023-12-03", "2023-12-03"),
        ("It will close on June 3.", "June 3", "2024-06-03", "2024-06-03"),
        ("It was said to be set for June 3.", "June 3", "2024-06-03", "2024-06-03"),
        ("It closed in October.", "October", "2023-10-01", "2023-10-31"),
        ("It closed in October of last year.", "October of last year", "2023-10-01", "2023-10-31"),
        ("It closed last summer.", "last summer", "2023-06-01", "2023-08-31"),
        ("They met the day before yesterday.", "the day before yesterday", "2024-05-13", "2024-05-13"),
        ("It opened on Monday morning.", "Monday morning", "2024-05-13", "2024-05-13"),
        ("他昨天离开", "昨天", "2024-05-14", "2024-05-14"),
    ],
)
def test_times_told_from_the_day_of_publication(text: str, raw: str, start: str, end: str) -> None:
    found = only(text, WEDNESDAY)
    assert (found.raw, found.start, found.end) == (raw, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "The vote took place last Friday.",
        "It closed on June 3.",
        "It closed in October.",
        "It closed two weeks ago.",
        "Signed 3/4/2025 in Rome.",
        "The shares rose in fiscal 2024.",
        "Its Q3 FY2024 was poor.",
        "It closed 2 to 3 days ago.",
    ],
)
def test_what_nothing_tells_stays_open(text: str) -> None:
    found = only(text)
    assert (found.start, found.end) == (None, None)
    assert found.dated


def test_a_month_takes_the_year_the_text_always_gives_it() -> None:
    found = find_times("The court ruled on March 17, 2021. By March 19 the office was empty.")
    assert [item.start for item in found] == ["2021-03-17", "2021-03-19"]
    assert found[1].rule.id == "event.year-by-same-month"


def test_a_month_stays_open_where_the_text_gives_it_two_years() -> None:
    found = find_times("It began in March 2020. It ended in March 2021.\nOn March 5 nobody came.")
    assert found[-1].raw == "March 5"
    assert found[-1].start is None


def test_dates_of_the_past_give_no_year_to_a_month() -> None:
    found = find_times(
        "They last won on September 9, 1908, and again in 2016. On September 12 they lost. So was Easter."
    )
    assert [item.start for item in found if item.raw == "September 12"] == [None]


def test_a_month_takes_the_year_nearest_to_the_date_before_it_in_the_paragraph() -> None:
    assert find_times("They met on December 30, 2020 and again on January 4.")[1].start == "2021-01-04"
    assert find_times("They met on December 30, 2020.\nThey met on January 4.")[1].start is None


def test_times_told_from_the_date_before() -> None:
    text = "The site went dark on March 3, 2021, before it was restored the next day. A year later it was sold."
    assert [item.start for item in find_times(text)] == ["2021-03-03", "2021-03-04", "2022-01-01"]


def test_a_day_is_not_known_from_a_month_of_publication() -> None:
    month = TimeContext(precision=Precision.MONTH)
    found = find_times(
        "He left yesterday, after a year that began in October.", anchor=date(2024, 5, 15), context=month
    )
    assert [(item.raw, item.start) for item in found if item.dated] == [("yesterday", None), ("October", "2023-10-01")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "About 2000 people came.",
        "It cost $2019 to repair.",
        "Some 1,945 votes were cast.",
        "Call 555-2019-11 now.",
        "He turned right in his 80s.",
        "The five-year-old cried.",
        "A man aged 33 years.",
        "Theresa May spoke.",
        "Version 1.2.2013 is out.",
        "See https://example.org/2025/02/24/story.",
        "It finished second.",
        "The Sunday Times said so.",
        "She told USA Today so.",
        "She is in her mid-50s.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [item for item in find_times(text, anchor=WEDNESDAY) if item.dated] == []


@pytest.mark.parametrize(
    ("text", "raw", "kind", "value"),
    [
        ("It took nine months.", "nine months", TimeKind.DURATION, "P9M"),
        ("It took 60 to 90 days.", "60 to 90 days", TimeKind.DURATION, "P90D"),
        ("It took two and a half years.", "two and a half years", TimeKind.DURATION, "P2.5Y"),
        ("It took several weeks.", "several weeks", TimeKind.DURATION, "PXW"),
        ("They meet every Friday.", "every Friday", TimeKind.SET, "P1W"),
        ("They build 15 a year.", "a year", TimeKind.SET, "P1Y"),
        ("It is currently closed.", "currently", TimeKind.REFERENCE, "PRESENT_REF"),
        ("Fans of Windows 2000 came.", "2000", TimeKind.DATE, "2000"),
        ("Sales rose from the same period last year.", "the same period last year", TimeKind.DATE, "XXXX-XX-XX"),
    ],
)
def test_times_that_date_nothing(text: str, raw: str, kind: TimeKind, value: str) -> None:
    found = only(text)
    assert (found.raw, found.kind, found.value, found.dated) == (raw, kind, value, False)


def test_attacks_that_bear_their_day() -> None:
    assert only("Since 9/11 much has changed.").start == "2001-09-11"
    assert only("The September 11 attacks changed much.").start == "2001-09-11"


WORDS = st.sampled_from(
    """\n January Jan. May march Friday Mon the early mid- late end of last next this past two 2 31 29 30 1999 2024 19
    20th century quarter Q3 half H1 first fiscal FY24 's 80s 1980s week weeks year years ago later before after earlier
    same day today yesterday tonight morning from between to and until – - , . / : 10:30 p.m. UTC noon on in by since
    per every a an several Christmas Eve Easter New Year's 9/11 2025年 1月 14日 昨天 9999 0001 99999999 now recently
    ( )""".split(" ")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), st.none() | st.dates())
def test_any_mixture_of_words_of_time_is_read_safely(text: str, anchor: date | None) -> None:
    _check(text, anchor)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.none() | st.dates())
def test_any_text_is_read_safely(text: str, anchor: date | None) -> None:
    _check(text, anchor)


def _check(text: str, anchor: date | None) -> None:
    reached = 0
    for item in find_times(text, anchor=anchor):
        assert reached <= item.span.start < item.span.end <= len(text)
        assert item.raw == text[item.span.start : item.span.end]
        reached = item.span.end
        for day in (item.start, item.end):
            assert day is None or (ISO.fullmatch(day) and date.fromisoformat(day))
        if item.start and item.end:
            assert item.start <= item.end


def test_hostile_repetitions_are_read_in_linear_time() -> None:
    for piece in (
        "the early ",
        "from May ",
        "between from ",
        "2 to 3 ",
        "a half ",
        "Friday, ",
        "10:",
        "2024-",
        "last ",
    ):
        text = piece * 800
        find_times(text, anchor=WEDNESDAY)
