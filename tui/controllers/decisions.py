"""Decisions: everything a person decides is written at once by the corpus, in order, and can be undone."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from index.errors import RednoteError
from index.notes import Effects
from index.records import Decision, DecisionKind
from tui.background import unexpected
from tui.controllers.desk import Commands, Desk
from tui.decisions import in_words
from tui.text import squeeze

T = TypeVar("T")
ACKNOWLEDGED = 4
"""Seconds for which a decision is confirmed."""


class RunsWorkers(Protocol):
    """What runs the coroutine that waits for the writing thread."""

    def run_worker(self, work: Coroutine[Any, Any, None], *, group: str, exit_on_error: bool) -> object:
        """Run a coroutine beside the screen."""


class Decisions:
    """Writes decisions down, shows what they changed, and takes them back."""

    def __init__(self, desk: Desk, workers: RunsWorkers) -> None:
        self._desk, self._workers = desk, workers
        # One thread, so that decisions are written in order and none is dropped for a newer one.
        self._writer = ThreadPoolExecutor(1, "decisions")
        self.read_again: Callable[[], object] = lambda: None
        """Reads the documents again, after something was said of one."""

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {"undo": self._undo}

    def close(self) -> None:
        """Write what is still to be written, before the corpus is closed."""
        self._writer.shutdown()

    def effects(self) -> Effects | None:
        """Return the decisions in force; where the notes cannot be read, say so and return None."""
        try:
            return self._desk.corpus.notes.effects()
        except RednoteError as error:
            self._desk.fail(error)
            return None

    def write(self, job: Callable[[], T], use: Callable[[T], None]) -> None:
        """Run ``job`` in the thread that writes, after all before it, then ``use`` its value on the screen."""
        future = self._writer.submit(job)

        async def answer() -> None:
            try:
                # Who quits at once leaves the answer behind, never the writing.
                value = await asyncio.shield(asyncio.wrap_future(future))
            except RednoteError as error:
                self._desk.fail(error)
            except Exception as error:
                self._desk.fail(unexpected(error))
            else:
                use(value)

        self._workers.run_worker(answer(), group="write", exit_on_error=False)

    def acknowledge(self, message: str) -> None:
        """Confirm a decision."""
        self._desk.host.notify(squeeze(message), markup=False, timeout=ACKNOWLEDGED)

    def decide(self, what: str, job: Callable[[], object]) -> None:
        """Write a decision down, then show what it changed."""

        def use(_decision: object) -> None:
            self.acknowledge(f"Kept: {what}. {self._desk.host.keymap.shown('undo')} undoes it.")
            self.show_changes()

        self.write(job, use)

    def show_changes(self) -> None:
        """Show claims, topics and links anew after a decision."""
        desk = self._desk
        if desk.comparing and desk.comparison.wanted is not None:
            desk.comparison.compare(*desk.comparison.wanted)
        desk.claims.read_again()

    def _undo(self) -> None:
        """Undo the last decision."""
        notes = self._desk.corpus.notes

        def use(decision: Decision | None) -> None:
            if decision is None:
                self.acknowledge("Nothing to undo.")
                return
            again = notes.decision(decision.name) if decision.kind is DecisionKind.TAKE_BACK else None
            words = f"In force again: {in_words(again)}" if again else f"Undone: {in_words(decision)}"
            self.acknowledge(f"{words}.")
            if (again or decision).kind is DecisionKind.DESCRIPTION:
                self.read_again()
                return
            self._desk.comparison.seek_decided(again or decision)
            self.show_changes()

        self.write(notes.undo, use)
