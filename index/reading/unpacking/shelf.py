"""Where the parts of files that hold several documents lie, unpacked, and how they become sources like all others."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from index.errors import ReadingError
from index.paths import read_plain, reason_of
from index.reading.discovery import EXTENSIONS, Source, discover, extension, natural_key
from index.reading.unpacking import KINDS, UNPACKED, Part, parts_of
from index.records import Unreadable

PRIVATE = 0o700
DEEPEST = 3
"""How deeply files may be packed within each other."""
LARGEST_TOTAL = 512_000_000
"""Bytes that may be unpacked of one file, with all that is packed in it."""
LARGEST_PACKED = 512_000_000
MOST_PARTS = 20_000
_MANIFEST = "manifest.json"
_UNFIT = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\\]+")
_LONGEST = 120

Told = Callable[[str, int, int], None]


Unpack = Callable[[Source], dict[str, Any]]
"""Unpacks a file; it can be sent to another process."""


@dataclass(frozen=True, slots=True)
class Unpacking:
    """Unpacks a file into a folder of its own below ``folder``; a plain value, so that another process can do it."""

    folder: Path
    name: str
    depth: int

    def __call__(self, source: Source) -> dict[str, Any]:
        """Return what was found in the file, and what was not read."""
        return Shelf(self.folder, "", known={})._unpacked(source, self.folder / self.name, self.depth)


def _here(source: Source, unpack: Unpack) -> dict[str, Any]:
    return unpack(source)


class Shelf:
    """The folder of unpacked files: a cache, which anyone may delete, and from which goes what belongs to no file.

    ``apart`` has a file unpacked, elsewhere where a broken one could do harm. Raises ReadingError when that failed.
    """

    def __init__(
        self,
        folder: Path,
        rules: str,
        apart: Callable[[Source, Unpack], dict[str, Any]] = _here,
        known: dict[str, Any] | None = None,
    ) -> None:
        self._folder, self._rules, self._apart = folder, rules, apart
        self._known: dict[str, Any] = self._load() if known is None else known
        self._used: dict[str, Any] = {}

    def expand(self, sources: Sequence[Source], refused: list[Unreadable], told: Told) -> list[Source]:
        """Return the sources with those that are packed in them; what is not read of these is added to ``refused``."""
        packed = sum(extension(source.path) in UNPACKED for source in sources)
        if not packed and not self._known:
            return list(sources)
        found, done = list[Source](), 0
        for source in sources:
            if extension(source.path) in UNPACKED:
                told("unpacking", done, packed)
                done += 1
                found += self._expanded(source, refused, 1)
            else:
                found.append(source)
        self._keep()
        return sorted(_once(found), key=lambda source: (natural_key(source.id), source.id))

    def _expanded(self, source: Source, refused: list[Unreadable], depth: int) -> list[Source]:
        """Return a file and the sources in it; it is unpacked anew only when it changed."""
        kind = KINDS[extension(source.path)]
        entry = self._known.get(source.path)
        name = hashlib.sha256(source.path.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        state = [source.size, source.mtime_ns, self._rules]
        if entry is None or entry["state"] != state or (entry["parts"] and not (self._folder / name).is_dir()):
            entry = {"state": state, "folder": name, **self._found(source, name, depth)}
        self._used[source.path] = entry
        refused += [
            Unreadable(f"{source.id}/{id_}" if id_ else source.id, message, hint, kind)
            for id_, message, hint, kind in entry["refused"]
        ]
        meant = [one for row in entry["meant"] if (one := _meant(source, *row)) is not None]
        has_parts = bool(entry["parts"] or meant or (entry["refused"] and kind.otherwise))
        found = [source] if kind.own and not (kind.otherwise and has_parts) else []
        found += meant
        if not entry["parts"]:
            return found
        others: list[Unreadable] = []
        inside = discover([self._folder / name], others)
        refused += [replace(one, id=f"{source.id}/{one.id}") for one in others]
        for one in inside:
            part = replace(one, id=f"{source.id}/{one.id}", mtime_ns=source.mtime_ns, mark=source.mark)
            found += self._expanded(part, refused, depth + 1) if extension(part.path) in UNPACKED else [part]
        return found

    def _found(self, source: Source, name: str, depth: int) -> dict[str, Any]:
        try:
            return self._apart(source, Unpacking(self._folder, name, depth))
        except ReadingError as error:
            for left in self._folder.glob(f".{name}-*"):
                shutil.rmtree(left, ignore_errors=True)
            kind = error.kind or extension(source.path)
            return {"parts": False, "refused": [("", error.message, error.hint, kind)], "meant": []}

    def _unpacked(self, source: Source, folder: Path, depth: int) -> dict[str, Any]:
        """Write the parts of a file into a folder of its own; return what was found and what was not read."""
        # Under another name until it is whole, for another program may unpack the same file.
        whole, folder = folder, folder.with_name(f".{folder.name}-{os.getpid()}")
        shutil.rmtree(folder, ignore_errors=True)
        refused: list[tuple[str, str, str, str]] = []
        meant: list[tuple[str, str, str]] = []
        count = taken = 0
        suffix = extension(source.path)
        try:
            if depth > DEEPEST:
                raise ReadingError(
                    f"It is packed more than {DEEPEST} times over, so it was not unpacked.",
                    "Unpack it by hand.",
                    kind="file that explodes",
                )
            for part in parts_of(suffix, _bytes(source), Path(source.path)):
                count, taken = count + 1, taken + len(part.data)
                if count > MOST_PARTS or taken > LARGEST_TOTAL:
                    raise ReadingError(
                        "It holds more than a corpus can take, so the rest of it was not unpacked.",
                        "Unpack what you need of it.",
                        kind="file that explodes",
                    )
                name = _safe(part.name, count)
                if part.missing:
                    refused.append((name, part.missing, "Save it by hand, or take it out.", f"part of a {suffix} file"))
                elif part.path:
                    meant.append((name, part.path, self._sidecar(whole, f"{count}", part)))
                else:
                    self._write(folder, name, part)
            if not count and not KINDS[suffix].own:
                raise ReadingError("It holds nothing that can be read.", "Look at it in its program.", kind=suffix)
        except ReadingError as error:
            # Of an e-mail or a table the reader says what is wrong with it, once.
            if count or not KINDS[suffix].own:
                refused.append(("", error.message, error.hint, error.kind or suffix))
        except Exception as error:
            # A broken file must not keep the others from being read.
            reason = f"{type(error).__name__}: {error}"[:120]
            refused.append(("", f"It cannot be unpacked ({reason}).", "Save it again.", suffix))
        shutil.rmtree(whole, ignore_errors=True)
        with suppress(OSError):
            folder.rename(whole)
        return {"parts": whole.is_dir(), "refused": refused, "meant": meant}

    def _write(self, folder: Path, name: str, part: Part) -> None:
        file = folder / name
        number = 2
        while file.exists():
            file = folder / f"{Path(name).with_suffix('')} ({number}){Path(name).suffix}"
            number += 1
        file.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        file.write_bytes(part.data)
        if part.fields and file.suffix.lower() in EXTENSIONS:
            file.with_name(file.name + ".meta.json").write_text(json.dumps(dict(part.fields)), encoding="utf-8")

    def _sidecar(self, folder: Path, name: str, part: Part) -> str:
        """Write what a file says of another file, which stays where it is, and return where."""
        if not part.fields:
            return ""
        file = folder.with_name(f"{folder.name}.fields") / f"{name}.json"
        file.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        file.write_text(json.dumps(dict(part.fields)), encoding="utf-8")
        return str(file)

    def _load(self) -> dict[str, Any]:
        try:
            loaded = json.loads((self._folder / _MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(loaded, dict) or not all(_is_entry(entry) for entry in loaded.values()):
            return {}
        return loaded

    def _keep(self) -> None:
        """Write down what is unpacked, and throw away what belongs to no file any more."""
        if self._used == self._known:
            self._used = {}
            return
        gone = {entry["folder"] for entry in self._known.values()} - {entry["folder"] for entry in self._used.values()}
        for name in gone:
            shutil.rmtree(self._folder / name, ignore_errors=True)
            shutil.rmtree(self._folder / f"{name}.fields", ignore_errors=True)
        self._known, self._used = self._used, {}
        with suppress(OSError):
            self._folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            new = self._folder / f".{_MANIFEST}-{os.getpid()}"
            new.write_text(json.dumps(self._known), encoding="utf-8")
            new.replace(self._folder / _MANIFEST)


def _is_entry(entry: Any) -> bool:
    """Return whether an entry of the list of what is unpacked has the form in which it was written."""
    return (
        isinstance(entry, dict)
        and entry.keys() == {"state", "folder", "parts", "refused", "meant"}
        and isinstance(entry["folder"], str)
        and re.fullmatch("[0-9a-f]{16}", entry["folder"]) is not None
        and _are_rows(entry["refused"], 4)
        and _are_rows(entry["meant"], 3)
    )


def _are_rows(rows: Any, length: int) -> bool:
    return isinstance(rows, list) and all(
        isinstance(row, list) and len(row) == length and all(isinstance(value, str) for value in row) for row in rows
    )


def _meant(export: Source, name: str, path: str, beside: str) -> Source | None:
    """Return a file that an export names as a source; None when it is gone."""
    try:
        state = Path(path).stat()
    except OSError:
        return None
    changed = max(export.mtime_ns, state.st_mtime_ns)
    return Source(f"{export.id}/{name}", path, state.st_size, changed, beside=beside)


def _bytes(source: Source) -> bytes:
    if source.size > LARGEST_PACKED:
        raise ReadingError(
            f"It is larger than {LARGEST_PACKED // 1_000_000} MB.", "Split it.", kind="file that is too large"
        )
    try:
        return read_plain(source.path, LARGEST_PACKED)
    except OSError as error:
        raise ReadingError(
            f"It cannot be opened: {reason_of(error)}.", "Check that it exists and may be read."
        ) from error


def _safe(name: str, number: int) -> str:
    """Return a part's name as a path that stays within its folder."""
    parts = [_UNFIT.sub("_", part).strip(" ").lstrip(".") for part in name.replace("\\", "/").split("/")]
    kept = [_short(part) for part in parts if part]
    return "/".join(kept[-6:]) or f"part {number}"


def _short(part: str) -> str:
    stem, ending = os.path.splitext(part)  # noqa: PTH122
    return (
        part if len(part.encode()) <= 2 * _LONGEST else stem.encode()[:_LONGEST].decode(errors="ignore") + ending[:12]
    )


def _once(sources: Sequence[Source]) -> list[Source]:
    """Return each file once: as an export means it where one does."""
    best: dict[str, Source] = {}
    for source in sources:
        if source.path not in best or source.beside:
            best[source.path] = source
    return list(best.values())
