"""The session: where a person was in a folder, so that the program opens there again, and the theme they chose.

One small JSON file for each folder beside the user's decisions, and one for all. A file that is damaged or of another
form is as good as none; a session is worth no message.
"""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.errors import RednoteError
from index.export import write_file

PANES = ("documents", "results", "reader", "claims")


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person was: the article, the place in it (an offset in its characters), the query and the pane."""

    document: str | None = None
    place: int = 0
    query: str = ""
    pane: str = "documents"


class Sessions:
    """Reads and writes the session of one folder; ``folder`` None keeps nothing."""

    def __init__(self, folder: Path | None, paths: Sequence[Path], *, fresh: bool = False) -> None:
        name = hashlib.sha256("\0".join(map(str, paths)).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._file = folder / "sessions" / f"{name}.json" if folder else None
        self._common = folder / "sessions" / "all.json" if folder else None
        self._fresh = fresh

    def load(self) -> Session:
        """Return the session kept for the folder; an empty one where there is none, or a fresh start is wanted."""
        kept = {} if self._fresh else _read(self._file)
        document, place, query, pane = (kept.get(name) for name in ("document", "place", "query", "pane"))
        return Session(
            document if isinstance(document, str) else None,
            place if type(place) is int and place >= 0 else 0,
            query if isinstance(query, str) else "",
            pane if pane in PANES else "documents",
        )

    def keep(self, session: Session) -> None:
        """Keep the session of the folder."""
        _write(self._file, asdict(session))

    @property
    def theme(self) -> str | None:
        """The theme that was chosen last in the program; None where none was, or a fresh start is wanted."""
        theme = None if self._fresh else _read(self._common).get("theme")
        return theme if isinstance(theme, str) else None

    def keep_theme(self, theme: str) -> None:
        """Keep a theme for all folders."""
        _write(self._common, {"theme": theme})


def _read(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(file: Path | None, values: dict[str, Any]) -> None:
    """Write a file that only the user can read; where that fails the session is not kept."""
    if file is None:
        return
    with suppress(OSError, RednoteError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(file, json.dumps(values, ensure_ascii=True) + "\n")
        file.chmod(0o600)
