"""Dated events: which times make a claim, when it was, and what happened."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.claims.events import find_events, published_day
from index.language.sentences import split_sentences
from index.records import ClaimKind, Document, Event, Metadata, Precision, Sentence, Span, When, ZoneKind


def document(text: str, published: str | None = None, zone: ZoneKind = ZoneKind.BODY) -> Document:
    sentences = tuple(Sentence(Span(*span), zone, 1, 1) for span in split_sentences(text))
    return Document("a.txt", "a.txt", text, "", "utf-8", metadata=Metadata(published=published), sentences=sentences)


def events(text: str, published: str | None = None) -> list[Event]:
    return find_events(document(text, published))


def only(text: str, published: str | None = None) -> Event:
    found = events(text, published)
    assert len(found) == 1, [claim.surface for claim in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "subject", "cue"),
    [
        ("On March 3, 2021, the council closed the old bridge.", "the council closed the old bridge", "closed"),
        ("The council closed the bridge in March 2021.", "The council closed the bridge", "closed"),
        (
            "The bakery was founded in 2013 by two sisters and a cousin.",
            "The bakery was founded in 2013 by two sisters and a cousin",
            "was founded",
        ),
        (
            "The firm bought a rival in 2017 and merged it with its own shops in August 2018.",
            "The firm bought a rival",
            "bought",
        ),
        ("In mid-June 2020, as snow fell, a crowd of farmers marched on.", "a crowd of farmers marched on", "marched"),
        ("The mayor, who grew up here, resigned on May 3, 2020.", "The mayor … resigned", "resigned"),
        ("The museum, a former jail, opened in 1998.", "The museum … opened", "opened"),
        (
            "The strike ended, lifting shares to a record by June 2020.",
            "The strike … lifting shares to a record",
            "lifting",
        ),
        ("Taking office on May 3, 2020, the minister promised calm.", "the minister … Taking office", "Taking"),
        ("Experts still discuss the 1959 accident at the mill.", "accident at the mill", None),
        ("Critics attacked an April 2024 law on rents.", "law on rents", None),
        ("The plant would never reopen after 1995.", "The plant would never reopen", "would never reopen"),
        ("After the fire at the mill in 2015, the owners moved away.", "the fire at the mill", None),
        ("In 2015 Ahmed Rashed left the party.", "Ahmed Rashed left the party", "left"),
        ("Work began on May 14, 2012 and the trail opened in 2013.", "Work began", "began"),
        (
            "A court on Monday, May 4, 2020, convicted the mayor.",
            "A court on Monday, May 4, 2020, convicted the mayor",
            "convicted",
        ),
        ("They still had not left in 2009.", "They still had not left", "had not left"),
        ("The firm bought a mill, which closed in 2009.", "a mill which closed", "closed"),
        ("The firm has two mills, of which one closed in 2009.", "which one closed", "closed"),
        ("Trade fell in the U.S. in 2009.", "Trade fell in the U.S.", "fell"),
    ],
)
def test_what_happened_is_told_in_the_words_of_the_clause(text: str, subject: str, cue: str | None) -> None:
    claim = events(text)[0]
    assert (claim.subject, claim.cue) == (subject, cue)


def test_two_dates_in_one_sentence_have_their_own_clauses() -> None:
    first, second = events("The firm bought a rival in 2017 and merged it with its own shops in August 2018.")
    assert first.cue == "bought"
    assert second.cue == "merged"
    assert second.subject == "The firm … merged it with its own shops"


def test_a_claim_holds_its_exact_words_and_its_rule() -> None:
    text = "First line.\nThe mill burned down on May 3, 2020, they said."
    claim = only(text)
    assert claim.kind is ClaimKind.EVENT
    assert claim.surface == "May 3, 2020" == text[claim.span.start : claim.span.end]
    assert claim.line == 2
    assert claim.rule == "event.date"
    assert [step.rule for step in claim.derivation] == ["event.date", "event.clause"]
    assert claim.when is not None
    assert (claim.when.raw, claim.when.start, claim.when.end) == ("May 3, 2020", "2020-05-03", "2020-05-03")


@pytest.mark.parametrize(
    ("text", "raw", "start", "end"),
    [
        ("The shop has been open since 2014.", "since 2014", "2014-01-01", None),
        ("Half of them were born after 1995.", "after 1995", "1996-01-01", None),
        ("All of it was built before May 3, 2020.", "before May 3, 2020", None, "2020-05-02"),
        ("The number had dropped by November 2024.", "November 2024", "2024-11-01", "2024-11-30"),
        ("They were given until May 3, 2020 to comply.", "May 3, 2020", "2020-05-03", "2020-05-03"),
        ("Much was said after the 2016 election.", "2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_words_that_open_an_end(text: str, raw: str, start: str | None, end: str | None) -> None:
    claim = only(text)
    assert claim.when is not None
    assert (claim.when.raw, claim.when.start, claim.when.end) == (raw, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "It is now closed, and was recently sold.",
        "They had nine months to sell it.",
        "The paper appears daily and costs little every year.",
        "Sales rose against the same period in 2019.",
        "That was more than double its 2023 figures.",
        "The firm showed it at Gadgetfair 2025.",
        "Today, the app has many users.",
        "Copyright 2016 The Mill Street Herald.",
        "Children of 2000 families came.",
        "Over the next five years much may change.",
    ],
)
def test_what_is_no_dated_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("The blast hit the town early on Friday.", "2016-11-11", "2016-11-11"),
        ("The blast hit the town early on Friday.", "2016-11-10", "2016-11-11"),
        ("The blast hit the town on Friday morning.", "2016-11-10", "2016-11-11"),
        ("The blast hit the town on Friday.", "2016-11-10", "2016-11-04"),
        ("Host Ulm on Sunday.", "2017-12-26", "2017-12-31"),
        ("NEXT: Visit Bonn on Thursday.", "2017-12-26", "2017-12-28"),
        ("Ulm plays Bonn on Sunday.", "2017-12-26", "2017-12-31"),
        ("At the Kestrels on Sunday.", "2017-12-26", "2017-12-31"),
        ("Ulm hosts the cup that Bonn won on Sunday.", "2017-12-26", "2017-12-24"),
        ("At the inn on Sunday, guests sang.", "2017-12-26", "2017-12-24"),
    ],
)
def test_a_weekday_is_of_the_fixture_or_of_the_day_told(text: str, published: str, day: str) -> None:
    claim = only(text, published)
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "Lee scored in the third quarter of the game.",
        "Ulm led 20-0 in the second quarter and 34-6 in the fourth quarter.",
    ],
)
def test_quarters_of_games_are_no_events(text: str) -> None:
    assert events(text, "2017-12-27") == []


def test_a_quarter_of_business_stays() -> None:
    claim = only("Sales of the game rose 4% in the third quarter.", "2017-12-27")
    assert claim.when is not None
    assert claim.when.start == "2017-07-01"


def test_the_time_that_leads_up_to_something_is_told_from_it() -> None:
    claim = only("In the week leading up to the expected vote, thousands of users moved.", "2025-01-20")
    assert (claim.surface, claim.subject, claim.cue) == (
        "the week leading up to",
        "thousands of users moved",
        "moved",
    )
    assert claim.when is not None
    assert claim.when.start is None
    dated = only("In the two weeks leading up to March 15, 2020, prices fell.")
    assert dated.when is not None
    assert (dated.when.start, dated.when.end) == ("2020-03-01", "2020-03-15")


def test_an_event_without_a_known_date_keeps_its_words() -> None:
    claim = only("The court heard them last Friday.")
    assert claim.when is not None
    assert (claim.when.raw, claim.when.start, claim.when.end) == ("last Friday", None, None)


def test_the_day_of_publication_resolves_what_is_told_from_it() -> None:
    claim = only("The court heard them last Friday.", "2024-05-15")
    assert claim.when is not None
    assert claim.when.start == "2024-05-10"


def test_a_time_told_from_another_event_dates_the_other_clause() -> None:
    claim = only("The lights went out, and just hours before the vote began the mayor fled.")
    assert claim.when is not None
    assert claim.when.start is None
    claim = only("The mayor fled one day after a law came into force.")
    assert claim.subject == "The mayor fled"


def test_only_the_articles_own_words_make_claims() -> None:
    text = "The mill burned down on May 3, 2020."
    for zone in (ZoneKind.COMMENT, ZoneKind.CAPTION, ZoneKind.BOILERPLATE):
        assert find_events(document(text, zone=zone)) == []
    assert len(find_events(document(text, zone=ZoneKind.TITLE))) == 1


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-05-15", (date(2024, 5, 15), Precision.DAY)),
        ("2024-05", (date(2024, 5, 15), Precision.MONTH)),
        ("2024", (date(2024, 7, 15), Precision.YEAR)),
        ("2024-13-41", (None, Precision.DAY)),
        ("yesterday", (None, Precision.DAY)),
        (None, (None, Precision.DAY)),
    ],
)
def test_the_day_of_publication_is_known_as_exactly_as_it_is_stated(
    published: str | None, expected: tuple[date | None, Precision]
) -> None:
    assert published_day(Metadata(published=published)) == expected


PIECES = st.sampled_from(
    """\n The mayor, who which that resigned on May 3, 2020 and or but ( ) “ ” — ; : . since 2014 after before until
    last Friday hours later was never being sold taking office the next day in 1998 's U.S. … 小红书
    2025年1月14日""".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map(" ".join), st.sampled_from([None, "2024", "2024-05", "0001-01-01", "9999-12-31"])
)
def test_any_sentence_gives_claims_inside_it(text: str, published: str | None) -> None:
    for claim in events(text, published):
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
        assert claim.surface == text[claim.span.start : claim.span.end]
        assert claim.subject
        assert claim.when is not None
        if claim.when.start and claim.when.end:
            assert claim.when.start <= claim.when.end


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (When("May 4", "2024-05-04", "2024-05-04", Precision.DAY), "2024-05-04", "2024-05-04"),
        (
            When("7:40 on May 4", "2024-05-04", "2024-05-04", Precision.TIME, "07:40-05:00", "07:40-05:00"),
            "2024-05-04T07:40-05:00",
            "2024-05-04T07:40-05:00",
        ),
        (When("7:40", None, None, Precision.TIME, "07:40", "07:40"), "T07:40", "T07:40"),
        (When("since May 4", "2024-05-04", None, Precision.DAY), "2024-05-04", None),
    ],
)
def test_a_time_of_day_joins_its_day(when: When, first: str | None, last: str | None) -> None:
    assert (when.first, when.last) == (first, last)
