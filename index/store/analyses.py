"""The analysed documents of a corpus, in one SQLite file that anyone may delete."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.records import Claim, Document, Unreadable
from index.store.codec import RECORDS, claims_from, document_from
from index.store.database import Database

TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, mark INTEGER NOT NULL, digest TEXT NOT NULL, indexed INTEGER NOT NULL DEFAULT 0,
    entry TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE bodies (id TEXT PRIMARY KEY, document TEXT NOT NULL, claims TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE terms (id TEXT PRIMARY KEY, terms TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE unreadable (
    id TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, fingerprint TEXT NOT NULL,
    message TEXT NOT NULL, hint TEXT NOT NULL, kind TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE gone (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE results (name TEXT PRIMARY KEY, state TEXT NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
"""

ROWS_AT_ONCE = 256
"""Rows of long texts taken from the file at a time."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file is the one that was analysed: size in bytes, time in ns, and the rules that read it.

    ``mark`` is that of the Source: all that the system knows of the file, 0 when it changed too lately to be sure.
    """

    size: int
    mtime_ns: int
    fingerprint: str
    mark: int = 0


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

    Safe to use from several threads, and from several processes on one file. A file that is damaged, or written for
    other tables or records, is replaced by an empty one, for all in it can be made again. Any method raises EngineError
    when the file cannot be used, for instance because another process keeps it busy.
    """

    def __init__(self, file: Path | None) -> None:
        self._database = Database(file, TABLES, RECORDS)
        self._writes = 0

    @property
    def lasting(self) -> bool:
        """Whether what is stored outlives this process; not so in memory, nor where the file cannot be opened."""
        return self._database.lasting

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def is_there(self) -> bool:
        """Whether nobody deleted the file meanwhile."""
        return self._database.is_there()

    def reopen(self) -> None:
        """Open the file anew; when it was deleted, it is empty."""
        self._database.reopen()

    def version(self) -> tuple[int, ...]:
        """Return what is another whenever documents were stored or dropped, by whomever."""
        return (self._writes, *self._database.version())

    def count(self) -> int:
        """Return how many documents are stored."""
        return int(self._database.rows("SELECT COUNT(*) FROM documents")[0][0])

    def stamps(self) -> dict[str, tuple[Stamp, str]]:
        """Return each stored document's stamp and digest, by id."""
        rows = self._database.rows("SELECT id, size, mtime_ns, fingerprint, mark, digest FROM documents")
        return {id_: (Stamp(*stamp), digest) for id_, *stamp, digest in rows}

    def unreadable_stamps(self) -> dict[str, Stamp]:
        """Return the stamp of each file that could not be read, by id."""
        rows = self._database.rows("SELECT id, size, mtime_ns, fingerprint FROM unreadable")
        return {id_: Stamp(size, mtime, mark) for id_, size, mtime, mark in rows}

    def entries(self) -> list[tuple[str, str, str, str]]:
        """Return (id, path, digest, listing row as JSON) of every document."""
        return self._database.rows("SELECT id, path, digest, entry FROM documents")

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Return the files that could not be read, in order of id."""
        rows = self._database.rows("SELECT id, message, hint, kind FROM unreadable ORDER BY id")
        return tuple(Unreadable(*row) for row in rows)

    def document(self, id_: str) -> Document | None:
        """Return a document, or None when there is none with this id."""
        rows = self._database.rows("SELECT document FROM bodies WHERE id = ?", (id_,))
        return document_from(rows[0][0]) if rows else None

    def claims(self, id_: str) -> tuple[Claim, ...]:
        """Return a document's claims, in order of place."""
        rows = self._database.rows("SELECT claims FROM bodies WHERE id = ?", (id_,))
        return claims_from(rows[0][0]) if rows else ()

    def terms(self) -> Iterator[tuple[str, str]]:
        """Yield (id, terms as JSON) of every document, in order of id."""
        last = ""
        while rows := self._database.rows(
            "SELECT id, terms FROM terms WHERE id > ? ORDER BY id LIMIT ?", (last, ROWS_AT_ONCE)
        ):
            yield from rows
            last = rows[-1][0]

    def terms_of(self, id_: str) -> str:
        """Return a document's terms as JSON; without any for an unknown id."""
        rows = self._database.rows("SELECT terms FROM terms WHERE id = ?", (id_,))
        return str(rows[0][0]) if rows else "[0,{}]"

    def unindexed(self) -> list[str]:
        """Return the ids of the documents that the search engine has not received, in order."""
        return [row[0] for row in self._database.rows("SELECT id FROM documents WHERE indexed = 0 ORDER BY id")]

    def gone(self) -> list[str]:
        """Return the ids of dropped documents that the search engine may still have, in order."""
        return [row[0] for row in self._database.rows("SELECT id FROM gone ORDER BY id")]

    def any_indexed(self) -> bool:
        """Whether the search engine has received any document."""
        return bool(self._database.rows("SELECT 1 FROM documents WHERE indexed = 1 LIMIT 1"))

    def put(self, rows: Sequence[AnalysedRow], unreadable: Sequence[tuple[Unreadable, Stamp]] = ()) -> None:
        """Store analysed documents, and files that cannot be read with their stamps, in one transaction."""
        documents = [(row.id, row.path, *_stamped(row.stamp), row.digest, row.entry) for row in rows]
        failed = [
            (file.id, stamp.size, stamp.mtime_ns, stamp.fingerprint, file.message, file.hint, file.kind)
            for file, stamp in unreadable
        ]
        with self._database.transaction() as write:
            self._forget(file.id for file, _ in unreadable)
            write("REPLACE INTO unreadable VALUES (?, ?, ?, ?, ?, ?, ?)", failed)
            write(
                "REPLACE INTO documents (id, path, size, mtime_ns, fingerprint, mark, digest, entry, indexed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                documents,
            )
            write("REPLACE INTO bodies VALUES (?, ?, ?)", [(row.id, row.document, row.claims) for row in rows])
            write("REPLACE INTO terms VALUES (?, ?)", [(row.id, row.terms) for row in rows])
            write("DELETE FROM unreadable WHERE id = ?", [(row.id,) for row in rows])
            write("DELETE FROM gone WHERE id = ?", [(row.id,) for row in rows])
            # Other rules may have read the same file, which no state tells.
            write("DELETE FROM results", [()])
        self._writes += 1

    def touch(self, stamps: Sequence[tuple[str, Stamp]]) -> None:
        """Note new stamps for files whose contents are the same."""
        if stamps:
            values = [(*_stamped(stamp), id_) for id_, stamp in stamps]
            with self._database.transaction() as write:
                write("UPDATE documents SET size = ?, mtime_ns = ?, fingerprint = ?, mark = ? WHERE id = ?", values)

    def remove(self, ids: Sequence[str]) -> None:
        """Drop documents and unreadable files that are gone."""
        with self._database.transaction():
            self._forget(ids)
        self._writes += 1

    def mark_indexed(self, ids: Sequence[str], gone: Sequence[str] = ()) -> None:
        """Note that the search engine has these documents, and no longer has those that are gone."""
        with self._database.transaction() as write:
            write("UPDATE documents SET indexed = 1 WHERE id = ?", [(id_,) for id_ in ids])
            write("DELETE FROM gone WHERE id = ?", [(id_,) for id_ in gone])

    def mark_none_indexed(self) -> None:
        """Note that the search engine has nothing at all."""
        with self._database.transaction() as write:
            write("UPDATE documents SET indexed = 0", [()])
            write("DELETE FROM gone", [()])

    def result(self, name: str, state: str) -> str | None:
        """Return a stored result, or None when it was computed for another state of the corpus."""
        rows = self._database.rows("SELECT value FROM results WHERE name = ? AND state = ?", (name, state))
        return rows[0][0] if rows else None

    def put_result(self, name: str, state: str, value: str) -> None:
        """Store a result that is dear to compute, with the state of the corpus it holds for."""
        with self._database.transaction() as write:
            write("REPLACE INTO results VALUES (?, ?, ?)", [(name, state, value)])

    def _forget(self, ids: Iterable[str]) -> None:
        """Drop all that is known of documents, inside a transaction; the search engine has yet to be told."""
        rows = [(id_,) for id_ in ids]
        self._database.write("INSERT OR IGNORE INTO gone SELECT id FROM documents WHERE id = ?", rows)
        for table in ("documents", "bodies", "terms", "unreadable"):
            self._database.write(f"DELETE FROM {table} WHERE id = ?", rows)


def _stamped(stamp: Stamp) -> tuple[int, int, str, int]:
    return stamp.size, stamp.mtime_ns, stamp.fingerprint, stamp.mark
