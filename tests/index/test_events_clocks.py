"""Times of day: how they are written, their zones, the day they are of, and claims made of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.claims.events import find_events, find_times
from index.records import Precision, ZoneKind
from tests.index.builders import make_document
from tests.index.test_events import events, only

TUESDAY = date(2025, 3, 18)


def clocks(text: str) -> list[tuple[str, str | None, str | None]]:
    found = find_times(text, anchor=TUESDAY)
    return [(time.raw, time.start_time, time.end_time) for time in found if time.dated and time.start_time]


@pytest.mark.parametrize(
    ("text", "raw", "first", "last"),
    [
        ("It left at 7:33 p.m. local time.", "7:33 p.m. local time", "19:33", "19:33"),
        ("It left at 7.30pm.", "7.30pm", "19:30", "19:30"),
        ("It left at 12 a.m.", "12 a.m.", "00:00", "00:00"),
        ("It left at 12:05 pm.", "12:05 pm", "12:05", "12:05"),
        ("It left at 19:30.", "19:30", "19:30", "19:30"),
        ("It left at 19:30 hrs.", "19:30 hrs", "19:30", "19:30"),
        ("It left at 19h30.", "19h30", "19:30", "19:30"),
        ("It left at 1030 hours.", "1030 hours", "10:30", "10:30"),
        ("It left at 0336 GMT.", "0336 GMT", "03:36+00:00", "03:36+00:00"),
        ("It left at 10:30 a.m. (UTC+8).", "10:30 a.m. (UTC+8)", "10:30+08:00", "10:30+08:00"),
        ("It left at 2 p.m. Eastern time.", "2 p.m. Eastern time", "14:00-04:00", "14:00-04:00"),
        ("It left at 3 p.m. ET on January 5.", "3 p.m. ET on January 5", "15:00-05:00", "15:00-05:00"),
        ("It left at 3 p.m. London time on July 5.", "3 p.m. London time on July 5", "15:00+01:00", "15:00+01:00"),
        ("It left at 3 p.m. IST.", "3 p.m. IST", "15:00", "15:00"),
        ("It left at noon.", "noon", "12:00", "12:00"),
        ("It left at midnight.", "midnight", "24:00", "24:00"),
        ("It left at 12 midnight.", "12 midnight", "24:00", "24:00"),
        ("It left at seven o'clock in the evening.", "seven o'clock in the evening", "19:00", "19:00"),
        ("It left at half past seven.", "half past seven", "07:30", "07:30"),
        ("It left at a quarter to nine.", "quarter to nine", "08:45", "08:45"),
        ("It left at 8 in the morning.", "8 in the morning", "08:00", "08:00"),
        ("It left at 2.30 in the afternoon.", "2.30 in the afternoon", "14:30", "14:30"),
        ("It left at 9 at night.", "9 at night", "21:00", "21:00"),
        ("It left at 7:40 on Monday evening.", "7:40 on Monday evening", "19:40", "19:40"),
        ("It is open from 9 a.m. to 5 p.m.", "9 a.m. to 5 p.m.", "09:00", "17:00"),
        ("It is open between 5 and 7 p.m.", "5 and 7 p.m.", "17:00", "19:00"),
        ("It is open 11-2 p.m.", "11-2 p.m.", "11:00", "14:00"),
        ("It left again in the early afternoon.", "the early afternoon", "12:00", "15:00"),
    ],
)
def test_how_times_of_day_are_written(text: str, raw: str, first: str, last: str) -> None:
    assert clocks(text) == [(raw, first, last)]


def test_two_times_joined_by_and_are_two() -> None:
    assert [raw for raw, *_ in clocks("It left at 5 a.m. and 7 p.m.")] == ["5 a.m.", "7 p.m."]


@pytest.mark.parametrize(
    "text",
    [
        "They led with 3:20 left.",
        "He scored at 7:40 of the third period.",
        "She won in 2:15 flat.",
        "A ratio of 3:10 holds.",
        "It fell in 2009 but rose.",
        "The score was 45:20.",
    ],
)
def test_figures_that_only_look_like_times(text: str) -> None:
    assert clocks(text) == []


def test_a_zone_is_written_in_capitals() -> None:
    assert clocks("It was seen at 5 p.m. west of here.") == [("5 p.m.", "17:00", "17:00")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The train left at 7:40 a.m. on 4 May 2024.", "2024-05-04T07:40", "2024-05-04T07:40"),
        ("The train left at 7:40 a.m.", "T07:40", "T07:40"),
        ("The train left shortly after noon.", "T12:00", None),
        ("The train left before 6 p.m. on 4 May 2024.", "2024-05-04", "2024-05-04T18:00"),
        ("It has been open since 6 p.m. on 4 May 2024.", "2024-05-04T18:00", None),
        ("The train left at 8 p.m. GMT.", "T20:00+00:00", "T20:00+00:00"),
    ],
)
def test_a_claim_has_its_time_of_day(text: str, first: str | None, last: str | None) -> None:
    claim = events(text)[-1]
    assert claim.when is not None
    assert (claim.when.first, claim.when.last) == (first, last)
    assert claim.when.precision is Precision.TIME


def test_the_day_is_the_one_named_before() -> None:
    day, time = events("On 4 May 2024 the train left late. It arrived at 7:40 p.m.")
    assert day.when is not None
    assert time.when is not None
    assert (time.when.first, time.when.inferred) == ("2024-05-04T19:40", None)


def test_a_day_of_another_paragraph_is_inferred() -> None:
    claim = events("On 4 May 2024 the train left late.\nIt arrived at 7:40 p.m.")[-1]
    assert claim.when is not None
    assert claim.when.first == "2024-05-04T19:40"
    assert claim.when.inferred == "the day named before it"


def test_a_length_after_a_time_of_day_is_a_time_of_day() -> None:
    claim = events("It left at 12:10 p.m. and fell about 10 minutes later.")[-1]
    assert claim.when is not None
    assert (claim.when.first, claim.cue) == ("T12:20", "fell")


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        ("The plane fell shortly after taking off.", "shortly after", "The plane fell"),
        ("The ban came soon after the firm moved.", "soon after", "The ban came"),
        ("The plane fell moments later.", "moments later", "The plane fell"),
    ],
)
def test_what_is_told_from_a_happening_without_a_length(text: str, surface: str, subject: str) -> None:
    claim = only(text)
    assert (claim.surface, claim.subject) == (surface, subject)
    assert claim.when is not None
    assert (claim.when.first, claim.when.last) == (None, None)


def test_the_date_of_a_post_is_that_of_the_post() -> None:
    claim = only("It rains again — Ann Lee (@annlee) December 26, 2017", "2017-12-27")
    assert claim.subject == "post by Ann Lee (@annlee)"
    assert claim.when is not None
    assert claim.when.start == "2017-12-26"


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_day_is_read_as_written(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    written = f"{(hour - 1) % 12 + 1}:{minute:02} {half}"
    assert clocks(f"It left at {written}")[0][1] == f"{hour:02}:{minute:02}"


def test_a_date_line_is_not_the_day_of_a_time_in_the_article() -> None:
    text = "Published May 4, 2024\n\nThe train left at 7:40 a.m."
    zones = {1: ZoneKind.BOILERPLATE}
    [claim] = find_events(make_document(text, zones=zones, published="2024-05-04"))
    assert (claim.when.first, claim.when.inferred) == ("T07:40", None)


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("The lights went out at about 9:30 p.m.", "about 9:30 p.m", "T21:30", "T21:30"),
        (
            "The judge spoke shortly after 2 p.m. on 4 May 2024.",
            "shortly after 2 p.m. on 4 May 2024",
            "2024-05-04T14:00",
            "2024-05-04",
        ),
        ("The raid began before dawn.", "before dawn", None, None),
        ("The raid began before dawn on 4 May 2024.", "before dawn on 4 May 2024", None, "2024-05-04"),
        ("It rained since Monday morning, 4 May 2020.", "since Monday morning", None, None),
    ],
)
def test_how_near_a_time_is_meant_stands_in_its_words(
    text: str, surface: str, first: str | None, last: str | None
) -> None:
    claim = events(text)[0]
    assert claim.when is not None
    assert (claim.surface.rstrip("."), claim.when.first, claim.when.last) == (surface, first, last)
    assert claim.subject in ("The lights went out", "The judge spoke", "The raid began", "It rained")


def test_the_next_day_is_told_from_a_day_of_an_earlier_paragraph() -> None:
    claim = events("The fire began on 4 May 2024.\nIt was put out the next day.")[-1]
    assert claim.when is not None
    assert (claim.when.start, claim.when.inferred) == ("2024-05-05", "the day named before it")
