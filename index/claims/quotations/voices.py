"""Which sources can be somebody's at all: no clause, no author's "I've", no picture and no bit of news speaks."""

import re

from index.english import words as listed

_CLAUSE = re.compile(
    r"^(?:when|while|although|though|because|if|since|until|where|how|why|what|that|despite|unless|whether)\b|^(?:an?|the)$",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(r"^(?:i|we|let)(?:['’](?:ve|m|d|ll|re|s))?$", re.IGNORECASE)
_FOLLOWING = re.compile(r"\s(?:of|from|that|which|with|in|on|at|about|by|for|to|taken|posted|shared|showing)\s|[,(]")
_PRINTED_BEFORE = re.compile(
    r"^(?:(?:And\s|But\s)?[Aa]s\s+(?=[A-Z])|(?:19|20)\d\d\s+(?=[A-Z][a-z]+\s[A-Z])|(?:Photo|Image|Video|Caption|Watch|Advertisement)\s+(?=[A-Z][a-z]+\b))"
)


def is_voice(source: str) -> bool:
    """Return whether the words of a source can name somebody who says something.

    A clause ("when asked"), the author ("I've"), and pictures or bits of news ("videos of farmers", "word of a
    seizure") cannot; what a picture shows is nobody's speech.
    """
    words = source.strip()
    if not words or _CLAUSE.match(words) or _OWN_VOICE.match(words.split()[0]):
        return False
    head = _FOLLOWING.split(words, maxsplit=1)[0].split()
    return (
        not head
        or head[-1].casefold() not in listed("things-without-voice")
        or (len(head) > 1 and head[-1][:1].isupper())
    )


def without_print(source: str) -> str:
    """Return a source without a year or a caption's label that the page prints before the name."""
    return _PRINTED_BEFORE.sub("", source)
