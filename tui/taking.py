"""Taking things out: words with their source, a comparison as a file, and the article in the person's own editor."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import RednoteError
from index.paths import reason_of
from index.records import Comparison, Document, DocumentEntry, Span, Topic
from tui.text import clean_lines, joined, squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus

ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".json": "json", ".txt": "text"}
"""How a comparison is written, by the ending of the file's name."""

# How editors are told the line; all others take a +N before the file, as vi does.
_COLON = {"subl", "sublime_text", "hx", "helix", "zed", "kate"}
_GOTO = {"code", "code-insiders", "codium", "vscodium", "cursor"}


def copied_in_tmux(text: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Put ``text`` into the buffer of the tmux that the program runs in, and return whether there is one that took it.

    By default tmux lets no program set the clipboard of the terminal around it; with ``-w`` it sets it itself.
    """
    if not environment.get("TMUX"):
        return False
    import subprocess

    command = ["tmux", "load-buffer", "-w", "-"]
    try:
        done = subprocess.run(command, input=text.encode(), timeout=2, capture_output=True, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def citation(document: Document, entry: DocumentEntry | None, span: Span) -> str:
    """Return the words at ``span`` with their source: outlet, title, date, address, file and page, chapter or line."""
    words = " ".join(clean_lines(document.slice(span)).split())
    known = document.metadata
    line = document.text.count("\n", 0, span.start) + 1
    place = document.place(line)
    title = squeeze(entry.title if entry else known.title or document.id)
    source = joined(
        [
            ", ".join(squeeze(author) for author in known.authors) or None,
            f"“{title}”",
            squeeze(known.outlet or "") or None,
            known.published,
            squeeze(known.url or "") or None,
            f"{squeeze(document.id)}, {squeeze(place)}" if place else f"{squeeze(document.id)}:{line}",
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

    ``editor`` is the settings' one; without it $VISUAL, else $EDITOR. Raises RednoteError when it is no command.
    """
    written = editor or environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        command = shlex.split(written)
    except ValueError as problem:
        raise RednoteError(f"the editor “{written}” is no command: {problem}", "close its quotation marks") from None
    if not command:
        return []
    if shutil.which(command[0], path=environment.get("PATH")) is None:
        raise RednoteError(f"there is no editor “{command[0]}”", "set EDITOR, or editor in the settings file")
    name = Path(command[0]).name
    if name in _GOTO:
        return [*command, "--wait", "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    return [*command, f"+{line}", str(path)]


_VIEWERS: dict[str, tuple[str, ...]] = {
    "okular": ("-p", "PAGE", "FILE"),
    "zathura": ("-P", "PAGE", "FILE"),
    "evince": ("-i", "PAGE", "FILE"),
    "papers": ("-i", "PAGE", "FILE"),
    "atril": ("-i", "PAGE", "FILE"),
    "mupdf": ("FILE", "PAGE"),
}
"""Programs that show a PDF at a page, and how they are told."""

TEXTS = frozenset({".txt", ".text", ".md", ".markdown", ".csv", ".tsv"})
"""Files whose lines are those that are shown; all others have programs of their own."""


def viewer_command(path: Path, place: str | None, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that shows a file that is no text: at its page (``p. 4``) where a program can do that.

    Empty where the system has no program that opens files, or no screen to show them on.
    """
    where = environment.get("PATH")
    if sys.platform != "darwin" and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return []
    page = place.removeprefix("p. ") if place and place.startswith("p. ") else ""
    if page and path.suffix.lower() == ".pdf":
        for name, arguments in _VIEWERS.items():
            if shutil.which(name, path=where):
                said = {"PAGE": page, "FILE": str(path)}
                return [name, *(said.get(argument, argument) for argument in arguments)]
    opener = next((name for name in ("xdg-open", "open") if shutil.which(name, path=where)), None)
    return [opener, str(path)] if opener else []


def show_in_viewer(command: Sequence[str]) -> str:
    """Start a viewer beside the screen; return why it did not start, or nothing."""
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as problem:
        return reason_of(problem)
    return ""


def run_editor(command: Sequence[str]) -> str:
    """Run an editor until it ends; return why it did not start, or nothing. Ctrl+C is the editor's meanwhile."""
    # A function, for what is ignored here would be ignored by the editor, too.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        subprocess.run(command, check=False)
    except (OSError, ValueError) as problem:
        return reason_of(problem)
    finally:
        signal.signal(signal.SIGINT, before)
    return ""


def compared_with_topics(corpus: "Corpus", a: str, b: str, threshold: float | None = None) -> Comparison:
    """Return the comparison of two documents with the topics on which both say something."""
    shared = [topic.id for topic in corpus.topics([a]) if _speaks(b, topic)]
    return replace(corpus.compare(a, b, threshold), topics=tuple(shared))


def _speaks(document: str, topic: Topic) -> bool:
    return any(claim.startswith(f"{document}#") for claim in topic.claims)


def comparison_name(a: DocumentEntry, b: DocumentEntry) -> str:
    """Return the name that is offered for the file of a comparison."""
    return f"{Path(a.id).stem}-and-{Path(b.id).stem}.html"


def write_comparison(corpus: "Corpus", a: str, b: str, file: Path) -> int:
    """Write the comparison of two documents to a new file in the form its ending names; return how many links it has.

    Raises RednoteError when the ending names no form, when the file is there already, or cannot be written.
    """
    from index.export import write_file
    from index.export.comparison import FORMATS

    form = ENDINGS.get(file.suffix.lower())
    if form is None:
        raise RednoteError(
            f"unknown file type “{file.suffix or file.name}”", f"end the name in one of {', '.join(ENDINGS)}"
        )
    comparison = compared_with_topics(corpus, a, b)
    words = FORMATS[form](comparison, corpus.document(a), corpus.document(b))
    write_file(file, words, new=True)
    return len(comparison.links)
