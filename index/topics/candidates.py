"""Which claims of two documents are worth a closer look: those that share a thing counted, a value, or rare words."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import product

from index.claims.relations import stated_value
from index.records import ClaimKind
from index.topics.mentions import Mention

_EVENT_WORDS = 5
_MANY = 1200
"""Pairs of claims of two documents that are looked at, those with the rarest keys first; only tables have more."""

Index = Mapping[str, Sequence[int]]
"""The places of one document's claims by what could bring them together with another's."""


def index_of(mentions: Iterable[Mention]) -> dict[str, list[int]]:
    """Return the places of a document's claims under their keys."""
    found: dict[str, list[int]] = {}
    for place, mention in enumerate(mentions):
        for key in dict.fromkeys(_keys(mention)):
            found.setdefault(key, []).append(place)
    return found


def candidates(first: Index, second: Index) -> list[tuple[int, int]]:
    """Return the pairs of claims of two documents that share a key, by their places, each once."""
    pairs: dict[tuple[int, int], None] = {}
    shared = sorted((len(first[key]) * len(second[key]), key) for key in first.keys() & second.keys())
    for _, key in shared:
        for pair in product(first[key], second[key]):
            if len(pairs) >= _MANY:
                return list(pairs)
            pairs[pair] = None
    return list(pairs)


def _keys(mention: Mention) -> list[str]:
    if mention.kind is ClaimKind.FIGURE:
        return _figure_keys(mention)
    if mention.kind is ClaimKind.QUOTATION:
        return [f"q {run}" for run in sorted(mention.shingles)]
    if mention.kind is ClaimKind.EVENT:
        return [f"e {key}" for key in nlargest(_EVENT_WORDS, mention.own, key=lambda key: (mention.own[key], key))]
    words = nlargest(_EVENT_WORDS, mention.near, key=lambda key: (mention.vector.get(key, 0.0), key))
    lasting = ["p lasting"] if "lasting" in mention.facets else []
    return lasting + [f"p {key}" for key in words]


def _figure_keys(mention: Mention) -> list[str]:
    quantity = mention.quantity
    if quantity is None:
        return []
    keys = [f"h {mention.head}"] if mention.head else []
    if quantity.unit is not None and quantity.unit != "percent" and not quantity.unit.isupper():
        keys.append(f"u {quantity.unit}")
    if (value := stated_value(quantity)) is not None:
        keys.append(f"v {value:.10g} {quantity.unit}")
    else:
        keys.append(f"v {quantity.low} {quantity.high} {quantity.unit}")
    return keys
