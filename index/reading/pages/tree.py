"""A page as a tree without what nobody sees and what belongs to the site and not to the article."""

import re
from collections.abc import Iterator
from typing import Any

from index.english import words

DROPPED = frozenset(
    "script style noscript template svg iframe button select input textarea form nav object embed canvas audio video "
    "picture img map area figcaption dialog menu head title meta link base datalist option progress meter "
    "frameset applet".split()
)
"""Elements of which nothing is read."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_HIDDEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What the tree takes from a page and does not take back."""
_WHOLE_PAGE = frozenset({"html", "body", "main"})
_SHARE = 0.3
"""The share of a page's prose from which nothing is furniture, whatever it is called."""


def parse_page(page: str) -> Any:
    """Return the root of a page; None when there is no element in it.

    Raises lxml's errors and ValueError, and RecursionError for a page that is nested so deeply that the parser leaves
    out what is inside.
    """
    import lxml.html

    # With the parser's wider limits; nothing here recurses.
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(page, parser=parser) if page.strip() else None
    if any("depth" in entry.message for entry in parser.error_log):
        raise RecursionError("the page is nested too deeply")
    return root


def tag_of(element: Any) -> str:
    """Return an element's name in lower case; empty for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def names_of(element: Any) -> frozenset[str]:
    """Return the words in an element's class, id and kind of component, in lower case."""
    said = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("data-component"))))
    parts = {part.lower() for part in re.split(r"\s+", said) if part}
    return frozenset(parts | {word.lower() for part in re.split(r"[\s_:/-]+", said) for word in _WORD.findall(part)})


def is_hidden(element: Any) -> bool:
    """Return whether the page itself hides an element; a whole page that its scripts uncover is not hidden."""
    if tag_of(element) in _WHOLE_PAGE:
        return False
    if element.get("hidden") is not None and (element.get("hidden") or "").lower() != "until-found":
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def remove(element: Any) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = _CONTROL.sub("\ufffd", element.tail or "")
    before = element.getprevious()
    if before is not None:
        before.tail = _CONTROL.sub("\ufffd", before.tail or "") + " " + tail
    else:
        parent.text = _CONTROL.sub("\ufffd", parent.text or "") + " " + tail
    parent.remove(element)


def prune(tree: Any) -> None:
    """Take out what is hidden, what is no text, dialogs, and furniture by its name or its kind of element."""
    for element in [one for one in tree.iter() if tag_of(one) in DROPPED or (tag_of(one) and is_hidden(one))]:
        remove(element)
    total = _prose(tree)
    for element in list(tree.iter()):
        if tag_of(element) and tag_of(element) not in _WHOLE_PAGE and _is_attached(element, tree):
            kind = _furniture(element)
            if kind == "sure" or (kind and _prose(element) <= _SHARE * total):
                remove(element)


def _is_attached(element: Any, tree: Any) -> bool:
    return any(parent is tree for parent in element.iterancestors())


def _furniture(element: Any) -> str:
    """Return whether an element is no part of the article: "sure", "likely" (by its name) or nothing."""
    tag, role = tag_of(element), (element.get("role") or "").lower()
    if role in ("dialog", "alertdialog") or element.get("aria-modal") == "true":
        return "sure" if not _holds_article(element) else ""
    if role in ("navigation", "banner", "search", "complementary", "contentinfo", "menu") or tag in ("aside", "footer"):
        return "likely"
    names = names_of(element)
    if not names:
        return ""
    if names & words("page-consent") or {"privacy", "notice"} <= names:
        return "sure" if not _holds_article(element) else ""
    if names & words("page-comments") and not names & words("page-text") - {"text", "container", "wrapper"}:
        return "sure" if not _holds_article(element) else ""
    if names & words("page-furniture"):
        return "likely" if not _holds_article(element) else ""
    return ""


def _holds_article(element: Any) -> bool:
    """Return whether an element holds, or is, what a page marks as its article or its headline."""
    if tag_of(element) == "article" or "articleBody" in (element.get("itemprop") or ""):
        return True
    return any(tag_of(one) == "h1" or "articleBody" in (one.get("itemprop") or "") for one in element.iterdescendants())


def _prose(element: Any) -> int:
    """Return the characters of paragraphs in an element: those long enough to be sentences."""
    lengths = (len(" ".join(one.itertext()).strip()) for one in paragraphs_in(element))
    return sum(length for length in lengths if length >= 60)


def paragraphs_in(element: Any) -> Iterator[Any]:
    """Yield the paragraphs of an element, itself if it is one."""
    return (one for one in element.iter("p", "li", "blockquote", "td") if not any(True for _ in one.iter("div", "ul")))
