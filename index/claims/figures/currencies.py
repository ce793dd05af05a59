"""Whose money a bare sign or name means: American dollars and so on, unless the document says otherwise."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.rules import DOCUMENT_CURRENCY
from index.language import CODES, CURRENCIES, CURRENCY_SIGNS, CURRENCY_WORDS, SHARED_MONEY, alternatives

_DOLLAR_SIGNS = [sign for sign in CURRENCY_SIGNS if "$" in sign and len(sign) > 1 and CURRENCY_SIGNS[sign] != "USD"]
_STATED = re.compile(rf"(?<![A-Za-z])({alternatives(_DOLLAR_SIGNS)})[ \xa0]?(\d[\d,.]*\d|\d)", re.IGNORECASE)
_DECLARED = re.compile(
    r"\b(?:all|figures|amounts|prices|values)\s(?:\w{1,12}\s){0,4}in\s((?:[A-Z][a-z]+\s){1,2}dollars)", re.IGNORECASE
)
_NUMERAL = re.compile(r"\d[\d,.]*\d|\d")


def _qualified() -> dict[str, dict[str, str]]:
    """Return for each bare name of money (``pound``, ``krone``) the adjectives of the currencies that share it."""
    found: dict[str, dict[str, str]] = {}
    for currency in CURRENCIES:
        for name in (*currency.names, *currency.plurals):
            adjective, space, bare = name.lower().rpartition(" ")
            if space and (bare in CURRENCY_WORDS or _singular(bare) in SHARED_MONEY):
                found.setdefault(_singular(bare), {})[adjective] = currency.code
    return found


def _singular(name: str) -> str:
    return "krone" if name == "kroner" else name.removesuffix("s")


_ADJECTIVES = _qualified()
_PLACES = {
    currency.code: re.compile(rf"\b(?:{'|'.join(currency.places)})\b") for currency in CURRENCIES if currency.places
}
_YEN_OR_YUAN = re.compile(r"\b(?:(Chin(?:a|ese)|yuan|renminbi|RMB|Beijing)|(Japan(?:ese)?|yen|Tokyo))\b|(人民币|元)")


class Currencies:
    """What one document says of its money.

    A declaration (``all figures in Canadian dollars``) holds for every bare dollar sign; else a bare sign before a
    number that the document also states with another country's sign (``A$52.5 million``) means that country's. A bare
    name (``pounds``) means the currency that the document names in full (``Egyptian pounds``), where it names one only;
    else ``kroner``, ``pesos`` and the like mean that of the one country among theirs of which the document speaks.
    ¥ is the yuan where the document speaks more of China than of Japan.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lowered: str | None = None
        declared = _DECLARED.search(text) if "ollars" in text else None
        self.all = CURRENCY_WORDS.get(declared[1].lower()) if declared else None
        stated = _STATED.finditer(text) if "$" in text else ()
        self.stated = {match[2]: CURRENCY_SIGNS[match[1].lower()] for match in stated}
        self._named: dict[str, str | None] = {}

    def settle(self, amount: Amount) -> None:
        """Give an amount with a bare sign or name of money the currency that the document says it has."""
        if amount.unit not in CODES and amount.unit not in SHARED_MONEY:
            return
        code = self._meant(amount)
        if code and code != amount.unit:
            amount.unit = code
            amount.note(DOCUMENT_CURRENCY.id, amount.start, amount.end)

    def _meant(self, amount: Amount) -> str | None:
        before = self._text[max(0, amount.core[0] - 2) : amount.core[0]].rstrip(" \xa0")
        if before.endswith(("¥", "￥")) and not before[-2:-1].isalpha():
            return self._of("¥")
        if before.endswith("$"):
            if before[-2:-1].isalpha() or not (self.all or self.stated):
                return None
            numeral = _NUMERAL.match(self._text[amount.core[0] : amount.core[1]])
            return self.all or self.stated.get(numeral[0] if numeral else "")
        bare = _singular(self._text[amount.core[1] : amount.end].strip(" \xa0-").lower())
        return self._of(bare) if bare in _ADJECTIVES else None

    def _of(self, bare: str) -> str | None:
        """Return the one currency of a bare sign or name that the document speaks of; None for none or more."""
        if bare not in self._named:
            if bare == "¥":
                told = list(_YEN_OR_YUAN.finditer(self._text))
                japan = sum(match[2] is not None for match in told)
                self._named[bare] = "CNY" if len(told) > 2 * japan else None
            else:
                self._lowered = self._lowered or self._text.lower()
                options = {code for word, code in _ADJECTIVES[bare].items() if f"{word} {bare}" in self._lowered}
                options = options or self._spoken_of(set(_ADJECTIVES[bare].values()))
                self._named[bare] = next(iter(options)) if len(options) == 1 else None
        return self._named[bare]

    def _spoken_of(self, codes: set[str]) -> set[str]:
        """Return those of some currencies of whose countries the document speaks."""
        return {code for code in codes if code in _PLACES and _PLACES[code].search(self._text)}
