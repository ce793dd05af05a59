"""What a figure measures, and what kind of thing happened on a date."""

from index.claims.measures.measures import measure_of

__all__ = ["measure_of"]
