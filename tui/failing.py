"""The last words: what nobody foresaw ends in a sentence and a file for the report, not in a traceback."""

import os
import platform
import tempfile
import traceback
from pathlib import Path
from typing import Any

from index.errors import RednoteError
from index.settings import user_cache_folder
from tui import __version__
from tui.text import clean_lines, fit, squeeze
from tui.textual_private import Private

REPORT = "failure.txt"
"""The file of details in the cache folder; the next failure replaces it."""
ISSUES = "what you did last, and that file, make a good report"


class Failing(Private):
    """The app's side: an exception on the screen's own thread ends the program, and ``failure`` says how."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.failure: RednoteError | None = None

    def on_failure(self, error: Exception) -> None:
        """Keep the words for the first exception."""
        if self.failure is None:
            self.failure = failure_of(error)


def failure_of(error: Exception, what: str = "the explorer") -> RednoteError:
    """Return an unexpected exception in words for a person, its details written into a file that is named."""
    told = fit(squeeze(f"{type(error).__name__}: {error}"), 200)
    file = write_report(error)
    hint = f"details are in {file}; {ISSUES}" if file else "“rednote-tui doctor” helps to report it"
    return RednoteError(f"{what} had to close after an unexpected error ({told})", hint)


def write_report(error: Exception) -> Path | None:
    """Write versions and the traceback, no variables, into a file only the user can read; None where it cannot be."""
    lines = [
        f"rednote-tui {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"terminal {os.environ.get('TERM', 'unknown')}",
        "",
        *traceback.format_exception(error),
    ]
    for folder in (user_cache_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=folder, prefix=f"{REPORT}.")
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(clean_lines("\n".join(line.rstrip("\n") for line in lines) + "\n"))
            path = folder / REPORT
            Path(made).replace(path)
        except OSError:
            continue
        return path
    return None
