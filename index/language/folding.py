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
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
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

    The result may be longer or shorter than the word. Accents are dropped from Latin, Greek and Cyrillic letters
    only: in other scripts, marks are letters.
    """
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).translate(_PUNCTUATION).replace("'", "")
    bare = _MARKS.sub("", unicodedata.normalize("NFD", plain.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)
