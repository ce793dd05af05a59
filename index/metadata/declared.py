"""Metadata that somebody wrote down: front matter, a sidecar beside the article, a catalogue entry."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from index.metadata.dates import parse_date
from index.metadata.finding import Finding
from index.metadata.names import parse_names
from index.metadata.outlets import host_of

_FIELD_OF = {
    "title": "title", "headline": "title", "name": "title",
    "outlet": "outlet", "source": "outlet", "publisher": "outlet", "publication": "outlet", "site": "outlet",
    "sitename": "outlet", "site_name": "outlet", "newspaper": "outlet", "website": "outlet", "journal": "outlet",
    "author": "authors", "authors": "authors", "byline": "authors", "by": "authors", "creator": "authors",
    "published": "published", "date": "published", "pubdate": "published", "publishdate": "published",
    "publish_date": "published", "date_published": "published", "datepublished": "published",
    "published_at": "published", "publication_date": "published", "published_time": "published",
    "url": "url", "link": "url", "permalink": "url", "canonical": "url", "canonical_url": "url", "source_url": "url",
    "original_url": "url", "original": "url",
    "language": "language", "lang": "language", "locale": "language",
}  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")


def declared_findings(fields: Mapping[Any, Any], source: str) -> tuple[list[Finding], list[str]]:
    """Return what ``fields`` state and a notice for every value that could not be read. Names of fields are forgiving:
    ``source``, ``publisher`` and ``outlet`` are one, as are ``date`` and ``published``, ``author`` and ``authors``.
    """
    findings: list[Finding] = []
    notices: list[str] = []
    for key, value in fields.items():
        name = str(key).strip().lower().replace("-", "_").replace(" ", "_")
        field = _FIELD_OF.get(name) or _FIELD_OF.get(name.replace("_", ""))
        if field is None or value is None or value in ("", [], {}):
            continue
        # The outlet's line may hold the address of the article, as in many clippings.
        if field == "outlet" and isinstance(value, str) and host_of(value):
            field = "url"
        read = _read(field, value)
        if read:
            findings.append(Finding(field, read, source))
        else:
            notices.append(f"{source}: {str(key)[:40]!r} is not understood: {str(value)[:80]!r}.")
    return findings, notices


def _read(field: str, value: Any) -> str | tuple[str, ...] | None:
    if field == "authors":
        return _authors(value)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or ""
    if field == "published":
        if isinstance(value, datetime):
            return value.date().isoformat()
        return value.isoformat() if isinstance(value, date) else parse_date(str(value))
    if isinstance(value, (list, tuple, set)):
        value = value[0] if isinstance(value, (list, tuple)) and value else ""
    text = " ".join(str(value).split())[:500]
    if field == "url":
        return text if host_of(text) else None
    if field == "language":
        return text.replace("_", "-") if _LANGUAGE.match(text) else None
    return text or None


def _authors(value: Any) -> tuple[str, ...] | None:
    """Return the authors of a list, of a mapping with names, or of one line of names."""
    if isinstance(value, Mapping):
        value = [value]
    if isinstance(value, str):
        return parse_names(value, lenient=True) or None
    if not isinstance(value, Sequence):
        return None
    names = [entry.get("name") if isinstance(entry, Mapping) else entry for entry in value]
    cleaned = [" ".join(str(name).split())[:120] for name in names if name]
    return tuple(dict.fromkeys(name for name in cleaned if name)) or None
