"""Sentences parted into pieces that may be clauses, and the verbs of a piece, as the annotation reads them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.annotation import AnnotatedSentence, Clause, WordClass
from index.english import words
from index.records import Span

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_REACH = 60
"""How far behind a joining word its verb is looked for, in characters."""
_WORDS_BEFORE_VERB = 6
"""How many words of a subject may stand between a joining word and its verb."""

_PARTING = "|".join(words("clause-parting-words"))
_BREAK = re.compile(
    rf"""(?P<hard> [;:!?](?=\s) | \s[-–—]+\s | [—()\[\]] | [,.!?]["”](?=\s) | (?<=[,:]\s)["“]
      | (?<!\d),(?=\s) | ,(?=\s)(?!\s\d{{4}}\b) )
      | \s(?P<relative> which|who|whose|where|that )(?=\s)
      | \s(?P<joining> {_PARTING} )(?=\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_MARK = re.compile(r"[,;:()\"“”]")
_LIMITS = words("clause-limits")
"""Words that a subject behind a joining word does not hold."""


class Verb(NamedTuple):
    """A group of verbs (``was founded``, ``had dropped``, ``passing``); a participle alone is not finite."""

    start: int
    end: int
    finite: bool
    clause: Clause


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence as a time in it sees it: the text, the time, and the verb groups outside the time, in order."""

    text: str
    span: Span
    time: Span
    verbs: Sequence[Verb]

    def verbs_in(self, piece: Span) -> Sequence[Verb]:
        """Return the verb groups that begin in a piece."""
        first = bisect_left(self.verbs, piece.start, key=lambda verb: verb.start)
        return self.verbs[first : bisect_left(self.verbs, piece.end, lo=first, key=lambda verb: verb.start)]

    def verb_at(self, offset: int) -> Verb | None:
        """Return the verb group that begins with the word at ``offset``."""
        at = bisect_left(self.verbs, offset, key=lambda verb: verb.start)
        return self.verbs[at] if at < len(self.verbs) and self.verbs[at].start == offset else None


def sight(text: str, span: Span, time: Span, sentence: AnnotatedSentence) -> Sight:
    """Return the sentence at ``span`` as the time sees it."""
    found = [
        Verb(_without_adverbs(sentence, clause.verb), clause.verb.end, clause.tense is not None, clause)
        for clause in sentence.clauses
        if clause.verb is not None and not (clause.verb.start < time.end and time.start < clause.verb.end)
    ]
    return Sight(text, span, time, sorted(found, key=lambda verb: verb.start))


def _without_adverbs(sentence: AnnotatedSentence, verb: Span) -> int:
    """Return where a verb group begins behind the adverbs before it: ``still had not learned``."""
    at = sentence.token_at(verb.start)
    while at + 1 < len(sentence.tokens) and sentence.tokens[at].word_class == WordClass.ADVERB:
        at += 1
    start = sentence.tokens[at].start
    return start if start < verb.end else verb.start


def parted(seen: Sight) -> list[Span]:
    """Part a sentence at marks and at joining words that a verb follows; a joining word begins its piece.

    A joining word straight before the time (``since Monday``) belongs to the time and parts nothing.
    """
    pieces, begin = [], seen.span.start
    for match in _BREAK.finditer(seen.text, seen.span.start, seen.span.end):
        cut = match.start()
        if (
            seen.time.start < cut < seen.time.end
            or not seen.text[begin:cut].strip(" ,")
            or (match["joining"] and _parts_nothing(seen, begin, match))
        ):
            continue
        pieces.append(Span(begin, cut))
        begin = cut
    pieces.append(Span(begin, seen.span.end))
    return pieces


def _parts_nothing(seen: Sight, begin: int, match: re.Match[str]) -> bool:
    """Return whether a joining word begins no clause; ``and`` begins one only after a verb: ``A and B were`` is one
    subject.
    """
    if 0 <= seen.time.start - match.end() <= 5 or not _verb_follows(seen, match.end()):
        return True
    if match["joining"].strip().casefold() not in ("and", "or"):
        return False
    return not any(verb.finite for verb in seen.verbs_in(Span(begin, match.start())))


def _verb_follows(seen: Sight, at: int) -> bool:
    """Return whether a verb comes soon after a joining word, before the next mark: ``and merged``, not ``and Qu``."""
    following = seen.verbs_in(Span(at, min(seen.span.end, at + _REACH)))
    if not following:
        return False
    between = seen.text[at : following[0].start]
    before = [match[0].casefold() for match in WORD.finditer(between)]
    return len(before) <= _WORDS_BEFORE_VERB and not _MARK.search(between) and _LIMITS.isdisjoint(before[1:])


def begins(text: str, piece: Span) -> str:
    """Return the first word of a piece in lower case."""
    match = WORD.search(text, piece.start, piece.end)
    return match[0].casefold() if match else ""
