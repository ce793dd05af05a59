"""Speakers: names in full, pronouns only when one person fits, and the sources behind a source."""

import pytest

from index.claims.quotations import attribution_at, find_attributions, find_quotations
from index.records import Quotation, Span
from tests.index.builders import make_document


def last(text: str) -> Quotation:
    return find_quotations(make_document(text))[-1]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The Ottawa Ledger", "The Ottawa Ledger"),
        ("Governor Mary Holt", "Mary Holt"),
        ("Campaign manager Paul Reed", "Paul Reed"),
        ("Mary Holt, a nurse from Ohio,", "Mary Holt"),
        ("A spokesman for the mill, Paul Reed,", "Paul Reed"),
        ("A clerk named Mary", "Mary"),
        ("Mr. Reed", "Mr. Reed"),
        ("Dozens of farmers", "Dozens of farmers"),
        ("A study by the Ottawa Institute", "Ottawa Institute"),
        ("Sen. Mary Holt (D-Ohio)", "Mary Holt"),
    ],
)
def test_name_in_the_words_of_a_source(source: str, speaker: str) -> None:
    claim = last(f"{source} said that the river was high.")
    assert (claim.speaker, claim.speaker_how) == (speaker, "stated")


def test_surname_gets_the_full_name_that_the_text_gives() -> None:
    text = "Mary Holt runs the mill.\n“The river is high,” Holt said."
    assert last(text).speaker == "Mary Holt"
    assert last("“The river is high,” Holt said.\nMary Holt runs the mill.").speaker == "Mary Holt"


def test_surname_of_two_people_stays_as_it_is() -> None:
    text = "Mary Holt and Paul Holt run the mill.\n“The river is high,” Holt said."
    assert last(text).speaker == "Holt"


def test_pronoun_is_the_one_person_who_fits() -> None:
    claim = last("Mary Holt runs the mill.\n“The river is high,” she said.")
    assert (claim.speaker, claim.speaker_how) == ("Mary Holt", "pronoun")


def test_pronoun_is_told_apart_by_gender() -> None:
    text = "Mary Holt met Paul Reed at the mill.\n“The river is high,” {} said."
    assert last(text.format("she")).speaker == "Mary Holt"
    assert last(text.format("he")).speaker == "Paul Reed"


def test_pronoun_stays_open_when_two_fit_or_none_does() -> None:
    two = last("Paul Reed met James Cole at the mill.\n“The river is high,” he said.")
    assert (two.speaker, two.speaker_how) == (None, "pronoun")
    none = last("The mill is old.\n“The river is high,” he said.")
    assert (none.speaker, none.speaker_how) == (None, "pronoun")


def test_they_is_never_guessed() -> None:
    claim = last("Paul Reed runs the mill.\nThey said the river was high.")
    assert (claim.speaker, claim.speaker_how) == (None, "pronoun")


def test_names_inside_quotations_are_no_candidates() -> None:
    claim = last("Mary Holt runs the mill. “I told Susan Cole to leave,” she said.")
    assert claim.speaker == "Mary Holt"


@pytest.mark.parametrize(
    ("text", "speaker", "origin"),
    [
        ("According to data from Metrix cited by Newswire, sales rose.", "Newswire", ("Metrix",)),
        ("Newswire, citing Metrix, reported that sales rose.", "Newswire", ("Metrix",)),
        ("Newswire reported that sales rose, citing Metrix.", "Newswire", ("Metrix",)),
        ("According to research by the tool Metrix, shared via Chartly, sales rose.", "Metrix", ()),
        ("According to Newswire, sales rose.", "Newswire", ()),
    ],
)
def test_chain_of_sources(text: str, speaker: str, origin: tuple[str, ...]) -> None:
    claim = find_quotations(make_document(text))[0]
    assert (claim.speaker, claim.origin) == (speaker, origin)


def test_figure_with_its_source_right_behind_it() -> None:
    text = "Counts range from 700,000 by Metrix via Chartly to around 3 million by Newswire citing Webtally."
    attributions = find_attributions(make_document(text))
    first = attribution_at(attributions, Span(text.index("700"), text.index("700") + 7))
    second = attribution_at(attributions, Span(text.index("3 m"), text.index("3 m") + 9))
    assert first is not None
    assert second is not None
    assert first.speaker == "Metrix"
    assert (second.speaker, second.origin) == ("Newswire", ("Webtally",))


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Deputies who went from door to door in the dark", "Deputies"),
        ("Residents who fled", "Residents"),
        ("The company which built the dam in the valley", "The company"),
        ("The engineers that inspected the dam in the spring", "The engineers"),
        ("A woman whose house stands by the mill", "A woman"),
        ("Rescuers who had worked through the night in the rain", "Rescuers"),
    ],
)
def test_the_speaker_stands_before_the_relative_clause(source: str, speaker: str) -> None:
    assert last(f"{source} said that the river was high.").speaker == speaker
    assert last(f"{source} said “the river was high”.").speaker == speaker
    assert (
        last(f"“The river was high,” {source[0].lower()}{source[1:]} said.").speaker == speaker[0].lower() + speaker[1:]
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents who fled hope that the mayor in the hall said that the river was high.", "mayor"),
        ("He told those who came to the mill that Mary Holt said the river was high.", "Mary Holt"),
    ],
)
def test_a_subject_of_its_own_is_no_part_of_the_relative_clause(text: str, speaker: str) -> None:
    assert speaker in (last(text).speaker or "")
