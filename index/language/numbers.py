"""Numerals and English number words, found in running text and turned into values.

Reads ``1,234.5``, ``3.2 million``, ``£5bn``, ``2½``, ``twenty-one``, ``a hundred and five``, ``half a million``,
``two-thirds``, ``a couple``, ``hundreds of thousands``, ``21st`` and ``twenty-first``. Dates, clock times, versions,
addresses and words that hold digits (``2024-01-15``, ``10:30``, ``1.2.3``, ``5G``) are stepped over. Scales are the
short scale (a billion is 10**9), with the Indian lakh and crore. What a number means in its sentence is for the caller.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

from index.english import patterns
from index.language import number_words as words
from index.language import units
from index.language.chinese_numbers import find_chinese_numbers
from index.language.numerals import NUMERAL, UNREADABLE, value_of
from index.language.numerals import alternatives as _any
from index.language.spelled_numbers import read_number_words


class NumberKind(StrEnum):
    """What sort of number an expression is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"
    """Only the order of size is said: ``dozens``, ``several hundred``, ``millions``; the value is the least meant."""


class Number(NamedTuple):
    """A number in a text: its span (characters), value, kind, the scale word's factor, and whether digits were used."""

    start: int
    end: int
    value: float
    kind: NumberKind
    scale: float = 1.0
    digits: bool = False


_SIMPLE = _any({**words.UNITS, **words.TEENS, **words.TENS})
_SCALE = _any(words.SCALES)
_PLURAL_SCALE = _any(words.PLURALS)
_ORDINAL = _any(words.ORDINALS)
_PARTS = _any(words.DENOMINATORS)
_GAP = r"(?:[ \t\xa0\u2009\u202f-]{1,3}|\r?\n(?!\s))"
_LETTER = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]"
"""A letter of a script that puts spaces between words: digits that touch it are part of the word."""
_LETTER_SIGNS = [sign for sign in units.SIGNS_AS_WRITTEN if len(sign) > 1 and sign.isalpha() and sign.isascii()]
_DOLLAR_LETTERS = [sign[1:] for sign in units.SIGNS_AS_WRITTEN if sign[0] == "$" and sign[1:]]
_CURRENCY_LETTERS = re.compile(
    rf"(?:{_any(_LETTER_SIGNS)})(?=\.?\d)|(?<=\$)(?:{_any(_DOLLAR_LETTERS)})(?=\.?\d)"
    r"|R(?=\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+\.\d\d(?!\d)|\d+(?:\.\d+)?(?:[mk]|bn|\s(?:million|billion|trillion))\b)"
)
"""Letters of a currency that touch the digits: ``EUR500``, ``RM23.50``, ``$US6,500``, ``R5,000`` (``R5`` is a name)."""
_SKIPS = rf"""
    (?P<address> (?:https?://|www\.)\S+ )
  | (?P<tag> [#]\w*[^\W\d]\w* )
  | (?P<keycap> [\d#]\ufe0f?\u20e3 )
  | (?P<name> \b{_LETTER}{{1,40}}\d[\w-]*(?:[.,]\d+)*
      | \d{{1,3}}-(?=(?-i:[A-Z]))(?:{_SIMPLE})\b )
  | (?P<telephone> (?<=\+)(?:\d{{1,3}}[ .-]\(?\d{{1,5}}\)?(?:[ .-]\d{{2,5}}){{1,4}}|\d{{9,14}})(?!\w)
      | (?<=\()\d{{2,5}}\)[ .-]?\d{{3,4}}[ .-]\d{{3,4}}(?!\w) | 0\d{{2,4}}(?:[ -]\d{{3,4}}){{1,2}}(?!\w)
      | (?:\d-)?\d{{3}}[-.](?:\d{{3}}[-.]\d{{4}}|(?-i:[A-Z]){{3,8}}|\d{{3}}-(?-i:[A-Z]){{4}})(?!\w)
      | (?<!\d)\d{{3}}-0\d{{3}}(?!\w) )
"""
_SKIPPED_TIMES = r"""
    (?P<date> \d{1,4}(?P<cut>[/.-])\d{1,2}(?P=cut)\d{1,4}(?!\d|(?P=cut)\d) )
  | (?P<code> \d{2,6}-0\d{1,5}(?!\w) | \d{1,20}(?:-\d{1,20}){2,40}-?(?!\w) )
  | (?P<version> \d+(?:\.\d{1,2}|\.\d{4,}){2,}(?!\d) | \d{1,3}(?:\.\d{1,3}){3}(?![\d,]) )
  | (?P<clock> (?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d) | \d{1,2}(?:[.:]\d\d)?[ \xa0]?[ap]\.?m\b )
  | (?P<years> (?<![\w.,-])(?:1[5-9]|20)\d\d[-–—/]\d\d(?![\w%]|[.,]\d) )
  | (?P<decade> (?<!\w)'?\d+['’]?s\b )
  | (?P<quarter> (?<!\w)\d[QH](?:\d\d|\d{4})?\b | (?<!\w)\d{4}[QH]\d\b )
  | (?P<resolution> (?-i:(?<!\w)\d+[DGP]\b|(?<!\w)(?:480|720|1080|1440|2160)[pi]\b) )
"""
_AMOUNT = rf"""
      (?P<numeral> {NUMERAL} )
      (?: (?P<mixed> [½¼¾⅓⅔⅛] | [ -]\d{{1,2}}/\d{{1,2}}(?![\d/]) | [ -]and[ -]a[ -](?:half|quarter)\b )
        | (?P<over> /\d{{1,3}}(?![\d/]) ) )?
      (?: (?P<suffix> (?:bn|tn|mn|mln|mio|trn|[kmbt])(?![\w]) )
        | (?P<ordinal> (?:st|nd|rd|th)(?!\w) )
        | (?P<scales> (?: {_GAP}?(?:{_SCALE})\b )+ ) )?"""
_VAGUE = rf"""
    (?P<vague> \b(?: (?:(?:several|a{_GAP}few|many|a{_GAP}couple(?:{_GAP}of)?){_GAP}(?:{_SCALE}))
        | (?<!\bthe\s)(?<!\btest\s)(?<!\btheir\s)scores
          (?={_GAP}of{_GAP}(?:other{_GAP})?(?:people|men|women|[a-z]+(?<!goal)s)\b)
        | (?:{_PLURAL_SCALE})(?:{_GAP}of{_GAP}(?:{_PLURAL_SCALE}))? | a{_GAP}couple )\b )
  | (?P<half> \b(?: (?:(?:one|an?){_GAP})?half(?:{_GAP}(?:an?{_GAP})?(?:{_SCALE})\b)? )(?!\w) )
"""
_IN_WORDS = rf"""
    {_VAGUE}
  | (?P<part> \b(?: (?:an?|one|(?P<numerator>{_SIMPLE})){_GAP}(?P<denominator>{_PARTS}) )\b
        (?P<partof> (?:{_GAP}of{_GAP}an?|(?<=quarter)){_GAP}(?P<partscale>{_SCALE})\b )? )
  | (?P<words> \b(?: an?(?={_GAP}(?:{_SCALE})\b) | (?:{_SIMPLE}) )
        (?: (?:{_GAP}|,[ ])(?:and{_GAP})?(?:{_SIMPLE}|{_SCALE}|{_ORDINAL}) \b
          | {_GAP}and{_GAP}a{_GAP}(?:half|quarter)\b )*
        (?!\w) )
"""
_AFTER_LETTERS = re.compile(rf"(?P<digits>(?!))?{_AMOUNT}", re.VERBOSE | re.IGNORECASE)
_PHRASE = re.compile(
    rf"""
    {_SKIPS} | {_SKIPPED_TIMES}
  | (?P<digits> (?<![\w.,/])[-−](?=\d) | (?:(?<!\w)|(?<=[\u3040-\u30ff\u3400-\u9fff]))(?=\.?\d) ) {_AMOUNT}
  | (?P<unreadable> {UNREADABLE} )
  | (?P<glyph> [½¼¾⅓⅔⅛] )(?P<glyphscale> {_GAP}(?:{_SCALE})\b )?
  | {_IN_WORDS}
  | (?P<rank> \b(?:{_ORDINAL})\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"(?P<numeral>(?!))? (?P<glyph>(?!))? (?:{_IN_WORDS} | (?P<rank> \b(?:{_ORDINAL})\b ))", re.VERBOSE | re.IGNORECASE
)
"""What may begin with a word: the same without all that begins with a sign or a digit."""
_TOKEN = re.compile(rf"{_LETTER}+\d?|\d|#")
_SIGNS = frozenset("0123456789½¼¾⅓⅔⅛#")
_NAME_BEFORE = re.compile(r"\b[A-Z][A-Za-z]{0,20}-$")
_STARTS = frozenset(
    {*words.CARDINALS, *words.ORDINALS, *words.PLURALS, *"a an half several many scores http https www".split()}
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛]")
_TELLING = (_STARTS | {*words.SCALES, *words.DENOMINATORS, "couple"}) - {"a", "an", "several", "many"}
"""Without one of these words, and without digits, a text holds no number."""
_AFTER_A_PART = re.compile(rf"\s+(?:{'|'.join(patterns('after-parts'))})\b|\s*[.,;:)!?]|\s*$")
_MILLION_LETTER = re.compile(rf"[ \xa0](?!(?:{'|'.join(patterns('after-metres'))})\b)[a-z]{{3,}}")
_REASONS = frozenset(
    {
        *("address", "tag", "keycap", "name", "telephone", "code", "date", "version", "clock", "years", "decade"),
        *("quarter", "resolution", "unreadable"),
    }
)
"""The groups of the pattern that are no numbers."""
_DENOMINATORS = frozenset(
    {2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 20.0, 32.0, 64.0, 100.0}
)  # 9/11 and 24/7 are no fractions
_CURRENCY_BEFORE = re.compile(r"[$£€¥₹₩₽][ \xa0]?$")


class Skipped(NamedTuple):
    """Digits that are no number (characters), and why: ``address``, ``telephone``, ``date``, ``unreadable``, …"""

    start: int
    end: int
    reason: str


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of ``text[start:end]`` in order; spans are offsets in ``text`` and do not overlap."""
    return (found for found in scan_numbers(text, start, end) if isinstance(found, Number))


def scan_numbers(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    decimal_commas: bool = False,
    present: AbstractSet[str] | None = None,
) -> Iterator[Number | Skipped]:
    """Yield the numbers of ``text[start:end]``, and the digits that were passed over, in order and apart.

    ``decimal_commas`` says how the text writes what may be read in two ways, see `index.language.numerals`; ``present``
    are the words of the stretch in small letters, where the caller has them.
    """
    stop = len(text) if end is None else end
    chinese = [
        Number(first, last, value, NumberKind.CARDINAL, digits=True)
        for first, last, value in find_chinese_numbers(text, start, stop)
    ]
    if _DIGIT.search(text, start, stop) is None:
        told = _WORD.findall(text[start:stop].lower()) if present is None else present
        if _TELLING.isdisjoint(told):
            yield from chinese
            return
    for found in _scan(text, start, stop, decimal_commas=decimal_commas):
        while chinese and chinese[0].end <= found.start:
            yield chinese.pop(0)
        if not chinese or found.end <= chinese[0].start:
            yield found
    yield from chinese


def _starts(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Yield the words and digits at which a number may begin, with their places."""
    for token in _TOKEN.finditer(text, start, stop):
        word = token[0]
        if word[-1] in _SIGNS or word[0] in _SIGNS or word.lower() in _STARTS:
            yield token.start(), word


def _scan(text: str, start: int, stop: int, *, decimal_commas: bool) -> Iterator[Number | Skipped]:
    done = start
    for begin, word in _starts(text, start, stop):
        if begin < done:
            continue
        match, glued = _match_at(text, begin, done, stop, word)
        if match is None:
            continue
        done = match.end()
        reason = match.lastgroup if match.lastgroup in _REASONS else None
        if reason is None and not glued and match["numeral"]:
            reason = "name" if _NAME_BEFORE.search(text, max(start, begin - 22), begin) else None
        if reason is None:
            yield from _read(text, match, stop, glued=glued, decimal_commas=decimal_commas)
        else:
            yield Skipped(match.start(), done, reason)


def _match_at(text: str, begin: int, done: int, stop: int, word: str) -> tuple[re.Match[str] | None, bool]:
    """Return what the patterns match at a token, and whether it stands behind the letters of a currency."""
    if word[-1].isdigit() and word[0].isupper() and (letters := _CURRENCY_LETTERS.match(text, begin, stop)):
        return _AFTER_LETTERS.match(text, letters.end(), stop), True
    if word[0] in _SIGNS and begin > done and text[begin - 1] in "-−.":
        match = _PHRASE.match(text, begin - 1, stop)
        if match is not None:
            return match, False
    spelled = word.isalpha() and word[0] not in "hwHW"  # not the beginning of a web address
    return (_SPELLED if spelled else _PHRASE).match(text, begin, stop), False


def _read(text: str, match: re.Match[str], stop: int, *, glued: bool, decimal_commas: bool) -> Iterator[Number]:
    """Yield the numbers of one match of the pattern."""
    if match["numeral"] is not None:
        yield from _numeral(text, match, stop, glued=glued, decimal_commas=decimal_commas)
    elif match["words"] is not None:
        yield from _spelled(text, match.start(), match.end())
    elif match["part"] is not None:
        yield from _part(text, match, stop)
    elif match["rank"] is not None:
        yield Number(*match.span(), words.ORDINALS[match["rank"].lower()], NumberKind.ORDINAL)
    else:
        yield _other(match)


def parse_number(text: str) -> float | None:
    """Return the value of ``text`` when the whole of it is one number (numeral, words, fraction), else None."""
    stripped = text.strip()
    numbers = list(find_numbers(stripped))
    if len(numbers) != 1 or numbers[0][:2] != (0, len(stripped)):
        return None
    return numbers[0].value


def _numeral(text: str, match: re.Match[str], stop: int, *, glued: bool, decimal_commas: bool) -> Iterator[Number]:
    """Yield the number written in digits, with its fraction, scale word or suffix."""
    sign = -1.0 if match["digits"] else 1.0
    if len(match["numeral"]) > 50:
        return
    value = value_of(match["numeral"], decimal_commas=decimal_commas)
    end = match.end()
    if match["over"]:
        below = float(match["over"][1:])
        if value < below and (value == 1 or below in _DENOMINATORS):
            yield Number(match.start(), end, sign * value / below, NumberKind.FRACTION, 1.0, digits=True)
        return
    if match["mixed"]:
        value += _mixed(match["mixed"])
    if match["ordinal"]:
        yield Number(match.start(), end, value, NumberKind.ORDINAL, 1.0, digits=True)
        return
    scale = 1.0
    if match["scales"]:
        for word in _WORD.findall(match["scales"]):
            scale *= words.SCALES[word.lower()]
    elif match["suffix"]:
        letter = match["suffix"].lower()
        money = glued or _CURRENCY_BEFORE.search(text, max(0, match.start() - 3), match.start()) is not None
        if letter in ("m", "b", "t") and not money and not (letter == "m" and _MILLION_LETTER.match(text, end, stop)):
            end = match.end() - len(letter)
        else:
            scale = words.SUFFIXES[letter]
    yield Number(match.start(), end, sign * value * scale, NumberKind.CARDINAL, scale, digits=True)


def _mixed(written: str) -> float:
    """Return the part after the whole number: ``½``, `` 1/2`` or ``and a half``."""
    if written in words.GLYPHS:
        return words.GLYPHS[written]
    if "/" in written:
        above, _, below = written.strip(" -").partition("/")
        return float(above) / float(below) if float(above) < float(below) else 0.0
    return 0.25 if written.lower().endswith("quarter") else 0.5


def _part(text: str, match: re.Match[str], stop: int) -> Iterator[Number]:
    """Yield ``two-thirds`` as a fraction, and ``a third`` only where no noun follows (``a third person`` is a rank)."""
    name = match["denominator"].lower()
    numerator = words.CARDINALS[match["numerator"].lower()] if match["numerator"] else 1.0
    alone = "-" in match["part"] or _AFTER_A_PART.match(text, match.end(), stop)
    if name.endswith("s"):
        if not match["numerator"]:
            return
    elif not match["partof"] and (numerator != 1 or not alone):
        begin = match.start("numerator" if match["numerator"] else "denominator")
        if begin == match.start() and match["numerator"]:
            yield from _spelled(text, begin, match.end())
        elif name in words.ORDINALS:
            yield Number(begin, match.end("denominator"), words.ORDINALS[name], NumberKind.ORDINAL)
        return
    value = numerator / words.DENOMINATORS[name]
    scale = words.SCALES[match["partscale"].lower()] if match["partscale"] else 1.0
    kind = NumberKind.CARDINAL if match["partscale"] else NumberKind.FRACTION
    yield Number(match.start(), match.end(), value * scale, kind, scale)


def _other(match: re.Match[str]) -> Number:
    """Return the number of a fraction sign, of ``half`` with what follows, or of a vague expression."""
    if match["glyph"]:
        value = words.GLYPHS[match["glyph"]]
        scale = words.SCALES[_WORD.findall(match["glyphscale"])[0].lower()] if match["glyphscale"] else 1.0
        return Number(
            *match.span(), value * scale, NumberKind.CARDINAL if match["glyphscale"] else NumberKind.FRACTION, scale
        )
    parts = [word.lower() for word in _WORD.findall(match[0])]
    if match["half"]:
        if parts[-1] in words.SCALES:
            scale = words.SCALES[parts[-1]]
            return Number(*match.span(), 0.5 * scale, NumberKind.CARDINAL, scale)
        end = match.start() + match[0].lower().index("half") + 4
        return Number(match.start(), end, 0.5, NumberKind.FRACTION)
    value = 1.0
    for part in parts:
        value *= (
            20.0
            if part == "scores"
            else words.PLURALS.get(part) or words.SCALES.get(part) or (2.0 if part == "couple" else 1.0)
        )
    return Number(*match.span(), value, NumberKind.VAGUE)


def _spelled(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield the numbers of a run of number words."""
    for one in read_number_words(text, start, end):
        kind = NumberKind.ORDINAL if one.ordinal else NumberKind.CARDINAL
        yield Number(one.start, one.end, one.value, kind, one.scale)
