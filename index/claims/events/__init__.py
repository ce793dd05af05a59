"""Dated events, and the times that date them."""

from index.claims.events.expressions import TimeContext, TimeExpression, TimeKind
from index.claims.events.finding import find_events, published_day
from index.claims.events.times import find_times, stated_context

__all__ = ["TimeContext", "TimeExpression", "TimeKind", "find_events", "find_times", "published_day", "stated_context"]
