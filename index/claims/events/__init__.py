"""Dated events, and the times that date them."""

from index.claims.events.document_times import DocumentTimes, published_day, times_of
from index.claims.events.expressions import TimeContext, TimeExpression, TimeKind
from index.claims.events.finding import bound_of, find_events, when_of
from index.claims.events.tenses import tense_at
from index.claims.events.times import find_times, stated_context

__all__ = [
    "DocumentTimes",
    "TimeContext",
    "TimeExpression",
    "TimeKind",
    "bound_of",
    "find_events",
    "find_times",
    "published_day",
    "stated_context",
    "tense_at",
    "times_of",
    "when_of",
]
