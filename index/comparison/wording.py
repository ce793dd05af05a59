"""Wording that two texts share: runs of words, versions of one text, and what was changed between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from index.language import Token, tokenize, without_overlays
from index.records import Change, Document, Span
from index.terms import is_grammar, linkable, words_of

MIN_RUN = 5
"""A run of fewer words is a phrase that anyone may use."""
_LONG_RUN = 8
_MIN_CONTENT = 3
_SHINGLE = 5
_EXACT_LIMIT = 400
"""Texts with more words are compared with the frequent words left aside, which keeps the cost near-linear."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that stands in both texts: its spans in each, and how many words it has."""

    a: Span
    b: Span
    words: int


def longest_run(a: str, b: str) -> Run | None:
    """Return the longest run of words that both sentences share, None when it is too short or empty to mean anything.

    A run counts from 8 words on, or from 5 words with at least 3 that are no words of grammar. Punctuation, case and
    the kind of quotation marks do not matter.
    """
    left, right = _sentence(a), _sentence(b)
    if len(left) < MIN_RUN or len(right) < MIN_RUN:
        return None
    matcher = SequenceMatcher(None, [w.form for w in left], [w.form for w in right], autojunk=len(right) > _EXACT_LIMIT)
    match = matcher.find_longest_match()
    words = left[match.a : match.a + match.size]
    content = sum(not is_grammar(word.stem) for word in words)
    if match.size < MIN_RUN or content < _MIN_CONTENT or (match.size < _LONG_RUN and content < 0.4 * match.size):
        return None
    last = right[match.b + match.size - 1]
    return Run(Span(words[0].start, words[-1].end), Span(right[match.b].start, last.end), match.size)


def cut(words: str, limit: int = 60) -> str:
    """Return words as a reason quotes them: whole, or their beginning where they are many."""
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"


def wording_ratio(a: str, b: str) -> float:
    """Return how much of two sentences is the same words in the same order, 0 to 1."""
    left, right = [word.form for word in _sentence(a)], [word.form for word in _sentence(b)]
    return SequenceMatcher(None, left, right, autojunk=max(len(left), len(right)) > _EXACT_LIMIT).ratio()


def shared_wording(a: Document, b: Document) -> float:
    """Return the share of the shorter document's five-word runs that the other has too: 1 for a copy, near 0 else."""
    return common_runs(_stems(a), _stems(b))


def common_runs(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> float:
    """Return the share of the shorter text's five-word runs that both have, each text given as its sentences' words."""
    left, right = _shingles(a), _shingles(b)
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0


def word_diff(a: str, b: str) -> tuple[Change, ...]:
    """Return what was kept, taken out, put in and replaced to make ``b`` of ``a``, in order, word by word.

    Words that differ in case, accents or kind of apostrophe only are the same. The spans are those of the words, in
    each text; an empty span stands where the other text has something more.
    """
    left, right = _words(a), _words(b)
    matcher = SequenceMatcher(
        None,
        [word.form for word in left],
        [word.form for word in right],
        autojunk=max(len(left), len(right)) > _EXACT_LIMIT,
    )
    kinds = {"equal": "same", "delete": "deleted", "insert": "inserted", "replace": "replaced"}
    return tuple(
        Change(kinds[tag], _span(left, i1, i2, len(a)), _span(right, j1, j2, len(b)))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    )


def _span(words: Sequence[Token], first: int, last: int, end: int) -> Span:
    if first < last:
        return Span(words[first].start, words[last - 1].end)
    place = words[first].start if first < len(words) else end
    return Span(place, place)


def _words(text: str) -> list[Token]:
    return list(without_overlays(tokenize(text)))


@lru_cache(1_000)
def _sentence(text: str) -> list[Token]:
    """Return the words of a sentence; one that stands in several links is read once."""
    return _words(text)


def _stems(document: Document) -> list[list[str]]:
    return [[word.stem for word in words_of(document.slice(sentence.span))] for sentence in linkable(document)]


def _shingles(sentences: Sequence[Sequence[str]]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _SHINGLE]) for words in sentences for i in range(len(words) - _SHINGLE + 1)}
