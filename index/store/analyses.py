"""The analysed documents of a corpus, in one SQLite file that anyone may delete."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.errors import DamagedError
from index.records import Claim, Document, Unreadable
from index.store.codec import RECORDS, claims_from, document_from
from index.store.database import Database
from index.store.sealing import Healer, Seals

TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, mark INTEGER NOT NULL, digest TEXT NOT NULL, indexed INTEGER NOT NULL DEFAULT 0,
    entry TEXT NOT NULL, seal TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE bodies (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, document_seal TEXT NOT NULL, claims TEXT NOT NULL,
    claims_seal TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE terms (id TEXT PRIMARY KEY, terms TEXT NOT NULL, seal TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE unreadable (
    id TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, fingerprint TEXT NOT NULL,
    message TEXT NOT NULL, hint TEXT NOT NULL, kind TEXT NOT NULL, seal TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE gone (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE results (name TEXT PRIMARY KEY, state TEXT NOT NULL, value TEXT NOT NULL, seal TEXT NOT NULL)
WITHOUT ROWID;
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
    when the file cannot be used, for instance because another process keeps it busy, and DamagedError when a row is
    not as this program wrote it with ``key``; the row is gone then, and `healer` is asked to have it made again.
    """

    def __init__(self, file: Path | None, key: bytes = b"") -> None:
        self._database = Database(file, TABLES, RECORDS)
        self._seals = Seals(key)
        self._writes = self._damages = 0
        self.healer = Healer()

    @property
    def damages(self) -> int:
        """How often something was found that was not as it was written."""
        return self._damages + self._database.was_damaged

    @property
    def lasting(self) -> bool:
        """Whether what is stored outlives this process; not so in memory, nor where the file cannot be opened."""
        return self._database.lasting

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def is_there(self) -> bool:
        """Return whether nobody deleted the file meanwhile."""
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
        return self.healer.read(self._entries)

    def _entries(self) -> list[tuple[str, str, str, str]]:
        rows = self._database.rows("SELECT id, path, digest, entry, seal FROM documents")
        self._drop(row[0] for row in rows if not self._seals.fits(row[-1], "documents", *row[:-1]))
        return [(id_, path, digest, entry) for id_, path, digest, entry, _ in rows]

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Return the files that could not be read, in order of id."""
        return self.healer.read(self._unreadable)

    def _unreadable(self) -> tuple[Unreadable, ...]:
        rows = self._database.rows("SELECT id, message, hint, kind, seal FROM unreadable ORDER BY id")
        self._drop(row[0] for row in rows if not self._seals.fits(row[-1], "unreadable", *row[:-1]))
        return tuple(Unreadable(*row[:-1]) for row in rows)

    def document(self, id_: str) -> Document | None:
        """Return a document, or None when there is none with this id."""
        written = self.healer.read(lambda: self._body(id_, "document"))
        return None if written is None else document_from(written)

    def claims(self, id_: str) -> tuple[Claim, ...]:
        """Return a document's claims, in order of place."""
        written = self.healer.read(lambda: self._body(id_, "claims"))
        return () if written is None else claims_from(written)

    def terms(self) -> Iterator[tuple[str, str]]:
        """Yield (id, terms as JSON) of every document, in order of id."""
        last = ""
        while rows := self.healer.read(partial(self._terms_after, last)):
            yield from rows
            last = rows[-1][0]

    def _terms_after(self, last: str) -> list[tuple[str, str]]:
        rows = self._database.rows(
            "SELECT documents.id, terms, terms.seal FROM documents LEFT JOIN terms ON terms.id = documents.id"
            " WHERE documents.id > ? ORDER BY documents.id LIMIT ?",
            (last, ROWS_AT_ONCE),
        )
        self._drop(id_ for id_, terms, seal in rows if not self._seals.fits(seal, "terms", id_, terms))
        return [(id_, terms) for id_, terms, _ in rows]

    def terms_of(self, id_: str) -> str:
        """Return a document's terms as JSON; without any for an unknown id."""
        return self.healer.read(lambda: self._terms_of(id_))

    def _terms_of(self, id_: str) -> str:
        rows = self._database.rows("SELECT terms, seal FROM terms WHERE id = ?", (id_,))
        if not rows and not self._is_stored(id_):
            return "[0,{}]"
        if not rows or not self._seals.fits(rows[0][1], "terms", id_, rows[0][0]):
            self._drop([id_])
        return str(rows[0][0])

    def _body(self, id_: str, column: str) -> str | None:
        """Return one of the long texts of a document, None for an unknown id."""
        rows = self._database.rows(f"SELECT {column}, {column}_seal FROM bodies WHERE id = ?", (id_,))
        if not rows and not self._is_stored(id_):
            return None
        if not rows or not self._seals.fits(rows[0][1], column, id_, rows[0][0]):
            self._drop([id_])
        return str(rows[0][0])

    def _is_stored(self, id_: str) -> bool:
        return bool(self._database.rows("SELECT 1 FROM documents WHERE id = ?", (id_,)))

    def _drop(self, ids: Iterable[str]) -> None:
        """Throw damaged rows away; the next refresh reads these files again. Raises DamagedError if there are any."""
        damaged = list(ids)
        if damaged:
            self._damages += 1
            self.remove(damaged)
            raise DamagedError("part of the cache of this corpus is damaged", "it is made again at the next refresh")

    def check(self) -> None:
        """Check all that is stored; what is damaged is thrown away and counts among ``damages``."""
        damages = -1
        while damages != self.damages:
            damages = self.damages
            with suppress(DamagedError):
                self._database.check()
                self._unreadable()
                for id_, *_ in self._entries():
                    for column in ("document", "claims"):
                        with suppress(DamagedError):
                            self._body(id_, column)
                last = ""
                while rows := self._terms_after(last):
                    last = rows[-1][0]

    def unindexed(self) -> list[str]:
        """Return the ids of the documents that the search engine has not received, in order."""
        return [row[0] for row in self._database.rows("SELECT id FROM documents WHERE indexed = 0 ORDER BY id")]

    def gone(self) -> list[str]:
        """Return the ids of dropped documents that the search engine may still have, in order."""
        return [row[0] for row in self._database.rows("SELECT id FROM gone ORDER BY id")]

    def any_indexed(self) -> bool:
        """Return whether the search engine has received any document."""
        return bool(self._database.rows("SELECT 1 FROM documents WHERE indexed = 1 LIMIT 1"))

    def put(self, rows: Sequence[AnalysedRow], unreadable: Sequence[tuple[Unreadable, Stamp]] = ()) -> None:
        """Store analysed documents, and files that cannot be read with their stamps, in one transaction."""
        seal = self._seals.of
        documents = [
            (*(row.id, row.path, *_stamped(row.stamp), row.digest, row.entry),
             seal("documents", row.id, row.path, row.digest, row.entry))
            for row in rows
        ]  # fmt: skip
        bodies = [
            (*(row.id, row.document, seal("document", row.id, row.document)),
             *(row.claims, seal("claims", row.id, row.claims)))
            for row in rows
        ]  # fmt: skip
        failed = [
            (*(file.id, stamp.size, stamp.mtime_ns, stamp.fingerprint, file.message, file.hint, file.kind),
             seal("unreadable", file.id, file.message, file.hint, file.kind))
            for file, stamp in unreadable
        ]  # fmt: skip
        with self._database.transaction() as write:
            self._forget(file.id for file, _ in unreadable)
            write("REPLACE INTO unreadable VALUES (?, ?, ?, ?, ?, ?, ?, ?)", failed)
            write(
                "REPLACE INTO documents (id, path, size, mtime_ns, fingerprint, mark, digest, entry, seal, indexed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                documents,
            )
            write("REPLACE INTO bodies VALUES (?, ?, ?, ?, ?)", bodies)
            terms = [(row.id, row.terms, seal("terms", row.id, row.terms)) for row in rows]
            write("REPLACE INTO terms VALUES (?, ?, ?)", terms)
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
        """Return a stored result, or None when it was computed for another state of the corpus, or is damaged."""
        rows = self._database.rows("SELECT value, seal FROM results WHERE name = ? AND state = ?", (name, state))
        if rows and not self._seals.fits(rows[0][1], "results", name, state, rows[0][0]):
            self._damages += 1
            return None
        return rows[0][0] if rows else None

    def put_result(self, name: str, state: str, value: str) -> None:
        """Store a result that is dear to compute, with the state of the corpus it holds for."""
        row = (name, state, value, self._seals.of("results", name, state, value))
        with self._database.transaction() as write:
            write("REPLACE INTO results VALUES (?, ?, ?, ?)", [row])

    def _forget(self, ids: Iterable[str]) -> None:
        """Drop all that is known of documents, inside a transaction; the search engine has yet to be told."""
        rows = [(id_,) for id_ in ids]
        self._database.write("INSERT OR IGNORE INTO gone SELECT id FROM documents WHERE id = ?", rows)
        for table in ("documents", "bodies", "terms", "unreadable"):
            self._database.write(f"DELETE FROM {table} WHERE id = ?", rows)


def _stamped(stamp: Stamp) -> tuple[int, int, str, int]:
    return stamp.size, stamp.mtime_ns, stamp.fingerprint, stamp.mark
