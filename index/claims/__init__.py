"""Figures, events, quotations and predictions, each found by named rules."""

from index.claims.extraction import extract_claims

__all__ = ["extract_claims"]
