"""Where a document comes from: title, outlet, authors, date, URL and language, in order of trust."""

from index.metadata.dates import find_date, parse_date
from index.metadata.declared import declared_findings
from index.metadata.finding import Finding, combine
from index.metadata.header import read_header
from index.metadata.language import detect_language
from index.metadata.names import file_name_findings, parse_names, without_frame
from index.metadata.outlets import date_in_path, host_of
from index.metadata.pasted import day_of_line
from index.metadata.sidecars import sidecar_findings
from index.metadata.stated import TextFacts, implied_by_url, read_text

__all__ = [
    "Finding",
    "TextFacts",
    "combine",
    "date_in_path",
    "day_of_line",
    "declared_findings",
    "detect_language",
    "file_name_findings",
    "find_date",
    "host_of",
    "implied_by_url",
    "parse_date",
    "parse_names",
    "read_header",
    "read_text",
    "sidecar_findings",
    "without_frame",
]
