"""Predictions and stances: what a text holds to be coming, uncertain, advisable, or good and bad."""

from index.claims.predictions.finding import find_predictions
from index.claims.predictions.rules import ALL_RULES
from index.claims.predictions.speakers import with_subject_as_speaker

__all__ = ["ALL_RULES", "find_predictions", "with_subject_as_speaker"]
