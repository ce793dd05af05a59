"""Taking things out: words with their source, and the article in the person's own editor."""

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

from index.records import Document, DocumentEntry, Span
from tui.text import clean_lines, joined, squeeze

# How editors are told the line; all others take a +N before the file, as vi does.
_COLON = {"subl", "sublime_text", "hx", "helix", "zed", "kate"}
_GOTO = {"code", "code-insiders", "codium", "vscodium", "cursor"}


def citation(document: Document, entry: DocumentEntry | None, span: Span) -> str:
    """Return the words at ``span`` with their source: outlet, title, date, address, file and line."""
    words = " ".join(clean_lines(document.slice(span)).split())
    known = document.metadata
    line = document.text.count("\n", 0, span.start) + 1
    title = squeeze(entry.title if entry else known.title or document.id)
    source = joined(
        [
            ", ".join(squeeze(author) for author in known.authors) or None,
            f"“{title}”",
            squeeze(known.outlet or "") or None,
            known.published,
            squeeze(known.url or "") or None,
            f"{squeeze(document.id)}:{line}",
        ],
        ", ",
    )
    return f"“{words}”\n— {source}\n"


def passage_at(document: Document, offset: int) -> Span:
    """Return the sentence at ``offset``, else the line."""
    for sentence in document.sentences:
        if sentence.span.start <= offset < sentence.span.end:
            return sentence.span
    start = document.text.rfind("\n", 0, offset) + 1
    end = document.text.find("\n", offset)
    return Span(start, len(document.text) if end < 0 else end)


def editor_command(editor: str | None, path: Path, line: int, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that opens ``path`` at ``line``; empty when no editor is known.

    ``editor`` is the settings' one; without it $VISUAL, else $EDITOR.
    """
    command = shlex.split(editor or environment.get("VISUAL") or environment.get("EDITOR") or "")
    if not command:
        return []
    name = Path(command[0]).name
    if name in _GOTO:
        return [*command, "--wait", "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    return [*command, f"+{line}", str(path)]
