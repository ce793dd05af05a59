"""Outcomes: what became of one person or thing, acquitted or convicted, cancelled or going ahead."""

from index.claims.outcomes.finding import find_outcomes
from index.claims.outcomes.rules import RULES

__all__ = ["RULES", "find_outcomes"]
