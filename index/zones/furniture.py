"""Boilerplate: what a web page puts around and into an article that is no part of it."""

import re

from index.english import ordered, patterns
from index.zones.patterns import LatePattern

_LIST_HEADS = patterns("furniture-list-heads")
_WHOLE = LatePattern(*patterns("furniture-lines"), *_LIST_HEADS, after=r"\s?[:.!»›>→…]{0,3}\Z", flags=re.IGNORECASE)
_LIST_HEAD = LatePattern(*_LIST_HEADS, after=r"\s?:?\Z", flags=re.IGNORECASE)
_START = LatePattern(*patterns("furniture-starts"), flags=re.IGNORECASE)
_END = LatePattern(*patterns("furniture-ends"), after=r"\s?[.!»›…]{0,3}\Z", flags=re.IGNORECASE)
_ANYWHERE = LatePattern(*patterns("furniture-anywhere"), flags=re.IGNORECASE)
_AGENCIES = "|".join(ordered("agencies-in-credits"))
_AGENCIES_ONLY = LatePattern(rf"(?:{_AGENCIES}|[ -/,&–—|]|and){{2,60}}\Z", flags=re.IGNORECASE)
_CREDITS_LINE = LatePattern(
    r"\([^()]{0,10}(?:Reporting|Writing|Editing|Compiled|Translated)\b[^()]{0,40} by [^()]{3,400}\)\Z"
)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]{0,3}){2,40}\Z")
_LINK_IN_BRACKETS = re.compile(r"\[[^\[\]]{8,160}\]\Z")
_NAME = r"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|de|van|von|al|el|bin)){1,4}"
_BIO = LatePattern(
    # Ann Lee is a fellow at …, Ann Lee, who …, is … ; the author is …
    rf"(?:{_NAME}|(?:The|About the) (?:author|writer)s?)(?:,[^.,]{{2,40}},)?"
    rf"\s(?:is|are|was|works as|serves as)\s[^.]{{0,120}}\b(?:{'|'.join(ordered('author-roles'))})s?\b",
)
_WRITES = LatePattern(rf"{_NAME}\s(?:writes (?:about|on|for)|covers|reports (?:on|for|from))\s[^.]{{3,150}}\.\Z")
"""Ann Lee writes about …"""
_OWNED = LatePattern(
    r"[A-Z][\w.'’&-]+(?:\s[\w.'’&-]+){0,6}\s(?:is|are) (?:owned|funded|supported|published|operated|run) by (?:the )?"
    r"[A-Z][^.]{2,120}\.\Z",
)
"""The Example Institute is funded by …"""
_LONGEST = 420


def is_furniture(text: str) -> bool:
    """Return whether a line is boilerplate by its own words, wherever it stands."""
    if len(text) > 3 * _LONGEST:
        return False
    if len(text) <= 2 * _LONGEST and _ANYWHERE.search(text):
        return True
    if len(text) > _LONGEST:
        return False
    if len(text) <= 90 and (_WHOLE.match(text) or _AGENCIES_ONLY.match(text)):
        return True
    if _START.match(text) or _END.search(text[-90:]):
        return True
    return bool(_LINK_IN_BRACKETS.match(text) or _HASHTAGS.match(text) or _CREDITS_LINE.match(text))


def heads_a_list_of_links(text: str) -> bool:
    """Return whether a line stands above a list of other articles: "Related articles", "Read more:"."""
    return len(text) <= 60 and bool(_LIST_HEAD.match(text))


def is_note_on_the_author(text: str) -> bool:
    """Return whether a line, at the end of an article, says who its author is or who owns its outlet."""
    return len(text) <= _LONGEST and any(pattern.match(text.lstrip("-–—*_ ")) for pattern in (_BIO, _WRITES, _OWNED))
