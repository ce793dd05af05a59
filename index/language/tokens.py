"""Words with their places: the one tokenizer that the index, the query, the sentence matcher and comparison share.

A token carries two keys: its *form* (folded: no case, accents, width, apostrophes) and its *stem* (the form's word
family, by the Snowball stemmer for English, M. F. Porter's second; other scripts are their own stem). Search goes by
the narrower lemma of a form (``index.language.lemmas``). What is written
in several ways gets one form: ``U.S.`` and ``US`` are ``US`` (never ``us``), ``700,000`` is ``700000``, ``%``,
``per cent`` and ``pct`` are ``percent``, ``soft-power`` is two words. Chinese and Japanese characters, and letters of
scripts without spaces, are a token each. No word is longer than about a hundred characters; the rest is another word.

Some tokens are *overlays* on others, covering ``width`` positions: an amount (``$17 billion``, ``US$17bn`` and
``17 billion dollars`` are ``$usd17000000000``), a number with its scale (``17 billion`` is ``17000000000``), and a
short hyphenated word closed up (``e-commerce`` is also ``ecommerce``, ``F-16`` is ``f16``), a word divided at the end
of a line, and what stands behind an elided article (``index.language.readings``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from threading import local
from typing import Any, NamedTuple

from index.english import words
from index.language.amounts import CURRENCY_SIGNS, CURRENCY_WORDS, MONEY_SCALES, SCALE_WORDS, SCALES, scaled
from index.language.folding import fold_punctuation, fold_word
from index.language.lemmas import IRREGULAR
from index.language.readings import closed_form, readings_of
from index.language.stop_words import STOP_WORDS


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
# Marks of Latin, Hebrew and Arabic letters stand within a word, and cut none in two.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
_INNER = rf"(?:{_LETTER}|[{_MARKS}\u00ad\u200b-\u200d\u2060\ufeff])"
_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=lambda sign: (-len(sign), sign)))
_TOKEN = re.compile(
    rf"""
    (?P<unspaced>[{UNSPACED}])
  | (?P<money>(?<![A-Za-z])(?:{_SIGN})(?=\s?\d))
  | (?P<acronym>(?:[A-Za-z]\.){{1,8}}[A-Za-z](?!\w)\.? | (?:[A-Za-z]\.){{2,9}}(?!\w))
  | (?P<number>
      \d{{1,40}},\d\d?(?=\s?[%％€]|\s?(?:per\s?cent|pct|million|billion|bn|euros?)\b)|
      (?:\d{{1,3}}(?:,\d{{3}}){{1,9}}(?!\d)|\d{{1,3}}(?:[\xa0\u2009\u202f]\d{{3}}){{1,9}}(?!\d)|\d{{1,40}})(?:[.．]\d{{1,40}})?)
      (?:(?P<suffix>[A-Za-z]{{1,2}}(?!{_INNER}))|(?!{_INNER}))
  | (?P<percent>[%％﹪])
  | (?P<special>[A-Za-z](?:\+\+|[#♯])(?!\w))
  | (?P<word>{_LETTER}{_INNER}{{0,63}}(?:['’ʼ＇]{_INNER}{{1,32}}){{0,3}})
    """,
    re.VERBOSE,
)
_URL = re.compile(r"(?:(?<!\w)[a-z]{2,8}://|(?<!\w)www\.)[^\s<>\"]+")
_CLITIC = re.compile(r"['’ʼ＇][sS]$")
_PERCENT_WORDS = frozenset({"percent", "pct"})
# Acronyms that are also common words: only capitals mean the acronym.
_CASED = frozenset({"US", "IT", "WHO"})
# Contractions that without their apostrophe would be other words; they keep it in their form.
_CONTRACTIONS = frozenset({"we're", "she'll", "he'll", "we'll", "i'll", "we'd", "she'd", "i'd"})
_NEXT_WORD = re.compile(r" ([a-z]{3,30})\b(?! ?[-–] ?\d)")
_DECIMAL_COMMA = re.compile(r"\d+,\d\d?")
_SHORT_PART = 5
_HYPHENS = "-‐‑"
_JOINING = " \t\r\n\xa0\u202f" + _HYPHENS


def tokenize(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order, an overlay after the last token it covers.

    Offsets are those of ``text``, also where folding changes lengths. Linear in the length of the text.
    """
    builder = _Builder(text)
    append = builder.tokens.append
    make = tuple.__new__
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "word":
            builder.add(match)
            continue
        start, end = match.span()
        form, stem, cut, special = _keys(match.group())
        last = builder.last
        # Most words need nothing but their keys; the others may be part of an amount or of a hyphenated word.
        if special or builder.amount is not None or (0 <= last.end < start and text[last.end] in _HYPHENS):
            builder.word(form, stem, start, end - cut)
            continue
        token = make(Token, (form, stem, start, end - cut, builder.position, 1, False))
        builder.position += 1
        builder.after_unspaced = -1
        builder.last = token
        append(token)
    return _without_words_of_urls(text, builder.tokens) if "://" in text or "www." in text else builder.tokens


def _without_words_of_urls(text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens without function words in web addresses: the ``us`` of a path is no word of the text."""
    urls = [match.span() for match in _URL.finditer(text)]
    starts = [start for start, _ in urls]
    return [
        token
        for token in tokens
        if token.form not in STOP_WORDS
        or (at := bisect_right(starts, token.start) - 1) < 0
        or token.start >= urls[at][1]
    ]


@lru_cache(65536)
def _keys(surface: str) -> tuple[str, str, int, bool]:
    """Return a word's form and stem, how many characters its clitic has, and whether it may need a closer look."""
    cut = 2 if _CLITIC.search(surface) else 0
    word = surface[: len(surface) - cut]
    if word in _CASED:
        return word, word, cut, False
    form = fold_word(word)
    if form in _PERCENT_WORDS:
        form = "percent"
    stem = stem_of(form)
    if len(form) < len(word) <= 6 and (written := fold_punctuation(word).lower()) in _CONTRACTIONS:
        form = written
    return form, stem, cut, form in {"", "cent"} or bool(readings_of(word))


def without_overlays(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens that are words of the text, and not a reading of several of them."""
    return (token for token in tokens if not token.overlay)


class _Stemmers(local):
    """One stemmer for each thread: it keeps the word at hand in itself, so that two threads would mix their words."""

    @cached_property
    def english(self) -> Any:
        from snowballstemmer import stemmer  # type: ignore[import-untyped]

        return stemmer("english")


_STEMMERS = _Stemmers()


@lru_cache(65536)
def stem_of(form: str) -> str:
    """Return the word family of a folded word; what is not a word of Latin letters is its own."""
    if len(form) < 3 or not form.isascii() or not form.islower() or not form.isalpha():
        return form
    stem: str = _STEMMERS.english.stemWord(IRREGULAR.get(form, form))
    return stem


class _Amount(NamedTuple):
    """A number just read: where its amount begins, the position after it, its currency, value and first token."""

    start: int
    position: int
    currency: str
    value: str
    first: Token


_NO_TOKEN = Token("", "", -1, -1, -1)


class _Builder:
    """Puts tokens together from the matches of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.position = 0
        self.last = _NO_TOKEN
        """The last token that is no overlay."""
        self.after_unspaced = -1
        """Where the character of an unspaced script that was just read ends; -1 when something else was."""
        self.sign: tuple[int, str] | None = None
        """Where a currency sign stands, and its code, until its number follows."""
        self.amount: _Amount | None = None

    def add(self, match: re.Match[str]) -> None:
        """Add what a match means that is no word."""
        kind = match.lastgroup
        start, end = match.span()
        surface = match.group()
        if kind == "unspaced":
            self._unspaced(surface, start, end)
        elif kind in {"number", "suffix"}:
            self._number(match)
        elif kind == "money":
            self.sign = (start, CURRENCY_SIGNS[surface])
        elif kind == "percent":
            self._put("percent", "percent", start, end)
        elif kind == "acronym":
            letters = surface.replace(".", "")
            form = letters if letters in _CASED else letters.lower()
            before = self.last
            self._after_number(before, self._put(form, form, start, end))
        else:
            form = surface.lower().replace("♯", "#")
            self._put(form, form, start, end)

    def word(self, form: str, stem: str, start: int, end: int) -> None:
        """Add a word that may be part of an amount, a percentage or a hyphenated word."""
        if not form:
            return
        before = self.last
        per = form == "cent" and before.form == "per" and self.tokens[-1] is before
        if per and not self.text[before.end : start].strip():
            self.tokens.pop()
            self.position = before.position
            self._put("percent", "percent", before.start, end)
            return
        if self._is_divided(before, start):
            joined = before.form + form
            self.tokens.pop()
            self.position = before.position
            token = self._put(joined, stem_of(joined), before.start, end)
            for part in (before, Token(form, stem, start, end, token.position)):
                self._overlay(part.form, part.stem, token, part.start, part.end)
            return
        token = self._put(form, stem, start, end)
        self._after_number(before, token)
        self._closed_up(before, token)
        for reading in readings_of(self.text[start:end]):
            folded = fold_word(reading)
            self._overlay(folded, stem_of(folded), token, start, end)

    def _put(self, form: str, stem: str, start: int, end: int) -> Token:
        token = Token(form, stem, start, end, self.position)
        self.position += 1
        self.tokens.append(token)
        self.last = token
        self.after_unspaced = -1
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

    def _is_divided(self, first: Token, start: int) -> bool:
        """Return whether a word goes on at ``start`` that was divided, with a hyphen, at the end of a line."""
        if not self.tokens or self.tokens[-1] is not first or not first.form[-1:].isalpha():
            return False
        between = self.text[first.end : start]
        return between[:1] in _HYPHENS and "\n" in between and not between[1:].strip() and self.text[start].islower()

    def _closed_up(self, first: Token, token: Token) -> None:
        """Add two words with a hyphen between them as one, where the first is short."""
        if first.end != token.start - 1 or self.text[first.end] not in _HYPHENS or len(first.form) > _SHORT_PART:
            return
        form = closed_form(first.form, token.form)
        if form:
            self._overlay(form, stem_of(form), first, first.start, token.end)

    def _number(self, match: re.Match[str]) -> None:
        suffix = (match["suffix"] or "").lower()
        start, end = match.start(), match.end("number")
        sign, self.sign = self.sign, None
        scale = (MONEY_SCALES if sign or _counts_people(self.text, match) else SCALES).get(suffix)
        value = _digits(match["number"])
        if suffix and scale is None:
            whole = fold_word(match.group())
            before = self.last
            self._closed_up(before, self._put(whole, whole, start, match.end()))
            return
        before = self.last
        first = self._put(value, value, start, end)
        if not suffix and value.isdecimal():
            self._closed_up(before, first)
        if scale is not None:
            word = SCALE_WORDS[scale]
            self._put(word, word, end, match.end())
            value = scaled(value, scale)
            self._overlay(value, value, first, start, match.end())
        begin, currency = sign or (start, "")
        if currency:
            self._money(currency, value, first, begin, match.end())
        self.amount = _Amount(begin, self.position, currency, value, first)

    def _money(self, currency: str, value: str, first: Token, start: int, end: int) -> None:
        form = f"${currency}{value}"
        self._overlay(form, form, first, start, end)

    def _after_number(self, before: Token, token: Token) -> None:
        """Join a scale or a currency to the number right before it."""
        amount, self.amount = self.amount, None
        if amount is None or token.position != amount.position or self.text[before.end : token.start].strip(_JOINING):
            return
        start, _, currency, value, first = amount
        scale = SCALES.get(token.form) if len(token.form) > 2 else None
        if scale:
            # The amount made before the scale was read would say $17 for $17 billion.
            if currency:
                del self.tokens[-2]
            value = scaled(value, scale)
            self._overlay(value, value, first, first.start, token.end)
            if currency:
                self._money(currency, value, first, start, token.end)
            self.amount = _Amount(start, self.position, currency, value, first)
        elif token.form in {"US", "american"}:
            self.amount = amount._replace(position=self.position)
        elif not currency and token.form in CURRENCY_WORDS:
            self._money(CURRENCY_WORDS[token.form], value, first, start, token.end)


def _counts_people(text: str, match: re.Match[str]) -> bool:
    """Return whether the ``m`` behind a number means million: a noun follows, and no word that metres have."""
    if match["suffix"] != "m":
        return False
    after = _NEXT_WORD.match(text, match.end())
    return after is not None and after[1] not in words("words-after-metres") and after[1] not in STOP_WORDS


def _digits(surface: str) -> str:
    """Return a number's digits: no grouping, no needless zeros after the point."""
    if not surface.isascii():
        surface = fold_word(surface)
    if _DECIMAL_COMMA.fullmatch(surface):
        surface = surface.replace(",", ".")
    plain = "".join(character for character in surface if character.isalnum() or character == ".")
    whole, point, fraction = plain.partition(".")
    # Three digits after a point may be thousands in the continental way: they are kept as they stand.
    if point and len(fraction) != 3:
        fraction = fraction.rstrip("0")
        return f"{whole}.{fraction}" if fraction else whole
    return plain
