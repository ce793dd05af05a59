"""What makes a sentence mean anything but an assertion: the words that could, and the negations of a clause."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from index.annotation.drafts import Draft
from index.annotation.lexicon import by_lemma, kinds
from index.annotation.records import VERBS, Link, NounPhrase, Token
from index.english import classes
from index.records import Meant

NO = frozenset({"no", "neither"})
NEGATIVE = (Meant.NEGATED, Meant.DENIED)
_COMPARING = frozenset({"fewer", "less", "more", "later", "sooner", "earlier", "longer", "bigger", "smaller", "doubt"})
UNABLE = frozenset({"unable", "unwilling", "reluctant"})
COMING = frozenset({"due", "set", "ready", "likely", "about", "poised", "bound", "expected", "scheduled", "keen"})


class Sentence(NamedTuple):
    """What the meaning of a sentence's clauses is read from; ``question`` says that it ends in a question mark."""

    tokens: Sequence[Token]
    drafts: Sequence[Draft]
    owners: Sequence[int]
    question: bool


def is_plain(tokens: Sequence[Token]) -> bool:
    """Return whether no word of a sentence could make it mean anything but an assertion."""
    found = {token.word_class for token in tokens}
    if found & _COLOURED or found >= _TO_BE:
        return False
    return _cues().isdisjoint([token.lemma if token.word_class in VERBS else token.form for token in tokens])


_COLOURED = frozenset("!m")
_TO_BE = frozenset("bT")
"""What "is to open", "is said to have fled" and "was told to pay" have in common."""


@cache
def _cues() -> frozenset[str]:
    """Return the forms, and of verbs the lemmas, that say how something is meant."""
    nouns = {noun for noun, meant in classes("meaning-nouns").items() if meant not in {"true", "told"}}
    verbs = {verb for verb, kind in by_lemma("meaning-verbs").items() if kind.partition("+")[0] != "said"}
    said = {verb for verb, kind in by_lemma("meaning-verbs").items() if kind.partition("+")[2] == "order"}
    others = {word for word, kind in classes("meaning-words").items() if kind != "whole"}
    return frozenset(
        nouns | verbs | said | others | NO | {"?", "？", "short", "whether", "than", "no", *COMING, *UNABLE}
    )


def negations(sentence: Sentence, number: int) -> list[Token]:
    """Return the words that negate a clause as a whole."""
    draft = sentence.drafts[number]
    found = [word for word in (draft.group.negations if draft.group else ()) if negates(sentence.tokens, word)]
    few = kinds("meaning-words", "few")
    found += [word for word in (draft.group.words if draft.group else ()) if word.form in few]
    for phrase in (draft.subject, draft.object):
        if phrase is None or (phrase is draft.subject and _shared(sentence, number)):
            continue
        found += negation_of(sentence.tokens, phrase)
    return found


def _shared(sentence: Sentence, number: int) -> bool:
    """Return whether a clause has its subject from another clause, whose negation is not its own."""
    draft = sentence.drafts[number]
    if draft.group is not None and not draft.group.finite and not draft.reduced:
        return True
    earlier = any(other.subject is draft.subject for other in sentence.drafts[:number])
    return earlier and draft.link in (Link.CONTENT, Link.ADVERBIAL, Link.RELATIVE)


def negates(tokens: Sequence[Token], word: Token) -> bool:
    """Return whether a negation denies its verb: "not only" does not."""
    place = next((at for at, token in enumerate(tokens) if token.start == word.start), -1)
    following = tokens[place + 1].form if 0 <= place < len(tokens) - 1 else ""
    return following not in kinds("meaning-words", "whole") or word.form == "never"


def negation_of(tokens: Sequence[Token], phrase: NounPhrase) -> list[Token]:
    """Return the word of a noun phrase that negates its clause: ``no`` of "no passengers", ``nobody``."""
    if phrase.head.form in kinds("meaning-words", "nobody"):
        return [phrase.head]
    if phrase.determiner not in NO:
        return []
    for place in range(phrase.first, phrase.last):
        if tokens[place].form in NO:
            true = kinds("meaning-nouns", "true")
            kept = tokens[place + 1].form in _COMPARING or phrase.head.form in true
            return [] if kept else [tokens[place]]
    return []


def has_content(sentence: Sentence, number: int) -> bool:
    """Return whether another clause is the content of a clause's verb."""
    return any(other.governor == number and other.link is Link.CONTENT for other in sentence.drafts)


def classes_of_verb(head: Token) -> str:
    """Return the class of a verb that says how its content is meant; empty for any other verb."""
    return by_lemma("meaning-verbs").get(head.lemma, "")
