"""What each figure counts or measures, and what that belongs to.

A number beside a noun counts it ("63 passengers"); an amount stands for what the sentence measures: the noun that it
is attached to ("a loss of $25 million"), the subject of its verb ("unemployment fell to 5%"), or the verb itself
("Acme earned $3 million"). What it belongs to is the possessor or whole that is named beside it, else the subject of
the verb of having, making or losing, else whoever reports it of themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.annotation import Clause, Link, NounPhrase, Token, lemma, lemmas
from index.claims.phrasing import LONGEST, PLACES, Measured, Phrasing, is_time
from index.english import words
from index.language import CODES
from index.records import Figure, Span

_SKIPPED = frozenset("DC!")
_EQUAL = frozenset({"to", "at", "from", "of", "by", "between", "above", "below", "over", "under", "near", "past"})


class Measures(Phrasing):
    """Says what the figures of one sentence measure; ``text`` is the document's."""

    def of(self, figure: Figure, before: "tuple[Figure, Measured] | None") -> Measured:
        """Return what a figure measures; ``before`` is the figure before it in the sentence with what it measures."""
        first = self.sentence.token_at(figure.span.start)
        last = self.sentence.token_at(max(figure.span.start, figure.span.end - 1))
        phrase, clause = self._phrase_of(first, last), self.sentence.clause_at(figure.span.start)
        case = _Case(figure, before, first, last, phrase, clause)
        rules = (self._age, self._group, self._counted, self._part, self._bracketed, self._joined, self._attached)
        found = next((found for rule in rules if (found := rule(case)) is not None), None)
        return found or self._of_verb(case)

    # The rules, in order --------------------------------------------------------------------------------------------

    def _age(self, case: "_Case") -> Measured | None:
        """The age of the name or noun before it: "Ada Lind, 50", "two girls aged 11 and 15", "the bear was 17"."""
        if case.figure.rule != "age" or case.counts:
            return None
        before = case.before
        if before is not None and before[0].rule == "age" and self._between(before[0], case.figure) in _LISTING:
            return before[1]
        at = case.first - 1
        while at >= 0 and (self.tokens[at].form in _AGED or self.tokens[at].word_class in ",R:"):
            at -= 1
        holder = self._phrase_ending(at)
        if holder is not None and holder.head.word_class in "Nns":
            return self._named(holder, None)
        subject = case.clause.subject if case.clause else None
        if subject is None or subject.head.word_class == "p":
            return Measured()
        return self._named(subject, None)

    def _group(self, case: "_Case") -> Measured | None:
        """A group's size ("a family of five") and a parent's children ("a mother of three")."""
        first, of, _ = self.tokens[case.first].form.partition("-of-")
        if of and first in words("parents"):
            return Measured("children")
        if case.unit is not None or case.counts or case.first < 2:
            return None
        if self.tokens[case.first - 1].form != "of":
            return None
        head = self.tokens[case.first - 2].form
        if head in words("parents"):
            return Measured("children")
        holder = self._phrase_ending(case.first - 2)
        if head in words("groups-of-people") and holder is not None:
            return self._named(holder, None)
        return None

    def _counted(self, case: "_Case") -> Measured | None:
        """The noun that the number stands before: "63 passengers", "the $40 billion contract", "a 12-hour flight"."""
        phrase = case.phrase
        if phrase is None or not case.counts or phrase.head.start < case.figure.span.end:
            behind = self._past_bracket(case)
            return self._named(behind, case.clause) if behind is not None else None
        words_behind = [
            token for token in self.tokens[case.last + 1 : phrase.last + 1] if token.word_class not in _SKIPPED
        ]
        if not words_behind or not self._can_be_counted(phrase, words_behind, case):
            return None
        if phrase.head.form == "others":
            return self._with_outcome(case.before[1], case.clause) if case.before is not None else None
        start = self._ranked_by(case) if case.figure.rule == "rank" else None
        return self._named(phrase, case.clause, start=start or words_behind[0].start)

    def _can_be_counted(self, phrase: NounPhrase, behind: Sequence[Token], case: "_Case") -> bool:
        """Return whether the words behind a number name what it counts, and no time, unit or quality."""
        if is_time(phrase) and (case.unit is not None or len(behind) == 1):
            return False
        if phrase.head.word_class == "J" and phrase.head.form not in self.befallen:
            return False
        unit_unknown = all(len(token.text) <= 2 for token in behind)
        return behind[0].word_class != "'" and not unit_unknown

    def _past_bracket(self, case: "_Case") -> NounPhrase | None:
        """Return the phrase behind a remark in brackets: "bear" of "the 400-pound (181-kg) bear"."""
        at = case.last + 1
        if at >= len(self.tokens) or self.tokens[at].text != "(" or "-" not in self.tokens[case.last].text:
            return None
        closing = next((end for end in range(at, min(len(self.tokens), at + 8)) if self.tokens[end].text == ")"), None)
        return self._phrase_starting(closing + 1) if closing is not None else None

    def _ranked_by(self, case: "_Case") -> int | None:
        """Return where the participle begins that a superlative ranks by: "downloaded" of "the most downloaded app"."""
        for token in self.tokens[case.first : case.last + 1]:
            if token.form.endswith("ed"):
                return token.end - len(token.text.rpartition("-")[2])
        return None

    def _part(self, case: "_Case") -> Measured | None:
        """The whole behind "of": "40% of the workers", "$3 billion of debt", "thousands of pages"."""
        after = case.last + 1
        if after >= len(self.tokens) or self.tokens[after].form != "of":
            return None
        whole = self._phrase_starting(after + 1)
        if whole is None or (is_time(whole) and case.unit is not None):
            return None
        return self._named(whole, case.clause)

    def _bracketed(self, case: "_Case") -> Measured | None:
        """What stands before the bracket: "Alpha (12 million)"; or the same amount in another unit."""
        if not case.first or self.tokens[case.first - 1].text not in "([":
            return None
        if case.before is not None and 0 <= self.tokens[case.first - 1].start - case.before[0].span.end <= 1:
            return case.before[1]
        holder = self._phrase_ending(case.first - 2)
        return self._named(holder, None) if holder is not None else None

    def _joined(self, case: "_Case") -> Measured | None:
        """The measure of the figure before it: "$9.9 million, or 18 cents a share", "up 23% from $33 million"."""
        if case.before is None or case.before[1].subject is None:
            return None
        previous, measured = case.before
        between = self._between(previous, case.figure).lower()
        if between in _OTHERWISE:
            return measured
        owner = case.phrase.possessor if case.phrase is not None and not case.counts else None
        same_kind = (case.unit is None) == (previous.quantity.unit is None)
        other = self._words(owner) if owner is not None else self._other_holder(previous, case) if same_kind else None
        if other is not None:
            return replace(measured, of=other[0], of_span=other[1])
        if not self._leans(between):
            return None
        if case.unit is None:
            return self._with_outcome(measured, case.clause) if same_kind else None
        same_clause = self.sentence.clause_at(previous.span.start) is case.clause
        return measured if same_clause and self._holder_before(case) is None else None

    @staticmethod
    def _leans(between: str) -> bool:
        """Return whether the words between two amounts leave both to one measure."""
        left = _RATE.sub(" ", between).replace(",", " ").split()
        return all(word in _SMALL or word in words("nouns-of-time") for word in left)

    def _attached(self, case: "_Case") -> Measured | None:
        """The noun that the amount is attached to ("a loss of $25 million"), or what is true of a share."""
        holder = self._holder_before(case)
        if holder is not None and holder.head.form in words("size-nouns") and case.before is not None:
            return case.before[1]
        if holder is not None:
            return self._named(holder, case.clause)
        described = self._described(case)
        if described is not None and case.unit == "percent":
            return self._predicate(described)
        if case.clause is None or case.clause.head is None:
            return self._before_colon(case) or Measured()
        return None

    def _of_verb(self, case: "_Case") -> Measured:
        """Return what the verb says is measured: its subject, its object, or what it does."""
        clause = case.clause
        if clause is None:
            return Measured()
        described = clause.link is Link.RELATIVE and case.unit in CODES and clause.subject is case.phrase
        if case.before is not None and (described or clause.lemma in _COMPARING):
            return case.before[1]  # "compared with $3 million", "the $3 million posted last year"
        if clause.subject is not None and clause.subject is case.phrase:
            return self._as_subject(case, clause)
        behind = clause.object is not None and clause.object.head.start < case.figure.span.start
        other = clause.object is not case.phrase and (behind or case.unit is not None)
        if clause.object is not None and other and clause.object.number is None:
            return self._named(clause.object, clause)
        return self._listed(case, clause) or self._of_subject(case, clause)

    def _of_subject(self, case: "_Case", clause: Clause) -> Measured:
        """Return the subject of a verb of change or size as what is measured; of another verb, what it does."""
        subject = clause.subject if clause.passive or clause.subject is None else self._referent(clause)
        money = case.unit in CODES
        if subject is None or subject.head.word_class in "pE":
            return self._verb(case, clause) if money else Measured()
        if not self._changes(clause):
            if money or (clause.object is case.phrase and not clause.passive):
                return self._verb(case, clause)
            if case.before is not None and case.before[0].quantity.unit is None and case.unit is None:
                return case.before[1]
        return self._named(subject, clause)

    # What the rules share -------------------------------------------------------------------------------------------

    def _as_subject(self, case: "_Case", clause: Clause) -> Measured:
        """Return what a number alone counts that is the subject of its verb: "12 were killed"."""
        if clause.head is None:
            return Measured()
        if clause.head.word_class in "bho":
            return self._named(clause.object, None) if clause.object is not None else Measured()
        if case.unit == "percent":
            return self._predicate(clause)
        outcome = self.befallen.get(clause.head.form)
        if case.unit is not None:
            return Measured(outcome or clause.head.text, None, clause.head.span)
        if case.before is not None and case.before[0].quantity.unit is None and case.before[1].subject is not None:
            return self._with_outcome(case.before[1], clause)
        return Measured(outcome, None, clause.head.span) if outcome else Measured()

    def _predicate(self, clause: Clause) -> Measured:
        """Return what is true of a share: "supporting the alliance" of "78% supporting the alliance"."""
        if clause.head is None or clause.head.word_class == "b":
            return self._named(clause.object, None) if clause.object is not None else Measured()
        ends = [clause.head.end]
        if clause.object is not None:
            ends.append(clause.object.span.end)
        ends += [attached.phrase.span.end for attached in clause.attached[:1]]
        span = Span(clause.head.start, max(ends))
        if self.text.count(" ", *span) >= LONGEST:
            span = clause.head.span
        return Measured(" ".join(self.text[slice(*span)].split()), None, span)

    def _described(self, case: "_Case") -> Clause | None:
        """Return the clause that describes a number alone: "40% born after 1980", "78% supporting the alliance"."""
        if case.phrase is None:
            return None
        for clause in self.sentence.clauses:
            if clause.subject is case.phrase and clause.link is Link.RELATIVE and clause.lemma not in _COMPARING:
                return clause
        return None

    def _changes(self, clause: Clause) -> bool:
        """Return whether the subject of a verb is what the amount measures: it rises, costs, weighs, or is so much."""
        return clause.lemma in lemmas("verbs-of-measure") or (clause.head is not None and clause.head.word_class == "b")

    def _verb(self, case: "_Case", clause: Clause) -> Measured:
        """Return the verb as what is measured, with what the amount is for: "earned", "spent on roads"."""
        doer = self._referent(clause)
        of = self._words(doer) if doer is not None else None
        if clause.head is None or clause.head.word_class in "bho" or self._changes(clause):
            subject = case.before[1] if case.before is not None else Measured()
            return Measured(subject.subject, of[0] if of else None, subject.subject_span, of[1] if of else None)
        outcome = self.befallen.get(clause.head.form)
        if outcome is not None:
            return Measured(outcome, of[0] if of else None, clause.head.span, of[1] if of else None)
        goal = self._purpose(case)
        words_of = f"{clause.head.text} {goal}" if goal else clause.head.text
        return Measured(words_of, of[0] if of else None, clause.head.span, of[1] if of else None)

    def _listed(self, case: "_Case", clause: Clause) -> Measured | None:
        """The name that has the amount: "Denmark, at 1.75%", "behind Acme Corp. at $10 billion", "Britain with 71%"."""
        at = case.first - 1 if case.phrase is None else case.phrase.first - 1
        if at < 1 or self.tokens[at].form not in {"at", "with", "by"}:
            return None
        at -= 1 + (self.tokens[at - 1].word_class == ",")
        holder = self._phrase_ending(at)
        if holder is None or holder.head.word_class != "N" or holder is clause.subject:
            return None
        of = self._words(holder)
        subject = case.before[1] if case.before is not None else Measured()
        return Measured(subject.subject, of[0] if of else None, subject.subject_span, of[1] if of else None)

    def _purpose(self, case: "_Case") -> str | None:
        """Return what an amount is for: "in damages", "on roads"."""
        at = case.last + 1
        if at < len(self.tokens) and self.tokens[at].text == "(":
            near = range(at, min(len(self.tokens), at + 8))
            at = next((end + 1 for end in near if self.tokens[end].text == ")"), at)
        if at >= len(self.tokens) or self.tokens[at].form not in {"in", "for", "on", "to"}:
            return None
        goal = self._phrase_starting(at + 1)
        if goal is None or is_time(goal) or goal.number is not None:
            return None
        if self.tokens[at].form == "in" and goal.determiner is not None:
            return None
        found = self._words(goal)
        return f"{self.tokens[at].form} {found[0]}" if found else None

    def _other_holder(self, before: Figure, case: "_Case") -> tuple[str, Span] | None:
        """Return another name in a list that leaves the rest out: "Acme rose 3%, Bolt, down 4%"; "; Ed Moss, $100"."""
        start = self.sentence.token_at(before.span.end - 1) + 1
        between = [one for one in self.sentence.phrases if start <= one.first and one.last < case.first]
        listed = [one for one in between if one.head.word_class == "N" and self.tokens[one.first - 1].text in ",;&"]
        if not listed or any(token.word_class in "vzdmbhWS" for token in self.tokens[start : case.first]):
            return None
        return self._words(listed[0])

    def _before_colon(self, case: "_Case") -> Measured | None:
        """Return the phrase before the number in a line without a verb: "Population: 5,000"."""
        at = case.first - 1
        while at >= 0 and self.tokens[at].word_class in ',:R"I':
            at -= 1
        holder = self._phrase_ending(at)
        return self._named(holder, None) if holder is not None and not is_time(holder) else None

    def _holder_before(self, case: "_Case") -> NounPhrase | None:
        """Return the noun that an amount is attached to: "a loss of $25 million", "cash totaling $22 million"."""
        at = case.first - 1
        if case.phrase is not None:
            at = case.phrase.first - 1
        while at >= 0 and self.tokens[at].word_class == "R":
            at -= 1
        if at < 1:
            return None
        token = self.tokens[at]
        if token.form in {"of", "totaling", "totalling", "worth", "exceeding"}:
            return self._phrase_ending(at - 1)
        if token.form in PLACES | _EQUAL:
            holder = self._phrase_ending(at - 1)
            if holder is None or holder.number is not None or holder.head.word_class not in "ns" or is_time(holder):
                return None
            inside = holder.first > 0 and self.tokens[holder.first - 1].word_class == "I"
            return None if inside and token.form in {"from", "to", "by"} else holder
        return None

    def _between(self, before: Figure, figure: Figure) -> str:
        return self.text[before.span.end : figure.span.start]


@dataclass(frozen=True, slots=True)
class _Case:
    """A figure, the one before it with what it measures, its tokens, the phrase that holds it, and its clause."""

    figure: Figure
    before: tuple[Figure, Measured] | None
    first: int
    last: int
    phrase: NounPhrase | None
    clause: Clause | None

    @property
    def unit(self) -> str | None:
        """The unit of the figure; None for a bare count."""
        return self.figure.quantity.unit

    @property
    def counts(self) -> bool:
        """Whether words of the same phrase follow the number."""
        return self.phrase is not None and self.phrase.last > self.last


_COMPARING = frozenset({lemma("compared", verb=True)})
_LISTING = frozenset({" and ", ", ", ", and ", " or "})
_AGED = frozenset({"aged", "age", "ages", "just", "only", "who", "was", "is", "turned", "now", "about", "turns", "("})
_RATE = re.compile(r"\b(?:a|an|per|each)\s[a-z]+")
_OTHERWISE = frozenset({" or ", " / ", "/", " - ", ", or ", " ("})
_SMALL = words("words-between-amounts")
