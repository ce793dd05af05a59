"""What a page says of its article in JSON-LD, also where a template wrapped or wrote it badly."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLE = re.compile(r"(?:\w*:)?(?:\w*Article|\w*Posting|Report|\w*Review|OpinionPiece|AnalysisNewsArticle)\Z")
_WRAPPING = re.compile(r"\s*(?://|/\*)?\s*(?:<!--|<!\[CDATA\[|\]\]>|-->)\s*(?:\*/)?\s*|^\s*//\s*$", re.MULTILINE)
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_TAGS = re.compile(r"<[^<>]{1,300}>")
_DEEPEST = 8
_MOST = 500


@dataclass(frozen=True, slots=True)
class Described:
    """An article as its page describes it; what it does not say is empty."""

    headline: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    body: str = ""
    closed: bool = False
    """Whether the page says that the article is for subscribers."""


def described(tree: Any) -> Described:
    """Return what the first article described in the page's JSON-LD says, completed from the others."""
    things: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            things += list(_things(_loaded("".join(script.itertext()))))[:_MOST]
    by_id = {str(one["@id"]): one for one in things if "@id" in one and len(one) > 1}
    articles = [one for one in things if _is_article(one)]
    found = Described()
    for one in articles[:5]:
        found = _completed(found, _described(one, by_id))
    return found


def _loaded(text: str) -> Any:
    """Return the JSON in a script, without CDATA marks and with the faults mended that templates make."""
    bare = _WRAPPING.sub(" ", text).strip().rstrip(";")
    for tried in (bare, _TRAILING_COMMA.sub("", bare), html.unescape(bare)):
        try:
            return json.loads(tried, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(loaded: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object that may describe an article, or whoever wrote or printed it."""
    if depth > _DEEPEST:
        return
    if isinstance(loaded, list):
        for one in loaded[:_MOST]:
            yield from _things(one, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(loaded.get(name), (dict, list)):
                yield from _things(loaded[name], depth + 1)


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _described(one: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Described:
    publisher = _named(one.get("publisher") or one.get("sourceOrganization"), by_id)
    free = one.get("isAccessibleForFree")
    address = one.get("url") or one.get("mainEntityOfPage")
    return Described(
        _words(one.get("headline") or one.get("name")),
        publisher[0] if publisher else "",
        tuple(_named(one.get("author") or one.get("creator"), by_id)),
        _words(one.get("datePublished") or one.get("dateCreated")),
        _words(address.get("@id") if isinstance(address, dict) else address),
        _words(one.get("inLanguage")),
        _body(one.get("articleBody")),
        free is False or str(free).lower() == "false",
    )


def _completed(first: Described, other: Described) -> Described:
    """Return the first description with the other's answers where it has none; a date goes with its headline only."""
    values = {}
    for name in Described.__dataclass_fields__:
        values[name] = getattr(first, name) or getattr(other, name)
    return Described(**values)


def _named(value: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    """Return the names of persons or organisations, given as text, as objects, as references, or as a list of these."""
    names = []
    for one in value[:50] if isinstance(value, list) else [value]:
        entry = one
        if isinstance(entry, dict) and not entry.get("name"):
            entry = by_id.get(str(entry.get("@id")), entry)
        name = entry.get("name") if isinstance(entry, dict) else entry
        if isinstance(name, list):
            names += [_words(part) for part in name]
        elif isinstance(name, str) and not name.startswith("http"):
            names.append(_words(name))
    return [name for name in names if name]


def _words(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    text = str(value) if isinstance(value, str | int) else ""
    # Templates escape once for JSON and once more for HTML.
    return " ".join(_TAGS.sub(" ", html.unescape(html.unescape(text[:2000]))).split())


def _body(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    text = re.sub(r"<(?:br|/p|/div|/h\d)\s*/?>", "\n", html.unescape(value), flags=re.IGNORECASE)
    lines = (" ".join(line.split()) for line in _TAGS.sub(" ", text).split("\n"))
    return "\n".join(line for line in lines if line)
