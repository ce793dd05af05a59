"""Web pages: the article's text by trafilatura, what the page's own fields say, and a plain fall-back."""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

from index.errors import ReadingError
from index.metadata import Finding, declared_findings
from index.metadata.dates import find_date
from index.reading.content import Content
from index.reading.decoding import Decoded, decode
from index.records import ZoneKind

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,30})", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DATE_FIELDS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate", "publishdate", "publish-date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "cxenseparse:recs:publishtime",
    "publication_date",
)  # fmt: skip
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre td th dt dd figcaption div section article".split())
_SKIPPED = frozenset("script style noscript template nav footer aside form svg button iframe head".split())
_HOLDERS = frozenset("doc main body div list table row quote comments".split())
_ARTICLE_TYPES = re.compile(
    r"(?:News|Blog|Report|Opinion|Analysis|Scholarly|Review|Live)?\w*(?:Article|Posting|Review)\Z"
)


def read_html(data: bytes) -> Content:
    """Return the text of a web page's article, one paragraph a line, and what the page says of itself.

    Raises ReadingError when the extra is missing, the page cannot be parsed, or it holds no text.
    """
    try:
        import lxml.html
        import trafilatura  # noqa: F401 (here to be missed in time)
    except ImportError as error:
        raise ReadingError("Reading HTML needs an extra.", "Install it: pip install 'rednote-tui[html]'") from error
    decoded = _decode_page(data)
    page = _DECLARATION.sub("", decoded.text).replace("\x00", "�")
    try:
        tree = lxml.html.document_fromstring(page) if page.strip() else None
    except (ValueError, lxml.etree.LxmlError, AssertionError) as error:
        raise ReadingError("This page cannot be parsed as HTML.", "Open it in a browser and save it again.") from error
    if tree is None:
        raise ReadingError("This page holds no text.", "Open it in a browser and save it again.")
    article = _article(page)
    lines = [*_extracted(article.body), *_comments(article)] if article is not None and article.text else []
    if sum(len(text) for text, _ in lines) < 200:
        plain = list(_plain_lines(tree))
        lines = plain if sum(len(text) for text, _ in plain) > sum(len(text) for text, _ in lines) else lines
    if not lines:
        raise ReadingError("This page holds no text.", "Open it in a browser and save it again.")
    findings = [*declared_findings(_page_fields(tree), "page")[0], *_by_library(article)]
    title = next((str(finding.value) for finding in findings if finding.field == "title"), None)
    return _content(decoded, _with_title(lines, title), findings)


def _article(page: str) -> Any:
    """Return what trafilatura extracts, None where it finds nothing or slips: the fall-back then reads the page."""
    import trafilatura

    # It and its helper write warnings about odd pages to standard error when nobody has set logging up.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
        )
    except Exception:
        return None


def _content(decoded: Decoded, lines: list[tuple[str, ZoneKind | None]], findings: list[Finding]) -> Content:
    return Content(
        "\n".join(text for text, _ in lines) + "\n",
        decoded.encoding,
        decoded.guessed,
        tuple(findings),
        decoded.notices,
        kinds={number: kind for number, (_, kind) in enumerate(lines, start=1) if kind},
        laid_out=True,
    )


def _decode_page(data: bytes) -> Decoded:
    """Decode as browsers do: byte order mark, then the page's own word, then as any text file."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        label = named[1].decode("ascii").lower()
        # Pages say Latin-1 and GB2312 and mean their larger sisters (WHATWG Encoding Standard, 4.2).
        label = {
            "iso-8859-1": "cp1252",
            "latin1": "cp1252",
            "ascii": "cp1252",
            "gb2312": "gb18030",
            "gbk": "gb18030",
        }.get(label, label)
        try:
            return Decoded(data.decode(label), label)
        except (UnicodeError, LookupError):
            # Also what is no encoding of text (punycode, idna), which a page may name.
            pass
    return decode(data)


def _page_fields(tree: Any) -> dict[str, Any]:
    """Return what the page's meta elements, links and JSON-LD say, under the names of our fields."""
    fields: dict[str, Any] = {}
    for found in (_json_ld(tree), _meta(tree)):
        for name, value in found.items():
            if value and name not in fields:
                fields[name] = value
    return fields


def _meta(tree: Any) -> dict[str, Any]:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.strip().lower(), content[:1000])
    links = [one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"]
    dates = [meta[name] for name in _DATE_FIELDS if name in meta]
    dates += [
        one.get("datetime")
        for one in tree.iter("time")
        if one.get("itemprop") == "datePublished" or one.get("pubdate") is not None
    ]
    return {
        "title": meta.get("og:title") or meta.get("twitter:title") or meta.get("dc.title"),
        "outlet": meta.get("og:site_name") or meta.get("application-name"),
        "authors": meta.get("author") or meta.get("dc.creator") or meta.get("byl"),
        "published": next((day for value in dates if (day := _day(value))), None),
        "url": (links or [None])[0] or meta.get("og:url"),
        "language": tree.get("lang") or meta.get("og:locale"),
    }


def _json_ld(tree: Any) -> dict[str, Any]:
    """Return what the first article described in JSON-LD says of itself."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            loaded = json.loads((script.text or "")[:500_000])
        except (ValueError, RecursionError):
            continue
        for thing in _things(loaded):
            kind = thing.get("@type")
            if any(_ARTICLE_TYPES.match(str(one)) for one in (kind if isinstance(kind, list) else [kind])):
                page = thing.get("mainEntityOfPage")
                return {
                    "title": thing.get("headline"),
                    "outlet": thing.get("publisher"),
                    "authors": thing.get("author"),
                    "published": _day(thing.get("datePublished")),
                    "url": thing.get("url") or (page.get("@id") if isinstance(page, dict) else page),
                    "language": thing.get("inLanguage"),
                }
    return {}


def _things(loaded: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(loaded, list):
        for one in loaded[:100]:
            if depth < 5:
                yield from _things(one, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        if depth < 5:
            yield from _things(loaded.get("@graph"), depth + 1)


def _day(value: Any) -> str | None:
    found = find_date(str(value)[:60]) if value else None
    return found[0] if found else None


def _by_library(article: Any) -> list[Finding]:
    """Return what trafilatura makes of the page where it says nothing in its own fields; guesses all."""
    if article is None:
        return []
    names = [name.strip() for name in (article.author or "").split(";") if name.strip()]
    pairs: dict[str, str | tuple[str, ...] | None] = {
        "title": article.title,
        "outlet": article.sitename,
        "authors": tuple(names),
        "published": article.date,
        "url": article.url,
    }
    return [Finding(name, value, "page (inferred)", guessed=True) for name, value in pairs.items() if value]


def _extracted(element: Any, depth: int = 0) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the paragraphs of trafilatura's tree in order, headings marked."""
    if element is None or not isinstance(element.tag, str):
        return
    if element.tag in _HOLDERS and depth < 60:
        yield from _lines(element.text)
        for child in element:
            yield from _extracted(child, depth + 1)
            yield from _lines(child.tail)
        return
    for line_break in element.iter("lb", "p", "item"):
        line_break.tail = "\n" + (line_break.tail or "")
    kind = ZoneKind.HEADING if element.tag == "head" else None
    for text, _ in _lines("".join(element.itertext())):
        yield text, kind


def _lines(text: str | None) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the lines of ``text`` that have words."""
    for line in (text or "").split("\n"):
        words = " ".join(line.split())
        if words:
            yield words, None


def _comments(article: Any) -> Iterator[tuple[str, ZoneKind | None]]:
    for text, _ in _extracted(article.commentsbody):
        yield text, ZoneKind.COMMENT


def _plain_lines(tree: Any) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the text of the innermost blocks, for pages in which no article is found."""
    for element in tree.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag not in _BLOCKS or any(parent.tag in _SKIPPED for parent in element.iterancestors()):
            continue
        if any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in element.iterdescendants()):
            continue
        text = " ".join(" ".join(element.itertext()).split())
        if text:
            yield text, ZoneKind.HEADING if re.match(r"h[1-6]\Z", tag) else None


def _with_title(lines: list[tuple[str, ZoneKind | None]], title: str | None) -> list[tuple[str, ZoneKind | None]]:
    """Return the lines with the title before them, if none of the first says it."""
    if not title:
        return lines
    for number, (text, _) in enumerate(lines[:5]):
        if text.casefold() == title.casefold():
            return [*lines[:number], (text, ZoneKind.TITLE), *lines[number + 1 :]]
    return [(" ".join(title.split()), ZoneKind.TITLE), *lines]
