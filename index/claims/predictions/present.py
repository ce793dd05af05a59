"""What only looks forward: guesses about the present or past, abilities, reports of what was once planned.

A modal verb is epistemic of the present where its predicate is a state or goes on now ("may be why", "could reflect",
"might be trying"), and it is an ability under words of knowing or doubting (Quirk et al., "A Comprehensive Grammar of
the English Language", 4.51-4.54; Palmer, "Mood and Modality", 2.1). "The next five years" counts from the time that
the sentence tells of, unlike "next week", which counts from today (Quirk et al., 8.58-8.59).

Each predicate is given the place of a cue, and returns whether the cue tells of the present or the past there.
"""

import re

from index.claims.predictions.places import Place, pattern

REPORT = pattern(r"\b<words-of-report-or-plan>\b")
"""Words of saying or planning, or a condition, by which "would" speaks of what was still to come."""

_QUOTE = r"[“”\"‘’']?"
_PRESENT = pattern(
    rf" (?:(?:well|also|simply|just|even|still|perhaps|already|partly|\w+ly) ){{0,2}}(?:<state-verbs>s?\b"
    rf"|be (?:\w+ly |also |just |so )?{_QUOTE}(?:<state-complements>\b"
    r"|(?!being\b|nothing\b|anything\b)\w{2,}ing (?!at\b|in store)))",
    re.IGNORECASE,
)
_TO_COME = pattern(r"\b<words-to-come>\b", re.IGNORECASE)
_ABILITY = pattern(r"\b<ability-openers>\b[^,;.]{0,40}$", re.IGNORECASE)
_NO_DOUBT = pattern(r"\bno (?:doubt|question|dispute) (?:about|that|as to|over)\b[^,;.]{0,60}$", re.IGNORECASE)
_RAISING = pattern(r"\b<causing-words> (?:\w+ ){0,3}$", re.IGNORECASE)
_RAISED = pattern(
    r"\b<causing-words> (?:\w+ ){0,3}(?:concerns?|worries|suspicions?|questions?|alarm) (?:that|about|over|whether)\b"
    r"[^,;.]{0,60}$",
    re.IGNORECASE,
)
_WAS_SET = pattern(
    r"\b(?:(?:was|were|had been) (?:given|told|ordered|warned|threatened|granted|allowed)|had|faced)\b[^;.]{0,90}\b"
    r"(?:or|otherwise|after which) (?:\w+ ){0,4}$"
)
_MADE_TO = pattern(r"\b<verbs-of-making-do>\b[^,;.]{0,50} to $", re.IGNORECASE)
_AIM = pattern(r"\b(?:aim|goal|purpose|idea|point|intention|objective|task|job|role|mission|trick|what it) $", re.I)
_HOPED_PRESENT = pattern(
    r" (?:that )?(?:it|this|that|they|he|she|you)(?: (?:is|are|was|were)|['’](?:s|re))\b(?! able\b)"
)
_STANDING = pattern(r"[^.;]{1,120} (?:when \w+ing|whenever|(?:each|every) time)\b")
_NEXT = pattern(r"\w+ the next\b")
_LONG_AGO = pattern(
    r"[^.,;:“”\"]{1,60} (?:last (?:week|month|year|night|summer|winter|spring|fall|autumn)|yesterday|\w+ ago)\b"
)
_NARRATED = pattern(
    r"[^.;:“”\"]{1,80} (?:the (?:next|following) (?:day|night|morning|evening|week|month|year|season)"
    r"|that (?:night|day|evening|week|year|season))\b"
)
_PRESENT_VERB = pattern(
    r"\b(?:is|are|am|has|have|will|can|could|may|might|would|should|must|to [a-z]{2,})\b|['’](?:s|re|ll|ve)\b"
)
_WHETHER = pattern(
    r"(?:whether|if|how|when|what|that|why|where|who|which)$| ?(?:whether|if|how|when|what|why|where|who|which)\b"
)
_FORWARD = pattern(r"\b<forward-verbs>\b|['’]ll\b")
_IDENTITY = pattern(
    r"^\W*(?:(?:But|And|So|Or) )?(?:[Cc]ould|[Mm]ight|[Cc]an|[Ww]ould) (?:this|that|it|these|those|he|she|they) "
    r"(?:really |just |all )?be <identity-complements>\b"
)
_PASSIVE = pattern(r"would (?:not |also )?(?:be(?: \w+ed|come)?|become|remain|take|receive|begin|start|close|open)\b")
_TIME_CLAUSE = pattern(r"[“\"‘']?(?:When|After|Before|Until|As|Once) ")
_HABIT = pattern(r"\b(?:[Ww]henever|[Ee]very time|used to)\b")
_FORWARD_REACH = 150
"""How many characters of an indirect question are looked at for its verb."""


def asks_of_present(question: str) -> bool:
    """Return whether a question guesses at what something is, as in "Could this be the reason?"."""
    return _IDENTITY.match(question) is not None and "?" in question[-4:] and _TO_COME.search(question) is None


def unreported(place: Place) -> bool:
    """Return whether "would" or "wanted to" stands in no report, promise or condition, or in a habit of the past."""
    if (_TIME_CLAUSE.match(place.text) and "," not in place.text[: place.start]) or _HABIT.search(place.text):
        return True
    return REPORT.search(place.text) is None and _PASSIVE.match(place.text, place.start) is None


def narrated(place: Place) -> bool:
    """Return whether what was still to come is told as part of a story, or was only threatened or allowed."""
    if _NARRATED.match(place.text, place.end):
        return True
    return _WAS_SET.search(place.text, max(0, place.start - 200), place.start) is not None


def an_aim(place: Place) -> bool:
    """Return whether "is to" tells what an aim or a task is, as in "their aim is to frighten people"."""
    return place.cue.endswith("to") and _AIM.search(place.before) is not None


def of_present(place: Place) -> bool:
    """Return whether a hope or worry is about what is so: "I hope it is", "raising concerns that …"."""
    worry = "concern" in place.cue.lower() and _RAISING.search(place.before) is not None
    return worry or (_HOPED_PRESENT.match(place.text, place.end) is not None and _TO_COME.search(place.text) is None)


def conditional(place: Place) -> bool:
    """Return whether "Should" begins a condition: "Should it rain, …"."""
    return place.start <= 2 and place.cue.startswith("Should")


def standing(place: Place) -> bool:
    """Return whether a duty is one of every time: "must count whenever …"."""
    return _STANDING.match(place.text, place.end) is not None


def could_not(place: Place) -> bool:
    """Return whether "could" tells of a past inability: "could not be reached", "tried all it could"."""
    if not place.cue.lower().startswith("could"):
        return False
    return bool(re.search(r"\bnot\b", place.cue) or re.search(r"\b(?:used|tried|struggled)\b", place.before))


def epistemic(place: Place) -> bool:
    """Return whether a modal verb guesses at what is or was so, tells an ability, or belongs to a past worry."""
    text, start = place.text, place.start
    if place.before.endswith("arguably ") or asks_of_present(text):
        return True
    if _RAISED.search(text, max(0, start - 140), start) or _NO_DOUBT.search(text, max(0, start - 140), start):
        return True
    if place.cue.lower().startswith("could") and _ABILITY.search(place.before):
        return True
    if _PRESENT.match(text, start + len(place.cue.partition(" ")[0])) is None:
        return False
    return _TO_COME.search(text) is None


def asked_of_present(place: Place) -> bool:
    """Return whether what is unclear is an indirect question without a verb of the future."""
    if re.search(r"(?:clear|certain|sure|known)\b", place.cue) is None:
        return False
    asked = _WHETHER.search(place.cue) or _WHETHER.match(place.text, place.end)
    return asked is not None and _FORWARD.search(place.text, place.end, place.end + _FORWARD_REACH) is None


def next_of_then(place: Place) -> bool:
    """Return whether "the next five years" counts from a time that is told of: the sentence has no present verb."""
    later = _PRESENT_VERB.search(place.text) or REPORT.search(place.text)
    return later is None and _NEXT.match(place.text, place.start) is not None


def long_ago(place: Place) -> bool:
    """Return whether an intention of the past has a past time beside it: "threatened to leave last month"."""
    return place.cue.endswith("ed to") and _LONG_AGO.match(place.text, place.end) is not None


def made_to(place: Place) -> bool:
    """Return whether somebody was made to urge: "prompted the town to recommend"."""
    return _MADE_TO.search(place.before) is not None
