"""One SQLite file, shared with other threads and processes, that may be deleted or damaged at any time."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any
from zlib import crc32

from index.errors import BusyError, DamagedError, EngineError

BUSY_SECONDS = 30.0
"""How long to wait for another process that is writing."""

QUICKLY_CHECKED = 4_000_000
"""Bytes of a file that is looked through each time it is opened."""

OTHER_LAYOUT = "made for other tables"

Write = Callable[[str, Sequence[Sequence[object]]], None]


class Database:
    """Tables in ``file``, or in memory when it is None or cannot be opened.

    ``tables`` are the statements that make them, ``records`` whatever else decides how their values are read: a file
    made for others, or a damaged one, is replaced by an empty one. Raises EngineError when the file cannot be used.
    """

    def __init__(self, file: Path | None, tables: str, records: str) -> None:
        self._file = file
        self._tables = tables
        self._layout = crc32((tables + records).encode()) >> 1 or 1
        self._lock = RLock()
        self._inode = self._openings = 0
        self.lasting = False
        self.was_damaged = False
        """Whether the file had to be replaced by an empty one."""
        self._connection = self._open()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def is_there(self) -> bool:
        """Return whether the file is still the one that was opened; in memory it always is."""
        return not self.lasting or self._inode_now() == self._inode

    def reopen(self) -> None:
        """Open the file anew, for instance because somebody deleted it."""
        with self._lock:
            self._reopen(damaged=False)

    def version(self) -> tuple[int, int]:
        """Return what changes when another process writes to the file, or when it is opened anew."""
        return self._openings, self.rows("PRAGMA data_version")[0][0]

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows a query gives."""
        with self._lock, _told():
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.DatabaseError as problem:
                if not _is_damage(problem) or self._connection.in_transaction:
                    raise
                self._reopen(damaged=True)
                raise _damaged() from problem

    def check(self) -> None:
        """Look through the whole file. Raises DamagedError, and starts over, when it is damaged."""
        if self.rows("PRAGMA integrity_check(1)") != [("ok",)]:
            with self._lock:
                self._reopen(damaged=True)
            raise _damaged()

    def write(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        """Carry a statement out for each row, inside a transaction."""
        self._connection.executemany(statement, rows)

    @contextmanager
    def transaction(self) -> Iterator[Write]:
        """Do all that is written inside, or nothing."""
        with self._lock, _told():
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self.write
                self._connection.execute("COMMIT")
            except BaseException as problem:
                if self._connection.in_transaction:
                    with suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")
                if isinstance(problem, sqlite3.DatabaseError) and _is_damage(problem):
                    self._reopen(damaged=True)
                    raise _damaged() from problem
                raise

    def _open(self) -> sqlite3.Connection:
        self._openings += 1
        with _told():
            if self._file is not None:
                try:
                    return self._on_disk(self._file)
                except sqlite3.DatabaseError as problem:
                    if _is_damage(problem):
                        self.was_damaged = self.was_damaged or str(problem) != OTHER_LAYOUT
                        self._delete(self._file)
                        return self._on_disk(self._file)
                    if "unable to open" not in str(problem) and "readonly" not in str(problem):
                        raise
            self.lasting = False
            return self._prepared(":memory:")

    def _on_disk(self, file: Path) -> sqlite3.Connection:
        # Made here first, so that only the user may read it; SQLite's other files take that over.
        with suppress(OSError):
            os.close(os.open(file, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
        connection = self._prepared(str(file))
        self._check(connection, file)
        self.lasting = True
        self._inode = self._inode_now()
        return connection

    @staticmethod
    def _check(connection: sqlite3.Connection, file: Path) -> None:
        """Look through a file that is small; of a larger one the rows are checked as they are read."""
        if file.stat().st_size > QUICKLY_CHECKED:
            return
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchall()
            if found != [("ok",)]:
                raise sqlite3.DatabaseError(f"malformed: {found}")
        except BaseException:
            connection.close()
            raise

    def _prepared(self, name: str) -> sqlite3.Connection:
        connection = sqlite3.connect(name, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous=NORMAL")
            # What stands in the file is checked row by row, not run: triggers and views are nobody's here.
            connection.execute("PRAGMA trusted_schema=OFF")
            # Looked at first without a lock, so that opening waits for nobody who writes.
            if self._layout_of(connection) != self._layout:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("BEGIN IMMEDIATE")
                found = self._layout_of(connection)
                if found not in (0, self._layout):
                    raise sqlite3.DatabaseError(OTHER_LAYOUT)
                if found == 0:
                    for statement in self._tables.split(";"):
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version={self._layout}")
                connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _layout_of(connection: sqlite3.Connection) -> int:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])

    def _reopen(self, *, damaged: bool) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()
        if damaged and self._file is not None and self.lasting:
            self.was_damaged = True
            self._delete(self._file)
        self._connection = self._open()

    @staticmethod
    def _delete(file: Path) -> None:
        for suffix in ("", "-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)

    def _inode_now(self) -> int:
        try:
            return self._file.stat().st_ino if self._file is not None else 0
        except OSError:
            return 0


_PASSING = ("locked", "busy", "full", "readonly", "unable to open", "interrupted", "closed", "disk I/O error", "thread")
"""Words of SQLite's errors that say nothing against the file itself."""


def _is_damage(problem: sqlite3.DatabaseError) -> bool:
    """Return whether the file itself is of no use, and not only busy, full or closed."""
    return not any(sign in str(problem) for sign in _PASSING)


def _damaged() -> DamagedError:
    return DamagedError("the cache of this corpus is damaged", "it is made again at the next refresh")


@contextmanager
def _told() -> Iterator[None]:
    """Turn what SQLite raises into an EngineError."""
    try:
        yield
    except sqlite3.Error as problem:
        if "locked" in str(problem):
            raise BusyError(
                "another rednote-tui is writing the cache of this corpus", "wait until it is done, then try again"
            ) from problem
        raise EngineError(f"the cache of this corpus cannot be used: {problem}", "see rednote-tui doctor") from problem
