"""The dialog in which a person corrects what the rules read of a claim."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from index.corpus.decided import correction
from index.errors import NotesError
from index.records import (
    Claim,
    ClaimKind,
    quantity_of,
    subject_of,
)
from tui.dialogs.dialog import Dialog
from tui.keyboard import PromptFocus
from tui.looks import tone
from tui.painting import paint
from tui.panes.said import SaidItem
from tui.text import clean, content, fit, squeeze

FIELDS: dict[ClaimKind, tuple[str, ...]] = {
    ClaimKind.FIGURE: ("low", "high", "unit", "bound", "subject", "speaker"),
    ClaimKind.EVENT: ("subject", "speaker"),
    ClaimKind.QUOTATION: ("speaker",),
    ClaimKind.PREDICTION: ("speaker", "subject"),
    ClaimKind.OUTCOME: ("speaker", "subject"),
}
"""What can be corrected of each kind of claim, what matters most first."""

HEIGHTS: list[tuple[int, str]] | None = [(0, "-short"), (20, "-tall")]
"""From how many rows on the dialog has which class."""


class FieldInput(PromptFocus, Input):
    """The value of one field."""


class Said(Widget):
    """The claim's sentence, its own words marked."""

    def __init__(self, claim: Claim, **options: Any) -> None:
        super().__init__(**options)
        self._item = SaidItem(claim, most=3)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many rows the sentence takes."""
        return self._item.height(width)

    def render_line(self, y: int) -> Strip:
        """Return one row of the sentence."""
        rows = self._item.lines(self.size.width)
        row = rows[y] if y < len(rows) else ()
        return paint(row, self.size.width, self.rich_style, partial(tone, self.app))


class CorrectDialog(Dialog[dict[str, str]]):
    """Ends with the fields whose values were changed, or with None on Esc.

    ``claim`` is as the person has it now, ``read`` as the rules read it.
    """

    AUTO_FOCUS = "FieldInput"
    words: Mapping[str, str] = {"Enter": "keep", "Tab": "next", "empty": "as read"}
    labels: Mapping[str, str] = {"back": "leave it"}
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, claim: Claim, read: Claim) -> None:
        super().__init__()
        self._claim = claim
        self._now, self._read = values_of(claim), values_of(read)

    def compose(self) -> ComposeResult:
        """Compose a row for each field, and what the rules read."""
        with Vertical(id="dialog", classes="line") as box:
            box.border_title = content(f"Put right “{fit(squeeze(self._claim.surface), 50)}”")
            yield Said(self._claim, id="said")
            with VerticalScroll(id="fields", can_focus=False):
                for name in self._now:
                    with Horizontal(classes="field"):
                        yield Static(content(name), classes="name")
                        yield FieldInput(clean(self._now[name]), compact=True, id=f"field-{name}")
            yield Static(id="read")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what the rules read for the field in use."""
        name = (event.widget.id or "").removeprefix("field-")
        if name in self._read:
            hint = {"low": " · open: no limit", "high": " · open: no limit", "bound": " · none: exact"}.get(name, "")
            self._say(f"the rules read {name}: {squeeze(self._read[name]) or '–'}{hint}")

    def _say(self, words: str) -> None:
        self.query_one("#read", Static).update(content(words))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        changes = {}
        for name, before in self._now.items():
            line = self.query_one(f"#field-{name}", FieldInput)
            try:
                value = correction(name, "" if _same(line.value, self._read[name]) else line.value)
            except NotesError as error:
                line.focus()
                self._say(f"! {error.message}; {error.hint}")
                return
            if not _same(line.value, before):
                changes[name] = value
        self.dismiss(changes)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(clean(other).split())


def values_of(claim: Claim) -> Mapping[str, str]:
    """Return the fields of a claim that can be corrected, as a person writes them."""
    quantity = quantity_of(claim)
    known = {"speaker": claim.speaker or "", "subject": subject_of(claim) or ""}
    if quantity is not None:
        known |= {
            "low": _number(quantity.low),
            "high": _number(quantity.high),
            "unit": quantity.unit or "",
            "bound": str(quantity.bound or "none"),
            "subject": quantity.subject or "",
        }
    return {name: known[name] for name in FIELDS[claim.kind] if name in known}


def _number(value: float | None) -> str:
    return "open" if value is None else f"{value:,.15g}"
