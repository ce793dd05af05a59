"""Exports of programs that keep articles (Zotero, Pocket, Readwise, Instapaper and the like): CSV, JSON, BibTeX, RIS.

An entry with its text is a document; one that names a file which lies below the folder of the export means that file;
one that has only an address is named as not read.
"""

import html
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from index.errors import ReadingError
from index.reading.decoding import decode
from index.reading.unpacking import Part

MOST_ENTRIES = 20_000
_TEXTS = ("text", "full text", "fulltext", "full_text", "content", "html", "html content", "body", "article",
          "document", "note", "highlight", "selection", "abstract note", "abstract", "summary")  # fmt: skip
_NAMES = {
    "title": ("title", "book title", "resolved_title", "given_title", "headline", "name"),
    "authors": ("author", "authors", "book author", "creator", "creators", "byline"),
    "published": ("published", "published date", "date", "publish_date", "published_at", "pubdate", "date published"),
    "url": ("url", "link", "resolved_url", "given_url", "address", "source_url", "source url"),
    "outlet": ("outlet", "publication title", "publication", "publisher", "source", "site", "site_name", "journal",
               "website title"),
}  # fmt: skip
_FILES = ("file attachments", "file", "path", "attachment", "attachments", "filename")
_SHORTEST = 40
_UNFIT = re.compile(r"[\s/\\:*?\"<>|]+")
_TAG = re.compile(r"</?(?:p|div|br|h\d|ul|ol|li|article|html|blockquote|span|a)\b[^>]{0,500}>", re.IGNORECASE)
_BIBTEX = re.compile(r"@(\w+)\s*\{\s*([^,\s]*)\s*,", re.MULTILINE)
_RIS = re.compile(r"^([A-Z][A-Z0-9])  - ?(.*)$", re.MULTILINE)
_RIS_NAMES = {"TI": "title", "T1": "title", "AU": "author", "A1": "author", "UR": "url", "PY": "date", "Y1": "date",
              "DA": "date", "T2": "publication", "JO": "publication", "JF": "publication", "PB": "publisher",
              "L1": "file", "L2": "file", "N2": "abstract", "AB": "abstract"}  # fmt: skip


def parts_of_json(data: bytes, file: Path) -> Iterator[Part]:
    """Yield the entries of an export in JSON: an array, an object with one, or one object a line."""
    text = decode(data).text
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError):
        try:
            loaded = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError) as error:
            raise ReadingError("This is no valid JSON.", "Export it again.", kind=".json") from error
    rows = _rows(loaded)
    if not rows:
        raise ReadingError(
            "This JSON file is no export of articles: it has no list of entries with a title or a text.",
            "Metadata of an article must be named as the article is.",
            kind=".json",
        )
    return _parts(rows, file)


def _rows(loaded: Any, depth: int = 0) -> list[Mapping[str, Any]]:
    """Return the longest list of objects that have a title, a text or an address."""
    if isinstance(loaded, list):
        rows = [_flat(one) for one in loaded if isinstance(one, dict)]
        known = {name for names in _NAMES.values() for name in names} | set(_TEXTS)
        return [row for row in rows if known & row.keys()]
    if isinstance(loaded, dict) and depth < 3:
        if any(isinstance(loaded.get(name), str) and len(loaded[name]) >= _SHORTEST for name in _TEXTS):
            return [_flat(loaded)]
        inner = list(loaded.values())
        if inner and all(isinstance(one, dict) for one in inner):
            inner = [inner, *inner]
        return max((_rows(one, depth + 1) for one in inner if isinstance(one, list | dict)), key=len, default=[])
    return []


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    inner = row.get("data") if isinstance(row.get("data"), dict) else {}
    return {str(key).strip().lower(): value for key, value in {**row, **(inner or {})}.items()}


def parts_of_csv(data: bytes, file: Path) -> Iterator[Part]:
    """Yield the entries of an export in CSV; nothing for a table of another kind, which is read as it stands."""
    from index.reading.formats.table import rows_of

    rows = rows_of(decode(data).text)
    head = [name.strip().lower() for name in next(rows, [])]
    titled = bool(set(head) & set(_NAMES["title"]))
    if not titled or not set(head) & {*_NAMES["url"], *_FILES, *_TEXTS}:
        return iter(())
    return _parts((dict(zip(head, row, strict=False)) for row in rows), file)


def parts_of_ris(data: bytes, file: Path) -> Iterator[Part]:
    """Yield the entries of an export in RIS."""
    rows: list[dict[str, Any]] = []
    for tag, value in _RIS.findall(decode(data).text.replace("\r\n", "\n")):
        if tag == "TY":
            rows.append({})
        elif rows and (name := _RIS_NAMES.get(tag)):
            # Days are written 2020/03/18/ there.
            words = value.strip().strip("/").replace("/", "-") if name == "date" else value.strip()
            rows[-1][name] = f"{rows[-1][name]}; {words}" if name == "author" and name in rows[-1] else words
    return _parts(rows, file)


def parts_of_bibtex(data: bytes, file: Path) -> Iterator[Part]:
    """Yield the entries of an export in BibTeX."""
    text = decode(data).text
    starts = [match for match in _BIBTEX.finditer(text) if match[1].lower() not in ("comment", "string", "preamble")]
    rows = []
    for number, match in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        fields = dict(_bibtex_fields(text[match.end() : end]))
        fields["author"] = "; ".join(
            " ".join(reversed(name.split(", ", 1))) for name in fields.get("author", "").split(" and ") if name
        )
        fields["file"] = re.sub(r"^[^:;]*:([^:;]+):.*$", r"\1", fields.get("file", ""), flags=re.DOTALL)
        rows.append(fields)
    return _parts(rows, file)


def _bibtex_fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry; braces nest."""
    at = 0
    while match := re.compile(r"\s*([\w-]+)\s*=\s*").search(text, at):
        at = match.end()
        start, depth = at, 0
        closing = '"' if text[at : at + 1] == '"' else ""
        while at < len(text):
            sign = text[at]
            depth += (sign == "{") - (sign == "}")
            at += 1
            if depth < 0 or (sign == "," and depth == 0 and not closing):
                break
            if closing and sign == closing and at - 1 > start and depth == 0:
                break
        value = text[start:at].strip().rstrip(",}").strip() if not closing else text[start + 1 : at - 1]
        yield match[1].lower(), " ".join(re.sub(r"[{}]", "", value).split())


def _parts(rows: Any, file: Path) -> Iterator[Part]:
    for number, row in enumerate(rows, start=1):
        if number > MOST_ENTRIES:
            return
        part = _part(number, {str(key).lower(): value for key, value in row.items() if key}, file)
        if part is not None:
            yield part


def _part(number: int, row: Mapping[str, Any], file: Path) -> Part | None:
    fields = {name: words for name, keys in _NAMES.items() if (words := _first(row, keys))}
    title = fields.get("title") or fields.get("url") or ""
    if not any(_words(value) for value in row.values()):
        return None
    name = f"{number:04} {_UNFIT.sub(' ', title)[:80].strip(' .') or 'entry'}"
    for attached in _attached(row, file):
        return Part(name + os.path.splitext(attached)[1], b"", fields, path=attached)  # noqa: PTH122
    text = next((one for key in _TEXTS if len(one := _words(row.get(key))) >= _SHORTEST), "")
    if not text:
        return Part(
            name, b"", missing="The export gives no text of it, only where it is: save the page or the file itself."
        )
    if _TAG.search(text):
        page = f"<html><head><meta charset='utf-8'></head><body><article>{text}</article></body></html>"
        return Part(f"{name}.html", page.encode("utf-8", "replace"), fields)
    return Part(f"{name}.txt", html.unescape(text).encode("utf-8", "replace"), fields)


def _first(row: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((words for key in keys if (words := " ".join(_words(row.get(key)).split()))), "")[:500]


def _words(value: Any) -> str:
    """Return a value of an export in words: of objects their names, of lists all, separated by semicolons."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(filter(None, (_words(one) for one in value[:100])))
    if isinstance(value, Mapping):
        whole = " ".join(_words(value.get(key)) for key in ("firstName", "lastName") if value.get(key))
        return whole or _words(value.get("name") or value.get("title") or value.get("path") or value.get("url"))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _attached(row: Mapping[str, Any], file: Path) -> Iterator[str]:
    """Yield the files that an entry names and that lie below the export's own folder: no others are opened."""
    from index.reading.formats import READABLE

    base = os.path.realpath(file.parent)
    for key in _FILES:
        for name in re.split(r";\s*", _words(row.get(key))):
            if os.path.splitext(name)[1].lower() not in READABLE:  # noqa: PTH122
                continue
            whole = os.path.realpath(os.path.join(base, name.removeprefix("file://")))  # noqa: PTH118
            if whole.startswith(base + os.sep) and os.path.isfile(whole):  # noqa: PTH113
                yield whole
