"""The full-text engine on Whoosh: one directory, or memory; one writer at a time, any number of readers."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from whoosh.filedb.filestore import RamStorage
from whoosh.index import LockError

from index.engines.protocol import Progress, Ranked, Ranking
from index.engines.whoosh.evaluation import Evaluation
from index.engines.whoosh.schema import FORMAT, encode, fields_of, schema
from index.engines.whoosh.sealing import SealedStorage
from index.engines.whoosh.table import Table
from index.engines.whoosh.vocabulary import Vocabulary, frequency
from index.errors import BusyError, EngineError
from index.language import lemma_of
from index.progress import never, silent
from index.query import Fuzzy, Node, Prefix
from index.records import Document

NAME = f"articles{FORMAT}"
LOCK_SECONDS = 10.0
MEMORY_MB = 96
"""Postings kept in memory before a run of them is written to a temporary file."""


@contextmanager
def _reported(action: str) -> Iterator[None]:
    """Turn whatever a broken index raises into an EngineError: a pickle or a struct fails in many ways."""
    try:
        yield
    except (EngineError, MemoryError):
        raise
    except LockError:
        raise BusyError(
            "another rednote-tui is writing the index of this corpus", "wait until it is done, then try again"
        ) from None
    except Exception as problem:
        raise EngineError(
            f"the index cannot be {action}: {problem}", "rebuild it with: rednote-tui index --rebuild"
        ) from problem


def _in_memory() -> Any:
    storage: Any = RamStorage
    return storage().create_index(schema(), NAME)


class WhooshEngine:
    """An ``Engine`` on Whoosh. ``directory`` is created private to the user (0700); None keeps the index in memory.

    Whoosh unpickles what it reads, so the files are sealed with ``key``, which only the user has: an index that another
    wrote, that is damaged or of another format is replaced by an empty one before any of it is read.
    """

    def __init__(self, directory: Path | None, key: bytes = b"") -> None:
        if directory is not None and not key:
            raise EngineError("an index on disk needs a key", "keep it in memory")
        self._directory, self._key = directory, key
        self._lock = RLock()
        self._index: Any = None
        self._reader: Any = None
        self._table: Table | None = None
        self._vocabulary: Vocabulary | None = None
        self._open()

    def update(
        self,
        documents: Iterable[Document],
        removed: Sequence[str] = (),
        *,
        total: int = 0,
        progress: Progress = silent,
        cancelled: Callable[[], bool] = never,
    ) -> bool:
        """See ``Engine``. Raises EngineError when another process holds the index for longer than ten seconds."""
        with _reported("written"):
            writer = self._index.writer(timeout=LOCK_SECONDS, delay=0.05, limitmb=MEMORY_MB)
            try:
                old = self._drop(writer, removed)
                if not self._write(writer, documents, old, lambda done: progress(done, max(total, done)), cancelled):
                    writer.cancel()
                    return False
            except BaseException:
                writer.cancel()
                raise
            writer.commit()
        self._reload()
        return True

    def _drop(self, writer: Any, removed: Sequence[str]) -> dict[str, int]:
        """Delete documents; return the numbers of all others, by id."""
        with self._lock:
            # With the writer open nobody else changes the index, so that its numbers are the reader's.
            self._refresh()
            numbers = dict(self._facts().by_id)
        for id_ in removed:
            if id_ in numbers:
                writer.delete_document(numbers.pop(id_))
        return numbers

    def _write(
        self,
        writer: Any,
        documents: Iterable[Document],
        numbers: dict[str, int],
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> bool:
        with self._lock:
            old = self._index.reader()
        vocabulary: set[str] = set()
        for done, document in enumerate(documents, 1):
            if cancelled():
                return False
            if document.id in numbers:
                writer.delete_document(numbers.pop(document.id))
            writer.add_document(**fields_of(document, vocabulary))
            progress(done)
        with old:
            new = sorted(form for form in vocabulary if ("forms", encode(form)) not in old)
        if new:
            writer.add_document(forms=new)
        return not cancelled()

    def search(self, tree: Node) -> Ranking:
        """See ``Engine``."""
        with self._lock, _reported("read"):
            self._refresh()
            table = self._facts()
            notes: list[str] = []
            words = self._words()
            evaluation = Evaluation(self._reader, table, lambda node: self._expand(node, notes), words.relatives)
            found = evaluation.answer(tree)
            evaluation.score(found)
            evaluation.reward_closeness(tree, found)
            notes += evaluation.notes
            scores, records = evaluation.scores, table.records
            ranked = [Ranked(records[n][0], scores[n], records[n][2], records[n][3]) for n in found]
        ranked.sort(key=lambda hit: (-hit.score, hit.id))
        return Ranking(tuple(ranked), tuple(dict.fromkeys(notes)))

    def frequencies(self, forms: Sequence[str]) -> Mapping[str, int]:
        """See ``Engine``."""
        with self._lock, _reported("read"):
            self._refresh()
            return {form: frequency(self._reader, lemma_of(form)) for form in forms}

    def similar(self, form: str, distance: int, limit: int) -> list[tuple[str, int, int]]:
        """See ``Engine``."""
        with self._lock, _reported("read"):
            self._refresh()
            return self._words().similar(form, distance, limit)

    def expansion(self, node: Prefix | Fuzzy) -> Sequence[str]:
        """See ``Engine``."""
        with self._lock, _reported("read"):
            self._refresh()
            return self._expand(node, [])

    def zones(self, ids: Iterable[str]) -> Mapping[str, int]:
        """See ``Engine``."""
        with self._lock, _reported("read"):
            table = self._facts()
            having = Counter(table.kinds[table.by_id[id_]] for id_ in ids if id_ in table.by_id)
        counts: Counter[str] = Counter()
        for kinds, count in having.items():
            counts.update(dict.fromkeys(kinds, count))
        return dict(sorted(counts.items()))

    def generation(self) -> int:
        """See ``Engine``."""
        with self._lock, _reported("read"):
            self._refresh()
            return int(self._reader.generation() or 0)

    def is_empty(self) -> bool:
        """See ``Engine``."""
        with self._lock, _reported("read"):
            return not self._facts().numbers

    def clear(self) -> None:
        """See ``Engine``."""
        with self._lock, _reported("replaced"):
            self._close_reader()
            self._create()
            self._read()

    def close(self) -> None:
        """See ``Engine``."""
        with self._lock:
            self._close_reader()
            if self._index is not None:
                self._index.close()

    def _expand(self, node: Prefix | Fuzzy, notes: list[str]) -> Sequence[str]:
        expansion = self._words().expand(node)
        notes.extend(expansion.notes)
        return expansion.forms

    def _open(self) -> None:
        with _reported("opened"):
            if self._directory is None:
                self._index = _in_memory()
            else:
                try:
                    self._index = self._storage(self._directory).open_index(NAME, schema())
                except Exception:
                    self._create()
            try:
                self._read()
                self._facts()
            except Exception:
                self._close_reader()
                self._create()
                self._read()

    def _create(self) -> None:
        """Start an empty index; what lay in the directory is only a cache."""
        if self._directory is None:
            self._index = _in_memory()
            return
        if self._directory.exists():
            shutil.rmtree(self._directory)
        self._directory.mkdir(mode=0o700, parents=True)
        self._index = self._storage(self._directory).create_index(schema(), NAME)

    def _storage(self, directory: Path) -> Any:
        return SealedStorage(directory, self._key)

    def _read(self) -> None:
        self._reader = self._index.reader()
        self._table = None
        self._vocabulary = None

    def _refresh(self) -> None:
        """Take up what another process, or thread, has written since."""
        if self._reader is None or self._index.latest_generation() != self._reader.generation():
            self._reload()

    def _reload(self) -> None:
        with self._lock:
            self._close_reader()
            self._index = self._index.refresh()
            self._read()

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _words(self) -> Vocabulary:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._reader)
        return self._vocabulary

    def _facts(self) -> Table:
        if self._table is None:
            stored = self._reader.iter_docs()
            self._table = Table((number, fields["record"]) for number, fields in stored if "record" in fields)
        return self._table
