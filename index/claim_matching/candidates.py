"""Which claims of two documents are worth a closer look: those that share a thing counted, a value, or rare words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice, product

from index.claim_matching.mentions import Mention
from index.claim_matching.relations import stated_value
from index.claims import dimension_of
from index.records import ClaimKind

_VALUES = (ClaimKind.FIGURE, ClaimKind.EVENT, ClaimKind.OUTCOME, ClaimKind.QUOTATION, ClaimKind.PREDICTION)
_EVENT_WORDS = 5
_MANY = 1200
"""Pairs of claims of two documents that are looked at, those with the rarest keys first; only tables have more."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one document: as mentions in order, and their places by what could bring them together with others.

    A place is a number from 0, in the order of ``mentions``.
    """

    mentions: Sequence[Mention]
    places: Mapping[str, Sequence[int]]


def gather(mentions: Sequence[Mention]) -> Claims:
    """Return the claims of a document ready to be set beside another's."""
    found: dict[str, list[int]] = {}
    for place, mention in enumerate(mentions):
        for key in dict.fromkeys(_keys(mention)):
            found.setdefault(key, []).append(place)
    return Claims(mentions, found)


def candidates(first: Claims, second: Claims, *, thorough: bool = False) -> list[tuple[int, int]]:
    """Return the pairs of claims of two documents that share a key, by their places, each once.

    ``thorough``, all pairs of figures and of dates are returned, where they are not too many.
    """
    if thorough and (found := _all_values(first.mentions, second.mentions)):
        own = {pair: None for pair in _keyed(first, second) if first.mentions[pair[0]].kind not in _VALUES}
        return [*found, *own]
    return _keyed(first, second)


def _all_values(ours: Sequence[Mention], theirs: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return all pairs of values of one kind; none where they are too many to be looked at one by one."""
    pairs: list[tuple[int, int]] = []
    for kind in _VALUES:
        left = [place for place, mention in enumerate(ours) if mention.kind is kind]
        right = [place for place, mention in enumerate(theirs) if mention.kind is kind]
        if len(left) * len(right) > _MANY:
            return []
        pairs += product(left, right)
    return pairs


def _keyed(first: Claims, second: Claims) -> list[tuple[int, int]]:
    pairs: dict[tuple[int, int], None] = {}
    ours, theirs = first.places, second.places
    shared = sorted((len(ours[key]) * len(theirs[key]), key) for key in ours.keys() & theirs.keys())
    for _, key in shared:
        pairs.update(dict.fromkeys(islice(product(ours[key], theirs[key]), 2 * _MANY)))
        if len(pairs) >= _MANY:
            return list(islice(pairs, _MANY))
    return list(pairs)


def _keys(mention: Mention) -> list[str]:
    if mention.kind is ClaimKind.FIGURE:
        return _figure_keys(mention)
    if mention.kind is ClaimKind.QUOTATION:
        return [f"q {run}" for run in sorted(mention.shingles)]
    if mention.kind is ClaimKind.OUTCOME and mention.outcome is not None:
        return [f"o {mention.outcome.group} {key}" for key in sorted(mention.own)]
    if mention.kind is ClaimKind.EVENT:
        words = nlargest(_EVENT_WORDS, mention.own, key=lambda key: (mention.own[key], key))
        return [f"e {key}" for key in words] + ([f"m {mention.measure}"] if mention.measure else [])
    words = nlargest(_EVENT_WORDS, mention.near, key=lambda key: (mention.vector.get(key, 0.0), key))
    lasting = ["p lasting"] if "lasting" in mention.facets else []
    return lasting + [f"p {key}" for key in words]


def _figure_keys(mention: Mention) -> list[str]:
    quantity = mention.quantity
    if quantity is None:
        return []
    keys = [f"h {mention.head}"] if mention.head else []
    if mention.measure:
        keys.append(f"m {mention.measure}")
    if quantity.unit is not None:
        keys.append(f"u {dimension_of(quantity.unit) or quantity.unit}")
    if (value := stated_value(quantity)) is not None:
        keys.append(f"v {value:.10g} {quantity.unit}")
    else:
        keys.append(f"v {quantity.low} {quantity.high} {quantity.unit}")
    return keys
