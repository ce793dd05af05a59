"""What the reader's hand does to links: pins, breaks and thresholds hold in comparisons and in the matrix alike."""

import sys
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.errors import NotesError
from index.notes import read_decisions
from index.records import Cell, Comparison, Link
from index.settings import Settings
from tests.index.corpora import ONE, Opener

PAIR = ("one.md", "two.md")


def break_first(corpus: Corpus) -> Link:
    link = corpus.compare(*PAIR).links[0]
    corpus.notes.break_link((link.a.document, link.a.span), (link.b.document, link.b.span))
    return link


def pin(corpus: Corpus, words: str, other: str) -> None:
    spans = []
    for id_, part in zip(PAIR, (words, other), strict=True):
        document = corpus.document(id_)
        spans.append((id_, next(one.span for one in document.sentences if part in document.slice(one.span))))
    corpus.notes.pin(*spans)


def cell(corpus: Corpus) -> Cell:
    return next(one for one in corpus.matrix() if (one.a, one.b) == PAIR)


def counted(comparison: Comparison) -> tuple[int, int]:
    return len(comparison.links), sum(link.status == "conflict" for link in comparison.links)


class TestTheThreshold:
    def test_it_is_kept_for_the_pair_and_undone(self, corpus: Corpus, opened: Opener) -> None:
        before = corpus.compare(*PAIR)
        highest = max(link.score for link in before.links)
        corpus.notes.set_threshold(*PAIR, min(1.0, highest + 0.01))
        for links in (opened().compare(*PAIR).links, corpus.compare(PAIR[1], PAIR[0]).links):
            assert {link.status for link in links} == {"conflict"}, "a conflict is never hidden"
        assert corpus.compare(*PAIR).threshold == pytest.approx(min(1.0, highest + 0.01), abs=0.006)
        assert corpus.compare("one.md", "three.md").threshold == before.threshold
        corpus.notes.undo()
        assert corpus.compare(*PAIR) == before

    def test_one_that_is_asked_for_ranks_over_it(self, corpus: Corpus) -> None:
        corpus.notes.set_threshold(*PAIR, 0.99)
        assert corpus.compare(*PAIR, threshold=0.05).links

    def test_it_ranks_over_the_settings_and_none_goes_back_to_them(self, corpus: Corpus) -> None:
        corpus.settings = Settings(comparison_threshold=0.9)
        assert corpus.compare(*PAIR).threshold == 0.9
        kept = corpus.notes.set_threshold(*PAIR, 0.0)
        assert corpus.compare(*PAIR).threshold == 0.0
        corpus.notes.take_back(kept)
        assert corpus.compare(*PAIR).threshold == 0.9
        corpus.notes.set_threshold(*PAIR, 0.4)
        corpus.notes.set_threshold(*PAIR, None)
        assert corpus.compare(*PAIR).threshold == 0.9

    def test_it_outlives_edits_of_both_articles(self, corpus: Corpus) -> None:
        corpus.notes.set_threshold(*PAIR, 0.7)
        for id_ in PAIR:
            Path(corpus.entry(id_).path).write_text("Nothing is as it was.\n", encoding="utf-8")
        corpus.refresh()
        assert corpus.compare(*PAIR).threshold == 0.7
        assert corpus.notes.effects().lost == ()

    def test_it_travels_with_the_other_decisions(self, corpus: Corpus, tmp_path: Path) -> None:
        corpus.notes.set_threshold(*PAIR, 0.7)
        corpus.notes.write_copy(tmp_path / "copy.yaml")
        corpus.notes.undo()
        assert corpus.notes.take_in(tmp_path / "copy.yaml") == 1
        assert corpus.compare(*PAIR).threshold == 0.7

    @pytest.mark.parametrize("value", ["2", "-1", "much", "nan"])
    def test_a_value_that_is_none_names_its_entry(self, corpus: Corpus, tmp_path: Path, value: str) -> None:
        corpus.notes.set_threshold(*PAIR, 0.7)
        file = tmp_path / "copy.yaml"
        corpus.notes.write_copy(file)
        file.write_text(file.read_text(encoding="utf-8").replace("'0.70'", value), encoding="utf-8")
        with pytest.raises(NotesError, match="entry 1"):
            read_decisions(file)


class TestTheMatrix:
    def test_it_counts_what_opening_the_cell_shows(self, corpus: Corpus) -> None:
        assert (cell(corpus).links, cell(corpus).conflicts) == counted(corpus.compare(*PAIR))
        break_first(corpus)
        assert (cell(corpus).links, cell(corpus).conflicts) == counted(corpus.compare(*PAIR))
        pin(corpus, "We will rebuild", "It may reopen")
        assert (cell(corpus).links, cell(corpus).conflicts) == counted(corpus.compare(*PAIR))
        corpus.notes.set_threshold(*PAIR, 0.99)
        assert (cell(corpus).links, cell(corpus).conflicts) == counted(corpus.compare(*PAIR))
        corpus.notes.undo()
        corpus.notes.undo()
        corpus.notes.undo()
        assert (cell(corpus).links, cell(corpus).conflicts) == counted(corpus.compare(*PAIR))

    def test_it_goes_by_the_settings_threshold(self, corpus: Corpus) -> None:
        corpus.settings = Settings(comparison_threshold=0.99)
        links = corpus.compare(*PAIR).links
        assert cell(corpus).links == len(links)
        assert {link.status for link in links} == {"conflict"}, "a conflict is never hidden"

    def test_a_corrected_figure_counts_in_both(self, corpus: Corpus) -> None:
        conflicts = counted(corpus.compare(*PAIR))[1]
        assert conflicts
        for claim in corpus.claims("two.md"):
            if claim.surface.startswith("15,000"):
                corpus.notes.correct(claim, "low", "12000")
                corpus.notes.correct(claim, "high", "12000")
        assert counted(corpus.compare(*PAIR))[1] == conflicts - 1
        assert cell(corpus).conflicts == conflicts - 1

    def test_pairs_are_compared_once(self, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
        first = corpus.matrix()
        break_first(corpus)
        compared = []
        whole = corpus._pairs.compare

        def watched(*arguments: object) -> Comparison:
            compared.append(arguments[:2])
            return whole(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(corpus._pairs, "compare", watched)
        monkeypatch.setattr(sys.modules["index.comparison.matrix"], "find_links", None)
        again = corpus.matrix()
        assert compared == [PAIR]
        assert [one for one in again if (one.a, one.b) != PAIR] == [one for one in first if (one.a, one.b) != PAIR]
        corpus.matrix()
        assert compared == [PAIR]


class TestPinsAndBreaks:
    def test_a_pinned_link_takes_its_status_from_the_claims_in_it(self, corpus: Corpus) -> None:
        pin(corpus, "12,000 cars", "15,000 cars")
        link = next(link for link in corpus.compare(*PAIR).links if link.pinned)
        assert link.status == "conflict"
        assert link.reasons[0] == "linked by hand"
        assert len(link.reasons) > 1

    def test_they_are_found_again_after_an_edit(self, corpus: Corpus) -> None:
        pin(corpus, "We will rebuild", "It may reopen")
        broken = break_first(corpus)
        file = Path(corpus.entry("one.md").path)
        added = "It rained for a week before that, and the river stood high.\n\n"
        file.write_text(ONE.replace("At least", added + "At least"), encoding="utf-8")
        corpus.refresh()
        links = corpus.compare(*PAIR).links
        assert [link.a.text[:20] for link in links if link.pinned] == ["“We will rebuild it "]
        assert (broken.a.text, broken.b.text) not in [(link.a.text, link.b.text) for link in links]
        assert corpus.notes.effects().lost == ()

    def test_they_are_flagged_when_their_words_are_gone(self, corpus: Corpus) -> None:
        pin(corpus, "We will rebuild", "It may reopen")
        file = Path(corpus.entry("one.md").path)
        file.write_text(
            ONE.replace("“We will rebuild it before the winter,” said Ada Brandt, the mayor of Aldern.", "")
        )
        corpus.refresh()
        assert not any(link.pinned for link in corpus.compare(*PAIR).links)
        assert len(corpus.notes.effects().lost) == 1

    def test_a_pin_is_broken_though_its_sentence_has_grown(self, corpus: Corpus) -> None:
        pin(corpus, "We will rebuild", "It may reopen")
        file = Path(corpus.entry("two.md").path)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("It may reopen in the autumn.", "It may reopen in the autumn. "), encoding="utf-8")
        corpus.refresh()
        link = next(link for link in corpus.compare(*PAIR).links if link.pinned)
        corpus.notes.break_link(
            (link.a.document, link.a.span), (link.b.document, link.b.span._replace(start=link.b.span.start + 3))
        )
        assert not any(link.pinned for link in corpus.compare(*PAIR).links)
