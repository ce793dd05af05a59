"""Cuts the text of a query into signs: words, quotations, operators, fields, parentheses. Linear, and never fails."""

import re
from enum import Enum, auto
from typing import NamedTuple

from index.language import QUOTES

FIELDS = ("title", "outlet", "author", "date", "zone", "kind", "speaker", "status")
"""The fields a query may name."""

DEFAULT_DISTANCE = 5
"""How many words may stand between, for ``"a b"~`` and ``a NEAR b``; as most engines have it."""


MAX_DISTANCE = 1000
"""Further apart, words are only in the same article."""


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
  | [{_QUOTE}](?P<quoted>[^{_QUOTE}]*)(?:(?P<closed>[{_QUOTE}])(?:~(?P<slop>\d*))?)?
  | (?P<minus>(?<![^\s(])-(?=[^\s\-]))
  | (?P<exact>(?<![^\s(:\-])=(?=[^\s=]))
  | (?P<field>(?<![^\s(\-])[^\W\d_]{{2,20}}:(?!//))(?=(?P<tight>\S)?)
  | (?P<bar>\|\|?|(?<!\S)&&?(?!\S))
  | (?P<chunk>[^\s(){_QUOTE}|]+)
    """,
    re.VERBOSE,
)
_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT, "NEAR": Kind.NEAR}
_NEAR = re.compile(r"NEAR/(\d+)")
_LIKE_OPERATORS = {"|": Kind.OR, "||": Kind.OR, "&": Kind.AND, "&&": Kind.AND}


def signs_of(text: str, notes: list[str]) -> list[Sign]:
    """Return the signs of a query; what is wrong with them is added to ``notes``."""
    signs: list[Sign] = []
    position = 0
    while match := _SIGN.search(text, position):
        position = match.end()
        kind = match.lastgroup
        if match["quoted"] is not None:
            signs.append(_quoted(match, notes))
        elif match["bar"] is not None:
            operator = _LIKE_OPERATORS[match["bar"]]
            notes.append(f"“{match['bar']}” was taken as {operator.name}")
            signs.append(Sign(operator, match["bar"], *match.span()))
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
            signs.append(_chunk(match.group(), *match.span(), notes))
    return signs


def _quoted(match: re.Match[str], notes: list[str]) -> Sign:
    if not match["closed"]:
        notes.append("the quotation mark is not closed; the phrase was taken to run to the end")
    slop = match["slop"]
    number = -1 if slop is None else _distance(slop, notes) if slop else DEFAULT_DISTANCE
    return Sign(Kind.QUOTED, match["quoted"], match.start("quoted"), match.end("quoted"), number)


def _distance(digits: str, notes: list[str]) -> int:
    """Return how many words may stand between, at most ``MAX_DISTANCE``."""
    # As many digits as a pasted text may have must not be made a number: that takes longer than linear time.
    if len(digits.lstrip("0")) <= len(str(MAX_DISTANCE)) and int(digits[-9:]) <= MAX_DISTANCE:
        return int(digits[-9:])
    notes.append(f"at most {MAX_DISTANCE:,} words may stand between; that was taken")
    return MAX_DISTANCE


def _chunk(chunk: str, start: int, end: int, notes: list[str]) -> Sign:
    if operator := _OPERATORS.get(chunk):
        return Sign(operator, chunk, start, end, DEFAULT_DISTANCE)
    if near := _NEAR.fullmatch(chunk):
        return Sign(Kind.NEAR, chunk, start, end, _distance(near[1], notes))
    if chunk[0] == "@" and len(chunk) > 1:
        return Sign(Kind.SAVED, chunk[1:], start, end)
    return Sign(Kind.TEXT, chunk, start, end)
