"""What was searched for, from one time to the next: a plain file with a query on each line, the newest last."""

import os
import tempfile
from pathlib import Path

from index.errors import NotesError
from index.notes.notebook import locked


class Searched:
    """The last ``most`` queries, in ``file``; none are kept when it is None, or when ``most`` is 0.

    They are a convenience and no decision: where the file cannot be read or written there is no history, and no error.
    """

    def __init__(self, file: Path | None, most: int = 100) -> None:
        self._file = file if most else None
        self._most = most

    def queries(self) -> list[str]:
        """Return the queries that are remembered, the oldest first."""
        if self._file is None:
            return []
        try:
            written = self._file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        return [query for line in written.split("\n") if (query := line.strip())][-self._most :]

    def remember(self, query: str) -> None:
        """Put a query at the end, once; only the user may read the file."""
        query = " ".join(query.split())
        if self._file is None or not query:
            return
        try:
            with locked(self._file):
                queries = [*(one for one in self.queries() if one != query), query][-self._most :]
                handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=f".{self._file.name}-")
                with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as new:
                    new.write("\n".join(queries) + "\n")
                Path(name).replace(self._file)
        except (NotesError, OSError):
            return
