"""Figures, events, quotations and predictions, each found by named rules."""

from typing import TYPE_CHECKING, Any

from index.claims.extraction import extract_claims

if TYPE_CHECKING:
    from index.claims.events import estimate_published, place_by_neighbours

__all__ = ["estimate_published", "extract_claims", "place_by_neighbours"]


def __getattr__(name: str) -> Any:
    """Import the finder of events at first use."""
    if name not in ("estimate_published", "place_by_neighbours"):
        raise AttributeError(f"module 'index.claims' has no attribute {name!r}")
    from index.claims import events

    return getattr(events, name)
