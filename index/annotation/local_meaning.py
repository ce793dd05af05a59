"""Stretches that are meant in another way than their clause: "63, not 36, were hurt", "fears of 300 job losses"."""

from collections.abc import Sequence

from index.annotation.lexicon import kinds
from index.annotation.negation import NEGATIVE, NO, Sentence, classes_of_verb, has_content, negates, negations
from index.annotation.records import Meaning, NounPhrase, Token
from index.english import classes
from index.records import Meant, Span


def local_meanings(sentence: Sentence, phrases: Sequence[NounPhrase]) -> list[tuple[Span, Meaning]]:
    """Return the noun phrases that are meant in another way than their clause: "without casualties", "not 36"."""
    found = [*_without(sentence.tokens, phrases), *_of_nouns(phrases)]
    for number, draft in enumerate(sentence.drafts):
        if draft.group is None or draft.object is None or draft.group.passive:
            continue
        kind, _, reaches = classes_of_verb(draft.group.head).partition("+")
        if reaches != "object":
            continue
        meant = Meant(kind)
        if meant is Meant.DENIED and draft.object.head.form not in classes("meaning-nouns"):
            continue  # "rejected 63 applications"
        if meant is Meant.NEGATED and has_content(sentence, number):
            continue  # "prevented 63 people from leaving"
        negated = bool(negations(sentence, number))
        if not (negated and meant in NEGATIVE):
            by = draft.subject.span if draft.subject else None
            meaning = Meaning(Meant.NEGATED if negated else meant, draft.group.head.span, by)
            found.append((draft.object.whole, meaning))
    return found


def _without(tokens: Sequence[Token], phrases: Sequence[NounPhrase]) -> list[tuple[Span, Meaning]]:
    """Return the phrases behind "without", and those set against another: "63, not 36"."""
    found = []
    for phrase in phrases:
        before = tokens[phrase.first - 1] if phrase.first else None
        if before is not None and before.form in kinds("meaning-words", "instead"):
            found.append((phrase.span, Meaning(Meant.NEGATED, before.span)))
            continue
        opening = tokens[phrase.first]
        cue = opening if opening.form == "not" else before
        place = phrase.first - (cue is before)
        if cue is None or cue.form != "not" or place < 1 or tokens[place - 1].word_class not in ",c:":
            continue
        if negates(tokens, cue):
            found.append((phrase.span, Meaning(Meant.NEGATED, cue.span)))
    return found


def _of_nouns(phrases: Sequence[NounPhrase]) -> list[tuple[Span, Meaning]]:
    """Return what nouns say of the phrases attached to them: "fears of 300 job losses", "plans for 40 homes"."""
    found = []
    for phrase in phrases:
        meant = classes("meaning-nouns").get(phrase.head.form, "")
        if not phrase.attached or meant not in _MEANT or phrase.determiner in NO:
            continue
        preposition, inner = phrase.attached[0]
        if preposition == ("for" if meant == "planned" else "of"):
            found.append((Span(inner.span.start, phrase.whole.end), Meaning(Meant(meant), phrase.head.span)))
    return found


_MEANT = frozenset(Meant)
