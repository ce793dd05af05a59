"""What the user decided: verdicts, notes, corrections, links, thresholds."""

from index.notes.anchoring import document_anchor, find_anchor, make_anchor, place
from index.notes.effects import Effects, corrected, effects_of, saved_searches, spans_between
from index.notes.notebook import Notebook, read_decisions

__all__ = [
    "Effects",
    "Notebook",
    "corrected",
    "document_anchor",
    "effects_of",
    "find_anchor",
    "make_anchor",
    "place",
    "read_decisions",
    "saved_searches",
    "spans_between",
]
