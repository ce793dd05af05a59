"""Where the cache of one corpus lies: a private folder, named after the corpus's paths."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

PRIVATE = 0o700


def corpus_folder(cache: Path, paths: Sequence[Path]) -> Path | None:
    """Return the cache folder of the corpus made of ``paths``, made private to the user; None when it cannot be.

    A folder that belongs to somebody else, or that others may write, is refused: a search index is a pickle, and
    reading a pickle that another wrote means running their code.
    """
    name = hashlib.sha256("\0".join(sorted(str(path.resolve()) for path in paths)).encode()).hexdigest()[:16]
    folder = cache / "corpora" / name
    try:
        for made in (cache, cache / "corpora", folder):
            made.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        state = folder.stat()
        if hasattr(os, "getuid") and state.st_uid != os.getuid():
            return None
        if state.st_mode & 0o077:
            folder.chmod(PRIVATE)
        probe = folder / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError:
        return None
    return folder
