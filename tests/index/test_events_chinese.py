"""Dates in Chinese, with and without the article's own date."""

from datetime import date

import pytest

from index.claims.events import find_times

TUESDAY = date(2025, 3, 18)


def read(text: str, anchor: date | None) -> list[tuple[str, str | None, str | None]]:
    return [(time.raw, time.start, time.end) for time in find_times(text, anchor=anchor)]


@pytest.mark.parametrize(
    ("text", "raw", "start", "end"),
    [
        ("会议于3月10日举行", "3月10日", "2025-03-10", "2025-03-10"),
        ("会议于12月30日举行", "12月30日", "2024-12-30", "2024-12-30"),
        ("会议于2024年5月举行", "2024年5月", "2024-05-01", "2024-05-31"),
        ("会议于2024年举行", "2024年", "2024-01-01", "2024-12-31"),
        ("会议明天举行", "明天", "2025-03-19", "2025-03-19"),
        ("会议今天举行", "今天", "2025-03-18", "2025-03-18"),
        ("会议明年举行", "明年", "2026-01-01", "2026-12-31"),
        ("会议下周举行", "下周", "2025-03-24", "2025-03-30"),
        ("会议本月举行", "本月", "2025-03-01", "2025-03-31"),
        ("会议下个月举行", "下个月", "2025-04-01", "2025-04-30"),
    ],
)
def test_dates_in_chinese(text: str, raw: str, start: str, end: str) -> None:
    assert read(text, TUESDAY) == [(raw, start, end)]


def test_a_month_gets_the_only_year_that_the_text_gives_it() -> None:
    assert read("They met in May 2020. 会议于5月3日举行", None)[-1] == ("5月3日", "2020-05-03", "2020-05-03")
    assert read("They met in May 2020 and May 2021. 会议于5月3日举行", None)[-1] == ("5月3日", None, None)
    assert read("会议于5月3日举行", None) == [("5月3日", None, None)]


def test_without_a_date_relative_days_stay_open() -> None:
    assert read("会议昨天举行", None) == [("昨天", None, None)]


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    assert read("会议于2024年2月30日举行", TUESDAY) == []
