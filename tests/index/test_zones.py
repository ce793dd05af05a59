"""What each line of an article is: zones, paragraphs, and how seldom they are wrong."""

import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading import Source, read_document
from index.records import Document, ZoneKind
from index.zones import build_zones, find_kinds, split_paragraphs

ONE = "The harbour of Port Elia was closed on Monday after a storm broke two cranes, the port office said."
TWO = "Officials expect the repair to take most of the spring, and say it costs more than the town can pay."
THREE = "The cranes were built in 1931. They carried half of all goods that the island needs, the mayor said."


def read(tmp_path: Path, *lines: str, name: str = "x.txt") -> Document:
    file = tmp_path / name
    file.write_text("\n".join(lines) + "\n")
    return read_document(Source(name, str(file), 0, 0), {})


def kinds(document: Document) -> list[str]:
    """Return the kind of each line that is not blank."""
    found = []
    for number, line in enumerate(document.text.split("\n"), start=1):
        if line.strip():
            found.append(next(z.kind.value for z in document.zones if z.first_line <= number <= z.last_line))
    return found


class TestBoilerplate:
    @pytest.mark.parametrize(
        "line",
        [
            "Share this story",
            "Advertisement",
            "Advertisement Continue reading the main story",
            "Subscribe to our newsletter",
            "Sign up for our daily newsletter and get the news in your inbox",
            "Follow us on Facebook",
            "Follow The Elia Post on Twitter",
            "Read more: another storm in the bay",
            "READ MORE: Another storm in the bay",
            "Read more",
            "Related articles",
            "[Why cranes fall so often]",
            "We use cookies to make this site better.",
            "Copyright 2025 The Elia Post. All rights reserved.",
            "© 2025 Elia Media",
            "This article was originally published in The Elia Post.",
            "An earlier version of this story misnamed the mayor.",
            "Correction: the cranes are green.",
            "The Associated Press contributed to this report.",
            "Additional reporting by Ann Lee",
            "(Reporting by Ann Lee; Editing by Bo Chen)",
            "Email: lee@eliapost.example; follow her on Twitter",
            "Scroll down for video",
            "Click here to subscribe",
            "The views expressed are the author's own.",
        ],
    )
    def test_by_their_own_words(self, tmp_path: Path, line: str) -> None:
        assert kinds(read(tmp_path, ONE, TWO, line, THREE, ONE)) == ["body", "body", "boilerplate", "body", "body"]

    @pytest.mark.parametrize(
        "line",
        [
            "Share of the vote for the ruling party fell to a record low of 31 percent on Sunday.",
            "More than half of the islanders have left.",
            "Follow the money, the prosecutor told the court.",
            "Reading the will took an hour.",
            "The mayor wrote on Twitter.",
            "This story of a town and its cranes begins in 1931.",
            "Subscribers left the paper in thousands after the vote.",
            "The post office was the first to open.",
            "Photographers waited at the gate all night.",
            "Comments by the mayor made things worse.",
            "Update the map, she told her staff, or burn it.",
            "Published figures show a loss of 3 million.",
            "Writing by hand is slow, he said.",
        ],
    )
    def test_sentences_that_only_begin_alike(self, tmp_path: Path, line: str) -> None:
        assert kinds(read(tmp_path, ONE, TWO, line, THREE, ONE)) == ["body"] * 5

    def test_titles_under_a_list_of_links(self, tmp_path: Path) -> None:
        document = read(tmp_path, ONE, TWO, THREE, "Read more:", "Why cranes fall so often", "Ten storms you forgot")
        assert kinds(document) == ["body"] * 3 + ["boilerplate"] * 3

    def test_notes_on_the_author_only_at_the_end(self, tmp_path: Path) -> None:
        note = "Ann Lee is a senior fellow at the Institute for Cranes."
        assert kinds(read(tmp_path, ONE, TWO, THREE, note)) == ["body"] * 3 + ["boilerplate"]
        assert kinds(read(tmp_path, ONE, note, TWO, THREE)) == ["body"] * 4


class TestCaptions:
    @pytest.mark.parametrize(
        "line",
        [
            "BANNER: The crane before the storm. (Source: Ann Lee/Getty Images)",
            "Photo: Ann Lee / Reuters",
            "The crane before the storm. (Ann Lee/AP)",
            "The crane before the storm (Getty Images)",
            "The crane before the storm ©Ann Lee (AFP)",
            "FILE - In this Jan. 3, 2020, file photo, the crane stands in the harbour. (AP Photo/Ann Lee)",
            "Enlarge this image toggle caption Ann Lee/Getty Images Ann Lee/Getty Images",
            "Mayor Bo Chen (left) and the harbour master at the broken crane",
            "Getty Images The crane falls on the pier",
            "Figure 1: Ships in the harbour",
        ],
    )
    def test_by_their_own_words(self, tmp_path: Path, line: str) -> None:
        assert kinds(read(tmp_path, ONE, TWO, line, THREE, ONE)) == ["body", "body", "caption", "body", "body"]

    def test_the_lines_above_a_credit_between_blank_lines(self, tmp_path: Path) -> None:
        document = read(
            tmp_path, ONE, "", "A crane at night.", "The crane was green.", "Leeann / Shutterstock", "", TWO
        )
        assert kinds(document) == ["body", "caption", "caption", "caption", "body"]

    def test_galleries(self, tmp_path: Path) -> None:
        pictures = [f"{number}/4 2016 The crane in its {number}th year, seen from the sea." for number in range(1, 5)]
        assert kinds(read(tmp_path, ONE, *pictures, TWO)) == ["body", *["caption"] * 4, "body"]

    def test_runs_of_clauses_without_a_stop(self, tmp_path: Path) -> None:
        captions = [
            "The mayor of Port Elia looks at the broken crane on Monday",
            "Workers carry the green cabin of the crane to the ferry",
        ]
        document = read(tmp_path, ONE, *captions, TWO, captions[0], THREE, ONE)
        assert kinds(document) == ["body", "caption", "caption", "body", "caption", "body", "body"]

    @pytest.mark.parametrize(
        "line",
        [
            "He told Reuters that the crane was old.",
            "The agency that found out was Reuters.",
            "She was pictured with the mayor in 2019, which he denies.",
            "The crane (which is green) was built by the army.",
        ],
    )
    def test_sentences_of_the_story(self, tmp_path: Path, line: str) -> None:
        assert kinds(read(tmp_path, ONE, TWO, line, THREE, ONE)) == ["body"] * 5


class TestHeadingsAndSummary:
    def test_title_standfirst_heading_and_repeated_title(self, tmp_path: Path) -> None:
        document = read(tmp_path, "Cranes fall in storm", "A town without a harbour", "Cranes Fall in Storm", ONE, TWO,
                        "What comes next?", THREE, ONE)  # fmt: skip
        assert kinds(document) == ["title", "summary", "title", "body", "body", "heading", "body", "body"]

    def test_key_takeaways_with_bare_bullets_and_the_line_above(self, tmp_path: Path) -> None:
        document = read(tmp_path, ONE, "Key takeaways:", "-", TWO, "-", THREE, ONE, TWO)
        assert kinds(document) == ["summary"] * 6 + ["body"] * 2
        assert not any(document.slice(sentence.span) == "-" for sentence in document.sentences)

    @pytest.mark.parametrize(
        "line",
        [
            "“We will not go,” she said",
            "- a first point",
            "He said:",
            "the end of it",
            "But should the town pay for all of it?",
            "She said: 'I came by myself.'",
        ],
    )
    def test_lines_that_are_no_heading(self, tmp_path: Path, line: str) -> None:
        assert "heading" not in kinds(read(tmp_path, ONE, TWO, line, THREE, ONE))


class TestComments:
    def test_under_a_heading(self, tmp_path: Path) -> None:
        for heading in ("Comments (2)", "2 Comments", "Comments:", "Discussion about this post", "评论"):
            document = read(tmp_path, ONE, TWO, THREE, ONE, heading, "Zed", "The crane was red.", "Reply")
            assert kinds(document)[:7] == ["body"] * 4 + ["comment"] * 3

    def test_without_a_heading(self, tmp_path: Path) -> None:
        document = read(
            tmp_path, "Cranes fall in storm", ONE, TWO, THREE, ONE, TWO, "Thanks for reading! What do you think?",
            "Great piece! I worked there for years.", "I agree with you, but the cranes were blue.", "They were red.",
        )  # fmt: skip
        assert kinds(document) == ["title"] + ["body"] * 6 + ["comment"] * 3

    @pytest.mark.parametrize(
        "lines",
        [
            ["As a former driver, I know the risk.", "In this piece I have argued for steel.", THREE],
            ["“I agree with the author,” the mayor said.", "“Great article,” his wife said.", THREE],
            ["Thanks to the author of the report, the town knows.", THREE, ONE],
            ["Wow, said the mayor.", THREE, ONE],
            ["Comments on the plan are due in May.", THREE, ONE],
            ["I disagree with the mayor on this.", "My view is that the port must close.", THREE],
        ],
    )
    def test_an_author_who_says_i_is_no_reader(self, tmp_path: Path, lines: list[str]) -> None:
        assert "comment" not in kinds(read(tmp_path, "Cranes fall in storm", ONE, TWO, THREE, ONE, TWO, *lines))

    def test_talk_set_down_line_by_line_has_no_comments(self, tmp_path: Path) -> None:
        talk = ["Did you see the crane?", "Yeah. It fell.", "I was there with my brother.", "Wow, I was not."]
        assert "comment" not in kinds(read(tmp_path, *talk * 5, "Yeah, I agree with you.", "Great story!", "Exactly."))

    def test_a_heading_at_the_start_is_no_end(self, tmp_path: Path) -> None:
        assert "comment" not in kinds(read(tmp_path, "Comments", ONE, TWO, THREE))


class TestParagraphs:
    def test_wrapped_text_reads_like_the_same_text_unwrapped(self, tmp_path: Path) -> None:
        story = [f"{ONE} {TWO}", f"{THREE} {ONE}", f"{TWO} {THREE} It was late."]
        plain = read(tmp_path, "Cranes fall in storm", "By Ann Lee", *story)
        for width in (60, 72, 80):
            wrapped = read(
                tmp_path,
                "Cranes fall in storm",
                "",
                "By Ann Lee",
                "",
                *(textwrap.fill(part, width) + "\n" for part in story),
            )
            assert [zone.kind for zone in wrapped.zones] == [zone.kind for zone in plain.zones]
            assert [" ".join(wrapped.slice(one.span).split()) for one in wrapped.sentences] == [
                plain.slice(one.span) for one in plain.sentences
            ]
            assert wrapped.sentences[-1].paragraph == plain.sentences[-1].paragraph

    def test_short_lines_are_paragraphs_of_their_own(self, tmp_path: Path) -> None:
        document = read(tmp_path, "One goes here.", "Two goes there", "Three", "Four stays.", "Five left early, too.")
        assert [sentence.paragraph for sentence in document.sentences] == [1, 2, 3, 4, 5]

    def test_lines_of_a_markdown_paragraph_are_one(self, tmp_path: Path) -> None:
        document = read(
            tmp_path, "# Head", "One goes", "on here.", "* item one", "* item two", "", "> said", name="x.md"
        )
        words = [" ".join(document.slice(one.span).split()) for one in document.sentences]
        assert words == ["Head", "One goes on here.", "item one", "item two", "said"]

    @given(st.text(alphabet="ab. \n-#", max_size=200), st.booleans(), st.booleans())
    def test_every_word_is_in_one_paragraph_and_one_zone(self, text: str, markdown: bool, wrapped: bool) -> None:
        paragraphs = split_paragraphs(text, markdown=markdown, wrapped=wrapped)
        covered = [offset for one in paragraphs for offset in range(*one.span)]
        assert len(covered) == len(set(covered))
        assert all(offset in set(covered) for offset, character in enumerate(text) if not character.isspace())
        zones = build_zones(paragraphs, find_kinds(paragraphs, {}))
        assert all(above.span.end <= below.span.start for above, below in pairwise(zones))
        assert all(above.kind is not below.kind for above, below in pairwise(zones))


SEED_ZONES = {
    "000": {ZoneKind.SUMMARY: (1, 8), ZoneKind.BOILERPLATE: (30, 30)},
    "001": {ZoneKind.TITLE: (1, 1), ZoneKind.SUMMARY: (2, 2), ZoneKind.COMMENT: (46, 51)},
    "002": {
        ZoneKind.TITLE: (1, 1),
        ZoneKind.BOILERPLATE: (4, 8),
        ZoneKind.CAPTION: (25, 27),
        ZoneKind.HEADING: (37, 37),
    },
    "003": {ZoneKind.BODY: (1, 25)},
}


def test_the_five_articles(shared: Path) -> None:
    for file in sorted((shared / "seeds").iterdir()):
        document = read_document(Source(file.name, str(file), 0, 0), {})
        for kind, lines in SEED_ZONES.get(file.name[:3], {}).items():
            assert lines in [(zone.first_line, zone.last_line) for zone in document.zones if zone.kind is kind]
    special = {z.kind: (z.first_line, z.last_line) for z in document.zones if z.kind is not ZoneKind.BODY}
    assert special[ZoneKind.BOILERPLATE] == (40, 43)
    assert special[ZoneKind.CAPTION] == (6, 6)
    assert special[ZoneKind.HEADING] == (31, 31)
