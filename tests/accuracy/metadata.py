"""How often metadata and zones are right, and how often they are wrong where silence was due.

Every article is written to a file of its own and read like any other. *Right*, *wrong* and *silent* are shares of the
articles. Dates are compared as ISO days, titles without case and punctuation. An outlet is right when it is the name of
the article's host or is contained in it. Values are per cent.

News stories: 188 articles whose bodies seldom show their own origin, once as they are and once with the title as first
line. The rules were written on the even ones; the odd ones were counted first (no wrong date, one wrong outlet, ten
wrong titles) and only then their misses were mended. Wikinews: 120 articles that begin with title and date. Five
articles: the hand-made key below.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.metadata.dates import parse_date
from index.metadata.outlets import outlet_of
from index.reading import Source, read_document
from index.records import Document, ZoneKind
from tests.accuracy import Row

_FURNITURE = {"000": {30}, "001": set(range(46, 52)), "002": {4, 6, 8}, "003": set(), "004": {4, 40, 41, 42, 43}}
"""Lines of boilerplate and of readers' comments in the five articles."""

_FIELDS: dict[str, dict[str, Any]] = {
    "000": {"title": 30, "outlet": "CEIAS"},
    "001": {"title": 1},
    "002": {"title": 1, "outlet": "The Conversation", "authors": ("Tom Harper",), "url": 8},
    "003": {"outlet": "Newsweek"},
    "004": {"title": 1, "outlet": "DFRLab", "authors": ("Kenton Thibaut", "Ryan DeVries"), "published": "2025-02-24",
            "url": 43},
}  # fmt: skip
"""What the five articles state: a value, or the line that holds it. All other fields must stay empty."""


def measure(shared: Path) -> list[Row]:
    """Return the figures for metadata and zones."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_seeds(shared), *_stories(shared, Path(folder)), *_wikinews(shared, Path(folder))]


def _read(folder: Path, text: str) -> Document:
    file = folder / "article.txt"
    file.write_text(text)
    return read_document(Source(file.name, str(file), 0, 0), {})


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _verdict(found: object, wanted: bool) -> str:
    return "silent" if not found else "right" if wanted else "wrong"


def _seeds(shared: Path) -> list[Row]:
    right = wrong = total = 0
    hit = marked = 0
    for file in sorted((shared / "seeds").iterdir()):
        document = read_document(Source(file.name, str(file), 0, 0), {})
        key = file.name[:3]
        lines = document.text.split("\n")
        for name in ("title", "outlet", "authors", "published", "url"):
            found, wanted = getattr(document.metadata, name), _FIELDS[key].get(name)
            total += 1
            fits = (not found) if wanted is None else found == wanted
            if isinstance(wanted, int) and found:
                fits = found in lines[wanted - 1]
            elif name == "outlet" and wanted and found:
                fits = str(wanted) in found
            right += fits
            wrong += bool(found) and not fits
        kinds = {line: zone.kind for zone in document.zones for line in range(zone.first_line, zone.last_line + 1)}
        marked += len(_FURNITURE[key])
        hit += sum(kinds.get(line) in (ZoneKind.BOILERPLATE, ZoneKind.COMMENT) for line in _FURNITURE[key])
    return [
        Row(
            "metadata",
            "five articles",
            "fields right (found, or rightly empty)",
            100 * right / total,
            total,
            "at least 23 of 25",
        ),
        Row("metadata", "five articles", "fields wrong", 100 * wrong / total, total, "at most 1 of 25"),
        Row(
            "zones", "five articles", "boilerplate and comment lines found", 100 * hit / marked, marked, "at least 0.9"
        ),
    ]


def _stories(shared: Path, folder: Path) -> list[Row]:
    rows: list[Row] = []
    articles = list(_rows(shared / "data" / "stories" / "articles.jsonl"))
    for name, part in (("stories, even", articles[::2]), ("stories, odd", articles[1::2])):
        counts: Counter[str] = Counter()
        for article in part:
            document = _read(folder, article["text"])
            metadata = document.metadata
            counts["date " + _verdict(metadata.published, metadata.published == article["date"])] += 1
            counts["outlet " + _verdict(metadata.outlet, _is_outlet(metadata.outlet or "", article["source"]))] += 1
            same = _fold(metadata.title or "") == _fold(article["title"])
            counts["title " + _verdict(metadata.title, same)] += 1
            counts["lines"] += sum(zone.last_line - zone.first_line + 1 for zone in document.zones)
            counts["comment"] += _lines(document, ZoneKind.COMMENT)
            titled = _read(folder, f"{article['title']}\n{article['text']}").metadata.title
            counts["first line " + _verdict(titled, _fold(titled or "") == _fold(article["title"]))] += 1
        for measure_, key in (
            ("date wrong", "date wrong"),
            ("outlet wrong", "outlet wrong"),
            ("outlet right", "outlet right"),
            ("title wrong, text without title", "title wrong"),
            ("title right, title as first line", "first line right"),
            ("title wrong, title as first line", "first line wrong"),
        ):
            rows.append(Row("metadata", name, measure_, 100 * counts[key] / len(part), len(part)))
        rows.append(
            Row(
                "zones",
                name,
                "lines falsely taken for comments",
                100 * counts["comment"] / counts["lines"],
                counts["lines"],
            )
        )
    return rows


def _is_outlet(found: str, host: str) -> bool:
    own = outlet_of(f"https://{host}/") or host
    return _fold(found) == _fold(own) or (bool(found) and _fold(found).replace(" ", "") in host)


def _lines(document: Document, *kinds: ZoneKind) -> int:
    return sum(zone.last_line - zone.first_line + 1 for zone in document.zones if zone.kind in kinds)


def _wikinews(shared: Path, folder: Path) -> list[Row]:
    counts: Counter[str] = Counter()
    for article in _rows(shared / "data" / "quantities" / "wikinews.jsonl"):
        document = _read(folder, article["text"])
        metadata = document.metadata
        counts["articles"] += 1
        counts["date"] += metadata.published == parse_date(article["dateline"])
        counts["title"] += _fold(metadata.title or "") == _fold(article["title"])
        counts["named"] += bool(metadata.outlet or metadata.authors or metadata.url)
        # The second line is the date, rightly boilerplate; all below is the story itself.
        counts["lines"] += _lines(document, *ZoneKind) - 2
        counts["false"] += _lines(document, ZoneKind.BOILERPLATE, ZoneKind.CAPTION, ZoneKind.COMMENT) - 1
    count = counts["articles"]
    return [
        Row("metadata", "Wikinews", "title right", 100 * counts["title"] / count, count),
        Row("metadata", "Wikinews", "date right", 100 * counts["date"] / count, count),
        Row("metadata", "Wikinews", "outlet, author or URL named though none is stated",
        100 * counts["named"] / count, count),
        Row("zones", "Wikinews", "story lines falsely taken for boilerplate, captions or comments",
            100 * counts["false"] / counts["lines"], counts["lines"]),
    ]  # fmt: skip
