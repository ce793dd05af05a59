"""What a figure measures, whatever noun is counted: the dead, the hurt, a crowd, a price, a rate, an area burned.

"31 people were killed" and "39 fatalities" answer one question, "12 passengers" and "12 dead" do not: the nearest words
of the clause that name a measure of the figure's kind of unit tell which.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase

from index.claims.dimensions import unit_kind
from index.english import rows
from index.records import Claim, Figure, subject_of

_REACH = 80
"""Characters beside a figure in which the words are looked for."""
_BREAK = re.compile(r"[;:()—–]|,(?!\d)|\b(?:and|while|whereas|although|but|including|with)\b")
_BREAK_COST = 25
_AUXILIARIES = re.compile(r"\s(?:were|was|are|is|have|has|had|did|been)\b")
"""Right behind a figure they begin its own clause, to which the words before it do not belong."""
_WORD_START = re.compile(r"\b\w")
_OPENER = re.compile(r"\((?:\?:|\?-i:)")
_SUBJECT_SHARE = 0.3
"""What is left of the distance of a word that stands in the subject itself."""
_FAR = 75.0


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, or a kind of happening: the kind of unit it is counted in, and the patterns of words that tell it."""

    name: str
    words: tuple[str, ...]
    kind: str = "event"


def measure_of(claim: Claim) -> str | None:
    """Return what a figure measures, or what kind of thing happened on a date; None where no word near it says."""
    kind = unit_kind(claim.quantity) if isinstance(claim, Figure) else claim.kind.value
    if kind is None or kind not in _patterns():
        return None
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    first = max(0, start - _REACH)
    window = claim.text[first : end + _REACH]
    subject = _subject_place(claim, start, end)
    found = [(_distance(claim.text, (start, end), place, subject), name) for name, place in _told(kind, window, first)]
    distance, name = min(found, default=(_FAR, ""))
    return name if distance < _FAR else None


def _told(kind: str, window: str, offset: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the measures of a kind of unit that words of a window of the sentence name, with the words' places."""
    patterns = _patterns()[kind]
    done = 0
    for start in _WORD_START.finditer(window):
        pattern = patterns.get(start[0].lower()) if start.start() >= done else None
        match = pattern.match(window, start.start()) if pattern else None
        if match is not None and match.lastgroup is not None:
            done = match.end()
            yield match.lastgroup, (match.start() + offset, done + offset)


def _subject_place(claim: Claim, start: int, end: int) -> tuple[int, int] | None:
    subject = subject_of(claim)
    if not subject:
        return None
    at = claim.text.find(subject, end)
    if at < 0:
        at = claim.text.rfind(subject, 0, start)
    return (at, at + len(subject)) if at >= 0 else None


def _distance(text: str, span: tuple[int, int], place: tuple[int, int], subject: tuple[int, int] | None) -> float:
    """Return how far a word stands from the figure, in characters; breaks of the sentence move it farther away."""
    if place[0] < span[1] and span[0] < place[1]:
        return 0.0
    left, right = (place[1], span[0]) if place[1] <= span[0] else (span[1], place[0])
    between = text[left : max(left, right)]
    gap = len(_AUXILIARIES.sub("", between)) + _BREAK_COST * len(_BREAK.findall(between))
    if place[1] <= span[0] and _AUXILIARIES.match(text, span[1]) is not None:
        gap += _BREAK_COST
    inside = subject is not None and subject[0] <= place[0] and place[1] <= subject[1]
    return gap * (_SUBJECT_SHARE if inside else 1.0)


@lru_cache(1)
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    """Return for each kind of unit, by the letter that a word begins with, a pattern with a group for each measure."""
    groups: dict[str, dict[str, dict[str, list[str]]]] = {}
    for measure in (*rows("measures", Measure, unique="name"), *rows("happenings", Measure, unique="name")):
        for words in measure.words:
            told = words.replace(" …", r"\s(?:[\w'’,-]+\s){0,4}?").replace(" ", r"\s")
            for letter in _first_letters(words):
                by_name = groups.setdefault(measure.kind, {}).setdefault(letter, {})
                by_name.setdefault(measure.name, []).append(told)
    return {
        kind: {
            letter: re.compile(
                "|".join(rf"(?P<{name}>(?:{'|'.join(told)})\b)" for name, told in by_name.items()), re.IGNORECASE
            )
            for letter, by_name in letters.items()
        }
        for kind, letters in groups.items()
    }


def _first_letters(words: str) -> set[str]:
    """Return the letters with which what a pattern matches may begin, as far as the pattern says them plainly."""
    opener = _OPENER.match(words)
    firsts, depth = {words[opener.end() if opener else 0]}, 1 if opener else 0
    for character, following in pairwise(words[opener.end() :] if opener else ""):
        depth += (character == "(") - (character == ")")
        if depth == 1 and character == "|":
            firsts.add(following)
        if depth == 0:
            break
    return firsts if all(map(str.isalpha, firsts)) else set(ascii_lowercase)
