"""Words with their places: the one tokenizer that the index, the query, the sentence matcher and comparison share.

A token carries two keys: its *form* (folded: no case, accents, width, apostrophes) and its *stem* (the form's word
family, by the Snowball stemmer for English, M. F. Porter's second; other scripts are their own stem). What is written
in several ways gets one form: ``U.S.`` and ``US`` are ``US`` (never ``us``), ``700,000`` is ``700000``, ``%``,
``per cent`` and ``pct`` are ``percent``, ``soft-power`` is two words. Chinese and Japanese characters, and letters of
scripts without spaces, are a token each.

Some tokens are *overlays* on others, covering ``width`` positions: an amount (``$17 billion``, ``US$17bn`` and
``17 billion dollars`` are ``$usd17000000000``), a number with its scale (``17 billion`` is ``17000000000``), and a
short hyphenated word closed up (``e-commerce`` is also ``ecommerce``).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.language.amounts import CURRENCY_SIGNS, CURRENCY_WORDS, MONEY_SCALES, SCALES, scaled
from index.language.folding import fold_word


class Token(NamedTuple):
    """A word: its keys, its span (characters of the text), its first position and how many positions it covers."""

    form: str
    stem: str
    start: int
    end: int
    position: int
    width: int = 1
    overlay: bool = False


# Scripts written without spaces: Chinese, Japanese, Thai, Lao, Burmese, Khmer, Tibetan; and Hangul, which compounds.
UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035"
    "\u3040-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W_{UNSPACED}]"
_INNER = rf"(?:{_LETTER}|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])"
_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=lambda sign: (-len(sign), sign)))
_TOKEN = re.compile(
    rf"""
    (?P<unspaced>[{UNSPACED}])
  | (?P<money>(?<![A-Za-z])(?:{_SIGN})(?=\s?\d))
  | (?P<acronym>(?:[A-Za-z]\.)+[A-Za-z](?!\w)\.? | (?:[A-Za-z]\.){{2,}}(?!\w))
  | (?P<number>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:[\xa0\u2009\u202f]\d{{3}})+|\d+)(?:[.．]\d+)?)(?:(?={_INNER})(?P<suffix>[A-Za-z]{{1,2}}(?!{_INNER}))|(?!{_INNER}))
  | (?P<percent>[%％﹪])
  | (?P<special>[A-Za-z](?:\+\+|[#♯])(?!\w))
  | (?P<word>{_LETTER}{_INNER}*(?:['’ʼ＇]{_INNER}+)*)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"['’ʼ＇][sS]$")
_PERCENT_WORDS = frozenset({"percent", "pct"})
# Acronyms that are also common words: only capitals mean the acronym.
_CASED = frozenset({"US", "IT", "WHO"})
_SHORT_PART = 5


def tokenize(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order, an overlay after the last token it covers.

    Offsets are those of ``text``, also where folding changes lengths. Linear in the length of the text.
    """
    tokens: list[Token] = []
    plain: list[Token] = []
    builder = _Builder(text, tokens, plain)
    for match in _TOKEN.finditer(text):
        builder.add(match)
    return tokens


def without_overlays(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens that are words of the text, and not a reading of several of them."""
    return (token for token in tokens if not token.overlay)


@lru_cache(1)
def _stemmer():  # type: ignore[no-untyped-def]
    from snowballstemmer import stemmer

    return stemmer("english")


@lru_cache(65536)
def stem_of(form: str) -> str:
    """Return the word family of a folded word; what is not a word of Latin letters is its own."""
    if len(form) < 3 or not form.isascii() or not form.islower() or not form.isalpha():
        return form
    stem: str = _stemmer().stemWord(form)
    return stem


class _Builder:
    """Puts tokens together from the matches of one text."""

    def __init__(self, text: str, tokens: list[Token], plain: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.plain = plain
        self.position = 0
        self.after_unspaced = -1
        self.sign: tuple[int, str] | None = None
        """Where a currency sign stands, and its code, until its number follows."""
        self.money: tuple[int, int, str, Token] | None = None
        """A number just read: where its amount begins, its digits, its currency, and its first token."""

    def add(self, match: re.Match[str]) -> None:
        """Add what one match of the token pattern means."""
        kind = match.lastgroup
        start, end = match.span()
        surface = match.group()
        if kind == "word":
            self._word(surface, start, end)
        elif kind == "unspaced":
            self._unspaced(surface, start, end)
        elif kind in {"number", "suffix"}:
            self._number(match)
        elif kind == "money":
            self.sign = (start, CURRENCY_SIGNS[surface])
        elif kind == "percent":
            self._put("percent", "percent", start, end)
        elif kind == "acronym":
            self._acronym(surface, start, end)
        else:
            form = surface.lower().replace("♯", "#")
            self._put(form, form, start, end)

    def _put(self, form: str, stem: str, start: int, end: int) -> Token:
        token = Token(form, stem, start, end, self.position)
        self.position += 1
        self.tokens.append(token)
        self.plain.append(token)
        return token

    def _overlay(self, form: str, stem: str, first: Token, start: int, end: int) -> None:
        width = self.position - first.position
        self.tokens.append(Token(form, stem, start, end, first.position, width, True))

    def _unspaced(self, surface: str, start: int, end: int) -> None:
        # Two characters with something between them are no run: a gap keeps phrases from bridging it.
        if self.after_unspaced not in {-1, start}:
            self.position += 1
        form = fold_word(surface) or surface
        self._put(form, form, start, end)
        self.after_unspaced = end

    def _acronym(self, surface: str, start: int, end: int) -> None:
        letters = surface.replace(".", "")
        # A sentence that ends in an acronym keeps its full stop inside: "in the U.S." is one token.
        form = letters if letters in _CASED and letters != "IT" else letters.lower()
        self._after_number(self._put(form, form, start, end))
        self.after_unspaced = -1

    def _word(self, surface: str, start: int, end: int) -> None:
        if _CLITIC.search(surface):
            surface, end = surface[:-2], end - 2
        self.after_unspaced = -1
        if surface in _CASED:
            token = self._put(surface, surface, start, end)
        else:
            form = fold_word(surface)
            if not form:
                return
            if form == "cent" and self._joins_per(start):
                return
            if form in _PERCENT_WORDS:
                form = "percent"
            token = self._put(form, stem_of(form), start, end)
        self._after_number(token)
        self._closed_up(token)

    def _joins_per(self, start: int) -> bool:
        """Turn ``per cent`` into one token; say whether it was."""
        if not self.plain or self.plain[-1].form != "per" or self.text[self.plain[-1].end : start].strip():
            return False
        before = self.plain.pop()
        self.tokens.remove(before) if self.tokens[-1] is not before else self.tokens.pop()
        self.position = before.position
        self._put("percent", "percent", before.start, start + 4)
        return True

    def _closed_up(self, token: Token) -> None:
        if len(self.plain) < 2 or self.text[token.start - 1] not in "-‐‑":
            return
        first = self.plain[-2]
        if first.end != token.start - 1 or len(first.form) > _SHORT_PART:
            return
        form = first.form + token.form
        if form.isalpha() and form.islower() and form.isascii():
            self._overlay(form, stem_of(form), first, first.start, token.end)

    def _number(self, match: re.Match[str]) -> None:
        digits = match.group("number")
        suffix = (match.group("suffix") or "").lower()
        start, end = match.start(), match.end("number")
        sign, self.sign = self.sign, None
        if sign and self.text[sign[0] : start].strip()[-1:].isdigit():
            sign = None
        self.after_unspaced = -1
        scale = (MONEY_SCALES if sign else SCALES).get(suffix)
        form = _digits(digits)
        if suffix and scale is None:
            whole = fold_word(match.group())
            token = self._put(whole, whole, start, match.end())
            return
        token = self._put(form, form, start, end)
        value = form
        if scale is not None:
            word = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}[scale]
            self._put(word, stem_of(word), end, match.end())
            value = scaled(form, scale)
            self._overlay(value, value, token, start, match.end())
        begin = sign[0] if sign else start
        if sign:
            self._overlay(f"${sign[1]}{value}", f"${sign[1]}{value}", token, begin, match.end())
        self.money = (begin, self.position, sign[1] if sign else "", token)
        self._value = value

    def _after_number(self, token: Token) -> None:
        """Join a scale or a currency to the number right before it."""
        if self.money is None:
            return
        begin, position, currency, first = self.money
        if token.position != position or self.text[self.plain[-2].end : token.start].strip(" \t\r\n\xa0-‐‑\u202f"):
            self.money = None
            return
        scale = SCALES.get(token.form) if len(token.form) > 2 else None
        if scale:
            # The plain amount made before the scale was read would say $17 for $17 billion.
            if currency and self.tokens[-2].form.startswith("$"):
                del self.tokens[-2]
            self._value = scaled(self._value, scale)
            self._overlay(self._value, self._value, first, first.start, token.end)
            if currency:
                form = f"${currency}{self._value}"
                self._overlay(form, form, first, begin, token.end)
            self.money = (begin, self.position, currency, first)
            return
        code = CURRENCY_WORDS.get(token.form)
        if not code and token.form in {"US", "american"}:
            self.money = (begin, self.position, currency, first)
            return
        if code and not currency:
            form = f"${code}{self._value}"
            self._overlay(form, form, first, begin, token.end)
        self.money = None


def _digits(surface: str) -> str:
    """Return a number's digits: no grouping, no needless zeros after the point."""
    if not surface.isascii():
        surface = fold_word(surface)
    plain = "".join(character for character in surface if character.isalnum() or character == ".")
    whole, point, fraction = plain.partition(".")
    # Three digits after a point may be thousands in the continental way: they are kept as they stand.
    if point and len(fraction) != 3:
        fraction = fraction.rstrip("0")
        return f"{whole}.{fraction}" if fraction else whole
    return plain
