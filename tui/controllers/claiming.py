"""Claims: the walk through claims and links, explanations, and the views over all claims."""

from collections.abc import Callable

from index.errors import RednoteError
from index.records import Claim, ClaimKind, Passage, Span, Status
from tui.controllers.comparing import Comparing
from tui.controllers.decisions import Decisions
from tui.controllers.desk import Commands, Desk
from tui.panes.claims import ClaimItem, ClaimsPane
from tui.panes.listing import Item
from tui.panes.marks import Flag, Mark
from tui.panes.results import PassageItem
from tui.panes.said import SourceItem
from tui.signs import NOTE, STATUSES

UNDERLINED = frozenset({ClaimKind.FIGURE, ClaimKind.EVENT, ClaimKind.OUTCOME})
"""Kinds whose few words are marked in the reader; quotations and predictions are whole sentences, and would shout."""


class Claiming:
    """Finds the claim that is meant, shows its words, and says why it stands where it does."""

    def __init__(self, desk: Desk, comparing: Comparing, decisions: Decisions) -> None:
        self._desk, self._comparing, self._decisions = desk, comparing, decisions

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {
            "next-item": lambda: self._step(1, conflicts=False),
            "previous-item": lambda: self._step(-1, conflicts=False),
            "next-conflict": lambda: self._step(1, conflicts=True),
            "previous-conflict": lambda: self._step(-1, conflicts=True),
            "explain": self._explain,
            "scope": self._next_scope,
            "timeline": self._timeline,
            "figures": self._figures,
        }

    def _step(self, by: int, *, conflicts: bool) -> None:
        """Go to the next or the previous link in a comparison, else to the claim."""
        desk = self._desk
        if desk.comparing and desk.at != "claims":
            if desk.comparison.walk is not None and not desk.comparison.step(by, conflicts=conflicts):
                desk.say("No link of this pair is in conflict." if conflicts else "Nothing links these two.")
            return
        if desk.at == "reader" and desk.opened is not None:
            reader = desk.reader
            claim = desk.claims.step_in_text(desk.opened, reader.focus_span, reader.place, by, conflicts)
        else:
            claim = desk.claims.step(by, conflicts=conflicts)
        if claim is None:
            desk.say("No claim here is in conflict with another source." if conflicts else "There are no claims here.")
            return
        self.show(claim, focus=False)

    def show(self, claim: Claim, *, focus: bool) -> None:
        """Show the exact words of a claim."""
        self._desk.show_place(claim.document, claim.span, "claim-current", focus=focus)
        self._desk.refresh_chrome()

    def _explain(self) -> None:
        """Say why: about the link in use, else about the claim in use."""
        if self._desk.at == "claims" or (not self._comparing.explain_link() and not self._explain_numbers()):
            self.with_claim(self._explain_claim)

    def _explain_numbers(self) -> bool:
        """Say why numbers at the place that is read are no figures; return whether there are only such."""
        read = self._place_read()
        if read is None:
            return False
        id_, span, where = read
        try:
            explained = self._desk.corpus.why(id_, span)
        except RednoteError as error:
            self._desk.fail(error)
            return True
        if not explained or any(one.claim is not None for one in explained):
            return False
        from tui.explanation import number_items

        self._desk.choose(f"Why the numbers {where} are no figures", number_items(explained), lambda _: None)
        return True

    def _explain_claim(self, claim: Claim) -> None:
        from tui.explanation import claim_items, rule_items

        entries = {entry.id: entry for entry in self._desk.documents.entries}
        items = claim_items(claim, self._desk.claims.view, entries)
        try:
            explained = self._desk.corpus.why(claim.document, claim.sentence)
        except RednoteError as error:
            self._desk.fail(error)
            return
        items += rule_items(claim, explained)
        self._desk.choose("Why", items, self._open, enter="its words")

    def with_claim(self, then: Callable[[Claim], None]) -> None:
        """Do something about the claim in use: the one under the sidebar's cursor, elsewhere the one that is read.

        Of several that are read, the person chooses one; where there is none, that is said.
        """
        desk = self._desk
        if desk.at == "claims":
            found, where = ([desk.claims.claim] if desk.claims.claim else []), ""
        else:
            found, where = self._read()
        if not found:
            key = desk.host.keymap.shown("next-item")
            desk.say(f"There is no claim {where}." if where else "No claim is chosen.", f"{key} goes to the next one.")
        elif len(found) == 1:
            desk.claims.select(found[0].id)
            then(found[0])
        else:
            numbers = {entry.id: entry.number for entry in desk.documents.entries}
            items = [ClaimItem(claim, numbers.get(claim.document, 0)) for claim in found]

            def use(item: ClaimItem) -> None:
                desk.claims.select(item.claim.id)
                then(item.claim)

            desk.choose(f"Which of the {len(found)} claims {where}?", items, use, enter="take it")

    def _read(self) -> tuple[list[Claim], str]:
        """Return the claims at the place that is read, and where that is in words."""
        read = self._place_read()
        if read is None:
            return [], ""
        id_, span, where = read
        try:
            claims = [claim for claim in self._desk.corpus.claims(id_) if claim.span.touches(span)]
        except RednoteError as error:
            self._desk.fail(error)
            return [], ""
        in_use = self._desk.claims.claim
        exact = [claim for claim in claims if claim.span == span]
        chosen = [claim for claim in exact if in_use is not None and claim.id == in_use.id]
        return chosen or exact or claims, where

    def _place_read(self) -> tuple[str, Span, str] | None:
        """Return the document, the span and the words for the place that is read; None when nothing is.

        It is the sentence under the cursor of the results, or in the reader the passage in use while that is in view,
        else all that is in view.
        """
        if (listed := self._passage_listed()) is not None:
            return listed.document, listed.span, f"in that sentence of line {listed.line}"
        reader = self._desk.active_reader
        if reader.document is None:
            return None
        if reader.focus_in_view is not None:
            return reader.document.id, reader.focus_in_view, f"at the marked words of line {reader.line}"
        return (reader.document.id, reader.span_in_view, "in view") if self._desk.at == "reader" else None

    def _passage_listed(self) -> Passage | None:
        """Return the sentence under the cursor of the results while these are in use."""
        item = self._desk.results.item if self._desk.at == "results" and not self._desk.typing else None
        return item.passage if isinstance(item, PassageItem) else None

    def _next_scope(self) -> None:
        """List the claims of the whole corpus, or of the documents in use again."""
        self._desk.claims.next_scope()

    def _timeline(self) -> None:
        """Show every dated event."""
        from tui.views import timeline_items

        self._desk.ask(
            "timeline",
            lambda cancelled: timeline_items(self._desk.corpus, cancelled),
            lambda items: self._desk.choose("Timeline", items, self._open),
        )

    def _figures(self) -> None:
        """Show every figure by topic."""
        from tui.views import figure_items

        self._desk.ask(
            "figures",
            lambda cancelled: figure_items(self._desk.corpus, cancelled),
            lambda items: self._desk.choose("Figures by topic", items, self._open),
        )

    def _open(self, item: Item) -> None:
        if isinstance(item, ClaimItem | SourceItem):
            self.show(item.claim, focus=True)

    def chosen(self, event: ClaimsPane.Chosen) -> None:
        """Show the words of a claim of the sidebar, in a reader that reads along or that is asked for."""
        if event.focus or self._desk.reads_along:
            self.show(event.claim, focus=event.focus)
        self._desk.refresh_chrome()

    def mark(self) -> None:
        """Mark the claims in the reader, and in its gutter those that other sources speak about too."""
        desk = self._desk
        marks, flags = [], []
        for group in desk.claims.view.groups:
            sign = STATUSES[group.status]
            for claim in (*group.own, *group.others):
                if claim.document == desk.opened:
                    if claim.kind in UNDERLINED:
                        marks.append(Mark(claim.span, "claim"))
                    if group.status is not Status.ALONE:
                        flags.append(Flag(claim.span, sign.sign, sign.tone))
        if desk.opened:
            desk.reader.set_layer("claims", marks)
            # Conflicts come first in the view and are drawn last, so that nothing hides them.
            desk.reader.set_flags([*reversed(flags), *self._noted(desk.opened)])

    def _noted(self, document: str) -> list[Flag]:
        """Return the signs of the notes on passages of a document."""
        effects = self._decisions.effects()
        noted = effects.passage_notes if effects else {}
        return [Flag(span, NOTE.sign, NOTE.tone) for id_, span in noted if id_ == document]
