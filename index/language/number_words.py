"""The English words for numbers, as tables."""

UNITS: dict[str, float] = {
    name: float(value)
    for value, name in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
}
TEENS: dict[str, float] = {
    name: float(value)
    for value, name in enumerate(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        start=10,
    )
}
TENS: dict[str, float] = {
    name: 10.0 * value
    for value, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
CARDINALS: dict[str, float] = {**UNITS, **TEENS, **TENS}
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "dozen": 12.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
SUFFIXES: dict[str, float] = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
PLURALS: dict[str, float] = {
    "tens": 10.0,
    "dozens": 12.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "lakhs": 1e5,
    "millions": 1e6,
    "crores": 1e7,
    "billions": 1e9,
    "trillions": 1e12,
}
_ORDINAL_NAMES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
ORDINALS: dict[str, float] = {
    **{name: float(value) for value, name in enumerate(_ORDINAL_NAMES, start=1)},
    **{name.removesuffix("y") + "ieth": value for name, value in TENS.items()},
    "hundredth": 1e2,
    "thousandth": 1e3,
    "millionth": 1e6,
}
DENOMINATORS: dict[str, float] = {
    "half": 2.0,
    "halves": 2.0,
    "quarter": 4.0,
    "quarters": 4.0,
    **{name: value for name, value in ORDINALS.items() if value >= 3},
    **{name + "s": value for name, value in ORDINALS.items() if value >= 3},
}
GLYPHS: dict[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
