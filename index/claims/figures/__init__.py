"""Figures: every number in an article that states an amount, with its unit, bound, range and what is counted."""

from index.claims.figures.exclusions import EXCLUSIONS
from index.claims.figures.finding import Verdict, find_figures, number_verdicts
from index.claims.figures.rules import BY_ID, MAKERS, MODIFIERS, FigureRule
from index.records import Figure

RULES = (*MAKERS, *MODIFIERS, *EXCLUSIONS)
"""Every rule of the room: what makes a figure, what its words do to it, and what keeps a number out."""


def maker_of(figure: Figure) -> FigureRule | None:
    """Return the rule that made a figure; None for one whose derivation does not tell."""
    rules = (BY_ID[step.rule] for step in figure.derivation if step.rule in BY_ID)
    return next((rule for rule in rules if isinstance(rule, FigureRule)), None)


__all__ = ["RULES", "Verdict", "find_figures", "maker_of", "number_verdicts"]
