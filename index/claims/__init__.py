"""Figures, events, outcomes, quotations and predictions, each found by named rules."""

from typing import TYPE_CHECKING

from index.doors import late_door

if TYPE_CHECKING:
    from index.claims.dimensions import CHANGING, dimension_of, unit_factor, unit_kind
    from index.claims.explaining import all_rules, explain, rules_by_kind
    from index.claims.extraction import extract_claims
    from index.claims.origins import origin_keys
    from index.claims.owners import NATIONALITY
    from index.claims.placing import Estimate, estimate_published, place_by_neighbours
    from index.claims.predictions import exclusion

__all__ = [
    "CHANGING",
    "NATIONALITY",
    "Estimate",
    "all_rules",
    "dimension_of",
    "estimate_published",
    "exclusion",
    "explain",
    "extract_claims",
    "origin_keys",
    "place_by_neighbours",
    "rules_by_kind",
    "unit_factor",
    "unit_kind",
]

_OFFERED = {
    "dimensions": "CHANGING dimension_of unit_factor unit_kind",
    "explaining": "all_rules explain rules_by_kind",
    "extraction": "extract_claims",
    "origins": "origin_keys",
    "owners": "NATIONALITY",
    "placing": "Estimate estimate_published place_by_neighbours",
    "predictions": "exclusion",
}

if not TYPE_CHECKING:
    __getattr__ = late_door(__name__, _OFFERED)
