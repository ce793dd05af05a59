"""Cuts the text of a query into signs: words, quotations, operators, fields, parentheses. Linear, and never fails."""

import re
from enum import Enum, auto
from typing import NamedTuple

from index.language.folding import QUOTES

FIELDS = ("title", "outlet", "author", "date", "zone", "kind", "speaker", "status")
"""The fields a query may name."""

DEFAULT_DISTANCE = 5
"""How many words may stand between, for ``"a b"~`` and ``a NEAR b``; as most engines have it."""


class Kind(Enum):
    """What a sign is."""

    TEXT = auto()
    QUOTED = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    EXACT = auto()
    FIELD = auto()
    SAVED = auto()


class Sign(NamedTuple):
    """A sign of the query: its kind, its text, where it stands, and its number (a distance; -1 is none)."""

    kind: Kind
    text: str
    start: int
    end: int
    number: int = -1


_QUOTE = re.escape(QUOTES)
_SIGN = re.compile(
    rf"""
    (?P<open>\() | (?P<close>\))
  | [{_QUOTE}](?P<quoted>[^{_QUOTE}]*)(?:(?P<closed>[{_QUOTE}])(?:~(?P<slop>\d{{0,9}}))?)?
  | (?P<minus>(?<![^\s(])-(?=[^\s\-]))
  | (?P<exact>(?<![^\s(:\-])=(?=[^\s=]))
  | (?P<field>(?<![^\s(\-])[^\W\d_]{{2,20}}:(?!//))(?=(?P<tight>\S)?)
  | (?P<chunk>[^\s(){_QUOTE}]+)
    """,
    re.VERBOSE,
)
_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT, "NEAR": Kind.NEAR}
_NEAR = re.compile(r"NEAR/(\d{1,9})")


def signs_of(text: str, notes: list[str]) -> list[Sign]:
    """Return the signs of a query; what is wrong with them is added to ``notes``."""
    signs: list[Sign] = []
    position = 0
    while match := _SIGN.search(text, position):
        position = match.end()
        kind = match.lastgroup
        if match["quoted"] is not None:
            signs.append(_quoted(match, notes))
        elif kind in {"open", "close"}:
            signs.append(Sign(Kind.OPEN if kind == "open" else Kind.CLOSE, match.group(), *match.span()))
        elif match["field"] is not None:
            name = match["field"][:-1]
            if name.lower() in FIELDS:
                signs.append(Sign(Kind.FIELD, name.lower(), *match.span()))
                continue
            if match["tight"]:
                notes.append(f"there is no field “{name}”, so it was searched as text; fields are {', '.join(FIELDS)}")
            signs.append(Sign(Kind.TEXT, name, match.start(), match.end()))
        elif kind in {"minus", "exact"}:
            signs.append(Sign(Kind.NOT if kind == "minus" else Kind.EXACT, match.group(), *match.span()))
        else:
            signs.append(_chunk(match.group(), *match.span()))
    return signs


def _quoted(match: re.Match[str], notes: list[str]) -> Sign:
    if not match["closed"]:
        notes.append("the quotation mark is not closed; the phrase was taken to run to the end")
    slop = match["slop"]
    number = -1 if slop is None else int(slop) if slop else DEFAULT_DISTANCE
    return Sign(Kind.QUOTED, match["quoted"], match.start("quoted"), match.end("quoted"), number)


def _chunk(chunk: str, start: int, end: int) -> Sign:
    if operator := _OPERATORS.get(chunk):
        return Sign(operator, chunk, start, end, DEFAULT_DISTANCE)
    if near := _NEAR.fullmatch(chunk):
        return Sign(Kind.NEAR, chunk, start, end, int(near[1]))
    if chunk[0] == "@" and len(chunk) > 1:
        return Sign(Kind.SAVED, chunk[1:], start, end)
    return Sign(Kind.TEXT, chunk, start, end)
