"""Dated events as claims: every dated time in the article's own words, and what happened then."""

import re
from dataclasses import replace
from datetime import date, timedelta

from index.annotation import Annotation, annotate
from index.claims.building import article_sentences, make_claim
from index.claims.events import clause_rules
from index.claims.events.clause_rules import BoundRule
from index.claims.events.clauses import Happening, happening, head_noun_after
from index.claims.events.document_times import times_of
from index.claims.events.expressions import TimeExpression, TimeKind
from index.claims.events.tenses import tense_at
from index.english import words as word_list
from index.records import (
    Document,
    Event,
    Precision,
    Sentence,
    Span,
    Step,
    When,
)

_BOUND_BEFORE = re.compile(r"\b(since|after|before)[ \xa0](?:the[ \xa0])?$", re.IGNORECASE)
_NO_HAPPENINGS = word_list("no-happenings")
_NEARLY_BEFORE = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(word_list('time-approximators'), key=len, reverse=True))})[ \xa0])+$", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"(?:©|\bcopyright|\(c\))[\s©]*$", re.IGNORECASE)
_POSTED = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]*[ \xa0]){0,4}\(?@\w{1,40}\)?)[\s,·•|–—-]*$")
"""The account behind which a post on a network bears its date."""
_THE_BEFORE = re.compile(r"\bthe[ \xa0]$", re.IGNORECASE)
_PLACES_IN_TIME = frozenset({TimeKind.DATE, TimeKind.TIME, TimeKind.DURATION, TimeKind.RELATION})
_DIRECTION = re.compile(r"\s+(?:before|after|prior)\b", re.IGNORECASE)


def find_events(document: Document) -> list[Event]:
    """Return the dated events of ``document`` in order of place.

    Each has ``when`` (ISO dates; open where the article's date is not known and its text does not tell), ``subject``
    (what happened, in the sentence's words) and ``cue`` (the verb, where one was found). The span is that of the time,
    with a ``since``, ``after`` or ``before`` that opens one of its ends. Lengths of time, rhythms and words such as
    ``now`` are no events, nor is a comparison's base (``the same period last year``).
    """
    read, times = annotate(document), times_of(document)
    made = (
        _event(document, sentence, read, time)
        for sentence in article_sentences(document)
        for time in times.within(sentence.span)
        if time.kind in _PLACES_IN_TIME
    )
    return [claim for claim in made if claim is not None]


def _event(document: Document, sentence: Sentence, read: Annotation, time: TimeExpression) -> Event | None:
    text = document.text
    time = _with_direction(text, time)
    if not _dates_something(text, sentence.span, time):
        return None
    annotated = read.sentence_at(sentence.span.start)
    told = _posted(text, time) or (happening(text, annotated, time.span) if annotated else None)
    if told is None:
        return None
    bound = _bound_before(text, sentence.span, time) if told.rule.takes_bounds else None
    span = _with_nearness(text, sentence.span, Span(bound[1].start, time.span.end) if bound else time.span)
    steps = [Step(time.rule.id, time.span), Step(told.rule.id, told.span)]
    if bound:
        steps.insert(1, Step(bound[0].id, bound[1]))
    return make_claim(
        document,
        sentence,
        span,
        Event,
        time.rule.id,
        when=when_of(document.slice(span), time, bound[0] if bound else None),
        subject=told.words,
        cue=told.cue,
        derivation=tuple(steps),
    )


def _with_nearness(text: str, sentence: Span, span: Span) -> Span:
    """Return the words of a time with those before it that say how near it is meant: "about", "shortly" after."""
    match = _NEARLY_BEFORE.search(text, max(sentence.start, span.start - 30), span.start)
    return Span(match.start(), span.end) if match else span


def _posted(text: str, time: TimeExpression) -> Happening | None:
    """Return the post that a date stands behind, with the account it is of."""
    post = _POSTED.search(text, max(0, time.span.start - 80), time.span.start) if time.given else None
    return Happening(f"post by {post['name']}", None, clause_rules.POST, Span(*post.span("name"))) if post else None


def _bound_before(text: str, sentence: Span, time: TimeExpression) -> tuple[BoundRule, Span] | None:
    """Return the rule of a ``since``, ``after`` or ``before`` straight before a time, with the word's place.

    ``by`` and ``until`` leave the date as it is: it is the day a state is observed, or ends.
    """
    match = _BOUND_BEFORE.search(text, max(sentence.start, time.span.start - 12), time.span.start)
    if match is None or time.kind is TimeKind.DURATION:
        return None
    return clause_rules.BOUNDS[match[1].casefold()], Span(*match.span(1))


def bound_of(words: str) -> BoundRule | None:
    """Return the rule of the word that opens an end of a time, among the words of a claim before the time."""
    return next((rule for word in words.casefold().split() if (rule := clause_rules.BOUNDS.get(word))), None)


def when_of(raw: str, time: TimeExpression, bound: BoundRule | None = None) -> When:
    """Return the time of a claim; a word before it may open one of its ends, and leave out the time itself.

    Of a time of day the day stays: "after 5 p.m. on 4 May" is still 4 May.
    """
    if bound is None:
        return When(raw, time.start, time.end, time.precision, time.start_time, time.end_time, time.inferred)
    if time.kind is TimeKind.TIME:
        clock = time.start_time is not None
        start = None if bound.opens_start and not clock else time.start
        end = None if bound.opens_end and not (bound.excludes and clock) else time.end
        first = None if bound.opens_start else time.start_time
        last = None if bound.opens_end else time.end_time
        return When(raw, start, end, time.precision, first, last, time.inferred)
    start = None if bound.opens_start else _next_day(time.end, 1) if bound.excludes else time.start
    end = None if bound.opens_end else _next_day(time.start, -1) if bound.excludes else time.end
    return When(raw, start, end, time.precision, inferred=time.inferred)


def _with_direction(text: str, time: TimeExpression) -> TimeExpression:
    """Return ``two days`` as ``two days after``, where that is what the sentence says and an event follows."""
    match = _DIRECTION.match(text, time.span.end) if time.rule.from_event else None
    if match is None:
        return time
    span = Span(time.span.start, match.end())
    return replace(time, span=span, raw=text[span.start : span.end])


def _dates_something(text: str, sentence: Span, time: TimeExpression) -> bool:
    """Return whether the time dates an event: it names a place in time, and is not a comparison's base or a name's
    part.
    """
    if not time.dated or time.span.end > sentence.end:
        return False
    if time.raw.casefold() == "today":
        tense = tense_at(text, *time.span)
        if not (tense.is_past or tense.is_future) or text[time.span.end : time.span.end + 1] in ("'", "’"):
            return False
    resolved = time.start is not None or time.end is not None or time.start_time is not None
    before = text[max(sentence.start, time.span.start - 24) : time.span.start]
    if _COPYRIGHT.search(before):
        return False
    if not resolved and time.rule.from_date and _THE_BEFORE.search(before):
        return False
    if not resolved and time.rule.stretch and not re.search(r"\b(?:past|last)\b", time.raw, re.IGNORECASE):
        return False
    return not (
        time.precision in (Precision.YEAR, Precision.PERIOD)
        and any(word in _NO_HAPPENINGS for word in head_noun_after(text, sentence, time.span))
        and not re.search(r"\b(?:in|since|by|during|from|of)[ \xa0]$", before)
    )


def _next_day(day: str | None, step: int) -> str | None:
    if day is None:
        return None
    try:
        return (date.fromisoformat(day) + timedelta(days=step)).isoformat()
    except OverflowError:
        return None
