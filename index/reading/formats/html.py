"""Web pages: the article's text, and what the page's own fields say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from index.errors import ReadingError
from index.metadata import Finding, day_of_line
from index.reading.content import Content
from index.reading.decoding import Decoded, decode
from index.reading.lines import LineBuilder
from index.records import ZoneKind

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,30})"
    rb"|\A\s{0,5}<\?xml[^>]{0,200}encoding=[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_WORD = re.compile(r"\w+")
_COVERED = 0.75
"""The share of the words of the page's own copy of its text below which this copy is taken."""
_SHORTEST_COPY = 400
_LEFT_OUT = 0.2

Lines = list[tuple[str, ZoneKind | None]]


def read_html(data: bytes) -> Content:
    """Return the text of a web page's article, one paragraph a line, and what the page says of itself.

    What was left out although it reads like an article, and a text that the page itself cuts, are said in a notice.
    Raises ReadingError when the page cannot be parsed, or holds no text.
    """
    from index.reading.pages.article import find_article
    from index.reading.pages.fields import page_findings
    from index.reading.pages.tree import prune

    decoded, tree = _parsed(data)
    findings, told = page_findings(tree)
    title = next((str(one.value) for one in findings if one.field == "title"), "")
    prune(tree)
    article = find_article(tree, title)
    findings += _head_findings(article.head)
    lines: Lines = [(block.text, block.kind) for block in article.blocks]
    notices = list(decoded.notices)
    if len(told.body) >= _SHORTEST_COPY and _covered(told.body, lines) < _COVERED:
        lines = [(line, None) for line in told.body.split("\n")]
        notices.append("The page shows only a part of its text; the whole was taken from the page's own data.")
    elif article.left_out > _LEFT_OUT:
        notices.append(
            f"About {article.left_out:.0%} of the page's running text was left out as no part of the article: "
            "open the page in a browser if something is missing."
        )
    if told.closed and not told.body:
        notices.append("The page says that its full text is for subscribers: the text may be cut.")
    if not lines:
        raise ReadingError(
            "This page holds no text.", "Open it in a browser and save it again.", kind="page without text"
        )
    return _content(decoded, _with_title(lines, title), findings, notices)


def _head_findings(head: Sequence[str]) -> list[Finding]:
    """Return what the lines between headline and text say, as guesses after what the page's fields say."""
    from index.metadata import read_header
    from index.zones import split_paragraphs

    found, _ = read_header(split_paragraphs("\n".join(head), wrapped=False), {})
    days = [Finding("published", day, "") for line in head if (day := day_of_line(line))]
    kept = [one for one in (*found, *days[:1]) if one.field != "title"]
    return [replace(one, source="line below the headline", guessed=True) for one in kept]


def blocks_of_page(data: bytes) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the blocks of text of a page that is all text: a chapter of a book, the body of an e-mail."""
    from index.reading.pages.blocks import blocks_of
    from index.reading.pages.tree import DROPPED, is_hidden, remove, tag_of

    _, tree = _parsed(data, empty=True)
    if tree is None:
        return
    for element in [one for one in tree.iter() if tag_of(one) and (tag_of(one) in DROPPED or is_hidden(one))]:
        remove(element)
    for block in blocks_of(tree):
        yield block.text, block.kind


def _parsed(data: bytes, *, empty: bool = False) -> tuple[Decoded, Any]:
    """Return a page as it was decoded, and its tree; None only where it may be empty."""
    from lxml import etree

    from index.reading.pages.tree import parse_page

    decoded = decode_page(data)
    try:
        tree = parse_page(_DECLARATION.sub("", decoded.text).replace("\x00", "�"))
    except RecursionError as error:
        raise ReadingError(
            "This page is nested so deeply that it cannot be read whole, so it was not read.",
            "Open it in a browser, and save the text alone.",
            kind="file that explodes",
        ) from error
    except (ValueError, etree.LxmlError, AssertionError) as error:
        if empty:
            return decoded, None
        raise ReadingError(
            "This page cannot be parsed as HTML.", "Open it in a browser and save it again.", kind="broken page"
        ) from error
    if tree is None and not empty:
        raise ReadingError(
            "This page holds no text.", "Open it in a browser and save it again.", kind="page without text"
        )
    return decoded, tree


def decode_page(data: bytes) -> Decoded:
    """Decode as browsers do: byte order mark, then the page's own word, then as any text file."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        label = (named[1] or named[2]).decode("ascii").lower()
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
        except (ValueError, LookupError):
            pass
    return decode(data)


def _covered(body: str, lines: Lines) -> float:
    """Return the share of the words of ``body`` that are among the lines."""
    wanted = Counter(_WORD.findall(body.casefold()))
    there = Counter(word for text, _ in lines for word in _WORD.findall(text.casefold()))
    return sum((wanted & there).values()) / max(1, sum(wanted.values()))


def _content(decoded: Decoded, lines: Lines, findings: Sequence[Finding], notices: Sequence[str]) -> Content:
    builder = LineBuilder()
    for text, kind in lines:
        builder.add(text, kind)
    content = builder.content(decoded.encoding, findings, notices)
    return Content(
        content.text, decoded.encoding, decoded.guessed, content.findings, content.notices, 0, content.kinds,
        laid_out=True,
    )  # fmt: skip


def _with_title(lines: Lines, title: str) -> Lines:
    """Return the lines with the title before them, if none of the first says it."""
    if not title:
        return lines
    for number, (text, _) in enumerate(lines[:5]):
        if text.casefold() == title.casefold():
            return [*lines[:number], (text, ZoneKind.TITLE), *lines[number + 1 :]]
    return [(title, ZoneKind.TITLE), *lines]
