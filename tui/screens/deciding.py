"""What the explorer does about the reader's own decisions: verdicts, notes, pinned and broken links, undo."""

from collections.abc import Callable

from index.errors import RednoteError
from index.records import Claim, Span, Verdict
from tui.panes.listing import Item
from tui.panes.results import WordsItem
from tui.screens.claiming import Claiming
from tui.text import fit, squeeze

NO_VERDICT = "no verdict"


class Deciding(Claiming):
    """Everything here is written at once by the corpus, and can be undone."""

    def action_verdict(self) -> None:
        """Rate the claim in use."""
        claim = self._claim_in_use()
        if claim is None:
            return

        def then(item: Item) -> None:
            chosen = next((one for one in Verdict if item.key == f"words:{one.value}"), None)
            self._decide("verdict", lambda: self.corpus.notes.judge(claim, chosen))

        choices: list[Item] = [WordsItem(one.value, "", one.value) for one in Verdict]
        self.choose(
            f"Your verdict on “{fit(squeeze(claim.surface), 50)}”",
            [*choices, WordsItem(NO_VERDICT, "dim", NO_VERDICT)],
            then,
            foot="Enter sets it · Esc leaves it as it is",
        )

    def action_note(self) -> None:
        """Write a note on the claim in use, else on the passage in the reader."""
        from tui.screens.linedialog import LineDialog

        claim = self.claims.claim if self.at == "claims" else None
        try:
            effects = self.corpus.notes.effects()
        except RednoteError as error:
            self.fail(error)
            return
        if claim is not None:
            title, before = f"Note on “{fit(squeeze(claim.surface), 50)}”", effects.claim_notes.get(claim.id, "")
            write = self._writer_for_claim(claim)
        else:
            place = self._passage_in_use()
            if place is None:
                return
            title, before = "Note on this passage", effects.passage_notes.get(place, "")
            write = self._writer_for_passage(*place)

        def done(words: str | None) -> None:
            if words is not None and words != before:
                self._decide("note", lambda: write(words))

        self.app.push_screen(LineDialog(title, before), done)

    def action_undo(self) -> None:
        """Take the last decision back."""

        def use(decision: object) -> None:
            if decision is None:
                self.say("There is nothing to take back.")
            else:
                self.say(f"Taken back: {getattr(decision, 'kind', '')} {getattr(decision, 'value', '') or ''}")
                self.decided()

        self.ask("decide", lambda _cancelled: self.corpus.notes.undo(), use)

    def action_pin(self) -> None:
        """Break the link in use; when other passages are in use on both sides, link those."""
        if not self.comparing or self.comparison.walk is None or self.comparison.pair is None:
            self.say("Links are pinned and broken in a comparison.")
            return
        link = self.comparison.walk.link
        in_use = (self.comparison.left.focus_span, self.comparison.right.focus_span)
        if link is not None and in_use == (link.a.span, link.b.span):
            a, b = (link.a.document, link.a.span), (link.b.document, link.b.span)
            self._decide("broken link", lambda: self.corpus.notes.break_link(a, b))
            return
        pair = self.comparison.pair
        left, right = self.comparison.left, self.comparison.right
        from tui.taking import passage_at

        one = (pair.left.id, passage_at(pair.left, left.place))
        other = (pair.right.id, passage_at(pair.right, right.place))
        self._decide("pinned link", lambda: self.corpus.notes.pin(one, other))

    def _claim_in_use(self) -> Claim | None:
        claim = self.claims.claim
        if claim is None:
            self.say("No claim is chosen.", f"{self.explorer.keymap.shown('next-item')} goes to the next one.")
        return claim

    def _passage_in_use(self) -> tuple[str, Span] | None:
        from tui.taking import passage_at

        reader = self.active_reader
        if reader.document is None:
            return None
        span = reader.selected_span(reader.text_selection) or passage_at(reader.document, reader.place)
        return reader.document.id, span

    def _writer_for_claim(self, claim: Claim) -> Callable[[str], object]:
        return lambda words: self.corpus.notes.note(claim, words)

    def _writer_for_passage(self, document: str, span: Span) -> Callable[[str], object]:
        return lambda words: self.corpus.notes.note_passage(document, span, words)

    def _decide(self, what: str, write: Callable[[], object]) -> None:
        """Write a decision in a thread, then show what it changed."""

        def use(_decision: object) -> None:
            self.say(f"Kept: {what}.", f"{self.explorer.keymap.shown('undo')} takes it back.")
            self.decided()

        self.ask("decide", lambda _cancelled: write(), use)

    def decided(self) -> None:
        """Show claims, topics and links anew after a decision."""
        if self.comparing and self.comparison.wanted is not None:
            self.comparison.compare(*self.comparison.wanted)
        shown = self.comparison.wanted if self.comparing else None
        self.claims.follow(shown or ((self.opened,) if self.opened else ()), again=True)
