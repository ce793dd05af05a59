"""Predictions and stances: what a text holds to be coming, uncertain, advisable, or good and bad."""

from index.claims.predictions.finding import find_predictions

__all__ = ["find_predictions"]
