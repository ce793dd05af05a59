"""What a page says of its article in its own fields: title, outlet, authors, date, address, language."""

import html
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from index.english import words
from index.metadata import Finding, date_in_path, find_date, host_of, parse_names, without_frame
from index.reading.pages.linked_data import Described, described
from index.reading.pages.tree import names_of, tag_of

_DATE_FIELDS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date", "pubdate", "publishdate",
    "publish-date", "publish_date", "published-date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "citation_date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publication_date", "article.published",
    "article_date_original", "originalpublicationdate", "bt:pubdate", "vr:published_time", "release_date",
    "rnews:datepublished",
)  # fmt: skip
_AUTHOR_FIELDS = ("author", "dc.creator", "dcterms.creator", "article:author", "parsely-author", "sailthru.author",
                  "byl", "citation_author", "cxenseparse:author", "article:author_name", "rbauthors")  # fmt: skip
_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)[T ]\d\d:?\d\d(?::?\d\d)?(?:[.,]\d+)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_ZERO = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\Z", re.IGNORECASE)
_PARTS = re.compile(
    r"\s+[|·•»–—-]\s+|\s*::\s*|\s+[›>]\s+|(?<=[\u3040-\u9fff])[-_|－｜](?=[\w\s]{2,16}\Z)|(?<=[\u3040-\u9fff])\s：(?=\w)"
)
"""What parts the headline from the name of the site in a page's title."""
_FOLD = re.compile(r"[\W_]+")
_ELSEWHERE = frozenset({"nav", "footer", "form", "label", "aside", "button"})
_LONGEST_BYLINE = 160
_LONGEST_DATE = 120
_FAR = 300
"""Elements between a headline and a day from which the day is another article's."""


def page_findings(tree: Any) -> tuple[list[Finding], Described]:
    """Return what a whole page says of itself, the surest first, and its article as JSON-LD describes it."""
    told, meta = described(tree), _meta(tree)
    address = _address(tree, meta, told)
    outlet = meta.get("og:site_name") or told.outlet or meta.get("application-name") or ""
    # A name may be followed by what the site says of itself.
    outlet = _PARTS.split(outlet)[0][:80]
    title, title_guessed, rest = _title(tree, meta, told, outlet)
    findings = []
    if title:
        findings.append(Finding("title", title, "page", title_guessed))
    if outlet and not host_of(f"https://{outlet}"):
        findings.append(Finding("outlet", outlet, "page"))
    findings += _authors(tree, meta, told, outlet)
    findings += _dates(tree, meta, told, address, title)
    if address:
        findings.append(Finding("url", address, "page"))
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or told.language
    language = language or meta.get("og:locale") or meta.get("content-language") or ""
    if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", language):
        findings.append(Finding("language", language.replace("_", "-"), "page"))
    if rest and not outlet:
        findings.append(Finding("outlet", rest, "title of the page", guessed=True))
    return findings, told


def _meta(tree: Any) -> dict[str, str]:
    """Return the page's meta elements, by name in lower case; the first of each name counts."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = html.unescape((element.get("content") or "").strip())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                meta.setdefault(name, " ".join(content.split())[:1000])
    return meta


def _address(tree: Any, meta: dict[str, str], told: Described) -> str:
    links = [one.get("href") or "" for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"]
    saved = next((one.get("data-url") or "" for one in tree.iter("html") if one.get("data-url")), "")
    for one in (*links, meta.get("og:url", ""), told.url, meta.get("twitter:url", ""), saved):
        if host_of(one) and len(one) <= 1000:
            return str(one).strip()
    return ""


def _fold(text: str) -> str:
    return _FOLD.sub("", text.casefold())


def _title(tree: Any, meta: dict[str, str], told: Described, outlet: str) -> tuple[str, bool, str]:
    """Return the headline, whether it is guessed, and the site's name where only the page's title gives it.

    A heading that the page's title repeats is the headline, whichever its rank; what the title adds is the site.
    """
    elements = [one for one in tree.iter("title") if not any(tag_of(up) == "svg" for up in one.iterancestors())]
    window = " ".join("".join(elements[0].itertext()).split()) if elements else ""
    headings = [_text(one) for level in ("h1", "h2") for one in tree.iter(level)]
    stated = [one for one in (meta.get("og:title", ""), told.headline, meta.get("twitter:title", ""), window) if one]
    for one in stated:
        parts = _PARTS.split(one)
        for heading in headings:
            folded = _fold(heading)
            if len(heading) >= 8 and (folded == _fold(one) or folded in map(_fold, parts)):
                rest = [
                    part for part in _PARTS.split(window) if _fold(part) not in folded and folded not in _fold(part)
                ]
                return heading, False, rest[-1] if len(rest) == 1 and len(rest[0]) <= 60 else ""
    for one in stated:
        bare = _without_site(one, outlet)
        if len(bare) >= 3:
            return bare, one is window, ""
    first = [_text(one) for one in tree.iter("h1")]
    return (first[0], True, "") if len(first) == 1 and first[0] else ("", True, "")


def _without_site(title: str, outlet: str) -> str:
    """Return a page's title without the name of its site: what stands behind the last bar or dash and is short."""
    parts = _PARTS.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    names_site = (outlet and _fold(last) in _fold(outlet)) or _fold(outlet) in _fold(last) if outlet else False
    if names_site or (len(last.split()) <= 4 and len(title) - len(last) > 20):
        return title[: title.rindex(last)].rstrip(" |·•»–—:›>-")
    return title


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _elsewhere(element: Any) -> bool:
    """Return whether an element stands in a menu, a form, readers' comments or the teaser of another article."""
    unfit = words("page-comments") | {"related", "recirc", "teaser", "teasers", "recommended", "popular", "trending",
                                      "sidebar", "card", "cards", "latest", "promo"}  # fmt: skip
    for one in (element, *element.iterancestors()):
        tag = tag_of(one)
        if tag in ("body", "html", "main"):
            return False
        if tag in _ELSEWHERE or (names_of(one) & unfit and tag != "article"):
            return True
    return False


def _authors(tree: Any, meta: dict[str, str], told: Described, outlet: str) -> list[Finding]:
    """Return who wrote the article: by JSON-LD, by meta elements, by the elements that say so; no house names."""
    unfit = {_fold(outlet)} - {""}
    for values, source in ((told.authors, "page"), ([meta[one] for one in _AUTHOR_FIELDS if one in meta], "page")):
        names = _names(values, unfit)
        if names:
            return [Finding("authors", names, source)]
    for named in (_by_property(tree), _by_name(tree)):
        for text in named:
            names = _names([text], unfit)
            if names:
                return [Finding("authors", names, "byline of the page", guessed=True)]
    return []


def _names(values: Sequence[str], unfit: set[str]) -> tuple[str, ...]:
    found: list[str] = []
    for value in values:
        for name in parse_names(without_frame(value)) if "http" not in value and len(value) <= 400 else ():
            if _fold(name) not in unfit and name not in found:
                found.append(name)
    return tuple(found)


def _by_property(tree: Any) -> Iterator[str]:
    """Yield the texts of elements that name the author by a standard property."""
    groups: dict[Any, list[str]] = {}
    for element in tree.iter():
        if not tag_of(element):
            continue
        stated = "author" in (element.get("itemprop") or "").split() or "author" in (element.get("rel") or "").split()
        if stated and not _elsewhere(element):
            inner = [_text(one) for one in element.iter() if tag_of(one) and one.get("itemprop") == "name"]
            text = (inner or [element.get("content") or _text(element)])[0]
            if text and len(text) <= _LONGEST_BYLINE:
                groups.setdefault(element.getparent(), []).append(text)
    for texts in groups.values():
        yield " and ".join(dict.fromkeys(texts))


def _by_name(tree: Any) -> Iterator[str]:
    """Yield the texts of elements whose class or id says that they are a byline."""
    for element in tree.iter():
        if tag_of(element) in ("", "body", "html", "meta", "script", "link") or _is_long(element):
            continue
        if names_of(element) & words("page-bylines") and not _elsewhere(element):
            yield from _lines(element)


def _is_long(element: Any) -> bool:
    return len(_text(element)) > _LONGEST_BYLINE * 2


def _lines(element: Any) -> list[str]:
    from index.reading.pages.blocks import blocks_of

    return [block.text for block in blocks_of(element)]


def _dates(tree: Any, meta: dict[str, str], told: Described, address: str, title: str) -> list[Finding]:
    """Return the days of publication that the page gives, the surest first; days of a change are none."""
    in_address = date_in_path(address) if address else None
    shown = _shown_days(tree, title)
    found = []
    for stamp in (told.published, *(meta[name] for name in _DATE_FIELDS if name in meta)):
        day = _day(stamp, [*([in_address] if in_address else []), *(day for day, _ in shown)])
        if day:
            found.append(Finding("published", day, "page"))
    if not found and in_address:
        found.append(Finding("published", in_address, "address of the page", guessed=True))
    found += [Finding("published", day, "date on the page", guessed=not sure) for day, sure in shown]
    return found[:3]


def _day(stamp: str, local: Sequence[str]) -> str | None:
    """Return the day of a stamp. One in UTC may be a day off: a neighbouring day on the page is the right one."""
    found = find_date(stamp[:80]) if stamp else None
    if not found:
        return None
    match = _STAMP.search(stamp)
    if match and (match[4] is None or _ZERO.match(match[4])):
        own = date.fromisoformat(found[0])
        for other in local:
            if len(other) == 10 and abs(date.fromisoformat(other) - own) == timedelta(days=1):
                return other
            if other == found[0]:
                break
    return found[0]


def _shown_days(tree: Any, title: str) -> list[tuple[str, bool]]:
    """Return the days in elements that say they are dates, with whether they say so by a standard property.

    The one nearest to the headline comes first: far before it the page shows what day it is today, far behind it the
    days of other articles.
    """
    headline, found = None, []
    for number, element in enumerate(tree.iter()):
        if headline is None and tag_of(element) in ("h1", "h2") and title and _fold(_text(element)) == _fold(title):
            headline = number
        found += [(number, day, sure) for day, sure in _day_in(element)]
    if headline is None:
        return [(day, sure) for _, day, sure in found]
    near = [(abs(number - headline) * (2 if number < headline else 1), day, sure) for number, day, sure in found]
    return [(day, sure) for distance, day, sure in sorted(near) if sure or distance <= _FAR]


def _day_in(element: Any) -> Iterator[tuple[str, bool]]:
    """Yield the day that an element gives, if it says that it is the one of publication, or a date at all."""
    changes = words("page-changes")
    tag, stated = tag_of(element), element.get("itemprop") or ""
    if not tag or tag in ("meta", "script", "link", "body", "html", "style"):
        return
    names = names_of(element) | {stated.lower()}
    if tag != "time" and stated != "datePublished" and not names & words("page-dates"):
        return
    text = _text(element)
    if len(text) > _LONGEST_DATE or names & changes or _elsewhere(element):
        return
    if changes & set(re.findall(r"[a-z]+", text.lower())) and not re.search(r"(?i)publish|posted", text):
        return
    parent = element.getparent()
    if parent is not None and tag == "time" and _says_changed(parent, element, changes):
        return
    # What is shown is the local day; the machine's stamp may be in UTC.
    dated = find_date(text) or find_date((element.get("datetime") or element.get("content") or "")[:80])
    if dated:
        yield dated[0], stated == "datePublished" or element.get("pubdate") is not None


def _says_changed(parent: Any, element: Any, changes: frozenset[str]) -> bool:
    """Return whether the words right before a date say that it is the one of a change."""
    before = element.getprevious()
    words_before = (before.tail or "") + " " + _text(before)[-40:] if before is not None else parent.text or ""
    last = re.findall(r"[a-z]+", words_before.lower())[-3:]
    return bool(changes & set(last)) or bool(names_of(parent) & changes)
