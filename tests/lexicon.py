"""Makes index/english/lexicon.txt from Brill's lexicon: ``python -m tests.lexicon SOURCE``.

SOURCE is ``en-lexicon.txt`` as TextBlob and Pattern ship it: a word and its likeliest tag on each line. Only words in
small letters are taken, so no names; tags are reduced to the letters of ``index.annotation.WordClass``; a second class
is derived where the list itself proves it (``order`` is a noun there, ``ordered`` a verb, so ``order`` is both); and
what the endings of words give anyway is left out.
"""

import re
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from index.annotation.lexicon import closed, guess
from index.english import FOLDER, families

TAGS = {
    "NN": "n", "NNS": "s", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "VB": "v",
    "VBP": "v", "VBZ": "z", "VBD": "d", "VBN": "e", "VBG": "g", "IN": "I", "CD": "C",
}  # fmt: skip
HEAD = """\
# Words of English with their classes, likeliest first (letters of index.annotation.WordClass).
# Made by `python -m tests.lexicon` from the lexicon of Brill's rule based tagger 1.14 (E. Brill, A simple rule-based
# part of speech tagger, ANLP 1992), trained on the Brown corpus and the Penn Treebank. Copyright 1993 by the
# Massachusetts Institute of Technology and the University of Pennsylvania, MIT license. It includes words of the
# Twitter Part-of-Speech Annotated Data (K. Gimpel et al., ACL 2011), CC BY 3.0. See LICENSE.
"""


def made_from(source: str) -> str:
    """Return the text of the word list for the text of Brill's lexicon."""
    tags = dict(_entries(source))
    found: dict[str, list[str]] = defaultdict(list)
    for word, letter in tags.items():
        letters = _with_second_class(word, letter, tags)
        if word not in closed() and (letters != guess(word) or len(word) < 4):
            found[letters].append(word)
    return HEAD + "".join(
        f"{letters}: {line}\n" for letters in sorted(found) for line in _lines(sorted(found[letters]))
    )


def _entries(source: str) -> list[tuple[str, str]]:
    lines = (line.split(" ") for line in source.splitlines() if not line.startswith(";;;"))
    return [(parts[0], TAGS[parts[1]]) for parts in lines
            if len(parts) == 2 and re.fullmatch("[a-z]{2,24}", parts[0]) and parts[1] in TAGS]  # fmt: skip


def _with_second_class(word: str, letter: str, tags: dict[str, str]) -> str:
    if word in _invariable():
        return letter + "".join(other for other in "vden" if other != letter)
    if letter in "de":
        return _past(word, letter)
    if letter == "J" and word.endswith("ing"):
        return "Jg"
    if letter == "n" and word.endswith("ing") and _is_base(word[:-3], tags):
        return "ng"
    if letter in "nJ" and families("irregular-verbs").get(word, word) != word:
        return letter + ("d" if _past(word, "d") != "e" else "e")
    if letter in "nJIR":
        return letter + ("v" if _is_verb(word, tags) else "")
    if letter == "v":
        plural = tags.get(_with_s(word))
        return "vn" if plural == "s" else "v"
    if letter == "s":
        return "sz" if any(_is_verb(base, tags) for base in _bases(word)) else "s"
    if letter == "z":
        return "zs" if any(tags.get(base) == "n" for base in _bases(word)) else "z"
    return "gn" if letter == "g" else letter


def _is_base(stem: str, tags: dict[str, str]) -> bool:
    """Return whether the stem of a word in -ing is a verb, with the letter that the ending dropped or doubled."""
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return any(_is_verb(base, tags) for base in (stem, stem + "e", undoubled))


def _past(word: str, letter: str) -> str:
    """Return whether a form is past tense, participle, or both: only irregular verbs tell them apart."""
    base = families("irregular-verbs").get(word)
    if base is None:
        return "de" if letter == "d" else "ed"
    forms = [form for form, first in families("irregular-verbs").items() if first == base and form != base]
    if len(forms) > 1:
        return "d" if word == forms[0] else "e"
    return "de" if letter == "d" else "ed"


@cache
def _invariable() -> frozenset[str]:
    """Return the verbs whose past is their base form: ``cut``, ``hit``, ``put``."""
    forms = families("irregular-verbs")
    return frozenset(base for base, count in Counter(forms.values()).items() if count == 1)


def _is_verb(base: str, tags: dict[str, str]) -> bool:
    """Return whether a word has verb forms in the list."""
    if tags.get(base) in {"v"} or base in families("irregular-verbs").values():
        return True
    stem = base[:-1] if base.endswith("e") else base[:-1] + "i" if re.search("[^aeiou]y$", base) else base
    doubled = base + base[-1] if re.search("[^aeiou][aeiou][bdgklmnprt]$", base) else base
    return any(tags.get(form) in {"d", "e"} for form in (stem + "ed", doubled + "ed"))


def _with_s(word: str) -> str:
    return (
        word[:-1] + "ies"
        if re.search("[^aeiou]y$", word)
        else word + ("es" if re.search("(?:[sxz]|[cs]h)$", word) else "s")
    )


def _bases(word: str) -> list[str]:
    bases = [word[:-1]] if word.endswith("s") else []
    if word.endswith("es"):
        bases.append(word[:-2])
    return [*bases, word[:-3] + "y"] if word.endswith("ies") else bases


def _lines(words: list[str], width: int = 110) -> list[str]:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


if __name__ == "__main__":
    text = made_from(Path(sys.argv[1]).read_text(encoding="utf-8"))
    (FOLDER / "lexicon.txt").write_text(text, encoding="utf-8")
