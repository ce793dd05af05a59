"""Predictions and stances: what counts as one, which stance it has, whose it is, and what it is about."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.claims import extract_claims
from index.claims.predictions import exclusion, find_predictions, present, with_subject_as_speaker
from index.claims.predictions.places import Place
from index.claims.predictions.present import asks_of_present
from index.language.sentences import split_sentences
from index.records import ClaimKind, Document, Metadata, Prediction, Sentence, ZoneKind
from tests.accuracy.predictions import measure


def read(text: str, zone: ZoneKind = ZoneKind.BODY) -> Document:
    sentences = tuple(Sentence(span, zone, 1, 1) for span in split_sentences(text))
    return Document(id="d.txt", path="d.txt", text=text, digest="", encoding="utf-8", sentences=sentences)


def only(text: str, zone: ZoneKind = ZoneKind.BODY) -> Prediction:
    claims = find_predictions(read(text, zone))
    assert len(claims) == 1, claims
    return claims[0]


@pytest.mark.parametrize(
    ("text", "stance", "cue"),
    [
        ("The bridge will open in May.", "likely", "will"),
        ("Prices are expected to double by 2030.", "likely", "are expected to"),
        ("The council plans to close two schools.", "likely", "plans to"),
        ("The dam is set to burst.", "likely", "set to"),
        ("The firm is to be sold.", "likely", "is to"),
        ("The park risks becoming a desert.", "likely", "risks"),
        ("The mayor said the tram would stop at noon.", "likely", "would"),
        ("The bridge will not open.", "unlikely", "will"),
        ("The calm won't last.", "unlikely", "won't"),
        ("She said there will “never be a cheap ferry” again.", "unlikely", "will"),
        ("There will be no ferry until May.", "unlikely", "will"),
        ("There will be no fewer than ten ferries.", "likely", "will"),
        ("It is highly unlikely that the dam holds.", "unlikely", "highly unlikely that"),
        ("No tram will run on Sunday.", "unlikely", "will"),
        ("The lake is not expected to freeze.", "unlikely", "not expected to"),
        ("The lake could freeze.", "uncertain", "could"),
        ("Farmers may lose their harvest.", "uncertain", "may"),
        ("It remains to be seen whether the roof holds.", "uncertain", "remains to be seen"),
        ("The fate of the tram is still unclear.", "uncertain", "is still unclear"),
        ("Will it hold?", "uncertain", "Will"),
        ("But does the roof have the ability to hold?", "uncertain", "does"),
        ("The town should mend the road.", "recommended", "should"),
        ("The council must act.", "recommended", "must"),
        ("Doctors urged parents to wait.", "recommended", "urged parents to"),
        ("The fence is a mistake.", "judged", "is a mistake"),
        ("It is essential that the valley gets clean water.", "judged", "is essential that"),
    ],
)
def test_a_sentence_is_found_with_its_stance_and_cue(text: str, stance: str, cue: str) -> None:
    claim = only(text)
    assert (claim.stance, claim.cue) == (stance, cue)
    assert claim.kind is ClaimKind.PREDICTION
    assert claim.surface == text


@pytest.mark.parametrize(
    "text",
    [
        "The fair opened in May 2019.",
        "May 5 was dry, and May was warm.",
        "He left the house in his will to Ann.",
        "Political will was scarce.",
        "Will Roe won the race.",
        "The bridge was expected to open, and it did.",
        "He could not be reached.",
        "Few could have foreseen it.",
        "The road could have been mended.",
        "They were set to leave when it rained.",
        "He decided to stay.",
        "She was likely asleep.",
        "We would often swim there.",
        "Ann said she would have stayed.",
        "The delay was due to rain.",
        "They came so that they could sing.",
        "MUST WATCH: the flood from above",
        "今天很冷。",
    ],
)
def test_what_only_looks_like_a_prediction_is_none(text: str) -> None:
    assert find_predictions(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "That may be why the dam was built of clay.",
        "The rise could reflect a trend that began years ago.",
        "The smell may well be related to the mill.",
        "He may be trying to sell the mill.",
        "The bakers could also be worried about rats.",
        "There is no doubt about whether the mill could read the meters.",
        "The leak alarmed the town, raising concerns that water from the lake could be unsafe.",
        "It was a toy that arguably could harm a child.",
        "The mill was given until May to comply or it would become unlawful to sell flour.",
        "The council passed a bill in 2019 spending two million over the next five years.",
        "The flood prompted the town to recommend that bathers leave.",
        "The fair is an unexpected win for the town.",
        "Good roads are crucial to preventing accidents.",
        "To earn a living, bakers need to be able to sell bread.",
        "Bakers didn't need to bake.",
        "Their aim is to frighten people.",
        "If the photo is to be believed, the mill has two wheels.",
        "It is unclear how many sheep died.",
        "The lens likely indicates a flaw.",
        "Could this be the oldest mill in the valley?",
        "I hope it is.",
        "The town must count votes whenever a seat falls vacant.",
        "Trade in flour allows big deals to be made in secret.",
    ],
)
def test_guesses_at_the_present_and_reports_of_the_past_are_no_predictions(text: str) -> None:
    assert find_predictions(read(text)) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The lake may be rising again by Sunday.", "uncertain"),
        ("The mill could reflect the light if it is painted.", "uncertain"),
        ("Experts fear that the dam could break.", "uncertain"),
        ("It is unclear whether the dam will hold.", "uncertain"),
        ("The mill will invest two million over the next five years.", "likely"),
        ("The plan is to sell the mill.", "likely"),
        ("Bakers have suggested creating a market hall.", "recommended"),
        ("This is a rare chance for the town to grow.", "judged"),
        ("I hope it rains.", "uncertain"),
        ("Could this break the dam?", "uncertain"),
    ],
)
def test_what_is_to_come_stays(text: str, stance: str) -> None:
    assert [claim.stance for claim in find_predictions(read(text))] == [stance]


def test_headlines_speak_of_the_future_with_an_infinitive() -> None:
    claim = only("Ulm to close two bridges", ZoneKind.TITLE)
    assert (claim.rule, claim.stance, claim.subject) == ("prediction.headline-infinitive", "likely", "Ulm")
    assert only("ULM TO CLOSE BRIDGES", ZoneKind.TITLE).rule == "prediction.headline-infinitive"
    assert only("Ulm To Close Bridges", ZoneKind.TITLE).rule == "prediction.headline-infinitive"
    assert find_predictions(read("How to close a bridge", ZoneKind.TITLE)) == []
    assert find_predictions(read("Ulm to Roe by train took a day")) == []


def test_a_year_is_to_come_only_after_the_year_of_the_article() -> None:
    document = read("Ulm wants no cars by 2030. All trams were electric by 2019.")
    assert find_predictions(document) == []
    (claim,) = find_predictions(replace(document, metadata=Metadata(published="2024-05-01")))
    assert (claim.rule, claim.cue) == ("prediction.coming-year", "by 2030")


@pytest.mark.parametrize("zone", [ZoneKind.COMMENT, ZoneKind.CAPTION, ZoneKind.BOILERPLATE])
def test_what_the_article_does_not_say_itself_is_left_out(zone: ZoneKind) -> None:
    assert find_predictions(read("The bridge will open.", zone)) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The bridge, which the town built in 1990, will open.", "The bridge"),
        ("However, it is unlikely that the new owner will stay.", "the new owner"),
        ("It is not clear whether the tram, however slow, will run.", "the tram"),
        ("There will be no trams if it snows.", "no trams"),
        ("Will the old bridge last?", "the old bridge"),
        ("Is the old bridge likely to last?", "the old bridge"),
        ("Ann Roe said that “the roof” could fall.", "the roof"),
        ("The rules that could stop the fair are old.", "The rules"),
        ("The county urged families to leave.", "families"),
        ("They came and that surely will help.", None),
        ("The mill, its owner said, will close.", "The mill"),
        ("The bread, such as rye, will be sold.", "The bread"),
        ("Two men expected to win were late.", "Two men"),
        ("The council, which is expected to vote, met.", "The council"),
        ("He said the roof, once mended, could hold.", "the roof"),
        ("Bakers urged the town to wait, and the town could agree.", "the town"),
    ],
)
def test_the_subject_is_in_the_words_of_the_sentence(text: str, subject: str | None) -> None:
    assert find_predictions(read(text))[0].subject == subject


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bridge will open, according to Ann Roe.", "Ann Roe"),
        ("Ann Roe said the bridge will open.", "Ann Roe"),
        ("“The bridge will open,” Ann Roe said.", "Ann Roe"),
        ("“The bridge will open,” said Ann Roe, the mayor.", "Ann Roe"),
        ("The bridge will open, according to the Chinese space agency.", "the Chinese space agency"),
        ("Police in Ulm, the city, said it will rain.", "Police in Ulm"),
        ("She said the bridge will open.", None),
        ("The bridge will open.", None),
    ],
)
def test_the_speaker_is_named_only_where_the_sentence_does(text: str, speaker: str | None) -> None:
    (claim,) = [claim for claim in extract_claims(read(text)) if isinstance(claim, Prediction)]
    assert claim.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee, who likes the mill, has promised to buy it.", "Ann Lee"),
        ("Some bakers have suggested creating a market hall.", "Some bakers"),
        ("It has promised to buy the mill.", None),
    ],
)
def test_who_promises_or_suggests_is_the_voice(text: str, speaker: str | None) -> None:
    claim = with_subject_as_speaker(only(text))
    assert (claim.speaker, claim.speaker_how) == (speaker, "stated" if speaker else None)
    assert [step.rule for step in claim.derivation[1:]] == (["prediction.subject-speaks"] if speaker else [])


@pytest.mark.parametrize(
    "text",
    [
        "The farmers threatened to burn the mill last month.",
        "Few believed the mill would burn the next night.",
        "It shows what it is to be a baker.",
        "The court ordered the firm to send its books.",
        "She caught the ball that was heading towards the mill.",
        "She went to the mill whenever she could as they grew up.",
    ],
)
def test_a_past_that_had_a_future_is_no_prediction(text: str) -> None:
    assert find_predictions(read(text)) == []


def test_two_clauses_with_two_stances_are_two_predictions() -> None:
    text = "While it is likely that the tram will stop, other lines may go on."
    first, second = find_predictions(read(text))
    assert (first.stance, second.stance) == ("likely", "uncertain")
    assert second.surface == "other lines may go on."
    only("The tram will stop, but the bus will run.")


def test_hedges_are_listed_once_in_order() -> None:
    assert only("Perhaps it could snow, and perhaps it could not.").hedges == ("could", "perhaps")


def test_offsets_and_line_point_into_the_document() -> None:
    document = read("First line.\n\nThe bridge\nwill open.")
    (claim,) = find_predictions(document)
    assert document.slice(claim.span) == claim.surface == "The bridge\nwill open."
    assert claim.line == 3


@given(st.text(alphabet=st.sampled_from("it will may could, be to “”said A?.\nW'’—;")))
def test_any_text_gives_spans_inside_its_sentences(text: str) -> None:
    document = read(text)
    for claim in find_predictions(document):
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
        assert claim.surface.strip() == claim.surface


def test_the_list_of_cue_words_is_beaten_on_articles_held_out(shared: Path) -> None:
    figures = {(row.data, row.measure): row.value for row in measure(shared)}
    held_out = [value for (data, name), value in figures.items() if name == "F1" and "held out" in data]
    assert held_out[0] > 70


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Could this be the reason?", True),
        ("Could this be the reason? He left the town.", False),
        ("Could this be the reason next year?", False),
        ("Could this break the dam?", False),
    ],
)
def test_a_question_about_the_present_ends_with_its_mark(question: str, asks: bool) -> None:
    assert asks_of_present(question) is asks


@pytest.mark.parametrize(
    ("sentence", "cue", "refused"),
    [
        ("Should it rain, they stay.", "Should", True),
        ("They should stay.", "should", False),
        ("The town must act.", "must", False),
        ("He could not sleep.", "could not", True),
        ("They tried all they could to stay.", "could", True),
        ("They could stay.", "could", False),
        ("He may not sleep.", "may not", False),
    ],
)
def test_what_refuses_a_modal_verb(sentence: str, cue: str, refused: bool) -> None:
    start = sentence.index(cue)
    place = Place(sentence, start, start + len(cue))
    assert (present.conditional(place) or present.could_not(place)) is refused


def test_a_place_looks_no_farther_than_it_may() -> None:
    text = "a" * 100 + "will" + "b" * 100
    place = Place(text, 100, 104)
    assert (place.cue, place.before, place.after) == ("will", "a" * 60, "b" * 60)


def foretold(text: str) -> Prediction:
    (claim,) = [one for one in extract_claims(read(text)) if isinstance(one, Prediction)]
    return claim


def test_a_prediction_keeps_what_it_foretells() -> None:
    claim = foretold("The bank expects prices to rise by 3 percent in 2026.")
    assert claim.direction == "up"
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.unit) == (3, "percent")
    assert claim.when is not None
    assert claim.when.start == "2026-01-01"
    claim = foretold("Prices, up 2 percent in May 2024, will fall.")
    assert (claim.direction, claim.quantity, claim.when) == ("down", None, None)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Prices will rise in 2026.", "Prices will fall in 2026.", "a rise, the other a fall"),
        ("Prices will rise in 2026.", "Prices will fall in 2027.", None),
        ("Prices will rise in 2026.", "Prices will fall.", "a rise"),
        ("Prices will rise.", "Prices will not fall.", None),
        ("Prices will rise.", "Prices could fall.", None),
        ("The bridge will open.", "The bridge will not open.", None),
        ("The bridge should open.", "The bridge will not open.", None),
        ("Sales will reach 40 tonnes.", "Sales will reach 60 tonnes.", "amounts"),
        ("Sales will reach 40 tonnes.", "Sales will reach at least 40 tonnes.", None),
        ("Sales will reach 40 tonnes.", "Sales will reach about 60 tonnes.", None),
        ("Sales will reach 40 tonnes.", "Sales will reach 60 dollars.", None),
    ],
)
def test_predictions_that_cannot_both_come_true_exclude_each_other(one: str, other: str, why: str | None) -> None:
    for a, b in ((one, other), (other, one)):
        found = exclusion(foretold(a), foretold(b))
        assert (found is None) if why is None else (found is not None and why in found)
