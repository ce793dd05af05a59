"""What a grouping lays aside: mentions come back as they were, and a disk that takes nothing changes no topic."""

from collections.abc import Sequence

import pytest

from index.claim_matching import folder_of, mentions_of, pack, unpack
from index.claims import extract_claims
from index.language.aliases import NO_ALIASES
from index.records import Claim
from index.terms import CorpusWeights, count_terms
from index.topics import Sources, build_topics, documents, shelf
from index.topics.shelf import Shelf
from tests.index.builders import make_entries
from tests.index.grouping import Grouped, articles
from tests.index.test_topics import FLOOD, FLOOD_B

TEXT = f"""{FLOOD}
The flood in Orsholm killed at least 59 people, among them 12 children, on 14 March 2024.
“We will open the old bridge again before the summer comes,” said Mara Lindqvist, the mayor of Orsholm.
The court of Orsholm overturned the ban in May 2023. The water may last until the end of June, Lindqvist warned.
小红书有3亿用户。
"""


def test_mentions_come_back_as_they_were() -> None:
    [document] = articles(TEXT)
    claims = extract_claims(document)
    weights = CorpusWeights()
    mentions = mentions_of(claims, count_terms(document), folder_of(NO_ALIASES), weights.sentence_weight, "2024-03-15")
    assert {mention.kind for mention in mentions} == {claim.kind for claim in claims}
    assert len({mention.kind for mention in mentions}) == 5
    found = unpack(pack(mentions))
    assert found == mentions
    assert [list(mention.vector) for mention in found] == [list(mention.vector) for mention in mentions]


def test_what_lies_on_a_shelf_is_found_again() -> None:
    held = Shelf()
    held.put(3, b"three")
    held.put(1, b"")
    held.put(2, b"two")
    assert [held.get(number) for number in (3, 2, 1, 0)] == [b"three", b"two", b"", None]
    held.close()
    assert held.get(3) is None


class _Full:
    """A file on a disk that is full."""

    def __init__(self, buffering: int) -> None:
        assert buffering == 0

    def seek(self, _place: int) -> int:
        return 0

    def write(self, _packed: bytes) -> int:
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        raise OSError(28, "No space left on device")


def _nowhere(buffering: int) -> object:
    raise OSError(2, "No usable temporary directory found")


@pytest.mark.parametrize("disk", [_Full, _nowhere])
def test_a_disk_that_takes_nothing_changes_no_topic(disk: object, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{FLOOD}\nThe flood in Orsholm killed 59 people.", f"{FLOOD_B}\nIn Orsholm 59 people were killed."]
    usual = Grouped(articles(*texts)).topics
    monkeypatch.setattr(shelf, "TemporaryFile", disk)
    monkeypatch.setattr(documents, "IN_MEMORY", 1)
    assert usual
    assert Grouped(articles(*texts)).topics == usual


def test_a_document_that_loses_claims_while_it_is_grouped_stops_nothing() -> None:
    found = {document.id: extract_claims(document) for document in articles(TEXT, f"{FLOOD_B}\n{TEXT}")}
    terms = {document.id: count_terms(document) for document in articles(TEXT, f"{FLOOD_B}\n{TEXT}")}
    asked: list[str] = []

    def claims_of(id_: str) -> Sequence[Claim]:
        asked.append(id_)
        return found[id_] if asked.count(id_) == 1 else found[id_][:2]

    sources = Sources(tuple(found), claims_of, lambda: iter(terms.items()), terms.__getitem__)
    topics = build_topics(sources, make_entries(articles(TEXT, f"{FLOOD_B}\n{TEXT}")), NO_ALIASES)
    left = {claim.id for claims in found.values() for claim in claims[:2]}
    assert asked.count("a.txt") > 1
    assert {claim for topic in topics for claim in topic.claims} <= left
