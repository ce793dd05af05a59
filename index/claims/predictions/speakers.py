"""Who predicts, where the sentence itself says so with a name; the quotations room knows the rest."""

import re

_GROUP = (
    r"(?:officials|experts|analysts|economists|researchers|scientists|critics|lawmakers|observers|authorities|police|prosecutors"
    r"|agency|ministry|government|company|department|media)"
)
_NAME = (
    rf"(?:(?:the|The|a|A)\s)?(?:(?:[A-Z][\w’'-]*\s){{1,4}}(?:[a-z]+\s){{0,2}}{_GROUP}\b"
    r"|[A-Z][\w.’'&-]*(?:\s(?:of|for|the|de|van|von|bin|al|and)(?=\s[A-Z])|\s[A-Z][\w.’'&-]*){0,7})"
    rf"|(?:[A-Z]\w*\s)?{_GROUP}"
)
_VERB = (
    r"(?:said|says|told|warned|warns|predicted|predicts|argued|argues|believes|added|adds|announced|stated|claimed|claims|noted"
    r"|explained|concluded|wrote|tweeted|suggested|suggests|insisted|confirmed|expects|vowed|promised|pledged|forecasts|estimates"
    r"|estimated|urged|called|hopes|fears|thinks|cautioned|reiterated|reported|asked|concedes|conceded|testified)"
)
_NOT_IN = "".join(
    rf"(?<!\b{word}\s)" for word in ("in", "of", "at", "on", "On", "In", "from", "by", "to", "for", "near", "with")
)
_ACCORDING = re.compile(rf"\b[Aa]ccording\sto\s(?P<speaker>{_NAME})")
_BEFORE = re.compile(
    rf"{_NOT_IN}(?P<speaker>{_NAME})(?:\s(?:in|at|from)\s(?:the\s)?[A-Z]\w*)?(?:(?:,\s[^,“”\"]{{2,80}}){{1,3}},)?\s(?:(?:has|have|had|also|later|further)\s)?{_VERB}\b"
)
_AFTER = re.compile(
    rf"[,”\"?!]['’”\"]?\s(?:(?P<first>{_NAME})(?:,\s[^,“”\"]{{2,80}},)?\s{_VERB}\b|(?:said|says|added|wrote)\s(?P<then>{_NAME}))"
)
_VOICED = re.compile(
    r"(?:promise[sd]?|vow(?:s|ed)|pledge[sd]?|threatened|suggest(?:s|ed)|recommend(?:s|ed)|propos(?:es|ed))\b"
)
_LONGEST = 6
"""Words of a subject beyond which it is more than a name."""
_PRONOUNS = frozenset("he she it they we i you this that who which and".split())
_NOT_NAMES = frozenset(
    "He She It They We I You This That These Those The But And So As In On If When Some Many Most Others Who".split()
)


def stated_speaker(text: str, cue: int) -> str | None:
    """Return the speaker whom the sentence names for the prediction with its cue at offset ``cue``; None for none.

    A name before a verb of saying counts when the cue follows it, or when quotation marks end right before the name.
    """
    found = _ACCORDING.search(text)
    if found is None:
        found = next((match for match in _BEFORE.finditer(text[:cue]) if match["speaker"] not in _NOT_NAMES), None)
    if found is not None:
        return _clean(found["speaker"])
    later = _AFTER.search(text, cue)
    return _clean(later["first"] or later["then"]) if later else None


def promiser(cue: str, subject: str | None) -> str | None:
    """Return the subject of a verb of promising or suggesting, who is the voice of what it tells; None for others."""
    if subject is None or _VOICED.match(cue) is None or len(subject.split()) > _LONGEST:
        return None
    return None if subject.casefold() in _PRONOUNS else _clean(subject)


def _clean(name: str) -> str | None:
    """Return the name without a closing mark, or None where it is a pronoun or another word with a capital."""
    stripped = name.strip().rstrip(".,’'")
    return None if stripped in _NOT_NAMES or len(stripped) < 2 else stripped
