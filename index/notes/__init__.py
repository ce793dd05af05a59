"""What the user decided: verdicts, notes, corrections, links, thresholds."""

from index.notes.anchoring import about, document_anchor, find_anchor, make_anchor, place
from index.notes.described import described
from index.notes.effects import Effects, corrected, effects_of, in_force, saved_searches, spans_between
from index.notes.notebook import Notebook, read_decisions
from index.notes.searched import Searched
from index.notes.written import CORRECTABLE

__all__ = [
    "CORRECTABLE",
    "Effects",
    "Notebook",
    "Searched",
    "about",
    "corrected",
    "described",
    "document_anchor",
    "effects_of",
    "find_anchor",
    "in_force",
    "make_anchor",
    "place",
    "read_decisions",
    "saved_searches",
    "spans_between",
]
