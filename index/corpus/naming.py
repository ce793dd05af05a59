"""Which document a person means."""

import re
from collections.abc import Sequence

from index.errors import DocumentError
from index.records import DocumentEntry

SHOWN = 5
"""How many candidates a message names."""


def resolve(name: str, entries: Sequence[DocumentEntry]) -> DocumentEntry:
    """Return the one document that ``name`` means: its id, its number in the list, or a part of its id or title.

    An exact id ranks over a number, a number (without zeros before it) over a part. Raises DocumentError when there is
    none, or several.
    """
    for entry in entries:
        if entry.id == name:
            return entry
    if re.fullmatch(r"[1-9][0-9]{0,8}", name) and int(name) <= len(entries):
        return entries[int(name) - 1]
    wanted = name.casefold().strip()
    found = [entry for entry in entries if wanted in entry.id.casefold()] if wanted else []
    found = found or [entry for entry in entries if wanted and wanted in (entry.metadata.title or "").casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise DocumentError(f"there is no document “{name}”", "rednote-tui documents lists them with their numbers")
    names = ", ".join(entry.id for entry in found[:SHOWN]) + (", …" if len(found) > SHOWN else "")
    raise DocumentError(f"“{name}” fits {len(found)} documents: {names}", "name more of it, or its number")
