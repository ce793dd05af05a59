"""The facts about every indexed document that queries ask for, in memory while a reader is open."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from index.engines.whoosh.schema import ZONE_WEIGHTS
from index.query import MetadataField, days_of
from index.records import ZoneKind

_WEIGHTS = {kind.value: weight for kind, weight in ZONE_WEIGHTS.items()}


class Table:
    """Length, zones, outlet, authors and date of every document, by its number in the reader."""

    def __init__(self, records: Iterable[tuple[int, Any]]) -> None:
        self.records: dict[int, Any] = dict(records)
        self.numbers = set(self.records)
        self.by_id = {record[0]: number for number, record in self.records.items()}
        kinds: dict[frozenset[str], frozenset[str]] = {}
        self.kinds = {n: _one(kinds, frozenset(z[0] for z in record[6])) for n, record in self.records.items()}
        self._starts: dict[int, list[int]] = {}
        self.lengths = {number: record[1] for number, record in self.records.items()}
        self.mean_length = (sum(self.lengths.values()) / len(self.lengths) or 1.0) if self.lengths else 1.0

    def weight_at(self, number: int, position: int) -> float:
        """Return the weight of the zone a position lies in."""
        zones = self.records[number][6]
        index = bisect_right(self._zone_starts(number), position) - 1
        return _WEIGHTS[zones[index][0]] if index >= 0 else 1.0

    def within(self, number: int, positions: Sequence[int], kinds: frozenset[ZoneKind]) -> list[int]:
        """Return the positions that lie in zones of the given kinds."""
        if self.kinds[number] <= kinds:
            return list(positions)
        zones, starts = self.records[number][6], self._zone_starts(number)
        return [position for position in positions if zones[bisect_right(starts, position) - 1][0] in kinds]

    def _zone_starts(self, number: int) -> list[int]:
        if number not in self._starts:
            self._starts[number] = [zone[1] for zone in self.records[number][6]]
        return self._starts[number]

    def with_zones(self, kinds: frozenset[ZoneKind]) -> set[int]:
        """Return the documents that have a zone of one of the kinds."""
        return {number for number, having in self.kinds.items() if not kinds.isdisjoint(having)}

    def with_metadata(self, field: MetadataField, forms: tuple[str, ...]) -> set[int]:
        """Return the documents whose outlet, or one of whose authors, has the words ``forms`` in a row."""
        if field is MetadataField.OUTLET:
            return {number for number, record in self.records.items() if _in_row(forms, record[4])}
        return {n for n, record in self.records.items() if any(_in_row(forms, name) for name in record[5])}

    def published(self, first: str | None, last: str | None) -> set[int]:
        """Return the documents published between two days; of a month or year, any day will do."""
        found = set()
        for number, record in self.records.items():
            days = days_of(record[2][:10]) if record[2] else None
            if days and (first is None or days[1] >= first) and (last is None or days[0] <= last):
                found.add(number)
        return found


def _one(known: dict[frozenset[str], frozenset[str]], value: frozenset[str]) -> frozenset[str]:
    """Return the value that was met first, so that equal ones are kept once."""
    return known.setdefault(value, value)


def _in_row(forms: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Say whether ``forms`` stand in a row among ``words``; the last may be the beginning of a word."""
    length = len(forms)
    return any(
        words[i : i + length - 1] == forms[:-1] and words[i + length - 1].startswith(forms[-1])
        for i in range(len(words) - length + 1)
    )
