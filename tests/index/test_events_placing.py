"""Dates that an article does not tell: years by its neighbours, and a guess at its own date."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.claims import estimate_published, place_by_neighbours
from index.claims.events import find_events
from index.records import Event, When
from tests.index.builders import make_document
from tests.index.corpora import Opener

JANUARY = ("2025-01-13", "2025-01-22")


def undated(text: str) -> list[Event]:
    return find_events(make_document(text))


def placed(text: str, neighbours: Sequence[str] = JANUARY) -> When:
    [claim] = place_by_neighbours(undated(text), neighbours)
    assert isinstance(claim, Event)
    return claim.when


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The shop closed on January 14.", "2025-01-14", "2025-01-14"),
        ("The shop closed on December 3.", "2024-12-03", "2024-12-03"),
        ("The shop will close on March 3.", "2025-03-03", "2025-03-03"),
        ("The shop has been closed since January 14.", "2025-01-14", None),
        ("The shop was open before January 14.", None, "2025-01-13"),
        ("The shop opened last year.", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_day_gets_its_year_from_the_neighbours(text: str, first: str | None, last: str | None) -> None:
    when = placed(text)
    assert (when.start, when.end) == (first, last)
    assert when.inferred == "other articles here are of 2025-01-13 to 2025-01-22"


@pytest.mark.parametrize("text", ["The shop closed on Friday.", "The shop closed yesterday.", "It closed last month."])
def test_what_hangs_on_the_very_day_stays_open(text: str) -> None:
    assert placed(text).inferred is None


@pytest.mark.parametrize("neighbours", [(), ("2025-01-13",), ("2020-01-13", "2025-01-22"), ("2024", "2025")])
def test_neighbours_that_are_few_or_disagree_say_nothing(neighbours: tuple[str, ...]) -> None:
    when = placed("The shop closed on January 14.", neighbours)
    assert (when.start, when.inferred) == (None, None)


def test_what_the_text_dates_itself_is_left() -> None:
    when = placed("The shop closed on January 14, 2011.")
    assert (when.start, when.inferred) == ("2011-01-14", None)


@pytest.mark.parametrize(
    ("text", "neighbours", "day"),
    [
        ("The shop closed on May 3, 2020. It had opened in 1998.", (), "2020-05-03"),
        ("The shop closed on May 3, 2020. It will reopen on June 9, 2020.", (), "2020-05-03"),
        ("The shop closed on May 3, 2019. In 2020 it rained.", (), None),
        ("The shop closed on May 3, 2020.", JANUARY, "2025-01-22"),
        ("The shop closed.", JANUARY, "2025-01-22"),
        ("The shop closed.", (), None),
    ],
)
def test_the_date_of_an_article_without_one_is_guessed(text: str, neighbours: Sequence[str], day: str | None) -> None:
    found = estimate_published(undated(text), neighbours)
    assert (found and found.published) == day


def test_a_corpus_places_its_undated_articles(opened: Opener, folder: Path) -> None:
    (folder / "four.md").write_text("The shop on Mill Street closed on January 14, its owner said.\n", encoding="utf-8")
    corpus = opened()
    corpus.refresh()
    [claim] = [one for one in corpus.claims("four.md") if isinstance(one, Event)]
    assert claim.when.start == "2024-01-14"
    assert claim.when.inferred == "other articles here are of 2024-03-04"
    assert corpus.estimated("four.md") == ("2024-03-04", "other articles here are of 2024-03-04")
    assert corpus.estimated("one.md") is None
