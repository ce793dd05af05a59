"""What the explorer does about the reader's own decisions: verdicts, notes, pinned and broken links, undo."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on

from index.errors import RednoteError
from index.notes import Effects
from index.records import Claim, Decision, DecisionKind, Span, Verdict
from tui.background import unexpected
from tui.decisions import in_words
from tui.panes.claims import ClaimsPane
from tui.panes.comparison import ComparisonPane
from tui.panes.listing import Item
from tui.panes.marks import Flag
from tui.screens.claiming import Claiming
from tui.signs import NOTE, verdict_sign
from tui.text import fit, squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus

T = TypeVar("T")
ACKNOWLEDGED = 4
"""Seconds for which a decision is confirmed."""
Place = tuple[str, Span]


class Deciding(Claiming):
    """Everything here is written at once by the corpus, and can be undone."""

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(corpus)
        # One thread, so that decisions are written in order and none is dropped for a newer one.
        self._writer = ThreadPoolExecutor(1, "decisions")

    def on_unmount(self) -> None:
        """Write what is still to be written before the corpus is closed."""
        self._writer.shutdown()

    def action_verdict(self) -> None:
        """Rate the claim in use."""
        self.with_claim(self._rate)

    def _rate(self, claim: Claim) -> None:
        from tui.screens.verdict import VerdictDialog, VerdictItem

        effects = self.effects()
        if effects is None:
            return
        before = effects.verdicts.get(claim.id)

        def done(item: Item | None) -> None:
            if isinstance(item, VerdictItem) and item.verdict is not before:
                word = item.verdict or "no verdict"
                self.decide(f"{word} on “{_short(claim.surface)}”", lambda: self._judge(claim, item.verdict))

        self.app.push_screen(VerdictDialog(claim, before), done)

    def _judge(self, claim: Claim, verdict: Verdict | None) -> object:
        return self.corpus.notes.judge(claim, verdict)

    def action_note(self) -> None:
        """Write a note on the claim in use, else on the passage in the reader."""
        from tui.screens.notedialog import NoteDialog

        claim = self.claims.claim if self.at == "claims" else None
        effects, place = self.effects(), self._passage_in_use()
        if effects is None or (claim is None and place is None):
            return
        notes = self.corpus.notes
        write: Callable[[str], object]
        if claim is not None:
            what, before = f"“{_short(claim.surface)}”", effects.claim_notes.get(claim.id, "")
            write = lambda words: notes.note(claim, words)  # noqa: E731
        else:
            assert place is not None
            place = _noted(effects, place)
            words = self.corpus.document(place[0]).slice(place[1])
            what, before = f"“{_short(words)}”", effects.passage_notes.get(place, "")
            write = lambda words: notes.note_passage(*place, words)  # noqa: E731

        def done(words: str | None) -> None:
            if words is not None and words != before:
                self.decide(f"{'a' if words else 'no'} note on {what}", lambda: write(words))

        self.app.push_screen(NoteDialog(f"Note on {what}", before), done)

    def action_undo(self) -> None:
        """Take the last decision back."""

        def use(decision: Decision | None) -> None:
            if decision is None:
                self.acknowledge("There is nothing to take back.")
                return
            again = self.corpus.notes.decision(decision.name) if decision.kind is DecisionKind.TAKE_BACK else None
            words = f"In force again: {in_words(again)}" if again else f"Taken back: {in_words(decision)}"
            self.acknowledge(f"{words}.")
            self.comparison.seek_decided(again or decision)
            self.decided()

        self.write(self.corpus.notes.undo, use)

    def action_pin(self) -> None:
        """Break the link in use; when other passages are chosen, link those."""
        pair, walk = self.comparison.pair, self.comparison.walk
        if not self.comparing or walk is None or pair is None:
            self.say("Links are pinned and broken in a comparison.")
            return
        link = walk.link
        left, right = (self.comparison.chosen(side) for side in (self.comparison.left, self.comparison.right))
        if left is None or right is None:
            keys = " and ".join(self.explorer.keymap.shown(name) for name in ("next-left-only", "next-right-only"))
            self.say("Choose a passage on both sides.", f"{keys} go to those without a link, the mouse selects any.")
            return
        one, other = (pair.left.id, left), (pair.right.id, right)
        if link is not None and (left, right) == (link.a.span, link.b.span):
            self.decide("link broken", lambda: self.corpus.notes.break_link(one, other))
            return
        self.comparison.seek(left, right)
        self.decide("link pinned", lambda: self.corpus.notes.pin(one, other))

    def _passage_in_use(self) -> Place | None:
        from tui.taking import passage_at

        reader = self.active_reader
        if reader.document is None:
            return None
        span = reader.selected_span(reader.text_selection) or passage_at(reader.document, reader.place)
        return reader.document.id, span

    def effects(self) -> Effects | None:
        """Return the decisions in force; where the notes cannot be read, tell so and return None."""
        try:
            return self.corpus.notes.effects()
        except RednoteError as error:
            self.fail(error)
            return None

    def write(self, job: Callable[[], T], use: Callable[[T], None]) -> None:
        """Run ``job`` in the thread that writes, after all before it, then ``use`` its value on the screen."""
        future = self._writer.submit(job)

        async def answer() -> None:
            try:
                # Who quits at once leaves the answer behind, never the writing.
                value = await asyncio.shield(asyncio.wrap_future(future))
            except RednoteError as error:
                self.fail(error)
            except Exception as error:
                self.fail(unexpected(error))
            else:
                use(value)

        self.run_worker(answer(), group="write", exit_on_error=False)

    def acknowledge(self, message: str) -> None:
        """Confirm a decision."""
        self.app.notify(squeeze(message), markup=False, timeout=ACKNOWLEDGED)

    def decide(self, what: str, job: Callable[[], object]) -> None:
        """Write a decision down, then show what it changed."""

        def use(_decision: object) -> None:
            self.acknowledge(f"Kept: {what}. {self.explorer.keymap.shown('undo')} takes it back.")
            self.decided()

        self.write(job, use)

    def decided(self) -> None:
        """Show claims, topics and links anew after a decision."""
        if self.comparing and self.comparison.wanted is not None:
            self.comparison.compare(*self.comparison.wanted)
        self.claims.read_again()

    def decided_flags(self, document: str) -> list[Flag]:
        """Return the signs of the notes on passages of a document."""
        effects = self.effects()
        noted = effects.passage_notes if effects else {}
        return [Flag(span, NOTE.sign, NOTE.tone) for id_, span in noted if id_ == document]

    @on(ComparisonPane.Moved)
    @on(ClaimsPane.Loaded)
    def _tell_decided(self) -> None:
        """Show beside the reason of a link what was decided about its passages."""
        link = self.comparison.walk.link if self.comparison.walk else None
        effects = self.effects() if link else None
        self.comparison.tell(decided_on(effects, self.claims.view.claims, link.a, link.b) if link and effects else "")


def decided_on(effects: Effects, claims: Any, *sides: Any) -> str:
    """Return verdicts, notes and corrections on the claims and passages at the sides of a link, in one line."""
    parts = []
    for side in sides:
        for claim in claims:
            if claim.document == side.document and side.span.start <= claim.span.start < side.span.end:
                parts += _on_claim(effects, claim)
        for (document, span), note in effects.passage_notes.items():
            if document == side.document and span.start < side.span.end and side.span.start < span.end:
                parts.append(f"{NOTE.sign} {squeeze(note)}")
    return " · ".join(dict.fromkeys(parts))


def _on_claim(effects: Effects, claim: Claim) -> list[str]:
    parts = []
    if verdict := effects.verdicts.get(claim.id):
        sign = verdict_sign(verdict)
        parts.append(f"{sign.sign} {sign.word}: “{_short(claim.surface)}”")
    if note := effects.claim_notes.get(claim.id):
        parts.append(f"{NOTE.sign} {squeeze(note)}")
    if claim.id in effects.corrections:
        parts.append(f"corrected {', '.join(effects.corrections[claim.id])}: “{_short(claim.surface)}”")
    return parts


def _short(words: str) -> str:
    return fit(squeeze(words), 40)


def _noted(effects: Effects, place: Place) -> Place:
    """Return the place of the note that is on this passage already, so that it is changed and not doubled."""
    document, span = place
    for other, noted in effects.passage_notes:
        if other == document and noted.start < span.end and span.start < noted.end:
            return other, noted
    return place
