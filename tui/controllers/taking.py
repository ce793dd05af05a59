"""Taking out: words copied with their source, and the article opened in the person's editor."""

from collections.abc import Callable
from pathlib import Path

from index.errors import RednoteError
from index.paths import actual_path
from index.records import DocumentEntry
from tui.controllers.desk import Commands, Desk
from tui.text import squeeze

SET_EDITOR = "Set EDITOR, or editor in the settings file."


class Taking:
    """Hands words and articles to other programs; ``edited`` is called when the editor ends."""

    def __init__(self, desk: Desk, edited: Callable[[], object]) -> None:
        self._desk, self._edited = desk, edited

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {"copy": self._copy, "edit": self._edit, "write-briefing": self._write_briefing}

    def _copy(self) -> None:
        """Copy the selected words, or the passage in use, with their source."""
        from tui.taking import citation, copied_in_tmux, passage_at

        reader = self._desk.active_reader
        document = reader.document
        if document is None:
            return
        span = reader.selected_span(reader.text_selection) or passage_at(document, reader.place)
        text = citation(document, self._desk.entry(document.id), span)
        self._desk.host.copy_to_clipboard(text)
        where = "to the buffer of tmux, with its source" if copied_in_tmux(text) else "with its source"
        self._desk.say(f"Copied {where}:", text.split("\n")[0][:80])

    def _write_briefing(self) -> None:
        """Ask for a file and write the briefing to it."""
        from tui.briefing import write_briefing
        from tui.dialogs.linedialog import LineDialog

        desk = self._desk

        def done(name: str | None) -> None:
            if name:
                file = Path(name).expanduser().absolute()
                desk.ask(
                    "write briefing",
                    lambda _cancelled: write_briefing(desk.corpus, file),
                    lambda claims: desk.say(f"Written with {claims:,} {'claim' if claims == 1 else 'claims'}: {file}"),
                )

        title = "Write a briefing to the file (.html .md .json .csv)"
        desk.host.push_screen(LineDialog(title, "briefing.html", enter="write"), done)

    def _shown(self, entry: DocumentEntry, place: str | None) -> bool:
        """Show a file that is no text in its own program; return whether there is one, and a screen for it."""
        from tui.taking import show_in_viewer, viewer_command

        command = viewer_command(actual_path(entry.path), place)
        if not command:
            return False
        if problem := show_in_viewer(command):
            self._desk.say(f"The file cannot be shown: {problem}", entry.path, severity="error")
        else:
            self._desk.say(f"Shown by {command[0]}{f' at {place}' if place else ''}.")
        return True

    def _edit(self) -> None:
        """Open the document in use in the person's editor."""
        from tui.taking import TEXTS, editor_command, run_editor

        desk, reader = self._desk, self._desk.active_reader
        entry = desk.entry(reader.document.id) if reader.document else None
        if entry is None:
            return
        if actual_path(entry.path).suffix.lower() not in TEXTS and self._shown(entry, entry.place(reader.line)):
            return
        try:
            command = editor_command(desk.corpus.settings.editor, actual_path(entry.path), reader.line)
        except RednoteError as problem:
            desk.fail(problem)
            return
        if not command:
            desk.say("No editor is configured.", SET_EDITOR, severity="warning")
            return
        try:
            with desk.host.suspend():
                problem_ = run_editor(command)
        except Exception as problem:  # SuspendNotSupported: in a browser, or in tests
            desk.say(f"The editor cannot take over the terminal: {squeeze(str(problem))}", severity="warning")
            return
        if problem_:
            desk.say(f"The editor did not start: {problem_}", SET_EDITOR, severity="error")
        self._edited()
