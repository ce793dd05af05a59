"""Every screen says the same of two claims: topics, comparisons and the table of all pairs rest on one judgement."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.records import ClaimKind, Status
from index.settings import Settings

STORIES = Path(__file__).parents[1] / "stories"
NAMES = ["01-plane-crash", "06-protest-crowd", "07-rate-rise", "12-satellite-launch"]


@pytest.fixture(params=NAMES)
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Corpus]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for file in sorted((STORIES / request.param).glob("*.md")):
        (folder / file.name).write_bytes(file.read_bytes())
    opened = Corpus.open([folder], Settings(), tmp_path / "cache", tmp_path / "notes.yaml")
    opened.refresh()
    yield opened
    opened.close()


def test_comparisons_show_the_conflicts_of_topics_and_no_others(corpus: Corpus) -> None:
    topics = corpus.topics(alone=False)
    conflicts = [topic for topic in topics if topic.status is Status.CONFLICT]
    claims = {claim.id: claim for claim in corpus.claims()}
    shown = []
    cells = {(cell.a, cell.b): cell for cell in corpus.matrix()}
    for a, b in combinations([entry.id for entry in corpus.documents()], 2):
        links = [link for link in corpus.compare(a, b).links if link.status == "conflict"]
        assert cells[a, b].conflicts == len(links)
        shown += [(link.a, link.b) for link in links]
    for topic in conflicts:
        spans = [(claims[id_].document, claims[id_].span) for id_ in topic.claims]
        held = [
            sum(
                side.document == document and side.span.start <= span.start < side.span.end
                for side in sides
                for document, span in spans
            )
            for sides in shown
        ]
        assert max(held, default=0) >= 2, topic.reason
    for one, other in shown:
        sentences = [{t.id for t in conflicts for id_ in t.claims if _in(claims[id_], side)} for side in (one, other)]
        assert sentences[0] & sentences[1]


def _in(claim: object, side: object) -> bool:
    return claim.document == side.document and side.span.start <= claim.span.start < side.span.end  # type: ignore[attr-defined,no-any-return]


def test_a_topic_says_how_likely_it_is_of_one_question(corpus: Corpus) -> None:
    for topic in corpus.topics():
        if topic.status is Status.ALONE:
            assert topic.likelihood is None
            assert "comparable" in topic.reason
        else:
            assert topic.likelihood is not None
            assert 0.0 <= topic.likelihood <= 1.0
    assert {claim.kind for claim in corpus.claims()} >= {ClaimKind.FIGURE, ClaimKind.EVENT}
