"""What became of somebody or something."""

import pytest

from index.claims import extract_claims
from index.claims.outcomes.rules import families
from index.records import Meant, Outcome
from tests.index.builders import make_document


def outcomes(text: str) -> list[Outcome]:
    return [claim for claim in extract_claims(make_document(text)) if isinstance(claim, Outcome)]


@pytest.mark.parametrize(
    ("text", "value", "subject", "surface"),
    [
        ("The trader was acquitted of fraud.", "acquitted", "The trader", "The trader was acquitted of fraud"),
        (
            "The trader was found not guilty of fraud.",
            "acquitted",
            "The trader",
            "The trader was found not guilty of fraud",
        ),
        ("The trader was found guilty of fraud.", "convicted", "The trader", "The trader was found guilty of fraud"),
        ("The jury convicted the trader.", "convicted", "the trader", "The jury convicted the trader"),
        ("The minister stepped down on Friday.", "resigned", "The minister", "The minister stepped down"),
        ("The club sacked its coach.", "dismissed", "its coach", "The club sacked its coach"),
        ("The fair took place in May.", "goes ahead", "The fair", "The fair took place"),
        ("The carnival will go ahead.", "goes ahead", "The carnival", "The carnival will go ahead"),
        ("The carnival has been called off.", "cancelled", "The carnival", "The carnival has been called off"),
        ("The pilot survived the crash.", "survived", "The pilot", "The pilot survived the crash"),
        ("The union reached a deal with the firm.", "agreed", "The union", "The union reached a deal"),
        ("Will the plant close?", "closed", "the plant", "Will the plant close"),
    ],
)
def test_an_outcome_has_its_value_and_what_it_is_of(text: str, value: str, subject: str, surface: str) -> None:
    assert [(one.value, one.subject, one.surface) for one in outcomes(text)] == [(value, subject, surface)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The jury failed to convict the trader.", Meant.NEGATED),
        ("The mayor has not signed the order.", Meant.NEGATED),
        ("Did the minister resign?", Meant.ASKED),
        ("The firm denied that it had sold the mine.", Meant.DENIED),
        ("The plant will close.", Meant.PLANNED),
        ("If it rains, the parade will be cancelled.", Meant.SUPPOSED),
        ("The plant closed.", Meant.ASSERTED),
        ("The plant did not close until May.", Meant.ASSERTED),
    ],
)
def test_an_outcome_says_how_it_is_meant(text: str, meant: Meant) -> None:
    assert [one.meant for one in outcomes(text)] == [meant]


def test_agent_and_patient_are_told_apart_in_either_voice() -> None:
    for text in ("The court upheld the fine.", "The fine was upheld by the court."):
        (one,) = outcomes(text)
        assert (one.question, one.value) == ("ruling", "upheld")
        assert ((one.agent or "").lower(), (one.patient or "").lower()) == ("the court", "the fine")


@pytest.mark.parametrize(
    "text",
    [
        "Shops closed.",
        "The blast left 12 people homeless.",
        "The blast killed 63 people.",
        "The minister spoke.",
        "The firm rejected the claim that it was late.",
        "The man who sold boats spoke.",
    ],
)
def test_what_is_indefinite_counted_or_no_outcome_is_left_out(text: str) -> None:
    assert outcomes(text) == []


def test_a_headline_that_says_it_again_is_no_second_claim() -> None:
    from index.records import ZoneKind

    document = make_document("The minister resigns\nThe minister resigned on Friday.", zones={1: ZoneKind.TITLE})
    assert [claim.line for claim in extract_claims(document) if isinstance(claim, Outcome)] == [2]


def test_the_time_of_its_clause_is_the_time_of_an_outcome() -> None:
    (one,) = outcomes("The bridge reopened on 4 May 2024.")
    assert one.when is not None
    assert one.when.start == "2024-05-04"


def test_no_verb_is_of_two_families() -> None:
    assert families()["step down"].value == "resigned"
    assert families()["acquit"].question == "verdict"


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("The resignation of the minister came on Friday.", "resigned", "the minister"),
        ("The jockey has called off his wedding.", "cancelled", "his wedding"),
        ("The tenor died in Lenn.", "died", "The tenor"),
        ("The council rejected the two plans.", "rejected", "the two plans"),
    ],
)
def test_nouns_particles_and_counted_things_tell_outcomes_too(text: str, value: str, subject: str) -> None:
    assert [(one.value, one.subject) for one in outcomes(text)] == [(value, subject)]
