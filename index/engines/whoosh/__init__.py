"""The engine on Whoosh. This package's name is Whoosh's own, but ``import whoosh`` is always the library."""

from index.engines.whoosh.engine import WhooshEngine

__all__ = ["WhooshEngine"]
