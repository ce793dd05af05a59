"""A comparison as text, JSON, Markdown and a web page."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from index.comparison import compare
from index.export.comparison import FORMATS, comparison_object
from index.records import Comparison, Document
from tests.index.comparing import article

HOSTILE = '<script>document.title = "taken"</script> & <img src=x onerror=alert(1)> "quoted"'

A = article(
    "a/left.txt",
    "title|Ferry runs aground <b>outside</b> the harbour",
    "The ferry Marigold ran aground on a sandbank at dawn with 212 people on board.",
    f"Divers found {HOSTILE} and a crack in the rudder.",
    "Tickets for the summer concerts went on sale; *see* [here](http://x).",
    "comment|This is what a reader wrote.",
    title="Ferry runs aground <b>outside</b> the harbour",
)
B = article(
    "b/right.txt",
    "A rudder with a crack was to blame, divers told the coast guard.",
    "All 212 passengers left the Marigold, a ferry stranded on a sandbank.",
    "船在沙洲上搁浅了。",
    title="Stranded",
    language="en-GB",
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(A, B)


class Page(HTMLParser):
    """Tags, attributes and visible text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(str(value))
            if name == "href":
                self.targets.append(str(value))

    def handle_data(self, data: str) -> None:
        self.text += data


def written(name: str, comparison: Comparison, a: Document = A, b: Document = B) -> str:
    return FORMATS[name](comparison, a, b)


def test_text_names_both_articles_and_gives_each_link_with_lines_and_words(comparison: Comparison) -> None:
    text = written("text", comparison)
    assert text.startswith("A  a/left.txt · Ferry runs aground")
    for link in comparison.links:
        assert f"   A {link.a.line}: {link.a.text}\n   B {link.b.line}: {link.b.text}\n" in text
        assert "; ".join(link.reasons) in text
    assert "Only in A\n" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_text_gives_the_best_links_first_and_few_of_the_sentences_that_stand_alone(comparison: Comparison) -> None:
    scores = [link.score for link in sorted(comparison.links, key=lambda link: -link.score)]
    text = written("text", comparison)
    places = [text.index(f"  {score:.2f}  ") for score in scores]
    assert places == sorted(places)
    many = replace(comparison, only_b=comparison.only_a[:1] * 9)
    told = written("text", many).split("Only in B\n")[1]
    assert told.count("   B ") == 5
    assert "… and 4 sentences more" in told


def test_an_article_without_a_title_is_called_by_its_first_words(comparison: Comparison) -> None:
    untitled = replace(A, metadata=replace(A.metadata, title=None))
    first = written("text", comparison, untitled).splitlines()[0]
    assert first.startswith("A  a/left.txt · “Ferry runs aground")
    assert "“Ferry runs aground" in written("html", comparison, untitled)


def test_json_is_the_contract(comparison: Comparison) -> None:
    read = json.loads(written("json", comparison))
    assert list(read)[:9] == ["schema", "a", "b", "similarity", "links", "only_a", "only_b", "topics", "shared_wording"]
    assert (read["schema"], read["a"], read["b"]) == (1, "a/left.txt", "b/right.txt")
    assert len(read["links"]) == len(comparison.links) > 0
    for link in read["links"]:
        assert A.text[link["a"]["start"] : link["a"]["end"]] == link["a"]["text"]
        assert B.text[link["b"]["start"] : link["b"]["end"]] == link["b"]["text"]
        assert list(link) == ["a", "b", "score", "status", "reasons", "pinned"]
    assert read["threshold"] == comparison.threshold
    assert all(set(side) == {"line", "start", "end"} for side in (*read["only_a"], *read["only_b"]))
    assert read == comparison_object(comparison)


def test_markdown_shows_the_words_as_they_stand(comparison: Comparison) -> None:
    text = written("md", comparison)
    assert "<script" not in text.replace("\\<", "")
    assert "\\[here\\]\\(http" in text
    assert text.count("\n## ") >= len(comparison.links)


def test_the_page_loads_nothing_and_runs_nothing(comparison: Comparison) -> None:
    page = Page(written("html", comparison))
    assert not {"script", "img", "link", "iframe", "object", "b-x"} & set(page.tags)
    assert not {"src", "onerror", "onclick", "srcset", "action"} & page.attributes
    assert all(target.startswith("#") for target in page.targets)
    assert "url(" not in written("html", comparison)
    assert HOSTILE in page.text


def test_linked_passages_carry_the_same_number_and_lead_to_each_other(comparison: Comparison) -> None:
    page = Page(written("html", comparison))
    assert len(page.ids) == len(set(page.ids))
    assert {target[1:] for target in page.targets} <= set(page.ids)
    for number in range(1, len(comparison.links) + 1):
        assert {f"a-{number}", f"b-{number}", f"link-{number}"} <= set(page.ids)


def test_the_page_holds_both_texts_whole(comparison: Comparison) -> None:
    page = Page(written("html", comparison))
    for document in (A, B):
        for line in document.text.splitlines():
            pieces = [piece for piece in re.split(r"\s+", line) if piece]
            assert all(piece in page.text for piece in pieces)
    assert "comment" in page.text


def test_status_is_told_in_words_too(comparison: Comparison) -> None:
    page = Page(written("html", comparison))
    for link in comparison.links:
        assert {"related": "related", "same": "same fact", "wording": "same wording"}[link.status] in page.text


def test_the_same_wording_is_shown_with_what_differs() -> None:
    a = article("a.txt", "The ferry <i>Marigold</i> ran aground on a sandbank at dawn with 212 people on board.")
    b = article("b.txt", "The ferry <i>Marigold</i> ran aground on a sandbank at sunrise with 212 people on board.")
    page = written("html", compare(a, b), a, b)
    assert "<del>dawn</del> <ins>sunrise</ins>" in page
    assert "i" not in Page(page).tags


def test_the_page_begins_with_conflicts_and_each_link_gives_both_passages(comparison: Comparison) -> None:
    last = replace(comparison.links[-1], status="conflict")
    page = written("html", replace(comparison, links=(*comparison.links[:-1], last)))
    number = len(comparison.links)
    assert page.index(f'id="link-{number}"') < page.index('id="link-1"')
    listed = Page(page.split("<main>", maxsplit=1)[0]).text
    for link in comparison.links:
        assert " ".join(link.a.text.split()) in listed
        assert " ".join(link.b.text.split()) in listed
    assert f"links from {comparison.threshold:.2f} up" in listed


def test_articles_without_a_link_make_a_page_too() -> None:
    other = article("c.txt", "Honey is dear.")
    empty = compare(A, other)
    for name in FORMATS:
        assert written(name, empty, A, other)
    assert "No passage" in written("html", empty, A, other)


def test_formats_give_the_same_bytes_twice(comparison: Comparison) -> None:
    for name in FORMATS:
        assert written(name, comparison) == written(name, compare(A, B))
