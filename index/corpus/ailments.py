"""What can be wrong with the folders that the program keeps for a user, what to do about it, and doing it."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.corpus.corpus import Corpus
from index.errors import NotesError, RednoteError
from index.notes import Notebook
from index.settings import Settings
from index.store import cache_key, private_folder

LITTLE_ROOM = 50_000_000
"""Bytes of free disk below which caches and decisions may soon find no room."""


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something that is wrong, what a person can do about it, and what does it, where the program can."""

    what: str
    remedy: str
    repair: Callable[[], object] | None = None


def ailments(cache: Path, data: Path) -> Iterator[Ailment]:
    """Yield what is wrong with the folder of caches and that of what the user decided."""
    yield from _of_cache(cache)
    yield from _of_data(data)
    for folder in dict.fromkeys((cache, data)):
        with suppress(OSError):
            room = shutil.disk_usage(next(one for one in (folder, *folder.parents) if one.exists())).free
            if room < LITTLE_ROOM:
                yield Ailment(f"there are only {room // 1_000_000} MB left for {folder}", "make room on that disk")


def ailments_of(paths: Sequence[Path], settings: Settings, cache: Path, data: Path) -> Iterator[Ailment]:
    """Yield what is wrong with the cache of one corpus; all of it is looked through."""
    corpus = Corpus.open(paths, settings, cache, data / "notes.yaml")
    try:
        if corpus.folder is not None:
            corpus.look_through()
        for trouble in corpus.cache_trouble():
            if corpus.folder is not None:
                remedy = trouble.hint or "rednote-tui index reads it again"
                yield Ailment(trouble.message, remedy, partial(_refreshed, paths, settings, cache, data))
    finally:
        corpus.close()


def _refreshed(paths: Sequence[Path], settings: Settings, cache: Path, data: Path) -> None:
    corpus = Corpus.open(paths, settings, cache, data / "notes.yaml")
    try:
        corpus.refresh()
        corpus.look_through()
    finally:
        corpus.close()


def _of_cache(cache: Path) -> Iterator[Ailment]:
    place = private_folder(cache / "corpora", below=1)
    if place.path is not None:
        for folder in sorted(place.path.iterdir()):
            found = private_folder(folder, below=2) if folder.is_dir() or folder.is_symlink() else None
            if found is not None and found.path is None:
                yield Ailment(f"a cache is not used: {found.problem}", "throw it away", partial(_throw_away, folder))
        return

    def renew() -> None:
        if cache.is_dir() and not cache.is_symlink() and cache.stat().st_uid == os.getuid():
            cache.chmod(0o700)
        # What others could write is not kept; the articles are read again.
        _throw_away(cache / "corpora")
        again = private_folder(cache / "corpora", below=1)
        if again.path is None:
            raise RednoteError(f"the cache cannot be kept private: {again.problem}", OTHER_CACHE)

    yield Ailment(f"no cache is kept: {place.problem}", OTHER_CACHE, renew)


OTHER_CACHE = "close what others can write (chmod go-w), or name a folder of your own in REDNOTE_CACHE"


def _of_data(data: Path) -> Iterator[Ailment]:
    place = private_folder(data)
    if place.path is None:
        yield Ailment(f"the folder of your decisions is not safe: {place.problem}", CLOSE, partial(_close, data, 0o700))
    elif cache_key(data) is None:
        key = data / "cache.key"
        yield Ailment("the key of the caches cannot be kept", f"throw {key} away", partial(_throw_away, key))
    notes = Notebook(data / "notes.yaml")
    for trouble in notes.trouble():
        yield Ailment(trouble.message, trouble.hint, partial(_mended, notes))
    for file in (data / "notes.yaml", data / "notes.yaml.bak", data / "searches.txt"):
        with suppress(OSError):
            if stat.S_IMODE(file.stat().st_mode) & 0o077:
                yield Ailment(f"others can read {file}", CLOSE, partial(_close, file, 0o600))
    for file in sorted(data.glob("notes.yaml.damaged-*")) if data.is_dir() else ():
        yield Ailment(f"{file} is what was left of damaged decisions", "look whether you miss any, then delete it")


CLOSE = "close it to others (chmod go-rwx)"


def _mended(notes: Notebook) -> None:
    """Write damaged notes anew. Raises NotesError when nothing of them can be read."""
    if not notes.mend() and notes.trouble():
        raise NotesError(notes.trouble()[0].message, notes.trouble()[0].hint)


def _close(path: Path, mode: int) -> None:
    try:
        path.chmod(mode)
    except OSError as problem:
        raise RednoteError(f"{path} cannot be closed: {problem.strerror}", "ask its owner") from None


def _throw_away(path: Path) -> None:
    """Delete a cache; a link is deleted and not what it leads to."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
    else:
        shutil.rmtree(path, ignore_errors=True)
