"""Find the outcomes of a document, clause by clause."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from index.annotation import VERBS, AnnotatedSentence, Clause, Link, NounPhrase, annotate, classes_of
from index.claims.building import article_sentences, make_claim
from index.claims.events import times_of, when_of
from index.claims.outcomes.rules import DONE, NAMED, UNDERGONE, Family, by_noun, families
from index.claims.rules import Rule
from index.english import classes
from index.records import Document, Meant, Outcome, Span, Step, When

_SAID = frozenset({"reported", "denied", "told", "open", "asked"})
_VAGUE = frozenset({"a", "an", "any", "some", "no"})
_PLACES = frozenset({"of", "by", "in", "at", "on", "near", "off", "from", "outside", "inside", "into", "to", "for"})
_GAP = 40
"""Characters that may stand between a subject, its verb and its object in the words that a reader is shown."""
_SPEAKERS = frozenset({"i", "we", "you", "me", "us"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "our", "my", "both", "no"})


def find_outcomes(document: Document) -> list[Outcome]:
    """Return what the article says became of persons and things, in order.

    A clause tells an outcome where its verb is of a family of ``english/outcomes.toml`` and somebody or something
    definite does it or undergoes it. Numbers of people and things are left to the figures.
    """
    annotation = annotate(document)
    times = times_of(document)
    found: list[Outcome] = []
    for sentence in article_sentences(document):
        annotated = annotation.sentence_at(sentence.span.start)
        if annotated is None or not _has_outcome(annotated):
            continue
        for told in (*_told(annotated), *_named(annotated)):
            when = next((when_of(one.raw, one) for one in times.within(told.clause) if one.dated), None)
            fields: dict[str, str | When | None] = {
                "subject": _words(document, told.thing), "value": told.family.value, "question": told.family.question,
                "agent": _words(document, told.agent), "patient": _words(document, told.patient), "when": when,
            }  # fmt: skip
            steps = (Step(told.rule.id, told.span),)
            found.append(make_claim(document, sentence, told.span, Outcome, told.rule.id, derivation=steps, **fields))
    return found


class _Told(NamedTuple):
    """An outcome: of what it is, who did it to whom, its words, and the stretch in which its time stands."""

    rule: Rule
    family: Family
    thing: NounPhrase
    agent: NounPhrase | None
    patient: NounPhrase | None
    span: Span
    clause: Span


def _has_outcome(sentence: AnnotatedSentence) -> bool:
    """Return whether a word of the sentence may be the verb of an outcome, so that its clauses are worth reading."""
    known = _verbs()
    return any(
        token.lemma in known if token.word_class in VERBS else token.form in by_noun() for token in sentence.tokens
    )


@cache
def _verbs() -> frozenset[str]:
    """Return the lemmas of all verbs of outcomes."""
    return frozenset(key.partition(" ")[0] for key in families())


def _told(sentence: AnnotatedSentence) -> Iterator[_Told]:
    """Yield the outcomes that verbs tell."""
    for clause, family in _clauses(sentence):
        thing, span = _thing(clause, family), _surface(clause)
        if thing is not None and span is not None and not _is_remark(sentence, clause):
            patient = _patient(clause)
            rule = UNDERGONE if patient is not None else DONE
            yield _Told(rule, family, thing, clause.agent, patient, span, clause.span)


def _is_remark(sentence: AnnotatedSentence, clause: Clause) -> bool:
    """Return whether the verb is a word in brackets that points: "Kevin Love (left)"."""
    after = sentence.token_at(clause.head.start) + 1 if clause.head else 0
    return 0 < after < len(sentence.tokens) and sentence.tokens[after].text in ")]"


def _named(sentence: AnnotatedSentence) -> Iterator[_Told]:
    """Yield the outcomes that nouns name: "the resignation of the minister"."""
    for phrase in sentence.phrases:
        family = by_noun().get(phrase.head.form)
        if family is None or phrase.determiner in _VAGUE:
            continue
        thing = phrase.possessor or next((one.phrase for one in phrase.attached[:1] if one.preposition == "of"), None)
        if thing is not None and thing.number is None and _is_definite(thing):
            clause = sentence.clause_at(phrase.head.start)
            where = clause.span if clause is not None else sentence.span
            yield _Told(NAMED, family, thing, None, thing, phrase.head.span, where)


def _clauses(sentence: AnnotatedSentence) -> Iterator[tuple[Clause, Family]]:
    for number, clause in enumerate(sentence.clauses):
        family = _family(sentence, clause)
        governs = any(other.governor == number and other.link is Link.CONTENT for other in sentence.clauses)
        if family is None or governs or clause.link is Link.RELATIVE or _is_aside(clause, family):
            continue
        if _patient(clause) is None and not family.alone:
            continue
        if _is_of_something(clause, family):
            yield clause, family


def _is_aside(clause: Clause, family: Family) -> bool:
    """Return whether a verb is likelier a noun ("fire engines"), or tells no outcome ("leaving 12 dead")."""
    nominal = clause.head is not None and classes_of(clause.head.form)[0] in "ns"
    able = clause.modal == "can" and clause.meaning.meant is Meant.ASSERTED  # "both countries can agree"
    if able or (nominal and (clause.patient is None or clause.subject is None)):
        return True
    return family.doer and clause.link is Link.ADVERBIAL and clause.tense is None


def _family(sentence: AnnotatedSentence, clause: Clause) -> Family | None:
    """Return the family of a clause's verb: with the word behind it where that makes another verb of it."""
    if clause.head is None:
        return None
    known = families()
    behind = [word.form for word in clause.complement[:2]]
    if any(word.form == "not" and word not in clause.negations for word in sentence.tokens) and behind:
        behind.insert(0, f"not {behind[0]}")
    behind += [clause.object.head.form] if clause.object is not None else []
    behind += [one.preposition for one in clause.attached[:1]]
    phrase = next((known[f"{clause.lemma} {word}"] for word in behind if f"{clause.lemma} {word}" in known), None)
    return phrase or known.get(clause.lemma)


def _patient(clause: Clause) -> NounPhrase | None:
    """Return to whom or what it is done, also behind the particle of a verb: "called off the wedding".

    The noun that makes one verb with it ("take place") is none.
    """
    if clause.object is not None and f"{clause.lemma} {clause.object.head.form}" in families():
        return None
    if clause.patient is not None or not clause.attached or clause.head is None:
        return clause.patient
    particle, phrase = clause.attached[0]
    return phrase if f"{clause.lemma} {particle}" in families() else None


def _thing(clause: Clause, family: Family) -> NounPhrase | None:
    """Return of whom or what the outcome is."""
    return clause.agent or clause.subject if family.doer else _patient(clause) or clause.subject


def _is_of_something(clause: Clause, family: Family) -> bool:
    """Return whether somebody or something definite, and no number of them, does or undergoes it."""
    thing = _thing(clause, family)
    if clause.patient is not None and classes("meaning-nouns").get(clause.patient.head.form) in _SAID:
        return False  # "rejected the claim"
    if thing is None or thing.head.word_class in "CE" or thing.head.form in _SPEAKERS:
        return False
    if any(one is not None and one.number and one.determiner not in _DEFINITE for one in (thing, _patient(clause))):
        return False
    placed = any(one.phrase.head.word_class == "N" for one in (*clause.attached, *thing.attached))
    return placed or any(_is_definite(one) for one in (thing, clause.agent, _patient(clause)) if one is not None)


def _is_definite(phrase: NounPhrase) -> bool:
    named = phrase.head.word_class == "N" or any(word.word_class == "N" for word in phrase.modifiers)
    return named or phrase.possessor is not None or phrase.determiner in _DEFINITE or phrase.head.word_class == "p"


def _surface(clause: Clause) -> Span | None:
    """Return the core of a clause: from its subject, where that stands in it, to the end of its object and place."""
    if clause.verb is None or clause.head is None:
        return None
    start, end = clause.verb
    subject = clause.subject
    if subject is not None and clause.span.start <= subject.span.start < start <= subject.span.end + _GAP:
        start = subject.span.start
    for word in clause.complement[:2]:
        if word.start - end <= len(" not "):
            end = word.end
    if clause.object is not None and 0 <= clause.object.span.start - end <= _GAP:
        end = clause.object.span.end
    for preposition, phrase in clause.attached[:2]:
        near = 0 <= phrase.span.start - end <= len(preposition) + len("  ")
        if near and preposition in _PLACES and phrase.head.word_class not in "tC" and phrase.number is None:
            end = phrase.span.end
    return Span(start, end)


def _words(document: Document, phrase: NounPhrase | None) -> str | None:
    return None if phrase is None else " ".join(document.slice(phrase.span).split())
