"""How what a figure measures is put into words, and what it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.annotation import AnnotatedSentence, Attached, Clause, Link, NounPhrase
from index.english import families, words
from index.language import unit_named
from index.records import Span

LONGEST = 8
"""Words of a phrase that names what is counted: beyond it, its attachments are left out."""
_LEADING = frozenset("DC!P',\"")
_WHOLE = frozenset({"of", "among"})
PLACES = frozenset({"at", "for", "in", "on", "by", "from", "to", "with", "between", "behind", "against", "into"})
_OWN = frozenset({None, "its", "their", "his", "her"})
_GOVERNORS = 3
"""How many clauses may lie between a figure and who reports it."""
_REFERRING = frozenset({"it", "he", "she", "they"})


def phrase_behind(sentence: AnnotatedSentence, last: int) -> NounPhrase | None:
    """Return the phrase that holds the last token of an amount, or the noun right behind: "300 or so men"."""
    for phrase in sentence.phrases:
        plain = phrase.first == last + 1 and phrase.determiner is None and phrase.head.word_class in "nsN"
        if phrase.first <= last <= phrase.last or (plain and phrase.number is None):
            return phrase
    return None


def counts(sentence: AnnotatedSentence, span: Span) -> bool:
    """Return whether the number at ``span`` counts something: a noun of its phrase, or of "of", stands behind it."""
    last = sentence.token_at(max(span.start, span.end - 1))
    phrase = phrase_behind(sentence, last)
    if phrase is None:
        return False
    return phrase.last > last or any(one.preposition == "of" for one in phrase.attached[:1])


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure counts or measures and what that belongs to, in the document's words, with the places of both."""

    subject: str | None = None
    of: str | None = None
    subject_span: Span | None = None
    of_span: Span | None = None


def is_time(phrase: NounPhrase) -> bool:
    """Return whether a phrase is a time: "Friday", "the third quarter", "the fiscal year"."""
    head = phrase.head
    return head.word_class == "t" or (head.word_class != "N" and head.form in words("nouns-of-time"))


def _is_amount(phrase: NounPhrase) -> bool:
    """Return whether a phrase is an amount: "62 cents", "$3 million"."""
    return phrase.number is not None and (phrase.head.word_class == "C" or unit_named(phrase.head.form) is not None)


class Phrasing:
    """Names the phrases of one sentence as what is measured; ``text`` is the document's."""

    def __init__(self, text: str, sentence: AnnotatedSentence) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.befallen = families("befallen")

    def _named(self, phrase: NounPhrase, clause: Clause | None, start: int | None = None) -> Measured:
        """Return a noun phrase as what is measured, and what it belongs to."""
        phrase = self._behind_size(phrase)
        subject = self._words(phrase, start)
        if subject is None:
            return Measured()
        of = self._owner(phrase, clause)
        found = Measured(subject[0], of[0] if of else None, subject[1], of[1] if of else None)
        return self._with_outcome(found, clause, phrase)

    def _behind_size(self, phrase: NounPhrase) -> NounPhrase:
        """Return what is counted where the noun only says so: "users" of "the number of users"."""
        if phrase.head.form in words("size-nouns") and phrase.attached and phrase.attached[0].preposition == "of":
            inner = phrase.attached[0].phrase
            return next((one for one in self.sentence.phrases if one.first == inner.first), inner)
        return phrase

    def _words(self, phrase: NounPhrase, start: int | None = None) -> tuple[str, Span] | None:
        """Return the words of a phrase without determiners, numbers and possessor, with a phrase behind "of"."""
        floor = start or (phrase.possessor.span.end if phrase.possessor else 0)
        inner = [token for token in self.tokens[phrase.first : phrase.last + 1] if token.end > floor]
        while inner and (
            inner[0].word_class in _LEADING
            or (inner[0].word_class == "R" and inner[1:2] and inner[1].word_class in "RCD")
        ):
            inner = inner[1:]
        if not inner:
            return None
        end = phrase.span.end
        if phrase.attached and self._names_too(phrase, phrase.attached[0]):
            inside = phrase.attached[0].phrase
            if self.text.count(" ", inner[0].start, inside.span.end) < LONGEST:
                end = inside.span.end
        span = Span(max(inner[0].start, floor), end)
        return " ".join(self.text[slice(*span)].split()), span

    @staticmethod
    def _names_too(phrase: NounPhrase, attached: Attached) -> bool:
        """Return whether an attached phrase is named with what is counted: "price of coal", "drop in sales"."""
        named = attached.phrase.head.word_class == "N"  # whose it is, and no part of what it is
        if named or attached.phrase.number is not None or is_time(attached.phrase):
            return False
        return attached.preposition == "of" or (
            attached.preposition == "in" and phrase.head.form in words("change-nouns")
        )

    def _owner(self, phrase: NounPhrase, clause: Clause | None) -> tuple[str, Span] | None:
        """Return what the measured thing belongs to."""
        if phrase.possessor is not None:
            return self._words(phrase.possessor)
        inside = bool(phrase.attached) and self._names_too(phrase, phrase.attached[0])
        whole = self._whole(phrase.attached[1:] if inside else phrase.attached)
        if whole is not None:
            return self._words(whole)
        if clause is None:
            return None
        doer = self._referent(clause)
        if doer is not None and doer.first != phrase.first and doer.head.word_class != "C":
            return self._words(doer)
        return self._reporter(phrase, clause)

    def _whole(self, attached: Sequence[Attached]) -> NounPhrase | None:
        for preposition, phrase in attached:
            named = phrase.number is None and not is_time(phrase) and phrase.head.word_class not in "pC"
            if named and preposition in _WHOLE | PLACES:
                return phrase
        return None

    def _reporter(self, phrase: NounPhrase, clause: Clause) -> tuple[str, Span] | None:
        """Return who reports a figure of their own: "Bard said net income fell", "the firm said its sales rose"."""
        if phrase.determiner not in _OWN:
            return None
        for _ in range(_GOVERNORS):
            if clause.link is not Link.CONTENT or clause.governor is None:
                return None
            clause = self.sentence.clauses[clause.governor]
            reporter = self._referent(clause)
            if reporter is not None:
                return self._words(reporter)
        return None

    def _with_outcome(self, found: Measured, clause: Clause | None, phrase: NounPhrase | None = None) -> Measured:
        """Add what befell the counted: "people killed"."""
        if clause is None or clause.head is None or found.subject is None:
            return found
        outcome = self.befallen.get(clause.head.form)
        undergone = phrase is None or phrase in (clause.patient, clause.subject)
        if outcome is None or not undergone or found.subject.rpartition(" ")[2] == outcome:
            return found
        noun, _, last = found.subject.rpartition(" ")
        base = noun if last in self.befallen and noun else found.subject
        return Measured(f"{base} {outcome}", found.of, found.subject_span, found.of_span)

    def _referent(self, clause: Clause) -> NounPhrase | None:
        """Return who does what the clause tells: for a pronoun, the last subject before it that is none."""
        doer = clause.agent if clause.agent is not None else clause.subject
        if doer is None:
            return None
        pointing = doer.head.form in _REFERRING or _is_amount(doer)  # "…, or 62 cents a share, compared with …"
        if not pointing:
            return None if doer.head.word_class in "pE" or is_time(doer) else doer
        earlier = [other.subject for other in self.sentence.clauses if other.subject is not None]
        fitting = [
            one
            for one in earlier
            if one.span.end <= doer.span.start and one.head.word_class in "Nns" and not _is_amount(one)
        ]
        return fitting[-1] if fitting else None

    def _phrase_of(self, first: int, last: int) -> NounPhrase | None:
        for phrase in self.sentence.phrases:
            if phrase.first <= last and first <= phrase.last and phrase.last >= last:
                return phrase
        return phrase_behind(self.sentence, last)

    def _phrase_ending(self, at: int) -> NounPhrase | None:
        return next((phrase for phrase in self.sentence.phrases if phrase.last == at), None)

    def _phrase_starting(self, at: int) -> NounPhrase | None:
        return next((phrase for phrase in self.sentence.phrases if phrase.first <= at <= phrase.last), None)
