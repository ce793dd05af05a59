"""Keeps the two caches of a corpus, the analysed documents and the full-text index, up to date with its files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import TYPE_CHECKING, Any

from index.corpus.analysing import Analyser, refuse_in_starting_process, rules_fingerprint, unpacked_elsewhere
from index.corpus.locking import RefreshLock
from index.corpus.refresh import Changes, apply, find_changes
from index.errors import BusyError, DamagedError, EngineError
from index.progress import Progress, never, silent
from index.reading import Source, discover, is_packed
from index.records import Document, RefreshReport, Trouble, Unreadable
from index.settings import Settings
from index.store import AnalysisStore, cache_key, corpus_folder

if TYPE_CHECKING:
    from index.engines import Engine
    from index.reading import Shelf

DOCTOR = "rednote-tui doctor --repair makes a new one"
MENDINGS = 3
"""How often a refresh starts again because it came upon damage."""

COMMIT = 2_500
"""Documents the engine takes at once: few enough that a cancelled refresh keeps most, for each time costs a merge."""


class Updater:
    """The caches of the corpus made of ``paths``, below the folder ``cache``, or in memory where that cannot be.

    ``keys`` is the folder of the user's key, with which the caches are sealed.

    What the engine has not received yet is noted in the store with the documents themselves, so that a crash between
    the two leaves nothing out of the search, and nothing in it that is gone.
    """

    def __init__(self, cache: Path, paths: Sequence[Path], settings: Settings, keys: Path | None) -> None:
        self._cache, self._paths, self._settings = cache, tuple(paths), settings
        self._lock = RLock()
        self._engine: Engine | None = None
        self._mended = False
        self._files = 0
        place = corpus_folder(cache, paths)
        self._key = (cache_key(keys) if keys is not None and place.path is not None else None) or b""
        self.folder = place.path if self._key else None
        """The cache folder of this corpus; None when it is kept in memory."""
        self.problem = place.problem or ("" if self._key else f"the key of the cache cannot be kept in {keys}")
        """Why the cache is kept in memory; empty where it is not."""
        self.store = AnalysisStore(self.folder / "documents.sqlite" if self.folder else None, self._key)
        self.store.healer.heal = self.heal
        self._rebuilt = False
        if self.folder is not None and not self.store.lasting:
            self.problem = f"the cache in {self.folder} cannot be opened"
            self.folder = None
        self._lock_of_refresh = RefreshLock(self.folder)
        self._refused: tuple[Unreadable, ...] | None = None
        self._shelf: Shelf | None = None
        self._described: Mapping[str, Mapping[str, Any]] = {}
        self._lent: TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Close the files."""
        with self._lock:
            self._close_engine()
            self.store.close()
            if self._lent is not None:
                self._lent.cleanup()

    @property
    def refused(self) -> tuple[Unreadable, ...]:
        """The files of other kinds, and the folders that could not be listed, at the last refresh, or now."""
        if self._refused is None:
            self._sources(rules_fingerprint(), silent)
        return self._refused or ()

    @property
    def engine(self) -> "Engine":
        """The full-text engine, opened at first use; one that lost its index receives everything again."""
        from index.engines import open_engine

        with self._lock:
            if self._engine is None:
                self._engine = open_engine(self.folder / "whoosh" if self.folder else None, self._key)
                if self.store.any_indexed() and self._engine.is_empty():
                    self._rebuilt = True
                    self.store.mark_none_indexed()
                    with self.store.healer.held():
                        self._index(silent, never)
            return self._engine

    def mend(self, progress: Progress = silent, cancelled: Callable[[], bool] = never) -> bool:
        """Build an index anew that turned out to be broken; False when that was done before, and did not help."""
        with self._lock:
            if self._mended:
                return False
            self._mended = self._rebuilt = True
            self._close_engine()
            self._renew()
            with self.store.healer.held():
                self.engine.clear()
                self.store.mark_none_indexed()
                self._index(progress, cancelled)
            return True

    def look_through(self) -> None:
        """Check every row of the store and every file of the index."""
        with self.store.healer.held():
            self.store.check()
            if self.folder is not None and (self.folder / "whoosh").is_dir():
                with suppress(EngineError):
                    self.engine.is_empty()

    def heal(self) -> None:
        """Read again what was found damaged in the cache and thrown away."""
        self.refresh(silent, never, self._described)

    def trouble(self) -> tuple[Trouble, ...]:
        """Return what was found wrong with the cache; it has been mended by now, or is not used."""
        found = []
        if self.problem:
            found.append(Trouble(f"no cache is kept, all is read anew each time: {self.problem}", DOCTOR))
        if self.store.damages:
            found.append(Trouble("the cache was damaged; what was damaged has been read again"))
        if self._rebuilt:
            found.append(Trouble("the search index was damaged, or not this program's own; it has been built anew"))
        return tuple(found)

    def refresh(
        self,
        progress: Progress,
        cancelled: Callable[[], bool],
        described: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> RefreshReport:
        """Read what changed on disk since the last time, and index it; return what changed.

        ``described`` is what the user says of documents, by id: one of which something else is said than before
        changed, too.

        Another thread's or program's refresh of this corpus is waited for, with progress ("waiting"). Raises
        CorpusError when a path does not exist, EngineError when indexing fails.
        """
        self._described = described or {}
        with self.store.healer.held():
            for _ in range(MENDINGS):
                # What was damaged is gone from the cache by now, so its files count as new.
                with suppress(DamagedError):
                    return self._refresh(progress, cancelled)
            return self._refresh(progress, cancelled)

    def _refresh(self, progress: Progress, cancelled: Callable[[], bool]) -> RefreshReport:
        self._renew()
        analyser = Analyser(self._settings.catalogue, rules_fingerprint(), self._described)
        changes = self._changes(analyser, progress)
        if not changes and not self._owing():
            return RefreshReport(0, 0, 0, len(self.store.unreadable_stamps()))
        refuse_in_starting_process()
        waited = False

        def waiting() -> None:
            nonlocal waited
            waited = True
            done = self.store.count()
            progress("waiting", done, max(done + 1, self._files))

        with self._lock_of_refresh.taken(waiting, cancelled) as taken:
            if not taken:
                return RefreshReport(0, 0, 0, len(self.store.unreadable_stamps()), complete=False)
            if waited:
                changes = self._changes(analyser, progress)
            report = apply(changes, self.store, analyser, progress, cancelled)
            try:
                self._index(progress, cancelled)
            except (BusyError, DamagedError):
                raise
            except EngineError:
                if not self.mend(progress, cancelled):
                    raise
        return report

    def _changes(self, analyser: Analyser, progress: Progress) -> Changes:
        return find_changes(self.store, self._sources(analyser.rules, progress), analyser)

    def _sources(self, rules: str, progress: Progress) -> list[Source]:
        """Return the files of the corpus, and those that are packed in them."""
        refused: list[Unreadable] = []
        with self._lock:
            found = discover(self._paths, refused, follow_links=self._settings.follow_links)
            shelf = self._shelf_for(found, rules)
            sources = shelf.expand(found, refused, progress) if shelf is not None else found
            self._refused, self._files = tuple(refused), len(sources)
        return sources

    def _shelf_for(self, found: Sequence[Source], rules: str) -> "Shelf | None":
        """Return what unpacks files; None where there is nothing to unpack, and never was."""
        if self._shelf is None:
            before = self.folder is not None and (self.folder / "parts").is_dir()
            if before or any(is_packed(source) for source in found):
                from index.reading import Shelf

                self._shelf = Shelf(self._place_for_parts(), rules, unpacked_elsewhere)
        return self._shelf

    def _place_for_parts(self) -> Path:
        """Return where the parts of packed files are kept: in the cache, else only as long as this corpus is open."""
        if self.folder is not None:
            return self.folder / "parts"
        self._lent = TemporaryDirectory(prefix="rednote-", ignore_cleanup_errors=True)
        return Path(self._lent.name) / "parts"

    def _owing(self) -> bool:
        """Return whether the engine has yet to receive something, or its index is not there."""
        there = self._engine is not None or (self.folder is not None and (self.folder / "whoosh").is_dir())
        return not there or bool(self.store.unindexed() or self.store.gone())

    def _index(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        """Hand the engine what it has not received; when it lost its index, everything."""
        with self._lock:
            engine = self.engine
        if engine.is_empty():
            self.store.mark_none_indexed()
        pending, gone = self.store.unindexed(), self.store.gone()
        for first in range(0, max(len(pending), 1), COMMIT):
            part = pending[first : first + COMMIT]
            if cancelled() or not (part or gone):
                return
            whole = engine.update(
                self._documents(part),
                gone,
                total=len(part),
                progress=partial(_shifted, progress, first, len(pending)),
                cancelled=cancelled,
            )
            if not whole:
                return
            self.store.mark_indexed(part, gone)
            gone = []

    def _documents(self, ids: Sequence[str]) -> Iterator[Document]:
        for id_ in ids:
            document = self.store.document(id_)
            if document is not None:
                yield document

    def _renew(self) -> None:
        """Start over where somebody deleted the cache meanwhile."""
        if self.folder is None or self.store.is_there():
            return
        with self._lock:
            self._close_engine()
            # Made anew with its parents, private as before.
            corpus_folder(self._cache, self._paths)
            self.store.reopen()

    def _close_engine(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def _shifted(progress: Progress, before: int, of: int, done: int, _of: int) -> None:
    """Report the progress of a part as that of the whole."""
    progress("indexing", before + done, of)
