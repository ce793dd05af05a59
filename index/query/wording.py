"""A query tree in words, as it is shown back to the person who typed the query."""

from index.counting import counted
from index.query.tree import (
    Alias,
    And,
    Everything,
    Fuzzy,
    HasClaim,
    HasMetadata,
    InDocuments,
    InZones,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Published,
    Word,
)

MAX_LENGTH = 600
"""Characters from which on the words are cut short."""

MAX_NAMES = 7


def in_words(node: Node) -> str:
    """Return what a tree asks for, in one line of words."""
    text = _say(node, 0)
    return text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]}…"


def _say(node: Node, level: int) -> str:  # noqa: C901, PLR0912
    match node:
        case Word(text=text, exact=exact):
            return f"exactly {text}" if exact else text
        case Phrase(text=text, words=words):
            return f"exactly “{text}”" if all(word.exact for word in words) else f"“{text}”"
        case Prefix(text=text):
            return f"{text}… (words that begin so)"
        case Fuzzy(text=text, distance=distance):
            return f"{text} (or {counted(distance, 'letter')} different)"
        case Alias(text=text, spellings=spellings):
            return _alias(text, spellings)
        case Near(parts=parts, distance=distance):
            return f"{' near '.join(_say(part, 2) for part in parts)} (within {distance} words)"
        case And(parts=parts):
            return _group(" AND ", [_say(part, 1) for part in parts], level > 1)
        case Or(parts=parts):
            return _group(" OR ", [_say(part, 2) for part in parts], level > 0)
        case Not(part=part):
            return f"NOT {_say(part, 2)}"
        case InZones(zones=zones, part=None):
            return f"anything in {_zones(zones)}"
        case InZones(zones=zones, part=part):
            return f"{_say(part, 2)} in {_zones(zones)}"  # type: ignore[arg-type]
        case HasMetadata(field=field, text=text):
            return f"{field.value} is {text}"
        case Published(first=first, last=last):
            return _published(first, last)
        case HasClaim(field=field, value=value):
            return f"a claim whose {field.value} is {value}"
        case InDocuments(ids=ids):
            return f"one of {len(ids)} articles"
        case Everything():
            return "every article"
        case Nothing():
            return "nothing"


def _alias(text: str, spellings: tuple[Word | Phrase, ...]) -> str:
    names = [spelling.text for spelling in spellings[1:]]
    more = f", and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else ""
    quoted = f"“{text}”" if isinstance(spellings[0], Phrase) and spellings[0].quoted else text
    return f"{quoted} (also {', '.join(names[:MAX_NAMES])}{more})"


def _group(word: str, parts: list[str], bracketed: bool) -> str:
    joined = word.join(parts)
    return f"({joined})" if bracketed else joined


def _zones(zones: tuple[str, ...]) -> str:
    return " or ".join(zones)


def _published(first: str | None, last: str | None) -> str:
    if first == last:
        return f"published on {first}"
    if first and last:
        return f"published from {first} to {last}"
    return f"published on or after {first}" if first else f"published on or before {last}"
