"""What the user decides about a corpus, in the corpus's own terms: claims and passages, not files and quotes."""

from collections.abc import Callable, Sequence
from math import inf, isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import NotesError
from index.notes import (
    CORRECTABLE,
    Effects,
    Notebook,
    about,
    described,
    document_anchor,
    effects_of,
    in_force,
    make_anchor,
    place,
    saved_searches,
)
from index.records import (
    Anchor,
    Bound,
    Claim,
    Decision,
    DecisionKind,
    Document,
    DocumentEntry,
    Placed,
    Span,
    Trouble,
    Verdict,
)

if TYPE_CHECKING:
    from threading import RLock


class Decided:
    """The user's verdicts, notes, corrections, links and searches for one corpus.

    Everything is written at once and can be undone. Where the file of notes is damaged or cannot be read, the decisions
    that can be read count and ``trouble`` says so. What changes a decision raises NotesError when the file cannot be
    written; nothing is lost then.
    """

    def __init__(
        self,
        notebook: Notebook,
        entries: Callable[[], Sequence[DocumentEntry]],
        load: Callable[[str], Document],
        claims_of: Callable[[str], Sequence[Claim]],
        lock: "RLock",
    ) -> None:
        self._notebook = notebook
        self._entries, self._load, self._claims_of = entries, load, claims_of
        self._lock = lock
        self._known: tuple[object, Effects] | None = None
        self._placed: tuple[Placed, ...] = ()

    @property
    def file(self) -> Path | None:
        """The file of notes; None when they are kept in memory only."""
        return self._notebook.file

    def trouble(self) -> tuple[Trouble, ...]:
        """Return what is wrong with the file of notes, and what was done about it."""
        return self._notebook.trouble()

    def mend(self) -> bool:
        """Write a damaged file of notes anew, the damaged one kept beside it; return whether it was damaged."""
        return self._notebook.mend()

    def effects(self) -> Effects:
        """Return the decisions in force for this corpus, and those whose words are gone."""
        with self._lock:
            decisions, entries = in_force(self._notebook.decisions()), self._entries()
            state = (decisions, entries)
            if self._known is None or self._known[0] != state:
                self._placed = tuple(place(decisions, entries, self._load))
                self._known = (state, effects_of(self._placed, self._claims_of))
            return self._known[1]

    def history(self) -> tuple[Placed, ...]:
        """Return every decision about this corpus that was not taken back, newest first.

        Saved searches, which have no place, belong to every corpus.
        """
        with self._lock:
            self.effects()
            return self._about_this(in_force(self._notebook.decisions()))

    def in_use(self) -> tuple[Placed, ...]:
        """Return the history without the steps to how strong the links of a pair must be: of these only the newest."""
        kept: dict[object, Placed] = {}
        for placed in self.history():
            pair = frozenset(anchor.path for anchor in placed.decision.anchors)
            kept.setdefault(pair if placed.decision.kind is DecisionKind.THRESHOLD else placed.decision.id, placed)
        return tuple(kept.values())

    def _about_this(self, decisions: Sequence[Decision]) -> tuple[Placed, ...]:
        placed = {one.decision.id: one for one in self._placed}
        rows = (placed.get(one.id) or _placeless(one) for one in reversed(decisions))
        return tuple(row for row in rows if row is not None)

    def elsewhere(self) -> int:
        """Return how many decisions are about other corpora than this one."""
        return len(in_force(self._notebook.decisions())) - len(self.history())

    def as_read(self, claim: Claim) -> Claim:
        """Return a claim as the rules read it, without what the user corrected."""
        return next((one for one in self._claims_of(claim.document) if one.id == claim.id), claim)

    def searches(self) -> dict[str, str]:
        """Return the saved searches, name to query."""
        return saved_searches(self._notebook.decisions())

    def judge(self, claim: Claim, verdict: Verdict | None) -> Decision:
        """Rate a claim; None takes the rating back."""
        return self._on_claim(DecisionKind.VERDICT, claim, value=str(verdict or ""))

    def note(self, claim: Claim, words: str) -> Decision:
        """Write a note on a claim; no words take it back."""
        return self._on_claim(DecisionKind.NOTE, claim, value=words)

    def note_passage(self, document: str, span: Span, words: str) -> Decision:
        """Write a note on a passage; no words take it back."""
        return self._notebook.add(DecisionKind.NOTE, [self._anchor(document, span)], value=words)

    def correct(self, claim: Claim, name: str, value: str) -> Decision:
        """Put another value for a field of a claim (see CORRECTABLE); no value restores what the rules read.

        Raises NotesError when the field or the value is none.
        """
        if name not in CORRECTABLE:
            raise NotesError(f"“{name}” cannot be corrected", f"fields are {', '.join(CORRECTABLE)}")
        return self._on_claim(DecisionKind.CORRECTION, claim, name=name, value=correction(name, value))

    def describe(self, document: str, field: str, value: str) -> Decision:
        """Say what a field of a document is (see DESCRIBABLE); no value restores what the program read.

        It takes effect with the next refresh, which reads the document again. Raises NotesError when the field or the
        value is none.
        """
        if field == "zone":
            raise NotesError("a zone needs its lines", "say which lines it is about")
        kept = described(field, value)
        return self._notebook.add(
            DecisionKind.DESCRIPTION, [document_anchor(self._load(document))], name=field, value=kept
        )

    def describe_lines(self, document: str, first: int, last: int, kind: str) -> Decision:
        """Say what kind of text lines are, from 1; no kind restores what the program read."""
        loaded = self._load(document)
        lines = loaded.text.split("\n")
        if not 1 <= first <= last <= len(lines):
            raise NotesError(f"there are no lines {first} to {last}", f"the document has {len(lines)}")
        start = sum(len(line) + 1 for line in lines[: first - 1])
        words = "\n".join(lines[first - 1 : last])
        span = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
        if span.start >= span.end:
            raise NotesError("there are no words in these lines", "name others")
        kept = described("zone", kind)
        return self._notebook.add(DecisionKind.DESCRIPTION, [make_anchor(loaded, span)], name="zone", value=kept)

    def described(self) -> dict[str, dict[str, Any]]:
        """Return what the user says of each document, by its id, as it is to be read; empty where nothing was said."""
        effects = self.effects()
        found: dict[str, dict[str, Any]] = {id_: dict(fields) for id_, fields in effects.descriptions.items()}
        for id_, kinds in effects.zones.items():
            found.setdefault(id_, {})["zones"] = [[span.start, span.end, kind] for span, kind in kinds]
        return found

    def merge(self, claims: Sequence[Claim]) -> Decision:
        """Put claims into one topic."""
        return self._on_claims(DecisionKind.MERGE, claims)

    def split(self, claim: Claim, others: Sequence[Claim]) -> Decision:
        """Take a claim out of the topic of ``others``."""
        return self._on_claims(DecisionKind.SPLIT, [claim, *others])

    def pin(self, a: tuple[str, Span], b: tuple[str, Span]) -> Decision:
        """Link two passages by hand."""
        return self._notebook.add(DecisionKind.PIN, [self._anchor(*a), self._anchor(*b)])

    def break_link(self, a: tuple[str, Span], b: tuple[str, Span]) -> Decision:
        """Undo a link between two passages that the rules made, or a pin."""
        return self._notebook.add(DecisionKind.BREAK, [self._anchor(*a), self._anchor(*b)])

    def set_threshold(self, a: str, b: str, value: float | None) -> Decision:
        """Show links between two documents from a score, 0 to 1, on; None leaves it to the settings.

        It is kept for the pair and not for all: how many links help a reader hangs on the two texts.
        """
        anchors = [document_anchor(self._load(id_)) for id_ in (a, b)]
        return self._notebook.add(DecisionKind.THRESHOLD, anchors, value="" if value is None else f"{value:.2f}")

    def save_search(self, name: str, query: str) -> Decision:
        """Save a search as ``@name``; no query forgets it."""
        return self._notebook.add(DecisionKind.SEARCH, name=name, value=query)

    def undo(self) -> Decision | None:
        """Undo what was decided last about this corpus and return it; None when there is nothing to undo.

        What was taken back last is in force again: the decision that is returned is then of kind ``take-back``.
        """
        entries = self._entries()

        def last_here(decisions: tuple[Decision, ...]) -> Decision | None:
            here = {one.id for one in decisions if not one.anchors and one.kind is not DecisionKind.TAKE_BACK}
            here |= {one.id for one, _ in about(decisions, entries)}
            return next((one for one in reversed(decisions) if {one.id, one.name} & here), None)

        return self._notebook.undo(last_here)

    def take_back(self, decision: Decision) -> Decision:
        """Let a decision count no more, wherever it stands in the file; ``undo`` brings it back."""
        return self._notebook.add(DecisionKind.TAKE_BACK, name=decision.id)

    def decision(self, id_: str | None) -> Decision | None:
        """Return the decision with an id, also one that was taken back."""
        return next((one for one in self._notebook.decisions() if one.id == id_), None)

    def write_copy(self, file: Path) -> int:
        """Write every decision to ``file``; return how many."""
        return self._notebook.write_copy(file)

    def take_in(self, file: Path) -> int:
        """Add the decisions of another notes file; return how many were new."""
        return self._notebook.take_in(file)

    def _anchor(self, document: str, span: Span) -> Anchor:
        return make_anchor(self._load(document), span)

    def _on_claim(self, kind: DecisionKind, claim: Claim, *, name: str | None = None, value: str) -> Decision:
        anchor = self._anchor(claim.document, claim.span)
        return self._notebook.add(kind, [anchor], claim_kind=claim.kind, name=name, value=value)

    def _on_claims(self, kind: DecisionKind, claims: Sequence[Claim]) -> Decision:
        kinds = {claim.kind for claim in claims}
        if len(kinds) != 1 or len(claims) < 2:
            raise NotesError("only claims of one kind can be put together or apart", "choose two claims of one kind")
        anchors = [self._anchor(claim.document, claim.span) for claim in claims]
        return self._notebook.add(kind, anchors, claim_kind=kinds.pop())


def correction(name: str, value: str) -> str:
    """Return the value for a field as it is kept; empty restores what the rules read.

    Raises NotesError when the field takes no such value.
    """
    value = " ".join(value.split())
    if name in ("low", "high") and value not in ("", "open"):
        try:
            number = float(value.replace(",", ""))
        except ValueError:
            number = inf
        if not isfinite(number):
            raise NotesError(f"“{value}” is not a number", "write digits, or “open” for no limit")
        return str(number)
    bounds = [str(bound) for bound in Bound]
    if name == "bound" and value not in ("", "none", *bounds):
        raise NotesError(f"“{value}” is no bound", f"bounds are {', '.join(bounds)} and none")
    return value


def _placeless(decision: Decision) -> Placed | None:
    """Return a decision that is about no place as placed; None when it is about another corpus."""
    return None if decision.anchors else Placed(decision, ())
