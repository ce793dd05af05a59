"""Lines that belong to pictures: captions, credits, the words a web page puts around a picture."""

import re

from index.english import patterns
from index.zones.patterns import LatePattern

_AGENCIES = patterns("picture-agencies")
_AGENCY = f"(?:{'|'.join(_AGENCIES)})"
_PERSON = r"\b[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){0,3}"

_LABELLED = LatePattern(
    *patterns("caption-labels"), after=r"\s?(?:credits?|by|source|\d+ of \d+)?\s?[:：]\s", flags=re.IGNORECASE
)
_SOURCE = re.compile(r"(?:Data s|S)ources?\s?[:：]\s?\S")
_PICTURE_PAGE = LatePattern(*patterns("picture-page-words"), flags=re.IGNORECASE)
_FILE_PHOTO = re.compile(r"(?:FILE|File)(?: PHOTO| photo)?\s?[-–—:]\s?(?:[A-Z]|[\w ]{0,20}in this)")
_TAIL = LatePattern(
    # (Name/Agency), [Name, Agency], © Name (Agency)
    rf"[(\[](?:[^()\[\]]{{0,80}}[/,:|\s])?{_AGENCY}(?:[/,|\s][^()\[\]]{{0,40}})?[)\]]\.?\Z",
    r"©[^.]{2,60}\.?\Z",
    # Name/Agency, Name for Outlet / Agency, without brackets
    rf"{_PERSON}\s?(?:for [\w ]{{2,30}})?[/|]\s?{_AGENCY}(?:[/ ][\w ]{{2,30}})?\.?\Z",
    r"\b(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Cc]hart|[Ii]llustration)s? (?:via|by|courtesy of) [A-Z][\w ]{2,40}\Z",
)
_CREDIT_IN_BRACKETS = LatePattern(
    *patterns("credit-labels"),
    before=r"[(\[]",
    after=r"(?:\s?(?:by|of|credit|source))?\s?[:/]?\s[^()\[\]]{2,100}[)\]]\.?\Z",
    flags=re.IGNORECASE,
)
_CREDIT_LINE = LatePattern(
    rf"(?:{_PERSON}\s?[/|,]\s?|©\s?)?(?:{_AGENCY}|{_PERSON}[/|]\s?{_PERSON})(?:\s?[/|,]\s?[\w .]{{2,30}}){{0,2}}\.?\Z"
)
_AGENCY_FIRST = LatePattern(*patterns("caption-agencies"), after=r"(?:[:/-][\w ]{2,30}?)?\s(?=[A-Z])")
_POINTS = LatePattern(*patterns("caption-pointers"), flags=re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,3})/(\d{1,3})\s")
_LONGEST = 420


def is_caption(text: str) -> bool:
    """Return whether a line belongs to a picture by its words: a label, a credit, a page's words around pictures."""
    if len(text) > 2 * _LONGEST:
        return False
    if _PICTURE_PAGE.match(text) or (_PICTURE_PAGE.search(text[-60:]) and not text.endswith(".")):
        return True
    if len(text) > _LONGEST:
        return bool(_TAIL.search(text[-140:]) and _FILE_PHOTO.match(text))
    if len(text) <= 120 and _SOURCE.match(text):
        return True
    if _LABELLED.match(text) or _FILE_PHOTO.match(text):
        return True
    tail = text[-140:]
    if _TAIL.search(tail) or _CREDIT_IN_BRACKETS.search(tail):
        return True
    return is_credit(text) or bool(_AGENCY_FIRST.match(text) and not text.endswith("."))


def is_credit(text: str) -> bool:
    """Return whether a line is nothing but the names of a photographer and an agency."""
    return len(text) <= 80 and bool(_CREDIT_LINE.match(text)) and not text.endswith("?")


def points_into_a_picture(text: str) -> bool:
    """Return whether a line without a full stop points into a picture: "(left)", "pictured"."""
    return len(text) <= 250 and bool(_POINTS.search(text))


def number_in_gallery(text: str) -> str | None:
    """Return the size of the gallery a line's number (``3/16``) speaks of."""
    match = _NUMBERED.match(text)
    return match[2] if match and int(match[1]) <= int(match[2]) else None
