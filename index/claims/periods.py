"""The time that a figure holds for: "in January", "third-quarter", "a year earlier".

A time that is part of what is measured ("third-quarter profit") holds for it; else the nearest one of its clause, else
the one that opens its sentence. What the figure is compared with ("up from 5 million a year earlier") has a time of
its own: neither side takes that of the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.annotation import AnnotatedSentence
from index.claims.events import times_of, when_of
from index.claims.phrasing import Measured, is_time
from index.english import words
from index.language import TIME_UNITS
from index.records import Document, Figure, Precision, Span, When

_BASELINE = re.compile(
    r"\b(?:(?:up|down|rise|increase|drop|decline)?\s*from|compared\s(?:with|to)|than|versus|vs\.?|against)\s",
    re.IGNORECASE,
)
_NOT_THE_PERIOD = re.compile(
    r"\b(?:after|before|until|till|born|founded|established|launched)\s(?:in\s|on\s|the\s|its\s|a\s)*$", re.IGNORECASE
)
_BREAKS = re.compile(r"[;:—]|\bwhile\b|\bbut\b|\balthough\b|\bwhereas\b")


@dataclass(frozen=True, slots=True)
class _Time:
    span: Span
    when: When
    part: int
    """Which part of the sentence it stands in; parts end at breaks and where a comparison begins."""


class Periods:
    """Finds the times that the figures of one document hold for."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.times = times_of(document)

    def of(
        self, sentence: AnnotatedSentence, figures: Sequence[Figure], measured: Sequence[Measured]
    ) -> list[When | None]:
        """Return for each figure of a sentence the time it holds for, or None.

        Spans of time and ages have none: what stands beside them dates the happening, not the length.
        """
        cuts = self._cuts(sentence.span, figures[0].span.end if figures else sentence.span.end)
        times = [
            _Time(span, when, self._part(cuts, span.start))
            for span, when in self._times(sentence, figures)
            if not _NOT_THE_PERIOD.search(self.text, max(sentence.span.start, span.start - 24), span.start)
        ]
        happenings = [_Time(span, _undated(self.text, span), 0) for span in self._happenings(sentence)]
        found: list[When | None] = []
        for place, (figure, about) in enumerate(zip(figures, measured, strict=True)):
            term = self._term(figure, figures[place + 1 : place + 2])
            if term is not None or figure.quantity.unit in TIME_UNITS:
                found.append(term)
                continue
            chosen = self._chosen(sentence, figure, about, times, cuts) if times else None
            found.append(chosen or self._beside(sentence, figure, happenings))
        return found

    def _term(self, figure: Figure, following: Sequence[Figure]) -> When | None:
        """Return the length that a rate right before it is for: "8.5% 30 days"."""
        for length in following:
            close = not self.text[figure.span.end : length.span.start].strip(" ")
            if close and figure.quantity.unit == "percent" and length.quantity.unit in TIME_UNITS:
                return _undated(self.text, length.span)
        return None

    @staticmethod
    def _happenings(sentence: AnnotatedSentence) -> Iterator[Span]:
        """Yield the phrases that say before, during or after what: "after the merger"."""
        for phrase in sentence.phrases:
            before = sentence.tokens[phrase.first - 1] if phrase.first else None
            if before is not None and before.form in _SEQUENCE and phrase.number is None and phrase.determiner != "all":
                yield Span(before.start, phrase.span.end)

    @staticmethod
    def _beside(sentence: AnnotatedSentence, figure: Figure, happenings: Sequence[_Time]) -> When | None:
        """Return the happening that the figure's clause, or the opening of its sentence, tells the time by."""
        clause = sentence.clause_at(figure.span.start)
        own = [one for one in happenings if sentence.clause_at(one.span.start) is clause]
        opening = [one for one in happenings if one.span.start == sentence.span.start]
        return (own or opening)[0].when if own or opening else None

    def _chosen(
        self, sentence: AnnotatedSentence, figure: Figure, about: Measured, times: Sequence[_Time],
        cuts: Sequence[tuple[int, bool]],
    ) -> When | None:  # fmt: skip
        part = self._part(cuts, figure.span.start)
        compared = part > 0 and cuts[part - 1][1]
        same = [time for time in times if time.part == part]
        plain = [time for time in times if not (time.part > 0 and cuts[time.part - 1][1])]
        if about.subject_span is not None and not compared:
            inside = [time for time in plain if self._is_part_of(time, about.subject_span)]
            if inside:
                return inside[0].when
        nearest = self._nearest(figure, same)
        if nearest is not None or compared:
            return nearest.when if nearest is not None else None
        clause = sentence.clause_at(figure.span.start)
        own = [time for time in plain if sentence.clause_at(time.span.start) is clause]
        opening = [time for time in plain if time.span.start < figure.span.start]
        chosen = self._nearest(figure, own) or (opening[0] if opening else None)
        return chosen.when if chosen is not None else None

    def _is_part_of(self, time: _Time, subject: Span) -> bool:
        """Return whether a time stands in or right beside what is measured: "last year's profit", "profit in May"."""
        if time.span.start < subject.end and subject.start < time.span.end:
            return True
        between = (
            self.text[time.span.end : subject.start] if time.span.end <= subject.start
            else self.text[subject.end : time.span.start]
        )  # fmt: skip
        return len(between) <= 14 and not any(character.isdigit() or character in ",;:." for character in between)

    @staticmethod
    def _nearest(figure: Figure, times: Sequence[_Time]) -> _Time | None:
        """Return the time nearest to a figure; one behind it is nearer than one before it."""

        def distance(time: _Time) -> int:
            if time.span.start >= figure.span.end:
                return time.span.start - figure.span.end
            return 2 * (figure.span.start - time.span.end) + 4

        return min(times, key=distance, default=None)

    def _cuts(self, span: Span, first: int) -> list[tuple[int, bool]]:
        """Return where the sentence's parts begin after the first, and whether each is what others compare with.

        Nothing is compared with what stands before the end of the first figure, at ``first``.
        """
        found = [(match.start(), True) for match in _BASELINE.finditer(self.text, first, span.end)]
        found += [(match.start(), False) for match in _BREAKS.finditer(self.text, *span)]
        return sorted(found)

    @staticmethod
    def _part(cuts: Sequence[tuple[int, bool]], offset: int) -> int:
        return sum(start <= offset for start, _ in cuts)

    def _times(self, sentence: AnnotatedSentence, figures: Sequence[Figure]) -> Iterator[tuple[Span, When]]:
        """Yield the times of a sentence: those that can be dated, and phrases that name a time without a date."""
        phrases = list(self._phrases(sentence))
        taken = [figure.span for figure in figures if figure.quantity.unit not in TIME_UNITS]
        for time in self.times.within(sentence.span):
            part = any(span.start < time.span.start and time.span.end <= span.end for span in phrases)
            if time.dated and not part:
                taken.append(time.span)
                yield time.span, when_of(time.raw, time)
        for span in phrases:
            if not any(span.start < other.end and other.start < span.end for other in taken):
                yield span, _undated(self.text, span)

    @staticmethod
    def _phrases(sentence: AnnotatedSentence) -> Iterator[Span]:
        """Yield the phrases and compounds that name a time: "the fiscal year", "third-quarter"."""
        for phrase in sentence.phrases:
            if is_time(phrase) and (phrase.number is None or phrase.determiner is not None):
                preposition, inner = phrase.attached[0] if phrase.attached else ("", phrase)
                yield Span(phrase.span.start, inner.span.end) if preposition == "of" and is_time(inner) else phrase.span
        nouns = words("nouns-of-time")
        for place, token in enumerate(sentence.tokens):
            if token.form in {"half", "quarter"} and sentence.tokens[max(place - 1, 0)].word_class == "J":
                yield Span(sentence.tokens[place - 1].start, token.end)
            first, _, last = token.form.partition("-")
            if last and (last in nouns or (first in nouns and last in _AGO)):
                yield token.span


_AGO = frozenset({"ago", "earlier", "before"})
_SEQUENCE = frozenset({"after", "before", "during", "since", "following"})


def _undated(text: str, span: Span) -> When:
    return When(" ".join(text[slice(*span)].split()), None, None, Precision.PERIOD)
