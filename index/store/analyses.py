"""The analysed documents of a corpus, in one SQLite file that anyone may delete."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from index.records import Claim, Document, Unreadable
from index.store.codec import claims_from, document_from

LAYOUT = 2
"""Raised when the tables change; a file with another number is thrown away."""

TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, digest TEXT NOT NULL, indexed INTEGER NOT NULL DEFAULT 0, entry TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE bodies (id TEXT PRIMARY KEY, document TEXT NOT NULL, claims TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE terms (id TEXT PRIMARY KEY, terms TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE unreadable (
    id TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, fingerprint TEXT NOT NULL,
    message TEXT NOT NULL, hint TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE results (name TEXT PRIMARY KEY, state TEXT NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file is the one that was analysed: size in bytes, time in ns, and the rules that read it."""

    size: int
    mtime_ns: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class AnalysedRow:
    """One analysed document as it is stored: the listing row, the document, its claims and its terms, all as JSON."""

    id: str
    path: str
    stamp: Stamp
    digest: str
    entry: str
    document: str
    claims: str
    terms: str


class AnalysisStore:
    """Analysed documents on disk, or in memory when ``file`` is None.

    Safe to use from several threads, and from several processes on one file. A file that is damaged or of another
    layout is replaced by an empty one, for all in it can be made again.
    """

    def __init__(self, file: Path | None) -> None:
        self._lock = RLock()
        self._database = self._open(file)

    def _open(self, file: Path | None) -> sqlite3.Connection:
        if file is None:
            return self._prepared(":memory:")
        try:
            return self._prepared(str(file))
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)
            return self._prepared(str(file))

    def _prepared(self, name: str) -> sqlite3.Connection:
        database = sqlite3.connect(name, timeout=30, check_same_thread=False, isolation_level=None)
        try:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=NORMAL")
            database.execute("BEGIN IMMEDIATE")
            layout = database.execute("PRAGMA user_version").fetchone()[0]
            if layout not in (0, LAYOUT):
                raise sqlite3.DatabaseError("another layout")
            if layout == 0:
                for statement in TABLES.split(";"):
                    database.execute(statement)
                database.execute(f"PRAGMA user_version={LAYOUT}")
            database.execute("COMMIT")
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._database.close()

    def stamps(self) -> dict[str, tuple[Stamp, str]]:
        """Return each stored document's stamp and digest, by id."""
        rows = self._rows("SELECT id, size, mtime_ns, fingerprint, digest FROM documents")
        return {id_: (Stamp(size, mtime, mark), digest) for id_, size, mtime, mark, digest in rows}

    def unreadable_stamps(self) -> dict[str, Stamp]:
        """Return the stamp of each file that could not be read, by id."""
        rows = self._rows("SELECT id, size, mtime_ns, fingerprint FROM unreadable")
        return {id_: Stamp(size, mtime, mark) for id_, size, mtime, mark in rows}

    def entries(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield (id, path, digest, listing row as JSON) of every document."""
        yield from self._rows("SELECT id, path, digest, entry FROM documents")

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Return the files that could not be read, in order of id."""
        return tuple(Unreadable(*row) for row in self._rows("SELECT id, message, hint FROM unreadable ORDER BY id"))

    def document(self, id_: str) -> Document | None:
        """Return a document, or None when there is none with this id."""
        rows = self._rows("SELECT document FROM bodies WHERE id = ?", (id_,))
        return document_from(rows[0][0]) if rows else None

    def claims(self, id_: str) -> tuple[Claim, ...]:
        """Return a document's claims, in order of place."""
        rows = self._rows("SELECT claims FROM bodies WHERE id = ?", (id_,))
        return claims_from(rows[0][0]) if rows else ()

    def terms(self) -> Iterator[tuple[str, str]]:
        """Yield (id, terms as JSON) of every document, in order of id."""
        yield from self._rows("SELECT id, terms FROM terms ORDER BY id")

    def terms_of(self, id_: str) -> str:
        """Return a document's terms as JSON; without any for an unknown id."""
        rows = self._rows("SELECT terms FROM terms WHERE id = ?", (id_,))
        return rows[0][0] if rows else "[0,{}]"

    def unindexed(self) -> list[str]:
        """Return the ids of the documents that the search engine has not received, in order."""
        return [row[0] for row in self._rows("SELECT id FROM documents WHERE indexed = 0 ORDER BY id")]

    def put(self, rows: Iterable[AnalysedRow]) -> None:
        """Store analysed documents, in one transaction."""
        with self._lock, self._transaction():
            for row in rows:
                stamp = (row.stamp.size, row.stamp.mtime_ns, row.stamp.fingerprint)
                self._database.execute(
                    "REPLACE INTO documents (id, path, size, mtime_ns, fingerprint, digest, entry, indexed)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                    (row.id, row.path, *stamp, row.digest, row.entry),
                )
                self._database.execute("REPLACE INTO bodies VALUES (?, ?, ?)", (row.id, row.document, row.claims))
                self._database.execute("REPLACE INTO terms VALUES (?, ?)", (row.id, row.terms))
                self._database.execute("DELETE FROM unreadable WHERE id = ?", (row.id,))

    def put_unreadable(self, file: Unreadable, stamp: Stamp) -> None:
        """Remember that a file cannot be read, and drop what was known of it."""
        with self._lock, self._transaction():
            self._forget([file.id])
            self._database.execute(
                "REPLACE INTO unreadable VALUES (?, ?, ?, ?, ?, ?)",
                (file.id, stamp.size, stamp.mtime_ns, stamp.fingerprint, file.message, file.hint),
            )

    def touch(self, id_: str, stamp: Stamp) -> None:
        """Note a new stamp for a file whose contents are the same."""
        self._rows(
            "UPDATE documents SET size = ?, mtime_ns = ?, fingerprint = ? WHERE id = ?",
            (stamp.size, stamp.mtime_ns, stamp.fingerprint, id_),
        )

    def remove(self, ids: Sequence[str]) -> None:
        """Drop documents and unreadable files that are gone."""
        with self._lock, self._transaction():
            self._forget(ids)

    def mark_indexed(self, ids: Sequence[str] | None) -> None:
        """Note that the search engine has these documents; None: that it has nothing at all."""
        with self._lock, self._transaction():
            if ids is None:
                self._database.execute("UPDATE documents SET indexed = 0")
            else:
                self._database.executemany("UPDATE documents SET indexed = 1 WHERE id = ?", [(id_,) for id_ in ids])

    def result(self, name: str, state: str) -> str | None:
        """Return a stored result, or None when it was computed for another state of the corpus."""
        rows = self._rows("SELECT value FROM results WHERE name = ? AND state = ?", (name, state))
        return rows[0][0] if rows else None

    def put_result(self, name: str, state: str, value: str) -> None:
        """Store a result that is dear to compute, with the state of the corpus it holds for."""
        self._rows("REPLACE INTO results VALUES (?, ?, ?)", (name, state, value))

    def _forget(self, ids: Sequence[str]) -> None:
        for table in ("documents", "bodies", "terms", "unreadable"):
            self._database.executemany(f"DELETE FROM {table} WHERE id = ?", [(id_,) for id_ in ids])

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._database.execute(statement, tuple(values)).fetchall()

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._database)


class _Transaction:
    """One write: all of it or nothing."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._database.execute("COMMIT" if kind is None else "ROLLBACK")
