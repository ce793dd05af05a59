"""Claims and comparisons as files for other programs."""

from index.export.briefing import claims_as_html, claims_as_markdown
from index.export.claim_review import claim_reviews
from index.export.json_text import json_text
from index.export.objects import claims_object, documents_object, search_object
from index.export.table import claims_as_csv
from index.export.writing import write_file

__all__ = [
    "claim_reviews",
    "claims_as_csv",
    "claims_as_html",
    "claims_as_markdown",
    "claims_object",
    "documents_object",
    "json_text",
    "search_object",
    "write_file",
]
