"""The file of the user's decisions: plain, readable, written whole or not at all, and never lost."""

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from threading import RLock
from uuid import uuid4

from index.errors import NotesError
from index.notes.mending import Page, read_page, restored
from index.notes.written import FORMAT, cleaned, file_text
from index.paths import read_plain, reason_of
from index.records import Anchor, Decision, DecisionKind, Trouble

LARGEST = 500_000_000
"""Bytes of a notes file."""
DAYS_KEPT = 7
"""Copies of former days that are kept."""
PRIVATE = 0o600


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def _last(decisions: tuple[Decision, ...]) -> Decision | None:
    return decisions[-1] if decisions else None


class Notebook:
    """The user's decisions, in ``file``; in memory when it is None.

    Every change reads the file again first, so that two programs may use it at once. What is damaged in it is taken
    from its copies where they have it, else set aside; ``trouble`` says so. A file that cannot be read at all, or that
    a newer version wrote, is never written over: then there are no decisions, and changing one raises NotesError.
    """

    def __init__(self, file: Path | None, clock: Callable[[], str] = now) -> None:
        self.file = file
        self._clock = clock
        self._lock = RLock()
        self._memory: tuple[Decision, ...] = ()
        self._read: tuple[int, ...] | None = ()
        self._trouble: tuple[Trouble, ...] = ()
        self._refused: NotesError | None = None
        self._sound = True

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision that counts, oldest first."""
        with self._lock:
            if self.file is not None:
                self._read_file(self.file)
            return self._memory

    def trouble(self) -> tuple[Trouble, ...]:
        """Return what is wrong with the file, and what was done about it."""
        with self._lock:
            self.decisions()
            return self._trouble

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
        try:
            decision = cleaned(Decision(uuid4().hex, self._clock(), kind, tuple(anchors), claim_kind, name, value))
        except ValueError as problem:
            raise NotesError(f"this cannot be decided: {problem}", "choose another value") from None
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
        """Add the decisions of another notes file that are not here yet; return how many. Raises NotesError.

        Each comes where its time says, but the order of neither file changes: a clock may have been set back.
        """
        taken = read_decisions(file)
        with self._lock:
            count = 0

            def with_taken(old: tuple[Decision, ...]) -> tuple[Decision, ...]:
                nonlocal count
                merged = merge(old, taken)
                count = len(merged) - len(old)
                return merged

            if {decision.id for decision in taken} - {decision.id for decision in self.decisions()}:
                self._change(with_taken)
        return count

    def write_copy(self, file: Path) -> int:
        """Write every decision to another file; return how many.

        Raises NotesError, also when that file is there and holds something else than decisions.
        """
        decisions = self.decisions()
        if os.path.lexists(file):
            try:
                read_decisions(file)
            except NotesError:
                raise NotesError(f"{file} is there and is no file of decisions", "choose another name") from None
        write_decisions(file, decisions, private=False)
        return len(decisions)

    def mend(self) -> bool:
        """Write the file anew where it is damaged, the damaged one kept beside it; return whether it was.

        Raises NotesError.
        """
        with self._lock:
            self.decisions()
            if self._sound:
                return False
            self._change(lambda decisions: decisions)
            return True

    def _read_file(self, file: Path) -> None:
        """Take up what stands in the file, if it changed since."""
        try:
            state = _state(file)
            if state == self._read:
                return
            page = read_page(read_plain(file, LARGEST)) if state else None
        except OSError as problem:
            self._refuse(f"the notes in {file} cannot be read: {reason_of(problem)}", "allow reading them")
            self._read = ()
            return
        self._read = state
        self._refused, self._trouble, self._sound = None, (), True
        if page is None:
            self._memory = ()
            if (copy := _backup(file)).exists():
                self._trouble = (Trouble(f"there is no {file.name}", f"{copy.name} beside it has what it held"),)
        elif page.newer:
            self._refuse(f"{file} was written by a newer version of this program", "update it to use them")
        else:
            self._take(file, page)

    def _take(self, file: Path, page: Page) -> None:
        whole, taken = restored(page, _copies(file)) if not page.sound else (page, {})
        if not page.sound and not whole.decisions and not whole.whole and not page.blank:
            self._refuse(f"{file} is no notes file that can be read", "move it elsewhere, or put a copy in its place")
            return
        self._memory = whole.decisions
        self._sound = page.sound
        self._trouble = tuple(_troubles(file, page, whole, taken))

    def _refuse(self, message: str, hint: str) -> None:
        self._memory = ()
        self._refused = NotesError(message, f"{hint}; nothing is written until then")
        self._trouble = (Trouble(f"{message}; what you decided does not count", hint),)

    def _change(self, change: Callable[[tuple[Decision, ...]], tuple[Decision, ...]]) -> None:
        with self._lock, locked(self.file):
            changed = change(self.decisions())
            if self._refused is not None:
                raise self._refused
            if self.file is not None:
                _keep_former(self.file, sound=self._sound)
                write_decisions(self.file, changed)
                self._read = _state(self.file)
                self._sound, self._trouble = True, ()
            self._memory = changed


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """Return the decisions written in ``file``, all of them. Raises NotesError, naming the entry that is wrong."""
    try:
        page = read_page(read_plain(file, LARGEST))
    except FileNotFoundError:
        raise NotesError(f"there is no file of notes {file}", "check the name") from None
    except (OSError, ValueError) as problem:
        raise NotesError(f"the notes in {file} cannot be read: {reason_of(problem)}", "name another file") from None
    if page.newer:
        raise NotesError(f"{file} was written by a newer version of this program", "update it to read them")
    if page.damaged:
        first = page.damaged[0]
        raise NotesError(f"{file}: entry {first.number} is wrong: {first.reason}", "fix or remove that entry")
    if not page.whole:
        raise NotesError(f"{file} is not a notes file of format 1 or {FORMAT}, or it was cut off", "name another file")
    return page.decisions


def write_decisions(file: Path, decisions: Sequence[Decision], *, private: bool = True) -> None:
    """Write ``decisions`` to ``file`` in one step, through a link, and ``private`` ones to its copy too.

    Raises NotesError; the file is then as it was.
    """
    data = file_text(decisions).encode()
    real = Path(os.path.realpath(file))
    try:
        real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(real, data, PRIVATE if private else 0o666)
    except (OSError, ValueError) as problem:
        reason = reason_of(problem)
        raise NotesError(f"the notes cannot be written to {file}: {reason}", "make room or allow writing") from None
    if private:
        # The file itself is safe by now.
        with suppress(OSError):
            _write(_backup(real), data, PRIVATE)


def merge(own: Sequence[Decision], taken: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions of both in order of time, in which neither's own order changes.

    Of each, no decision counts as made before those that stand above it, whatever its clock said.
    """
    known = {decision.id for decision in own}
    rows = [(latest, 0, place, one) for place, (latest, one) in enumerate(_latest(own))]
    rows += [(latest, 1, n, one) for n, (latest, one) in enumerate(_latest(taken)) if one.id not in known]
    return tuple(one for *_, one in sorted(rows, key=lambda row: row[:3]))


def _latest(decisions: Sequence[Decision]) -> Iterator[tuple[datetime, Decision]]:
    latest = datetime.min.replace(tzinfo=UTC)
    for decision in decisions:
        made = datetime.fromisoformat(decision.made)
        latest = max(latest, made if made.tzinfo else made.replace(tzinfo=UTC))
        yield latest, decision


def _write(file: Path, data: bytes, mode: int) -> None:
    """Write a file in one step; nothing stays when that fails."""
    made = file.parent / f".{file.name}-{token_hex(6)}"
    try:
        with os.fdopen(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, mode), "wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        made.replace(file)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _backup(file: Path) -> Path:
    """Return the copy that is as new as ``file``."""
    real = Path(os.path.realpath(file))
    return real.with_name(f"{real.name}.bak")


def days_of(file: Path) -> list[Path]:
    """Return the copies of former days of ``file``, the newest first."""
    real = Path(os.path.realpath(file))
    pattern = f"{glob.escape(real.name)}.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    return sorted(real.parent.glob(pattern), reverse=True)


def _copies(file: Path) -> Iterator[tuple[str, Page]]:
    """Yield the copies of ``file`` that can be read, the newest first, each with its name."""
    for copy in (_backup(file), *days_of(file)):
        with suppress(OSError):
            yield copy.name, read_page(read_plain(copy, LARGEST))


def _keep_former(file: Path, *, sound: bool) -> None:
    """Keep the file under the day it was last written, before today's first change; a damaged one for good."""
    real = Path(os.path.realpath(file))
    if not sound:
        try:
            _keep(real, real.with_name(f"{real.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}"))
        except OSError as problem:
            reason = reason_of(problem)
            raise NotesError(f"the damaged notes cannot be kept: {reason}", "make room or allow writing") from None
        return
    with suppress(OSError):
        if not real.exists():
            # Somebody took the file away: its copy must not be the next one's.
            real = _backup(real)
        day = datetime.fromtimestamp(real.stat().st_mtime, UTC)
        if f"{day:%Y-%m-%d}" != now()[:10] or real.name.endswith(".bak"):
            kept = real.with_name(f"{real.name.removesuffix('.bak')}.{day:%Y-%m-%d}")
            kept.unlink(missing_ok=True)
            _keep(real, kept)
        for old in days_of(file)[DAYS_KEPT:]:
            old.unlink()


def _keep(file: Path, name: Path) -> None:
    """Keep what is in ``file`` under another name; the file itself is about to be replaced."""
    try:
        name.hardlink_to(file)
    except FileExistsError:
        return
    except OSError:
        # Some file systems have no hard links.
        _write(name, file.read_bytes(), PRIVATE)


def _troubles(file: Path, page: Page, whole: Page, taken: dict[str, int]) -> Iterator[Trouble]:
    """Yield what is said of a damaged file."""
    if page.sound:
        return
    what = f"{file.name} is damaged" if page.whole else f"{file.name} was cut off or damaged"
    if whole.sound:
        where = ", ".join(f"{count} from {name}" for name, count in taken.items())
        done = f"what it lacks was restored: {where}" if taken else "all that you decided is there"
        yield Trouble(f"{what}; {done}", "the next change, or rednote-tui doctor --repair, writes it anew")
        return
    newest = next((copy.name for copy in days_of(file)), None)
    hint = f"rednote-tui notes --import {newest} brings back what that copy has" if newest else "there is no older copy"
    for entry in whole.damaged:
        yield Trouble(f"{what}; entry {entry.number} does not count: {entry.reason}", hint)
    if not whole.whole:
        yield Trouble(f"{what}; what stood behind its end is lost, but for {len(whole.decisions)} decisions", hint)


def _state(file: Path) -> tuple[int, ...] | None:
    try:
        state = file.stat()
    except FileNotFoundError:
        return None
    # Every change is a new file; its time and size alone may be those of the one before.
    return state.st_ino, state.st_mtime_ns, state.st_ctime_ns, state.st_size


@contextmanager
def locked(file: Path | None) -> Iterator[None]:
    """Keep other programs from changing ``file`` meanwhile; the lock goes with the process."""
    if file is None:
        yield
        return
    import fcntl

    try:
        file = Path(os.path.realpath(file))
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
        lock = os.fdopen(os.open(file.parent / f".{file.name}.lock", flags, 0o600), "w")
    except OSError as problem:
        reason = reason_of(problem)
        raise NotesError(f"the notes cannot be written to {file}: {reason}", "make room or allow writing") from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # Who has the lock is the only one who writes: these are of a program that was killed.
        for left in file.parent.glob(f".{glob.escape(file.name)}-*"):
            left.unlink(missing_ok=True)
        yield
