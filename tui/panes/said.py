"""A claim in its sentence, and with its source: the words first, for whoever is to judge them."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Claim, DocumentEntry, Status
from tui.painting import Line, indented, shortened, wrapped
from tui.panes.claims import ClaimItem
from tui.panes.listing import RowsItem
from tui.text import clean, joined, squeeze

WHOLE = 0.8
"""Share of a sentence that is the claim itself from which on the sentence need not be shown beside it."""

NARROW = 50
"""Cells below which every row counts."""


@dataclass(frozen=True, slots=True)
class SaidItem(RowsItem):
    """The sentence of a claim, the claim's own words marked.

    A sentence longer than ``most`` rows is cut around them, in a narrow list by one row more; 0 cuts nothing.
    """

    claim: Claim
    most: int = 0
    lead: str = ""
    tone: str = ""

    @property
    def key(self) -> str:
        """The claim's id."""
        return f"said:{self.claim.id}"

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        rows = sentence_rows(self.claim, max(8, width - 1 - len(self.lead)), self.tone)
        first = next((place for place, row in enumerate(rows) if any(tone == "said" for _, tone in row)), 0)
        most = self.most - (width < NARROW) if self.most else len(rows)
        if len(rows) > most:
            first = max(0, min(first, len(rows) - most))
            rows = _cut(rows, first, first + most)
        return [indented(row, (self.lead, "")) if self.lead else row for row in rows]


@dataclass(frozen=True, slots=True)
class SourceItem(RowsItem):
    """What another source says: the claim, whose it is, and the sentence."""

    claim: Claim
    entry: DocumentEntry | None
    status: Status

    @property
    def key(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def selectable(self) -> bool:
        """Every source's words can be opened."""
        return True

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows: the claim, its source, and its sentence unless the claim is most of it."""
        head = ClaimItem(self.claim, self.entry.number if self.entry else 0, True, self.status).lines(width)
        source = shortened((("    ", ""), (source_of(self.entry) or self.claim.document, "dim")), width)
        if len(self.claim.surface) <= WHOLE * len(self.claim.text) or len(head[0][2][0]) < len(self.claim.surface):
            return [*head, source, *SaidItem(self.claim, lead="    ").lines(width)]
        return [*head, source]


def source_of(entry: DocumentEntry | None) -> str:
    """Return an article's outlet, date and title."""
    if entry is None:
        return ""
    known = entry.metadata
    return squeeze(joined([known.outlet, known.published, f"“{squeeze(entry.title)}”"]))


def sentence_rows(claim: Claim, width: int, tone: str = "") -> list[Line]:
    """Return a claim's sentence in quotation marks, its own words marked, in rows of ``width`` cells."""
    words = clean(claim.text)
    start = claim.span.start - claim.sentence.start
    end = claim.span.end - claim.sentence.start
    return wrapped(f"“{words}”", [(start + 1, end + 1, "said")], width, tone)


def _cut(rows: Sequence[Line], first: int, last: int) -> list[Line]:
    """Return some of the rows, with an ellipsis where others were left out."""
    shown = list(rows[first:last])
    if first:
        shown[0] = (("…", "dim"), *shown[0])
    if last < len(rows):
        shown[-1] = (*shown[-1], ("…", "dim"))
    return shown
