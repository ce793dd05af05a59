"""What a document's text says, sentence by sentence: the records that every finder of claims reads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from index.english import families
from index.language import Name, lemma_of
from index.records import Meant, Span, ZoneKind


class WordClass(StrEnum):
    """The class of a token; each value is one letter, so that a sentence is a string that a pattern can match."""

    NOUN = "n"
    PLURAL = "s"
    NAME = "N"
    TIME = "t"
    """A calendar word: a month, a weekday, ``today``."""
    PRONOUN = "p"
    POSSESSIVE = "P"
    """``his``, ``their``, ``whose``."""
    GENITIVE = "'"
    """The mark of the possessor: ``'s`` or an apostrophe alone."""
    DETERMINER = "D"
    NUMBER = "C"
    """A number in digits or words, with its currency or percent sign."""
    ADJECTIVE = "J"
    ADVERB = "R"
    NEGATION = "!"
    BASE = "v"
    PRESENT = "z"
    PAST = "d"
    PARTICIPLE = "e"
    GERUND = "g"
    MODAL = "m"
    BE = "b"
    HAVE = "h"
    DO = "o"
    PREPOSITION = "I"
    TO = "T"
    """``to`` before a verb; before a noun it is a preposition."""
    SUBORDINATOR = "S"
    RELATIVE = "W"
    """``who``, ``which``, ``what``, and ``that`` where it stands for a noun."""
    COORDINATOR = "c"
    EXISTENTIAL = "E"
    """``there``."""
    COMMA = ","
    STOP = "."
    BREAK = ":"
    """Semicolon, colon, dash, or bracket."""
    QUOTE = '"'
    OTHER = "x"


VERBS = frozenset("vzdeg")
"""The classes of a main verb."""


class Token(NamedTuple):
    """A word or mark: its place in the document, the words as written, their folded form, and their class."""

    start: int
    end: int
    text: str
    form: str
    word_class: str
    """A letter of WordClass."""

    @property
    def lemma(self) -> str:
        """The key that all inflections of the word share (``index.language.lemmas``), irregular verbs included."""
        return lemma(self.form, self.word_class in _VERBAL)

    @property
    def span(self) -> Span:
        """The token's place in the document."""
        return Span(self.start, self.end)


_VERBAL = VERBS | {"b", "h", "o"}


@lru_cache(16384)
def lemma(form: str, verb: bool = False) -> str:
    """Return the lemma of a folded form; ``verb`` says whether it is read as a verb (``rose`` is ``rise``)."""
    return lemma_of(families("irregular-verbs").get(form, form) if verb else form)


class NounPhrase(NamedTuple):
    """A noun phrase without what is attached to it: "the 63 injured passengers" of "… on the train".

    ``first`` and ``last`` are the places of its first and last token in the sentence; ``head`` is its head noun, or
    the number or pronoun that stands for one. ``possessor`` is the phrase before a genitive ("the firm" of "the firm's
    profit") and part of ``span``; ``attached`` holds the prepositional phrases that follow it directly, in order, each
    with its preposition ("of", "in"): those after the first may also belong to the verb.
    """

    span: Span
    first: int
    last: int
    head: Token
    determiner: str | None = None
    """The folded article, demonstrative, quantifier or possessive that opens it: ``the``, ``no``, ``his``."""
    number: Span | None = None
    """The numbers in it, as one stretch."""
    modifiers: tuple[Token, ...] = ()
    """The words between determiner and head that are no numbers."""
    possessor: "NounPhrase | None" = None
    attached: tuple["Attached", ...] = ()

    @property
    def whole(self) -> Span:
        """The span with all that is attached."""
        return Span(self.span.start, self.attached[-1].phrase.whole.end if self.attached else self.span.end)


class Attached(NamedTuple):
    """A prepositional phrase: the folded preposition and its noun phrase."""

    preposition: str
    phrase: NounPhrase


class Tense(StrEnum):
    """The tense of a verb group; a group without a finite verb has none."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Link(StrEnum):
    """How a clause hangs on the one that governs it."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONTENT = "content"
    """What is said, thought, asked or wanted: "that 63 died", "whether it closed", "to close", "dumping waste"."""
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    """A condition, reason, time or manner: "if it rains", "without saying why"."""


class Meaning(NamedTuple):
    """How something is meant, the words that say so (None where it is plainly asserted), and by whom.

    ``by`` is the span of the subject of the verb that denies, asks, plans, orders or reports; None where the article
    itself does, or where nobody is named.
    """

    meant: Meant
    cue: Span | None = None
    by: Span | None = None


ASSERTED = Meaning(Meant.ASSERTED)


class Clause(NamedTuple):
    """A clause: a verb group with what belongs to it.

    ``agent`` does it and ``patient`` undergoes it, whether the verb is active or passive; for a verb without an object
    the subject is the agent. A clause without a verb (a headline "12 dead in crash") has ``verb`` None and the whole
    sentence as its span. ``governor`` is the place of the governing clause in the sentence's clauses.
    """

    span: Span
    verb: Span | None
    head: Token | None
    """The main verb."""
    introducer: str | None
    """The folded word that opens it: ``that``, ``if``, ``who``, ``without``, ``and``."""
    link: Link
    governor: int | None
    tense: Tense | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str | None = None
    subject: NounPhrase | None = None
    object: NounPhrase | None = None
    recipient: NounPhrase | None = None
    """The first of two objects: "him" of "gave him a book"."""
    complement: tuple[Token, ...] = ()
    """An adjective, adverb or particle after the verb: "dead" of "left 12 dead", "down" of "stepped down"."""
    by: NounPhrase | None = None
    """The agent of a passive."""
    attached: tuple[Attached, ...] = ()
    """The prepositional phrases after the verb."""
    negations: tuple[Token, ...] = ()
    meaning: Meaning = ASSERTED

    @property
    def lemma(self) -> str:
        """The lemma of the main verb; empty where there is no verb."""
        return self.head.lemma if self.head else ""

    @property
    def agent(self) -> NounPhrase | None:
        """Who or what does it."""
        return self.by if self.passive else self.subject

    @property
    def patient(self) -> NounPhrase | None:
        """To whom or what it is done; None where the verb has no object."""
        return self.subject if self.passive else self.object


class Quoted(NamedTuple):
    """A stretch between outer quotation marks, marks included; ``inner`` is the stretch without them.

    ``closed`` is False where the paragraph ends before the mark that closes.
    """

    start: int
    end: int
    inner: Span
    closed: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """The clauses of a sentence, for each token the place of its clause, and what is meant otherwise than its clause.

    ``local`` are stretches such as "not 36" of "63, not 36, were hurt".
    """

    clauses: tuple[Clause, ...]
    owners: tuple[int, ...]
    local: tuple[tuple[Span, Meaning], ...] = ()


@dataclass(frozen=True)
class AnnotatedSentence:
    """One sentence, read: all that the rules may ask about it.

    What costs more than a look at a word list is read when it is first asked for: most sentences hold no claim, and
    nobody asks for their clauses. It never changes, whoever asks and when.
    """

    span: Span
    zone: ZoneKind
    names: tuple[Name, ...]
    _read_tokens: Callable[[], tuple[Token, ...]] = field(repr=False, compare=False)
    _read_phrases: Callable[[tuple[Token, ...]], tuple[NounPhrase, ...]] = field(repr=False, compare=False)
    _read_clauses: Callable[["AnnotatedSentence"], Parsed] = field(repr=False, compare=False)
    _plain: Callable[[tuple[Token, ...]], bool] = field(repr=False, compare=False)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks of the sentence."""
        return self._read_tokens()

    @cached_property
    def phrases(self) -> tuple[NounPhrase, ...]:
        """The noun phrases, in order."""
        return self._read_phrases(self.tokens)

    @cached_property
    def plain(self) -> bool:
        """Whether no word of the sentence could make it mean anything but an assertion."""
        return self._plain(self.tokens)

    @cached_property
    def _parsed(self) -> Parsed:
        return self._read_clauses(self)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in the order of their verbs."""
        return self._parsed.clauses

    @property
    def owners(self) -> tuple[int, ...]:
        """For each token the place of its clause in ``clauses``."""
        return self._parsed.owners

    @property
    def local(self) -> tuple[tuple[Span, Meaning], ...]:
        """Stretches that are meant in another way than their clause."""
        return self._parsed.local

    def token_at(self, offset: int) -> int:
        """Return the place of the token at or right before ``offset``; 0 before the first."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    def clause_at(self, offset: int) -> Clause | None:
        """Return the innermost clause that holds the character at ``offset``; None for a sentence without tokens."""
        return self.clauses[self.owners[self.token_at(offset)]] if self.tokens else None

    def phrase_at(self, offset: int) -> NounPhrase | None:
        """Return the noun phrase that holds the character at ``offset``."""
        return next((phrase for phrase in self.phrases if phrase.span.start <= offset < phrase.span.end), None)

    def meaning_at(self, span: Span) -> Meaning:
        """Return how the words at ``span`` are meant."""
        if self.plain:
            return ASSERTED
        for place, meaning in self.local:
            if place.start <= span.start < place.end:
                return meaning
        clause = self.clause_at(span.start)
        return clause.meaning if clause else ASSERTED


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document, read: its sentences in order."""

    sentences: tuple[AnnotatedSentence, ...]

    def sentence_at(self, offset: int) -> AnnotatedSentence | None:
        """Return the sentence that holds the character at ``offset``, or the last one before it."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.start <= offset:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low - 1] if low else None

    def clause_at(self, offset: int) -> Clause | None:
        """Return the innermost clause that holds the character at ``offset``."""
        sentence = self.sentence_at(offset)
        return sentence.clause_at(offset) if sentence else None

    def meaning_at(self, span: Span) -> Meaning:
        """Return how the words at ``span`` are meant; plainly asserted outside all sentences."""
        sentence = self.sentence_at(span.start)
        return sentence.meaning_at(span) if sentence else ASSERTED
