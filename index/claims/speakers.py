"""Who, or what document, can say something at all: told by the head noun of the words that name it."""

import re

from index.english import words
from index.language import fold_word

_POINTING = frozenset("this that these those it such".split())
_CUT = re.compile(r"[,(;:“\"]")
_CAPITAL = re.compile(r"(?:^|\s)[^\W\d_a-z]")
_SHORTEST_TRADE = 3
"""Letters before the ending of a trade's name."""


def can_speak(speaker: str) -> bool:
    """Return whether a phrase names somebody, or a document, that can say something; "net income" cannot.

    A name can, in scripts without capitals every phrase; of other phrases the head noun decides.
    """
    parts = speaker.split()
    if not parts:
        return False
    if not speaker.isascii() and not any(character.islower() for character in speaker):
        return True
    head_words = _head_words(speaker)
    if not head_words:
        return _CAPITAL.search(speaker) is not None
    head = head_words[-1]
    lone = len(head_words) == 1 and len(parts) > 1 and fold_word(head) not in words("organisation-words")
    if any(word[0].isupper() for word in head_words[1:]) or (head[0].isupper() and _is_name(head) and not lone):
        return True
    counted = speaker.partition(" of ")[2]
    if fold_word(head) in words("nouns-of-quantity") and counted:
        return can_speak(counted)
    folded = fold_word(head.rstrip(".’'s") if head.endswith(("’s", "'s")) else head)
    if folded in words("speaking-data"):
        return fold_word(parts[0]) not in _POINTING
    named = {folded, singular(folded)}
    titled = named & words("titles-and-offices")
    return bool(
        titled or named & words("speaking-nouns") or named & words("words-of-origin") or _is_trade(singular(folded))
    )


def _head_words(speaker: str) -> list[str]:
    """Return the words up to the head noun: without what a preposition, a participle or a comma adds."""
    found: list[str] = []
    for word in _CUT.split(speaker.strip(), maxsplit=1)[0].split():
        if found and word in words("behind-heads"):
            break
        found.append(word)
    return found


def _is_trade(noun: str) -> bool:
    """Return whether the ending of a noun tells a person by a trade or a way of living: "jeweller", "biologist"."""
    return any(len(noun) > len(end) + _SHORTEST_TRADE - 1 and noun.endswith(end) for end in words("person-endings"))


def _is_name(word: str) -> bool:
    folded = fold_word(word)
    return folded not in _POINTING and not word.isdigit()


def singular(word: str) -> str:
    """Return the singular of a folded noun for a person, body or document."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")
