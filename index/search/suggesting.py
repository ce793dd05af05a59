"""Help where a query finds little: which words no article has, and one query to try instead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from index.engines import Engine
from index.query import And, InZones, Near, Node, Or, Phrase, Word

MIN_LETTERS = 4
"""Shorter words are near to everything."""

MANY_LETTERS = 8
"""Letters from which on a word may have two letters wrong."""


def words_of(node: Node) -> Iterator[Word]:
    """Yield the words a tree asks for, those of phrases too; not what it excludes, names or prefixes."""
    match node:
        case Word():
            yield node
        case Phrase(words=words):
            yield from words
        case And(parts=parts) | Or(parts=parts) | Near(parts=parts):
            for part in parts:
                yield from words_of(part)
        case InZones(part=part) if part is not None:
            yield from words_of(part)
        case _:
            return


def missing_words(tree: Node, engine: Engine) -> list[Word]:
    """Return the words of a query that no article has, in order."""
    words = list(dict.fromkeys(words_of(tree)))[:50]
    counts = engine.frequencies([word.form for word in words])
    return [word for word in words if not counts[word.form]]


def suggest(query: str, tree: Node, missing: Sequence[Word], engine: Engine) -> str | None:
    """Return the query with its missing words replaced by the nearest of the corpus; None when none is near.

    A word that the corpus writes together with its neighbour (``Tik Tok``) is joined before another is looked for.
    Nothing is replaced in ``field:value``.
    """
    words = list(words_of(tree))[:50]
    pairs = [(a, b) for a, b in pairwise(words) if a in missing or b in missing]
    counts = engine.frequencies([a.form + b.form for a, b in pairs])
    better: dict[str, str] = {}
    joined: set[Word] = set()
    for a, b in pairs:
        if counts[a.form + b.form] and not joined & {a, b}:
            joined |= {a, b}
            better[f"{a.text} {b.text}"] = a.text + b.text
    for word in missing:
        if word not in joined and (replacement := _nearest(word.form, engine)):
            better[word.text] = replacement
    return _replaced(query, better) if better else None


def _nearest(form: str, engine: Engine) -> str | None:
    if len(form) < MIN_LETTERS or not form.isalpha():
        return None
    near = engine.similar(form, 2, 5) if len(form) >= MANY_LETTERS else engine.similar(form, 1, 5)
    # People seldom mistype a first letter, and hardly ever that and another.
    similar = [found for found in near if found[1] == 1 or found[0][0] == form[0]]
    split = _split(form, engine)
    if similar and (similar[0][1] == 1 or not split):
        return similar[0][0]
    return split


def _split(form: str, engine: Engine) -> str | None:
    """Return a word as the two words of the corpus it may be run together from."""
    cuts = [(form[:i], form[i:]) for i in range(2, len(form) - 1)]
    counts: Mapping[str, int] = engine.frequencies(sorted({part for cut in cuts for part in cut}))
    best = max(cuts, key=lambda cut: (min(counts[cut[0]], counts[cut[1]]), cut), default=None)
    return " ".join(best) if best and min(counts[best[0]], counts[best[1]]) else None


def _replaced(query: str, better: Mapping[str, str]) -> str | None:
    names = "|".join(re.escape(name) for name in sorted(better, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<![\w:])(?:{names})(?![\w:])".replace(r"\ ", r"\s+"))
    changed = pattern.sub(lambda match: better[" ".join(match.group().split())], query)
    return changed if changed != query else None
