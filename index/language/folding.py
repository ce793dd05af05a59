"""One spelling for what readers take as one: case, accents, widths, apostrophes, quotation marks and dashes."""

import re
import unicodedata
from functools import lru_cache

QUOTES = '"“”„‟«»″＂〝〞〟「」『』'
APOSTROPHES = "'’‘‛ʼ＇′`´ʹ"
DASHES = "-‐‑‒–—―−﹘﹣－"

_PUNCTUATION = str.maketrans(
    {**dict.fromkeys(QUOTES, '"'), **dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(DASHES, "-")}
)
# Final ya without its points, and ta marbuta; the hamza of an alif is a mark, and goes with the others.
_ARABIC = str.maketrans({"\u0649": "\u064a", "\u0629": "\u0647", "\u0671": "\u0627"})
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]"
)
# Letters with a stroke or a ligature that Unicode does not decompose, with what people type for them.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n"}
)


def fold_punctuation(text: str) -> str:
    """Return ``text`` with one kind of quotation mark, apostrophe and dash; it keeps its length."""
    return text.translate(_PUNCTUATION)


@lru_cache(65536)
def fold_word(word: str) -> str:
    """Return a word without case, accents, width, apostrophes and invisible characters (NFKC, then case folding).

    The result may be longer or shorter than the word. Accents are dropped from Latin, Greek and Cyrillic letters, the
    signs of vowels from Hebrew and Arabic ones: in other scripts, marks are letters. Arabic letters that writers take
    one for the other are one (alif with and without hamza, final ya, ta marbuta).
    """
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).translate(_PUNCTUATION).replace("'", "")
    bare = _MARKS.sub("", unicodedata.normalize("NFD", plain.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS).translate(_ARABIC)
