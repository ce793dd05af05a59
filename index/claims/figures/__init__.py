"""Figures: every number in an article that states an amount, with its unit, bound, range and what is counted."""

from index.claims.figures.exclusions import EXCLUSIONS
from index.claims.figures.finding import Verdict, find_figures, number_verdicts
from index.claims.figures.rules import MAKERS, MODIFIERS

RULES = (*MAKERS, *MODIFIERS, *EXCLUSIONS)
"""Every rule of the room: what makes a figure, what its words do to it, and what keeps a number out."""

__all__ = ["RULES", "Verdict", "find_figures", "number_verdicts"]
