"""The query language: text in, a small tree out, with what was understood in words."""

from index.query.parser import parse_query
from index.query.tree import Query

__all__ = ["Query", "parse_query"]
