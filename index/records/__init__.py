"""The plain, immutable records that travel between the rooms."""

from index.records.claim import (
    Attribution,
    Bound,
    Claim,
    ClaimKind,
    Precision,
    Quantity,
    Status,
    Surroundings,
    Topic,
    When,
)
from index.records.comparison import Cell, Change, Comparison, Link, Related, Side
from index.records.corpus import RefreshReport
from index.records.document import (
    ARTICLE_ZONES,
    Document,
    DocumentEntry,
    Metadata,
    Sentence,
    Span,
    Unreadable,
    Zone,
    ZoneKind,
)
from index.records.note import Anchor, Decision, DecisionKind, Placed, Verdict
from index.records.search import Facet, Hit, Match, Passage, SearchResult

__all__ = [
    "ARTICLE_ZONES",
    "Anchor",
    "Attribution",
    "Bound",
    "Cell",
    "Change",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Decision",
    "DecisionKind",
    "Document",
    "DocumentEntry",
    "Facet",
    "Hit",
    "Link",
    "Match",
    "Metadata",
    "Passage",
    "Placed",
    "Precision",
    "Quantity",
    "RefreshReport",
    "Related",
    "SearchResult",
    "Sentence",
    "Side",
    "Span",
    "Status",
    "Surroundings",
    "Topic",
    "Unreadable",
    "Verdict",
    "When",
    "Zone",
    "ZoneKind",
]
