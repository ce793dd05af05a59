"""Places and frequencies of several terms, put together by document."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from index.engines.whoosh.schema import form_mark
from index.language import lemma_of

Places: TypeAlias = dict[int, list[tuple[int, int]]]
"""By document: the first and the last position of every occurrence, in order."""


def families(forms: Iterable[str]) -> dict[str, frozenset[int]]:
    """Return, by lemma, the marks of the forms."""
    families: dict[str, set[int]] = {}
    for form in forms:
        families.setdefault(lemma_of(form), set()).add(form_mark(form))
    return {lemma: frozenset(marks) for lemma, marks in families.items()}


def summed(weights: Sequence[dict[int, float]]) -> dict[int, float]:
    """Return the sum of several terms' frequencies."""
    total = dict(weights[0]) if weights else {}
    for more in weights[1:]:
        for number, weight in more.items():
            total[number] = total.get(number, 0.0) + weight
    return total


def without(places: Places, names: Sequence[Places]) -> Places:
    """Return the places that lie in none of the names."""
    kept: Places = {}
    for number, spans in places.items():
        covered = [span for name in names for span in name.get(number, ())]
        if left := [span for span in spans if not any(a <= span[0] <= b for a, b in covered)] if covered else spans:
            kept[number] = left
    return kept


def union(found: Sequence[Places]) -> Places:
    """Return the places of several terms as those of one."""
    if len(found) == 1:
        return found[0]
    merged: dict[int, set[tuple[int, int]]] = {}
    for places in found:
        for number, spans in places.items():
            merged.setdefault(number, set()).update(spans)
    return {number: sorted(spans) for number, spans in merged.items()}
