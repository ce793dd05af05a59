"""Currencies and scale words, and the plain digits of a number with its scale."""

CURRENCY_SIGNS = {
    "$": "usd",
    "US$": "usd",
    "U.S.$": "usd",
    "USD": "usd",
    "＄": "usd",
    "A$": "aud",
    "AU$": "aud",
    "C$": "cad",
    "CA$": "cad",
    "HK$": "hkd",
    "NT$": "twd",
    "NZ$": "nzd",
    "S$": "sgd",
    "R$": "brl",
    "€": "eur",
    "EUR": "eur",
    "£": "gbp",
    "￡": "gbp",
    "GBP": "gbp",
    "¥": "yen",
    "￥": "yen",
    "CN¥": "cny",
    "RMB": "cny",
    "CNY": "cny",
    "₹": "inr",
    "₩": "krw",
    "₽": "rub",
    "₺": "try",
    "₴": "uah",
    "₪": "ils",
}
"""Signs and codes before a number, and the ISO 4217 code in small letters; ``yen`` is the sign of two currencies."""

CURRENCY_WORDS = {
    "dollar": "usd",
    "dollars": "usd",
    "usd": "usd",
    "euro": "eur",
    "euros": "eur",
    "eur": "eur",
    "pound": "gbp",
    "pounds": "gbp",
    "gbp": "gbp",
    "sterling": "gbp",
    "yuan": "cny",
    "rmb": "cny",
    "renminbi": "cny",
    "cny": "cny",
    "yen": "yen",
    "rupees": "inr",
    "won": "krw",
    "roubles": "rub",
    "rubles": "rub",
}
"""The same after a number."""

SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "mn": 10**6,
    "million": 10**6,
    "millions": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "billions": 10**9,
    "tn": 10**12,
    "trillion": 10**12,
    "trillions": 10**12,
}
"""Scale words and the suffixes that mean nothing else (short scale)."""

MONEY_SCALES = {**SCALES, "m": 10**6, "b": 10**9, "t": 10**12}
"""The suffixes right after an amount of money: ``$5m`` is five million, ``5m`` may be five metres."""


SCALE_WORDS = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
"""The word for each scale; each is its own stem."""


def scaled(digits: str, scale: int) -> str:
    """Return the digits of a decimal number times ``scale``, exactly: ``1.6`` times a billion is ``1600000000``."""
    whole, _, fraction = digits.partition(".")
    zeros = len(str(scale)) - 1
    shifted = whole + fraction[:zeros].ljust(zeros, "0")
    rest = fraction[zeros:].rstrip("0")
    plain = shifted.lstrip("0") or "0"
    return f"{plain}.{rest}" if rest else plain
