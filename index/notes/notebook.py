"""The file of the user's decisions: plain, readable, written whole or not at all, and never lost."""

import glob
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any
from uuid import uuid4

import yaml

from index.errors import NotesError
from index.records import Anchor, Bound, Decision, DecisionKind, Verdict

FORMAT = 1
HEAD = """\
# What you decided in rednote-tui, oldest first: verdicts, notes, corrections, pinned and broken links, how strong links
# must be, saved searches. A later entry on the same place ranks over an earlier one; an entry of kind take-back names
# the one that no longer counts. The program only adds at the end and, on undo, takes off the last one about the folder
# in use. The file before the last change is beside this one, with .bak at its end.
"""
ON_CLAIMS = frozenset({DecisionKind.VERDICT, DecisionKind.CORRECTION, DecisionKind.MERGE, DecisionKind.SPLIT})
"""Decisions that are about claims, and never about a passage or a whole document."""
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def _last(decisions: tuple[Decision, ...]) -> Decision | None:
    return decisions[-1] if decisions else None


class Notebook:
    """The user's decisions, in ``file``; in memory when it is None.

    Every change reads the file again first, so that two programs may use it at once. A file that cannot be read is
    never written over: reading or changing it raises NotesError until a person has mended it.
    """

    def __init__(self, file: Path | None, clock: Callable[[], str] = now) -> None:
        self.file = file
        self._clock = clock
        self._lock = RLock()
        self._memory: tuple[Decision, ...] = ()
        self._read: tuple[int, int, int] | None = None

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision, oldest first. Raises NotesError."""
        with self._lock:
            if self.file is not None and (state := _state(self.file)) != self._read:
                self._memory = read_decisions(self.file) if state else ()
                self._read = state
            return self._memory

    def add(
        self,
        kind: DecisionKind,
        anchors: Sequence[Anchor] = (),
        *,
        claim_kind: str | None = None,
        name: str | None = None,
        value: str | None = None,
    ) -> Decision:
        """Write a new decision down and return it. Raises NotesError; the file is then as it was."""
        # A member of an enumeration is a str, but YAML writes plain ones only.
        plain_kind = str(claim_kind) if claim_kind is not None else None
        decision = Decision(uuid4().hex, self._clock(), kind, tuple(anchors), plain_kind, name, value)
        self._change(lambda decisions: (*decisions, decision))
        return decision

    def undo(self, of: Callable[[tuple[Decision, ...]], Decision | None] = _last) -> Decision | None:
        """Take the last decision off and return it; None when there is none. Raises NotesError.

        ``of`` says which one is the last; it is asked while no other program writes.
        """
        with self._lock:
            undone: list[Decision] = []

            def without_last(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
                last = of(decisions)
                undone.extend([last] if last else [])
                return tuple(decision for decision in decisions if decision is not last)

            self._change(without_last)
            return undone[0] if undone else None

    def take_in(self, file: Path) -> int:
        """Add the decisions of another notes file that are not here yet; return how many. Raises NotesError."""
        taken = read_decisions(file)
        with self._lock:
            known = {decision.id for decision in self.decisions()}
            new = tuple(decision for decision in taken if decision.id not in known)
            if new:
                self._change(lambda old: tuple(sorted((*old, *new), key=lambda decision: decision.made)))
        return len(new)

    def write_copy(self, file: Path) -> int:
        """Write every decision to another file; return how many.

        Raises NotesError, also when that file is there and holds something else than decisions.
        """
        decisions = self.decisions()
        if file.exists():
            try:
                read_decisions(file)
            except NotesError:
                raise NotesError(f"{file} is there and is no file of decisions", "choose another name") from None
        write_decisions(file, decisions)
        return len(decisions)

    def _change(self, change: Callable[[tuple[Decision, ...]], tuple[Decision, ...]]) -> None:
        with self._lock, locked(self.file):
            changed = change(self.decisions())
            if self.file is not None:
                write_decisions(self.file, changed)
                self._read = _state(self.file)
            self._memory = changed


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """Return the decisions written in ``file``. Raises NotesError, naming the entry that is wrong."""
    try:
        written = yaml.load(file.read_text(encoding="utf-8"), Loader)
    except FileNotFoundError:
        raise NotesError(f"there is no file of notes {file}", "check the name") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise NotesError(f"the notes in {file} cannot be read: {problem}", _mend(file)) from None
    if (
        not isinstance(written, dict)
        or written.get("format") != FORMAT
        or not isinstance(written.get("decisions"), list)
    ):
        raise NotesError(f"{file} is not a notes file of format {FORMAT}", _mend(file))
    decisions = []
    for number, row in enumerate(written["decisions"], 1):
        try:
            decisions.append(_decision(row))
        except (KeyError, TypeError, ValueError) as problem:
            raise NotesError(f"{file}: entry {number} is wrong: {problem!r}", _mend(file)) from None
    return tuple(decisions)


def write_decisions(file: Path, decisions: Sequence[Decision]) -> None:
    """Write ``decisions`` to ``file`` in one step, the file before it kept as ``.bak``. Raises NotesError."""
    body = {"format": FORMAT, "decisions": [_row(decision) for decision in decisions]}
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as new:
                new.write(HEAD)
                yaml.dump(body, new, Dumper, allow_unicode=True, sort_keys=False, width=110)
                new.flush()
                os.fsync(new.fileno())
            if file.exists():
                _keep(file, Path(name + ".bak"))
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise NotesError(f"the notes cannot be written to {file}: {problem}", "make room or allow writing") from None


def _keep(file: Path, meanwhile: Path) -> None:
    """Keep ``file`` as ``.bak``; the backup before stays until this one takes its place."""
    try:
        meanwhile.hardlink_to(file)
        meanwhile.replace(file.with_name(file.name + ".bak"))
    finally:
        meanwhile.unlink(missing_ok=True)


def _row(decision: Decision) -> dict[str, Any]:
    row = {key: value for key, value in asdict(decision).items() if value not in (None, ())}
    row["kind"] = str(decision.kind)
    if decision.anchors:
        row["anchors"] = [asdict(anchor) for anchor in decision.anchors]
    return row


def _decision(row: dict[str, Any]) -> Decision:
    anchors = tuple(Anchor(**anchor) for anchor in row.get("anchors", ()))
    kind, value = DecisionKind(row["kind"]), None if row.get("value") is None else str(row["value"])
    if kind in ON_CLAIMS and not (anchors and row.get("claim_kind")):
        raise ValueError("it does not say on which claim")
    if value:
        _check(kind, row.get("name"), value)
    return Decision(str(row["id"]), str(row["made"]), kind, anchors, row.get("claim_kind"), row.get("name"), value)


def _check(kind: DecisionKind, name: str | None, value: str) -> None:
    """Raise ValueError when a decision cannot have this value, which a person may have written by hand."""
    if kind is DecisionKind.VERDICT:
        Verdict(value)
    elif kind is DecisionKind.THRESHOLD and not 0 <= float(value) <= 1:
        raise ValueError(f"{value} is no number from 0 to 1")
    elif kind is DecisionKind.CORRECTION and name in ("low", "high") and value != "open":
        float(value)
    elif kind is DecisionKind.CORRECTION and name == "bound" and value != "none":
        Bound(value)


def _mend(file: Path) -> str:
    return f"mend that entry, or put {file.name}.bak in its place; nothing is written until then"


def _state(file: Path) -> tuple[int, int, int] | None:
    try:
        state = file.stat()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise NotesError(f"the notes in {file} cannot be read: {problem}", "allow reading") from None
    # Every change is a new file; its time and size alone may be those of the one before.
    return state.st_ino, state.st_mtime_ns, state.st_size


@contextmanager
def locked(file: Path | None) -> Iterator[None]:
    """Keep other programs from changing ``file`` meanwhile; the lock goes with the process."""
    if file is None:
        yield
        return
    import fcntl

    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
        lock = os.fdopen(os.open(file.parent / f".{file.name}.lock", flags, 0o600), "w")
    except OSError as problem:
        raise NotesError(f"the notes cannot be written to {file}: {problem}", "make room or allow writing") from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # Who has the lock is the only one who writes: these are of a program that was killed.
        for left in file.parent.glob(f".{glob.escape(file.name)}-*"):
            left.unlink(missing_ok=True)
        yield
