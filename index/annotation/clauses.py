"""Clauses: each verb group with its subject, objects and complements, and the clause that governs it.

A sentence is read once, from left to right. A noun phrase waits for the verb whose subject it is; behind a verb it is
that verb's object, until another verb claims it ("officials said [63 people] were hurt"). A relative clause sets the
waiting subject aside until the main verb comes.
"""

from collections.abc import Sequence

from index.annotation.drafts import Draft, Waiting, is_time, owners_of
from index.annotation.groups import VerbGroup, joined
from index.annotation.lexicon import classes_of, lemmas
from index.annotation.records import Attached, Link, NounPhrase, Token
from index.english import classes, words

_CONTENT_INTRODUCERS = frozenset({"that", "whether"})
_ASKING = frozenset({"if", "how", "why", "when", "where"})
_GOVERNED_GERUND = frozenset({"from", "of", "against", "on", "about", "with"})
_COORDINATING = frozenset({"and", "or", "but", "nor", "then", "so", "yet"})


class ClauseReader:
    """Reads the clauses of one sentence; ``headline`` says that no stop ends it."""

    def __init__(
        self, tokens: Sequence[Token], visible: Sequence[int], phrases: Sequence[NounPhrase],
        groups: Sequence[VerbGroup], *, headline: bool = False,
    ) -> None:  # fmt: skip
        self.tokens = [tokens[place] for place in visible]
        self.letters = "".join([token.word_class for token in self.tokens])
        order = {place: at for at, place in enumerate(visible)}
        self.phrases = {
            order[phrase.first]: Waiting(phrase, order[phrase.first], order[phrase.last]) for phrase in phrases
        }
        self.by_end = {waiting.end: waiting for waiting in self.phrases.values()}
        self.groups = {group.first: group for group in groups}
        self.verb_ends = {group.last for group in groups}
        self.headline = headline
        self.drafts: list[Draft] = []
        self.owners: list[int] = []
        self.begin = 0
        """Where the words began that belong to the next clause."""
        self.introducer = -1
        """The place of the word that introduces the next clause; -1 where none does."""
        self.waiting: list[Waiting] = []
        """Noun phrases since the last boundary: the first may be the subject of the next verb."""
        self.claimed: Waiting | None = None
        """The last object, which the next verb may claim as its subject."""
        self.aside: list[Waiting] = []
        """Subjects whose verb comes after a relative clause."""
        self.remark = -1
        """How many subjects were set aside where a remark between dashes began; -1 outside."""
        self.open = False
        """Whether the last clause still takes objects and complements."""
        self.preposition = -1
        self.inverted: VerbGroup | None = None

    def read(self) -> list[Draft]:
        """Return the clauses in the order of their verbs; at least one, without a verb, for any sentence."""
        at = 0
        while at < len(self.letters):
            group = self.groups.get(at)
            waiting = self.phrases.get(at)
            if group is not None:
                if not self._takes_inverted(group):
                    self._verb(group)
                at = group.last + 1
            elif waiting is not None:
                self._noun(waiting)
                at = waiting.end + 1
            else:
                self._word(self.tokens[at], at)
                at += 1
        if not self.drafts:
            self.drafts.append(Draft(0, subject=self.waiting[0].phrase if self.waiting else None))
        for number, draft in enumerate(self.drafts):
            if draft.subject is None and draft.link is Link.ADVERBIAL:  # "Investing $4 million, Rey bought the firm"
                main = next((one for one in self.drafts[number:] if one.link is Link.MAIN), draft)
                draft.subject = main.subject
            if draft.described and draft.object is None:
                draft.object = draft.noun
        self.owners = owners_of(self.drafts, self.phrases.values(), len(self.letters))
        return self.drafts

    # Words and phrases --------------------------------------------------------------------------------------------

    def _word(self, token: Token, at: int) -> None:
        letter = token.word_class
        if letter == "I":
            self.preposition = at
            return
        if letter == "W":
            self._relative_word(at)
        elif letter == "c":
            self._coordination(at)
        elif letter in "S,.:":
            self._boundary(token, letter, at)
        elif letter in "JR" and self.open:
            self.drafts[-1].complement.append(token)
        if letter != "R":
            self.preposition = -1

    def _relative_word(self, at: int) -> None:
        """Set the phrase aside that a relative pronoun describes, so that the main verb finds it."""
        if self.waiting and not self.open:
            self.aside.append(self.waiting[0])
        elif self.claimed is not None and self.drafts and self.drafts[-1].takes_content:
            self.aside.append(self.claimed)
        self._begin(at, at)

    def _coordination(self, at: int) -> None:
        """Note that a coordinate clause may begin; two noun phrases may be joined as well."""
        behind = at + 1
        while behind < len(self.letters) and self.letters[behind] in "R!" and behind not in self.groups:
            behind += 1
        joined = self.phrases.get(behind)
        if self.open and joined is not None and joined.end + 1 not in self.groups:
            return  # one more object: "a man and a woman", "$3 million, or 18 cents a share"
        if behind in self.groups or self.open or not self.waiting:
            keep = self.waiting if not self.open and behind not in self.groups else []
            self._begin(at, at)
            self.waiting = keep

    def _boundary(self, token: Token, letter: str, at: int) -> None:
        if letter == "S":
            if self.waiting and not self.open:
                self.aside.append(self.waiting[0])
            self._begin(at, at)
        elif letter == "," and self.waiting and not self.open:
            return
        elif letter == ":" and token.form not in {";", ":"}:
            self._remark(at)
        else:
            if letter == "." or token.form in {";", ":"}:
                self.aside, self.remark = [], -1
            self._begin(at + 1, -1 if letter != "," or self.introducer < self.begin else self.introducer)

    def _remark(self, at: int) -> None:
        """Step over a remark between dashes or brackets: the subject before it waits for its verb behind it."""
        if self.remark >= 0:
            del self.aside[self.remark :]
            self.remark = -1
        else:
            if self.waiting and not self.open:
                self.aside.append(self.waiting[0])
            self.remark = len(self.aside)
        self._begin(at + 1, -1)

    def _begin(self, at: int, introducer: int) -> None:
        """Begin the words of another clause."""
        self.begin, self.introducer = at, introducer
        self.waiting, self.claimed = [], None
        self.open = False

    def _noun(self, found: Waiting) -> None:
        phrase = found.phrase
        if self.preposition >= 0:
            word = self.tokens[self.preposition].form
            self.preposition = -1
            if self.open:
                draft = self.drafts[-1]
                draft.attached.append(Attached(word, phrase))
                if word == "by" and draft.by is None and not is_time(phrase):
                    draft.by = phrase
            return
        if is_time(phrase) and (self.open or self.waiting or self.aside or found.end + 1 not in self.groups):
            return
        particle = self.open and found.begin - 1 in self.verb_ends
        if self.tokens[found.begin].form in {"up", "down"} and not particle:
            return  # "the shares, down 2, fell again"
        if self.open:
            if not self._is_joined(found):
                self._object(found)
            self.claimed = found
        else:
            self.waiting.append(found)

    def _is_joined(self, found: Waiting) -> bool:
        """Return whether "and" joins a phrase to the object before it."""
        return found.begin > 0 and self.letters[found.begin - 1] in "c,"

    def _object(self, found: Waiting) -> None:
        draft = self.drafts[-1]
        if draft.object is not None and found.phrase.head.form in words("nouns-of-time"):
            return  # "rose 3% the month before"
        if draft.object is None and not draft.attached:
            draft.object = found.phrase
        elif draft.recipient is None and not draft.attached and found.begin and found.begin - 1 in self.by_end:
            draft.recipient, draft.object = draft.object, found.phrase

    # Verbs --------------------------------------------------------------------------------------------------------

    def _takes_inverted(self, group: VerbGroup) -> bool:
        """Return whether the group is a lone auxiliary before its subject ("Did the ferry sink?"), set aside."""
        alone = sum(word.word_class not in "R!" for word in group.words) == 1 and group.head.word_class in "mohb"
        if not alone or self.waiting or self.open:
            return False
        subject = self.phrases.get(group.last + 1)
        verb = self.groups.get(subject.end + 1) if subject else None
        if verb is None:
            return False
        bare = group.head.word_class in "mo" and verb.head.word_class in "vzbho"
        participle = group.head.word_class in "hb" and verb.head.word_class in "edg"
        if bare or participle:
            self.inverted = group
        return bare or participle

    def _verb(self, group: VerbGroup) -> None:
        draft = Draft(self.begin, group, self.tokens[self.introducer].form if self.introducer >= 0 else None)
        if self.inverted is not None:
            self._finite(draft, group)
        elif group.infinitive or self._is_bare_infinitive(group):
            self._infinitive(draft, group)
        elif group.head.word_class == "g" and not group.finite:
            self._gerund(draft, group)
        elif self._is_reduced(group):
            self._participle(draft, group)
        else:
            self._finite(draft, group)
        self.inverted, self.preposition = None, -1
        self.drafts.append(draft)
        self._begin(group.last + 1, -1)
        self.open = True

    def _is_bare_infinitive(self, group: VerbGroup) -> bool:
        if not self.open or len(group.words) > 1 or group.head.word_class != "v" or not self.drafts:
            return False
        before = self.drafts[-1].group
        if before is None or before.head.lemma not in lemmas("causative-verbs"):
            return False
        return self.claimed is None or self.claimed.end + 1 == group.first

    def _is_reduced(self, group: VerbGroup) -> bool:
        """Return whether a participle describes the noun before it: "the men arrested on Friday were freed"."""
        letter = group.head.word_class
        if letter == "e" and all(word.word_class in "eR!" for word in group.words):
            return True
        if letter != "d" or len(group.words) > 1 or "e" not in classes_of(group.head.form):
            return False
        behind = group.last + 1
        if self.open and self.claimed and self.drafts[-1].takes_content:
            return False
        if behind in self.phrases and self.tokens[behind].word_class != "t":
            return False
        if self.headline and not self.drafts and classes_of(group.head.form)[0] == "e":
            return True
        if not self.waiting and self.claimed is None and self.drafts:
            return self._noun_before(group.first) is not None  # "with 40% born after 1980"
        return self._finite_behind(behind)

    def _finite_behind(self, at: int) -> bool:
        """Return whether a finite verb without a subject of its own follows in the same clause."""
        for place in range(at, len(self.letters)):
            if self.letters[place] in ".,:cSW":
                return False
            if place in self.groups:
                return self.groups[place].finite and self.letters[place - 1] in "nsNCtR"
        return False

    def _infinitive(self, draft: Draft, group: VerbGroup) -> None:
        previous = len(self.drafts) - 1
        introduced = self.introducer == group.first - 1 and self.introducer >= 0
        draft.begin = self.introducer if introduced else group.first
        draft.introducer = draft.introducer if introduced else None
        draft.link = Link.CONTENT
        draft.noun = self._noun_before(draft.begin)
        if previous < 0:
            draft.subject = self.waiting[0].phrase if self.waiting else None
            self._keep_subject()
            return
        governing = self.drafts[previous]
        draft.governor = previous
        if introduced and draft.introducer in _COORDINATING and governing.link is Link.CONTENT:
            draft.governor, draft.subject, draft.noun = governing.governor, governing.subject, governing.noun
            draft.joined = previous
        elif self.waiting:
            draft.subject = self.waiting[0].phrase
            self._keep_subject()
        else:
            passive = governing.group is not None and governing.group.passive
            content = draft.noun is not None and draft.noun.head.form in classes("meaning-nouns")
            draft.subject = governing.object if governing.object and not passive and not content else governing.subject

    def _noun_before(self, at: int) -> NounPhrase | None:
        """Return the noun phrase that ends right before a place."""
        found = self.by_end.get(at - 1)
        return found.phrase if found else None

    def _keep_subject(self) -> None:
        """Set a subject aside that a describing clause separates from its verb."""
        if self.waiting:
            self.aside.append(self.waiting[0])
        elif self.claimed is not None and self.open and self.drafts[-1].takes_content:
            self.aside.append(self.claimed)

    def _gerund(self, draft: Draft, group: VerbGroup) -> None:
        previous = len(self.drafts) - 1
        first = group.first
        before = self.letters[first - 1] if first else "."
        described = self._noun_before(first)
        draft.governor = previous if previous >= 0 else None
        draft.subject = self.drafts[previous].subject if previous >= 0 else None
        draft.begin = first
        draft.introducer = None
        if before in "ISc":
            draft.begin, draft.introducer, draft.link = first - 1, self.tokens[first - 1].form, Link.ADVERBIAL
            if before == "I" and self.open and draft.introducer in _GOVERNED_GERUND:
                draft.link = Link.CONTENT
                draft.subject = self.drafts[previous].object or draft.subject
            if before == "c" and previous >= 0:
                governing = self.drafts[previous]
                draft.link, draft.governor, draft.subject = governing.link, governing.governor, governing.subject
                draft.joined = previous
        elif described is not None and described.number is None:
            draft.link, draft.noun, draft.subject = Link.RELATIVE, described, described
        else:
            draft.link = Link.CONTENT if self.open else Link.ADVERBIAL
        self._keep_subject()

    def _participle(self, draft: Draft, group: VerbGroup) -> None:
        previous = len(self.drafts) - 1
        draft.reduced = True
        draft.governor = previous if previous >= 0 else None
        described = self._noun_before(group.first)
        if described is None and self.waiting:
            described = self.waiting[0].phrase
        if described is not None:
            verb_behind = any(at > group.first and other.finite for at, other in self.groups.items())
            draft.subject = described
            if previous < 0 and (self.headline or not verb_behind):
                draft.subject = self.waiting[0].phrase if self.waiting else described
                draft.governor = None
            else:
                draft.begin, draft.link, draft.noun = group.first, Link.RELATIVE, described
                self._keep_subject()
            return
        draft.link = Link.COORDINATE if draft.introducer in _COORDINATING else Link.ADVERBIAL
        draft.subject = self.drafts[previous].subject if previous >= 0 else None

    def _finite(self, draft: Draft, group: VerbGroup) -> None:
        if self.inverted is not None:
            draft.group = joined(self.inverted, group)
            if self.inverted.head.form in {"had", "should", "were"} and draft.introducer is None:
                draft.introducer, draft.link = "if", Link.ADVERBIAL
        letter = self.letters[self.introducer] if self.introducer >= 0 else ""
        if letter == "W":
            self._relative(draft)
            return
        previous = len(self.drafts) - 1
        if self.waiting:
            subject = self._fresh(group)
            draft.subject = subject.phrase
            self._linked(draft, previous, letter)
        elif self.claimed is not None and self._claims():
            draft.subject = self.claimed.phrase
            draft.begin = self.introducer if self.introducer >= 0 else self.claimed.begin
            self._linked(draft, previous, letter)
        elif letter == "c" and previous >= 0:
            draft.subject = self._shared_subject(previous)
            self._linked(draft, previous, letter)
        elif self.aside:
            draft.subject = self.aside.pop().phrase
            draft.begin = group.first
        else:
            draft.subject = self.drafts[previous].subject if previous >= 0 else None
            self._linked(draft, previous, letter)

    def _fresh(self, group: VerbGroup) -> Waiting:
        """Return which of the waiting phrases is the subject: the last of "Two dead, police say", else the first."""
        first, last = self.waiting[0], self.waiting[-1]
        between = self.letters[first.end + 1 : last.begin]
        alone = (
            between.count(",") == 1 and "c" not in between and not set(self.letters[last.end + 1 : group.first]) & {","}
        )
        return last if alone and last is not first else first

    def _claims(self) -> bool:
        """Return whether a verb takes the object before it as its subject."""
        return self.introducer >= 0 or self.drafts[-1].takes_content or not self.aside

    def _shared_subject(self, previous: int) -> NounPhrase | None:
        """Return the subject that a coordinate verb shares with the last finite clause before it."""
        for draft in reversed(self.drafts[: previous + 1]):
            if draft.group is not None and (draft.group.finite or draft.reduced):
                return draft.subject
        return self.drafts[previous].subject

    def _relative(self, draft: Draft) -> None:
        """Read a relative clause or an indirect question."""
        previous = len(self.drafts) - 1
        at = self.introducer - 1
        while at >= 0 and self.letters[at] in "I,":
            at -= 1
        noun = self._noun_before(at + 1)
        question = noun is None or draft.introducer == "what"
        draft.begin = self.introducer
        draft.governor = previous if previous >= 0 else None
        draft.link = Link.RELATIVE if not question else Link.CONTENT if previous >= 0 else Link.MAIN
        draft.noun = None if question else noun
        if self.waiting:
            draft.subject = self.waiting[0].phrase
            draft.object = draft.noun
        else:
            draft.subject = noun or (self.aside[-1].phrase if self.aside else None)

    def _linked(self, draft: Draft, previous: int, letter: str) -> None:
        """Set how a finite clause hangs on the one before it."""
        governing = self.drafts[previous] if previous >= 0 else None
        if draft.link is Link.ADVERBIAL and self.inverted is not None:
            return
        if letter == "S":
            at = self.introducer
            content = draft.introducer in _CONTENT_INTRODUCERS
            asking = draft.introducer in _ASKING and governing is not None and self.letters[at - 1] not in ",."
            asking = asking and governing is not None and (governing.object is None or governing.takes_content)
            draft.noun = self._noun_before(at) if content else None
            draft.link = Link.CONTENT if content or asking else Link.ADVERBIAL
            draft.governor = previous if previous >= 0 and at > 0 else None
            if draft.introducer == "that" and self._describes(draft):
                draft.link, draft.described = Link.RELATIVE, True
        elif letter == "c" and governing is not None:
            draft.link, draft.governor, draft.joined = Link.COORDINATE, previous, previous
        elif self.claimed is not None and self.open and governing is not None and governing.takes_content:
            draft.link, draft.governor = Link.CONTENT, previous
            if governing.object is draft.subject:
                governing.object, governing.recipient = governing.recipient, None

    def _describes(self, draft: Draft) -> bool:
        """Return whether "that" stands for the noun before it, whose verb comes later ("the bank that they robbed")."""
        noun = draft.noun
        if noun is None or noun.head.form in classes("meaning-nouns"):
            return False
        return bool(self.aside) and self.aside[-1].phrase is noun
