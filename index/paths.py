"""Names of files as text, and files opened without harm: nothing blocks, and only plain files are read."""

import errno
import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from index.errors import CorpusError

_ESCAPED = re.compile(r"\\x([89a-f][0-9a-f])")


def path_text(path: str | os.PathLike[str]) -> str:
    r"""Return a path as text that can be stored and shown: a byte that is no UTF-8 becomes ``\xff``."""
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def actual_path(text: str) -> Path:
    """Return the file that `path_text` named."""
    if os.path.lexists(text) or not _ESCAPED.search(text):
        return Path(text)
    return Path(_ESCAPED.sub(lambda match: chr(0xDC00 + int(match[1], 16)), text))


def exists(path: Path) -> bool:
    """Return whether there is a file or folder at ``path``; one that cannot be looked at is there.

    A name that no file can have, for instance one of more than 255 bytes, names nothing.
    """
    try:
        path.stat()
    except ValueError:
        return False
    except OSError as problem:
        return problem.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL)
    return True


def absolute(path: Path) -> Path:
    """Return an absolute path, links kept. Raises CorpusError when it is relative to a folder that was deleted."""
    try:
        return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links and change the names)
    except FileNotFoundError:
        raise CorpusError("the folder you are in was deleted", "go to another folder, or name a whole path") from None


def reason_of(problem: Exception) -> str:
    """Return the system's reason for an error in a few words."""
    return getattr(problem, "strerror", None) or str(problem) or type(problem).__name__


def real_roots(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return where ``paths`` really lie, links followed, for `is_inside`."""
    return tuple(os.path.realpath(absolute(path)) for path in paths)


def is_inside(path: str, roots: Sequence[str]) -> bool:
    """Return whether ``path``, links followed, is one of ``roots`` or lies below one."""
    real = os.path.realpath(path)
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def read_plain(path: str | os.PathLike[str], limit: int) -> bytes:
    """Return at most ``limit`` bytes of a plain file. Raises OSError, also for pipes, devices and sockets.

    Opening never waits for anybody, and what the system says is empty, as most files below /proc, is not read.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is no plain file")
    with os.fdopen(handle, "rb") as file:
        return file.read(limit) if state.st_size else b""
