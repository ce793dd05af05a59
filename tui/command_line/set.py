"""``rednote-tui set``."""

import argparse
import re
from fnmatch import fnmatchcase

from index.corpus import Corpus
from index.errors import DocumentError, NotesError
from index.records import DocumentEntry
from tui.command_line.opening import fresh_corpus, say
from tui.command_line.output import printable

SHOWN = {"date": "published"}


def run(arguments: argparse.Namespace) -> int:
    """Write down what a field of one or several documents is, and read these again."""
    field, value = arguments.field, arguments.value
    with fresh_corpus(arguments) as corpus:
        entries = documents_meant(corpus, arguments.document)
        if field == "encoding" and not value:
            value = ""
        if field == "zone" and len(entries) > 1:
            raise NotesError("lines are of one document", "name one")
        for entry in entries:
            if field == "zone":
                corpus.notes.describe_lines(entry.id, *lines_meant(arguments.lines), value)
            else:
                corpus.notes.describe(entry.id, field, value)
        corpus.refresh()
        for entry in entries:
            say(f"{printable(entry.id)}: {field} is now {printable(shown(corpus, entry.id, arguments))}")
    return 0


def documents_meant(corpus: Corpus, name: str) -> list[DocumentEntry]:
    """Return the documents whose ids fit a pattern with ``*``, else the one that is meant. Raises DocumentError."""
    if "*" not in name:
        return [corpus.resolve(name)]
    found = [entry for entry in corpus.documents() if fnmatchcase(entry.id, name)]
    if not found:
        raise DocumentError(f"no document fits “{name}”", "rednote-tui documents lists them")
    return found


def lines_meant(written: str | None) -> tuple[int, int]:
    """Return the first and the last line of ``12`` or ``12-14``. Raises NotesError."""
    match = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", written or "")
    if not match:
        raise NotesError("a zone needs its lines", "write --lines 12 or --lines 12-14")
    return int(match[1]), int(match[2] or match[1])


def shown(corpus: Corpus, id_: str, arguments: argparse.Namespace) -> str:
    """Return what a field is after the change, as it is shown."""
    document = corpus.document(id_)
    if arguments.field == "zone":
        first, _ = lines_meant(arguments.lines)
        return next((zone.kind for zone in document.zones if zone.first_line <= first <= zone.last_line), "nothing")
    if arguments.field == "encoding":
        return document.encoding + (" (guessed)" if document.encoding_guessed else "")
    value = getattr(document.metadata, SHOWN.get(arguments.field, arguments.field))
    return ", ".join(value) if isinstance(value, tuple) else value or "nothing"
