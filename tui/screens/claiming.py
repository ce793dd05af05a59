"""What the explorer does about claims."""

from textual import on

from index.records import Claim, ClaimKind, Status
from tui.panes.claims import ClaimItem, ClaimsPane
from tui.panes.listing import Item
from tui.panes.reader import Flag, Mark
from tui.screens.comparing import Comparing
from tui.signs import STATUSES

UNDERLINED = frozenset({ClaimKind.FIGURE, ClaimKind.EVENT})
"""Kinds whose few words are marked in the reader; quotations and predictions are whole sentences, and would shout."""


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
        """Say why: about the link in use, else about the claim under the cursor."""
        if self.at != "claims" and self.explain_link():
            return
        claim = self.claims.claim
        if claim is None:
            self.say("No claim is chosen.", f"{self.explorer.keymap.shown('next-item')} goes to the next one.")
            return
        from tui.explanation import claim_items

        entries = {entry.id: entry for entry in self.documents.entries}
        items = claim_items(claim, self.claims.view, entries)
        self.choose("Why", items, self._open_claim, enter="its words")

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
        if isinstance(item, ClaimItem):
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
        """Mark the claims in the reader, and in its gutter those that other sources speak about too."""
        event.stop()
        marks, flags = [], []
        for group in event.view.groups:
            sign = STATUSES[group.status]
            for claim in group.own:
                if claim.document == self.opened:
                    if claim.kind in UNDERLINED:
                        marks.append(Mark(claim.span, "claim"))
                    if group.status is not Status.ALONE:
                        flags.append(Flag(claim.span, sign.sign, sign.tone))
        if self.opened and (event.view.documents is None or self.opened in event.view.documents):
            self.reader.set_layer("claims", marks)
            # Conflicts come first in the view and are drawn last, so that nothing hides them.
            self.reader.set_flags([*reversed(flags), *self.decided_flags(self.opened)])
        self.refresh_chrome()
