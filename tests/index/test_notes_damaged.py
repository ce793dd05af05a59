"""Notes that were damaged, cut off, written by hand or by somebody else: nothing is lost or changed in silence."""

import os
import random
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.corpus import Corpus
from index.errors import NotesError
from index.notes import Notebook, in_force, read_decisions
from index.notes.notebook import DAYS_KEPT, days_of, merge
from index.notes.written import file_text
from index.records import Anchor, Decision, DecisionKind
from tests.index.corpora import Opener, found

ANCHOR = Anchor("/news/a.txt", "0a16", 15, 17, "40", "The mayor said ", " trees fell, “all” of them.\n小红书")


def filled(file: Path) -> tuple[Decision, ...]:
    """Return the decisions of a notes file with one of every kind."""
    book = Notebook(file, clock=iter(f"2025-01-20T10:00:{number:02}+00:00" for number in range(60)).__next__)
    for value in ("false", "true"):
        book.add(DecisionKind.VERDICT, [ANCHOR], claim_kind="figure", value=value)
    book.add(DecisionKind.NOTE, [ANCHOR], value="ask: “really?” 小红书\n\nsecond line: #not a comment\n- nor an entry")
    book.add(DecisionKind.CORRECTION, [ANCHOR], claim_kind="figure", name="low", value="41.0")
    book.add(DecisionKind.PIN, [ANCHOR, ANCHOR])
    book.add(DecisionKind.SEARCH, name="ferries", value='"red note" OR 12')
    book.add(DecisionKind.TAKE_BACK, name=book.decisions()[0].id)
    return book.decisions()


def flips(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Yield the bytes with one bit turned, at places spread over the whole."""
    chance = random.Random(seed)
    for bit in chance.sample(range(len(data) * 8), count):
        turned = bytearray(data)
        turned[bit // 8] ^= 1 << bit % 8
        yield bytes(turned)


SHOTS = int(os.environ.get("REDNOTE_SHOTS", "400"))
"""How often a file is damaged; all its bits are some twenty thousand."""


class TestDamage:
    def test_a_turned_bit_changes_no_decision_in_silence(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        data = file.read_bytes()
        (tmp_path / "n.yaml.bak").unlink()
        for turned in flips(data, 14, min(SHOTS, len(data) * 8)):
            file.write_bytes(turned)
            book = Notebook(file)
            after = book.decisions()
            assert [one for one in after if one not in before] == []
            assert list(after) == [one for one in before if one in after]
            assert after == before or book.trouble()

    def test_what_a_turned_bit_harmed_comes_from_the_copy(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        data = file.read_bytes()
        for turned in flips(data, 15, min(SHOTS, len(data) * 8)):
            file.write_bytes(turned)
            assert Notebook(file).decisions() == before

    def test_a_file_that_was_cut_is_said_and_comes_from_the_copy(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        data = file.read_bytes()
        for length in range(0, len(data), max(1, len(data) // SHOTS)):
            file.write_bytes(data[:length])
            book = Notebook(file)
            assert book.decisions() == before
            assert book.trouble() or data[length:].strip(b"\n'") == b""

    def test_without_a_copy_a_cut_is_said_and_the_rest_counts(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        data = file.read_bytes()
        (tmp_path / "n.yaml.bak").unlink()
        for length in range(0, len(data) - 2, max(1, len(data) // SHOTS)):
            file.write_bytes(data[:length])
            book = Notebook(file)
            after = book.decisions()
            assert after == before[: len(after)]
            assert book.trouble()

    def test_zeros_and_torn_blocks(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        data = file.read_bytes()
        for start in range(0, len(data), 97):
            for harm in (b"\0" * 64, b"", b"\xff" * 8, data[:64]):
                file.write_bytes(data[:start] + harm + data[start + 64 :])
                assert Notebook(file).decisions() == before

    def test_both_the_file_and_its_copy_damaged_in_other_places(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("really", "rea11y"), encoding="utf-8")
        (tmp_path / "n.yaml.bak").write_text(text.replace("ferries", "ferri35"), encoding="utf-8")
        assert Notebook(file).decisions() == before

    def test_the_damaged_file_is_kept_when_it_is_written_anew(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        damaged = file.read_bytes().replace(b"really", b"rea11y")
        file.write_bytes(damaged)
        (tmp_path / "n.yaml.bak").unlink()
        book = Notebook(file)
        (trouble,) = book.trouble()
        assert "entry 3 does not count: its check does not fit" in trouble.message
        assert book.mend()
        assert book.trouble() == ()
        assert not book.mend()
        (kept,) = tmp_path.glob("n.yaml.damaged-*")
        assert kept.read_bytes() == damaged
        assert read_decisions(file) == before[:2] + before[3:]

    def test_a_taken_away_file_leaves_its_copy(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        file.unlink()
        book = Notebook(file)
        assert book.decisions() == ()
        assert "n.yaml.bak" in book.trouble()[0].hint
        book.add(DecisionKind.SEARCH, name="new", value="x")
        (day,) = days_of(file)
        assert read_decisions(day) == before

    def test_copies_of_the_last_days_are_kept(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        book = Notebook(file)
        for day in range(1, 13):
            book.add(DecisionKind.SEARCH, name=f"day {day}", value="x")
            os.utime(file, (1_700_000_000 + day * 86_400,) * 2)
        book.add(DecisionKind.SEARCH, name="today", value="x")
        kept = days_of(file)
        assert len(kept) == DAYS_KEPT
        assert [len(read_decisions(copy)) for copy in kept] == [12, 11, 10, 9, 8, 7, 6]
        assert all(stat.S_IMODE(copy.stat().st_mode) == 0o600 for copy in tmp_path.iterdir())

    def test_an_older_file_is_read_and_gets_its_checks(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        before = filled(file)
        loaded = yaml.safe_load(file.read_text(encoding="utf-8"))
        rows = [{key: value for key, value in row.items() if key != "check"} for row in loaded["decisions"]]
        file.write_text(yaml.safe_dump({"format": 1, "decisions": rows}), encoding="utf-8")
        book = Notebook(file)
        assert (book.decisions(), book.trouble()) == (before, ())
        book.add(DecisionKind.SEARCH, name="new", value="x")
        assert "check:" in file.read_text(encoding="utf-8")

    def test_an_entry_that_a_person_changed_counts_when_they_say_so(self, tmp_path: Path) -> None:
        file = tmp_path / "n.yaml"
        filled(file)
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))["decisions"]
        rows[2]["value"] = "by hand"
        del rows[2]["check"]
        file.write_text(yaml.safe_dump({"format": 1, "decisions": rows[1:]}), encoding="utf-8")
        book = Notebook(file)
        assert book.trouble() == ()
        assert [decision.value for decision in book.decisions()][:2] == ["true", "by hand"]


class TestWhatCannotBeRead:
    @pytest.mark.parametrize("harm", ["folder", "pipe", "newer", "other", "loop"])
    def test_the_commands_work_without_it_and_say_so(self, opened: Opener, tmp_path: Path, harm: str) -> None:
        file = tmp_path / "notes.yaml"
        if harm == "folder":
            file.mkdir()
        elif harm == "pipe":
            os.mkfifo(file)
        elif harm == "loop":
            file.symlink_to(file)
        else:
            file.write_text("format: 7\ndecisions: []\nmore: x\n" if harm == "newer" else "- milk\n")
        corpus = opened()
        corpus.refresh()
        assert found(corpus, "apples") == ["three.md"]
        assert corpus.claims()
        assert corpus.topics()
        assert corpus.compare("one.md", "two.md")
        assert corpus.notes.history() == ()
        assert corpus.notes.trouble()
        with pytest.raises(NotesError):
            corpus.notes.save_search("a", "b")

    def test_a_link_to_the_notes_is_written_through(self, tmp_path: Path) -> None:
        (tmp_path / "synced").mkdir()
        file = tmp_path / "notes.yaml"
        file.symlink_to("synced/my notes.yaml")
        for name in ("a", "b"):
            Notebook(file).add(DecisionKind.SEARCH, name=name, value="x")
        assert file.is_symlink()
        assert len(read_decisions(tmp_path / "synced" / "my notes.yaml")) == 2
        assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.yaml", "synced"]


def row(**changed: Any) -> dict[str, Any]:
    anchor = {"path": "/a", "digest": "d", "start": 1, "end": 3, "quote": "40", "prefix": "x", "suffix": "y"}
    made = "2025-01-20T10:00:00+00:00"
    whole: dict[str, Any] = {
        "id": "1",
        "made": made,
        "kind": "verdict",
        "anchors": [anchor],
        "claim_kind": "figure",
        "value": "true",
    }
    for key, value in changed.items():
        name, _, inner = key.partition("__")
        if inner:
            whole[name][0][inner] = value
        else:
            whole[name] = value
    return {key: value for key, value in whole.items() if value is not ...}


ODD: list[Any] = [
    None,
    [],
    ["a"],
    {},
    {"a": 1},
    5,
    -(10**30),
    1e308,
    float("nan"),
    True,
    "",
    "x" * 300_000,
    b"\xff",
    ...,
]


class TestImports:
    @pytest.mark.parametrize("field", ["id", "made", "kind", "anchors", "claim_kind", "value"])
    @pytest.mark.parametrize("odd", range(len(ODD)))
    def test_values_of_odd_types_are_refused_or_harmless(self, opened: Opener, field: str, odd: int) -> None:
        self.take(opened, row(**{field: ODD[odd]}))

    @pytest.mark.parametrize("field", ["path", "digest", "start", "end", "quote", "prefix", "suffix", "more"])
    @pytest.mark.parametrize("odd", range(len(ODD) - 1))
    def test_places_of_odd_types_are_refused_or_harmless(self, opened: Opener, field: str, odd: int) -> None:
        self.take(opened, row(**{f"anchors__{field}": ODD[odd]}))

    @pytest.mark.parametrize("kind", list(DecisionKind))
    @pytest.mark.parametrize("places", [0, 1, 2, 3])
    @pytest.mark.parametrize("value", ["true", "nan", "0.5", "open", None])
    def test_each_kind_with_any_number_of_places(
        self, opened: Opener, kind: DecisionKind, places: int, value: str | None
    ) -> None:
        anchors = row()["anchors"] * places
        self.take(opened, row(kind=str(kind), anchors=anchors, name="low", value=value))

    @pytest.mark.parametrize("written", [None, "x", ["x"], 5])
    def test_entries_that_are_none_are_named(self, opened: Opener, written: Any) -> None:
        self.take(opened, written, refused=True)

    def take(self, opened: Opener, written: Any, *, refused: bool = False) -> None:
        """Take an entry in; when that is allowed, everything works with it, also after the next start."""
        corpus = opened()
        corpus.refresh()
        assert corpus.notes.file is not None
        file = corpus.notes.file.with_name("import.yaml")
        path = str(corpus.entry("one.md").path)
        text = yaml.dump({"format": 1, "decisions": [written]})
        file.write_text(text.replace("path: /a\n", f"path: {path}\n"), encoding="utf-8")
        problem = self.refusal(corpus, file)
        if problem is not None:
            assert "entry 1" in problem.message
            assert corpus.notes.history() == ()
            return
        assert not refused
        again = opened()
        for one in (corpus, again):
            one.notes.effects()
            one.notes.history()
            one.claims()
            one.topics()
            one.compare("one.md", "two.md")
            assert one.notes.trouble() == ()

    def refusal(self, corpus: Corpus, file: Path) -> NotesError | None:
        try:
            corpus.notes.take_in(file)
        except NotesError as problem:
            return problem
        return None

    def test_a_changed_or_cut_file_is_refused_whole(self, tmp_path: Path) -> None:
        before = filled(tmp_path / "n.yaml")
        text = (tmp_path / "n.yaml").read_text(encoding="utf-8")
        book = Notebook(tmp_path / "other.yaml")
        for harmed in (text.replace("really", "rea11y"), text[:-60], text.replace("entries: 7", "entries: 8")):
            (tmp_path / "import.yaml").write_text(harmed, encoding="utf-8")
            with pytest.raises(NotesError):
                book.take_in(tmp_path / "import.yaml")
            assert book.decisions() == ()
        (tmp_path / "import.yaml").write_text(text, encoding="utf-8")
        assert book.take_in(tmp_path / "import.yaml") == len(before)

    def test_words_that_steer_a_terminal_are_cleaned(self, tmp_path: Path) -> None:
        hostile = "a\x1b]52;c;UFdO\x07b\x9b31mc\u202ed\u200be"
        place = row()["anchors"][0] | {"quote": hostile, "prefix": hostile, "suffix": hostile}
        rows = [
            row(kind="note", value=hostile, anchors=[place]),
            row(id="2", kind="search", anchors=..., claim_kind=..., name=hostile, value=hostile),
            row(id="3", kind="correction", name="speaker", value=hostile),
        ]
        (tmp_path / "import.yaml").write_text(yaml.dump({"format": 1, "decisions": rows}), encoding="utf-8")
        book = Notebook(tmp_path / "n.yaml")
        book.take_in(tmp_path / "import.yaml")
        kept = repr(book.decisions()) + (tmp_path / "n.yaml").read_text(encoding="utf-8")
        assert not set(kept) & set("\x1b\x07\x9b\u202e\u200b")
        assert "\\x1b" not in kept


class TestOrder:
    def test_a_clock_that_was_set_back_changes_no_order(self, tmp_path: Path) -> None:
        times = iter(["2025-01-20T10:00:00+00:00", "2025-01-19T10:00:00+00:00", "2025-01-19T10:00:01+00:00"])
        book = Notebook(tmp_path / "n.yaml", clock=times.__next__)
        for value in ("true", "false"):
            book.add(DecisionKind.VERDICT, [ANCHOR], claim_kind="figure", value=value)
        other = Notebook(tmp_path / "o.yaml", clock=times.__next__)
        other.add(DecisionKind.SEARCH, name="a", value="b")
        other.write_copy(tmp_path / "import.yaml")
        assert book.take_in(tmp_path / "import.yaml") == 1
        verdicts = [decision.value for decision in in_force(book.decisions()) if decision.kind == "verdict"]
        assert verdicts == ["true", "false"]

    @given(st.lists(st.integers(0, 9), max_size=8), st.lists(st.integers(0, 9), max_size=8), st.integers(0, 4))
    def test_merging_keeps_the_order_of_both(self, own: list[int], taken: list[int], shared: int) -> None:
        def made(times: list[int], name: str) -> list[Decision]:
            stamp = "2025-01-20T10:00:0{}+00:00"
            return [
                Decision(f"{name}{n}", stamp.format(at), DecisionKind.SEARCH, name="a", value="b")
                for n, at in enumerate(times)
            ]

        first = made(own, "a")
        second = [*first[:shared], *made(taken, "b")]
        merged = merge(first, second)
        assert [one for one in merged if one in first] == first
        assert [one for one in merged if one in second] == second
        assert len(merged) == len({*first, *second})
        assert merge(merged, second) == merged


texts = st.text(st.characters(), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_any_words_are_written_and_read_again(tmp_path: Path, words: list[tuple[str, str]]) -> None:
    file = tmp_path / "n.yaml"
    for path in tmp_path.iterdir():
        path.unlink()
    book = Notebook(file)
    for quote, value in words:
        place = Anchor("/a/" + quote.encode("utf-8", "replace").decode(), "d", 0, len(quote), quote, value, quote)
        book.add(DecisionKind.NOTE, [place], value=value)
    again = Notebook(file)
    assert again.decisions() == book.decisions()
    assert again.trouble() == ()
    assert not words or read_decisions(file) == book.decisions()


def test_a_full_disk_leaves_the_notes_as_they_were(tmp_path: Path) -> None:
    import resource
    import signal

    file = tmp_path / "n.yaml"
    before = filled(file)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limit[1]))
    try:
        with pytest.raises(NotesError):
            Notebook(file).add(DecisionKind.SEARCH, name="a", value="b")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)
    assert Notebook(file).decisions() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".n.yaml.lock", "n.yaml", "n.yaml.bak"]


def test_the_text_of_a_file_is_the_same_for_the_same_decisions(tmp_path: Path) -> None:
    decisions = filled(tmp_path / "n.yaml")
    assert file_text(decisions).encode() == (tmp_path / "n.yaml").read_bytes()
