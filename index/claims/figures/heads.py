"""Which words can head what a figure counts or measures, and whose an age is."""

import re
from typing import NamedTuple

from index.claims.figures.subject_words import (
    ADVERBS,
    CHANGE_NOUNS,
    CHANGE_VERBS,
    DETERMINERS,
    GROUPS,
    MODALS,
    NOT_MANNER,
    NOT_PLURAL,
    OUTCOMES,
    PERSONS,
    PLURALS,
    RELATING,
    STOP,
    TIME_WORDS,
)
from index.language.number_words import CARDINALS

_NAME = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*\.?[ \n](?:(?:de|del|der|van|von|bin|al|da|di|la|le|of)[ \n]){0,2}){0,4}[A-Z][\w’'-]+)"
    r"(?:,?\s[JS]r\.?)?(?:\s\(|,\s)(?:(?:who|and)\s)?(?:(?:is|was|turned|turns)\s)?"
    r"(?:(?:now|only|just|about|then)\s)?(?:aged?\s)?$"
)
_NOT_IN_NAMES = re.compile(
    r"^(?:(?:But|And|The|When|While|As|So|Then|A|An|His|Her|Their|Our|My|Its|In|With|Meanwhile)\s)+"
)
_RANKED_BY = re.compile(r"\b(?:most[\s-]|(?:best|top|biggest|highest)-)([a-z]+(?:[\s-]used)?)$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:he|she|they|I|you|we)(?:\s(?:is|was|are|were|am|has|had)|['’](?:s|re|m))?\s(?:[a-z]+\s){0,2}$", re.IGNORECASE
)
_AGES = re.compile(
    r"\s(?:\(?aged?|ages|\(?aged\sbetween)\s(?:just\s|only\s|about\s|around\s|over\s|under\s)?$", re.IGNORECASE
)
_CONTRACTED = re.compile(
    r"(?:\w+n|(?:i|you|he|she|it|we|they|who|that|what|there|here|let|where|how))['’](?:s|t|re|ve|ll|d|m)",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word or sign with its place and its lower-case form."""

    start: int
    end: int
    word: str
    lower: str


def name_before(text: str, floor: int, position: int) -> str | None:
    """Return the name whose age stands at ``position``: ``Ada B. Lind, 18; and Max Lind, 13`` has each its own."""
    match = _NAME.search(text, max(floor, position - 80), position)
    if match is None:
        return None
    name = _NOT_IN_NAMES.sub("", " ".join(match["name"].split()))
    return name if name and name.lower() not in TIME_WORDS else None


def is_of_pronoun(text: str, floor: int, position: int) -> bool:
    """Return whether the verb before ``position`` has a pronoun as its subject: ``he was only 3``."""
    return _PRONOUN.search(text, max(floor, position - 36), position) is not None


def before_ages(text: str, floor: int, position: int) -> int | None:
    """Return where the noun phrase of ``two girls ages 11`` ends, if the age at ``position`` follows one so."""
    match = _AGES.search(text, max(floor, position - 24), position)
    return match.start() if match else None


def is_adverbial(lower: str) -> bool:
    """Return whether a word says when or how, and so is never what a figure counts."""
    return lower in TIME_WORDS or is_adverb(lower)


def is_adverb(lower: str) -> bool:
    """Return whether a word is an adverb of time, place or manner."""
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower not in NOT_MANNER)


def makes_verb(lower: str) -> bool:
    """Return whether the single word behind this one is a verb: ``we've done``, ``won't know``, ``they earn``."""
    return lower in MODALS or is_contraction(lower)


def is_contraction(lower: str) -> bool:
    """Return whether the word is a pronoun or verb with its contraction (``that's``, ``isn't``), so no noun."""
    return _CONTRACTED.fullmatch(lower) is not None


def is_group(lower: str) -> bool:
    """Return whether the noun is a group, of which a number tells the size: ``a family of five``."""
    return lower in GROUPS


def last_noun(phrase: str) -> str:
    """Return the plain noun phrase of ``father of two girls``: ``girls``."""
    words = phrase.rpartition(" of ")[2].split(" ")
    while len(words) > 1 and (words[0].lower() in CARDINALS or words[0].lower() in DETERMINERS):
        words = words[1:]
    return " ".join(words)


def ranked_by(surface: str) -> str:
    """Return what a superlative ranks by: ``downloaded `` of ``most-downloaded``, nothing of ``fifth-largest``."""
    by = _RANKED_BY.search(surface)
    return f"{by[1].lower()} " if by else ""


def up_to_person(phrase: str) -> str:
    """Return the phrase up to the person it names: of ``boy calls for help`` the boy calls."""
    words = phrase.split(" ")
    for position, word in enumerate(words[:-1]):
        if word.lower() in PERSONS and not words[position + 1][0].isupper() and words[position + 1] not in RELATING:
            return " ".join(words[: position + 1])
    return phrase


def up_to_verb(phrase: str) -> str:
    """Return the phrase that opens a clause up to its verb: ``analysis suggests`` has the subject ``analysis``."""
    words = phrase.split(" ")
    for position, word in enumerate(words[1:], start=1):
        if word in CHANGE_VERBS and word not in CHANGE_NOUNS and word not in ("numbers", "records", "orders", "costs"):
            return " ".join(words[:position])
    return phrase


def is_verbal(token: Token) -> bool:
    """Return whether a word inside a noun phrase is more likely a verb: ``boosting``, ``attracted``."""
    return token.lower.endswith(("ing", "ed")) and token.word.islower() and token.lower not in PLURALS


def is_plural(token: Token) -> bool:
    """Return whether the word looks like a plural noun."""
    word = token.lower
    if word in PLURALS:
        return True
    if len(word) < 4 or not word.endswith("s") or token.word.isupper():
        return False
    return not word.endswith(("ss", "us", "is", "'s", "’s")) and word not in NOT_PLURAL


def breaks(token: Token) -> bool:
    """Return whether a noun phrase cannot hold the word; ``US`` is a name, ``us`` a pronoun."""
    if not token.word[0].isalpha():
        return True
    if "'" in token.word or "’" in token.word:
        return is_contraction(token.lower)
    return token.lower in STOP and not (len(token.word) > 1 and token.word.isupper())


def befallen(before: str | None, verb: str) -> str:
    """Return what a number beside a verb such as ``wounding`` counts, after ``killing two people``: people wounded."""
    noun, _, outcome = (before or "").rpartition(" ")
    return f"{noun} {OUTCOMES[verb]}" if noun and outcome in OUTCOMES else OUTCOMES[verb]
