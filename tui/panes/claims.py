"""The claims sidebar: what the documents in use say, by topic, and how it stands to the other sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from index.records import (
    Claim,
    ClaimKind,
    Figure,
    Span,
    Status,
    short_place,
    subject_of,
)
from tui.background import Background
from tui.painting import Line, Run, wrapped
from tui.panes.listing import Item, Listing, RowsItem
from tui.panes.results import WordsItem
from tui.signs import KINDS, NOTE, STATUSES, claim_sign, verdict_sign
from tui.text import cell_len, content, fit, squeeze
from tui.topicview import Group, TopicView, gather

if TYPE_CHECKING:
    from index.corpus import Corpus

NAME = 22
"""Cells of an outlet or a title in the title of the list."""
KIND_VIEWS: tuple[ClaimKind | None, ...] = (None, *ClaimKind)


@dataclass(frozen=True, slots=True)
class TopicItem(RowsItem):
    """The heading of a topic: its status as sign and word, and what it is about."""

    group: Group
    first: bool

    @property
    def key(self) -> str:
        """The topic's id."""
        return f"topic:{self.group.topic.id if self.group.topic else 'alone'}"

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows: sign, word and label; a label longer than two rows is cut."""
        sign = STATUSES[self.group.status]
        before: list[Line] = [] if self.first else [()]
        if self.group.topic is None:
            return [*before, ((f"{sign.sign} ", sign.tone), (f"alone  {len(self.group.own)}", "dim"))]
        words = f"{sign.sign} {sign.word} "
        label = words + squeeze(self.group.topic.label)
        rows = wrapped(label, [(0, len(words), sign.tone)], width, "heading")
        if len(rows) > 2:
            shown = len("".join(text for text, _ in rows[0]))
            rows = [rows[0], ((fit(label[shown:].lstrip(), width), "heading"),)]
        return [*before, *rows]


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """A claim: its kind, its words, and whose they are."""

    claim: Claim
    number: int
    """The document's number in the list."""
    own: bool = True
    status: Status = Status.ALONE
    head: bool = False
    """Whether it is the first of its topic."""
    verdict: str = ""
    noted: bool = False
    corrected: bool = False
    marked: bool = False
    """Whether another claim is to be joined with it."""
    place: str = ""
    """The page that stands in place of the line, if any."""

    @property
    def key(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def selectable(self) -> bool:
        """Every claim can be opened."""
        return True

    def height(self, width: int) -> int:
        """Return one row."""
        return 1 if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the row: kind, words, and document and line at the right edge."""
        claim, sign = self.claim, claim_sign(self.claim)
        place = f" {self.number}:{self.place or claim.line}"
        room = max(4, width - cell_len(place) - 4)
        decided = self.decided(short=False)
        if cell_len(decided) + cell_len(squeeze(claim.surface)) > room:
            decided = self.decided(short=True)
        surface = fit(squeeze(claim.surface), max(4, room - cell_len(decided)))
        rest = room - cell_len(surface)
        decided = fit(decided, rest)
        rest -= cell_len(decided)
        detail = fit(f" {squeeze(claim_detail(claim))}", rest) if rest > 4 else ""
        blank = " " * (rest - cell_len(detail))
        lead: Run = ("◆ ", "mark") if self.marked else ("  " if self.own else "└ ", "dim")
        return (
            (
                lead,
                (f"{sign.sign} ", sign.tone),
                (surface, "" if self.own else "dim"),
                (decided, "mark"),
                (detail, "dim"),
                (blank, ""),
                (place, "number"),
            ),
        )

    def decided(self, *, short: bool) -> str:
        """Return what the person decided on the claim: signs, with words where there is room."""
        parts = []
        if self.verdict:
            sign = verdict_sign(self.verdict)
            parts.append(sign.sign if short else f"{sign.sign} {sign.word}")
        if self.noted:
            parts.append(NOTE.sign)
        if self.corrected:
            parts.append("→" if short else "→ corrected")
        return "".join(f" {part}" for part in parts)


def _place_in_text(item: ClaimItem) -> tuple[int, ...]:
    return (*item.claim.span, list(ClaimKind).index(item.claim.kind))


def claim_detail(claim: Claim) -> str:
    """Return what a claim is about: what is counted, what happened, or who speaks."""
    if isinstance(claim, Figure) and claim.quantity.subject:
        return claim.quantity.subject
    return claim.speaker or (subject_of(claim) if not isinstance(claim, Figure) else "") or ""


class ClaimsPane(Background):
    """Follows the documents in use; conflicts come first."""

    @dataclass
    class Chosen(Message):
        """A claim is to be shown in the reader; ``focus`` when the person wants to go there."""

        claim: Claim
        focus: bool

    @dataclass
    class Loaded(Message):
        """The claims of the documents in use are there."""

        view: TopicView

    def __init__(self, corpus: "Corpus", **options: Any) -> None:
        super().__init__(**options)
        self.corpus = corpus
        self.view = TopicView((), ())
        self.kind: ClaimKind | None = None
        self.whole = False
        self.marked: Claim | None = None
        """The claim that another one is to be joined with."""
        self._documents: tuple[str, ...] = ()
        self._numbers: dict[str, int] = {}
        self._places: dict[str, tuple[tuple[int, str], ...]] = {}
        self._names: dict[str, str] = {}
        self._visited = False
        """Whether the person has been in this list; before, it is shown from its first conflict."""

    def compose(self) -> ComposeResult:
        """Compose the list."""
        yield Listing(id="claim-list")

    def on_mount(self) -> None:
        """Title the list."""
        self.listing.border_title = "4 Claims"

    @property
    def listing(self) -> Listing:
        """The list."""
        return self.query_one(Listing)

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.listing.item.claim if isinstance(self.listing.item, ClaimItem) else None

    def follow(self, documents: Sequence[str], *, again: bool = False) -> None:
        """Show the claims of these documents."""
        if tuple(documents) == self._documents and not again:
            return
        self._documents = tuple(documents)
        self._load()

    def select(self, id_: str) -> None:
        """Move the cursor to a claim."""
        self._visited = True
        self.listing.select_key(id_)

    def read_again(self) -> None:
        """Show the claims of the same documents as they are now."""
        self._load()

    def mark(self, claim: Claim | None) -> None:
        """Mark the claim that another one is to be joined with, or take the mark off."""
        self.marked = claim
        self._fill(keep=True)

    def next_scope(self) -> None:
        """Show the claims of the whole corpus, or of the documents in use again."""
        self.whole = not self.whole
        self._load()

    def next_kind(self) -> None:
        """Show the claims of the next kind."""
        self.kind = KIND_VIEWS[(KIND_VIEWS.index(self.kind) + 1) % len(KIND_VIEWS)]
        self._fill(keep=False)

    def _load(self) -> None:
        scope = None if self.whole else self._documents
        entries = self.corpus.documents()
        self._numbers = {entry.id: entry.number for entry in entries}
        self._places = {entry.id: entry.places for entry in entries if entry.places}
        self._names = {entry.id: f"{entry.number} {entry.metadata.outlet or entry.title}" for entry in entries}
        self.listing.border_title = content(self._title())
        self.ask_in_turn("claims", lambda cancelled: gather(self.corpus, scope, cancelled), self._loaded)

    def _title(self) -> str:
        """Return whose claims are listed."""
        if self.whole:
            return f"4 Claims of all {len(self._names):,} articles"
        names = [fit(squeeze(self._names[id_]), NAME) for id_ in self._documents if id_ in self._names]
        return " ".join(["4 Claims", *(["of", " and ".join(names)] if names else [])])

    def _loaded(self, view: TopicView) -> None:
        same = view.documents == self.view.documents
        self.view = view
        self._visited = self._visited and same
        self._fill(keep=self._visited)
        self.post_message(self.Loaded(view))

    def _fill(self, *, keep: bool) -> None:
        items = self.items_of(self.view, self.kind)
        self.listing.set_items(items, keep=keep)
        shown = sum(isinstance(item, ClaimItem) for item in items)
        parts = [KINDS[self.kind].word if self.kind else "", "whole corpus" if self.whole else "", f"{shown:,}"]
        if self.view.conflicts:
            parts.append(f"{STATUSES[Status.CONFLICT].sign} {self.view.conflicts}")
        self.listing.border_subtitle = " · ".join(part for part in parts if part)

    def items_of(self, view: TopicView, kind: ClaimKind | None) -> list[Item]:
        """Return the rows of a view, narrowed to one kind."""
        items: list[Item] = []
        for group in (group.of_kind(kind) for group in view.groups):
            if not group.own and not (view.documents is None and group.others):
                continue
            items.append(TopicItem(group, not items))
            claims = [(claim, True) for claim in group.own] + [(claim, False) for claim in group.others]
            items += [
                ClaimItem(
                    claim,
                    self._numbers.get(claim.document, 0),
                    own,
                    group.status,
                    place == 0,
                    view.verdicts.get(claim.id, ""),
                    claim.id in view.notes,
                    claim.id in view.as_read,
                    self.marked is not None and claim.id == self.marked.id,
                    short_place(self._places.get(claim.document, ()), claim.line),
                )
                for place, (claim, own) in enumerate(claims)
            ]
            if group.hidden:
                items.append(WordsItem(f"    and {group.hidden} more"))
        if not items:
            kinds = KINDS[kind].word if kind else "figures, events, quotations or predictions"
            items.append(
                WordsItem(
                    f"No {kinds} were found here." if self._documents else "Open an article to see what it claims."
                )
            )
        return items

    def step(self, by: int, *, conflicts: bool = False) -> Claim | None:
        """Move the cursor to the next claim (or topic in conflict) and return it; None when there is none."""
        items = self.listing.items
        wanted = [
            place
            for place, item in enumerate(items)
            if isinstance(item, ClaimItem) and (not conflicts or (item.head and item.status is Status.CONFLICT))
        ]
        if not wanted:
            return None
        here = self.listing.cursor if self.listing.cursor is not None else -1
        if by > 0:
            place = next((one for one in wanted if one > here), wanted[0])
        else:
            place = next((one for one in reversed(wanted) if one < here), wanted[-1])
        self._visited = True
        with self.prevent(Listing.Highlighted):
            self.listing.cursor = place
        return self.claim

    def in_text(self, document: str) -> list[ClaimItem]:
        """Return the claims of a document that are listed, in the order of its text."""
        items = [item for item in self.listing.items if isinstance(item, ClaimItem) and item.claim.document == document]
        return sorted(items, key=_place_in_text)

    def step_in_text(self, document: str, span: Span | None, place: int, by: int, conflicts: bool) -> Claim | None:
        """Move the cursor to the next claim (or conflict) of a document's text and return it; None when there is none.

        It goes on from the claim under the cursor when that is at ``span``, the passage in use, else from ``place``.
        """
        wanted = [item for item in self.in_text(document) if not conflicts or item.status is Status.CONFLICT]
        if not wanted:
            return None
        here: tuple[int, ...] = (place, 0) if by < 0 else (place - 1, 0)
        claim = self.claim
        if claim is not None and claim.document == document and claim.span == span and place == span.start:
            here = (*claim.span, list(ClaimKind).index(claim.kind))
        if by > 0:
            found = next((item for item in wanted if _place_in_text(item) > here), wanted[0])
        else:
            found = next((item for item in reversed(wanted) if _place_in_text(item) < here), wanted[-1])
        self._visited = True
        self.listing.select_key(found.key)
        return found.claim

    def position(self) -> str:
        """Return the place among the claims in words: ``claim 3/17``."""
        claims = [item for item in self.listing.items if isinstance(item, ClaimItem)]
        if self.claim is None or not claims:
            return ""
        return f"claim {[item.claim.id for item in claims].index(self.claim.id) + 1}/{len(claims)}"

    @on(Listing.Selected)
    def _selected(self, event: Listing.Selected) -> None:
        event.stop()
        if isinstance(event.item, ClaimItem):
            self.post_message(self.Chosen(event.item.claim, focus=True))

    @on(Listing.Highlighted)
    def _highlighted(self, event: Listing.Highlighted) -> None:
        event.stop()
        if isinstance(event.item, ClaimItem) and self.listing.has_focus:
            self._visited = True
            self.post_message(self.Chosen(event.item.claim, focus=False))
