"""How many times as much: ``three times as many``, ``10-fold``, ``doubled``, ``twice the``."""

import re
from collections.abc import Set as AbstractSet

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import COUNT, MULTIPLE
from index.english import patterns
from index.language import CARDINALS, SCALES, Number, NumberKind

TIMES = "times"
_TIMES = re.compile(r"(?:\s|-)?(?:times\b|fold\b)|x\b")
_MULTIPLE_NEXT = re.compile(rf"\s(?:{'|'.join(patterns('compared-by-multiples'))})\b")
_FOLDS = "|".join((*CARDINALS, *SCALES))
_SOON = r"more\sthan|nearly|almost|about|roughly|to|will|could|would"
_OF_WHAT = r"the|its|that|their|his|her|what|last|those|in|to|by|from|over"
_MULTIPLIED = re.compile(
    r"\b(?:(?P<verb>doubl|tripl|trebl|quadrupl)(?:ed|ing)(?!\sdown)"
    rf"|(?<!un)(?P<measured>doubl|tripl|trebl|quadrupl)e(?=\s(?:{_OF_WHAT})\b)"
    r"|(?P<twice>twice)(?=\s(?:as|the|its|that|their|what)\b)"
    rf"|(?:{_SOON})\s(?P<will>doubl|tripl|trebl|quadrupl)es?"
    r"(?![\s-](?:edged?|standards?|digits?|check))"
    rf"|(?P<folds>{_FOLDS})[\s-]?fold)\b",
    re.IGNORECASE,
)
_VALUES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "twice": 2.0}
_TELLING = frozenset(
    (
        *(f"{stem}{ending}" for stem in _VALUES for ending in ("", "e", "ed", "es", "ing")),
        *("fold", *(f"{number}fold" for number in (*CARDINALS, *SCALES))),
    )
)


def multiple(text: str, stop: int, amount: Amount) -> bool:
    """Turn ``three times as many``, ``10x`` or a ``10-fold`` rise into a multiple; say whether it was one."""
    match = None if amount.stated_unit else _TIMES.match(text, amount.core[1], stop)
    if match is None or (match[0] == "x" and not amount.number.digits):
        return False
    amount.end, amount.stated_unit = match.end(), True
    if match[0].strip(" -") == "times" and not _MULTIPLE_NEXT.match(text, match.end(), stop):
        amount.subject, amount.made = "times", COUNT
    else:
        amount.unit, amount.made = TIMES, MULTIPLE
    return True


def multiples_in_words(text: str, start: int, stop: int, present: AbstractSet[str]) -> list[Amount]:
    """Return the multiples said by a word: ``more than double its``, ``tripled``, ``twice as many``, ``threefold``.

    ``present`` are the words of the sentence in small letters.
    """
    if present.isdisjoint(_TELLING):
        return []
    found: list[Amount] = []
    for match in _MULTIPLIED.finditer(text, start, stop):
        folds = (match["folds"] or "").lower()
        word = (match["verb"] or match["measured"] or match["twice"] or match["will"] or "").lower()
        value = _VALUES[word] if word else CARDINALS.get(folds) or SCALES[folds]
        span = (match.start("will") if match["will"] else match.start(), match.end())
        number = Number(*span, value, NumberKind.CARDINAL)
        found.append(Amount(*span, value, value, span, number, TIMES, made=MULTIPLE, stated_unit=True))
    return found
