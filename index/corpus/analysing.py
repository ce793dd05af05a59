"""Reads files and finds their claims, in other processes where there is enough to do."""

import hashlib
import os
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import CorpusError, ReadingError
from index.paths import path_text
from index.reading import Source, installed
from index.records import Unreadable, opening_of
from index.store import AnalysedRow, Stamp

if TYPE_CHECKING:
    from index.corpus.processes import Lost

RULES = ("annotation", "claims", "english", "language", "metadata", "reading", "records", "terms", "zones")
"""The rooms whose code decides what an analysis says."""

PARALLEL_FROM = 24
"""Changed files from which starting other processes takes less time than it saves."""

PARALLEL_BYTES = 100_000
"""Bytes of changed files from which analysing them beside the screen's threads would make it stutter."""

PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
"""The formats that this program reads itself; the parsers of all others may take long, or end their process."""

SHORT_BYTES = 20_000
"""Bytes of a plain file that is surely read within seconds, whatever is in it."""


@cache
def rules_fingerprint() -> str:
    """Return a mark of the code and data that read and analyse: it changes with their contents, not with their dates.

    Read once in a process: code that changes under a running program is not what runs.
    """
    return fingerprint(Path(__file__).parents[1], RULES)


def fingerprint(root: Path, rooms: Sequence[str]) -> str:
    """Return a mark of the contents of the code and data files in the folders ``rooms`` of ``root``."""
    digest = hashlib.sha256()
    for room in rooms:
        for folder, folders, names in os.walk(root / room):
            folders.sort()
            for name in sorted(names):
                if name.endswith((".py", ".txt", ".toml")):
                    path = Path(folder, name)
                    data = path.read_bytes()
                    digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:16]


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
    rules: str
    described: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By document id: what the user says of the document, which overrides all that is read."""

    def stamp(self, source: Source) -> Stamp:
        """Return the stamp ``source`` has now."""
        return Stamp(source.size, source.mtime_ns, self._fingerprint(source), source.mark)

    def failed_stamp(self, source: Source) -> Stamp:
        """Return the stamp by which a file that could not be read is known: it changes with its permissions too."""
        try:
            changed = os.stat(source.path).st_ctime_ns  # noqa: PTH116
        except OSError:
            changed = 0
        return Stamp(source.size, changed, self._fingerprint(source))

    def __call__(self, source: Source) -> Analysis:
        """Return the analysis of one file; a file that cannot be read is an answer, not an error."""
        failed = self.failed_stamp(source)
        try:
            return Analysis(self._row(source), None, self.stamp(source))
        except ReadingError as problem:
            return Analysis(None, Unreadable(source.id, problem.message, problem.hint, problem.kind), failed)
        except MemoryError:
            message = "Reading this file takes more memory than one file may have."
            return Analysis(None, Unreadable(source.id, message, "Split it into single articles."), failed)
        except Exception as problem:
            # One article that a rule stumbles over must not keep all the others from being read.
            reason = f"{type(problem).__name__}: {problem}"[:200]
            message = f"An unexpected error occurred while this file was being read ({reason})."
            return Analysis(
                None, Unreadable(source.id, message, "Please report it; the other articles were read."), failed
            )

    def _row(self, source: Source) -> AnalysedRow:
        from index.claims import extract_claims
        from index.reading import read_document
        from index.store import claims_json, document_json, dump, metadata_row, terms_json
        from index.terms import count_terms

        document = read_document(source, self.catalogue, self.described.get(source.id))
        claims = extract_claims(document)
        counts = [document.words, len(document.sentences), len(claims), document.notices]
        shown = [opening_of(document) if not document.metadata.title else "", document.places]
        return AnalysedRow(
            id=source.id,
            path=path_text(source.path),
            stamp=self.stamp(source),
            digest=document.digest,
            entry=dump([metadata_row(document.metadata), *counts, *shown]),
            document=document_json(document),
            claims=claims_json(claims),
            terms=terms_json(count_terms(document)),
        )

    def _fingerprint(self, source: Source) -> str:
        """Return a mark of all but the file that decides the analysis: rules, catalogue entries, extras."""
        mark = self.rules
        entries = [
            (pattern, sorted(fields.items()))
            for pattern, fields in self.catalogue.items()
            if pattern == source.id or fnmatchcase(source.id, pattern)
        ]
        if said := self.described.get(source.id):
            entries.append(("said", sorted(said.items())))
        if entries:
            mark += "+" + hashlib.sha256(repr(entries).encode()).hexdigest()[:16]
        return mark if installed(_ending(source.path)) else f"{mark}-without"


def refuse_in_starting_process() -> None:
    """Raise CorpusError in a process that runs a script again only because a refresh started it.

    Such a script lacks its ``if __name__ == "__main__"``; its second life would wait for the first for ever.
    """
    from multiprocessing import current_process

    if getattr(current_process(), "_inheriting", False):
        raise CorpusError(
            "a script that reads a corpus is run again by each process that helps to read it",
            'put what it does behind: if __name__ == "__main__":',
        )


def analyses(
    sources: Sequence[Source], analyser: Analyser, reading: Callable[[str], None]
) -> Generator[tuple[Source, Analysis] | None]:
    """Yield each file with its analysis; other processes do the work where there is much of it, or it may go wrong.

    Then files come as they are done, None stands for a moment in which none was, and ``reading`` is told which file
    takes long. A file that ends its process, or takes too long, is an unreadable one.
    """
    waiting = {source.id: source for source in sources}
    if not _light(sources):
        from index.corpus.processes import Lost, NoWorkersError, analysed_elsewhere

        with suppress(NoWorkersError):
            for done in analysed_elsewhere(sources, analyser, reading):
                if done is None:
                    yield None
                    continue
                source, answer = done
                del waiting[source.id]
                yield source, _given_up(source, answer, analyser) if isinstance(answer, Lost) else answer
    for source in waiting.values():
        yield source, analyser(source)


def unpacked_elsewhere(source: Source, unpack: Callable[[Source], dict[str, Any]]) -> dict[str, Any]:
    """Return what unpacking a file in another process gives. Raises ReadingError when it ended that process."""
    from index.corpus.processes import Lost, NoWorkersError, analysed_elsewhere

    with suppress(NoWorkersError):
        for done in analysed_elsewhere([source], unpack, lambda _id: None):
            if done is None:
                continue
            if isinstance(done[1], Lost):
                raise ReadingError(*_why_given_up(done[1]))
            return done[1]
    return unpack(source)


def _light(sources: Sequence[Source]) -> bool:
    """Return whether the files are few, short and plain text, so that this process can read them without harm."""
    return (
        len(sources) < PARALLEL_FROM
        and sum(source.size for source in sources) < PARALLEL_BYTES
        and all(source.size <= SHORT_BYTES and _ending(source.path) in PLAIN for source in sources)
    )


def _given_up(source: Source, lost: "Lost", analyser: Analyser) -> Analysis:
    """Return the analysis of a file that ended its process."""
    return Analysis(None, Unreadable(source.id, *_why_given_up(lost)), analyser.failed_stamp(source))


def _why_given_up(lost: "Lost") -> tuple[str, str]:
    """Return why a file that ended its process is not read, and what to do about it."""
    if lost.overdue:
        message = f"Reading this file took more than {lost.seconds} seconds of work and was stopped."
    else:
        message = "Reading this file ended the process that read it; it may be damaged, or made to do harm."
    return message, "It is not tried again until it changes; save the article as text, or take it out of the folder."


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122
