"""Whose dollars a bare ``$`` means: American ones, unless the document says otherwise."""

import re

from index.claims.figures.amounts import Amount
from index.language.units import CURRENCY_SIGNS, CURRENCY_WORDS

_STATED = re.compile(
    r"(?<![A-Za-z])((?:AUD?|CAN?|C|A|HK|NZ|SG?|NT|MX)\$|\$(?:AU|CA|HK|NZ|SG|NT|MX|[ACS]))[ \xa0]?(\d[\d,.]*\d|\d)"
)
_COUNTRY = re.compile(r"in ((?:Australian|Canadian|Hong Kong|New Zealand|Singapore|Taiwan) dollars)")
_DECLARES = re.compile(r"\b(?:all|figures|amounts|prices|values)\s(?:\w{1,12}\s){0,4}$", re.IGNORECASE)


class Dollars:
    """What one document says of its dollars.

    A declaration (``all figures in Canadian dollars``) holds for every bare sign; else a bare sign before a number that
    the document also states with another country's sign (``A$52.5 million``) means that country's.
    """

    def __init__(self, text: str) -> None:
        declared = (m[1] for m in _COUNTRY.finditer(text) if _DECLARES.search(text, max(0, m.start() - 60), m.start()))
        self.all = CURRENCY_WORDS.get(next(declared, "").lower())
        self.stated = (
            {match[2]: CURRENCY_SIGNS[match[1].lower()] for match in _STATED.finditer(text)} if "$" in text else {}
        )

    def settle(self, text: str, amount: Amount) -> None:
        """Give an amount with a bare dollar sign the currency that the document says it has."""
        if amount.unit != "USD" or not (self.all or self.stated):
            return
        before = text[max(0, amount.core[0] - 2) : amount.core[0]].rstrip(" \xa0")
        if not before.endswith("$") or before[-2:-1].isalpha():
            return
        numeral = re.match(r"\d[\d,.]*\d|\d", text[amount.core[0] : amount.core[1]])
        amount.unit = self.all or self.stated.get(numeral[0] if numeral else "", "USD")
