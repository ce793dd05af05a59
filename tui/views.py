"""Views over the whole corpus: the timeline, the figures by topic, related articles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.records import (
    Claim,
    ClaimKind,
    DocumentEntry,
    Related,
    time_of,
)
from tui.painting import Line, shortened
from tui.panes.claims import ClaimItem, TopicItem
from tui.panes.documents import about
from tui.panes.listing import Item
from tui.panes.results import WordsItem
from tui.text import squeeze
from tui.topicview import gather

if TYPE_CHECKING:
    from index.corpus import Corpus

EVENTS_SHOWN = 5000


@dataclass(frozen=True, slots=True)
class RelatedItem:
    """A document to compare with, and why it is like the one in use."""

    entry: DocumentEntry
    related: Related | None

    @property
    def key(self) -> str:
        """The document's id."""
        return self.entry.id

    @property
    def selectable(self) -> bool:
        """Every document can be chosen."""
        return True

    def height(self, width: int) -> int:
        """Return two rows."""
        return 2 if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows: title, and likeness with its reasons."""
        why = "; ".join(self.related.reasons) if self.related else about(self.entry)
        score = f"{self.related.score:.2f} " if self.related else "     "
        return (
            shortened(((f"{self.entry.number:>4} ", "number"), (squeeze(self.entry.title), "heading")), width),
            shortened((("     ", ""), (score, "key"), (squeeze(why), "dim")), width),
        )


def partner_items(corpus: "Corpus", chosen: str) -> list[Item]:
    """Return the other documents to compare with, the most like ``chosen`` first."""
    entries = {entry.id: entry for entry in corpus.documents() if entry.id != chosen}
    ranked = [one for one in corpus.related(chosen) if one.document in entries]
    listed = {one.document for one in ranked}
    items: list[Item] = [RelatedItem(entries[one.document], one) for one in ranked]
    items += [RelatedItem(entry, None) for id_, entry in entries.items() if id_ not in listed]
    return items or [WordsItem("There is no other article to compare with.")]


def timeline_items(corpus: "Corpus", cancelled: Callable[[], bool]) -> list[Item]:
    """Return the dated events of the whole corpus in order of time, under a heading for each date."""
    numbers = {entry.id: entry.number for entry in corpus.documents()}
    events = [
        claim
        for claim in corpus.claims(kind=ClaimKind.EVENT)
        if (when := time_of(claim)) is not None and (when.start or when.end)
    ]
    if cancelled():
        return []
    events.sort(key=lambda claim: (_date(claim), _time_of_day(claim), numbers.get(claim.document, 0), claim.span.start))
    items: list[Item] = []
    before = ""
    for claim in events[:EVENTS_SHOWN]:
        if _date(claim) != before:
            before = _date(claim)
            items.append(WordsItem(_period(claim), "heading"))
        items.append(ClaimItem(claim, numbers.get(claim.document, 0)))
    if len(events) > EVENTS_SHOWN:
        items.append(WordsItem(f"The first {EVENTS_SHOWN} of {len(events)} events are listed."))
    return items or [WordsItem("No event with a date was found.")]


def _date(claim: Claim) -> str:
    when = time_of(claim)
    return f"{when.start or when.end} {when.end or when.start}" if when and (when.start or when.end) else ""


def _time_of_day(claim: Claim) -> str:
    when = time_of(claim)
    return (when.start_time or "") if when else ""


def _period(claim: Claim) -> str:
    when = time_of(claim)
    start, end = (when.start, when.end) if when else (None, None)
    if start is None or end is None:
        return f"since {start}" if start else f"until {end}"
    if start == end:
        return start
    if (start[4:], end[4:]) == ("-01-01", "-12-31"):
        return start[:4] if start[:4] == end[:4] else f"{start[:4]} to {end[:4]}"
    if start[:7] == end[:7] and start.endswith("-01") and end[8:] >= "28":
        return start[:7]
    return f"{start} to {end}"


def figure_items(corpus: "Corpus", cancelled: Callable[[], bool]) -> list[Item]:
    """Return the figures of the whole corpus by topic, those in conflict first."""
    numbers = {entry.id: entry.number for entry in corpus.documents()}
    items: list[Item] = []
    for group in gather(corpus, None, cancelled).groups:
        figures = group.of_kind(ClaimKind.FIGURE)
        if not figures.own:
            continue
        items.append(TopicItem(figures, not items))
        items += [ClaimItem(claim, numbers.get(claim.document, 0), True, figures.status) for claim in figures.own]
    return items or [WordsItem("No figure was found.")]


__all__ = ["RelatedItem", "figure_items", "timeline_items"]
