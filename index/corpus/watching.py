"""Tells when files of a corpus change, as soon as the system says so."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

DEBOUNCE_MS = 300
"""Milliseconds for which changes are gathered: a program writes a file in several steps."""
STEP_MS = 100
FIRST_LOOK_MS = 500
POLL_MS = 1_000
"""Milliseconds between two looks where the system cannot tell of changes."""


def changes(paths: Sequence[Path], stop: Event) -> Iterator[None]:
    """Yield soon after the beginning, and whenever something below ``paths`` changed, until ``stop`` is set.

    A single file is watched with its folder, for editors put a new file in the place of the old one. Where the system
    has no room for more watches, the folders are looked at every second. Ends where neither can be done.
    """
    import watchfiles

    folders = {path if path.is_dir() else path.parent for path in paths if path.exists()}
    names = {os.path.abspath(path) for path in paths if not path.is_dir()}  # noqa: PTH100
    looked = False
    for polling in (False, True):
        try:
            for changed in watchfiles.watch(
                *sorted(folders),
                watch_filter=_filter(folders, names, whole=[path for path in paths if path.is_dir()]),
                debounce=DEBOUNCE_MS,
                step=STEP_MS,
                stop_event=stop,
                raise_interrupt=False,
                force_polling=polling,
                poll_delay_ms=POLL_MS,
                ignore_permission_denied=True,
                rust_timeout=FIRST_LOOK_MS,
                yield_on_timeout=True,
            ):
                # Once in the beginning, too: something may have changed before the system was asked to tell.
                if changed or not looked:
                    looked = True
                    yield
        except (OSError, RuntimeError):
            # No room for watches, or a folder that is gone: then it is looked at, or no longer.
            continue
        return


def _filter(folders: set[Path], names: set[str], whole: Sequence[Path]) -> Callable[[object, str], bool]:
    """Return a function that says whether a change is of a file that may belong to the corpus."""
    roots = [os.path.abspath(folder) for folder in whole]  # noqa: PTH100

    def fits(_change: object, path: str) -> bool:
        if path in names:
            return True
        for root in roots:
            if path.startswith(root + os.sep):
                return f"{os.sep}." not in path[len(root) :]
        return not folders

    return fits
