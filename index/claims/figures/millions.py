"""Whether digits with an m are metres or millions, where only the rest of the document can tell."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import DOCUMENT_MILLIONS
from index.english import patterns

_MONEY = re.compile(r"[$£€]\d[\d,.]*m\b")
_DECIMALS = re.compile(r"\d{1,4}\.\d{1,3}m")
_LENGTH_AFTER = re.compile(rf"[\s-](?:{'|'.join(patterns('words-of-length'))})\b", re.IGNORECASE)
_LENGTH_BEFORE = re.compile(rf"\b(?:{'|'.join(patterns('words-of-length'))})(?:\s[\w-]+){{0,3}}\s$", re.IGNORECASE)


def has_millions(text: str) -> bool:
    """Return whether a text writes millions of money with an m."""
    return "m" in text and _MONEY.search(text) is not None


def settle_millions(text: str, amount: Amount) -> None:
    """Make millions of what was read as metres, unless words beside it speak of a length."""
    if amount.unit != "metre" or amount.also or amount.made.two_ends:
        return
    if not _DECIMALS.fullmatch(text, amount.core[0], amount.end) or _LENGTH_AFTER.match(text, amount.end):
        return
    if _LENGTH_BEFORE.search(text, max(0, amount.start - 40), amount.start):
        return
    amount.unit, amount.stated_unit = None, False
    amount.low = amount.low * 1e6 if amount.low is not None else None
    amount.high = amount.high * 1e6 if amount.high is not None else None
    amount.note(DOCUMENT_MILLIONS.id, amount.core[0], amount.end)
