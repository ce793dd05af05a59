"""The English words for numbers, from the table ``number-words.toml``."""

from dataclasses import dataclass

from index.english import rows


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words of one kind (unit, teen, tens, scale, suffix, plural, ordinal, part, sign) with one value."""

    kind: str
    value: float
    words: tuple[str, ...]


def _of(*kinds: str) -> dict[str, float]:
    """Return the words of some kinds with their values, in the order of the table."""
    return {word: row.value for row in rows("number-words", NumberWords) if row.kind in kinds for word in row.words}


UNITS = _of("unit")
TEENS = _of("teen")
TENS = _of("tens")
CARDINALS = _of("unit", "teen", "tens")
SCALES = _of("scale")
SUFFIXES = _of("suffix")
PLURALS = _of("plural")
ORDINALS = _of("ordinal")
DENOMINATORS = _of("part")
GLYPHS = _of("sign")
