"""Pieces of regular expressions that the rules of times are put together from; each is bounded, so that rules stay
linear.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from index.claims.events import time_words as words
from index.language import number_words


def any_of(names: Iterable[str]) -> str:
    """Return an alternation of literal ``names``, longest first; a space stands for any gap."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", GAP) for name in ordered)


class Form:
    """A regular expression that is compiled when it is first used, so that importing the rules costs nothing.

    Case does not matter, and ``~`` stands for a gap between words.
    """

    def __init__(self, pattern: str) -> None:
        self._source = pattern

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source.replace("~", GAP), re.IGNORECASE)

    @cached_property
    def match(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """Match at a place, up to a place."""
        return self._pattern.match

    @cached_property
    def finditer(self) -> Callable[[str, int, int], Iterator[re.Match[str]]]:
        """Find all matches between two places."""
        return self._pattern.finditer


GAP = r"(?:[ \t\xa0\u2009\u202f]{1,4}|[ \t]{0,2}\r?\n(?=\S))"
DASH = r"[-–—‑]"
_SHORT_MONTHS = "|".join(sorted(words.SHORT_MONTHS, key=lambda name: (-len(name), name)))
_LONG_MONTHS = "|".join(sorted(set(words.MONTHS) - words.SHORT_MONTHS, key=lambda name: (-len(name), name)))
MONTH = rf"(?:(?:{_SHORT_MONTHS})\b\.?|(?:{_LONG_MONTHS})\b)"
_ORDINAL_DAYS = [
    name for name, value in words.ORDINALS.items() if name not in ("last", "final", "opening", "closing") and value < 20
]
ORDINAL_DAY = any_of([*_ORDINAL_DAYS, "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
                      "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
                      "thirty-first"])  # fmt: skip
DAY = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d(?!\d{{3}}\b)"
    rf"|{GAP}(?:per{GAP}?cent|million|billion|thousand)\b)|(?:{ORDINAL_DAY})\b)"
)
YEAR = r"(?:(?:1[0-9]|20|21)\d\d)(?![\w%]|[.,]\d)"
WEEKDAY = rf"(?:{'|'.join(sorted(words.FULL_WEEKDAYS, key=lambda name: (-len(name), name)))})"
SHORT_WEEKDAY = rf"(?:{any_of(set(words.WEEKDAYS) - words.FULL_WEEKDAYS)})\b\.?"
SEASON = rf"(?:{any_of(words.SEASONS)})"
DAY_PART = rf"(?:{any_of(words.DAY_PARTS)})"
_SIMPLE = any_of(number_words.CARDINALS)
SPELLED = (
    rf"(?:(?:{any_of(number_words.TENS)})(?:[- ](?:{any_of(number_words.UNITS)}))?\b|(?:{_SIMPLE})\b(?:{GAP}hundred\b)?"
    rf"|an?{GAP}hundred\b)"
)
VAGUE = rf"(?:{any_of(words.VAGUE_COUNTS)})"
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?|{SPELLED}(?:{GAP}and{GAP}a{GAP}half\b)?|{VAGUE}\b|half{GAP}an?\b"
    rf"|an?{GAP}half\b|a{GAP}dozen\b|an?\b)"
)
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|fortnights?|weeks?|weekends?|months?|quarters?|years?|decades?"
    r"|century|centuries|millennium)"
)
APPROXIMATELY = (
    rf"(?:about|around|nearly|almost|over|roughly|approximately|some|(?:more|less|fewer){GAP}than|at{GAP}least|at{GAP}most"
    rf"|up{GAP}to|just{GAP}(?:over|under)|an{GAP}estimated|under)"
)


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation."""
    return words.MONTHS[name.casefold().rstrip(".")]


def day_number(written: str) -> int:
    """Return the day of the month written as ``17``, ``17th`` or ``seventeenth``."""
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits[0])
    name = re.sub(r"[\s-]+", "-", written.casefold())
    if name.startswith("thirt") and "-" not in name and name == "thirtieth":
        return 30
    tens, _, unit = name.partition("-")
    if unit:
        return {"twenty": 20, "thirty": 30}[tens] + words.ORDINALS[unit]
    return words.ORDINALS[name]


def count_of(written: str) -> float | None:
    """Return the number of units said (``two``, ``2.5``, ``two and a half``, ``a``), or None where it is vague."""
    from index.language import parse_number

    name = re.sub(r"\s+", " ", written.casefold()).strip()
    if name in ("a", "an", "one"):
        return 1.0
    if name in words.VAGUE_COUNTS:
        return None
    if name.startswith("half") or name in ("a half", "an half"):
        return 0.5
    if name == "a dozen":
        return 12.0
    return parse_number(name)
