"""Two programs decide, undo, take back, export, import and are killed in any order: a model in memory agrees."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from index.notes import Notebook, in_force, read_decisions
from index.records import Decision, DecisionKind


class Books(RuleBasedStateMachine):
    """Two notebooks on one file, and what must stand in it."""

    exports = Bundle("exports")

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "notes.yaml"
        self.books = [Notebook(self.file), Notebook(self.file)]
        self.model: list[Decision] = []
        self.count = 0

    @rule(which=st.integers(0, 1), value=st.text(st.characters(), max_size=12))
    def decide(self, which: int, value: str) -> None:
        self.count += 1
        self.model.append(self.books[which].add(DecisionKind.SEARCH, name=f"s{self.count}", value=value))

    @rule(which=st.integers(0, 1))
    def undo(self, which: int) -> None:
        undone = self.books[which].undo()
        assert undone == (self.model.pop() if self.model else None)

    @rule(which=st.integers(0, 1), place=st.integers(0, 20))
    def take_back(self, which: int, place: int) -> None:
        if self.model:
            gone = self.model[place % len(self.model)]
            self.model.append(self.books[which].add(DecisionKind.TAKE_BACK, name=gone.id))

    @rule(target=exports, which=st.integers(0, 1))
    def write_out(self, which: int) -> Path:
        self.count += 1
        copy = self.folder / f"copy{self.count}.yaml"
        assert self.books[which].write_copy(copy) == len(self.model)
        return copy

    @rule(which=st.integers(0, 1), copy=exports)
    def take_in(self, which: int, copy: Path) -> None:
        new = [one for one in read_decisions(copy) if one not in self.model]
        assert self.books[which].take_in(copy) == len(new)
        self.model = list(self.books[1 - which].decisions())
        assert all(one in self.model for one in new)

    @rule(which=st.integers(0, 1))
    def restart(self, which: int) -> None:
        self.books[which] = Notebook(self.file)

    @rule(at=st.integers(0, 10_000), harm=st.sampled_from(["turn", "cut", "zeros"]))
    def damage(self, at: int, harm: str) -> None:
        if not self.file.exists() or not self.model:
            return
        data = bytearray(self.file.read_bytes())
        at %= len(data)
        if harm == "turn":
            data[at] ^= 4
        elif harm == "cut":
            del data[at:]
        else:
            data[at : at + 20] = bytes(20)
        self.file.write_bytes(data)

    @invariant()
    def nothing_is_lost(self) -> None:
        if hasattr(self, "books"):
            for book in self.books:
                assert list(book.decisions()) == self.model
                assert list(in_force(book.decisions())) == list(in_force(self.model))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


Books.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestBooks = Books.TestCase
