"""Who speaks in an attribution: the name, how it was found, what else he is called, and the sources behind him."""

from typing import NamedTuple

from index.claims.quotations.cues import cue_forms
from index.claims.quotations.drafts import Draft
from index.claims.quotations.naming import chain, name_in, roles_in
from index.claims.quotations.people import People
from index.claims.quotations.phrases import Range, noun_phrase_end, noun_phrase_start
from index.claims.quotations.units import Unit
from index.claims.quotations.voices import without_print
from index.claims.speakers import singular
from index.english import words as listed
from index.language import is_first_name
from index.records import Document

_HEARD_REACH = 14
"""Tokens behind a verb of telling within which the outlet it was told to is named."""


class Speaker(NamedTuple):
    """A speaker: the name, how it was found (``None`` for both where nobody is named), roles, and sources behind."""

    name: str | None
    how: str | None
    roles: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()


class _Last(NamedTuple):
    """The speaker named last, with the place of his name."""

    paragraph: int
    offset: int
    name: str


class Speakers:
    """Makes out the speakers of one document, in the order of its text."""

    def __init__(self, document: Document, people: People) -> None:
        self._document = document
        self._people = people
        self._said_in: dict[str, Speaker] = {}
        self._last: _Last | None = None

    def of(self, unit: Unit, source: Range) -> Speaker:
        """Return the speaker whom the words of a source mean."""
        tokens = unit.tokens
        word = tokens.lower(source[0])
        if source[1] - source[0] == 1:
            if word in ("i", "we"):
                return Speaker(None, None)  # outside quotations, the article's own voice
            if word in listed("subject-pronouns"):
                return self._named(self._meant(unit, word, tokens[source[0]].start), "pronoun")
            if word in listed("relatives"):
                end = source[0] - 1 if tokens.kind(source[0] - 1) == "," else source[0]
                start = noun_phrase_start(tokens, end)
                if start is None:
                    return Speaker(None, "pronoun")
                source = (start, end)
        place = unit.place(source)
        words = without_print(self._document.slice(place))
        name, origin = chain(words)
        name = self._people.in_full(name, place.start)
        if (meant := self._described(name, place.start)) is not None:
            return meant._replace(origin=(*meant.origin, *origin))
        self._people.note_body(name, place.start)
        roles = dict.fromkeys((*roles_in(words, name), *self._people.roles_of(name)))
        made = Speaker(name, "stated", tuple(roles), origin)
        self._last = _Last(unit.paragraph, place.start, name)
        self._remember(unit, made)
        return made

    def labelled(self, name: str | None, role: str) -> Speaker:
        """Return the speaker of a transcript's label, whom the text may name in full elsewhere."""
        if name is None:
            return Speaker(None, None)
        full = self._people.in_full(name, len(self._document.text)) if " " not in name else name
        return Speaker(full, "stated", (role,) if role else self._people.roles_of(full))

    def _meant(self, unit: Unit, pronoun: str, offset: int) -> str | None:
        """Return whom a pronoun means: the one person or body that fits, or who spoke right before it."""
        found = self._people.of_pronoun(pronoun, offset)
        last = self._last
        if found is not None or last is None:
            return found
        if pronoun == "they":
            return last.name if unit.paragraph - last.paragraph < 2 and _is_several(last.name) else None
        same = unit.paragraph == last.paragraph
        return last.name if same and self._people.alone(last.name, pronoun, last.offset, offset) else None

    def _named(self, name: str | None, how: str) -> Speaker:
        return Speaker(name, how, self._people.roles_of(name) if name else ())

    def _described(self, words: str, offset: int) -> Speaker | None:
        """Return whom "the mayor", "the airline" or "the statement" means, where one fits."""
        article, _, rest = words.partition(" ")
        if article.casefold() in ("the", "that", "this") and rest in self._said_in:
            before = self._said_in[rest]
            return before._replace(how="description")
        found = self._people.described(words, offset)
        return None if found is None else Speaker(found, "description", self._people.roles_of(found) or (words,))

    def _remember(self, unit: Unit, speaker: Speaker) -> None:
        """Keep who said something in a statement, a letter or a tweet: "the statement said" means him."""
        for token in unit.tokens.all:
            if token.lower in listed("vehicles-of-speech"):
                self._said_in[singular(token.lower)] = speaker

    def cited_after(self, unit: Unit, end: int) -> tuple[str, ...]:
        """Return the source named after what was said: "..., citing NAME"."""
        tokens = unit.tokens
        if tokens.kind(end) != "," or tokens.lower(end + 1) != "citing":
            return ()
        stop = noun_phrase_end(tokens, end + 2, apposition=False)
        if stop is None or not any(tokens[i].capital for i in range(end + 2, stop)):
            return ()
        speaker, origin = chain(self._document.slice(unit.place((end + 2, stop))))
        return (speaker, *origin)

    def hearers(self, unit: Unit, draft: Draft) -> tuple[str, ...]:
        """Return the outlet to which something was told: "told the Herald", "in an interview with NPA"."""
        tokens = unit.tokens
        if draft.cue is None or draft.source is None or not draft.report:
            return ()
        limit = min(len(tokens), draft.cue[1] + _HEARD_REACH)
        for position in range(draft.cue[1], limit):
            if tokens.kind(position) in (".", ":", ";", "q") or tokens.lower(position) == "that":
                break
            told = position == draft.cue[1] and _is_told(tokens.lower(position - 1))
            opens = told or (tokens.lower(position - 1) in ("to", "with") and position > draft.cue[1])
            if draft.source[0] <= position < draft.source[1]:
                continue
            start = position + 1 if tokens.lower(position) == "the" else position
            if not opens or not tokens[start].capital:
                continue
            end = start
            while tokens[end].capital or (tokens.lower(end) in ("of", "and") and tokens[end + 1].capital):
                end += 1
            name = name_in(self._document.slice(unit.place((start, end))))
            return () if self._is_no_outlet(name, draft, position) else (name,)
        return ()

    def _is_no_outlet(self, name: str, draft: Draft, position: int) -> bool:
        """Return whether a name behind the verb is a person's, a time's, or where what was said begins."""
        first = name.split(maxsplit=1)[0]
        inside = draft.content[0] <= position < draft.content[1]
        timed = first.casefold() in listed("time-nouns") or first.casefold() in listed("subject-pronouns")
        return inside or timed or is_first_name(first) or first.casefold() in self._people.surnames


def _is_several(name: str) -> bool:
    """Return whether a speaker is several people: "officials", "two witnesses", "police"."""
    words = name.split()
    head = words[-1].casefold()
    if words[-1][:1].isupper() and (len(words) > 1 or singular(head) not in listed("speaking-nouns")):
        return False
    return head != singular(head) or head in listed("plural-subjects") or head == "police"


def _is_told(verb: str) -> bool:
    """Return whether a verb's first object is the person spoken to."""
    cue = cue_forms().get(verb)
    return cue is not None and "telling" in cue.groups
