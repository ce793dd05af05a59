"""Where the cache of one corpus lies: a private folder, named after the corpus's paths."""

import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from index.store.privacy import Folder, outsider_in, private_folder


def corpus_name(paths: Sequence[Path]) -> str:
    """Return the name of the cache folder of the corpus made of ``paths``."""
    names = sorted(os.path.realpath(path) for path in paths)
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def corpus_folder(cache: Path, paths: Sequence[Path]) -> Folder:
    """Return the cache folder of the corpus made of ``paths``, private to the user, or why there is none.

    A cache into which others could write is never used. A file in it that is not the user's own makes it start over.
    """
    folder = private_folder(cache / "corpora" / corpus_name(paths), below=2)
    if folder.path is None or outsider_in(folder.path) is None:
        return folder
    shutil.rmtree(folder.path, ignore_errors=True)
    again = private_folder(folder.path, below=2)
    stranger = outsider_in(folder.path)
    return Folder(None, f"{stranger} is not your own") if stranger else again
