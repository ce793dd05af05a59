"""Whether a folder is the user's own on the whole way to it, and the key with which this program seals its cache."""

import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PRIVATE, PRIVATE_FILE = 0o700, 0o600
KEY_FILE = "cache.key"
KEY_BYTES = 32
MOST_LINKS = 20


class NotPrivateError(Exception):
    """Others could have put something on the way to a folder, or in it."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A private folder, or None and the reason why there is none."""

    path: Path | None
    problem: str = ""


def private_folder(path: Path, below: int = 0) -> Folder:
    """Return the folder ``path`` made private to the user, or why it is not to be used.

    Every part of the way to it belongs to the user or the system and can be changed by nobody else; links on the way
    count only where that holds of what they stand in. The folder and the ``below`` folders above it are the user's own,
    and no links. What is missing is made.
    """
    own = [path, *list(path.parents)[:below]]
    try:
        check_way(own[-1].parent)
        own[-1].parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        check_way(own[-1].parent)
        for folder in reversed(own):
            with suppress(FileExistsError):
                folder.mkdir(mode=PRIVATE)
            _check_own(folder)
        probe = path / f".writable-{os.getpid()}"
        os.close(os.open(probe, os.O_CREAT | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, PRIVATE_FILE))
        probe.unlink()
    except NotPrivateError as problem:
        return Folder(None, str(problem))
    except (OSError, ValueError) as problem:
        return Folder(None, f"{path} cannot be written: {getattr(problem, 'strerror', None) or problem}")
    return Folder(path)


def check_way(folder: Path) -> None:
    """Raise NotPrivateError when others could put something else in the place of ``folder``, or of a folder above."""
    waiting = list(reversed(Path(os.path.abspath(folder)).parts[1:]))  # noqa: PTH100 (links are looked at one by one)
    here, links = Path("/"), 0
    _check_part(here)
    while waiting:
        part = here / waiting.pop()
        try:
            state = part.lstat()
        except FileNotFoundError:
            return
        if stat.S_ISLNK(state.st_mode):
            links += 1
            if links > MOST_LINKS or state.st_uid not in _trusted():
                raise NotPrivateError(f"{part} is somebody else's link")
            target = Path(os.path.abspath(here / part.readlink()))  # noqa: PTH100
            waiting += reversed(target.parts[1:])
            here = Path("/")
            continue
        _check_part(part)
        here = part


def outsider_in(folder: Path) -> Path | None:
    """Return a file at or below a private folder that is a link, another user's, or open for others to change."""
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place, name)
            try:
                state = path.lstat()
            except FileNotFoundError:
                continue
            plain = stat.S_ISREG(state.st_mode) or stat.S_ISDIR(state.st_mode)
            if not plain or state.st_uid != os.getuid() or _open_to_others(state):
                return path
    return None


def cache_key(folder: Path) -> bytes | None:
    """Return the user's key, made at first use in ``folder``; None where it cannot be kept to the user alone.

    A key that others can read is no key: another takes its place, and what the old one sealed is made again.
    """
    try:
        # The folder of notes may be a link of the user's own, to a disk that is saved.
        check_way(folder)
    except (NotPrivateError, OSError):
        return None
    folder = Path(os.path.realpath(folder))
    if private_folder(folder).path is None:
        return None
    file = folder / KEY_FILE
    for _ in range(3):
        key = _read_key(file)
        if key is not None:
            return key
        made = folder / f".{KEY_FILE}-{secrets.token_hex(8)}"
        try:
            handle = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, PRIVATE_FILE)
            with os.fdopen(handle, "wb") as new:
                new.write(secrets.token_bytes(KEY_BYTES))
                new.flush()
                os.fsync(new.fileno())
            # Linked and not renamed: of two programs that start at once one is first, and both use its key.
            with suppress(FileExistsError):
                file.hardlink_to(made)
        except OSError:
            return None
        finally:
            made.unlink(missing_ok=True)
    return None


def _read_key(file: Path) -> bytes | None:
    """Return the key in ``file``; a file that is no private key is taken away."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError:
        with suppress(OSError):
            file.unlink()
        return None
    try:
        state = os.fstat(handle)
        plain = stat.S_ISREG(state.st_mode) and state.st_uid == os.getuid() and not state.st_mode & 0o077
        key = os.read(handle, KEY_BYTES + 1) if plain else b""
    finally:
        os.close(handle)
    if len(key) == KEY_BYTES:
        return key
    with suppress(OSError):
        file.unlink()
    return None


def _check_own(folder: Path) -> None:
    """Raise NotPrivateError when a folder is not the user's alone; one that others may only read is closed to them."""
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode):
        raise NotPrivateError(f"{folder} is a link or a file, and no folder")
    if state.st_uid != os.getuid():
        raise NotPrivateError(f"{folder} belongs to somebody else")
    if _open_to_others(state):
        raise NotPrivateError(f"others can write into {folder}")
    if state.st_mode & 0o077:
        folder.chmod(PRIVATE)


def _check_part(part: Path) -> None:
    """Raise NotPrivateError when others can change what stands in a folder on the way."""
    state = part.lstat()
    if not stat.S_ISDIR(state.st_mode):
        raise NotPrivateError(f"{part} is no folder")
    if state.st_uid not in _trusted():
        raise NotPrivateError(f"{part} belongs to somebody else")
    # In a folder such as /tmp only the owner of a file can put another in its place.
    if _open_to_others(state) and not state.st_mode & stat.S_ISVTX:
        raise NotPrivateError(f"others can write into {part}")


def _trusted() -> frozenset[int]:
    return frozenset({0, os.getuid()})


def _open_to_others(state: os.stat_result) -> bool:
    return bool(state.st_mode & 0o002) or (bool(state.st_mode & 0o020) and not _only_own_group(state.st_gid))


@cache
def _only_own_group(group: int) -> bool:
    """Return whether a group is the user's private one, as many systems make for each user."""
    import grp
    import pwd

    try:
        user, known = pwd.getpwuid(os.getuid()), grp.getgrgid(group)
    except KeyError:
        return False
    return known.gr_name == user.pw_name and not set(known.gr_mem) - {user.pw_name}
