"""Deciding: verdicts and notes on claims and passages."""

from collections.abc import Callable, Iterable
from typing import Any

from index.notes import Effects
from index.records import Claim, Side, Span
from tui.controllers.claiming import Claiming
from tui.controllers.decisions import Decisions
from tui.controllers.desk import Commands, Desk
from tui.panes.listing import Item
from tui.signs import NOTE, verdict_sign
from tui.text import fit, squeeze

Place = tuple[str, Span]


class Deciding:
    """Asks for a verdict or a note, and shows beside a link what was decided about its passages."""

    def __init__(self, desk: Desk, claiming: Claiming, decisions: Decisions) -> None:
        self._desk, self._claiming, self._decisions = desk, claiming, decisions

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {"verdict": lambda: self._claiming.with_claim(self._rate), "note": self._note}

    def _rate(self, claim: Claim) -> None:
        from tui.dialogs.verdict import VerdictDialog, VerdictItem

        effects = self._decisions.effects()
        if effects is None:
            return
        before, notes = effects.verdicts.get(claim.id), self._desk.corpus.notes

        def done(item: Item | None) -> None:
            if isinstance(item, VerdictItem) and item.verdict is not before:
                word, verdict = item.verdict or "no verdict", item.verdict
                self._decisions.decide(f"{word} on “{_short(claim.surface)}”", lambda: notes.judge(claim, verdict))

        self._desk.host.push_screen(VerdictDialog(claim, before), done)

    def _note(self) -> None:
        """Write a note on the claim in use, else on the passage in the reader."""
        claim = self._desk.claims.claim if self._desk.at == "claims" else None
        effects, place, notes = self._decisions.effects(), self._passage_in_use(), self._desk.corpus.notes
        if effects is None:
            return
        if claim is not None:
            chosen = claim
            before = effects.claim_notes.get(claim.id, "")
            self._ask_note(claim.surface, before, lambda words: notes.note(chosen, words))
        elif place is not None:
            document, span = _noted(effects, place)
            words = self._desk.corpus.document(document).slice(span)
            before = effects.passage_notes.get((document, span), "")
            self._ask_note(words, before, lambda words: notes.note_passage(document, span, words))

    def _ask_note(self, about: str, before: str, write: Callable[[str], object]) -> None:
        from tui.dialogs.notedialog import NoteDialog

        what = f"“{_short(about)}”"

        def done(words: str | None) -> None:
            if words is not None and words != before:
                self._decisions.decide(f"{'a' if words else 'no'} note on {what}", lambda: write(words))

        self._desk.host.push_screen(NoteDialog(f"Note on {what}", before), done)

    def _passage_in_use(self) -> Place | None:
        from tui.taking import passage_at

        reader = self._desk.active_reader
        if reader.document is None:
            return None
        span = reader.selected_span(reader.text_selection) or passage_at(reader.document, reader.place)
        return reader.document.id, span

    def tell_decided(self) -> None:
        """Show beside the reason of a link what was decided about its passages."""
        comparison = self._desk.comparison
        link = comparison.walk.link if comparison.walk else None
        effects = self._decisions.effects() if link else None
        claims = self._desk.claims.view.claims
        comparison.tell(decided_on(effects, claims, link.a, link.b) if link and effects else "")


def decided_on(effects: Effects, claims: Iterable[Any], *sides: Side) -> str:
    """Return verdicts, notes and corrections on the claims and passages at the sides of a link, in one line."""
    parts = []
    for side in sides:
        for claim in claims:
            if claim.document == side.document and side.span.start <= claim.span.start < side.span.end:
                parts += _on_claim(effects, claim)
        for (document, span), note in effects.passage_notes.items():
            if document == side.document and span.touches(side.span):
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
        if other == document and noted.touches(span):
            return other, noted
    return place
