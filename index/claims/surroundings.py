"""What stands around a claim: the words of its sentence by nearness, the time they name, and whose value it is.

All of it is found while the document is analysed, so that grouping claims over thousands of documents reads no text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.claims.assembling import place_of
from index.claims.building import sentence_at
from index.claims.measures import measure_of
from index.claims.owners import Owners
from index.language.names import Name
from index.language.tokens import Token, tokenize, without_overlays
from index.records import (
    Claim,
    Document,
    Figure,
    Span,
    Surroundings,
    subject_of,
)
from index.terms.weights import is_grammar

KEYS = 28
"""Keys that are kept of a sentence, the nearest ones."""

_BREAK = re.compile(r"[;:()—–]|,|\b(?:while|whereas|although|but)\b")
_BREAK_COST = 18
"""By how many characters a break of the sentence moves two words apart."""
_LASTS = re.compile(r"\b(?:to|will|would|can|could|may|might|should|not|ever|still|long)\s$|n['’]t\s$", re.IGNORECASE)
"""What stands before "last" where it is a verb, and no time: "unlikely to last"."""
_SKIPPED_WORDS = """
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight morning
afternoon evening night noon midnight day week month year decade century hour minute second quarter
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen percent
half third least nearly almost roughly approximately estimated around over under early late mid ago last next past
"""


def add_surroundings(document: Document, claims: Sequence[Claim], names: Sequence[Sequence[Name]]) -> list[Claim]:
    """Return the claims with what stands around them; ``names`` are the names of each sentence of the document."""
    places = {sentence.span.start: number for number, sentence in enumerate(document.sentences)}
    owners = Owners(document, names)
    words: dict[int, tuple[_Word, ...]] = {}
    found = []
    for claim in claims:
        start = claim.sentence.start
        number = places.get(start)
        if number is None:
            sentence = sentence_at(document, claim.span.start)
            number = places[sentence.span.start] if sentence else None
        if number is None:
            found.append(claim)
            continue
        if start not in words:
            words[start] = tuple(_words(claim.text, start, names[number]))
        about = owners.of(claim, number)
        keys = " ".join(_nearest(claim, words[start], about))
        period = _period(claim)
        around = Surroundings(about.text if about else None, keys, period, measure_of(claim))
        found.append(replace(claim, around=around))
    return found


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int


def name_key(name: str) -> str:
    """Return a folded name as a key among the words around a claim."""
    return "@" + name.replace(" ", "_")


def _words(text: str, offset: int, names: Iterable[Name]) -> Iterator[_Word]:
    """Yield the content words and the names of a sentence; offsets are the document's."""
    skipped = _skipped()
    for token in without_overlays(tokenize(text)):
        plain = token.stem == "march" and text[token.start].islower()
        plain = plain or (
            token.form == "last" and _LASTS.search(text, max(0, token.start - 12), token.start) is not None
        )
        empty = token.form[0].isdigit() or (token.stem in skipped and not plain) or is_grammar(token.stem)
        if not empty and len(token.form) > 1:
            yield _Word(token.stem, token.start + offset, token.end + offset)
    for name in names:
        yield _Word(name_key(name.key), name.span.start, name.span.end)


@lru_cache(1)
def _skipped() -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(_SKIPPED_WORDS))


def _nearest(claim: Claim, words: Sequence[_Word], about: Name | None) -> list[str]:
    """Return the keys of the words around a claim, its subject's first, then by distance."""
    own = {token.stem for token in _subject_tokens(claim)}
    breaks = _breaks(claim.text, claim.sentence.start)
    distances: dict[str, float] = {}
    span = place_of(claim)
    for word in words:
        distance = _distance(span, word, breaks)
        if word.key in own:
            distance *= 0.2
        if distance < distances.get(word.key, 1e9):
            distances[word.key] = distance
    if about is not None:
        distances.setdefault(name_key(about.key), 200.0)
    return sorted(distances, key=lambda key: (distances[key], key))[:KEYS]


@lru_cache(16)
def _breaks(text: str, offset: int) -> tuple[int, ...]:
    """Return where a sentence's clauses break; kept, for a list of numbers is one sentence of thousands of claims."""
    return tuple(match.start() + offset for match in _BREAK.finditer(text))


def _subject_tokens(claim: Claim) -> list[Token]:
    return tokenize(subject_of(claim) or "")


def _distance(span: Span, word: _Word, breaks: Sequence[int]) -> float:
    if word.start < span.end and span.start < word.end:
        return 0.0
    first, last = (word.end, span.start) if word.end <= span.start else (span.end, word.start)
    return last - first + _BREAK_COST * (bisect_left(breaks, last) - bisect_left(breaks, first))


def _period(claim: Claim) -> tuple[str, str] | None:
    """Return the first and last day of the time that a figure holds for, where both are known."""
    when = claim.quantity.period if isinstance(claim, Figure) else None
    return (when.start[:10], when.end[:10]) if when is not None and when.start and when.end else None
