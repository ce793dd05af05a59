"""Brings a corpus's cache up to date with its files: only what changed is read, several files at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from index.corpus.analysing import Analyser, analyses
from index.reading import Source
from index.records import RefreshReport
from index.store import AnalysisStore

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""

BATCH = 32
"""Documents a transaction: few enough that a cancelled refresh loses little."""


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

    A file of the same size and time counts as the same, without being read. One of the same size and another time is
    told by its digest.
    """
    known = store.stamps()
    failed = store.unreadable_stamps()
    added, changed, same = [], [], []
    for source in sources:
        stamp = analyser.stamp(source)
        if source.id in known:
            old, digest = known[source.id]
            if old == stamp:
                continue
            if old.fingerprint == stamp.fingerprint and old.size == stamp.size and _digest(source) == digest:
                same.append((source.id, stamp))
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
    pending = [*changes.added, *changes.changed]
    done = 0
    found = analyses(pending, analyser)
    try:
        while not cancelled() and (batch := list(islice(found, BATCH))):
            store.put(
                [analysis.row for analysis in batch if analysis.row],
                [(analysis.unreadable, analysis.stamp) for analysis in batch if analysis.unreadable],
            )
            done += len(batch)
            progress("reading", done, len(pending))
    finally:
        found.close()
    return RefreshReport(
        added=min(done, len(changes.added)),
        changed=max(0, done - len(changes.added)),
        removed=len(changes.removed),
        unreadable=len(store.unreadable_stamps()),
        complete=done == len(pending),
    )


def _digest(source: Source) -> str:
    from index.reading import digest_of

    return digest_of(source)
