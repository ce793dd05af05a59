"""What the user decided is never lost, can be undone, and is found again in edited text."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import NotesError
from index.notes import (
    Effects,
    Notebook,
    corrected,
    effects_of,
    find_anchor,
    make_anchor,
    place,
    read_decisions,
    saved_searches,
)
from index.records import (
    Claim,
    ClaimKind,
    DecisionKind,
    Document,
    DocumentEntry,
    Metadata,
    Placed,
    Quantity,
    Span,
    ZoneKind,
)

TEXT = "The mayor said 40 trees fell. The fire chief said 40 trees fell, too. Nobody was hurt."


def document(text: str = TEXT, path: str = "/news/a.txt", digest: str = "1") -> Document:
    return Document("a.txt", path, text, digest, "utf-8")


def entry(doc: Document) -> DocumentEntry:
    return DocumentEntry(1, doc.id, doc.path, Metadata(), 1, 1, 1, (), doc.digest)


def claim(start: int, end: int) -> Claim:
    return Claim(
        f"a.txt#f{start}-{end}",
        "a.txt",
        ZoneKind.BODY,
        1,
        Span(start, end),
        Span(0, 29),
        TEXT[:29],
        ClaimKind.FIGURE,
        TEXT[start:end],
        "test",
        quantity=Quantity("40", 40.0, 40.0, None, None, False, "trees"),
    )


def second_forty() -> Span:
    at = TEXT.rindex("40")
    return Span(at, at + 2)


def test_a_place_is_found_again_after_text_was_put_before_it() -> None:
    anchor = make_anchor(document(), second_forty())
    edited = document("Yesterday it stormed. " + TEXT, digest="2")
    found = find_anchor(anchor, edited)
    assert found == Span(second_forty().start + 22, second_forty().end + 22)


def test_words_that_are_gone_are_not_found_elsewhere() -> None:
    anchor = make_anchor(document(), second_forty())
    assert find_anchor(anchor, document("Nothing fell.", digest="2")) is None
    elsewhere = document("In a wholly different story, 40 people went to see a film about the sea.", digest="2")
    assert find_anchor(anchor, elsewhere) is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.text(max_size=20))
def test_an_anchor_never_points_at_other_words(text: str, one: int, other: int, before: str) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    anchor = make_anchor(document(text), Span(start, end))
    assert find_anchor(anchor, document(text)) == Span(start, end)
    edited = document(before + text, digest="2")
    found = find_anchor(anchor, edited)
    assert found is None or edited.slice(found) == anchor.quote


def test_decisions_survive_the_program_and_can_all_be_undone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "notes.yaml"
    book = Notebook(file, clock=lambda: "2025-01-20T10:00:00+00:00")
    anchor = make_anchor(document(), Span(15, 17))
    first = book.add(DecisionKind.VERDICT, [anchor], claim_kind="figure", value="false")
    second = book.add(DecisionKind.NOTE, [anchor], value="ask: “really?” 小红书\n\nsecond line: #not a comment")
    assert Notebook(file).decisions() == (first, second)
    assert book.undo() == second
    assert Notebook(file).undo() == first
    assert book.undo() is None
    assert book.decisions() == ()


def test_two_programs_may_write_at_once(tmp_path: Path) -> None:
    one, two = Notebook(tmp_path / "n.yaml"), Notebook(tmp_path / "n.yaml")
    one.add(DecisionKind.SEARCH, name="a", value="1")
    two.add(DecisionKind.SEARCH, name="b", value="2")
    one.add(DecisionKind.SEARCH, name="c", value="3")
    assert saved_searches(two.decisions()) == {"a": "1", "b": "2", "c": "3"}


@pytest.mark.parametrize(
    "damage", ["format: [", "format: 2\ndecisions: []", "", "format: 1\ndecisions:\n- kind: verdict\n"]
)
def test_a_damaged_file_is_said_and_never_written_over(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "n.yaml"
    file.write_text(damage)
    book = Notebook(file)
    with pytest.raises(NotesError) as caught:
        book.add(DecisionKind.SEARCH, name="a", value="1")
    assert ".bak" in caught.value.hint
    assert file.read_text() == damage


def test_the_file_before_the_last_change_is_kept(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "n.yaml")
    book.add(DecisionKind.SEARCH, name="a", value="1")
    book.add(DecisionKind.SEARCH, name="b", value="2")
    assert len(read_decisions(tmp_path / "n.yaml.bak")) == 1


def test_notes_travel_to_another_file_and_come_back_once(tmp_path: Path) -> None:
    book, other = Notebook(tmp_path / "n.yaml"), Notebook(tmp_path / "o.yaml")
    book.add(DecisionKind.SEARCH, name="a", value="1")
    assert book.write_copy(tmp_path / "copy.yaml") == 1
    assert other.take_in(tmp_path / "copy.yaml") == 1
    assert other.take_in(tmp_path / "copy.yaml") == 0
    assert other.decisions() == book.decisions()


def test_a_moved_file_is_known_by_its_content() -> None:
    book = Notebook(None)
    book.add(DecisionKind.NOTE, [make_anchor(document(), Span(0, 9))], value="x")
    moved = document(path="/elsewhere/a.txt")
    assert place(book.decisions(), [entry(moved)], lambda _id: moved)[0].places == (("a.txt", Span(0, 9)),)
    stranger = document(path="/elsewhere/b.txt", digest="9")
    assert place(book.decisions(), [entry(stranger)], lambda _id: stranger) == []


def effects(book: Notebook, claims: Sequence[Claim]) -> Effects:
    doc = document()
    return effects_of(place(book.decisions(), [entry(doc)], lambda _id: doc), lambda _id: claims)


def test_the_later_decision_ranks_and_an_empty_one_takes_back() -> None:
    book, doc = Notebook(None), document()
    anchor = make_anchor(doc, Span(15, 17))
    for value in ("false", "true"):
        book.add(DecisionKind.VERDICT, [anchor], claim_kind="figure", value=value)
    assert effects(book, [claim(15, 17)]).verdicts == {"a.txt#f15-17": "true"}
    book.add(DecisionKind.VERDICT, [anchor], claim_kind="figure", value="")
    assert effects(book, [claim(15, 17)]).verdicts == {}


def test_a_decision_on_a_claim_that_is_no_more_is_flagged() -> None:
    book = Notebook(None)
    book.add(DecisionKind.VERDICT, [make_anchor(document(), Span(15, 17))], claim_kind="figure", value="true")
    found = effects(book, [])
    assert found.verdicts == {}
    assert [isinstance(lost, Placed) for lost in found.lost] == [True]


def test_a_claim_whose_span_grew_keeps_its_verdict() -> None:
    book = Notebook(None)
    book.add(DecisionKind.VERDICT, [make_anchor(document(), Span(15, 17))], claim_kind="figure", value="true")
    assert effects(book, [claim(15, 23)]).verdicts == {"a.txt#f15-23": "true"}


def test_corrections_replace_what_the_rules_read() -> None:
    book, anchor = Notebook(None), make_anchor(document(), Span(15, 17))
    for name, value in (("speaker", "the mayor"), ("high", "open"), ("low", "41"), ("subject", "oaks")):
        book.add(DecisionKind.CORRECTION, [anchor], claim_kind="figure", name=name, value=value)
    (mended,) = corrected([claim(15, 17)], effects(book, [claim(15, 17)]).corrections)
    assert (mended.speaker, mended.speaker_how) == ("the mayor", "corrected")
    assert mended.quantity == Quantity("40", 41.0, None, None, None, False, "oaks")


def test_a_broken_link_can_be_pinned_again() -> None:
    book, doc = Notebook(None), document()
    ends = [make_anchor(doc, Span(30, 68)), make_anchor(doc, Span(0, 29))]
    book.add(DecisionKind.BREAK, ends)
    assert effects(book, []).breaks == ((("a.txt", Span(0, 29)), ("a.txt", Span(30, 68))),)
    book.add(DecisionKind.PIN, ends[::-1])
    assert effects(book, []).breaks == ()
    assert len(effects(book, []).pins) == 1
