"""Find predictions and stances in the sentences in which an article speaks itself."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from index.claims.building import article_sentences, make_claim
from index.claims.predictions.present import asks_of_present, looks_back
from index.claims.predictions.rules import (
    COMING_YEAR,
    HEADLINE_INFINITIVE,
    HEDGES,
    JUDGED,
    LIKELY,
    NEGATED_SUBJECT,
    NEGATION,
    QUESTION,
    REPORT,
    RULES,
    UNCERTAIN,
    UNLIKELY,
    Rule,
)
from index.claims.predictions.speakers import promiser, stated_speaker
from index.claims.predictions.subjects import subject_of
from index.records import (
    Document,
    Prediction,
    Sentence,
    Span,
    ZoneKind,
)

_CLAUSE = re.compile(
    r"(?P<link>;\s(?:(?:but|and|yet)\s)?|(?:,\s|\s?[—–]\s?)(?:but|and|yet)\s)|,\s(?:while|although|though|whereas)\s"
)
_LEADING = re.compile(r"^[“\"‘']?(?:While|Although|Though|Whereas)\s")
_MONTH = re.compile(r"\s*(?:\d|,|and\b|[A-Z]\w+\s\d|by-|election|\.)")
_PASSIVE = re.compile(
    r"would\s(?:not\s|also\s)?(?:be(?:\s\w+ed|come)?|become|remain|take|receive|begin|start|close|open)\b"
)
_TIME_CLAUSE = re.compile(r"[“\"‘']?(?:When|After|Before|Until|As|Once)\s")
_HABIT = re.compile(r"\b(?:[Ww]henever|[Ee]very\stime|used\sto)\b")
_LOOK_BACK = 60
"""How many characters before a cue a rule looks at."""
_LONGEST = 1500
"""Sentences longer than this (characters) are lists or tables run together; only their beginning is read."""


class _Cue(NamedTuple):
    """A cue in a sentence's words: its rule, its place, and the stance it gives there."""

    rule: Rule
    start: int
    end: int
    stance: str


def find_predictions(document: Document) -> list[Prediction]:
    """Return the predictions and stances of the article's own zones, in order.

    Each sentence gives one claim, or one for each of two clauses that both hold a prediction. ``surface`` is the
    sentence or that clause; ``cue`` the words that gave it away; ``hedges`` what weakens it; ``speaker`` is filled
    where the sentence names one and is None for the author's own voice. The time is linear in the text's length.
    """
    return [claim for sentence in article_sentences(document) for claim in _sentence_claims(document, sentence)]


def _sentence_claims(document: Document, sentence: Sentence) -> Iterator[Prediction]:
    start = sentence.span.start
    text = document.text[start : min(sentence.span.end, start + _LONGEST)].replace("\n", " ")
    small = text.lower()
    if len(small) != len(text):  # a few letters grow when made small; then their case stays, so that places hold
        small = text
    heading = sentence.zone in {ZoneKind.TITLE, ZoneKind.HEADING}
    cues = _question(text) or [
        *_cues(text, small, year=_year(document), heading=heading),
        *(_headline(text) if heading else ()),
    ]
    for left, right, cue in _clauses(text, cues):
        span = _trimmed(document.text, start + left, sentence.span.end if right == len(text) else start + right)
        words = text[cue.start : cue.end]
        about = None if cue.rule.name.startswith("coming") else subject_of(text, cue.start, cue.end, left)
        speaker = stated_speaker(text, cue.start) or promiser(words, about)
        yield make_claim(
            document,
            sentence,
            span,
            Prediction,
            cue.rule.name,
            stance=cue.stance,
            cue=words,
            hedges=_hedges(text[left:right]),
            subject=about,
            speaker=speaker,
            speaker_how="stated" if speaker else None,
        )


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without white space and commas at its ends."""
    words = text[start:end]
    return Span(
        start + len(words) - len(words.lstrip(" \t\n\r,;—–")), end - (len(words) - len(words.rstrip(" \t\n\r,;—–")))
    )


def _hedges(text: str) -> tuple[str, ...]:
    """Return the hedging words of the clause, each once, in order."""
    return tuple(dict.fromkeys(" ".join(match[0].split()) for match in HEDGES.finditer(text)))


def _question(text: str) -> list[_Cue]:
    """Return the cue of a sentence that asks whether something is to come."""
    if not text.rstrip("”\"’' ").endswith("?"):
        return []
    match = QUESTION.match(text)
    if match is None or asks_of_present(text):
        return []
    start, end = match.span("modal" if match["modal"] else "other")
    return [_Cue(_QUESTION_RULE, start, end, UNCERTAIN)]


_QUESTION_RULE = Rule("question", UNCERTAIN, 9, "")
_HEADLINE_RULE = Rule("headline infinitive", LIKELY, 4, "")


def _headline(text: str) -> Iterator[_Cue]:
    """Yield the infinitive by which a headline speaks of the future."""
    match = HEADLINE_INFINITIVE.match(text)
    if match:
        yield _Cue(_HEADLINE_RULE, match.start("cue"), match.end("verb"), LIKELY)


def _year(document: Document) -> int | None:
    """Return the year in which the article appeared, where it is known."""
    published = (document.metadata.published or "")[:4]
    return int(published) if published.isdecimal() else None


@cache
def _cue_pattern() -> re.Pattern[str]:
    """Return one pattern of all rules' cues, each in a group of its own; made on first use, for it takes a while."""
    groups = "|".join(f"(?P<r{place}>{rule.cue})" for place, rule in enumerate(RULES))
    return re.compile(rf"(?:\b|(?=['’]))(?:{groups})(?!\w)", re.VERBOSE)


def _cues(text: str, small: str, *, year: int | None, heading: bool) -> Iterator[_Cue]:
    """Yield the cues that no rule refuses where they stand; ``year`` is the article's."""
    for match in _cue_pattern().finditer(small):
        cue = text[match.start() : match.end()]
        rule = RULES[int((match.lastgroup or "r0")[1:])]
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        after = text[match.end() : match.end() + _LOOK_BACK]
        if rule.before and rule.before.search(before):
            continue
        if rule.after and rule.after.match(after):
            continue
        if _is_name(cue, match.start(), after) or not _holds(rule, cue, before, text, match.start()):
            continue
        if cue.endswith(" to") and after[1:2].isupper() and not heading:
            continue  # "going to Paris"
        if looks_back(rule, text, match.start(), match.end(), before):
            continue
        if rule.name == COMING_YEAR and (year is None or int(cue[-4:]) <= year):
            continue
        yield _Cue(rule, match.start(), match.end(), _stance(rule, cue, before, after))


def _is_name(cue: str, start: int, after: str) -> bool:
    """Whether "Will" or "May" is a person or a month: capital letters inside a sentence, or a date behind it."""
    word = cue.partition(" ")[0]
    if word == "May":
        return start > 2 or _MONTH.match(after) is not None
    return word == "Will" and (start > 2 or after[:2].strip()[:1].isupper())


def _holds(rule: Rule, cue: str, before: str, text: str, start: int) -> bool:
    """Whether what a rule asks of the whole sentence is there: "would" needs a report or a condition around it."""
    if rule.name == "reported future" or cue == "wanted to":
        if (_TIME_CLAUSE.match(text) and "," not in text[:start]) or _HABIT.search(text):
            return False
        return REPORT.search(text) is not None or _PASSIVE.match(text, start) is not None
    if rule.name == "recommended" and start <= 2:
        return not cue.startswith("Should")  # "Should it rain, …" is a condition
    if rule.name == "modal" and cue.lower().startswith("could"):
        return not (re.search(r"\bnot\b", cue) or re.search(r"\b(?:used|tried|struggled)\b", before))
    return True


def _stance(rule: Rule, cue: str, before: str, after: str) -> str:
    """Return the stance of a cue: that of its rule, unless it is negated."""
    negative = NEGATION.match(after) or re.search(r"(?:n['’]t|\b(?:not|never))\b", cue)
    if rule.name in {"future", "reported future"}:
        return UNLIKELY if negative or NEGATED_SUBJECT.search(before) else LIKELY
    if rule.name in {"likelihood", "expectation", "intention"} and re.search(
        r"(?:n['’]t|\b(?:not|no longer))\s$", before
    ):
        return UNLIKELY
    return rule.stance


def _clauses(text: str, cues: list[_Cue]) -> Iterator[tuple[int, int, _Cue]]:
    """Yield the clauses that hold a prediction, each with its heaviest cue; else the whole sentence."""
    strong = [cue for cue in cues if cue.stance != JUDGED or len(cues) == 1]
    if not strong:
        strong = cues
    if not strong:
        return
    cut = _cut(text, strong)
    if cut is None:
        yield 0, len(text), _heaviest(strong)
        return
    yield 0, cut, _heaviest([cue for cue in strong if cue.start < cut])
    yield cut, len(text), _heaviest([cue for cue in strong if cue.start >= cut])


def _cut(text: str, cues: list[_Cue]) -> int | None:
    """Return where the sentence parts into two clauses that predict different things, if it does."""
    places = [match.end() if match["link"] else match.start() for match in _CLAUSE.finditer(text)]
    if _LEADING.match(text):
        places.extend(match.start() for match in re.finditer(r",\s(?=\w+\s\w+)", text))
    for place in sorted(places):
        left = [cue for cue in cues if cue.end <= place]
        right = [cue for cue in cues if cue.start > place]
        if left and right and _heaviest(left).stance != _heaviest(right).stance:
            return place
    return None


def _heaviest(cues: list[_Cue]) -> _Cue:
    """Return the cue of the most weight, the first of several."""
    return max(cues, key=lambda cue: cue.rule.weight)
