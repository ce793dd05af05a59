"""Which files of the given paths are articles."""

import os
import re
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from index.errors import CorpusError
from index.paths import absolute, is_inside, real_roots, reason_of
from index.reading.cleaning import FORBIDDEN
from index.reading.formats import READABLE
from index.reading.unpacking import UNPACKED
from index.reading.unread import is_junk, unread
from index.records import Unreadable

EXTENSIONS = READABLE | UNPACKED
"""The files that are opened, by extension in lower case; all others are named as not read."""

SIDECAR_ENDINGS = (".meta.yaml", ".meta.yml", ".meta.json", ".yaml", ".yml", ".json")
"""What a sidecar, the file of metadata beside ``x.txt``, may end in; ``x`` or ``x.txt`` stands before."""

DOUBT_NS = 2_000_000_000
"""Nanoseconds in which a file may change again without another time of change, on the coarsest of file systems."""

LEADS_OUT, LEADS_NOWHERE, NOT_PLAIN = "leads out", "leads nowhere", "not plain"
ASK = "Ask the owner for permission to read it."
OURS = {
    LEADS_OUT: (
        "It is a link that leads out of the folder, and is not followed.",
        "Name what it leads to beside the folder, or set follow_links in the settings.",
        "link that leads out",
    ),
    LEADS_NOWHERE: ("It is a link that leads nowhere.", "Take it out of the folder.", "link that leads nowhere"),
    NOT_PLAIN: ("It is a pipe, a device or a socket, and not opened.", "Take it out of the folder.", "no plain file"),
}
"""Why a place is passed over, where it is not the system that says so."""

_PARTS_OF_A_PAGE = re.compile(
    r"(?:[_-](?:files?|fichiers|dateien|archivos|arquivos|bestanden|filer|pliki|soubory|elemei|dosyalar)|\.files)\Z",
    re.IGNORECASE,
)
"""What browsers add to the name of a page for the folder of what belongs to it, in their users' languages."""

_DIGITS = re.compile(r"(\d{1,300})")
_UNSHOWABLE = re.compile(f"[{FORBIDDEN}]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the corpus that can be read.

    ``size`` is in bytes. ``mtime_ns`` is the time of the last change of the file or of its sidecar, whichever is the
    later, in nanoseconds since 1970: it differs whenever either of them was changed, added or removed with an effect.
    ``mark`` stands for all that the system knows of both, the file's own number and the time of its last change of any
    kind among it, which no program can set back; 0 is in doubt: what changed this very moment may change once more
    without a trace.
    """

    id: str
    path: str
    size: int
    mtime_ns: int
    mark: int = 0
    beside: str = ""
    """A file of metadata that lies elsewhere, as an export tells of this file."""


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts names as a person does: digits by value (``2`` before ``10``), letters without case."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts if part)


def discover(
    paths: Sequence[Path], refused: list[Unreadable] | None = None, *, follow_links: bool = False
) -> list[Source]:
    """Return the articles at ``paths``, in natural order of their ids: folders with all below them, and files.

    Hidden files and folders are passed over, and so are sidecars and the folder that a browser saves beside a page. A
    file named by hand is taken when its extension fits, even when it is hidden. Links are followed where they stay
    inside one of ``paths``, or anywhere with ``follow_links``; each real folder is visited once. A file reached twice
    counts once. Files of other kinds (see EXTENSIONS), what is no plain file, a folder that may not be listed and a
    link that leads out are added to ``refused``.

    The id is the path below the given folder, with ``/``; a single file's is its name. When several paths are given,
    the folder's name stands before (``january/one.txt``), and ids that would be the same take more of the path.

    Raises CorpusError when a path does not exist, or a file named by hand is no article.
    """
    found: dict[str, tuple[os.stat_result | None, list[os.stat_result]]] = {}
    names: dict[str, list[str]] = {}
    unlisted: list[tuple[str, str]] = []
    inside = None if follow_links else real_roots(paths)
    for path in paths:
        root = absolute(path)
        for file, entry, beside in _articles(root, unlisted, inside):
            if file not in found:
                found[file] = (entry, beside)
                names[file] = _id_parts(root, file, several=len(paths) > 1)
    ids = _unique(names)
    if refused is not None:
        others = [unread(ids[file], extension(file)) for file, (entry, _) in found.items() if entry is None]
        refused += [*_refusals(unlisted), *sorted(others, key=lambda one: (natural_key(one.id), one.id))]
    now = time.time_ns()
    sources = [
        _source(ids[file], file, entry, beside, now) for file, (entry, beside) in found.items() if entry is not None
    ]
    return sorted(sources, key=lambda source: (natural_key(source.id), source.id))


def unlistable(paths: Sequence[Path]) -> list[Unreadable]:
    """Return the folders below ``paths`` whose files cannot be listed, each with the system's reason."""
    refused: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            for _ in _walk(str(absolute(path)), refused, real_roots(paths)):
                pass
    return _refusals(refused)


def _source(identifier: str, file: str, entry: os.stat_result, beside: list[os.stat_result], now: int) -> Source:
    times = [one.st_mtime_ns for one in (entry, *beside)]
    changed = max(one.st_ctime_ns for one in (entry, *beside))
    known = [(one.st_dev, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns) for one in (entry, *beside)]
    mark = crc32(repr(known).encode()) + 1 if changed < now - DOUBT_NS else 0
    return Source(identifier, file, entry.st_size, max(times), mark)


def _refusals(refused: list[tuple[str, str]]) -> list[Unreadable]:
    """Return what was passed over, with what to do about it; ``refused`` holds a reason of ours or of the system's."""
    return [
        Unreadable(_shown(place), *OURS.get(reason, (f"It cannot be listed: {reason}.", ASK, "closed folder")))
        for place, reason in sorted(set(refused))
    ]


def _articles(
    root: Path, refused: list[tuple[str, str]], inside: Sequence[str] | None
) -> Iterator[tuple[str, os.stat_result | None, list[os.stat_result]]]:
    """Yield path and state of every file at ``root``, no state where it is not read, and the states of its sidecars."""
    try:
        state = root.stat()
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "does not exist" if missing else f"cannot be opened ({reason_of(error)})"
        raise CorpusError(
            f"{_shown(str(root))} {reason}.", "Name a folder of articles, or one or more files."
        ) from error
    if stat.S_ISDIR(state.st_mode):
        yield from _walk(str(root), refused, inside)
        return
    if extension(root.name) not in EXTENSIONS or not stat.S_ISREG(state.st_mode):
        known = " ".join(sorted(EXTENSIONS))
        raise CorpusError(f"{_shown(str(root))} is not an article.", f"Articles are files that end in {known}.")
    try:
        beside = {entry.name: entry for entry in os.scandir(root.parent)}
    except OSError:
        beside = {}
    yield str(root), state, _sidecar_states(root.name, beside)


def _walk(
    folder: str, refused: list[tuple[str, str]], inside: Sequence[str] | None
) -> Iterator[tuple[str, os.stat_result | None, list[os.stat_result]]]:
    """Yield the files below ``folder`` (see `_articles`); each real folder is visited once, so that loops of links end.

    Links that lead out of ``inside`` are not followed; None follows all.
    """
    visited: set[tuple[int, int]] = set()
    waiting, linked = [folder], list[str]()
    while waiting or linked:
        # Links come last, so that a folder is known by its own name and not by a link to it.
        here = waiting.pop() if waiting else linked.pop(0)
        try:
            state = os.stat(here)  # noqa: PTH116 (a Path for each folder costs more than the call)
            if (state.st_dev, state.st_ino) in visited:
                continue
            visited.add((state.st_dev, state.st_ino))
            with os.scandir(here) as listing:
                entries = {entry.name: entry for entry in listing if not entry.name.startswith(".")}
        except OSError as error:
            refused.append((here, reason_of(error)))
            continue
        beside = _names_of_sidecars(entries)
        for name in sorted(entries):
            entry = entries[name]
            if name in beside or is_junk(name) or _belongs_to_a_page(name, entries):
                continue
            try:
                if entry.is_symlink() and inside is not None and not _stays(entry, inside):
                    refused.append((entry.path, LEADS_OUT))
                elif entry.is_dir():
                    (linked if entry.is_symlink() else waiting).append(entry.path)
                elif entry.is_file():
                    known = extension(name) in EXTENSIONS
                    yield entry.path, entry.stat() if known else None, _sidecar_states(name, entries) if known else []
                else:
                    entry.stat()
                    refused.append((entry.path, NOT_PLAIN))
            except OSError as error:
                refused.append((entry.path, LEADS_NOWHERE if entry.is_symlink() else reason_of(error)))


def _stays(link: "os.DirEntry[str]", inside: Sequence[str]) -> bool:
    """Return whether a link stays inside, or leads nowhere, which is told apart later."""
    return is_inside(link.path, inside) or not os.path.exists(link.path)  # noqa: PTH110


def extension(name: str) -> str:
    """Return the suffix of a file's name in lower case, with its dot."""
    if name.lower().endswith(".warc.gz"):
        return ".warc.gz"
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 (ten thousand Paths would cost more than the listing)


def is_packed(source: Source) -> bool:
    """Return whether a file may hold several documents."""
    return extension(source.path) in UNPACKED


def _names_of_sidecars(entries: Mapping[str, object]) -> frozenset[str]:
    """Return the names of the files that hold the metadata of a file beside them."""
    found = set()
    for name in entries:
        ending = next((ending for ending in SIDECAR_ENDINGS if name.endswith(ending)), None)
        if ending is not None:
            found.add((name.removesuffix(ending), name))
    if not found:
        return frozenset()
    articles = {one for one in entries if extension(one) in EXTENSIONS and not one.endswith(SIDECAR_ENDINGS)}
    stems = articles | {os.path.splitext(one)[0] for one in articles}  # noqa: PTH122
    return frozenset(name for stem, name in found if stem in stems)


def _belongs_to_a_page(name: str, entries: Mapping[str, object]) -> bool:
    """Return whether a folder holds the pictures and frames that a browser saved with a page beside it."""
    stem = _PARTS_OF_A_PAGE.sub("", name)
    return stem != name and any(stem + suffix in entries for suffix in (".html", ".htm", ".xhtml", ".HTML", ".HTM"))


def _sidecar_states(name: str, entries: dict[str, "os.DirEntry[str]"]) -> list[os.stat_result]:
    """Return the states of the sidecars of the article ``name``."""
    stem = name[: name.rindex(".")] if "." in name else name
    states = []
    for start in (stem, name):
        for ending in SIDECAR_ENDINGS:
            if start + ending in entries:
                with suppress(OSError):
                    states.append(entries[start + ending].stat())
    return states


def _id_parts(root: Path, file: str, *, several: bool) -> list[str]:
    """Return the parts of the id, the last one first, then the parts of the path that may be put before it."""
    whole = file.strip(os.sep).split(os.sep)  # noqa: PTH206 (ten thousand Paths would cost more than the listing)
    base = len(root.parts) - 1
    wanted = max(1, len(whole) - base) + (1 if several and len(whole) > base else 0)
    return ["/".join(whole[-wanted:]), *reversed(whole[:-wanted])]


def _unique(names: dict[str, list[str]]) -> dict[str, str]:
    """Return an id for each file; where several would have the same, more of the path is put before it."""
    ids = {file: _shown(parts[0]) for file, parts in names.items()}
    depth = 1
    while len(set(ids.values())) < len(ids):
        seen: dict[str, list[str]] = {}
        for file, identifier in ids.items():
            seen.setdefault(identifier, []).append(file)
        longer = False
        for files in seen.values():
            for file in files if len(files) > 1 else ():
                if depth < len(names[file]):
                    ids[file] = f"{_shown(names[file][depth])}/{ids[file]}"
                    longer = True
        depth += 1
        if not longer:
            # Only names that differ in nothing but characters nobody can see come here: they are numbered.
            for files in seen.values():
                for number, file in enumerate(sorted(files[1:]), start=2):
                    ids[file] = f"{ids[file]} ({number})"
    return ids


def _shown(name: str) -> str:
    """Return a file's name with every character that must not reach a terminal replaced by �."""
    return _UNSHOWABLE.sub("�", name)
