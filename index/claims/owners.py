"""Whose value a figure is: the named thing that has, gains or loses it.

English rules: an apposition ("Acme (1.2 billion)"), a possessor ("Acme's users", "users of Acme"), or the subject of
a verb of having and gaining. A pronoun or a general noun ("the app", "it") stands for the subject of an earlier
sentence of the paragraph, or else for the document's main name.
"""

import re
from collections import Counter
from collections.abc import Sequence

from index.english import with_lists
from index.language import Name
from index.records import (
    Claim,
    ClaimKind,
    Document,
    Figure,
    subject_of,
)

_HAVING = with_lists("<verbs-of-having>").replace(" ", r"\s")
_VERB = re.compile(rf"(?:\s(?:\w+ly|now|also|since|already|still|then|reportedly|has|have|had|was|is))*\s{_HAVING}\b")
_GENERAL = re.compile(
    with_lists(r"\b(?:it|they|he|she|(?:the|this|that|its|their|his|her)\s(?:[\w-]+\s){0,2}?<general-nouns>)$"),
    re.IGNORECASE,
)
_OPENS_GENERAL = re.compile(_GENERAL.pattern.removesuffix("$") + r"\b", re.IGNORECASE)
_ADDED = re.compile(
    r",\s(?:with|gaining|garnering|attracting|drawing|adding|amassing|reaching|earning|losing|boosting\sits\s\w+\sto)\s$"
)
_MOVING = re.compile(
    r"\b(?:flock|migrat|mov|switch|turn|fle[ed]|rush|relocat|shift|jump|sign(?:ed|ing)?\sup|defect)\w*"
)
_GOAL_REACH = 120
_POSSESSIVE = re.compile(r"['’]s?\b")
_OWN = re.compile(r"\b(?:its|their|his|her)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_FOLLOWS_SUBJECT = re.compile(
    with_lists(r"\s(?:\w+ly\s|also\s|now\s|then\s|has\s|have\s|had\s)*<verbs-behind-subjects>\b")
)
NATIONALITY = re.compile(r"(?:ese|ish|ians?|icans?|eans?|ench|utch|reeks?)$")
"""How most names of nationalities end in English: they own nothing, and are shared by many stories."""
_PREPOSITION = re.compile(
    r"\b(?:in|of|at|on|from|for|to|by|with|near|into|and|or|than|the\s[a-z]+\sof)\s(?:the\s)?$", re.IGNORECASE
)
_ADJECTIVE = re.compile(r"[-‑–]\w+$")
_REACH = 3
"""Sentences back in which the subject of a pronoun is looked for."""
_FAR = 8
_INTRODUCED = re.compile(
    r"\b(?:app|platform|company|firm|site|website|service|network|group|maker|giant|startup|club)"
    r"(?:,|\s(?:called|named|known\sas))\s[\"'“‘]?$"
)
_LEAST = 3
"""How often a document must say its main name."""


class Owners:
    """Finds the owner of each figure of one document; ``names`` are the names of each of its sentences."""

    def __init__(self, document: Document, names: Sequence[Sequence[Name]]) -> None:
        self._document = document
        self._names = names
        self._main = _main_name(names)

    def of(self, claim: Claim, number: int) -> Name | None:
        """Return the name to which the value of ``claim``, in sentence ``number``, belongs; None where none is seen.

        Of an event it is the name that opens what happened, or that its pronoun stands for.
        """
        names = self._names[number]
        before = claim.text[: claim.span.start - claim.sentence.start]
        if claim.kind is ClaimKind.EVENT:
            return self._doer(claim, number)
        if claim.kind is not ClaimKind.FIGURE:
            return None
        named = self._named(claim, names)
        if named is not None:
            return named
        stated = self._apposition(claim, before, names) or self._possessor(claim, names) or self._goal(claim, names)
        if stated:
            return stated
        if _OWN.search(before):
            return self._antecedent(number, claim.span.start)
        return self._subject(claim, before, number)

    def _named(self, claim: Claim, names: Sequence[Name]) -> Name | None:
        """Return the name in the words that say whose value it is, or what a general noun there stands for."""
        of = claim.quantity.of if isinstance(claim, Figure) else None
        if of is None:
            return None
        return next((name for name in names if name.text in of and not NATIONALITY.search(name.key)), None)

    def _doer(self, claim: Claim, number: int) -> Name | None:
        subject = subject_of(claim) or ""
        for name in self._names[number]:
            if subject.startswith(name.text) and not NATIONALITY.search(name.key):
                return name
        return self._antecedent(number, claim.span.start) if _OPENS_GENERAL.match(subject) else None

    def _goal(self, claim: Claim, names: Sequence[Name]) -> Name | None:
        """Return where those who are counted go: "half a million users flocked to Acme"."""
        after = claim.text[claim.span.end - claim.sentence.start :][:_GOAL_REACH]
        moved = _MOVING.search(after)
        if moved is None or (to := after.find(" to ", moved.start())) < 0:
            return None
        place = claim.span.end + to
        near = [name for name in names if place <= name.span.start < claim.span.end + _GOAL_REACH]
        return next((name for name in near if not (NATIONALITY.search(name.key) or _ADJECTIVE.search(name.text))), None)

    def _apposition(self, claim: Claim, before: str, names: Sequence[Name]) -> Name | None:
        if not before.rstrip().endswith("("):
            return None
        end = claim.sentence.start + len(before.rstrip()) - 1
        return next((name for name in names if 0 <= end - name.span.end <= 1), None)

    def _possessor(self, claim: Claim, names: Sequence[Name]) -> Name | None:
        subject = subject_of(claim) or ""
        offset = claim.sentence.start
        for name in names:
            if abs(name.span.start - claim.span.start) > 120:
                continue
            after = claim.text[name.span.end - offset : name.span.end - offset + 3]
            if name.text in subject and (_POSSESSIVE.match(after) or f"of {name.text}" in subject):
                return name
            between = claim.text[name.span.end - offset : max(0, claim.span.start - offset)]
            near = between.count(" ") <= 2 and not any(mark in between for mark in ",;:(")
            if name.span.end <= claim.span.start and _POSSESSIVE.match(after) and near:
                return name
        return None

    def _subject(self, claim: Claim, before: str, number: int) -> Name | None:
        """Return the subject of the verb of having before the figure, or of the sentence for "…, with 5 million"."""
        verbs = list(_VERB.finditer(before[-160:]))
        cut = max(0, len(before) - 160)
        if _ADDED.search(before):
            return self._opening(claim, number)
        if not verbs or any(mark in before[cut + verbs[-1].start() :] for mark in ";—"):
            return None
        at = cut + verbs[-1].start()
        place = claim.sentence.start + at
        for name in reversed(self._names[number]):
            if name.span.end <= place and len(before[name.span.end - claim.sentence.start : at].strip("'’s ")) == 0:
                lead = before[: name.span.start - claim.sentence.start]
                return None if NATIONALITY.search(name.key) or _PREPOSITION.search(lead) else name
        if _GENERAL.search(before[max(0, at - 60) : at]):
            return self._antecedent(number, place)
        return None

    def _opening(self, claim: Claim, number: int) -> Name | None:
        """Return the last name before the figure that is a subject, or what the sentence's general noun stands for."""
        for name in reversed(self._names[number]):
            opens = name.span.start == claim.sentence.start
            if name.span.end < claim.span.start and (self._is_subject(name, number) or opens):
                return None if NATIONALITY.search(name.key) else name
        if _OPENS_GENERAL.match(claim.text):
            return self._antecedent(number, claim.sentence.start)
        return None

    def _antecedent(self, number: int, before: int) -> Name | None:
        """Return what a pronoun or a general noun stands for: the nearest earlier subject, or the main name.

        Looked for in the paragraph, and in the one before where the sentence begins its own.
        """
        sentences = self._document.sentences
        paragraphs = {sentences[number].paragraph}
        if number and sentences[number - 1].paragraph not in paragraphs:
            paragraphs.add(sentences[number - 1].paragraph)
        for place in range(number, max(-1, number - 1 - _REACH), -1):
            if sentences[place].paragraph not in paragraphs:
                break
            for name in self._names[place]:
                if name.span.end < before and self._is_subject(name, place):
                    return name
        return self._introduced(number) or self._main

    def _introduced(self, number: int) -> Name | None:
        """Return the last thing that was brought in as "an app, Acme" or "a platform called Acme"."""
        for place in range(number, max(-1, number - 1 - _FAR), -1):
            start = self._document.sentences[place].span.start
            for name in reversed(self._names[place]):
                if _INTRODUCED.search(self._document.text[max(start, name.span.start - 40) : name.span.start]):
                    return name
        return None

    def _is_subject(self, name: Name, number: int) -> bool:
        start = self._document.sentences[number].span.start
        lead = self._document.text[start : name.span.start]
        rest = self._document.text[name.span.end : name.span.end + 60]
        opens = not lead.strip() or lead.rstrip().endswith(",") or len(lead.split()) <= 2
        if not opens or NATIONALITY.search(name.key):
            return False
        return bool(_POSSESSIVE.match(rest)) or _FOLLOWS_SUBJECT.match(rest) is not None


def _main_name(names: Sequence[Sequence[Name]]) -> Name | None:
    """Return the name that a document speaks of more than twice as often as of any other; None where there is none."""
    counts: Counter[str] = Counter()
    first: dict[str, Name] = {}
    for sentence in names:
        for name in sentence:
            if not NATIONALITY.search(name.key):
                counts[name.key] += 1
                first.setdefault(name.key, name)
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return first[ranked[0][0]]
