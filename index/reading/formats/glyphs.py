"""Letters that a PDF draws as one sign or in two, set as letters again: ligatures, and accents beside their letter."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    # Where Adobe's older fonts keep them.
    "\uf001": "fi", "\uf002": "fl", "\uf000": "ff", "\uf003": "ffi", "\uf004": "ffl",
}  # fmt: skip
_LIGATURE = re.compile(f"([^\\W\\d_]*)( ?)([{''.join(_LIGATURES)}])( ?)(?=([a-z]?))")
_NEVER_FIRST = frozenset({"ff", "ffi", "ffl"})
_WORDS = frozenset(
    "a i of to in is it at by on no we he or an as if so up do be my me us go am the and for its".split()
)
"""Short words, after which a ligature begins another one."""
_ACCENTS = {
    "\u00b4": "\u0301", "`": "\u0300", "\u00a8": "\u0308", "\u02c6": "\u0302", "\u02dc": "\u0303", "\u00b8": "\u0327",
    "\u02c7": "\u030c", "\u02da": "\u030a", "\u02d8": "\u0306", "\u02d9": "\u0307",
}  # fmt: skip
_BESIDE = re.compile(f"([^\\W\\d_]?)([{''.join(_ACCENTS)}])([^\\W\\d_\u0131]?|\u0131)")
_MISSING = re.compile("[\ue000-\uf8ff\ufffd]|\\(cid:\\d+\\)")


def mended(pages: Sequence[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Return the lines of the pages with their letters mended, and what is to be said of letters that are missing."""
    order = _accent_order(pages)
    made = [[_with_accents(_LIGATURE.sub(_spelt, line), order) for line in page] for page in pages]
    missing = sum(len(_MISSING.findall(line)) for page in made for line in page)
    if not missing:
        return made, []
    letters = "1 letter" if missing == 1 else f"{missing} letters"
    return made, [
        f"{letters} of this PDF cannot be told, because its font does not say what they are: look at the page."
    ]


def _spelt(match: re.Match[str]) -> str:
    """Return a ligature as letters; blanks that the layout put around it, within a word, go."""
    before, gap, sign, after, following = match.groups()
    letters = _LIGATURES[sign]
    joined = not gap or (
        after and following and (letters in _NEVER_FIRST or (before.lower() not in _WORDS and len(before) <= 2))
    )
    return before + ("" if joined else gap) + letters + ("" if following and after else after)


def _accent_order(pages: Sequence[list[str]]) -> str:
    """Return whether accents stand "before" their letter, as TeX writes them, or "behind" it."""
    found: Counter[str] = Counter()
    for page in pages:
        for line in page:
            for before, sign, behind in _BESIDE.findall(line):
                left, right = _composed(before, sign), _composed(behind, sign)
                if bool(left) != bool(right):
                    found["behind" if left else "before"] += 1
    return "before" if found["before"] > found["behind"] else "behind"


def _with_accents(line: str, order: str) -> str:
    def compose(match: re.Match[str]) -> str:
        before, sign, behind = match.groups()
        left, right = _composed(before, sign), _composed(behind, sign)
        if right and (order == "before" or not left):
            return before + right
        return left + behind if left else match[0]

    return _BESIDE.sub(compose, line) if any(sign in line for sign in _ACCENTS) else line


def _composed(letter: str, sign: str) -> str:
    """Return a letter with an accent as one character; empty where there is no such letter."""
    plain = "i" if letter == "\u0131" else letter
    made = unicodedata.normalize("NFC", plain + _ACCENTS[sign]) if plain else ""
    return made if len(made) == 1 else ""
