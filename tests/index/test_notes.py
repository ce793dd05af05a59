"""What the user decided is never lost, can be undone, and is found again in edited text."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from threading import RLock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.corpus.decided import Decided
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
    Anchor,
    Claim,
    ClaimKind,
    DecisionKind,
    Document,
    DocumentEntry,
    Figure,
    Metadata,
    Placed,
    Quantity,
    Span,
    Verdict,
    ZoneKind,
    quantity_of,
)

TEXT = "The mayor said 40 trees fell. The fire chief said 40 trees fell, too. Nobody was hurt."


def document(text: str = TEXT, path: str = "/news/a.txt", digest: str = "1") -> Document:
    return Document("a.txt", path, text, digest, "utf-8")


def entry(doc: Document) -> DocumentEntry:
    return DocumentEntry(1, doc.id, doc.path, Metadata(), 1, 1, 1, (), doc.digest)


def claim(start: int, end: int) -> Claim:
    return Figure(
        id=f"a.txt#f{start}-{end}",
        document="a.txt",
        zone=ZoneKind.BODY,
        line=1,
        span=Span(start, end),
        sentence=Span(0, 29),
        text=TEXT[:29],
        surface=TEXT[start:end],
        rule="test",
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


STORM = (
    "A storm hit the coast on Monday.\n\nThe mayor counted 40 trees on the main road, “more than ever”, she said.\n\n"
    "Schools stayed closed.\n\nThe fire chief, too, counted 40 trees in the park — nobody was hurt there.\n"
)


def at(words: str, text: str = STORM) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("words", ["40 trees on", "“more than ever”", "Schools stayed closed.", "park — nobody"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n\nThe mayor", "\n\nA paragraph that was put in, with 40 words.\n\nThe mayor"),
        ("\n\nSchools", "\n\nAnother that was put in.\n\nSchools"),
        ("A storm hit the coast on Monday.\n\n", ""),
        ("“more than ever”", '"more than ever"'),
        ("park — nobody", "park - nobody"),
        ("stayed closed", "stayed\nclosed"),
        ("the main road", "the old road"),
    ],
)
def test_places_are_found_again_after_edits_near_and_far(words: str, old: str, new: str) -> None:
    edited = STORM.replace(old, new)
    found = find_anchor(make_anchor(document(STORM), at(words)), document(edited, digest="2"))
    assert found is not None
    plain = str.maketrans("“”—", '""-')
    assert edited[found.start : found.end].translate(plain).split() == words.translate(plain).split()
    assert edited[: found.start].count("40 trees") == STORM[: at(words).start].count("40 trees")


def test_words_of_a_paragraph_that_was_taken_out_are_not_found_in_another() -> None:
    anchor = make_anchor(document(STORM), Span(STORM.index("40"), STORM.index("40") + 2))
    edited = "\n\n".join(part for part in STORM.split("\n\n") if "mayor" not in part)
    assert "40" in edited
    assert find_anchor(anchor, document(edited, digest="2")) is None


def test_of_a_quotation_that_stands_twice_each_is_found_again() -> None:
    twice = "First.\n\n“We were not asked at all about any of this,” she said.\n\nSecond.\n\n" * 2
    places = [at("asked", twice), Span(twice.rindex("asked"), twice.rindex("asked") + 5)]
    edited = document("New.\n\n" + twice, digest="2")
    found = [find_anchor(make_anchor(document(twice), place), edited) for place in places]
    assert found == [Span(start + 6, end + 6) for start, end in places]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.text(max_size=20))
def test_an_anchor_never_points_at_other_words(text: str, one: int, other: int, before: str) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    anchor = make_anchor(document(text), Span(start, end))
    assert find_anchor(anchor, document(text)) == Span(start, end)
    edited = document(before + text, digest="2")
    found = find_anchor(anchor, edited)
    assert found is None or edited.slice(found).split() == anchor.quote.split()


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


ADDING = """
import sys
from pathlib import Path
from index.notes import Notebook
from index.records import DecisionKind
book = Notebook(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    book.add(DecisionKind.SEARCH, name=f"{sys.argv[2]}-{number}", value="x")
    print(number, flush=True)
"""


def adding(file: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADDING, str(file), name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_programs_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "n.yaml"
    programs = [adding(file, name, 12) for name in "ab"]
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    names = {decision.name for decision in read_decisions(file)}
    assert names == {f"{name}-{number}" for name in "ab" for number in range(12)}


def test_a_program_that_is_killed_while_it_writes_loses_nothing_it_had_written(tmp_path: Path) -> None:
    file = tmp_path / "n.yaml"
    for round_ in range(3):
        program = adding(file, str(round_), 1000)
        assert program.stdout is not None
        for _ in range(3 + round_):
            program.stdout.readline()
        program.kill()
        written = 3 + round_ + len(program.communicate()[0].splitlines())
        kept = [one.name for one in read_decisions(file) if one.name and one.name.startswith(f"{round_}-")]
        assert kept[:written] == [f"{round_}-{number}" for number in range(written)]
        read_decisions(file.with_name("n.yaml.bak"))
    assert Notebook(file).add(DecisionKind.SEARCH, name="after", value="x") in read_decisions(file)
    assert {one.name for one in tmp_path.iterdir()} == {"n.yaml", "n.yaml.bak", ".n.yaml.lock"}


@pytest.mark.parametrize("failing", ["index.notes.notebook.os.fsync", "pathlib.Path.replace"])
def test_a_change_that_fails_half_way_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    book = Notebook(tmp_path / "n.yaml")
    for name in "ab":
        book.add(DecisionKind.SEARCH, name=name, value="1")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def full(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(failing, full)
    with pytest.raises(NotesError):
        book.add(DecisionKind.SEARCH, name="c", value="2")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    assert saved_searches(book.decisions()) == {"a": "1", "b": "1"}


def test_a_copy_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Some 40 trees fell.\n")
    book = Notebook(tmp_path / "n.yaml")
    with pytest.raises(NotesError, match="no file of decisions"):
        book.write_copy(article)
    assert article.read_text() == "Some 40 trees fell.\n"
    copy = tmp_path / "copy.yaml"
    for _ in range(2):
        book.add(DecisionKind.SEARCH, name="a", value="1")
        book.write_copy(copy)
    assert len(read_decisions(copy)) == 2


@pytest.mark.parametrize(
    "other", ["format: [", "- milk\n- eggs\n", "title: a page\n", "format: 9\ndecisions: []\n", "{"]
)
def test_what_is_no_notes_file_is_said_and_never_written_over(tmp_path: Path, other: str) -> None:
    file = tmp_path / "n.yaml"
    file.write_text(other)
    book = Notebook(file)
    assert book.decisions() == ()
    assert book.trouble()
    with pytest.raises(NotesError):
        book.add(DecisionKind.SEARCH, name="a", value="1")
    assert file.read_text() == other


def test_a_copy_as_new_as_the_file_is_kept(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "n.yaml")
    book.add(DecisionKind.SEARCH, name="a", value="1")
    book.add(DecisionKind.SEARCH, name="b", value="2")
    assert read_decisions(tmp_path / "n.yaml.bak") == book.decisions()


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


def test_an_article_that_is_gone_from_its_folder_is_flagged(tmp_path: Path) -> None:
    book = Notebook(None)
    gone, here = document(path=str(tmp_path / "gone.txt")), document(path=str(tmp_path / "here.txt"), digest="9")
    Path(here.path).write_text(TEXT)
    book.add(DecisionKind.NOTE, [make_anchor(gone, Span(0, 9))], value="x")
    [placed] = place(book.decisions(), [entry(here)], lambda _id: here)
    assert placed.places == (None,)
    Path(gone.path).write_text(TEXT)
    assert place(book.decisions(), [entry(here)], lambda _id: here) == []


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
    assert quantity_of(mended) == Quantity("40", 41.0, None, None, None, False, "oaks")


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (DecisionKind.VERDICT, None, "perhaps"),
        (DecisionKind.CORRECTION, "low", "many"),
        (DecisionKind.CORRECTION, "low", "nan"),
        (DecisionKind.CORRECTION, "bound", "roughly"),
        (DecisionKind.CORRECTION, "colour", "red"),
    ],
)
def test_a_value_nobody_can_go_by_is_not_written(
    tmp_path: Path, kind: DecisionKind, name: str | None, value: str
) -> None:
    book = Notebook(tmp_path / "n.yaml")
    with pytest.raises(NotesError):
        book.add(kind, [make_anchor(document(), Span(15, 17))], claim_kind=ClaimKind.FIGURE, name=name, value=value)
    assert not (tmp_path / "n.yaml").exists()


def test_a_verdict_on_no_claim_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="does not say on which claim"):
        Notebook(tmp_path / "n.yaml").add(DecisionKind.VERDICT, [make_anchor(document(), Span(15, 17))], value="false")


def test_a_broken_link_can_be_pinned_again() -> None:
    book, doc = Notebook(None), document()
    ends = [make_anchor(doc, Span(30, 68)), make_anchor(doc, Span(0, 29))]
    book.add(DecisionKind.BREAK, ends)
    assert effects(book, []).breaks == ((("a.txt", Span(0, 29)), ("a.txt", Span(30, 68))),)
    book.add(DecisionKind.PIN, ends[::-1])
    assert effects(book, []).breaks == ()
    assert len(effects(book, []).pins) == 1


def decided(book: Notebook, doc: Document) -> Decided:
    return Decided(book, lambda: [entry(doc)], lambda _id: doc, lambda _id: [claim(15, 17)], RLock())


def test_what_is_taken_back_leaves_the_one_before_in_force_and_can_be_brought_back() -> None:
    notes = decided(Notebook(None), document())
    first = notes.judge(claim(15, 17), Verdict.FALSE)
    second = notes.judge(claim(15, 17), Verdict.TRUE)
    notes.take_back(second)
    assert list(notes.effects().verdicts.values()) == [Verdict.FALSE]
    assert [one.decision for one in notes.history()] == [first]
    undone = notes.undo()
    assert undone is not None
    assert (undone.kind, notes.decision(undone.name)) == (DecisionKind.TAKE_BACK, second)
    assert list(notes.effects().verdicts.values()) == [Verdict.TRUE]


def test_undo_leaves_what_was_decided_about_other_folders() -> None:
    book = Notebook(None)
    here = decided(book, document())
    elsewhere = decided(book, document(path="/other/b.txt", digest="7"))
    mine = here.judge(claim(15, 17), Verdict.FALSE)
    elsewhere.judge(claim(15, 17), Verdict.TRUE)
    assert here.undo() == mine
    assert here.undo() is None
    assert (len(elsewhere.history()), here.elsewhere()) == (1, 1)


def test_decisions_that_travel_there_and_back_stay_the_same(tmp_path: Path) -> None:
    book, doc = Notebook(tmp_path / "n.yaml"), document()
    notes = decided(book, doc)
    notes.note_passage("a.txt", Span(0, 9), "ask: “really?”")
    notes.take_back(notes.save_search("a", "ferry"))
    notes.correct(claim(15, 17), "low", "41")
    before, effects_before = book.decisions(), notes.effects()
    notes.write_copy(tmp_path / "copy.yaml")
    other = Notebook(tmp_path / "o.yaml")
    there = decided(other, doc)
    assert there.take_in(tmp_path / "copy.yaml") == 4
    there.write_copy(tmp_path / "back.yaml")
    assert notes.take_in(tmp_path / "back.yaml") == 0
    assert book.decisions() == other.decisions() == before
    assert there.effects() == effects_before


TEAMS = (
    "Team Alpha reported that the new crane cut waiting times by 12 percent in all docks.\n\n"
    "The weather was mild and the boats came on time through the week.\n\n"
    "Team Beta reported that the new crane cut waiting times by 12 percent in all docks.\n\n"
    "The port authority thanked both teams for their work.\n"
)
ALPHA, WEATHER, BETA, THANKS = TEAMS.strip().split("\n\n")


@pytest.mark.parametrize("words", ["12 percent", "12", "the new crane cut waiting times by 12 percent in all docks"])
@pytest.mark.parametrize(
    "edited",
    [
        [WEATHER, BETA, THANKS],
        [ALPHA.replace("12", "11"), WEATHER, BETA, THANKS],
        [BETA, THANKS],
        [BETA, WEATHER, THANKS],
        [WEATHER, THANKS, BETA],
        [ALPHA.replace("Alpha", "Gamma"), WEATHER, THANKS],
        [ALPHA.replace("12 percent", "a lot"), WEATHER, BETA],
        [ALPHA.replace("cut", "did not cut"), WEATHER, BETA, THANKS],
        ["A new beginning.", BETA, "Another end."],
    ],
)
def test_a_note_never_moves_to_what_somebody_else_says(words: str, edited: list[str]) -> None:
    anchor = make_anchor(document(TEAMS), at(words, TEAMS))
    text = "\n\n".join(edited) + "\n"
    found = find_anchor(anchor, document(text, digest="2"))
    assert found is None or (text.startswith(words, found.start) and "Alpha reported that the new crane cut" in text)
    assert found is None or "Beta" not in text[max(0, found.start - 70) : found.start]


@pytest.mark.parametrize("words", ["12 percent", "12", "waiting times by 12 percent"])
@pytest.mark.parametrize(
    "edited",
    [
        ["A paragraph that was put in front.", ALPHA, WEATHER, BETA, THANKS],
        [ALPHA, "One that came between.", WEATHER, BETA, THANKS],
        [ALPHA, WEATHER, THANKS],
        [ALPHA.replace("reported", "said"), WEATHER, BETA, THANKS],
        [ALPHA, WEATHER.replace("mild", "fine"), BETA, THANKS],
        [ALPHA + " It was a surprise to them.", WEATHER, BETA, THANKS],
    ],
)
def test_a_note_stays_with_its_sentence(words: str, edited: list[str]) -> None:
    text = "The week in the port was a good one.\n\n" + TEAMS
    anchor = make_anchor(document(text), at(words, text))
    changed = "The week in the port was a good one.\n\n" + "\n\n".join(edited) + "\n"
    found = find_anchor(anchor, document(changed, digest="2"))
    assert found == at(words, changed)


def test_a_note_of_an_older_file_with_little_around_it_moves_no_farther() -> None:
    whole = make_anchor(document(TEAMS), at("12 percent", TEAMS))
    anchor = Anchor(**{**asdict(whole), "prefix": whole.prefix[-32:], "suffix": whole.suffix[:32]})
    assert find_anchor(anchor, document("\n\n".join([WEATHER, BETA, THANKS]), digest="2")) is None
    assert find_anchor(anchor, document("New.\n\n" + TEAMS, digest="2")) == at("12 percent", "New.\n\n" + TEAMS)
