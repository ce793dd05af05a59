"""Outlets: which one a web address belongs to, and which names are agencies whose texts others print."""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from index.english import rows, words
from index.metadata.dates import find_date
from index.zones import LatePattern

URL = LatePattern(r"\bhttps?://[^\s<>\"“”‘’\[\]{}|\\^`]{4,1000}", flags=re.IGNORECASE)
_TRAILING = LatePattern(r"[.,;:!?'’)\]]+\Z")
_HOST = LatePattern(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,24}\Z")
_PREFIXES = LatePattern(r"^(?:www\d?|m|mobile|amp|edition|us|uk|news|en|english|global)\.")
_PUBLIC_SECOND = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "go", "or", "ne"})
_SHORTENED = LatePattern(r"//[^/]{4,14}/(?=\w*[0-9A-Z])\w{4,10}/?\Z")
_PATH_DATE = LatePattern(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/|\Z)")
_PATH_DATE_SHORT = LatePattern(r"(?<=[/-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=[/.-]|\Z)")


@dataclass(frozen=True, slots=True)
class Outlet:
    """The usual name of an outlet, and the host of its web addresses."""

    host: str
    name: str


@cache
def _by_host() -> dict[str, str]:
    return {outlet.host: outlet.name for outlet in rows("outlets", Outlet, unique="host")}


def find_url(text: str) -> str | None:
    """Return the first web address in ``text``, without the stop or bracket that ends the sentence around it."""
    match = URL.search(text)
    if not match:
        return None
    url = match[0]
    end = _TRAILING.search(url)
    if end and not (end[0].startswith(")") and "(" in url):
        url = url[: end.start()]
    return url if host_of(url) else None


def host_of(url: str) -> str | None:
    """Return the host of a web address in lower case, None where it has none."""
    try:
        host = (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return None
    return host if _HOST.match(host) else None


def outlet_of(url: str) -> str | None:
    """Return the name of the outlet a web address belongs to: its usual name where known, else its domain.

    None for services that shorten addresses or hold everybody's pages: these say nothing of the outlet.
    """
    host = host_of(url)
    if host is None:
        return None
    for part in _tails(host):
        if part in words("hosts-of-no-outlet"):
            return None
        if part in _by_host():
            return _by_host()[part]
    # A path of one short random word is a shortened address, whose host is no outlet.
    if _SHORTENED.search(url):
        return None
    domain = _domain(_PREFIXES.sub("", host) if host.count(".") > 1 else host)
    name = domain.split(".", 1)[0]
    # A domain such as theexamplepost.com shows where its article ends, if not its other words.
    if name.startswith("the") and len(name) > 6:
        return f"The {name[3:].capitalize()}"
    return domain


def date_in_path(url: str) -> str | None:
    """Return the ISO date that the path of a web address names in full (``/2025/01/20/``), else None."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    match = _PATH_DATE.search(path) or _PATH_DATE_SHORT.search(path)
    if not match:
        return None
    found = find_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    return found[0] if found else None


def is_wire(name: str) -> bool:
    """Return whether ``name`` is an agency, whose texts are printed by others, so that it does not tell the outlet."""
    return re.sub(r"^the ", "", name.strip().lower()).rstrip(".") in words("news-agencies")


def is_outlet(name: str) -> bool:
    """Return whether ``name`` is the usual name of an outlet we know, with or without its article."""
    bare = name.lower().removeprefix("the ")
    return any(known.lower().removeprefix("the ") == bare for known in _by_host().values())


def names_host(name: str, url: str) -> bool:
    """Return whether an outlet's name, or a short form given in it, is the domain's name."""
    host = host_of(url)
    if not host:
        return False
    label = _domain(host).split(".", 1)[0].replace("-", "")
    for form in re.split(r"[()]", name.lower()):
        words = re.findall(r"\w+", form)
        if label in words or label in ("".join(words), "".join(word[0] for word in words)):
            return True
    return False


def _tails(host: str) -> list[str]:
    parts = host.split(".")
    return [".".join(parts[start:]) for start in range(len(parts) - 1)]


def _domain(host: str) -> str:
    parts = host.split(".")
    keep = 3 if len(parts) > 2 and parts[-2] in _PUBLIC_SECOND and len(parts[-1]) == 2 else 2
    return ".".join(parts[-keep:])
