"""Feeds (RSS, Atom) with full text: an entry is a document."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.errors import ReadingError
from index.reading.formats.package import attribute, local, parse_xml
from index.reading.unpacking import Part

MOST_ENTRIES = 10_000
_ROOTS = frozenset({"rss", "feed", "RDF"})
_UNFIT = re.compile(r"[\s/\\:*?\"<>|]+")


def parts_of_feed(data: bytes, _file: Path) -> Iterator[Part]:
    """Yield the entries of a feed as pages, with what it says of each. Raises ReadingError for other XML."""
    root = parse_xml(data, "feed")
    if local(root) not in _ROOTS:
        raise ReadingError(
            f"This XML file is no feed (its root is “{local(root)[:30]}”).",
            "Save what it holds as .txt, .html or .csv.",
            kind=".xml",
        )
    outlet = _channel_title(root)
    entries = [one for one in root.iter() if local(one) in ("item", "entry")]
    for number, entry in enumerate(entries[:MOST_ENTRIES], start=1):
        yield _part(number, entry, outlet)


def _channel_title(root: Any) -> str:
    holder = next((one for one in root if local(one) == "channel"), root)
    return next((" ".join((one.text or "").split()) for one in holder if local(one) == "title"), "")


def _part(number: int, entry: Any, outlet: str) -> Part:
    said = {local(one): one for one in reversed(list(entry))}
    title = html.unescape(_words(said.get("title")))
    fields = {"title": title, "outlet": outlet}
    links = [one for one in entry if local(one) == "link"]
    address = next((attribute(one, "href") or (one.text or "") for one in links if attribute(one, "rel") != "self"), "")
    when = next((_words(said[name]) for name in ("published", "pubDate", "date", "updated") if name in said), "")
    authors = [_words(one) for one in entry if local(one) in ("creator", "author")]
    name = f"{number:04} {_UNFIT.sub(' ', title)[:80].strip(' .') or 'entry'}.html"
    text = max((_content(said[one]) for one in ("encoded", "content", "description", "summary") if one in said),
               key=len, default="")  # fmt: skip
    fields |= {"url": address.strip(), "published": when, "authors": ", ".join(filter(None, authors))}
    if not re.sub(r"<[^>]*>|\s", "", text):
        return Part(name, b"", missing="The feed gives only its title: open its address and save the page.")
    page = f"<html><head><meta charset='utf-8'></head><body><article>{text}</article></body></html>"
    return Part(name, page.encode("utf-8", "replace"), {key: value for key, value in fields.items() if value})


def _words(element: Any) -> str:
    if element is None:
        return ""
    named = next((one for one in element if local(one) == "name"), element)
    return " ".join("".join(named.itertext()).split())


def _content(element: Any) -> str:
    """Return an element's content as HTML, whether it is escaped or not."""
    if len(element):
        from lxml import etree

        return str(etree.tostring(element, encoding="unicode", method="html"))
    return element.text or ""
