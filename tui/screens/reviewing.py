"""What the explorer does about decisions that change what was read, and about all decisions together."""

from collections.abc import Mapping
from pathlib import Path

from index.records import Claim, DecisionKind, Span
from tui.decisions import DecisionItem, decision_items, in_words
from tui.panes.listing import Item
from tui.screens.deciding import Deciding
from tui.screens.linedialog import LineDialog
from tui.text import fit, squeeze
from tui.topicview import fellows

KEPT_IN = "rednote-decisions.yaml"
"""The name that is offered for a copy of the decisions, in the folder in which the program was started."""

ON_PAIRS = frozenset({DecisionKind.PIN, DecisionKind.BREAK, DecisionKind.THRESHOLD})
"""Decisions on two articles, which are shown where these stand side by side."""


class Reviewing(Deciding):
    """Corrections, topics joined and split, and the list of everything that was decided."""

    def action_correct(self) -> None:
        """Put right what the rules read of the claim in use."""
        self.with_claim(self._correct)

    def _correct(self, claim: Claim) -> None:
        from tui.screens.correcting import CorrectDialog

        if self.effects() is None:
            return
        notes = self.corpus.notes

        def done(changes: Mapping[str, str] | None) -> None:
            for name, value in (changes or {}).items():
                words = f"{name} “{value}”" if value else f"{name} as the rules read it"
                self.decide(words, lambda name=name, value=value: notes.correct(claim, name, value))  # type: ignore[misc]

        self.app.push_screen(CorrectDialog(claim, notes.as_read(claim)), done)

    def action_merge(self) -> None:
        """Mark the claim in use, or join its topic with that of the marked claim."""
        self.with_claim(self._merge)

    def _merge(self, claim: Claim) -> None:
        marked, keymap = self.claims.marked, self.explorer.keymap
        if marked is None:
            self.claims.mark(claim)
            words, key = fit(squeeze(claim.surface), 40), keymap.shown("merge")
            self.acknowledge(f"Marked “{words}”. {key} on a claim of another topic makes one topic of both.")
            return
        if marked.id == claim.id:
            self.claims.mark(None)
            self.acknowledge("The mark is off.")
        elif marked.kind is not claim.kind:
            kinds = f"The marked one is of the kind {marked.kind}, this one {claim.kind}."
            self.say("Only claims of one kind can be one topic.", kinds)
        elif claim.id in {one.id for one in self._fellows(marked)}:
            self.say("Both are in one topic already.", f"{keymap.shown('split')} takes a claim out of its topic.")
        else:
            view = self.claims.view
            pairs = [(view.group_of(one.id), one) for one in (marked, claim)]

            def merge() -> object:
                both = [one for group, each in pairs for one in (*fellows(self.corpus, group, each), each)]
                return self.corpus.notes.merge(list({one.id: one for one in both}.values()))

            self.claims.mark(None)
            self.decide("one topic of both", merge)

    def action_split(self) -> None:
        """Take the claim in use out of its topic."""
        self.with_claim(self._split)

    def _split(self, claim: Claim) -> None:
        words = fit(squeeze(claim.surface), 40)
        if not self._fellows(claim):
            self.say(f"“{words}” is in no topic with others.")
            return
        group = self.claims.view.group_of(claim.id)
        self.decide(
            f"“{words}” apart from its topic",
            lambda: self.corpus.notes.split(claim, fellows(self.corpus, group, claim)),
        )

    def _fellows(self, claim: Claim) -> list[Claim]:
        """Return the other claims of the claim's topic."""
        group = self.claims.view.group_of(claim.id)
        if group is None or group.topic is None:
            return []
        return [one for one in (*group.own, *group.others) if one.id != claim.id and one.kind is claim.kind]

    def action_decisions(self) -> None:
        """List everything that was decided."""
        from tui.screens.decisions import DecisionsDialog

        def show(items: list[Item]) -> None:
            self.app.push_screen(DecisionsDialog(self, items), self._open_decision)

        self.write(lambda: decision_items(self.corpus), show)

    def _open_decision(self, item: Item | None) -> None:
        if not isinstance(item, DecisionItem):
            return
        decision = item.placed.decision
        places = [one for one in item.placed.places if one is not None]
        place = next(iter(places), None)
        if decision.kind in ON_PAIRS and len({id_ for id_, _ in places}) == 2:
            self.comparison.seek(places[0][1], places[1][1])
            self.compare_pair(places[0][0], places[1][0])
        elif place is not None:
            self.show_place(place[0], Span(*place[1]), "claim-current", focus=True)
        elif not decision.anchors and decision.name:
            self.searchbar.search_for(f"@{decision.name}")
            self.go_to("results")
        else:
            self.say("The words are gone from the article:", "; ".join(one.quote for one in decision.anchors)[:300])

    def take_back(self, item: DecisionItem) -> None:
        """Let a decision count no more."""
        decision = item.placed.decision

        def use(_decision: object) -> None:
            undo = self.explorer.keymap.shown("undo")
            self.acknowledge(f"Taken back: {in_words(decision)}. In the explorer, {undo} brings it back.")
            self._changed()

        self.write(lambda: self.corpus.notes.take_back(decision), use)

    def write_out(self) -> None:
        """Ask for a file and write every decision to it."""

        def done(name: str | None) -> None:
            if name:
                file = Path(name).expanduser()
                self.write(lambda: self.corpus.notes.write_copy(file), lambda count: self._told(count, "written", file))

        self.app.push_screen(LineDialog("Write all decisions to the file", KEPT_IN), done)

    def take_in(self) -> None:
        """Ask for a file and take the decisions in it in."""

        def done(name: str | None) -> None:
            if name:
                file = Path(name).expanduser()
                self.write(lambda: self.corpus.notes.take_in(file), lambda count: self._told(count, "taken in", file))

        self.app.push_screen(LineDialog("Take decisions in from the file", KEPT_IN), done)

    def _told(self, count: int, done: str, file: Path) -> None:
        self.say(f"{count:,} {'decision' if count == 1 else 'decisions'} {done}: {file}")
        self._changed()

    def _changed(self) -> None:
        """Show what decisions changed, in the panes and in the list that is open."""
        from tui.screens.decisions import DecisionsDialog

        self.decided()

        def show(items: list[Item]) -> None:
            if isinstance(self.app.screen, DecisionsDialog):
                self.app.screen.show(items)

        self.write(lambda: decision_items(self.corpus), show)
