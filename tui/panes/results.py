"""The results of a search: articles, and under each the sentences that answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from index.counting import counted
from index.records import ARTICLE_ZONES, Hit, Passage, SearchResult, short_place
from tui.painting import Line, Run, shortened, wrapped
from tui.panes.documents import about
from tui.panes.listing import Item, Listing, RowsItem
from tui.text import clean, squeeze

ROWS_OF_A_PASSAGE = 3
"""A longer sentence is cut to so many rows around its first match."""


@dataclass(frozen=True, slots=True)
class HitItem:
    """An article that answers: its title, and how many of its sentences do."""

    hit: Hit

    @property
    def key(self) -> str:
        """The document's id."""
        return f"hit:{self.hit.document.id}"

    @property
    def selectable(self) -> bool:
        """A heading; an article found by its data alone can be opened by it."""
        return not self.hit.passages

    def height(self, width: int) -> int:
        """Return one row."""
        return 1 if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the row."""
        entry, count = self.hit.document, len(self.hit.passages)
        number = f" {counted(count, 'hit')}"
        return (
            shortened(
                (
                    (f"{entry.number} ", "number"),
                    (squeeze(entry.title), "heading"),
                    (number, "key"),
                    (f" · {about(entry)}", "dim"),
                ),
                width,
            ),
        )


@dataclass(frozen=True, slots=True)
class PassageItem(RowsItem):
    """A sentence that answers, its matches marked."""

    article: int
    place: int
    passage: Passage
    said: str = ""
    """The page that is said in place of the line, if any."""
    made: dict[int, Sequence[Line]] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> str:
        """Where the sentence stands."""
        return f"{self.passage.document}#{self.passage.span.start}"

    @property
    def selectable(self) -> bool:
        """Every sentence can be opened."""
        return True

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows: the line's number, then the sentence."""
        if width not in self.made:
            self.made.clear()
            self.made[width] = self._rows(width)
        return self.made[width]

    def _rows(self, width: int) -> Sequence[Line]:
        passage, start = self.passage, self.passage.span.start
        marks = [
            (match.span.start - start, match.span.end - start, "alias" if match.how == "alias" else "hit")
            for match in passage.matches
        ]
        lead = f"{self.said or str(passage.line):>5} "
        label = "" if passage.zone in ARTICLE_ZONES else f"[{passage.zone.value}] "
        words, shift = clean(passage.text), len(label)
        rows = wrapped(
            label + words,
            [(first + shift, last + shift, tone) for first, last, tone in marks],
            max(10, width - len(lead) - 1),
            "" if passage.complete else "dim",
        )
        first = next((index for index, row in enumerate(rows) if any(tone in {"hit", "alias"} for _, tone in row)), 0)
        first = max(0, min(first, len(rows) - ROWS_OF_A_PASSAGE))
        shown = rows[first : first + ROWS_OF_A_PASSAGE]
        before: Run = ("…" if first else " ", "dim")
        after: Line = (("…", "dim"),) if first + ROWS_OF_A_PASSAGE < len(rows) else ()
        numbered = [
            ((lead if index == 0 else " " * len(lead), "number"), before if index == 0 else (" ", ""), *row)
            for index, row in enumerate(shown)
        ]
        numbered[-1] = (*numbered[-1], *after)
        return numbered


@dataclass(frozen=True, slots=True)
class WordsItem(RowsItem):
    """A line of the program's own words: a note, an offer, a hint."""

    words: str
    tone: str = "dim"
    query: str | None = None
    """The query that choosing the line searches for."""

    @property
    def key(self) -> str:
        """The words."""
        return f"words:{self.words}"

    @property
    def selectable(self) -> bool:
        """Only an offer can be chosen."""
        return self.query is not None

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        return wrapped(clean(self.words), (), max(4, width - 1), self.tone)


class ResultsPane(Listing):
    """What the last search found; folded away while there is none."""

    BORDER_TITLE = "2 Results"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.result: SearchResult | None = None

    def show_result(self, result: SearchResult | None, offers: Sequence[WordsItem] = ()) -> None:
        """Show a search's answer under what else is offered, or the hint how to search."""
        same = self.result is not None and result is not None and self.result.query == result.query
        self.result = result
        items = result_items(result, offers)
        self.set_items(items, keep=same)
        if result is not None and result.hits and isinstance(self.item, WordsItem):
            # An offer stands first, but the best answer is what Enter opens.
            best = next(item for item in items if isinstance(item, HitItem | PassageItem) and item.selectable)
            self.select_key(best.key)
        self.border_subtitle = None

    def select_passage(self, passage: Passage) -> None:
        """Put the cursor on a sentence, without opening it."""
        self.select_key(f"{passage.document}#{passage.span.start}")


def result_items(result: SearchResult | None, offers: Sequence[WordsItem] = ()) -> "list[Item]":
    """Return the rows of a search's answer, what else is offered first."""
    if result is None:
        return [WordsItem(line) for line in SEARCH_HINTS]
    items: list[Item] = []
    if not result.hits:
        items.append(WordsItem("No article matches.", ""))
    items += offers
    for article, hit in enumerate(result.hits):
        items.append(HitItem(hit))
        items += [
            PassageItem(article, place, passage, short_place(hit.document.places, passage.line))
            for place, passage in enumerate(hit.passages)
        ]
    if result.hits and result.total > len(result.hits):
        items.append(
            WordsItem(f"The first {len(result.hits)} of {result.total} articles are listed; narrow the search.")
        )
    return items


SEARCH_HINTS = (
    "Press / and type: results come as you type.",
    'two words · "a phrase" · one OR other · -without · pre* · "two words"~5',
    "title: outlet: author: zone: speaker: · date:2025-01-10..2025-01-20",
)
