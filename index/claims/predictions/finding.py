"""Find predictions and stances in the sentences in which an article speaks itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from index.claims.building import article_sentences, make_claim
from index.claims.predictions.places import Place, pattern
from index.claims.predictions.present import asks_of_present
from index.claims.predictions.rules import HEADLINE, QUESTION, RULES, CueRule, Negation, Stance
from index.claims.predictions.subjects import subject_of
from index.english import rows
from index.records import Document, Prediction, Sentence, Span, Step, ZoneKind

_CLAUSE = re.compile(
    r"(?P<link>;\s(?:(?:but|and|yet)\s)?|(?:,\s|\s?[—–]\s?)(?:but|and|yet)\s)|,\s(?:while|although|though|whereas)\s"
)
_LEADING = re.compile(r"^[“\"‘']?(?:While|Although|Though|Whereas)\s")
_MONTH = re.compile(r"\s*(?:\d|,|and\b|[A-Z]\w+\s\d|by-|election|\.)")
_HEDGES = pattern(r"\b<hedges>\b")
_NOT_BEHIND = pattern(
    r"^(?:n['’]t"
    r"| [“\"‘']?<negative-adverbs>\b"
    r"| \w+ (?:not|hardly|never)\b"
    r"| [“\"‘']?(?:be|have|bring|leave|make|get|see|find) [“\"‘']?"
    r"(?:no(?! (?:fewer|less|more)\b)|nothing|nobody|none)\b)"
)
"""What, right behind "will" or "would", makes a prediction one of what does not happen."""
_NOT_INSIDE = re.compile(r"(?:n['’]t|\b(?:not|never))\b")
_NOT_BEFORE = re.compile(r"(?:n['’]t|\b(?:not|no longer))\s$")
_NO_SUBJECT = re.compile(r"\b(?:no|none|neither|nobody|nothing|few|little)\b[^,;]{0,40}$", re.IGNORECASE)
"""A subject that makes the prediction negative, as in "no aid will come"."""
_HEADLINE = pattern(
    r"^(?!<headlines-of-advice>\b)(?:[^\s?!.:,]+ ){0,9}?(?:(?=[A-Z\d‘“'\"])[^\s?!.:,]+[’']?|<ordered-to>) "
    r"(?P<cue>to|To|TO) (?P<verb>be \w+|[a-z]{3,}|(?<=To )[A-Z][a-z]{2,}|(?<=TO )[A-Z]{2,})\b"
)
"""A headline's infinitive, as in "Ford to close two plants", which stands for "is to close"."""
_QUESTION = pattern(
    r"^[“\"‘']?(?:<openers-of-questions>,? )?"
    r"(?:(?P<modal><modals-of-questions>(?:n['’]t)?) (?!you\b|I\b)"
    r"|(?P<other>[Ii]s|[Aa]re|[Dd]o|[Dd]oes) (?!you\b|I\b)(?=[^?]*\b<ability-in-questions>))"
    r"[^?]{2,200}?\?[”\"’']?$"
)
"""A question of yes or no about what is to come, as in "Will it last?"."""
_LONGEST = 1500
"""Sentences longer than this (characters) are lists or tables run together; only their beginning is read."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one rule: patterns of its cues, and of what refuses them right before or behind."""

    rule: str
    cues: tuple[str, ...]
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()


class _Words(NamedTuple):
    """The compiled words of one rule."""

    cues: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


class _Cue(NamedTuple):
    """A cue in a sentence's words: its rule, its place, and the stance it gives there."""

    rule: CueRule
    start: int
    end: int
    stance: Stance


def find_predictions(document: Document) -> list[Prediction]:
    """Return the predictions and stances of the article's own zones, in order.

    Each sentence gives one claim, or one for each of two clauses that both hold a prediction. ``surface`` is the
    sentence or that clause; ``cue`` the words that gave it away; ``hedges`` what weakens it. The time is linear in the
    text's length.
    """
    return [claim for sentence in article_sentences(document) for claim in _sentence_claims(document, sentence)]


def _sentence_claims(document: Document, sentence: Sentence) -> Iterator[Prediction]:
    start = sentence.span.start
    text = document.text[start : min(sentence.span.end, start + _LONGEST)].replace("\n", " ")
    heading = sentence.zone in {ZoneKind.TITLE, ZoneKind.HEADING}
    cues = _question(text) or [
        *_cues(text, year=_year(document), heading=heading),
        *(_headline(text) if heading else ()),
    ]
    for left, right, cue in _clauses(text, cues):
        yield make_claim(
            document,
            sentence,
            _trimmed(document.text, start + left, sentence.span.end if right == len(text) else start + right),
            Prediction,
            cue.rule.id,
            derivation=(Step(cue.rule.id, Span(start + cue.start, start + cue.end)),),
            stance=cue.stance.value,
            cue=text[cue.start : cue.end],
            hedges=_hedges(text[left:right]),
            subject=None if cue.rule.of_time else subject_of(text, cue.start, cue.end, left),
        )


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without white space and commas at its ends."""
    words = text[start:end]
    return Span(
        start + len(words) - len(words.lstrip(" \t\n\r,;—–")), end - (len(words) - len(words.rstrip(" \t\n\r,;—–")))
    )


def _hedges(text: str) -> tuple[str, ...]:
    """Return the hedging words of the clause, each once, in order."""
    return tuple(dict.fromkeys(" ".join(match[0].split()) for match in _HEDGES.finditer(text)))


def _question(text: str) -> list[_Cue]:
    """Return the cue of a sentence that asks whether something is to come."""
    if not text.rstrip("”\"’' ").endswith("?"):
        return []
    match = _QUESTION.match(text)
    if match is None or asks_of_present(text):
        return []
    start, end = match.span("modal" if match["modal"] else "other")
    return [_Cue(QUESTION, start, end, QUESTION.stance)]


def _headline(text: str) -> Iterator[_Cue]:
    """Yield the infinitive by which a headline speaks of the future."""
    match = _HEADLINE.match(text)
    if match:
        yield _Cue(HEADLINE, match.start("cue"), match.end("verb"), HEADLINE.stance)


def _year(document: Document) -> int | None:
    """Return the year in which the article appeared, where it is known."""
    published = (document.metadata.published or "")[:4]
    return int(published) if published.isdecimal() else None


@cache
def _words() -> tuple[_Words, ...]:
    """Return the words of each rule, in the order of the rules."""
    listed = {row.rule: row for row in rows("prediction-cues", Cues, unique="rule")}
    return tuple(_compiled(listed[rule.id]) for rule in RULES)


def _compiled(cues: Cues) -> _Words:
    before, after = "|".join(cues.unless_before), "|".join(cues.unless_after)
    return _Words(
        "|".join(cues.cues),
        pattern(rf"(?:\b|(?=n['’]t))(?:{before})\s*$", re.IGNORECASE) if before else None,
        pattern(rf"[”\"’]?\s*(?:{after})") if after else None,
    )


@cache
def _cue_pattern() -> re.Pattern[str]:
    """Return one pattern of all rules' cues, each in a group of its own; made on first use, for it takes a while."""
    groups = "|".join(f"(?P<r{place}>{words.cues})" for place, words in enumerate(_words()))
    return pattern(rf"(?:\b|(?=['’]))(?:{groups})(?!\w)")


def _cues(text: str, *, year: int | None, heading: bool) -> Iterator[_Cue]:
    """Yield the cues that no rule refuses where they stand; ``year`` is the article's."""
    small = text.lower()
    if len(small) != len(text):  # a few letters grow when made small; then their case stays, so that places hold
        small = text
    for match in _cue_pattern().finditer(small):
        number = int((match.lastgroup or "r0")[1:])
        rule, words, place = RULES[number], _words()[number], Place(text, *match.span())
        if words.before and words.before.search(place.before):
            continue
        if words.after and words.after.match(place.after):
            continue
        if _is_name(place) or any(refused(place) for refused in rule.refused):
            continue
        if place.cue.endswith(" to") and place.after[1:2].isupper() and not heading:
            continue  # "going to Paris"
        if rule.in_coming_year and (year is None or int(place.cue[-4:]) <= year):
            continue
        yield _Cue(rule, place.start, place.end, _stance(rule, place))


def _is_name(place: Place) -> bool:
    """Return whether "Will" or "May" is a person or a month: capitals inside a sentence, or a date behind it."""
    word = place.cue.partition(" ")[0]
    if word == "May":
        return place.start > 2 or _MONTH.match(place.after) is not None
    return word == "Will" and (place.start > 2 or place.after[:2].strip()[:1].isupper())


def _stance(rule: CueRule, place: Place) -> Stance:
    """Return the stance of a cue: that of its rule, unless it is negated."""
    if rule.negated is Negation.BEHIND:
        negative = _NOT_BEHIND.match(place.after) or _NOT_INSIDE.search(place.cue) or _NO_SUBJECT.search(place.before)
        return Stance.UNLIKELY if negative else rule.stance
    if rule.negated is Negation.BEFORE and _NOT_BEFORE.search(place.before):
        return Stance.UNLIKELY
    return rule.stance


def _clauses(text: str, cues: list[_Cue]) -> Iterator[tuple[int, int, _Cue]]:
    """Yield the clauses that hold a prediction, each with its heaviest cue; else the whole sentence."""
    strong = [cue for cue in cues if cue.stance is not Stance.JUDGED or len(cues) == 1]
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
