"""Figures: every number in an article that states an amount, with its unit, bound, range and what is counted."""

from index.claims.figures.finding import find_figures

__all__ = ["find_figures"]
