"""The times of a document, read once and shared by all that ask for them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.claims.events.expressions import TimeContext, TimeExpression
from index.claims.events.times import find_times, stated_context
from index.records import ARTICLE_ZONES, Document, Metadata, Precision, Sentence, Span


@dataclass(frozen=True, slots=True)
class DocumentTimes:
    """The time expressions of the article itself, in order: not those of captions, boilerplate or comments."""

    times: tuple[TimeExpression, ...]
    starts: tuple[int, ...]

    def within(self, span: Span) -> tuple[TimeExpression, ...]:
        """Return the times that begin in ``span``."""
        return self.times[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def times_of(document: Document) -> DocumentTimes:
    """Return the times of ``document``, told from its date of publication; the last few are kept."""
    return _times(document.text, document.sentences, document.metadata.published)


@lru_cache(maxsize=4)
def _times(text: str, sentences: tuple[Sentence, ...], published: str | None) -> DocumentTimes:
    anchor, precision = published_day(Metadata(published=published))
    needed = anchor is None or precision is Precision.YEAR
    context = stated_context(text, precision=precision) if needed else TimeContext(precision)
    times: list[TimeExpression] = []
    for start, end in _runs(sentences):
        times += find_times(text, start, end, anchor, context)
    return DocumentTimes(tuple(times), tuple(time.span.start for time in times))


def _runs(sentences: Sequence[Sentence]) -> list[Span]:
    """Return the stretches of the article itself: a time may be told from one before it in its stretch.

    What stands between two stretches, such as a date line, is no part of what the article tells.
    """
    runs: list[Span] = []
    before = False
    for sentence in sentences:
        told = sentence.zone in ARTICLE_ZONES
        if told and before:
            runs[-1] = Span(runs[-1].start, sentence.span.end)
        elif told:
            runs.append(sentence.span)
        before = told
    return runs


def published_day(metadata: Metadata) -> tuple[date | None, Precision]:
    """Return the day to resolve times against, and how exactly it is known: to the day, the month or the year."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", metadata.published or "")
    if match is None:
        return None, Precision.DAY
    try:
        day = date(int(match[1]), int(match[2] or 7), int(match[3] or 15))
    except ValueError:
        return None, Precision.DAY
    return day, Precision.DAY if match[3] else Precision.MONTH if match[2] else Precision.YEAR
