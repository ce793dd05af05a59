"""Amounts of money and scaled numbers as search reads them: signs, words and scales, and plain digits."""

from index.language import units
from index.language.number_words import PLURALS, SUFFIXES
from index.language.number_words import SCALES as SCALE_VALUES

CURRENCY_SIGNS = {
    sign: code.lower()
    for sign, code in units.SIGNS_AS_WRITTEN.items()
    if not sign.rstrip(".").isalpha() or sign in units.CODES
}
"""Signs and codes before a number, as written, and the ISO 4217 code in small letters; no other letters."""

CURRENCY_WORDS = {form: code.lower() for form, code in units.CURRENCY_WORDS.items() if " " not in form}
CURRENCY_WORDS.update({code.lower(): code.lower() for code in units.CODES})
"""The same after a number, in small letters; one word each."""

SCALE_WORDS = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
"""The word for each scale; each is its own stem."""


MONEY_SCALES = {
    word: int(value) for word, value in {**SCALE_VALUES, **PLURALS, **SUFFIXES}.items() if int(value) in SCALE_WORDS
}
"""Scale words and suffixes right after an amount of money: ``$5m`` is five million, ``5m`` may be five metres."""

SCALES = {word: value for word, value in MONEY_SCALES.items() if word not in ("m", "b", "t")}
"""Scale words and the suffixes that mean nothing else (short scale)."""


def scaled(digits: str, scale: int) -> str:
    """Return the digits of a decimal number times ``scale``, exactly: ``1.6`` times a billion is ``1600000000``."""
    whole, _, fraction = digits.partition(".")
    zeros = len(str(scale)) - 1
    shifted = whole + fraction[:zeros].ljust(zeros, "0")
    rest = fraction[zeros:].rstrip("0")
    plain = shifted.lstrip("0") or "0"
    return f"{plain}.{rest}" if rest else plain
