"""What a person may say of a document in place of what the program read."""

import codecs

from index.errors import NotesError
from index.records import DESCRIBABLE, ZoneKind

NONE = "none"


def described(field: str, value: str) -> str:
    """Return a value for a field as it is kept; empty restores what the program read.

    Raises NotesError when there is no such field, or it takes no such value.
    """
    value = " ".join(value.split())
    if field not in DESCRIBABLE:
        raise NotesError(f"“{field}” is no field of a document", f"fields are {', '.join(DESCRIBABLE)}")
    if not value or (value == NONE and field not in {"encoding", "zone"}):
        return value
    if field == "date":
        from index.metadata import parse_date

        day = parse_date(value)
        if day is None:
            raise NotesError(f"“{value}” is not an unambiguous date", "write it as 2025-01-20")
        return day
    if field == "language" and not (2 <= len(value.partition("-")[0]) <= 3 and value.replace("-", "").isalnum()):
        raise NotesError(f"“{value}” is no code of a language", "write en, fr, pt-BR")
    if field == "encoding":
        return _encoding(value)
    if field == "zone" and value not in set(ZoneKind):
        raise NotesError(f"“{value}” is no kind of text", f"kinds are {', '.join(ZoneKind)}")
    return value[:500]


def _encoding(name: str) -> str:
    try:
        if isinstance(b" ".decode(name), str):
            return codecs.lookup(name).name
    except (LookupError, ValueError):
        pass
    raise NotesError(f"“{name}” is no encoding of text", "write utf-8, cp1252, shift_jis, koi8-r")
