"""Chinese numerals in running text: ``350万``, ``二十万亿``, ``百分之十二``, ``三名``."""

import re
from collections.abc import Iterator
from math import prod

_DIGITS = {
    character: value
    for value, characters in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for character in characters
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_COUNTED = "[元美欧英日港个名位人家座间岁天小分秒吨公米千倍辆架艘次起件例张吨克升]"
"""What may stand behind a numeral that counts: currencies, measure words, units."""
_NUMBER = re.compile(
    rf"(?P<share>百分之(?:[零〇一二两三四五六七八九十百点]+|\d+(?:\.\d+)?))"
    rf"|(?P<mixed>(?<![\d.,])\d[\d,]{{0,20}}(?:\.\d+)?[十百千万亿兆]+(?!\d))"
    rf"|(?P<words>(?<![零〇一二两三四五六七八九十百千万亿兆第])[零〇一二两三四五六七八九十百千万亿兆]{{1,20}}(?={_COUNTED}))"
)
_ANY = re.compile(r"[\u4e00-\u9fff]")
PERCENT = "百分之"
"""What stands before a share: ``百分之十二`` is twelve percent."""


def find_chinese_numbers(text: str, start: int, stop: int) -> Iterator[tuple[int, int, float]]:
    """Yield start, end and value of the Chinese numbers of ``text[start:stop]``; a lone ``一`` ("a") is none."""
    if _ANY.search(text, start, stop) is None:
        return
    for match in _NUMBER.finditer(text, start, stop):
        value = _value(match[0].removeprefix(PERCENT))
        if value is not None and not (match["words"] and len(match[0]) == 1 and value < 2):
            yield match.start(), match.end(), value


def _value(written: str) -> float | None:
    """Return the value of digits or characters with multipliers; None where they are in no order that counts."""
    figures = re.match(r"[\d,]+(?:\.\d+)?", written)
    if figures:
        factors = (_TENS.get(character) or _GROUPS.get(character) or 1 for character in written[figures.end() :])
        return float(figures[0].replace(",", "")) * prod(factors)
    whole, point, fraction = written.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    digits = "".join(str(_DIGITS[character]) for character in fraction if character in _DIGITS)
    return value + float(f"0.{digits or 0}")


def _whole(written: str) -> float | None:
    total = group = digit = 0.0
    for character in written:
        if character in _DIGITS:
            if digit:
                return None
            digit = float(_DIGITS[character])
        elif character in _TENS:
            group += (digit or 1.0) * _TENS[character]
            digit = 0.0
        else:
            total = (total + group + digit or 1.0) * _GROUPS[character]
            group = digit = 0.0
    return total + group + digit
