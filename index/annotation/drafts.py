"""Clauses while their sentence is read, and which words belong to which."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from index.annotation.groups import VerbGroup
from index.annotation.lexicon import lemmas
from index.annotation.records import Attached, Link, NounPhrase, Token
from index.english import words

_TIME_DETERMINERS = frozenset({"this", "that", "each", "every", "all"})
_TIME_MODIFIERS = frozenset({"last", "next", "previous", "early", "late", "earlier", "later", "same"})


@dataclass(slots=True)
class Draft:
    """A clause while its sentence is read; places are those among the tokens without quotation marks."""

    begin: int
    group: VerbGroup | None = None
    introducer: str | None = None
    link: Link = Link.MAIN
    governor: int | None = None
    noun: NounPhrase | None = None
    """The noun whose content it is, or that it describes: "claim" of "the claim that …"."""
    subject: NounPhrase | None = None
    object: NounPhrase | None = None
    recipient: NounPhrase | None = None
    by: NounPhrase | None = None
    attached: list[Attached] = field(default_factory=list)
    complement: list[Token] = field(default_factory=list)
    joined: int | None = None
    """The clause that "and" or "or" joins it to, where both hang on the same governor."""
    described: bool = False
    """Whether a relative clause with a subject of its own lacks an object: the noun it describes."""
    reduced: bool = False
    """Whether a participle stands for a passive without its auxiliary: "two men arrested"."""

    @property
    def takes_content(self) -> bool:
        """Whether a clause may follow the verb without "that"."""
        return self.group is not None and self.group.head.lemma in lemmas("content-verbs")


@dataclass(slots=True)
class Waiting:
    """A noun phrase that a verb may take as its subject, and where it begins and ends."""

    phrase: NounPhrase
    begin: int
    end: int


def is_time(phrase: NounPhrase) -> bool:
    """Return whether a phrase tells when something is, as an adverb does: "this year", "Friday"."""
    if phrase.head.word_class == "t":
        return True
    return phrase.head.form in words("nouns-of-time") and (
        phrase.determiner in _TIME_DETERMINERS or any(word.form in _TIME_MODIFIERS for word in phrase.modifiers)
    )


def owners_of(drafts: Sequence[Draft], phrases: Collection[Waiting], size: int) -> list[int]:
    """Return for each of ``size`` places the clause that its word stands in; a subject goes with its verb."""
    owners = [0] * size
    starts = sorted((draft.begin, number) for number, draft in enumerate(drafts))
    for position, (begin, number) in enumerate(starts):
        end = starts[position + 1][0] if position + 1 < len(starts) else size
        for at in range(0 if position == 0 else begin, end):
            owners[at] = number
    places = {id(waiting.phrase): waiting for waiting in phrases}
    for number, draft in enumerate(drafts):
        finite = draft.reduced or (draft.group is not None and draft.group.finite)
        if draft.subject is None or draft.link is Link.RELATIVE or not finite:
            continue
        found = places.pop(id(draft.subject), None)
        if found is None or found.begin >= draft.begin or any(one.object is draft.subject for one in drafts[:number]):
            continue
        owners[found.begin : found.end + 1] = [number] * (found.end + 1 - found.begin)
    return owners
