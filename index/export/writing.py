"""Files for other programs: written whole or not at all, where they were asked for, with nothing left behind."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from index.errors import RednoteError
from index.paths import reason_of


def write_file(file: Path, text: str, *, new: bool = False) -> None:
    """Write ``text`` as UTF-8 to ``file`` in one step: a half-written one is never seen.

    A link is written through, a device such as /dev/stdout is written to. The file gets the rights that the user gives
    to new files; one that is there keeps its own. With ``new`` the name must be free. Raises RednoteError.
    """
    data = text.encode("utf-8", "replace")
    try:
        if new:
            _create(file, data)
            return
        target = Path(os.path.realpath(file))
        if target.is_symlink():
            raise OSError(errno.ELOOP, "it is a link that leads back to itself")
        state = target.stat() if target.exists() else None
        if state is None or stat.S_ISREG(state.st_mode):
            _replace(target, data, state)
        elif stat.S_ISCHR(state.st_mode) or stat.S_ISFIFO(state.st_mode):
            _write_into(target, data)
        else:
            raise OSError(errno.EINVAL, "it is no file")
    except FileExistsError:
        raise RednoteError(f"{file} already exists", "choose another name") from None
    except (OSError, ValueError) as problem:
        raise RednoteError(f"{file} cannot be written: {reason_of(problem)}", "name another file or folder") from None


def _create(file: Path, data: bytes) -> None:
    """Write a file whose name must be free. Raises FileExistsError."""
    if os.path.lexists(file):
        raise FileExistsError
    made = _beside(file, data, 0o666)
    try:
        try:
            file.hardlink_to(made)
        except FileExistsError:
            raise
        except OSError:
            # Some file systems have no hard links.
            made.replace(file)
    finally:
        made.unlink(missing_ok=True)


def _replace(file: Path, data: bytes, state: os.stat_result | None) -> None:
    made = _beside(file, data, 0o666 if state is None else stat.S_IMODE(state.st_mode) & 0o777)
    try:
        if state is not None:
            made.chmod(stat.S_IMODE(state.st_mode))
        made.replace(file)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _beside(file: Path, data: bytes, mode: int) -> Path:
    """Write ``data`` to a file beside ``file`` and return it; nothing stays when that fails."""
    made = file.parent / f".{file.name[:80]}-{token_hex(6)}"
    handle = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, mode)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            with suppress(OSError):
                os.fsync(opened.fileno())
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return made


def _write_into(device: Path, data: bytes) -> None:
    """Write to a device, or to a pipe that somebody reads."""
    handle = os.open(device, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as opened:
        opened.write(data)
