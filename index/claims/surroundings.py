"""What stands around a claim: the words of its sentence by nearness, the time they name, and whose value it is.

All of it is found while the document is analysed, so that grouping claims over thousands of documents reads no text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.annotation import VERBS, AnnotatedSentence, Annotation, Token
from index.claims.assembling import place_of
from index.claims.building import sentence_at
from index.claims.measures import measure_of
from index.claims.owners import Owners
from index.english import words as listed
from index.language import Name, fold_word, stem_of
from index.records import (
    Claim,
    Document,
    Figure,
    Span,
    Surroundings,
    subject_of,
)
from index.terms import is_grammar

_WORD = re.compile(r"[^\W\d_]{2,}")
KEYS = 28
"""Keys that are kept of a sentence, the nearest ones."""

_BREAK = re.compile(r"[;:()—–]|,|\b(?:while|whereas|although|but)\b")
_BREAK_COST = 18
"""By how many characters a break of the sentence moves two words apart."""


def add_surroundings(document: Document, claims: Sequence[Claim], annotation: Annotation) -> list[Claim]:
    """Return the claims of an annotated document with what stands around them."""
    sentences = annotation.sentences
    names = [sentence.names for sentence in sentences]
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
            words[start] = tuple(_words(sentences[number]))
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


def _words(sentence: AnnotatedSentence) -> Iterator[_Word]:
    """Yield the content words and the names of a sentence; a compound's parts are words of their own."""
    skipped = _skipped()
    for token in sentence.tokens:
        if token.word_class in _NO_WORDS:
            continue
        for part in token.form.split("-") if "-" in token.form else (token.form,):
            stem = stem_of(part)
            timely = stem in skipped and not _is_verb(token)
            if len(part) > 1 and not part[0].isdigit() and not timely and not is_grammar(stem):
                yield _Word(stem, token.start, token.end)
    for name in sentence.names:
        yield _Word(name_key(name.key), name.span.start, name.span.end)


_NO_WORDS = frozenset(",.:\"'!CTx")


def _is_verb(token: Token) -> bool:
    """Return whether a word that names a time is none here: "they march", "unlikely to last"."""
    return token.word_class in VERBS and token.form in {"march", "last", "lasts", "may"}


@lru_cache(1)
def _skipped() -> frozenset[str]:
    return frozenset(stem_of(word) for word in listed("words-of-time-and-amount"))


def _nearest(claim: Claim, words: Sequence[_Word], about: Name | None) -> list[str]:
    """Return the keys of the words around a claim, its subject's first, then by distance."""
    own = {stem_of(fold_word(word)) for word in _WORD.findall(subject_of(claim) or "")}
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


def _distance(span: Span, word: _Word, breaks: Sequence[int]) -> float:
    if word.start < span.end and span.start < word.end:
        return 0.0
    first, last = (word.end, span.start) if word.end <= span.start else (span.end, word.start)
    return last - first + _BREAK_COST * (bisect_left(breaks, last) - bisect_left(breaks, first))


def _period(claim: Claim) -> tuple[str, str] | None:
    """Return the first and last day of the time that a figure holds for, where both are known."""
    when = claim.quantity.period if isinstance(claim, Figure) else None
    return (when.start[:10], when.end[:10]) if when is not None and when.start and when.end else None
