"""Web pages saved by a browser as one file (.mhtml, .mht)."""

import contextlib
from dataclasses import replace

from index.errors import ReadingError
from index.metadata import Finding, host_of
from index.reading.content import Content
from index.reading.formats.html import read_html
from index.reading.formats.mail import parse_mail


def read_mhtml(data: bytes) -> Content:
    """Return the article of the page; its address is where it was saved from. Raises ReadingError."""
    message = parse_mail(data)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        page = part.get_payload(decode=True)
        if not isinstance(page, bytes) or not page.strip():
            continue
        charset = part.get_content_charset()
        if charset:
            with contextlib.suppress(LookupError, ValueError):
                page = b"\xef\xbb\xbf" + page.decode(charset).encode("utf-8")
        content = read_html(page)
        address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
        if not host_of(address):
            return content
        return replace(content, findings=(*content.findings, Finding("url", address, "saved page")))
    raise ReadingError("This saved page holds no HTML.", "Open it in a browser and save it again.")
