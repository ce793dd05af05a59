"""Noun phrases: runs of tokens by their classes, with head, determiner, numbers, possessor and what is attached."""

import re
from collections.abc import Sequence

from index.annotation.records import Attached, NounPhrase, Token
from index.records import Span

_MODIFIER = r"(?:R?[Jj]|R*C|N|g(?=[JnsN])|J,(?=J)|J?c(?=J+[nsN]))"
_PHRASE = re.compile(
    rf"""
      (?P<noun>(?:!?R?D(?:R?[JjC])?)?(?:D|P)?(?:R*(?=[CJ]))?{_MODIFIER}*(?:n|N|s(?!N)|J(?=[nN]))*[nsN])
    | (?P<time>[DJj]{{0,2}}t[tC]*(?:,C(?!C))?)
    | (?P<number>R*[DP]?(?:J(?=C))?C+(?:J(?![nsNJ]))?)
    | (?P<word>[pE])
    | (?P<bare>(?:[DP]|(?<='))J+(?![nsNJ])|D|P(?![\w]))
    """,
    re.VERBOSE,
)
_TIME_BEFORE_NOUN = re.compile(r"[DJ]?t(?=[nsN])")


_WHEN = frozenset({"last", "next"})
"""Adjectives behind which a time begins: "hired 900 people last year"."""


def noun_phrases(tokens: Sequence[Token], visible: Sequence[int], letters: str) -> list[NounPhrase]:
    """Return the noun phrases of a sentence in order, without what is attached.

    ``letters`` are the classes of the tokens at the places ``visible``, quotation marks left out.
    """
    found: list[NounPhrase] = []
    for place, at in enumerate(visible):
        if tokens[at].form in _WHEN and letters[place] == "J":
            letters = f"{letters[:place]}j{letters[place + 1 :]}"
    for match in _PHRASE.finditer(letters):
        first, last = match.start(), match.end() - 1
        owner = None
        if found and first and letters[first - 1] == "'" and found[-1].last == visible[first - 2]:
            owner = found.pop()
        elif first and found and letters[first - 1] == "t" and found[-1].last == visible[first - 1]:
            time = found[-1]
            if match.lastgroup == "noun" and letters[first] in "nsN" and time.head.text == tokens[time.first].text:
                found.pop()  # "Thursday night", and not "on Thursday the court …"
                first = letters.rindex("t", 0, first)
        found.append(_phrase(tokens, visible[first : last + 1], letters[first : last + 1], owner))
    return found


def _phrase(tokens: Sequence[Token], places: Sequence[int], letters: str, owner: NounPhrase | None) -> NounPhrase:
    words = [tokens[place] for place in places]
    head = len(words) - 1
    if letters[head] == "J" and letters[0] == "C":
        head = len(words) - 1
    first = owner.first if owner else places[0]
    start = owner.span.start if owner else words[0].start
    numbers = [word for word, letter in zip(words, letters, strict=True) if letter == "C"]
    determiner = next((word.form for word, letter in zip(words, letters, strict=True) if letter in "DP"), None)
    modifiers = tuple(word for word, letter in zip(words[:head], letters, strict=False) if letter not in "DPC!,c")
    return NounPhrase(
        Span(start, words[-1].end), first, places[-1], words[head], determiner,
        Span(numbers[0].start, numbers[-1].end) if numbers else None, modifiers, owner,
    )  # fmt: skip


def with_attached(
    phrases: Sequence[NounPhrase], tokens: Sequence[Token], visible: Sequence[int], letters: str
) -> list[NounPhrase]:
    """Return the phrases, each with the prepositional phrases that follow it directly."""
    order = {place: at for at, place in enumerate(visible)}
    made: list[NounPhrase] = []
    following: NounPhrase | None = None
    for phrase in reversed(phrases):
        at = order[phrase.last] + 1
        if following is not None and at < len(letters) and letters[at] == "I" and order[following.first] == at + 1:
            attached = Attached(tokens[visible[at]].form, following._replace(attached=()))
            following = phrase._replace(attached=(attached, *following.attached))
        else:
            following = phrase
        made.append(following)
    made.reverse()
    return made
