"""Reviewing: corrections, topics joined and split, and the list of everything that was decided."""

from collections.abc import Mapping
from pathlib import Path

from index.counting import counted
from index.records import Claim, DecisionKind, Span
from tui.controllers.claiming import Claiming
from tui.controllers.comparing import Comparing
from tui.controllers.decisions import Decisions
from tui.controllers.desk import Commands, Desk
from tui.decisions import DecisionItem, decision_items, in_words
from tui.panes.listing import Item
from tui.text import fit, squeeze
from tui.topicview import fellows

KEPT_IN = "rednote-decisions.yaml"
"""The name that is offered for a copy of the decisions, in the folder in which the program was started."""

ON_PAIRS = frozenset({DecisionKind.PIN, DecisionKind.BREAK, DecisionKind.THRESHOLD})
"""Decisions on two articles, which are shown where these stand side by side."""


class Reviewing:
    """Changes what was read, and lists what was decided."""

    def __init__(self, desk: Desk, claiming: Claiming, comparing: Comparing, decisions: Decisions) -> None:
        self._desk, self._claiming, self._comparing, self._decisions = desk, claiming, comparing, decisions

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        with_claim = self._claiming.with_claim
        return {
            "correct": lambda: with_claim(self._correct),
            "merge": lambda: with_claim(self._merge),
            "split": lambda: with_claim(self._split),
            "decisions": self._list,
        }

    def _correct(self, claim: Claim) -> None:
        """Correct what the rules read of the claim."""
        from tui.dialogs.correcting import CorrectDialog

        if self._decisions.effects() is None:
            return
        notes = self._desk.corpus.notes

        def done(changes: Mapping[str, str] | None) -> None:
            for name, value in (changes or {}).items():
                words = f"{name} “{value}”" if value else f"{name} as the rules read it"
                self._decisions.decide(words, lambda name=name, value=value: notes.correct(claim, name, value))  # type: ignore[misc]

        self._desk.host.push_screen(CorrectDialog(claim, notes.as_read(claim)), done)

    def _merge(self, claim: Claim) -> None:
        """Mark the claim, or join its topic with that of the marked claim."""
        marked, keymap = self._desk.claims.marked, self._desk.host.keymap
        if marked is None:
            self._desk.claims.mark(claim)
            words, key = fit(squeeze(claim.surface), 40), keymap.shown("merge")
            self._decisions.acknowledge(f"Marked “{words}”. {key} on a claim of another topic makes one topic of both.")
            return
        if marked.id == claim.id:
            self._desk.claims.mark(None)
            self._decisions.acknowledge("The mark is off.")
        elif marked.kind is not claim.kind:
            kinds = f"The marked one is of the kind {marked.kind}, this one {claim.kind}."
            self._desk.say("Only claims of one kind can be one topic.", kinds)
        elif claim.id in {one.id for one in self._fellows(marked)}:
            self._desk.say("Both are in one topic already.", f"{keymap.shown('split')} takes a claim out of its topic.")
        else:
            view = self._desk.claims.view
            pairs = [(view.group_of(one.id), one) for one in (marked, claim)]

            def merge() -> object:
                both = [one for group, each in pairs for one in (*fellows(self._desk.corpus, group, each), each)]
                return self._desk.corpus.notes.merge(list({one.id: one for one in both}.values()))

            self._desk.claims.mark(None)
            self._decisions.decide("one topic of both", merge)

    def _split(self, claim: Claim) -> None:
        """Take the claim out of its topic."""
        words = fit(squeeze(claim.surface), 40)
        if not self._fellows(claim):
            self._desk.say(f"“{words}” shares its topic with no other claim.")
            return
        group = self._desk.claims.view.group_of(claim.id)
        self._decisions.decide(
            f"“{words}” apart from its topic",
            lambda: self._desk.corpus.notes.split(claim, fellows(self._desk.corpus, group, claim)),
        )

    def _fellows(self, claim: Claim) -> list[Claim]:
        """Return the other claims of the claim's topic."""
        group = self._desk.claims.view.group_of(claim.id)
        if group is None or group.topic is None:
            return []
        return [one for one in (*group.own, *group.others) if one.id != claim.id and one.kind is claim.kind]

    def _list(self) -> None:
        """List everything that was decided."""
        from tui.dialogs.decisions import DecisionsDialog

        def show(items: list[Item]) -> None:
            self._desk.host.push_screen(DecisionsDialog(self, items), self._open_decision)

        self._decisions.write(lambda: decision_items(self._desk.corpus), show)

    def _open_decision(self, item: Item | None) -> None:
        if not isinstance(item, DecisionItem):
            return
        decision = item.placed.decision
        places = [one for one in item.placed.places if one is not None]
        place = next(iter(places), None)
        if decision.kind in ON_PAIRS and len({id_ for id_, _ in places}) == 2:
            self._desk.comparison.seek(places[0][1], places[1][1])
            self._comparing.compare(places[0][0], places[1][0])
        elif place is not None:
            self._desk.show_place(place[0], Span(*place[1]), "claim-current", focus=True)
        elif not decision.anchors and decision.name:
            self._desk.searchbar.search_for(f"@{decision.name}")
            self._desk.go_to("results")
        else:
            self._desk.say(
                "These words are no longer in the article:", "; ".join(one.quote for one in decision.anchors)[:300]
            )

    def take_back(self, item: DecisionItem) -> None:
        """Let a decision count no more."""
        decision = item.placed.decision

        def use(_decision: object) -> None:
            undo = self._desk.host.keymap.shown("undo")
            self._decisions.acknowledge(f"Undone: {in_words(decision)}. In the explorer, {undo} brings it back.")
            self._changed()
            if decision.kind is DecisionKind.DESCRIPTION:
                self._decisions.read_again()

        self._decisions.write(lambda: self._desk.corpus.notes.take_back(decision), use)

    def write_out(self) -> None:
        """Ask for a file and write every decision to it."""

        from tui.dialogs.linedialog import LineDialog

        def done(name: str | None) -> None:
            if name:
                file = Path(name).expanduser()
                notes = self._desk.corpus.notes
                self._decisions.write(lambda: notes.write_copy(file), lambda count: self._told(count, "written", file))

        self._desk.host.push_screen(LineDialog("Write all decisions to the file", KEPT_IN), done)

    def take_in(self) -> None:
        """Ask for a file and take the decisions in it in."""

        from tui.dialogs.linedialog import LineDialog

        def done(name: str | None) -> None:
            if name:
                file = Path(name).expanduser()
                notes = self._desk.corpus.notes
                self._decisions.write(lambda: notes.take_in(file), lambda count: self._told(count, "taken in", file))

        self._desk.host.push_screen(LineDialog("Take decisions in from the file", KEPT_IN), done)

    def _told(self, count: int, done: str, file: Path) -> None:
        self._desk.say(f"{counted(count, 'decision')} {done}: {file}")
        self._changed()

    def _changed(self) -> None:
        """Show what decisions changed, in the panes and in the list that is open."""
        from tui.dialogs.decisions import DecisionsDialog

        self._decisions.show_changes()

        def show(items: list[Item]) -> None:
            if isinstance(self._desk.host.screen, DecisionsDialog):
                self._desk.host.screen.show(items)

        self._decisions.write(lambda: decision_items(self._desk.corpus), show)
