"""The query language: text in, a small tree out, with what was understood in words."""

from index.query.dates import days_of
from index.query.parser import parse_query
from index.query.tree import (
    Alias,
    And,
    ClaimField,
    Everything,
    Fuzzy,
    HasClaim,
    HasMetadata,
    InDocuments,
    InZones,
    MetadataField,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Published,
    Query,
    Term,
    Word,
)
from index.query.windows import near_windows
from index.query.wording import in_words

__all__ = [
    "Alias",
    "And",
    "ClaimField",
    "Everything",
    "Fuzzy",
    "HasClaim",
    "HasMetadata",
    "InDocuments",
    "InZones",
    "MetadataField",
    "Near",
    "Node",
    "Not",
    "Nothing",
    "Or",
    "Phrase",
    "Prefix",
    "Published",
    "Query",
    "Term",
    "Word",
    "days_of",
    "in_words",
    "near_windows",
    "parse_query",
]
