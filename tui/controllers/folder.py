"""The folder: read again, what is read listed meanwhile, and what changed shown."""

import time
from collections.abc import Callable, Sequence

from index.counting import counted
from index.errors import RednoteError
from index.records import RefreshReport, Trouble, Unreadable, count_unread
from tui.background import Cancelled
from tui.chrome import HeaderLine
from tui.controllers.comparing import Comparing
from tui.controllers.desk import Commands, Desk
from tui.controllers.progress import phase_reporter

FIRST_LISTED = 0.5
"""Seconds between the first two lists that are shown while a folder is read."""


class Folder:
    """Reads the folder in a thread, and keeps the list of documents true."""

    def __init__(self, desk: Desk, header: HeaderLine, comparing: Comparing, call_later: Callable[..., object]) -> None:
        self._desk, self._header, self._comparing, self._call_later = desk, header, comparing, call_later
        self._reading = self._again = False
        self._announced = False
        """Whether the person did not ask for the refresh that is under way, and is to be told what it did."""
        self.when_read: Callable[[], object] = lambda: None
        """Called whenever the folder has been read."""
        self._said: set[Trouble] = set()

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {"refresh": self.refresh}

    def list_documents(self) -> None:
        """Show the list of documents; open the first one when none is open."""
        desk = self._desk
        try:
            entries, unreadable = desk.corpus.documents(), desk.corpus.unreadable()
        except RednoteError as error:
            desk.fail(error)
            return
        desk.documents.load(entries, unreadable)
        number = counted(len(entries), "document")
        if unreadable:
            number += f" · ! {count_unread(unreadable)}"
        self._header.show(counted=number if entries or unreadable else "")
        ids = {entry.id for entry in entries}
        desk.marked = [id_ for id_ in desk.marked if id_ in ids]
        if desk.opened not in ids and entries:
            if desk.opened is not None and not desk.comparing:
                self._say_gone(desk.opened, unreadable)
            desk.opened = None
            resumed = desk.resumed.document
            desk.open_document(resumed if resumed in ids else entries[0].id)

    def _say_gone(self, id_: str, unreadable: Sequence[Unreadable]) -> None:
        """Tell the person why another article takes the place of the one that was read."""
        problem = next((file.message for file in unreadable if file.id == id_), None)
        if problem is not None:
            self._desk.say(f"“{id_}” can no longer be read: {problem}", severity="warning")
        else:
            self._desk.say(f"“{id_}” is no longer in the folder.", severity="warning")

    def _say_trouble(self) -> None:
        """Tell the person, once, what is wrong with the notes and the cache."""
        for trouble in self._desk.corpus.trouble():
            if trouble not in self._said:
                self._said.add(trouble)
                self._desk.say(trouble.message, trouble.hint, severity="warning")

    def refresh_and_say(self) -> None:
        """Read the folder again, and say what changed in it."""
        self._announced = True
        self.refresh()

    def refresh(self) -> None:
        """Read the folder and index what changed; what is read meanwhile is listed, ever less often."""
        if self._reading:
            # What one refresh found must be shown before another begins, which would find nothing new.
            self._again = True
            return
        self._reading = True
        report = phase_reporter(self._header, self._call_later)
        listed, due, pause = 0, 0.0, FIRST_LISTED

        def tell(what: str, done: int, of: int) -> None:
            nonlocal listed, due, pause
            report(what, done, of)
            now = time.monotonic()
            if what.startswith("reading") and listed < done < of and now >= due:
                listed, due, pause = done, now + pause, 2 * pause
                self._call_later(self.list_documents)

        def job(cancelled: Cancelled) -> RefreshReport:
            try:
                return self._desk.corpus.refresh(tell, cancelled)
            except BaseException:
                self._call_later(self._ended)
                raise

        self._desk.ask("refresh", job, self._refreshed)

    def _ended(self) -> None:
        """Begin anew where that was asked for meanwhile."""
        again, self._reading, self._again = self._again, False, False
        if again:
            self._call_later(self.refresh)

    def _refreshed(self, report: RefreshReport) -> None:
        self._show(report)
        self._ended()

    def _show(self, report: RefreshReport) -> None:
        """Show what a refresh changed."""
        desk = self._desk
        self._header.show(progress="")
        self._say_trouble()
        self.when_read()
        announced, self._announced = self._announced, False
        if announced and report.anything:
            desk.say(in_words(report))
        if not report.anything:
            self.list_documents()
            return
        opened = desk.opened
        self.list_documents()
        if opened is not None and opened == desk.opened:
            desk.open_again()
        self._comparing.compare_anew()
        shown = desk.comparison.wanted if desk.comparing else None
        desk.claims.follow(shown or ((opened,) if opened else ()), again=True)
        if desk.searchbar.input.value.strip():
            desk.searchbar.run()


def in_words(report: RefreshReport) -> str:
    """Return what a refresh did: ``1 new article, 2 changed, 1 gone.``"""
    counts = ((report.added, "new"), (report.changed, "changed"), (report.removed, "gone"))
    parts = [f"{count:,} {word}" for count, word in counts if count]
    return f"In the folder: {', '.join(parts)}." if parts else ""
