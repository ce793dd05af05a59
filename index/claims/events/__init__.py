"""Dated events, and the times that date them."""

from index.claims.events.expressions import TimeContext, TimeExpression, TimeKind
from index.claims.events.finding import find_events, published_day
from index.claims.events.placing import Estimate, estimate_published, place_by_neighbours
from index.claims.events.times import find_times, stated_context

__all__ = [
    "Estimate",
    "TimeContext",
    "TimeExpression",
    "TimeKind",
    "estimate_published",
    "find_events",
    "find_times",
    "place_by_neighbours",
    "published_day",
    "stated_context",
]
