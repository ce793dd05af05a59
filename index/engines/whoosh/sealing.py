"""Files of a Whoosh index that are read only when this program wrote them: each is sealed with the user's own key.

Whoosh keeps schema, segments and postings as pickles, and reading a pickle that another wrote means running their code.
So beside each table of contents lies a seal: a keyed BLAKE2 hash of it and of every file that it names, made before the
table of contents appears under its name. A file is opened only when its hash is one of these; the same hash tells that
a bit in it has turned.
"""

import json
import os
import re
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from secrets import token_hex
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.util.filelock import FileLock

CHUNK = 1 << 20
"""Bytes that are hashed at a time."""
PRIVATE = 0o600

_TOC = re.compile(r"_(\w+)_(\d+)\.toc\Z")
_SEAL = re.compile(r"_(\w+)_(\d+)\.seal\Z")


class SealError(OSError):
    """A file of the index is not as this program wrote it. An OSError, so that Whoosh looks for a newer one."""


class SealedStorage(FileStorage):
    """Whoosh's files in ``folder``, sealed with ``key`` and open to the user only.

    Files that this process has just created need no seal until the table of contents names them.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        # Mapped files would be copied into memory whole by Whoosh.
        storage: Any = super()
        storage.__init__(str(folder), supports_mmap=False)
        self._folder = folder
        self._key = key
        self._place = os.path.realpath(folder)
        self._own: set[str] = set()
        self._seals: dict[str, str] = {}
        self._checked: dict[str, tuple[int, ...]] = {}

    def create_file(self, name: str, excl: bool = False, mode: str = "wb", **options: Any) -> Any:
        """Create a file that only the user may read."""
        self._own.add(name)
        flags = os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW | (os.O_EXCL if excl else os.O_TRUNC)
        file: Any = os.fdopen(os.open(self._folder / name, flags, PRIVATE), mode)
        return StructFile(file, name=name, **options)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file. Raises SealError when it is not as this program wrote it."""
        file: Any = os.fdopen(os.open(self._folder / name, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW), "rb")
        try:
            if name not in self._own:
                self._check(name, file)
        except BaseException:
            file.close()
            raise
        return StructFile(file, name=name, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file; what becomes the table of contents gets its seal first."""
        if _TOC.match(newname):
            self._seal(oldname, newname)
        if safe and (self._folder / newname).exists():
            raise FileExistsError(f"{newname} already exists")
        (self._folder / oldname).replace(self._folder / newname)
        if oldname in self._own:
            self._own.discard(oldname)
            if not _TOC.match(newname):
                self._own.add(newname)

    def lock(self, name: str) -> Any:
        """Return Whoosh's lock on a file that only the user may read."""
        os.close(os.open(self._folder / name, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW, PRIVATE))
        return FileLock(str(self._folder / name))

    def temp_storage(self, name: str | None = None) -> Any:
        """Return a storage for the files of one update, in a folder that only the user may enter."""
        folder = self._folder / (name or f"{token_hex(8)}.tmp")
        folder.mkdir(mode=0o700, exist_ok=True)
        storage: Any = FileStorage
        return storage(str(folder))

    def _seal(self, written: str, name: str) -> None:
        """Write the seal of a table of contents and of the files it may name; seals of older ones go."""
        there = {path.name for path in self._folder.iterdir()}
        for own in sorted(self._own & there - {written}):
            self._seals[own] = self._hash_of(own, own)
        self._own -= self._seals.keys()
        seals = {known: seal for known, seal in self._seals.items() if known in there and not _TOC.match(known)}
        self._seals = {**seals, name: self._hash_of(written, name)}
        target = self._folder / f"{name.removesuffix('.toc')}.seal"
        handle = os.open(target, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW, PRIVATE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._seals, file, indent=0, sort_keys=True)
        self._remove_seals(there, name)

    def _remove_seals(self, there: set[str], newest: str) -> None:
        """Remove the seals whose table of contents is gone."""
        for old in there:
            toc = old.removesuffix(".seal") + ".toc"
            if _SEAL.match(old) and toc != newest and toc not in there:
                (self._folder / old).unlink(missing_ok=True)

    def _check(self, name: str, file: Any) -> None:
        state = os.fstat(file.fileno())
        mark = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
        if self._checked.get(name) == mark:
            return
        if name not in self._seals:
            self._load_seals()
        found = self._hash(name, file)
        if not compare_digest(self._seals.get(name, ""), found):
            raise SealError(f"{name} was not written by this program, or it is damaged")
        self._checked[name] = mark

    def _load_seals(self) -> None:
        """Take up the seals that other processes wrote; each holds only for the very bytes it was made of."""
        for name in [path.name for path in self._folder.iterdir()]:
            if not _SEAL.match(name):
                continue
            try:
                handle = os.open(self._folder / name, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
                with os.fdopen(handle, encoding="utf-8") as file:
                    loaded = json.load(file)
            except (OSError, ValueError, RecursionError):
                continue
            if isinstance(loaded, dict):
                self._seals.update({str(key): str(value) for key, value in loaded.items()})

    def _hash_of(self, file: str, name: str) -> str:
        with (self._folder / file).open("rb") as opened:
            return self._hash(name, opened)

    def _hash(self, name: str, file: Any) -> str:
        """Return the keyed hash of an open file under a name, and go back to its beginning."""
        keyed = blake2b(f"{self._place}\0{name}\0".encode("utf-8", "surrogateescape"), key=self._key, digest_size=32)
        while part := file.read(CHUNK):
            keyed.update(part)
        file.seek(0)
        return keyed.hexdigest()
