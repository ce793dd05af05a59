"""The facets of a search: values by which its results are narrowed, to include or to leave out."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Facet, SearchResult
from tui.painting import Line, shortened
from tui.panes.listing import Item
from tui.panes.results import WordsItem
from tui.text import squeeze

STATES = {"": "[ ]", "only": "[+]", "without": "[-]"}
Filter = tuple[str, str]
"""A field and the value asked for; a value with ``-`` before it is left out."""


@dataclass(frozen=True, slots=True)
class FacetItem:
    """A value with the number of results that have it, and whether it is asked for or left out."""

    facet: Facet
    state: str = ""
    """Empty, ``only`` or ``without``."""

    @property
    def key(self) -> str:
        """The field and the value."""
        return f"{self.facet.field}:{self.facet.value}"

    @property
    def selectable(self) -> bool:
        """Every value can be chosen."""
        return True

    def height(self, width: int) -> int:
        """Return one row."""
        return 1 if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the row: state, value, count."""
        return (
            shortened(
                (
                    (f"{STATES[self.state]} ", "key"),
                    (squeeze(self.facet.value), ""),
                    (f"  {self.facet.count:,}" if self.facet.count else "", "number"),
                ),
                width,
            ),
        )

    def toggled(self, filters: Sequence[Filter], sign: str) -> tuple[Filter, ...]:
        """Return ``filters`` with this value asked for (``sign`` empty), left out (``-``), or free if it was so."""
        field, value = self.facet.field, self.facet.value
        others = tuple(one for one in filters if one not in ((field, value), (field, f"-{value}")))
        wanted = (field, sign + value)
        return others if wanted in filters else (*others, wanted)


def facet_items(result: SearchResult, filters: Sequence[Filter]) -> list[Item]:
    """Return the facets of a search under the headings of their fields; those in force are always there."""
    facets = list(result.facets)
    listed = {(facet.field, facet.value) for facet in facets}
    for field, value in filters:
        if (field, value.removeprefix("-")) not in listed:
            facets.append(Facet(field, value.removeprefix("-"), 0))
    items: list[Item] = []
    for field in dict.fromkeys(facet.field for facet in facets):
        items.append(WordsItem(field, "heading"))
        for facet in facets:
            if facet.field == field:
                only, without = (field, facet.value) in filters, (field, f"-{facet.value}") in filters
                items.append(FacetItem(facet, "only" if only else "without" if without else ""))
    return items or [WordsItem("Nothing to narrow the results by.")]
