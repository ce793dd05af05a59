"""Brings a corpus's cache up to date with its files: only what changed is read, several files at a time."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

from index.corpus.analysing import Analyser, Analysis, analyses
from index.progress import Progress
from index.reading import Source
from index.records import RefreshReport
from index.store import AnalysisStore

"""Called with what is being done, how many are done, and of how many."""

BATCH = 32
"""Documents a transaction: few enough that a cancelled refresh loses little."""

BATCH_SECONDS = 0.5
"""Seconds after which documents that are done are stored, however few: they can be opened from then on."""

END = object()
"""What comes after the last file."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How the files on disk differ from what is stored."""

    added: tuple[Source, ...]
    changed: tuple[Source, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def find_changes(store: AnalysisStore, sources: Sequence[Source], analyser: Analyser) -> Changes:
    """Return which files are new, which are another than when they were analysed, and which are gone.

    A file of which the system says the same as before counts as the same, without being read. One of the same size of
    which it says something else, or that changed so lately that it may not say so, is told by its digest.
    """
    known = store.stamps()
    failed = store.unreadable_stamps()
    added, changed, same = [], [], []
    for source in sources:
        stamp = analyser.stamp(source)
        if source.id in known:
            old, digest = known[source.id]
            if old == stamp and stamp.mark:
                continue
            if old.fingerprint == stamp.fingerprint and old.size == stamp.size and _digest(source) == digest:
                same.extend([(source.id, stamp)] if old != stamp else [])
            else:
                changed.append(source)
        elif source.id not in failed or failed[source.id] != analyser.failed_stamp(source):
            added.append(source)
    store.touch(same)
    present = {source.id for source in sources}
    removed = sorted((known.keys() | failed.keys()) - present)
    return Changes(tuple(added), tuple(changed), tuple(removed))


def apply(
    changes: Changes, store: AnalysisStore, analyser: Analyser, progress: Progress, cancelled: Callable[[], bool]
) -> RefreshReport:
    """Read what changed and store it; return a report.

    Every batch is a transaction: a refresh that is cancelled, or killed, keeps what it had done.
    """
    if changes.removed:
        store.remove(changes.removed)
    done = _put_all([*changes.added, *changes.changed], store, analyser, progress, cancelled)
    added = sum(source.id in done for source in changes.added)
    return RefreshReport(
        added=added,
        changed=len(done) - added,
        removed=len(changes.removed),
        unreadable=len(store.unreadable_stamps()),
        complete=len(done) == len(changes.added) + len(changes.changed),
    )


def _put_all(
    pending: Sequence[Source],
    store: AnalysisStore,
    analyser: Analyser,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> set[str]:
    """Analyse and store the files until ``cancelled`` says so; return the ids of those that are stored."""
    done: set[str] = set()
    batch: dict[str, Analysis] = {}
    stored = time.monotonic()

    def store_batch() -> None:
        nonlocal stored
        rows = [analysis.row for analysis in batch.values() if analysis.row]
        failed = [(analysis.unreadable, analysis.stamp) for analysis in batch.values() if analysis.unreadable]
        store.put(rows, failed)
        done.update(batch)
        batch.clear()
        stored = time.monotonic()
        progress("reading", len(done), len(pending))

    found = analyses(pending, analyser, lambda id_: progress(f"reading {id_}:", len(done), len(pending)))
    with closing(found):
        while not cancelled():
            one = next(found, END)
            if isinstance(one, tuple):
                batch[one[0].id] = one[1]
            hungry = not isinstance(one, tuple) or time.monotonic() - stored > BATCH_SECONDS
            if batch and (hungry or len(batch) >= BATCH):
                store_batch()
            if one is END:
                break
    if batch:
        store_batch()
    return done


def _digest(source: Source) -> str:
    from index.reading import digest_of

    return digest_of(source)
