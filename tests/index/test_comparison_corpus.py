"""Related documents, the matrix of pairs, and the counts they rest on."""

from typing import TYPE_CHECKING

import pytest

from index.comparison import RelatedIndex, compare, matrix, related
from index.terms import CorpusWeights, TermCounts, count_terms
from index.terms.weights import is_grammar
from tests.index.comparing import article

if TYPE_CHECKING:
    from index.records import Document

DOCUMENTS = {
    document.id: document
    for document in (
        article("dam.txt", "The Ostrava dam burst.", "Water reached the chapel.", "Engineers had warned of cracks."),
        article("flood.txt", "Engineers warned that the Ostrava dam would burst.", "The chapel stood under water."),
        article("bees.txt", "Beekeepers counted their hives.", "Honey is dear this spring."),
        article("bees-copy.txt", "Beekeepers counted their hives.", "Honey is dear this spring, says Anna."),
        article("opera.txt", "A tenor sang in the burst tent."),
    )
}
COUNTS = {id_: count_terms(document) for id_, document in DOCUMENTS.items()}


def index_of(*ids: str) -> RelatedIndex:
    index = RelatedIndex()
    for id_ in ids:
        index.add(id_, COUNTS[id_])
    return index


def test_articles_on_one_event_come_first_and_share_words() -> None:
    found = related(DOCUMENTS["dam.txt"], index_of(*DOCUMENTS), COUNTS.__getitem__)
    assert found[0].document == "flood.txt"
    assert "dam" in found[0].reasons[0]
    assert "dam.txt" not in [entry.document for entry in found]


def test_articles_are_listed_by_what_they_share_with_this_one() -> None:
    chain = [
        article("one.txt", "A glacier near Oslavany cracked.", "Climbers fled with ropes and axes."),
        article("two.txt", "Climbers fled with ropes and axes.", "Pumps and sandbags came by lorry over the pass."),
        article("three.txt", "Pumps and sandbags came by lorry over the pass.", "A cellar was dried."),
        article("four.txt", "A cellar of old wine was sold near Oslavany."),
    ]
    counts = {document.id: count_terms(document) for document in chain}
    index = RelatedIndex()
    for id_, entry in counts.items():
        index.add(id_, entry)
    found = [entry.document for entry in related(chain[2], index, counts.__getitem__)]
    assert found[0] == "two.txt"
    assert [id_ for id_, _ in index.scores(counts["three.txt"])][1] == "two.txt"
    assert set(found) == {"two.txt", "four.txt"}


def test_a_word_of_the_title_counts_more() -> None:
    counts = count_terms(article("a.txt", "title|Dam bursts", "A dam of clay burst."))
    assert counts.counts == {"dam": 4, "burst": 4, "clay": 1}


def test_near_copies_are_told_as_such() -> None:
    found = related(DOCUMENTS["bees.txt"], index_of(*DOCUMENTS), COUNTS.__getitem__, DOCUMENTS.__getitem__)
    assert found[0].document == "bees-copy.txt"
    assert found[0].reasons[0] == "nearly the same text"


def test_unrelated_articles_are_not_listed() -> None:
    found = related(DOCUMENTS["bees.txt"], index_of("bees.txt", "dam.txt"), COUNTS.__getitem__)
    assert found == []


def test_a_removed_document_is_not_found_and_an_added_one_is() -> None:
    index = index_of(*DOCUMENTS)
    index.remove("flood.txt")
    index.remove("nothing.txt")
    assert "flood.txt" not in index
    assert len(index) == 4
    assert "flood.txt" not in [id_ for id_, _ in index.scores(COUNTS["dam.txt"])]
    index.add("flood.txt", COUNTS["flood.txt"])
    assert index.scores(COUNTS["dam.txt"])[1][0] == "flood.txt"


def test_a_document_is_most_like_itself() -> None:
    for id_, counts in COUNTS.items():
        best, score = index_of(*DOCUMENTS).scores(counts)[0]
        assert best == id_
        assert score == pytest.approx(1.0, abs=1e-5)


def test_counts_leave_out_grammar_and_what_is_not_the_articles_own() -> None:
    counts = count_terms(article("a.txt", "The dam and the dams.", "A dam.", "comment|Orchids."))
    assert counts == TermCounts(2, {"dam": 2})


def test_weights_taken_back_are_as_before() -> None:
    weights, fresh = CorpusWeights(), CorpusWeights()
    for id_, counts in COUNTS.items():
        weights.add(counts)
        if id_ != "opera.txt":
            fresh.add(counts)
    weights.remove(COUNTS["opera.txt"])
    assert (weights.documents, weights.sentences) == (fresh.documents, fresh.sentences)
    for term in {term for counts in COUNTS.values() for term in counts.counts}:
        assert weights.sentence_weight(term) == fresh.sentence_weight(term)
    assert weights.sentence_weight("tenor") > weights.sentence_weight("dam")


def test_a_rare_word_weighs_more_than_a_common_one_and_that_more_than_grammar() -> None:
    weights = CorpusWeights()
    assert weights.sentence_weight("theodolit") > weights.sentence_weight("govern") > weights.sentence_weight("the")
    assert is_grammar("the")
    assert not is_grammar("theodolit")


def test_the_matrix_has_each_pair_once_with_the_links_that_compare_finds() -> None:
    documents = list(DOCUMENTS.values())
    weights = CorpusWeights()
    for counts in COUNTS.values():
        weights.add(counts)
    seen: list[tuple[int, int]] = []
    cells = matrix(documents, lambda _id: (), weights=weights, progress=lambda done, of: seen.append((done, of)))
    assert len(cells) == 10
    assert seen == [(number, 10) for number in range(1, 11)]
    for cell in cells:
        pair = compare(DOCUMENTS[cell.a], DOCUMENTS[cell.b], weights=weights)
        assert (cell.links, cell.similarity) == (len(pair.links), pair.similarity)


def test_a_cancelled_matrix_returns_what_it_has() -> None:
    documents: list[Document] = list(DOCUMENTS.values())
    cells = matrix(documents, lambda _id: (), weights=CorpusWeights(), cancelled=lambda: True)
    assert len(cells) == 1
