"""What two sentences have in common beside their words: a term of several words, themes, predictions that are alike."""

from collections.abc import Sequence
from itertools import pairwise

from index.comparison.features import Passage
from index.terms import Term, is_grammar

SHARED_TERM = "both say “"
"""How the reason begins that quotes a term of two words."""
LASTING = "lasting"
"""The theme of whether things last, which forecasts are about more often than about any other."""
_TERMS_SHOWN = 2
_OPEN = frozenset({"uncertain", "unlikely"})
"""Stances that doubt: a question whether it lasts and a denial speak of one thing."""


def alike_stances(a: Passage, b: Passage) -> frozenset[str]:
    """Return the stances of two sentences that foretell alike on one theme; empty where they do not."""
    if not a.stances or not b.stances or a.themes.isdisjoint(b.themes):
        return frozenset()
    shared = a.stances & b.stances
    return shared or (_OPEN if a.stances & _OPEN and b.stances & _OPEN else frozenset())


def anchors_of(a: Passage, b: Passage) -> list[str]:
    """Return in words what anchors a link: "both say “soft power”", "predictions alike: likely (lasting)"."""
    places = _terms(a.terms)
    shared = [key for key in places.keys() & _terms(b.terms).keys() if key in a.vector]
    found = sorted(shared, key=lambda key: (-a.vector[key], key))
    said = [f"{SHARED_TERM}{a.text[slice(*places[key])]}”" for key in found[:_TERMS_SHOWN]]
    if stances := alike_stances(a, b):
        lasting = f" ({LASTING})" if LASTING in a.themes & b.themes else ""
        said.append(f"predictions alike: {', '.join(sorted(stances))}{lasting}")
    return said


def _terms(terms: Sequence[Term]) -> dict[str, tuple[int, int]]:
    """Return the pairs of neighbouring words that say something, with their places; no names of alias groups."""
    found: dict[str, tuple[int, int]] = {}
    for left, right in pairwise(terms):
        if not (left.key.isalpha() and right.key.isalpha()) or right.start - left.end != 1:
            continue
        if is_grammar(left.key) or is_grammar(right.key):
            continue
        found.setdefault(f"{left.key} {right.key}", (left.start, right.end))
    return found
