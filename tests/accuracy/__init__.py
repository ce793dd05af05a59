"""Measurements of quality on public text; `python -m tests.accuracy` writes them to docs/ACCURACY.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure: the area, the data, the measure, its value, and how many items it rests on."""

    area: str
    data: str
    measure: str
    value: float
    items: int
    reference: str = ""
    """The published figure to compare with, and whose it is."""
    misses: tuple[str, ...] = ()
    """A few typical misses, described in our own words."""
