"""Readers' comments after an article: under their heading, or without one.

Comments without a heading are the hard case: copied pages run straight from the last line of the article into the first
reader's. A place is taken for the border only when several signs agree: somebody speaks about the article as one who
has read it, in its last part, and the rest speaks so too, or is typed differently, or the line before said goodbye.
"""

import re
from collections.abc import Sequence

from index.english import patterns
from index.zones.paragraphs import Paragraph
from index.zones.patterns import LatePattern

_HEADING = LatePattern(*patterns("comment-headings"), before=r"#{0,6}\s?", after=r"\s?[:：]?\Z", flags=re.IGNORECASE)
_STRONG = LatePattern(*patterns("comment-signs"), flags=re.IGNORECASE)
_REACTION = LatePattern(*patterns("comment-reactions"), flags=re.IGNORECASE)
_IDENTITY = LatePattern(*patterns("comment-identities"))
_FURNITURE = LatePattern(*patterns("comment-furniture"), after=r"\Z", flags=re.IGNORECASE)
_FAREWELL = LatePattern(*patterns("farewells"), before=r"\b", after=r"\b", flags=re.IGNORECASE)
_AUTHORS_THANKS = LatePattern(
    "(?:many )?thank(?:s| you)(?: so much| all)? for (?:reading|subscribing|listening|following)", flags=re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me)\b")
_ENOUGH = 5
_SHORTEST_PARAGRAPHS = 80


def find_comments(paragraphs: Sequence[Paragraph], story: Sequence[int]) -> int | None:
    """Return the index of the paragraph with which readers' comments begin; they go on to the end. None without any.

    ``story`` holds the indices of the paragraphs that are not known to be something else.
    """
    labelled = _under_a_heading(paragraphs, story)
    return labelled if labelled is not None else _without_heading(paragraphs, story)


def _under_a_heading(paragraphs: Sequence[Paragraph], story: Sequence[int]) -> int | None:
    """Return the heading of the comments, where at least a third of the text, or four paragraphs, stand before it."""
    total = sum(len(paragraphs[index].text) for index in story)
    before = 0
    for place, index in enumerate(story):
        text = paragraphs[index].text
        if len(text) <= 80 and _HEADING.match(text) and (before * 3 >= total or place >= 4) and before > 200:
            return index
        before += len(text)
    return None


def _without_heading(paragraphs: Sequence[Paragraph], story: Sequence[int]) -> int | None:
    """Return the first paragraph in the last half that a reader wrote, when the signs together are enough."""
    if len(story) < 5:
        return None
    total = sum(len(paragraphs[index].text) for index in story)
    before = 0
    quotes = _quote_style([paragraphs[index].text for index in story[: max(3, len(story) // 2)]])
    for place, index in enumerate(story):
        text = paragraphs[index].text
        if before * 2 >= total and place >= 3 and _opens(text):
            # In talk set down line by line everybody reacts to everybody: there is no article to comment on.
            if before < _SHORTEST_PARAGRAPHS * place:
                return None
            rest = [paragraphs[later].text for later in story[place:]]
            if _evidence(rest, paragraphs[story[place - 1]].text, quotes) >= _ENOUGH and not _goes_on(rest):
                return index
        before += len(text)
    return None


def _opens(text: str) -> bool:
    """Return whether a paragraph may be the first comment: a reaction, an introduction, or talk of the article."""
    if text[:1] in "“\"‘'«" or _AUTHORS_THANKS.match(text):
        return False
    return bool(_REACTION.match(text) or _IDENTITY.match(text) or (_STRONG.search(text) and _FIRST_PERSON.search(text)))


def _evidence(rest: Sequence[str], before: str, quotes: str | None) -> int:
    """Return how much speaks for ``rest`` being readers' words; each sign counts once for each paragraph."""
    score = 0
    for text in rest[:8]:
        quoted = text[:1] in "“\"‘'«"
        score += 0 if quoted else 2 * bool(_STRONG.search(text)) + 2 * bool(_REACTION.match(text))
        score += 1 * bool(_IDENTITY.match(text)) + 2 * bool(_FURNITURE.match(text))
    style = _quote_style(rest[:1])
    score += 1 if quotes and style and style != quotes else 0
    score += 1 if _FAREWELL.search(before[-250:]) or before.endswith("!") else 0
    spoken_of = any(_STRONG.search(text) or _FURNITURE.match(text) for text in rest[:8])
    return score + (1 if _FIRST_PERSON.search(rest[0]) else 0) if spoken_of else 0


def _goes_on(rest: Sequence[str]) -> bool:
    """Return whether what follows is plainly a report: three or more paragraphs that quote what somebody said."""
    return (
        sum(
            bool(re.search(r"[”\"] (?:he|she|[A-Z]\w+) (?:said|says|added|told)\b|\baccording to\b", text))
            for text in rest
        )
        >= 3
    )


def _quote_style(texts: Sequence[str]) -> str | None:
    """Return whether the quotation marks are ``straight`` or ``curly``; None when there are none, or both."""
    straight = sum(text.count("'") + text.count('"') for text in texts)
    curly = sum(text.count("’") + text.count("“") for text in texts)
    if straight + curly == 0 or min(straight, curly) > 0.1 * (straight + curly):
        return None
    return "straight" if straight > curly else "curly"
