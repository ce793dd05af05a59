"""Figures, events, quotations and predictions, each found by named rules."""

from index.claims.extraction import extract_claims
from index.claims.placing import Estimate, estimate_published, place_by_neighbours

__all__ = ["Estimate", "estimate_published", "extract_claims", "place_by_neighbours"]
