"""What the explorer does about claims."""

from collections.abc import Callable

from textual import on

from index.errors import RednoteError
from index.records import Claim, ClaimKind, Passage, Span, Status
from tui.panes.claims import ClaimItem, ClaimsPane
from tui.panes.listing import Item
from tui.panes.marks import Flag, Mark
from tui.panes.results import PassageItem
from tui.panes.said import SourceItem
from tui.screens.comparing import Comparing
from tui.signs import STATUSES

UNDERLINED = frozenset({ClaimKind.FIGURE, ClaimKind.EVENT})
"""Kinds whose few words are marked in the reader; quotations and predictions are whole sentences, and would shout."""


def meet(one: Span, other: Span) -> bool:
    """Return whether two spans share a character."""
    return one.start < other.end and other.start < one.end


class Claiming(Comparing):
    """The sidebar, the walk through claims and links, explanations, and the views over all claims."""

    def action_next_item(self) -> None:
        """Next link in a comparison, else next claim."""
        self._step_item(1, conflicts=False)

    def action_previous_item(self) -> None:
        """Previous link or claim."""
        self._step_item(-1, conflicts=False)

    def action_next_conflict(self) -> None:
        """Next conflict among the links, or among the claims."""
        self._step_item(1, conflicts=True)

    def action_previous_conflict(self) -> None:
        """Previous conflict."""
        self._step_item(-1, conflicts=True)

    def _step_item(self, by: int, *, conflicts: bool) -> None:
        if self.comparing and self.at != "claims":
            if self.comparison.walk is not None and not self.comparison.step(by, conflicts=conflicts):
                self.say("No link of this pair is in conflict." if conflicts else "Nothing links these two.")
            return
        if self.at == "reader" and self.opened is not None:
            claim = self.claims.step_in_text(self.opened, self.reader.focus_span, self.reader.place, by, conflicts)
        else:
            claim = self.claims.step(by, conflicts=conflicts)
        if claim is None:
            self.say("No claim here is in conflict with another source." if conflicts else "There are no claims here.")
            return
        self.show_claim(claim, focus=False)

    def show_claim(self, claim: Claim, *, focus: bool) -> None:
        """Show the exact words of a claim."""
        self.show_place(claim.document, claim.span, "claim-current", focus=focus)
        self.refresh_chrome()

    def action_explain(self) -> None:
        """Say why: about the link in use, else about the claim in use."""
        if self.at == "claims" or not self.explain_link():
            self.with_claim(self._explain)

    def _explain(self, claim: Claim) -> None:
        from tui.explanation import claim_items

        entries = {entry.id: entry for entry in self.documents.entries}
        items = claim_items(claim, self.claims.view, entries)
        self.choose("Why", items, self._open_claim, enter="its words")

    def with_claim(self, then: Callable[[Claim], None]) -> None:
        """Do something about the claim in use: the one under the sidebar's cursor, elsewhere the one that is read.

        Of several that are read, the person chooses one; where there is none, that is said.
        """
        if self.at == "claims":
            found, where = ([self.claims.claim] if self.claims.claim else []), ""
        else:
            found, where = self._claims_read()
        if not found:
            key = self.explorer.keymap.shown("next-item")
            self.say(f"No claim stands {where}." if where else "No claim is chosen.", f"{key} goes to the next one.")
        elif len(found) == 1:
            self.claims.listing.select_key(found[0].id)
            then(found[0])
        else:
            numbers = {entry.id: entry.number for entry in self.documents.entries}
            items = [ClaimItem(claim, numbers.get(claim.document, 0)) for claim in found]

            def use(item: ClaimItem) -> None:
                self.claims.listing.select_key(item.claim.id)
                then(item.claim)

            self.choose(f"Which of the {len(found)} claims {where}?", items, use, enter="take it")

    def _claims_read(self) -> tuple[list[Claim], str]:
        """Return the claims at the place that is read, and where that is in words."""
        read = self._place_read()
        if read is None:
            return [], ""
        id_, span, where = read
        try:
            claims = [claim for claim in self.corpus.claims(id_) if meet(claim.span, span)]
        except RednoteError as error:
            self.fail(error)
            return [], ""
        exact = [claim for claim in claims if claim.span == span]
        chosen = [claim for claim in exact if self.claims.claim is not None and claim.id == self.claims.claim.id]
        return chosen or exact or claims, where

    def _place_read(self) -> tuple[str, Span, str] | None:
        """Return the document, the span and the words for the place that is read; None when nothing is.

        It is the sentence under the cursor of the results, or in the reader the passage in use while that is in view,
        else all that is in view.
        """
        if (listed := self._passage_listed()) is not None:
            return listed.document, listed.span, f"in that sentence of line {listed.line}"
        reader = self.active_reader
        if reader.document is None:
            return None
        if reader.focus_in_view is not None:
            return reader.document.id, reader.focus_in_view, f"at the marked words of line {reader.line}"
        return (reader.document.id, reader.span_in_view, "in view") if self.at == "reader" else None

    def _passage_listed(self) -> Passage | None:
        """Return the sentence under the cursor of the results while these are in use."""
        item = self.results.item if self.at == "results" and not self.typing else None
        return item.passage if isinstance(item, PassageItem) else None

    def action_scope(self) -> None:
        """Claims of the whole corpus, or of the documents in use again."""
        self.claims.next_scope()

    def action_timeline(self) -> None:
        """Show every dated event."""
        from tui.views import timeline_items

        self.ask(
            "timeline",
            lambda cancelled: timeline_items(self.corpus, cancelled),
            lambda items: self.choose("Timeline", items, self._open_claim),
        )

    def action_figures(self) -> None:
        """Show every figure by topic."""
        from tui.views import figure_items

        self.ask(
            "figures",
            lambda cancelled: figure_items(self.corpus, cancelled),
            lambda items: self.choose("Figures by topic", items, self._open_claim),
        )

    def _open_claim(self, item: Item) -> None:
        if isinstance(item, ClaimItem | SourceItem):
            self.show_claim(item.claim, focus=True)

    @on(ClaimsPane.Chosen)
    def _chosen(self, event: ClaimsPane.Chosen) -> None:
        event.stop()
        if event.focus or self.reads_along:
            self.show_claim(event.claim, focus=event.focus)
        self.refresh_chrome()

    def decided_flags(self, document: str) -> list[Flag]:  # noqa: ARG002
        """Return the signs of what the person decided about passages of a document."""
        return []

    @on(ClaimsPane.Loaded)
    def _loaded(self, event: ClaimsPane.Loaded) -> None:
        event.stop()
        self.mark_claims()
        self.refresh_chrome()

    def mark_claims(self) -> None:
        """Mark the claims in the reader, and in its gutter those that other sources speak about too."""
        view = self.claims.view
        marks, flags = [], []
        for group in view.groups:
            sign = STATUSES[group.status]
            for claim in (*group.own, *group.others):
                if claim.document == self.opened:
                    if claim.kind in UNDERLINED:
                        marks.append(Mark(claim.span, "claim"))
                    if group.status is not Status.ALONE:
                        flags.append(Flag(claim.span, sign.sign, sign.tone))
        if self.opened:
            self.reader.set_layer("claims", marks)
            # Conflicts come first in the view and are drawn last, so that nothing hides them.
            self.reader.set_flags([*reversed(flags), *self.decided_flags(self.opened)])
