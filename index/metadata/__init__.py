"""Where a document comes from: title, outlet, authors, date, URL and language, in order of trust."""

from index.metadata.dates import parse_date
from index.metadata.declared import declared_findings
from index.metadata.finding import Finding, combine
from index.metadata.language import detect_language
from index.metadata.names import file_name_findings
from index.metadata.pasted import day_of_line
from index.metadata.sidecars import sidecar_findings
from index.metadata.stated import TextFacts, implied_by_url, read_text

__all__ = [
    "Finding",
    "TextFacts",
    "combine",
    "day_of_line",
    "declared_findings",
    "detect_language",
    "file_name_findings",
    "implied_by_url",
    "parse_date",
    "read_text",
    "sidecar_findings",
]
