"""Other words that a written word may be looked up by: behind an elided article, without a prefix, a code's plural."""

import re

_ELIDED = re.compile(
    r"(?:[dlnsmtjcoDLNSMTJCO]|qu|Qu|jusqu|lorsqu|puisqu|quoiqu|presqu|all|dell|dall|nell|sull|un|[A-Z][a-z]?)['’ʼ＇]"
    r"(?P<behind>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_BEFORE_DIGITS = re.compile(r"(?P<before>[^\W\d_]{2,})['’ʼ＇]\d+")
_CODES = re.compile(r"(?P<one>[a-z]{1,8}\d{1,4})s")
_HEBREW_PREFIX = re.compile("[בהוכלמש][\u05b0-\u05bc\u05c1\u05c2\u05c7]*(?P<bare>[\u05d0-\u05ea][\u05b0-\u05ea]+)")
_CONTRACTED = frozenset({"clock"})


def readings_of(word: str) -> tuple[str, ...]:
    """Return what is written within ``word`` and looked up by itself, unfolded; mostly nothing.

    "d'études" is also "études", "D'Souza" "Souza", "ABC'13" "ABC", "F16s" "F16", and a Hebrew word with one of its
    prefixes of one letter is the word without it.
    """
    if word.isascii() and word.isalpha():
        return ()
    if elided := _ELIDED.fullmatch(word):
        behind = elided["behind"]
        return () if behind.lower() in _CONTRACTED else (behind,)
    if dated := _BEFORE_DIGITS.fullmatch(word):
        return (dated["before"],)
    if code := _CODES.fullmatch(word.lower()):
        return (code["one"],)
    if "\u05d0" <= word[0] <= "\u05ea" and (prefixed := _HEBREW_PREFIX.fullmatch(word)):
        return (prefixed["bare"],)
    return ()


def closed_form(first: str, second: str) -> str:
    """Return two folded words with a hyphen between them as one: ``ecommerce``, ``covid19``; else nothing."""
    form = first + second
    if form.isascii() and first.isalpha() and form.islower():
        if second.isalpha():
            return form
        if code := _CODES.fullmatch(form):
            return code["one"]
        if second.isdecimal() and len(second) <= 4:
            return form
    return ""
