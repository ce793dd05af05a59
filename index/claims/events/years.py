"""Rules for years that stand alone: in four digits, in two, before the common era, and ranges of them."""

import re
from datetime import date

from index.claims.events import rules
from index.claims.events import time_words as words
from index.claims.events.calendars import OPEN, Interval, years_interval
from index.claims.events.expressions import TimeKind
from index.claims.events.fragments import DASH, YEAR, Form
from index.claims.events.resolving import two_digit_year
from index.claims.events.scene import WORD_AFTER, Reading, Scene
from index.records import Precision

_YEARS = Form(rf"(?P<y>(?:1[4-9]|20|21)\d\d)~?(?:{DASH}|/)~?(?P<z>\d{{4}}|\d\d)(?![\w/-]|[.,]\d)")
_YEAR = Form(YEAR)
_SHORT = Form(r"(?P<yy>\d\d)(?!\w)")
_BEFORE_CHRIST = Form(r"(?:c\.?~?)?(?P<year>\d{1,2},?\d{3}|\d{1,4})~?(?P<era>BCE?\b|B\.C\.(?:E\.)?|CE\b|AD\b|A\.D\.)")
_ANNO = Form(r"(?:AD|A\.D\.)~?(?P<year>\d{1,4})(?![\w%]|[.,]\d)")
_MEASURES = frozenset({"year", "strong", "meter", "metre", "mile", "foot", "page", "point"})
_ROUGHLY = frozenset({"about", "approximately", "roughly"})
_ENDS = re.compile(r"(?=[.,;:)](?:\s|$)|\s+(?:and|by|for|to|but|when|as|after|before|until)\b|\s*$)")
"""What stands behind a year that is said roughly, and not behind a count, whose noun would follow."""
_ROUND = 1950
"""Numbers of hundreds from which on "about 2000" is rather a count."""
_NAMELESS = frozenset("""i he she we they you it on the a its this that with when at""".split())
_CAPITALISED_BEFORE = re.compile(r"([A-Z][\w.+-]*) $")


def year_number(scene: Scene, at: int) -> Reading | None:
    """Read ``2013``, ``2010-15`` and ``2024/25``; one that ends a name (``Windows 2000``) is not dated."""
    match = _YEARS.match(scene.text, at, scene.stop)
    if match and (reading := _year_range(match)):
        return reading
    match = _YEAR.match(scene.text, at, scene.stop)
    if match is None or not _is_year(scene, at, match):
        return None
    year = int(match[0])
    named = _in_name(scene, at)
    return Reading(
        match.end(),
        TimeKind.DATE,
        match[0],
        years_interval(year),
        Precision.YEAR,
        rules.YEAR_IN_NAME if named else rules.YEAR,
        dated=not named,
        given=True,
    )


def _year_range(match: re.Match[str]) -> Reading | None:
    first, written = int(match["y"]), match["z"]
    last = int(written) if len(written) == 4 else first - first % 100 + int(written)
    if not first < last <= first + 120 or first < 1400:
        return None
    interval = Interval(date(first, 1, 1), date(last, 12, 31))
    return Reading(match.end(), TimeKind.DATE, str(first), interval, Precision.PERIOD, rules.YEAR_RANGE, given=True)


def _is_year(scene: Scene, at: int, match: re.Match[str]) -> bool:
    """Return whether four digits are a year: by the words before and after, not by the number alone."""
    text, year = scene.text, int(match[0])
    if at and text[at - 1] in "$£€¥#№+<>=~":
        return False
    before = scene.word_before(at)
    after = WORD_AFTER.match(text, match.end(), scene.stop)
    follower = after[1] if after else ""
    signalled = before in words.YEAR_SIGNALS or before in words.MONTHS or text[at - 1 : at] == "("
    if before in words.COUNT_SIGNALS:
        return before in _ROUGHLY and _ENDS.match(text, match.end()) is not None and (year % 100 != 0 or year < _ROUND)
    if text[match.end() : match.end() + 1] == "-" and follower in _MEASURES:
        return False
    if follower in words.COUNTED_NOUNS:
        return before in ("in", "since", "during") and year % 100 != 0
    plural = (
        follower.islower() and follower.endswith("s") and not follower.endswith(("ss", "us", "is", "was", "has", "as"))
    )
    if plural and (year % 100 == 0 or year < 1900) and before not in ("in", "since", "during", "the", "by"):
        return False
    if year < 1900:
        rough = before == "around" and _ENDS.match(text, match.end()) is not None
        return rough or (signalled and before not in ("as", "for", "to", "or", "and", "around", "of"))
    return year < 2100 or before in ("by", "in", "until", "year")


def _in_name(scene: Scene, at: int) -> bool:
    """Return whether the word straight before is a capitalised one that no date would follow (``CES 2025``)."""
    match = _CAPITALISED_BEFORE.search(scene.text, max(0, at - 30), at)
    if match is None:
        return False
    word = match[1].casefold()
    if word in words.YEAR_SIGNALS or word in words.MONTHS or word in words.WEEKDAYS:
        return False
    return word not in _NAMELESS


def short_year(scene: Scene, at: int) -> Reading | None:
    """Read ``'98``: two digits behind an apostrophe and a word that a year follows."""
    match = _SHORT.match(scene.text, at, scene.stop)
    if match is None or at == 0 or scene.text[at - 1] not in "'’‘" or scene.text[at - 2 : at - 1].isalnum():
        return None
    before = scene.word_before(at - 1)
    if before not in words.YEAR_SIGNALS and before not in words.MONTHS:
        return None
    year = two_digit_year(int(match["yy"]), scene.anchor)
    interval = years_interval(year)
    return Reading(
        match.end(), TimeKind.DATE, str(year), interval, Precision.YEAR, rules.SHORT_YEAR, given=True, start=at - 1
    )


def era_year(scene: Scene, at: int) -> Reading | None:
    """Read ``300 BC``, ``AD 79``, ``800 CE``; years before the common era have no ISO date here, and stay open."""
    match = _BEFORE_CHRIST.match(scene.text, at, scene.stop) or _ANNO.match(scene.text, at, scene.stop)
    if match is None:
        return None
    written = match.groupdict().get("era") or "AD"
    if not written.isupper():
        return None
    year = int(match["year"].replace(",", ""))
    before = written.startswith("B")
    interval = OPEN if before else years_interval(year)
    value = f"BC{year:04}" if before else f"{year:04}"
    return Reading(match.end(), TimeKind.DATE, value, interval, Precision.YEAR, rules.ERA_YEAR, given=True)
