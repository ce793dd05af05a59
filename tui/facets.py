"""The facets of a search: values by which its results are narrowed, to include or to leave out."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.counting import counted
from index.records import Facet
from tui.painting import Line, shortened
from tui.panes.listing import Item
from tui.panes.results import WordsItem
from tui.text import squeeze

FIELDS = ("outlet", "month", "kind", "zone")
"""The order in which fields are shown."""
STATES = {"": "[ ]", "only": "[+]", "without": "[-]"}
Filter = tuple[str, str]
"""A field and the value asked for; a value with ``-`` before it is left out."""


@dataclass(frozen=True, slots=True)
class FacetItem:
    """A value with the number of articles among the results that have it, and whether it is asked for or left out."""

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
        """Return the row: state, value, count of articles."""
        return (
            shortened(
                (
                    (f"{STATES[self.state]} ", "key"),
                    (squeeze(self.facet.value), ""),
                    (f"  {counted(self.facet.count, 'article')}", "number"),
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


def merged(known: Sequence[Facet], now: Sequence[Facet], filters: Sequence[Filter]) -> tuple[Facet, ...]:
    """Return the facets as they are now, with those known from before or in force that nothing has any more."""
    counts = {(facet.field, facet.value): facet.count for facet in now}
    keys = [(facet.field, facet.value) for facet in (*known, *now)]
    keys += [(field, value.removeprefix("-")) for field, value in filters]
    kept = sorted(dict.fromkeys(keys), key=lambda key: FIELDS.index(key[0]) if key[0] in FIELDS else len(FIELDS))
    return tuple(Facet(field, value, counts.get((field, value), 0)) for field, value in kept)


def facet_items(facets: Sequence[Facet], filters: Sequence[Filter]) -> list[Item]:
    """Return facets as rows under the headings of their fields."""
    items: list[Item] = []
    for field in dict.fromkeys(facet.field for facet in facets):
        items.append(WordsItem(field, "heading"))
        for facet in facets:
            if facet.field == field:
                only, without = (field, facet.value) in filters, (field, f"-{facet.value}") in filters
                items.append(FacetItem(facet, "only" if only else "without" if without else ""))
    return items or [WordsItem("Nothing to narrow the results by.")]
