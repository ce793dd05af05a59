"""Predictions and stances: what a text holds to be coming, uncertain, advisable, or good and bad."""

from index.claims.predictions.finding import find_predictions
from index.claims.predictions.foretold import exclusion, with_foretold
from index.claims.predictions.rules import ALL_RULES
from index.claims.predictions.speakers import with_subject_as_speaker

__all__ = ["ALL_RULES", "exclusion", "find_predictions", "with_foretold", "with_subject_as_speaker"]
