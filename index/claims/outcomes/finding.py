"""Find the outcomes of a document, clause by clause."""

from collections.abc import Iterator
from functools import cache

from index.annotation import AnnotatedSentence, Clause, Link, NounPhrase, annotate
from index.claims.building import article_sentences, make_claim
from index.claims.events import times_of, when_of
from index.claims.outcomes.rules import DONE, UNDERGONE, Family, families
from index.english import classes
from index.records import Document, Outcome, Span, Step, When

_SAID = frozenset({"reported", "denied", "told", "open", "asked"})
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
        for clause, family in _clauses(annotated):
            thing = _thing(clause, family)
            span = _surface(clause)
            if thing is None or span is None:
                continue
            rule = UNDERGONE if clause.patient is not None else DONE
            when = next((when_of(one.raw, one) for one in times.within(clause.span) if one.dated), None)
            fields: dict[str, str | When | None] = {
                "subject": _words(document, thing), "value": family.value, "question": family.question, "when": when,
                "agent": _words(document, clause.agent), "patient": _words(document, clause.patient),
            }  # fmt: skip
            steps = (Step(rule.id, span),)
            found.append(make_claim(document, sentence, span, Outcome, rule.id, derivation=steps, **fields))
    return found


def _has_outcome(sentence: AnnotatedSentence) -> bool:
    """Return whether a word of the sentence may be the verb of an outcome, so that its clauses are worth reading."""
    known = _verbs()
    return any(token.word_class in "vzdeg" and token.lemma in known for token in sentence.tokens)


@cache
def _verbs() -> frozenset[str]:
    """Return the lemmas of all verbs of outcomes."""
    return frozenset(key.partition(" ")[0] for key in families())


def _clauses(sentence: AnnotatedSentence) -> Iterator[tuple[Clause, Family]]:
    for number, clause in enumerate(sentence.clauses):
        family = _family(sentence, clause)
        governs = any(other.governor == number and other.link is Link.CONTENT for other in sentence.clauses)
        if family is None or governs or clause.link is Link.RELATIVE or (clause.patient is None and not family.alone):
            continue
        if _is_of_something(clause, family):
            yield clause, family


def _family(sentence: AnnotatedSentence, clause: Clause) -> Family | None:
    """Return the family of a clause's verb: with the word behind it where that makes another verb of it."""
    if clause.head is None:
        return None
    known = families()
    behind = [word.form for word in clause.complement[:2]]
    if any(word.form == "not" and word not in clause.negations for word in sentence.tokens) and behind:
        behind.insert(0, f"not {behind[0]}")
    behind += [clause.object.head.form] if clause.object is not None else []
    phrase = next((known[f"{clause.lemma} {word}"] for word in behind if f"{clause.lemma} {word}" in known), None)
    return phrase or known.get(clause.lemma)


def _thing(clause: Clause, family: Family) -> NounPhrase | None:
    """Return of whom or what the outcome is."""
    return clause.agent or clause.subject if family.doer else clause.patient or clause.subject


def _is_of_something(clause: Clause, family: Family) -> bool:
    """Return whether somebody or something definite, and no number of them, does or undergoes it."""
    thing = _thing(clause, family)
    if clause.patient is not None and classes("meaning-nouns").get(clause.patient.head.form) in _SAID:
        return False  # "rejected the claim"
    if thing is None or thing.number is not None or thing.head.word_class in "CE" or thing.head.form in _SPEAKERS:
        return False
    return any(_is_definite(phrase) for phrase in (thing, clause.agent) if phrase is not None)


def _is_definite(phrase: NounPhrase) -> bool:
    named = phrase.head.word_class == "N" or any(word.word_class == "N" for word in phrase.modifiers)
    return named or phrase.possessor is not None or phrase.determiner in _DEFINITE or phrase.head.word_class == "p"


def _surface(clause: Clause) -> Span | None:
    """Return the words of the verb with what belongs to it: "has not signed", "was found not guilty"."""
    if clause.verb is None:
        return None
    if clause.head is None or clause.subject is None or clause.verb.start < clause.subject.span.start < clause.verb.end:
        return clause.head.span if clause.head else None  # "Did the minister resign?"
    end = clause.verb.end
    for word in clause.complement[:2]:
        if word.start - end <= len(" not "):
            end = word.end
    return Span(clause.verb.start, end)


def _words(document: Document, phrase: NounPhrase | None) -> str | None:
    return None if phrase is None else " ".join(document.slice(phrase.span).split())
