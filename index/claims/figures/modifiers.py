"""The words before and after a number that bound it from below or above, or make it approximate."""

import re
from typing import NamedTuple

from index.records import Bound


class Modifier(NamedTuple):
    """What a phrase beside a number does to it."""

    bound: Bound | None = None
    approximate: bool = False


_OVER = Modifier(Bound.OVER)
_AT_LEAST = Modifier(Bound.AT_LEAST)
_UNDER = Modifier(Bound.UNDER)
_AT_MOST = Modifier(Bound.AT_MOST)
_UP_TO = Modifier(Bound.UP_TO)
_NEARLY = Modifier(Bound.NEARLY)
_ABOUT = Modifier(None, approximate=True)
_PLAIN = Modifier()

_LISTS: list[tuple[Modifier, str]] = [
    (
        _OVER,
        "over|above|more than|greater than|larger than|bigger than|higher than|longer than|better than|"
        "in excess of|upwards of|upward of|north of|excess of|exceeding|exceed|exceeds|exceeded|topping|"
        "topped|tops|to top|could top|would top|will top|may top|surpassing|surpassed|surpass|surpasses|"
        "well over|just over|slightly over|a little over|far more than|well above|just above|beyond|crossed|"
        "older than|further than|heavier than|worth over",
    ),
    (
        _AT_LEAST,
        "at least|at the least|a minimum of|minimum of|minimum|not less than|no less than|no fewer than|"
        "not fewer than|as few as|as little as|as low as|from as little as|at the very least",
    ),
    (
        _UNDER,
        "under|below|less than|fewer than|lower than|smaller than|just under|well under|shorter than|"
        "well below|just below|short of|just short of|younger than|slightly under|slightly less than|"
        "a little under|cheaper than",
    ),
    (
        _AT_MOST,
        "at most|at the most|no more than|not more than|a maximum of|maximum of|a maximum|maximum|"
        "not exceeding|no higher than|no longer than|no greater than|capped at|limited to",
    ),
    (_UP_TO, "up to|as many as|as much as|as high as|as long as|as far as|as big as|as large as|as fast as|as old as"),
    (
        _NEARLY,
        "nearly|almost|close to|just shy of|shy of|approaching|virtually|practically|not quite|well nigh|"
        "nearing|closer to",
    ),
    (
        _ABOUT,
        "about|around|roughly|some|an estimated|estimated|approximately|approx|approx.|circa|c.|~|≈|"
        "in the region of|in the neighborhood of|in the neighbourhood of|somewhere around|or about|"
        "somewhere between|anywhere between|something like|an average of|average of|averaging|averaged|"
        "perhaps|maybe|possibly|in the range of|on average|to around|to about|more or less|"
        "somewhere in the region of|ca.|ca",
    ),
    (
        _PLAIN,
        "just|only|a mere|mere|merely|exactly|precisely|a total of|total of|all|another|an additional|"
        "additional|an extra|extra|a further|further|a record|a whopping|whopping|a staggering|staggering|"
        "fully|barely|even|a combined|combined|a full|full|a massive|still|a net|some of the|a reported|"
        "a hefty|a modest|a paltry|a solid",
    ),
]
BEFORE: dict[str, Modifier] = {phrase: modifier for modifier, phrases in _LISTS for phrase in phrases.split("|")}
_LONGEST = max(phrase.count(" ") + 1 for phrase in BEFORE)
_WORDS = re.compile(r"[^\s,;:()\[\]\"“”‘–—]+|[,;:()\[\]\"“”‘–—]")
_AFTER = re.compile(
    r"\s?\+|[\s-](?:plus\b(?![\s-]\d)|odd\b)|\s(?:or|and)\s(?:so|more|above|over|up|older|higher|greater|longer|less|fewer|under|below|younger|"
    r"lower|thereabouts)\b(?!\s+than)|,?\s(?:at\s(?:least|most|minimum|the\s(?:least|most))|minimum|maximum|approximately|give\sor\stake)\b"
    r"(?!\s(?:[\d$£€]|one|two|three|half))",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:f[ea]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|dipp?(?:s|ed|ing)?|s[aiu]nk(?:s|ing)?|slid(?:es?|ing)?|plung(?:e[ds]?|ing)|"
    r"slump(?:s|ed|ing)?|tumbl(?:e[ds]?|ing)|plummet(?:s|ed|ing)?|crash(?:es|ed|ing)?|trad(?:e[ds]?|ing)|r[oi]se(?:s|n)?|rising|"
    r"climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e[ds]?|ing)|spik(?:e[ds]?|ing)|go(?:es|ing|ne)?|went|reach(?:es|ed)?)"
    r"(?:\s(?:down|up|to|at|in|price|value))*\s$",
    re.IGNORECASE,
)
"""A movement before ``as low as``: what follows is the point it came to (``fell as low as $5``), not a bound."""
_WINDOW = 48


class Found(NamedTuple):
    """The modifiers around a number: where they begin or end, and what they say together."""

    position: int
    bound: Bound | None
    approximate: bool


def before(text: str, floor: int, position: int) -> Found:
    """Return the modifiers that end right before ``position`` (and not before ``floor``), strongest bound first met."""
    window_start = max(floor, position - _WINDOW)
    tokens = [(m.start(), m[0].lower()) for m in _WORDS.finditer(text, window_start, position)]
    if tokens and text[position - 1 : position].isalnum():
        return Found(position, None, approximate=False)
    bound: Bound | None = None
    approximate = False
    start = position
    count = len(tokens)
    while count:
        for size in range(min(_LONGEST, count), 0, -1):
            phrase = " ".join(word for _, word in tokens[count - size : count]).replace("-", " ")
            modifier = BEFORE.get(phrase)
            if modifier is not None:
                break
        else:
            break
        start, count = tokens[count - size][0], count - size
        bound = bound or modifier.bound
        approximate = approximate or modifier.approximate
        if phrase in ("as low as", "as high as") and _MOVED.search(text, max(floor, start - 24), start):
            bound = None
    return Found(start, bound, approximate)


def after(text: str, position: int, stop: int) -> Found:
    """Return the modifier that begins right at ``position``: ``+``, ``or more``, ``or so``, ``-odd``."""
    match = _AFTER.match(text, position, stop)
    if match is None:
        return Found(position, None, approximate=False)
    words = match[0].lower()
    if any(word in words for word in ("so", "odd", "thereabouts", "approximately", "take")):
        return Found(match.end(), None, approximate=True)
    if any(word in words for word in ("less", "fewer", "under", "below", "younger", "lower", "most", "maximum")):
        return Found(match.end(), Bound.AT_MOST, approximate=False)
    return Found(match.end(), Bound.AT_LEAST, approximate=False)
