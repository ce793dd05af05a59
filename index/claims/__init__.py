"""Figures, events, outcomes, quotations and predictions, each found by named rules."""

from index.claims.explaining import all_rules, explain, rules_by_kind
from index.claims.extraction import extract_claims
from index.claims.placing import Estimate, estimate_published, place_by_neighbours

__all__ = [
    "Estimate",
    "all_rules",
    "estimate_published",
    "explain",
    "extract_claims",
    "place_by_neighbours",
    "rules_by_kind",
]
