"""What a prediction is about: the grammatical subject of its cue, in the sentence's words."""

import re

from index.claims.predictions.places import pattern

_THAT = re.compile(
    r"\b(?:that|whether|if),?\s(?P<subject>[^;:.?]{1,200}?)\s(?:will|would|could|can|may|might|shall|should|must|is|are|has|have|to)\b"
)
_FOR_TO = re.compile(r"\bfor\s(?P<subject>[^,;:]{1,100}?)\sto\s[a-z]")
_URGED = re.compile(r"(?:urge[sd]?|urging|advise[sd]?|call(?:s|ed|ing)?\son)\s(?P<subject>[^.;,]{1,60}?)\sto\b")
_BOUNDARY = pattern(
    r"(?:[;:“”\"()—–]|, ?['’]|^|\b<clause-openers> |\b<verbs-before-clauses> "
    r"|\b(?:and|or) (?=(?:it|they|he|she|we|I)\b))"
)
_LEAD = pattern(r"^[ “‘\"'(]*(?:<linking-words>\b,? *)+")
_TRAIL = pattern(r"(?: +<words-before-cues>|['’](?:s|re|m|ve)|(?:is|was|does|did|do|are)n['’]t) *$")
_RELATIVE = re.compile(r"\s(?:which|who|that)\s*(?:\w+ly\s*)?$")
_THERE = re.compile(
    r"(?:\s\w+){0,2}?\s(?:be|come)\s(?P<subject>[^,.;:—–]{1,100}?)(?=\s?[—–]|\s(?:to|if|in|on|that|when|for|at|by|with)\b|[,.;:]|$)"
)
_INSERTED = pattern(r" *<insertion-openers>\b")
_SECOND_RELATIVE = re.compile(r"\b(?:and|or|but)\s(?:that|which|who)(?:\s\w+ly)?$")
_COORDINATED = re.compile(r"\s(?:is|are|was|were|has|have|can|will)\s(?:not\s)?(?:and|or|but)$")
_AFTER_VERB = re.compile(r"^.*\b(?:is|are|was|were|has|have|had|be|been|'s|’s)\s")
_PARTICIPLE = re.compile(r"(?:scheduled|expected|projected|forecast|predicted|estimated|planned|set|poised|bound)\b")
_AUXILIARY = re.compile(
    r"(?:\b(?:is|are|am|was|were|be|been|being|it)|['’](?:s|re|m))(?:\s(?:\w+ly|also|now|still|not|all|both))*\s*$"
)
_JOINED_VERB = re.compile(r"\s(?:is|are|was|were|has|have|had|said|will|would)\s[^,]{1,120}\s(?:and|but|or)$")
_PAIRED = re.compile(r"\s?\([^()]*\)|[“\"](?P<quoted>[^“”\"]*)[”\"]")
_QUESTION_SUBJECT = pattern(
    r" *(?P<subject>(?:it|they|he|she|this|that|we|there)\b|(?:[^\s?]+ ){0,11}?[^\s?]+(?= <verbs-of-questions>\b)"
    r"|[^\s?]+)"
)
_LONGEST = 160


def subject_of(text: str, start: int, end: int, left: int) -> str | None:
    """Return the subject of the cue at ``text[start:end]`` in its clause from ``left``, or None where none is seen."""
    if text.rstrip("”\"’' ").endswith("?") and start - left < 12:
        match = _QUESTION_SUBJECT.match(text, end)
        return _tidy(match["subject"]) if match else None
    for form in (_URGED, _FOR_TO if text[end - 2 : end] == "to" and text[start:end].startswith("time") else None):
        match = form.match(text, start) if form else None
        if match:
            return _tidy(match["subject"])
    lead = text[max(left, start - 4 * _LONGEST) : start]
    reduced = _PARTICIPLE.match(text, start) is not None and _AUXILIARY.search(lead) is None
    own = _before(lead, reduced=reduced)
    lone = (own or "it").lower()
    if lone == "there":
        match = _THERE.match(text, end)
        return _tidy(match["subject"]) if match else own
    if lone in {"it", "i", "we"}:
        match = _THAT.search(text, max(left, end - 8), end + 2 * _LONGEST)
        return (_nearest(match["subject"]) if match else None) or own
    return own


def _before(lead: str, *, reduced: bool) -> str | None:
    """Return the noun phrase that ends where the cue begins; what stands between commas before the cue is skipped.

    ``reduced`` is whether the cue is a participle without its verb, as in "two men expected to win".
    """
    lead = _untrail(_PAIRED.sub(lambda match: match["quoted"] or "", lead).rstrip())
    if _SECOND_RELATIVE.search(lead):
        return None
    lead = _COORDINATED.sub("", lead)
    relative = _RELATIVE.search(lead + " ")
    if relative:
        lead = lead[: relative.start()]
        lead = lead.rstrip(" ,") if lead.endswith(",") else _AFTER_VERB.sub("", lead)
    elif reduced:
        lead = _AFTER_VERB.sub("", lead)
    boundary = max((match.end() for match in _BOUNDARY.finditer(lead)), default=0)
    parts = lead[boundary:].split(",")
    place = len(parts) - 1
    if place > 1 and not parts[place].strip():
        place -= 2
    while place > 0 and (_INSERTED.match(parts[place]) or not parts[place].strip()):
        place -= 1
    return _tidy(parts[place])


def _nearest(words: str) -> str | None:
    """Return the subject of a clause with "that": what stands before an insertion, or after an opening one."""
    first, _, _ = words.partition(",")
    opening = re.match(
        r"(?:once|if|when|while|although|after|before|as|in|on|at|by|until|unless|despite|with)\b", first
    )
    return _tidy(words.rpartition(",")[2] if opening else first)


def _untrail(lead: str) -> str:
    """Return the words without the auxiliaries and adverbs that stand between subject and cue."""
    shorter = _TRAIL.sub("", lead)
    while shorter != lead:
        lead, shorter = shorter, _TRAIL.sub("", shorter)
    return lead


def _tidy(words: str) -> str | None:
    """Return the phrase without linking words and marks at its ends; None when nothing or too much is left."""
    words = _JOINED_VERB.sub("", words)
    phrase = _untrail(_LEAD.sub("", words)).strip(' \t“”"‘(),;:—–-')
    phrase = phrase.lstrip("'‘")
    fits = len(phrase) <= _LONGEST and not re.fullmatch(r"\w*ing|\W*", phrase)
    return phrase if fits else None
