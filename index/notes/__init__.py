"""What the user decided: verdicts, notes, corrections, links."""

from index.notes.anchoring import find_anchor, make_anchor, place
from index.notes.effects import Effects, corrected, effects_of, saved_searches, spans_between
from index.notes.notebook import Notebook, read_decisions

__all__ = [
    "Effects",
    "Notebook",
    "corrected",
    "effects_of",
    "find_anchor",
    "make_anchor",
    "place",
    "read_decisions",
    "saved_searches",
    "spans_between",
]
