"""Readers' comments after an article: under their heading, or without one.

Comments without a heading are the hard case: copied pages run straight from the last line of the article into the first
reader's. A place is taken for the border only when several signs agree: somebody speaks about the article as one who
has read it, in its last part, and the rest speaks so too, or is typed differently, or the line before said goodbye.
"""

import re
from collections.abc import Sequence

from index.zones.paragraphs import Paragraph
from index.zones.patterns import LatePattern

_PRAISE = (
    "nice", "great", "good", "excellent", "interesting", "fantastic", "brilliant", "awesome", "terrific", "wonderful",
    "lovely", "superb", "thoughtful", "insightful", "fascinating", "fun", "terrible", "lazy", "poor", "silly", "stupid",
    "bad", "awful",
)  # fmt: skip
_WORK = "(?:article|piece|post|essay|write-?up|analysis|newsletter|blog)"
_HEADING = LatePattern(
    r"\(?\d[\d,.]*\)?\s(?:comments?|replies|responses|reader comments|thoughts on\b.{0,200})",
    r"(?:all |top |best |latest |recent |reader |readers['’] |user )?(?:comments?|responses|replies)"
    r"\s?(?:\(?\s?\d[\d,.]*\s?\)?|section)?",
    "(?:comments?|discussion|responses) (?:about|on|to) this (?:post|article|story)",
    "reader(?:s['’])? (?:comments|reactions|responses|letters)", "join the discussion", "what readers (?:say|think)",
    r"网友评论", r"评论(?:\s?[(（]?\d+[)）]?)?", "全部评论", "跟帖",
    before=r"#{0,6}\s?", after=r"\s?[:：]?\Z", flags=re.IGNORECASE,
)  # fmt: skip
_STRONG = LatePattern(
    rf"\b(?:in|about|by|of|with|from) (?:this|your|the author['’]s) {_WORK}\b",
    r"\bI (?:totally |fully |completely |strongly |really |mostly |also )?(?:dis)?agree with (?:you|this|your|"
    r"the author|"
    r"the (?:article|piece|post))\b",
    r"\b(?:the|this) author (?:seems|should|fails|forgot|forgets|misses|clearly|obviously|needs|is (?:wrong|right|"
    r"biased))\b",
    rf"\bthank(?:s| you)(?: so much| a lot)? (?:for|to) (?:(?:the|this|sharing|writing|posting|your|a) ){{1,3}}"
    rf"(?:{'|'.join(_PRAISE)})? ?(?:{_WORK}|read|perspective|insights?|work|reporting)\b",
    r"\byour (?:article|piece|post|analysis|blog|newsletter|points?|argument|writing)\b",
    flags=re.IGNORECASE,
)
_REACTION = LatePattern(
    rf"(?:what an? |very |such an? |a |really |truly |absolutely )?(?:{'|'.join(_PRAISE)}) (?:{_WORK}|read|idea|column|"
    r"points?|stuff|summary|thread|take|story|work|job|reporting|perspective)s?\b\s?(?:[,.!;:…–—-]|\Z|but|and|thanks|thank)",
    r"(?:well (?:said|written|put)|agreed|exactly|so true|lol|lmao|haha|omg|wow|imo|imho|nope|yep|yeah|meh|"
    r"first)\b\s?[,.!…:-]",
    r"(?:thanks|thank you|thx)\b[^.!?]{0,60}[.!]",
    r"i (?:totally |fully |completely |strongly )?(?:dis)?agree\b",
    r"(?:sorry|sure|well|ok|okay),? but\b",
    r"@\w{2,30}[ ,:]",
    flags=re.IGNORECASE,
)
_IDENTITY = LatePattern(
    r"[Aa]s an? (?!result|consequence|matter|rule|way|means|sign|part|measure|response|precaution|whole|"
    r"guide)[^,.;]{3,90}, "
    r"(?:I|I['’]\w+|my)\b",
    r"(?:[A-Z]\w+ ){1,3}(?:living|based|working|born|here|from) (?:in |here)[^.]{2,60}",
    r"(?:[Ll]ong-?time|[Aa]vid|[Rr]egular|[Ff]irst-?time) (?:reader|subscriber|lurker)",
)
_FURNITURE = LatePattern(
    "reply", "like", r"likes?\s?\(?\d*\)?", r"\d+ likes?", r"liked by [\w ]{2,40}", "report abuse",
    "report comment", "flag",
    "upvote", "downvote", "edited", "permalink", r"(?:about )?(?:an?|\d{1,2}) (?:minute|min|hour|hr|day|week|month|"
    "year)s? ago",
    "expand full comment", r"\d+ repl(?:y|ies)", r"view \d+ repl(?:y|ies)",
    after=r"\Z", flags=re.IGNORECASE,
)  # fmt: skip
_FAREWELL = LatePattern(
    "join me", "let me know", "see you", "stay tuned", "thanks? (?:you )?for reading", "until next", "tell me what",
    "what do you think", "leave a comment", "in the comments", "subscribe", "feel free to",
    "hope you enjoyed", "drop me", "follow me", "share your thoughts", "reach out",
    before=r"\b", after=r"\b", flags=re.IGNORECASE,
)  # fmt: skip
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
    """Whether a paragraph may be the first comment: a reaction, somebody presenting himself, or talk of the article."""
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
    """Whether what follows is plainly a report: three or more paragraphs that quote what somebody said."""
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
