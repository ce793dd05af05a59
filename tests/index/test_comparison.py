"""Which passages of two articles are linked, and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.comparison import compare
from index.language.aliases import Aliases
from index.records import Comparison, Document, Sentence, Span, ZoneKind
from index.terms import CorpusWeights, count_terms
from tests.index.comparing import article, compared, linked_at

HARBOUR = article(
    "harbour.txt",
    "title|Ferry runs aground outside the harbour",
    "The ferry Marigold ran aground on a sandbank at dawn with 212 people on board.",
    "Divers found a crack in the rudder, the coast guard said.",
    "The mayor praised the volunteers who handed out blankets.",
    "Tickets for the summer concerts went on sale in the town hall.",
)
COAST = article(
    "coast.txt",
    "Volunteers with blankets were waiting on the quay, and the mayor thanked them.",
    "Nobody expects the museum to reopen before autumn.",
    "A rudder with a crack was to blame, divers told the coast guard.",
    "All 212 passengers left the Marigold, a ferry stranded on a sandbank.",
)


def linked(comparison: Comparison) -> set[tuple[int, int]]:
    return {(link.a.line, link.b.line) for link in comparison.links}


def spans(document: Document, *lines: int) -> list[Span]:
    return [document.sentences[line - 1].span for line in lines]


def test_passages_about_one_thing_are_linked_in_whatever_order_they_stand() -> None:
    assert linked(compare(HARBOUR, COAST)) >= {(2, 4), (3, 3), (4, 1)}


def test_what_only_one_article_says_stands_alone() -> None:
    comparison = compare(HARBOUR, COAST)
    assert [side.line for side in comparison.only_b] == [2]
    assert 5 in [side.line for side in comparison.only_a]


def test_a_link_carries_place_and_words_of_both_sides() -> None:
    link = next(link for link in compare(HARBOUR, COAST).links if link.a.line == 3)
    assert HARBOUR.slice(link.a.span) == link.a.text
    assert COAST.slice(link.b.span) == link.b.text
    assert 0 < link.score < 1
    assert any("rudder" in reason and "crack" in reason for reason in link.reasons)


def test_comparing_the_other_way_round_links_the_same_passages() -> None:
    there, back = compare(HARBOUR, COAST), compare(COAST, HARBOUR)
    assert linked(there) == {(b, a) for a, b in linked(back)}
    assert there.similarity == back.similarity


def test_comments_captions_and_headings_are_never_linked() -> None:
    other = article("other.txt", *(f"comment|{COAST.slice(s.span)}" for s in COAST.sentences))
    comparison = compare(HARBOUR, other)
    assert comparison.links == ()
    assert comparison.only_b == ()
    for zone in ("caption", "heading", "boilerplate"):
        other = article("other.txt", f"{zone}|The ferry Marigold ran aground on a sandbank.")
        assert compare(HARBOUR, other).links == ()


def test_the_title_and_the_summary_are_linked() -> None:
    other = article("other.txt", "summary|A ferry ran aground outside the harbour of the town.")
    assert (1, 1) in linked(compare(HARBOUR, other))


def test_chinese_sentences_are_linked_by_words_and_not_by_single_characters() -> None:
    a = article("a.txt", "渡轮在沙洲上搁浅，乘客全部获救。", "市长感谢了志愿者。", language="zh")
    b = article(
        "b.txt", "志愿者受到市长的感谢。", "沙洲附近有渡轮搁浅，无人受伤。", "上市公司发布了长期计划。", language="zh"
    )
    assert linked(compare(a, b)) == {(1, 2), (2, 1)}


def test_one_shared_rare_word_is_less_than_several() -> None:
    one = article("one.txt", "A sandbank is a pleasant place for a picnic with old friends.")
    several = article("several.txt", "The ferry stood on a sandbank at dawn until the tide came back.")
    single = compare(HARBOUR, one, threshold=0).links
    assert max(link.score for link in single) < max(link.score for link in compare(HARBOUR, several).links)
    assert compare(HARBOUR, one).links == ()


def test_a_raised_threshold_keeps_the_strongest_links() -> None:
    low, high = compare(HARBOUR, COAST, threshold=0.1), compare(HARBOUR, COAST, threshold=0.79)
    assert linked(high) < linked(low)
    assert all(link.score >= 0.79 for link in high.links)
    assert compare(HARBOUR, COAST, threshold=1.0).links == ()


def test_the_spellings_of_one_name_are_one() -> None:
    a = article("a.txt", "Settlers praised Little Harbour for its oysters.", "Rain fell.")
    b = article("b.txt", "Oysters made 小港 known abroad.", "Buses ran late.")
    names = Aliases.from_groups([["Little Harbour", "小港"]])
    without = compare(a, b, threshold=0).links[0].score
    with_names = compare(a, b, aliases=names, threshold=0).links[0].score
    assert with_names > without


def test_a_name_is_not_found_in_plain_words() -> None:
    a = article("a.txt", "Critics called Red Note a mirror of its makers.")
    b = article("b.txt", "The band played a red note on a mirror.")
    names = Aliases.from_groups([["Red Note", "RedNote"]])
    assert not any(
        "Red Note" in reason for link in compare(a, b, aliases=names, threshold=0).links for reason in link.reasons
    )


def test_word_families_link_what_stems_do_not() -> None:
    a = article("a.txt", "Regulators outlawed the sweetener after the trial.", "Rain fell on the coast.")
    b = article("b.txt", "The sweetener was banned.", "Buses ran late all night.")
    reasons = " ".join(reason for link in compare(a, b, threshold=0.1).links for reason in link.reasons)
    assert "outlawed/banned" in reasons


def test_words_of_every_sentence_of_the_story_weigh_little() -> None:
    story = [
        f"The Marigold {verb} near pier {number}." for number, verb in enumerate(["slowed", "turned", "idled"] * 6)
    ]
    a = article("a.txt", *story, "The Marigold carried oranges.")
    b = article("b.txt", *story[:9], "Oranges were thrown from the Marigold.")
    top = [link for link in compare(a, b, threshold=0.0).links if link.b.line == 10]
    assert max(top, key=lambda link: link.score).a.line == 19


def test_words_that_are_common_in_the_corpus_weigh_less() -> None:
    weights = CorpusWeights()
    for number in range(30):
        weights.add(count_terms(article(f"{number}.txt", f"The lantern stood on shelf {number}.")))
    a = article("a.txt", "A lantern shone.", "A theodolite stood there.")
    b = article("b.txt", "Somebody bought a lantern.", "Somebody bought a theodolite.")
    scores = {(link.a.line, link.b.line): link.score for link in compare(a, b, weights=weights, threshold=0).links}
    assert scores[2, 2] > scores[1, 1]


def test_the_same_figure_is_a_fact_and_a_reason() -> None:
    link = linked_at(compared(HARBOUR.text, COAST.text), 2, 4)
    assert link.status == "same"
    assert link.reasons[0].startswith("same figure")


def test_different_figures_of_one_subject_are_a_conflict_however_else_they_agree() -> None:
    link = linked_at(
        compared(
            "The ferry Marigold sank off the cape with 212 passengers and 31 crew on board.",
            "The ferry Marigold sank off the cape with 198 passengers and 31 crew on board.",
        )
    )
    assert link.status == "conflict"
    assert "different figures: 212 and 198" in link.reasons
    assert "same figure: 31" in link.reasons


def test_equal_figures_of_other_subjects_are_no_fact() -> None:
    comparison = compared(
        "Tealbank, a lender, counts over 350 million customers around the world.",
        "Orchards around the world grow over 350 million trees, a census found.",
        threshold=0.0,
    )
    assert [link.status for link in comparison.links] == ["related"]


def test_figures_that_fit_each_other_are_compatible() -> None:
    comparison = compared(
        "The ministry will suspend the fishing quota for 60 to 90 days.",
        "The fishing quota was suspended by the ministry for 75 days.",
    )
    assert linked_at(comparison).status == "compatible"


def test_dates_near_each_other_of_one_event_are_a_conflict() -> None:
    link = linked_at(
        compared(
            "The lighthouse lamp went dark on January 18 after a short circuit.",
            "The lamp of the lighthouse went dark on January 19.",
        )
    )
    assert link.status == "conflict"
    assert "different dates: January 18 and January 19" in link.reasons


def test_dates_of_one_event_conflict_however_far_they_are_from_each_other() -> None:
    comparison = compared(
        "The lighthouse lamp went dark on January 18, 2025 after a short circuit.",
        "The lamp of the lighthouse went dark on March 2, 1990.",
    )
    assert linked_at(comparison).status == "conflict"


@pytest.mark.xfail(strict=True, reason="is called the same fact since the likelihood was fitted")
def test_a_quotation_that_was_cut_short_is_found() -> None:
    words = "we will rebuild every house on this street before winter comes"
    link = linked_at(
        compared(
            f"“{words}, whatever it costs,” said Ada Quill.\nRain fell.",
            f"Speaking at noon, Quill promised: “{words}.”\nBuses ran late.",
        )
    )
    assert link.status == "quotation"
    assert any(reason.startswith("both quote “we will rebuild") for reason in link.reasons)
    assert "both cite Ada Quill" in link.reasons
    assert sum(reason.startswith("both quote") for reason in link.reasons) == 1


def test_wire_copy_is_found_as_such() -> None:
    sentence = "The ferry Marigold ran aground on a sandbank at dawn with 212 people on board."
    other = article("other.txt", sentence.replace("dawn", "sunrise"))
    link = next(link for link in compare(HARBOUR, other).links if link.a.line == 2)
    assert link.status == "wording"
    assert "nearly the same wording" in link.reasons


def test_copies_share_their_wording_and_others_do_not() -> None:
    copy = article("copy.txt", *(HARBOUR.slice(sentence.span) for sentence in HARBOUR.sentences))
    assert compare(HARBOUR, copy).shared_wording == 1.0
    assert compare(HARBOUR, copy).similarity > 0.99
    assert compare(HARBOUR, COAST).shared_wording < 0.3


def test_a_pinned_link_is_kept_whatever_the_threshold() -> None:
    (a,), (b,) = spans(HARBOUR, 5), spans(COAST, 2)
    comparison = compare(HARBOUR, COAST, pinned=[(a, b)], threshold=0.99)
    assert [(link.a.span, link.b.span, link.pinned) for link in comparison.links] == [(a, b, True)]
    assert comparison.links[0].reasons == ("linked by hand",)


def test_a_pinned_link_takes_the_place_of_the_found_one() -> None:
    (a,), (b,) = spans(HARBOUR, 3), spans(COAST, 3)
    links = [link for link in compare(HARBOUR, COAST, pinned=[(a, b)]).links if (link.a.line, link.b.line) == (3, 3)]
    assert [link.pinned for link in links] == [True]


def test_a_broken_link_is_gone_and_its_passages_stand_alone() -> None:
    (a,), (b,) = spans(HARBOUR, 3), spans(COAST, 3)
    comparison = compare(HARBOUR, COAST, broken=[(a, b)])
    assert (3, 3) not in linked(comparison)
    assert 3 in [side.line for side in comparison.only_b]


def test_empty_documents_are_compared_without_a_word() -> None:
    for other in (article("none.txt"), HARBOUR, article("dots.txt", "…", "— —")):
        comparison = compare(article("empty.txt"), other)
        assert comparison.links == ()
        assert comparison.similarity == 0.0


def test_the_same_input_gives_the_same_comparison() -> None:
    assert compare(HARBOUR, COAST) == compare(HARBOUR, COAST)


def test_a_text_that_repeats_itself_has_no_endless_list_of_links() -> None:
    same = article("same.txt", *["The ferry Marigold ran aground on a sandbank."] * 120)
    comparison = compare(same, same)
    assert len(comparison.links) <= 6 * 120
    assert comparison.only_a == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_characters="\n|"), max_size=60), max_size=6),
    st.lists(st.text(st.characters(exclude_characters="\n|"), max_size=60), max_size=6),
)
def test_any_two_texts_can_be_compared(left: list[str], right: list[str]) -> None:
    a, b = article("a.txt", *left), article("b.txt", *right)
    comparison = compare(a, b, threshold=0.0)
    assert 0.0 <= comparison.similarity <= 1.0
    for link in comparison.links:
        assert 0.0 <= link.score <= 1.0
        assert a.slice(link.a.span) == link.a.text
        assert b.slice(link.b.span) == link.b.text
    for sides, links in (
        (comparison.only_a, [x.a for x in comparison.links]),
        (comparison.only_b, [x.b for x in comparison.links]),
    ):
        assert not {side.span for side in sides} & {side.span for side in links}


SATURDAY = "The lighthouse lamp went dark on Saturday after a short circuit."
SUNDAY = "The lamp of the lighthouse went dark on Sunday."


def test_days_of_the_week_contradict_each_other_only_where_the_days_of_publication_are_known() -> None:
    assert linked_at(compared(SATURDAY, SUNDAY)).status == "related"
    monday = ("2025-01-20", "2025-01-20")
    assert linked_at(compared(SATURDAY, SUNDAY, monday)).status == "conflict"
    assert linked_at(compared(SATURDAY, SATURDAY.replace("Saturday", "January 18"), monday)).status == "same"


def test_a_part_does_not_contradict_its_whole() -> None:
    comparison = compared(
        "The storm over the cape killed 212 sailors, the harbour office said.",
        "The storm over the cape killed 31 of the sailors of one village, the harbour office said.",
    )
    assert linked_at(comparison).status != "conflict"


def test_what_stands_before_a_sentence_says_what_it_is_about() -> None:
    def pair(paragraph: int) -> Document:
        text = "The theodolite was built by Anselm Kreutz. It was sold to a museum for a fortune."
        first = text.index(" It")
        sentences = (
            Sentence(Span(0, first), ZoneKind.BODY, 1, 1),
            Sentence(Span(first + 1, len(text)), ZoneKind.BODY, 1, paragraph),
        )
        return Document("a.txt", "a.txt", text, "a", "utf-8", sentences=sentences)

    other = article("b.txt", "A museum paid a fortune for the theodolite.", "Rain fell on the coast.")
    together, apart = (
        max(link.score for link in compare(pair(paragraph), other, threshold=0).links if link.a.span.start > 0)
        for paragraph in (1, 2)
    )
    assert together > apart
