"""What times mean: their TIMEX3 values, and the days that relative ones are resolved to."""

from datetime import date

import pytest

from index.claims.events import find_times
from index.claims.events.calendars import easter

TUESDAY = date(2025, 3, 18)


@pytest.mark.parametrize(
    ("text", "raw", "value", "start", "end"),
    [
        ("It lasted forty seconds.", "forty seconds", "PT40S", None, None),
        ("It lasted 90 minutes.", "90 minutes", "PT90M", None, None),
        ("It lasted a fortnight.", "a fortnight", "P2W", None, None),
        ("It lasted two decades.", "two decades", "P20Y", None, None),
        ("It lasted several centuries.", "several centuries", "PXY", None, None),
        ("It lasted half a day.", "half a day", "P0.5D", None, None),
        ("It lasted two and a half hours.", "two and a half hours", "PT2.5H", None, None),
        ("It lasted decades.", "decades", "PXY", None, None),
        ("He swims every day.", "every day", "P1D", None, None),
        ("He swims every other week.", "every other week", "P2W", None, None),
        ("He swims every Friday.", "every Friday", "P1W", None, None),
        ("He swims each March.", "each March", "P1Y", None, None),
        ("It appears quarterly.", "quarterly", "P1Q", None, None),
        ("It costs $5 a month.", "a month", "P1M", None, None),
        ("It is now closed.", "now", "PRESENT_REF", None, None),
        ("It was recently sold.", "recently", "PAST_REF", None, None),
        ("It will soon close.", "soon", "FUTURE_REF", None, None),
        ("In the future it may close.", "the future", "FUTURE_REF", None, None),
        ("The same day he left.", "The same day", "XXXX-XX-XX", None, None),
        ("It closed on Monday night.", "Monday night", "2025-03-17TNI", "2025-03-17", "2025-03-17"),
        ("It closed this weekend.", "this weekend", "2025-W11-WE", "2025-03-15", "2025-03-16"),
        ("It closed last quarter.", "last quarter", "2024-Q4", "2024-10-01", "2024-12-31"),
        ("It closed this decade.", "this decade", "202", "2020-01-01", "2029-12-31"),
        ("It closed a century ago.", "a century ago", "192", "1920-01-01", "1929-12-31"),
        ("It closed 36 hours ago.", "36 hours ago", "PT36H", None, None),
        ("It closed two years earlier.", "two years earlier", "P2Y", None, None),
        ("It happened the following month.", "the following month", "XXXX-XX-XX", None, None),
        ("It closed the day before yesterday.", "the day before yesterday", "2025-03-16", "2025-03-16", "2025-03-16"),
        (
            "It opened in the week leading up to May 3, 2020.",
            "the week leading up to May 3, 2020",
            "P1W",
            "2020-04-26",
            "2020-05-03",
        ),
        ("It opened in the two weeks leading up to the vote.", "the two weeks leading up to", "P2W", None, None),
        ("It opened in the early 1980s.", "the early 1980s", "198", "1980-01-01", "1983-12-31"),
        ("It opened in mid- to late-January 2020.", "mid- to late-January 2020", "2020-01", "2020-01-11", "2020-01-31"),
        ("It opened earlier this month.", "earlier this month", "2025-03", "2025-03-01", "2025-03-18"),
        ("It opened later this month.", "later this month", "2025-03", "2025-03-18", "2025-03-31"),
        (
            "It opened in the final quarter of last year.",
            "the final quarter of last year",
            "2024-Q4",
            "2024-10-01",
            "2024-12-31",
        ),
        ("It opened in the fourth quarter.", "the fourth quarter", "2024-Q4", "2024-10-01", "2024-12-31"),
        ("It opened in Q1.", "Q1", "2025-Q1", "2025-01-01", "2025-03-31"),
        (
            "It opened in the first half of the year.",
            "the first half of the year",
            "2025-H1",
            "2025-01-01",
            "2025-06-30",
        ),
        (
            "It rose against the same quarter last year.",
            "the same quarter last year",
            "2024",
            "2024-01-01",
            "2024-12-31",
        ),
        ("It was 12月30日.", "12月30日", "2024-12-30", "2024-12-30", "2024-12-30"),
        ("去年它关闭。上周它关闭。上个月它关闭。前天它关闭。", "去年", "2024-01-01", "2024-01-01", "2024-12-31"),
        ("去年它关闭。上周它关闭。上个月它关闭。前天它关闭。", "上周", "2025-03-10", "2025-03-10", "2025-03-16"),
        ("去年它关闭。上周它关闭。上个月它关闭。前天它关闭。", "上个月", "2025-02-01", "2025-02-01", "2025-02-28"),
        ("去年它关闭。上周它关闭。上个月它关闭。前天它关闭。", "前天", "2025-03-16", "2025-03-16", "2025-03-16"),
        ("It opened at Easter.", "Easter", "2024-03-31", "2024-03-31", "2024-03-31"),
        ("It opened on Black Friday 2024.", "Black Friday 2024", "2024-11-29", "2024-11-29", "2024-11-29"),
        ("它于3月10日关闭", "3月10日", "2025-03-10", "2025-03-10", "2025-03-10"),
        (
            "They met on the twenty-first of May 2024.",
            "the twenty-first of May 2024",
            "2024-05-21",
            "2024-05-21",
            "2024-05-21",
        ),
        (
            "They met on the thirtieth of May 2024.",
            "the thirtieth of May 2024",
            "2024-05-30",
            "2024-05-30",
            "2024-05-30",
        ),
        (
            "They met on May the thirty-first, 2024.",
            "May the thirty-first, 2024",
            "2024-05-31",
            "2024-05-31",
            "2024-05-31",
        ),
        ("They met on the third of May 2024.", "the third of May 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("It dates from the 3rd century BC.", "the 3rd century BC", "BC02", None, None),
        ("It dates from 300 BC.", "300 BC", "BC0300", None, None),
        (
            "In the year ended March 31, 2024, sales rose.",
            "the year ended March 31, 2024",
            "P1Y",
            "2023-04-01",
            "2024-03-31",
        ),
        ("In the three months to June sales fell.", "the three months to June", "P3M", "2024-04-01", "2024-06-30"),
        (
            "It will be out between Oct. 3 and Oct. 5.",
            "between Oct. 3 and Oct. 5",
            "2025-10-03",
            "2025-10-03",
            "2025-10-05",
        ),
        ("It opens this coming Friday.", "this coming Friday", "2025-03-21", "2025-03-21", "2025-03-21"),
        ("It stood in the 1870s.", "the 1870s", "187", "1870-01-01", "1879-12-31"),
        ("It stood in the 1800s.", "the 1800s", "18", "1800-01-01", "1899-12-31"),
        (
            "It opened on May 3, 2020. The previous year it rained.",
            "The previous year",
            "2019",
            "2019-01-01",
            "2019-12-31",
        ),
        ("It closed the previous year.", "the previous year", "2024", "2024-01-01", "2024-12-31"),
        ("It opened on May 3, 2020 and closed the same day.", "the same day", "2020-05-03", "2020-05-03", "2020-05-03"),
        (
            "It opened on May 3, 2020 and closed two days later.",
            "two days later",
            "2020-05-05",
            "2020-05-05",
            "2020-05-05",
        ),
        ("It opened in May 2020 and closed a month later.", "a month later", "2020-06", "2020-06-01", "2020-06-30"),
        ("It closed the week after.", "the week after", "XXXX-XX-XX", None, None),
        ("It opened on Pentecost 2024.", "Pentecost 2024", "2024-05-19", "2024-05-19", "2024-05-19"),
    ],
)
def test_the_value_of_a_time(text: str, raw: str, value: str, start: str | None, end: str | None) -> None:
    found = {(time.raw, time.value, time.start, time.end) for time in find_times(text, anchor=TUESDAY)}
    assert (raw, value, start, end) in found


@pytest.mark.parametrize(("text", "dated"), [("The same day he left.", True), ("The same year he left.", False)])
def test_the_same_day_dates_and_the_same_year_does_not(text: str, dated: bool) -> None:
    [time] = find_times(text, anchor=TUESDAY)
    assert time.dated is dated


def test_a_weekday_that_a_month_does_not_have_is_no_day() -> None:
    [time] = find_times("The fair is on the fifth Friday of February 2025.", anchor=TUESDAY)
    assert (time.start, time.rule.id) == (None, "event.impossible-date")


@pytest.mark.parametrize(
    "day",
    """1954-04-18 1981-04-19 2000-04-23 2008-03-23 2011-04-24 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09
    2024-03-31 2025-04-20 2038-04-25 2049-04-18 2076-04-19""".split(),
)
def test_easter_is_where_the_tables_have_it(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("It closed last March.", "XXXX-03", "month"),
        ("It closed last winter.", "XXXX-WI", "season"),
        ("It closed on Friday.", "XXXX-XX-XX", "day"),
        ("It closed yesterday.", "XXXX-XX-XX", "day"),
        ("It closed last week.", "XXXX-XX-XX", "week"),
        ("It closed in Q3.", "XXXX-Q3", "quarter"),
        ("It closed two weeks ago.", "P2W", "week"),
    ],
)
def test_without_a_date_of_publication_a_time_keeps_its_form(text: str, value: str, precision: str) -> None:
    [time] = find_times(text)
    assert (time.value, time.precision, time.start, time.end) == (value, precision, None, None)
