"""Brings a corpus's cache up to date with its files: only what changed is read, several files at a time."""

import hashlib
import os
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from index.errors import ReadingError
from index.reading import Source, digest_of, discover, read_document
from index.records import RefreshReport, Unreadable
from index.store import AnalysedRow, AnalysisStore, Stamp
from index.store.codec import claims_json, document_json, dump, metadata_row, terms_json

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""

RULES = ("claims", "comparison", "language", "metadata", "reading", "records", "zones")
"""The rooms whose code decides what an analysis says."""

BATCH = 32
"""Documents a transaction: few enough that a cancelled refresh loses little."""

PARALLEL_FROM = 24
"""Changed files from which starting other processes takes less time than it saves."""


def rules_fingerprint() -> str:
    """Return a mark that changes whenever the code that reads and analyses changes."""
    root = Path(__file__).parents[1]
    marks = []
    for room in RULES:
        for folder, _, names in sorted(os.walk(root / room)):
            for name in sorted(names):
                if name.endswith(".py"):
                    state = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
                    marks.append((room, name, state.st_size, state.st_mtime_ns))
    return hashlib.sha256(repr(marks).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What analysing one file gave: a row to store, or why there is none."""

    row: AnalysedRow | None
    unreadable: Unreadable | None
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Analyser:
    """Reads files and finds their claims; a plain value, so that it can be sent to another process."""

    catalogue: Mapping[str, Mapping[str, Any]]
    fingerprint: str

    def stamp(self, source: Source) -> Stamp:
        """Return the stamp ``source`` has now."""
        return Stamp(source.size, source.mtime_ns, self.fingerprint)

    def __call__(self, source: Source) -> Analysis:
        """Return the analysis of one file; a file that cannot be read is an answer, not an error."""
        from index.claims import extract_claims
        from index.comparison import count_terms

        stamp = self.stamp(source)
        try:
            document = read_document(source, self.catalogue)
        except ReadingError as problem:
            return Analysis(None, Unreadable(source.id, problem.message, problem.hint), stamp)
        claims = extract_claims(document)
        counts = [document.words, len(document.sentences), len(claims), document.notices]
        row = AnalysedRow(
            id=source.id,
            path=str(source.path),
            stamp=stamp,
            digest=document.digest,
            entry=dump([metadata_row(document.metadata), *counts]),
            document=document_json(document),
            claims=claims_json(claims),
            terms=terms_json(count_terms(document)),
        )
        return Analysis(row, None, stamp)


@dataclass(frozen=True, slots=True)
class Changes:
    """How the files on disk differ from what is stored."""

    added: tuple[Source, ...]
    changed: tuple[Source, ...]
    removed: tuple[str, ...]


def find_changes(store: AnalysisStore, sources: Sequence[Source], analyser: Analyser) -> Changes:
    """Return which files are new, which are another than when they were analysed, and which are gone."""
    known = store.stamps()
    failed = store.unreadable_stamps()
    added, changed = [], []
    for source in sources:
        stamp = analyser.stamp(source)
        if source.id in known:
            old, digest = known[source.id]
            if old == stamp:
                continue
            if old.fingerprint == stamp.fingerprint and old.size == stamp.size and digest_of(source) == digest:
                store.touch(source.id, stamp)
                continue
            changed.append(source)
        elif failed.get(source.id) != stamp:
            added.append(source)
    present = {source.id for source in sources}
    removed = sorted((known.keys() | failed.keys()) - present)
    return Changes(tuple(added), tuple(changed), tuple(removed))


def refresh(
    store: AnalysisStore, paths: Sequence[Path], analyser: Analyser, progress: Progress, cancelled: Callable[[], bool]
) -> tuple[RefreshReport, tuple[str, ...]]:
    """Bring ``store`` up to date with the files below ``paths``; return a report and the ids that are gone.

    Every batch is a transaction: a refresh that is cancelled, or killed, keeps what it had done.
    Raises CorpusError when a path does not exist.
    """
    changes = find_changes(store, discover(paths), analyser)
    if changes.removed:
        store.remove(changes.removed)
    pending = [*changes.added, *changes.changed]
    done = 0
    analyses = _analyses(pending, analyser)
    while not cancelled() and (batch := list(islice(analyses, BATCH))):
        store.put([analysis.row for analysis in batch if analysis.row])
        for analysis in batch:
            if analysis.unreadable:
                store.put_unreadable(analysis.unreadable, analysis.stamp)
        done += len(batch)
        progress("reading", done, len(pending))
    analyses.close()
    report = RefreshReport(
        added=min(done, len(changes.added)),
        changed=max(0, done - len(changes.added)),
        removed=len(changes.removed),
        unreadable=len(store.unreadable_stamps()),
        complete=done == len(pending),
    )
    return report, changes.removed


def _analyses(sources: Sequence[Source], analyser: Analyser) -> Generator[Analysis]:
    """Yield the analyses in order; other processes do the work where there is enough of it."""
    workers = os.cpu_count() or 1
    if len(sources) < PARALLEL_FROM or workers < 2:
        yield from map(analyser, sources)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fork of a process with threads can hang, so the workers start afresh.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(analyser, sources, chunksize=8)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
