"""Quotations and reports: what is found, what is exactly said, and what is no quotation at all."""

import pytest

from index.claims.quotations import attribution_at, find_attributions, find_quotations
from index.records import Attribution, ClaimKind, Document, Quotation, Span, ZoneKind
from tests.index.builders import make_document


def quotations(text: str, **zones: ZoneKind) -> list[Quotation]:
    return find_quotations(make_document(text, zones={int(k[1:]): kind for k, kind in zones.items()}))


def only(text: str) -> Quotation:
    (claim,) = quotations(text)
    return claim


def contents(document: Document) -> list[str]:
    return [document.slice(attribution.content) for attribution in find_attributions(document)]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "direct"),
    [
        ("“The bridge will open in May,” Ann Lee said.", "Ann Lee", "said", "The bridge will open in May,", True),
        ('"The bridge will open in May," said Ann Lee.', "Ann Lee", "said", "The bridge will open in May,", True),
        ("‘The bridge will open in May,’ said Ann Lee.", "Ann Lee", "said", "The bridge will open in May,", True),
        ("'The bridge will open in May,' said Ann Lee.", "Ann Lee", "said", "The bridge will open in May,", True),
        ("«The bridge will open in May», said Ann Lee.", "Ann Lee", "said", "The bridge will open in May", True),
        ("‘The bridge will open’, Ann Lee said.", "Ann Lee", "said", "The bridge will open", True),
        ("Ann Lee said: “The bridge will open.”", "Ann Lee", "said:", "The bridge will open.", True),
        ("Ann Lee told reporters, “The bridge will open.”", "Ann Lee", "told", "The bridge will open.", True),
        ("Ann Lee tweeted that the bridge would open.", "Ann Lee", "tweeted", "that the bridge would open", False),
        ("Ann Lee said the bridge would open in May.", "Ann Lee", "said", "the bridge would open in May", False),
        ("The bridge will open, Ann Lee said.", "Ann Lee", "said", "The bridge will open", False),
        ("The bridge will open, said Ann Lee.", "Ann Lee", "said", "The bridge will open", False),
        ("Ann Lee warned that it was “a trap for walkers” in winter.", "Ann Lee", "warned",
         "that it was “a trap for walkers” in winter", None),
        ("According to Ann Lee, the bridge will open.", "Ann Lee", "According to", "the bridge will open", False),
        ("The bridge will open, according to Ann Lee.", "Ann Lee", "according to", "The bridge will open", False),
        ("As Ann Lee noted, the bridge is old.", "Ann Lee", "noted", "the bridge is old", False),
        ("The city council has repeatedly claimed that the bridge is safe.", "The city council",
         "has repeatedly claimed", "that the bridge is safe", False),
        ("The firm reported a loss of ten million.", "The firm", "reported", "a loss of ten million", False),
        ("Ann Lee pointed out that the bridge is old.", "Ann Lee", "pointed out", "that the bridge is old", False),
    ],
)  # fmt: skip
def test_speaker_cue_and_content(text: str, speaker: str, cue: str, content: str, direct: bool | None) -> None:
    claim = only(text)
    assert claim.kind is ClaimKind.QUOTATION
    assert (claim.speaker, claim.cue, claim.content, claim.direct) == (speaker, cue, content, direct)
    assert claim.surface == text[claim.span.start : claim.span.end]
    assert claim.rule


def test_span_holds_the_quotation_marks_and_content_does_not() -> None:
    claim = only("“Stay off the ice,” he said.")
    assert claim.surface == "“Stay off the ice,”"
    assert claim.content == "Stay off the ice,"


def test_one_quoted_sentence_that_its_cue_interrupts_is_one_quotation() -> None:
    claim = only("“The river is high,” Ann Lee said, “and it is rising.”")
    assert claim.content == "The river is high, and it is rising."
    assert claim.surface == "“The river is high,” Ann Lee said, “and it is rising.”"
    assert claim.speaker == "Ann Lee"
    assert claim.direct is True


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Ann Lee told the paper by telephone that the bridge was safe.", "Ann Lee", "that the bridge was safe"),
        ("Ann Lee said by email that the bridge was safe.", "Ann Lee", "that the bridge was safe"),
        ("Ann Lee said for the first time that the bridge was unsafe.", "Ann Lee", "that the bridge was unsafe"),
        ("Ann Lee had said for years that the bridge was unsafe.", "Ann Lee", "that the bridge was unsafe"),
        ("Ann Lee, who likes the bridge, has promised to mend it.", "Ann Lee", "to mend it"),
        ("The council vowed to fight the fine.", "The council", "to fight the fine"),
        ("It is a fine that an unnamed official told the Herald could ruin the mill.", "an unnamed official",
         "could ruin the mill"),
        ("The toll, which officials said would rise in May, is high.", "officials", "would rise in May"),
        ("2017 Ann Lee said the bridge was new.", "Ann Lee", "the bridge was new"),
        ("Ann Lee added that the bridge was new.", "Ann Lee", "that the bridge was new"),
        ("Ann Lee added the bridge was new.", "Ann Lee", "the bridge was new"),
    ],
)  # fmt: skip
def test_what_was_said_begins_behind_how_it_was_said(text: str, speaker: str, content: str) -> None:
    claim = only(text)
    assert (claim.speaker, claim.content) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Bell added a 10-yard run late in the half.",
        "Ulm added a goal that made it two.",
        "Lee added 14 points and nine rebounds.",
        "I've said that the bridge was safe.",
        "When asked that the bridge be shut, nobody moved.",
        "Word of the flood said that the bridge was down.",
        "Brand new Kestrel renders suggest that the phone will be thin.",
        "There were videos of farmers claiming that the law took their land.",
    ],
)
def test_who_or_what_cannot_speak_says_nothing(text: str) -> None:
    assert quotations(text) == []


def test_quotation_goes_on_after_the_full_stop() -> None:
    first, second = quotations("“The river is high,” Ann Lee said. “Nobody should walk there now.”")
    assert second.content == "Nobody should walk there now."
    assert (second.speaker, second.speaker_how) == ("Ann Lee", "carried over")
    assert first.speaker_how == "stated"


def test_quotation_over_several_sentences_is_one() -> None:
    claim = only("“The river is high. It rose all night. Nobody slept,” said Ann Lee.")
    assert claim.content == "The river is high. It rose all night. Nobody slept,"


def test_reopened_quotation_in_the_next_paragraph_keeps_its_speaker() -> None:
    first, second = quotations(
        "Ann Lee said: “The river is high and it rose all night.\n“Nobody should walk there before Sunday.”"
    )
    assert first.speaker == second.speaker == "Ann Lee"
    assert second.speaker_how == "carried over"


def test_nested_and_odd_marks() -> None:
    claim = only("“They told us ‘go home, we’re closed,'” Ann Lee said.")
    assert claim.content == "They told us ‘go home, we’re closed,"
    assert claim.surface.endswith(",'”")


def test_clause_and_quotation_together_are_mixed() -> None:
    claim = only("The plan is “far too dear for a small town,” Ann Lee said.")
    assert claim.direct is None
    assert claim.content == "The plan is “far too dear for a small town,”"


def test_two_reports_in_one_sentence_are_kept_apart() -> None:
    first, second = quotations("Ann Lee said the river was high and warned that it was rising.")
    assert first.content == "the river was high"
    assert (second.speaker, second.content) == ("Ann Lee", "that it was rising")


def test_transcript_runs_to_the_end_of_the_paragraph() -> None:
    claim = only("Mr. Olsen: The river is high. It rose all night.\nThe hall was full.")
    assert claim.speaker == "Mr. Olsen"
    assert claim.content == "The river is high. It rose all night."


def test_quotation_printed_twice_counts_once() -> None:
    text = "“The river is high and rising fast,” said Ann Lee.\nShe added: “The river is high and rising fast.”"
    assert len(quotations(text)) == 1


def test_long_quotation_without_cue_has_no_speaker() -> None:
    claim = only("A note on the door read that day “we will never sell this house to anyone”.")
    assert claim.content == "we will never sell this house to anyone"
    alone = only("It helps the story that the town “is broken while the hills are a paradise.”")
    assert (alone.speaker, alone.cue, alone.rule) == (None, None, "quotation.no-cue")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “river rats” came back.",
        "The term “soft power” was coined in the eighties.",
        "They watched “The Long Way Home” twice.",
        "The town calls itself a “jewel” of the north.",
        "The bridge is expected to open in May.",
        "It was reported that the bridge is closed.",
        "The sign 'Closed' hung on the users' door.",
        "The report was 6' 2\" long.",
        "New claims surfaced in May.",
        "They have begun moving to the hills.",
        "The state media were silent.",
        "In this report we observed that the river is high.",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quotations(text) == []


def test_captions_comments_and_boilerplate_say_nothing() -> None:
    text = "“I love this,” said a reader.\n“I hate this,” said another.\nShare this, said the site."
    zones = {"l1": ZoneKind.COMMENT, "l2": ZoneKind.CAPTION, "l3": ZoneKind.BOILERPLATE}
    assert quotations(text, **zones) == []


def test_attitudes_are_attributions_and_no_quotations() -> None:
    document = make_document("Ann Lee wants to close the bridge. The council hopes that rain will stop.")
    assert contents(document) == ["to close the bridge", "that rain will stop"]
    assert all(a.attitude for a in find_attributions(document))
    assert find_quotations(document) == []


def test_attribution_at_is_the_innermost() -> None:
    text = "The Post reported that Ann Lee said 300 people left."
    document = make_document(text)
    attributions = find_attributions(document)
    place = text.index("300")
    inner = attribution_at(attributions, Span(place, place + 3))
    assert inner is not None
    assert inner.speaker == "Ann Lee"
    outer = attribution_at(attributions, Span(text.index("Ann"), text.index("Ann") + 3))
    assert outer is not None
    assert outer.speaker == "The Post"
    assert attribution_at(attributions, Span(0, 3)) is None
    assert attribution_at([], Span(0, 3)) is None


def test_attribution_spans_hold_apposition_and_comma() -> None:
    document = make_document("Ann Lee, a farmer in Ohio, said the river was high.")
    (attribution,) = find_attributions(document)
    assert attribution.speaker == "Ann Lee"
    assert attribution.speaker_span == Span(0, len("Ann Lee, a farmer in Ohio,"))
    assert isinstance(attribution, Attribution)


def test_attribution_at_prefers_reports_and_known_speakers() -> None:
    text = "Lee Motors said it expects a loss of 40 million."
    place = text.index("40")
    found = attribution_at(find_attributions(make_document(text)), Span(place, place + 2))
    assert found is not None
    assert (found.speaker, found.cue) == ("Lee Motors", "said")


def test_what_somebody_judges_is_not_in_his_words() -> None:
    text = "The council criticised the law of 2023."
    attributions = find_attributions(make_document(text))
    assert [(a.rule, a.attitude) for a in attributions] == [("quotation.object", True)]
    assert attribution_at(attributions, Span(text.index("2023"), len(text) - 1)) is None


def test_study_is_the_source_of_what_it_found() -> None:
    text = "A survey by the Ottawa Institute found 52 percent of adults were tired."
    place = text.index("52")
    found = attribution_at(find_attributions(make_document(text)), Span(place, place + 10))
    assert found is not None
    assert found.speaker == "Ottawa Institute"


def test_headline_that_repeats_the_body_is_no_second_quotation() -> None:
    said = "“The river is high and rising fast tonight,”"
    text = f"{said} Lee says\n{said} Ann Lee said."
    (claim,) = quotations(text, l1=ZoneKind.TITLE)
    assert claim.zone is ZoneKind.BODY
    assert claim.speaker == "Ann Lee"


def test_apposition_before_the_cue_is_no_content() -> None:
    claim = only("Ann Lee, spokeswoman for the farmers of the valley, says a similar dam worked well in Ohio.")
    assert (claim.speaker, claim.content) == ("Ann Lee", "a similar dam worked well in Ohio")


def test_long_quotation_in_single_marks_that_goes_on() -> None:
    text = "Ann Lee said: 'They're closing the dam and nobody asked the farmers.\n'The river is high,' she said."
    first, second = quotations(text)
    assert first.content == "They're closing the dam and nobody asked the farmers."
    assert (second.content, second.speaker) == ("The river is high,", "Ann Lee")


def test_apostrophe_taken_for_a_mark_hides_no_quotation() -> None:
    claim = only("Back in the '90s the workers' club was full, and “nobody ever paid for a drink,” Ann Lee said.")
    assert claim.speaker == "Ann Lee"
    assert "nobody ever paid for a drink" in claim.surface
