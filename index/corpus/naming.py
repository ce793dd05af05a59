"""Which document a person means."""

import re
from collections.abc import Sequence

from index.errors import DocumentError
from index.records import DocumentEntry

SHOWN = 5
"""How many candidates a message names."""


def resolve(name: str, entries: Sequence[DocumentEntry]) -> DocumentEntry:
    """Return the one document that ``name`` means: its id, its number in the list, its outlet, or a part of one.

    An exact id beats a number (without leading zeros), which beats the whole name of an outlet with one document, which
    beats a part of an id, of a title, of an outlet. Raises DocumentError when there is none, or several.
    """
    for entry in entries:
        if entry.id == name:
            return entry
    if re.fullmatch(r"[1-9][0-9]{0,8}", name) and int(name) <= len(entries):
        return entries[int(name) - 1]
    wanted = name.casefold().strip()
    found = _meant(wanted, entries) if wanted else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise DocumentError(f"there is no document “{name}”", "rednote-tui documents lists them with their numbers")
    names = ", ".join(entry.id for entry in found[:SHOWN]) + (", …" if len(found) > SHOWN else "")
    raise DocumentError(f"“{name}” matches {len(found)} documents: {names}", "give more of its name, or its number")


def _meant(wanted: str, entries: Sequence[DocumentEntry]) -> list[DocumentEntry]:
    """Return the documents that ``wanted``, folded, can mean: of the whole outlet, else by parts."""
    whole = [entry for entry in entries if (entry.metadata.outlet or "").casefold() == wanted]
    if len(whole) == 1:
        return whole
    for names in (
        [entry.id for entry in entries],
        [entry.metadata.title or "" for entry in entries],
        [entry.metadata.outlet or "" for entry in entries],
    ):
        if found := [entry for entry, name in zip(entries, names, strict=True) if wanted in name.casefold()]:
            return found
    return []
