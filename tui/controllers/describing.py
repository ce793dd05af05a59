"""Describing: what a person says of a document in place of what the program read."""

from collections.abc import Callable
from dataclasses import dataclass

from index.errors import NotesError
from index.notes import described
from index.records import DESCRIBABLE, Document, Span, ZoneKind
from tui.controllers.decisions import Decisions
from tui.controllers.desk import Commands, Desk
from tui.dialogs.linedialog import LineDialog
from tui.painting import Line, shortened
from tui.panes.listing import RowsItem
from tui.text import squeeze


@dataclass(frozen=True, slots=True)
class FieldItem(RowsItem):
    """A field of a document and its value; or a kind of text to choose."""

    field: str
    value: str = ""

    @property
    def key(self) -> str:
        """The field."""
        return f"field:{self.field}"

    @property
    def selectable(self) -> bool:
        """Every field can be corrected."""
        return True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Return the row: the field, and what it is now."""
        return (shortened(((self.field.ljust(10), "heading"), (squeeze(self.value), "")), width),)


class Describing:
    """Corrects title, outlet, authors, date, language, encoding and zones of the documents in use."""

    def __init__(self, desk: Desk, decisions: Decisions, refresh: Callable[[], None]) -> None:
        self._desk, self._decisions, self._refresh = desk, decisions, refresh

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {"describe": self._choose}

    def _ids(self) -> list[str]:
        """Return the documents in use: those that are marked, the one under the cursor, else the one that is read."""
        desk = self._desk
        if desk.marked:
            return list(desk.marked)
        chosen = desk.documents.current if desk.at == "documents" else desk.opened
        return [chosen] if chosen is not None else []

    def _choose(self) -> None:
        desk, ids = self._desk, self._ids()
        if not ids or self._decisions.effects() is None:
            desk.say("No document is chosen.")
            return
        document = desk.corpus.document(ids[0])
        span = desk.reader.focus_span if ids == [desk.opened] else None
        items = [FieldItem(field, _value(document, field)) for field in DESCRIBABLE if field != "zone"]
        if span is not None:
            items.append(FieldItem("zone", "what kind of text the marked words stand in"))
        what = squeeze(desk.corpus.entry(ids[0]).title) if len(ids) == 1 else f"{len(ids)} marked documents"
        desk.choose(f"Correct “{what}”", items, lambda item: self._ask(item, ids, document, span), enter="change it")

    def _ask(self, item: FieldItem, ids: list[str], document: Document, span: Span | None) -> None:
        if item.field == "zone" and span is not None:
            first, last = (document.text.count("\n", 0, at) + 1 for at in span)
            kinds = [FieldItem(kind) for kind in ZoneKind]
            notes = self._desk.corpus.notes
            self._desk.choose(
                f"What are lines {first} to {last}?" if last > first else f"What is line {first}?",
                kinds,
                lambda kind: self._keep(
                    f"line {first} is {kind.field}",
                    lambda: notes.describe_lines(document.id, first, last, kind.field),
                ),
                enter="it is this",
            )
            return
        now = "" if len(ids) > 1 else item.value.removeprefix("–")
        title = f"{item.field} (empty: as the program reads it; none: there is none)"
        dialog = LineDialog(title, now, enter="keep it")
        self._desk.host.push_screen(dialog, lambda value: self._describe(ids, item.field, value))

    def _describe(self, ids: list[str], field: str, value: str | None) -> None:
        if value is None:
            return
        try:
            described(field, value)
        except NotesError as error:
            self._desk.fail(error)
            return
        notes = self._desk.corpus.notes

        def job() -> None:
            for id_ in ids:
                notes.describe(id_, field, value)

        self._keep(f"{field} “{value}”" if value else f"{field} as the program reads it", job)

    def _keep(self, words: str, job: Callable[[], object]) -> None:
        """Write it down, then read the documents again."""

        def use(_: object) -> None:
            self._decisions.acknowledge(f"Kept: {words}. {self._desk.host.keymap.shown('undo')} undoes it.")
            self._refresh()

        self._decisions.write(job, use)


def _value(document: Document, field: str) -> str:
    if field == "encoding":
        return document.encoding
    value = getattr(document.metadata, "published" if field == "date" else field)
    return "; ".join(value) if isinstance(value, tuple) else value or "–"
