"""Figures, events, outcomes, quotations and predictions, each found by named rules."""

from typing import TYPE_CHECKING, Any

from index.claims.explaining import all_rules, explain, rules_by_kind
from index.claims.extraction import extract_claims
from index.claims.placing import Estimate, estimate_published, place_by_neighbours

if TYPE_CHECKING:
    from index.claims.predictions import exclusion

__all__ = [
    "Estimate",
    "all_rules",
    "estimate_published",
    "exclusion",
    "explain",
    "extract_claims",
    "place_by_neighbours",
    "rules_by_kind",
]


def __getattr__(name: str) -> Any:
    """Import the room of predictions at first use: only the grouping of claims asks for it."""
    if name != "exclusion":
        raise AttributeError(f"module 'index.claims' has no attribute {name!r}")
    from index.claims.predictions import exclusion

    return exclusion
