"""Help where a query finds little: which words no article has, and one query to try instead."""

import re
from collections.abc import Iterator, Mapping, Sequence

from index.engines.protocol import Engine
from index.query.tree import And, InZones, Near, Node, Or, Phrase, Word

MIN_LETTERS = 3
"""Shorter words are near to everything."""


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


def suggest(query: str, missing: Sequence[Word], engine: Engine) -> str | None:
    """Return the query with the missing words replaced by the nearest words of the corpus; None when none is near."""
    better: dict[str, str] = {}
    for word in missing:
        if replacement := _nearest(word.form, engine):
            better[word.text] = replacement
    return _replaced(query, better) if better else None


def _nearest(form: str, engine: Engine) -> str | None:
    if len(form) < MIN_LETTERS or not form.isalpha():
        return None
    similar = engine.similar(form, 1 if len(form) < 5 else 2, 1)
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
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    changed = pattern.sub(lambda match: better[match.group()], query)
    return changed if changed != query else None
