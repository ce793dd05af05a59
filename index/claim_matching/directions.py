"""Words that say the opposite of each other: verbs of opposite pairs, and the negations of a quotation or forecast."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.english import rows, words
from index.language import stem_of, tokenize, without_overlays
from index.records import Claim, content_of

_BEFORE, _AFTER = 3, 1
"""Words before and behind a claim among which its verb is looked for."""
_BREAK = re.compile(r"[;:—]|,\s(?:while|but|whereas|and)\b|\b(?:while|whereas|but)\b")
_REPLY = re.compile(r"\bno\s*,", re.IGNORECASE)
_NOT = re.compile(r"\b\w+n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Opposite:
    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@lru_cache(1)
def _sides() -> dict[str, frozenset[str]]:
    """Return for each stem on which sides it is: ``amount+`` of "rose", ``amount-`` of "fell"."""
    found: dict[str, set[str]] = {}
    for row in rows("opposites", _Opposite, unique="name"):
        for sign, side in (("+", row.one), ("-", row.other)):
            for word in side:
                found.setdefault(stem_of(word), set()).add(row.name + sign)
    return {stem: frozenset(sides) for stem, sides in found.items()}


def direction_of(claim: Claim) -> frozenset[str]:
    """Return the sides of opposite pairs on which the words right beside a claim are."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    before = _BREAK.split(claim.text[:start])[-1]
    after = _BREAK.split(claim.text[end:])[0]
    near = [
        *[token.stem for token in without_overlays(tokenize(before))][-_BEFORE:],
        *[token.stem for token in without_overlays(tokenize(after))][:_AFTER],
    ]
    table = _sides()
    return frozenset(side for stem in near for side in table.get(stem, ()))


def all_directions(text: str) -> frozenset[str]:
    """Return the sides of opposite pairs that a whole text is on."""
    table = _sides()
    return frozenset(side for token in without_overlays(tokenize(text)) for side in table.get(token.stem, ()))


def opposite(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two sets of sides are on opposite sides of a pair, and agree on none."""
    if a & b:
        return False
    return any(side[:-1] + ("-" if side[-1] == "+" else "+") in b for side in a)


def is_negated(claim: Claim) -> bool:
    """Return whether the words of a quotation or forecast, or of a sentence, deny an odd number of times."""
    return denies(content_of(claim) or claim.text)


@lru_cache(4096)
def denies(text: str) -> bool:
    """Return whether a text denies what it speaks of: an odd number of negations."""
    text = _REPLY.sub(" ", text)
    spread = " " + " ".join(re.findall(r"[\w’'-]+", text.lower())) + " "
    count = sum(spread.count(f" {word} ") for word in words("negators"))
    return (count + len(_NOT.findall(text))) % 2 == 1
