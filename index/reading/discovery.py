"""Which files of the given paths are articles."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import CorpusError
from index.records import Unreadable

EXTENSIONS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf"})
"""The files that count as articles, by extension in lower case; all others are passed over."""

SIDECAR_ENDINGS = (".meta.yaml", ".meta.yml", ".meta.json", ".yaml", ".yml", ".json")
"""What a sidecar, the file of metadata beside ``x.txt``, may end in; ``x`` or ``x.txt`` stands before."""

_DIGITS = re.compile(r"(\d{1,300})")
_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the corpus that can be read.

    ``size`` is in bytes. ``mtime_ns`` is the time of the last change of the file or of its sidecar, whichever is the
    later, in nanoseconds since 1970: it differs whenever either of them was changed, added or removed with an effect.
    """

    id: str
    path: str
    size: int
    mtime_ns: int


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts names as a person does: digits by value (``2`` before ``10``), letters without case."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts if part)


def discover(paths: Sequence[Path], refused: list[Unreadable] | None = None) -> list[Source]:
    """Return the articles at ``paths``, in natural order of their ids: folders with all below them, and files.

    Of folders, hidden files and folders and files that are no articles (see EXTENSIONS) are passed over; a file named
    by hand is taken when its extension fits, even when it is hidden. Links to folders are followed, each real folder is
    visited once. A file reached twice counts once. A folder that may not be listed is passed over, and added to
    ``refused``.

    The id is the path below the given folder, with ``/``; a single file's is its name. When several paths are given,
    the folder's name stands before (``january/one.txt``), and ids that would be the same take more of the path.

    Raises CorpusError when a path does not exist, or a file named by hand is no article.
    """
    found: dict[str, tuple[str, os.stat_result, int]] = {}
    names: dict[str, list[str]] = {}
    unlisted: list[tuple[str, str]] = []
    for path in paths:
        root = Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links and change the names)
        for file, entry, changed in _articles(root, unlisted):
            if file not in found:
                found[file] = (file, entry, changed)
                names[file] = _id_parts(root, file, several=len(paths) > 1)
    if refused is not None:
        refused += _refusals(unlisted)
    ids = _unique(names)
    sources = [
        Source(ids[file], file, entry.st_size, max(entry.st_mtime_ns, changed))
        for file, entry, changed in found.values()
    ]
    return sorted(sources, key=lambda source: (natural_key(source.id), source.id))


def unlistable(paths: Sequence[Path]) -> list[Unreadable]:
    """Return the folders below ``paths`` whose files cannot be listed, each with the system's reason."""
    refused: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            for _ in _walk(os.path.abspath(path), refused):  # noqa: PTH100
                pass
    return _refusals(refused)


def _refusals(refused: list[tuple[str, str]]) -> list[Unreadable]:
    return [
        Unreadable(_shown(folder), f"It cannot be listed: {reason}.", "Ask the owner for permission to read it.")
        for folder, reason in sorted(set(refused))
    ]


def _articles(root: Path, refused: list[tuple[str, str]]) -> Iterator[tuple[str, os.stat_result, int]]:
    """Yield path, state and time of the sidecar's last change of every article at ``root``."""
    try:
        state = root.stat()
    except OSError as error:
        reason = "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be opened ({error.strerror})"
        raise CorpusError(
            f"{_shown(str(root))} {reason}.", "Name a folder of articles, or one or more files."
        ) from error
    if stat.S_ISDIR(state.st_mode):
        yield from _walk(str(root), refused)
        return
    if root.suffix.lower() not in EXTENSIONS or not stat.S_ISREG(state.st_mode):
        known = " ".join(sorted(EXTENSIONS))
        raise CorpusError(f"{_shown(str(root))} is not an article.", f"Articles are files that end in {known}.")
    try:
        beside = {entry.name: entry for entry in os.scandir(root.parent)}
    except OSError:
        beside = {}
    yield str(root), state, _sidecar_time(root.name, beside)


def _walk(folder: str, refused: list[tuple[str, str]]) -> Iterator[tuple[str, os.stat_result, int]]:
    """Yield the articles below ``folder``; each real folder is visited once, so that loops of links end."""
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
            refused.append((here, error.strerror or "unknown reason"))
            continue
        for name in sorted(entries):
            entry = entries[name]
            try:
                if entry.is_dir():
                    (linked if entry.is_symlink() else waiting).append(entry.path)
                elif _extension(name) in EXTENSIONS and entry.is_file():
                    yield entry.path, entry.stat(), _sidecar_time(name, entries)
            except OSError as error:
                refused.append((entry.path, error.strerror or "unknown reason"))


def _extension(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 (ten thousand Paths would cost more than the listing)


def _sidecar_time(name: str, entries: dict[str, "os.DirEntry[str]"]) -> int:
    """Return when the sidecar of the article ``name`` was last changed, 0 where there is none."""
    stem = name[: name.rindex(".")] if "." in name else name
    times = [0]
    for start in (stem, name):
        for ending in SIDECAR_ENDINGS:
            if start + ending in entries:
                try:
                    times.append(entries[start + ending].stat().st_mtime_ns)
                except OSError:
                    continue
    return max(times)


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
