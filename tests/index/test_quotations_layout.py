"""Speakers that stand apart from the verb: signatures, labels, transcripts, posts, open paragraphs, numbers."""

import pytest

from index.claims.extraction import extract_claims
from index.claims.quotations import find_attributions, find_quotations
from index.records import Claim, Figure, Quotation
from tests.index.builders import make_document


def said(text: str) -> list[tuple[str | None, str]]:
    """Return the speakers and contents of the quotations of a text, in order."""
    return [(claim.speaker, claim.content) for claim in find_quotations(make_document(text))]


def figure(text: str, surface: str) -> Claim:
    found = [claim for claim in extract_claims(make_document(text)) if claim.surface == surface]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“We will not pay.” — Ana Ruiz, mayor of Senn", "Ana Ruiz", "We will not pay."),
        ("“We will not pay.”\n— Ana Ruiz", "Ana Ruiz", "We will not pay."),
        ("“We will not pay.” -Commissioner Ana Ruiz", "Ana Ruiz", "We will not pay."),
        ("And from Chairwoman Ruiz:\n“We will not pay.”", "Ruiz", "We will not pay."),
        ("Ana Ruiz wrote on Monday:\n“We will not pay.”", "Ana Ruiz", "We will not pay."),
        ("As Ana Ruiz put it: “We will not pay.”", "Ana Ruiz", "We will not pay."),
        ("The paper quoted Ana Ruiz as saying: “We will not pay.”", "Ana Ruiz", "We will not pay."),
        ("In the words of Ana Ruiz: “We will not pay.”", "Ana Ruiz", "We will not pay."),
        ("In Ana Ruiz’s words, “we will not pay.”", "Ana Ruiz", "we will not pay."),
        ("Ana Ruiz’s reply was blunt: “We will not pay.”", "Ana Ruiz", "We will not pay."),
        ("Ana Ruiz, the mayor: “We will not pay.”", "Ana Ruiz", "We will not pay."),
        ("“We will not pay,” Ana Ruiz went on.", "Ana Ruiz", "We will not pay,"),
        ("“We will not pay,” shot back Ana Ruiz.", "Ana Ruiz", "We will not pay,"),
        ("”We will not pay”, said Ana Ruiz.", "Ana Ruiz", "We will not pay"),
        ("„We will not pay“, said Ana Ruiz.", "Ana Ruiz", "We will not pay"),
        ("»We will not pay«, said Ana Ruiz.", "Ana Ruiz", "We will not pay"),
        ("« We will not pay », said Ana Ruiz.", "Ana Ruiz", "We will not pay"),
        ("‚We will not pay,‘ said Ana Ruiz.", "Ana Ruiz", "We will not pay,"),
        ("“We will not pay,” thundered Ana Ruiz.", "Ana Ruiz", "We will not pay,"),
        ("“We will not pay,” grumbled Ana Ruiz, lying down.", "Ana Ruiz", "We will not pay,"),
        ("We will not pay a cent — Ana Ruiz (@ruiz) January 3, 2018", "Ana Ruiz", "We will not pay a cent"),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str, content: str) -> None:
    found = said(text)
    assert [(who, words) for who, words in found if words == content] != []
    assert all(speaker in (who or "") for who, words in found if words == content)


def test_speech_left_open_goes_on_in_the_next_paragraphs() -> None:
    text = (
        "“We watch it,” Ana Ruiz said. “Cases fell.\n“We stayed under the 800 mark.\n“I ask you to keep to the rules.”"
    )
    assert [who for who, _ in said(text)] == ["Ana Ruiz"] * 4
    assert figure(text, "800").speaker == "Ana Ruiz"


def test_speech_left_open_before_its_speaker_is_named() -> None:
    assert said("“We will not pay. We never have.\n“We never will,” Ana Ruiz said.")[0][0] == "Ana Ruiz"


def test_a_straight_mark_left_open_counts_only_where_the_next_paragraph_opens_one() -> None:
    lone = 'The bar is shut. "We sold it in May.\nNobody came.'
    assert said(lone) == []


def test_quoted_words_end_at_their_mark() -> None:
    (claim,) = find_quotations(make_document('Ana Ruiz told me I "shouldn\'t wear those boots" but I will.'))
    assert "but I will" not in claim.content


def test_two_people_who_say_the_same_words_are_two_reports() -> None:
    text = "“We did not know of the leak there,” said {}.\n“We did not know of the leak there,” said {}."
    assert [who for who, _ in said(text.format("Ana Ruiz", "Jens Holm"))] == ["Ana Ruiz", "Jens Holm"]
    assert len(said(text.format("Ana Ruiz", "Ana Ruiz"))) == 1


TRANSCRIPT = (
    "DANA FIELD, HOST: Did you pay?\nJENS HOLM: We will not.\nFIELD: Never?\nHOLM: Never. It was 3 million euros."
)


def test_the_names_of_a_transcript_speak() -> None:
    assert [who for who, _ in said(TRANSCRIPT)][:2] == ["Dana Field", "Jens Holm"]
    assert figure(TRANSCRIPT, "3 million euros").speaker == "Jens Holm"


@pytest.mark.parametrize(
    "text",
    [
        "Breakfast: two eggs.\nLunch: a soup.",
        "Update: the road is open.",
        "Name: what a name.\nName: again.",
        "Where: the hall?\nPrice: 5 euros.",
    ],
)
def test_lists_and_labels_are_no_transcript(text: str) -> None:
    assert not [a for a in find_attributions(make_document(text)) if a.rule == "quotation.transcript"]


@pytest.mark.parametrize(
    ("text", "surface", "speaker"),
    [
        ("Insurer Aldra puts the damage at $2 million.", "$2 million", "Insurer Aldra"),
        ("Insurer Aldra puts the damage in Orr at $2bn.", "$2bn", "Insurer Aldra"),
        ("Governor Omar Leck put the dead of the raid at 17.", "17", "Omar Leck"),
        ("Police are investigating a staggering 359 assaults.", "a staggering 359", "Police"),
        ("The bank expects growth of 2.1% next year.", "2.1%", "The bank"),
        ("Police said 3 people were hurt in the brawl, witnesses 10.", "10", "witnesses"),
        ("The journal Orbit gives the width of the comet as 9 km.", "9 km", "Orbit"),
    ],
)
def test_who_gives_a_number(text: str, surface: str, speaker: str) -> None:
    assert figure(text, surface).speaker == speaker


def test_a_description_of_name_is_never_what_was_said() -> None:
    text = "Karim Malik, a Labour MP, said he was worried about the port."
    assert said(text) == [("Karim Malik", "he was worried about the port")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ola Bird opened the hall. “It is done,” the mayor said.", "Ola Bird"),
        ("Mayor Ola Bird met mayor Ana Ruiz. “It is done,” the mayor said.", "the mayor"),
        ("Norda Airlines said it was late. “It is done,” the airline said.", "Norda Airlines"),
        ("Ana Ruiz said in a statement that it was late. “It is done,” the statement said.", "Ana Ruiz"),
        ("Officials said it was late. “It is done,” they said.", "Officials"),
        ("Ana Ruiz said Jens Holm left. “It is done,” she said.", "Ana Ruiz"),
    ],
)
def test_whom_a_description_or_a_pronoun_means(text: str, speaker: str) -> None:
    assert said(text)[-1][0] in (speaker, speaker.lower())


@pytest.mark.parametrize(
    "text",
    [
        "Officials this month said that the road was safe.",
        "Organisers of the fair, which draws thousands each year, said that the road was safe.",
        "British Prime Minister Theresa May said that the road was safe.",
        "Secretary of State Rex Miller said that the road was safe.",
        "A comment by the agency NPA immediately after the launch said that the road was safe.",
    ],
)
def test_no_time_thing_or_title_speaks(text: str) -> None:
    ((speaker, _),) = said(text)
    assert speaker is not None
    assert not {"month", "year", "State", "launch"} & set(speaker.split())
    assert speaker != "Theresa"


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not say “we will pay the bill”.",
        "The minister never said that the town would pay.",
        "Neither Ana Ruiz nor Jens Holm said that the town would pay.",
        "Nobody said that the town would pay.",
    ],
)
def test_what_was_not_said_is_no_quotation(text: str) -> None:
    assert said(text) == []


def test_questions_and_answers_are_quotations_of_people_unnamed() -> None:
    assert said("Q: Did you pay?\nA: We will not pay this bill.") == [
        (None, "Did you pay?"),
        (None, "We will not pay this bill."),
    ]


def test_what_a_storm_said_is_no_quotation() -> None:
    assert said("The storm said that the road was safe.") == []


@pytest.mark.parametrize(
    "text",
    [
        "SENN, Orr (NPA) — A bus fell into a gorge, killing 31.",
        "(NPA) A bus fell into a gorge, killing 31.",
        "A bus fell into a gorge, killing 31.\nThe driver survived. (NPA)",
    ],
)
def test_text_from_an_agency_has_it_as_its_origin(text: str) -> None:
    (claim,) = (claim for claim in extract_claims(make_document(text)) if isinstance(claim, Figure))
    assert claim.origin == ("NPA",)


def test_those_who_report_the_speaker_and_those_to_whom_he_spoke_are_origins() -> None:
    reported = "NPA reported that police said 31 people died."
    assert (figure(reported, "31").speaker, figure(reported, "31").origin) == ("police", ("NPA",))
    told = figure("Ana Ruiz told the Norda Herald that 31 people died.", "31")
    assert (told.speaker, told.origin) == ("Ana Ruiz", ("Norda Herald",))


def test_a_claim_keeps_the_rule_that_gave_it_a_speaker() -> None:
    claim = figure("Police said that 31 people died.", "31")
    assert "quotation.that" in [step.rule for step in claim.derivation]
    (quotation,) = (
        claim for claim in extract_claims(make_document("“It is late,” said Ana Ruiz.")) if isinstance(claim, Quotation)
    )
    assert [step.rule for step in quotation.derivation] == ["quotation.then-cue"]


def test_what_the_article_calls_a_speaker_is_kept() -> None:
    claim = figure("Police chief Ada Moor said that 31 people died.", "31")
    assert (claim.speaker, claim.speaker_roles) == ("Ada Moor", ("Police chief",))
