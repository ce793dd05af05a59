"""How two values stand to each other, remembered: in many like documents the same two values meet again and again."""

from functools import lru_cache

from index.claim_matching.relations import Relation, relate_quantities, relate_times
from index.records import Quantity, When

_REMEMBERED = 16_384


@lru_cache(_REMEMBERED)
def quantities_related(a: Quantity, b: Quantity) -> Relation:
    """Return how two amounts stand to each other, see `relate_quantities`."""
    return relate_quantities(a, b)


@lru_cache(_REMEMBERED)
def times_related(a: When, b: When) -> Relation:
    """Return how two times stand to each other, see `relate_times`."""
    return relate_times(a, b)
