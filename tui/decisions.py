"""What the person decided, in words and as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from index.counting import counted
from index.records import Decision, DecisionKind, Placed
from tui.painting import Line, shortened
from tui.panes.listing import Item
from tui.panes.results import WordsItem
from tui.signs import DECISIONS, Sign, verdict_sign
from tui.text import fit, squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus

QUOTE = 60
"""Cells of a quotation in a message."""


def in_words(decision: Decision) -> str:
    """Return what was decided: ``verdict “false” on “1,200”``."""
    kind, value = decision.kind, squeeze(decision.value or "")
    quotes = [f"“{fit(squeeze(anchor.quote), QUOTE)}”" for anchor in decision.anchors]
    on = f" on {quotes[0]}" if quotes else ""
    match kind:
        case DecisionKind.VERDICT:
            return (f"verdict “{value}”" if value else "no verdict") + on
        case DecisionKind.NOTE:
            return (f"note “{fit(value, QUOTE)}”" if value else "no note") + on
        case DecisionKind.CORRECTION:
            return (f"{decision.name} “{_plain(value)}”" if value else f"{decision.name} as read") + on
        case DecisionKind.DESCRIPTION:
            return _described(decision, value)
        case DecisionKind.MERGE:
            return f"one topic of {_and(quotes)}"
        case DecisionKind.SPLIT:
            return f"{quotes[0]} apart from {_and(quotes[1:])}"
        case DecisionKind.PIN | DecisionKind.BREAK:
            return f"{'a' if kind is DecisionKind.PIN else 'no'} link between {_and(quotes)}"
        case DecisionKind.THRESHOLD:
            return _threshold_in_words(decision, value)
        case DecisionKind.SEARCH:
            return _search_in_words(decision, value)
    return "taking a decision back"


def _described(decision: Decision, value: str) -> str:
    """Return what was said of a document, or of words in it."""
    said = f"{decision.name} “{value}”" if value else f"{decision.name} as the program reads it"
    anchor = decision.anchors[0]
    if anchor.quote:
        return f"{said} for “{fit(squeeze(anchor.quote), QUOTE)}”"
    return f"{said} of “{fit(squeeze(PurePath(anchor.path).name), QUOTE)}”"


def _search_in_words(decision: Decision, value: str) -> str:
    return f"@{decision.name} for {value}" if value else f"@{decision.name} forgotten"


def _threshold_in_words(decision: Decision, value: str) -> str:
    names = [f"“{fit(squeeze(PurePath(anchor.path).name), QUOTE)}”" for anchor in decision.anchors]
    return f"links {f'from {value}' if value else 'as strong as usual'} between {_and(names)}"


def _plain(value: str) -> str:
    """Return a corrected number as a person writes it; what is no number is left as it is."""
    try:
        return f"{float(value):,.15g}"
    except ValueError:
        return value


def _and(quotes: Sequence[str]) -> str:
    more = f" and {len(quotes) - 2} more" if len(quotes) > 2 else ""
    return (" and " if not more else ", ").join(quotes[:2]) + more


def sign_of(decision: Decision) -> Sign:
    """Return the sign of a decision: a verdict's own, else its kind's."""
    if decision.kind is DecisionKind.VERDICT and decision.value:
        return verdict_sign(decision.value)
    return DECISIONS[decision.kind]


@dataclass(frozen=True, slots=True)
class DecisionItem:
    """One decision: what it is and what it is about, and below where its words stand and when it was made."""

    placed: Placed
    where: str
    lost: bool

    @property
    def key(self) -> str:
        """The decision's id."""
        return self.placed.decision.id

    @property
    def selectable(self) -> bool:
        """Every decision can be chosen."""
        return True

    def height(self, width: int) -> int:
        """Return two rows."""
        return 2 if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        decision = self.placed.decision
        sign = sign_of(decision)
        lost: Line = (("! its words are gone · ", "conflict"),) if self.lost else ()
        return (
            shortened(((f"{sign.sign} ", sign.tone), (in_words(decision), "")), width),
            shortened((("  ", ""), *lost, (f"{self.where} · {_local(decision.made)}", "dim")), width),
        )


def decision_items(corpus: "Corpus") -> list[Item]:
    """Return every decision about the corpus, newest first, and how many are about others. Raises NotesError."""
    lost = {one.decision.id for one in corpus.notes.effects().lost}
    numbers = {entry.id: entry.number for entry in corpus.documents()}
    items: list[Item] = []
    for placed in corpus.notes.in_use():
        decision = placed.decision
        places = [f"{numbers[one[0]]}:{_line(corpus, one)}" for one in placed.places if one and one[0] in numbers]
        names = [PurePath(anchor.path).name for anchor in decision.anchors[:2]]
        where = ", ".join([*dict.fromkeys(names), *places[:2]]) or "every corpus"
        if decision.kind is DecisionKind.THRESHOLD:
            where = "kept for these two"
        items.append(DecisionItem(placed, squeeze(where), decision.id in lost))
    if not items:
        items.append(WordsItem("No decisions yet: v rates a claim, a notes, C corrects, m pins.", ""))
    if elsewhere := corpus.notes.elsewhere():
        number = counted(elsewhere, "decision is", "decisions are")
        items += [WordsItem(" "), WordsItem(f"{number} about other folders.")]
    return items


def _line(corpus: "Corpus", place: tuple[str, tuple[int, int]]) -> int:
    return corpus.document(place[0]).text.count("\n", 0, place[1][0]) + 1


def _local(made: str) -> str:
    """Return an ISO time as the person's clock showed it; what is no time is left as it is."""
    try:
        return datetime.fromisoformat(made).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return squeeze(made)
