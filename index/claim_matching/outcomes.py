"""What became of one thing: outcomes that exclude each other, such as overturned, suspended and delayed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from index import records
from index.english import rows
from index.records import (
    Claim,
    Event,
)


class Outcome(NamedTuple):
    """An outcome: the group of those that exclude each other, which of them it is, and the word that says so."""

    group: str
    value: str
    word: str


def _any(words: Iterable[str]) -> re.Pattern[str]:
    told = "|".join(words).replace(" ", r"\s")
    return re.compile(rf"\b(?:{told})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """A value of a group of outcomes, and the patterns of words that tell it."""

    group: str
    value: str
    words: tuple[str, ...]


_WORDS = rows("outcome-words", OutcomeWords)
_PATTERNS = tuple((row.group, row.value, _any(row.words)) for row in _WORDS)
_ANY = _any(word for row in _WORDS for word in row.words)


def outcome_of(claim: Claim) -> Outcome | None:
    """Return what an outcome or event says became of something; None where it says nothing or several things."""
    if isinstance(claim, records.Outcome):
        return Outcome(claim.question, claim.value, claim.surface)
    if not isinstance(claim, Event) or not (subject := claim.subject) or _ANY.search(subject) is None:
        return None
    found = [
        Outcome(group, value, " ".join(match[0].split()))
        for group, value, pattern in _PATTERNS
        if (match := pattern.search(subject))
    ]
    return found[0] if len(found) == 1 else None


def exclude_each_other(a: Outcome, b: Outcome) -> bool:
    """Return whether two outcomes cannot both be what became of one thing."""
    return a.group == b.group and a.value != b.value
