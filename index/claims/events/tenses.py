"""The tense around a place in a text, as far as it says whether a date lies behind or ahead of the day of writing."""

import re
from collections.abc import Iterator
from enum import StrEnum

from index.english import families, words


class Tense(StrEnum):
    """What the verb nearest to a time says of it; ``SURELY`` where little but a slip could put it on the other side."""

    NONE = ""
    PAST = "past"
    SURELY_PAST = "surely past"
    PRESENT = "present"
    TO_COME = "to come"
    """In the present, of something on a programme: "opens on Friday"."""
    FUTURE = "future"
    SURELY_FUTURE = "surely future"

    @property
    def is_past(self) -> bool:
        """Whether the time lies behind."""
        return self in (Tense.PAST, Tense.SURELY_PAST)

    @property
    def is_future(self) -> bool:
        """Whether the time lies ahead."""
        return self in (Tense.FUTURE, Tense.SURELY_FUTURE, Tense.TO_COME)


def _past_forms() -> frozenset[str]:
    """Return the past forms of irregular verbs: those that differ from the base, and verbs that never change."""
    bases = families("irregular-verbs")
    changing = {base for form, base in bases.items() if form != base}
    past = {form for form, base in bases.items() if form != base or base not in changing}
    return frozenset(past | words("past-tense-verbs")) - words("no-past-forms")


_PAST_VERBS = "|".join(sorted(_past_forms(), key=lambda form: (-len(form), form)))
_MODAL = r"(?:should|must|would|could|may|might|can)(?![ ]have)|going[ ]to|upcoming"
_ARRANGED = (
    r"(?:is|are|be|been|was|were|it['’]s|they['’]re)[ ](?:also[ ]|now[ ]|currently[ ]|tentatively[ ])?"
    r"(?:due|set|scheduled|expected|planned|planning|slated|poised|likely)"
)
_INTENDED = r"(?:plans?|expects?|hopes?|aims?|intends?)[ ]to|to[ ]be|scheduled|deadline"
_CUE = re.compile(
    r"\b(?:(?P<future>(?:(?P<sure>will|won['’]t|shall|(?:is|are)[ ](?:going[ ])?to|['’]ll)"
    rf"|{_MODAL}|{_ARRANGED}|{_INTENDED})"
    rf"(?:[ ](?:not|also|be|been|have|being|take|to|{_PAST_VERBS}|[a-z]{{2,12}}(?:ly|ed|en))\b){{0,4}})"
    rf"|(?P<past>{_PAST_VERBS}|[a-z]{{2,16}}ed)|(?P<present>is|are|am))\b",
    re.IGNORECASE,
)
_PROGRAMME = families("programme-verbs")
_SINGULAR = "|".join(sorted(set(_PROGRAMME.values()), key=len, reverse=True))
_PLAIN = "|".join(sorted(set(_PROGRAMME) - set(_PROGRAMME.values()), key=len, reverse=True))
_NO_PLURALS = "|".join(words("no-plurals-before-verbs"))
_RUNS = re.compile(
    rf"(?:^|[\s,])(?!(?:an?|the|his|her|its|their|of|to|not|home|some|two|three|no)\s)[\w’'-]+[)”\"]?\s"
    rf"(?:(?:\w{{2,}}ly|also|now|then)\s)?(?:{_SINGULAR})\b(?![-’'])(?P<rest>[^.;:]*)$"
    rf"|\b(?:(?!(?:{_NO_PLURALS})\b)[\w’'-]+s|they|we|you|people|police|and\s[\w’'-]+)\s(?:(?:\w{{2,}}ly|also|now|then)\s)?(?:{_PLAIN})\b"
    r"(?![-’'])(?P<rest2>[^.;:]*)$",
    re.IGNORECASE,
)
"""A verb of a programme in the present tense, after a noun, with nothing but its object and the time behind it."""
_CLOSED = re.compile(r"\b(?:up|down|higher|lower|mixed|flat|unchanged|with|by|of|ago|that|who|which|after|since)\b")
"""What stands behind such a verb where it reports: "closes lower on Friday", "opens with a win"."""
_FIXTURE = re.compile(r"(?:^|[.:;!?\n]\s*)(?:Host|Visit|Face|Play|Meet|Travel[ ]to)[ ](?:the[ ])?[A-Z]")
_FIXTURE_ALONE = re.compile(r"(?:^|[.:;!?\n]\s*)(?:At|Vs\.?|Versus)[ ](?:the[ ])?[A-Z][\w ]{1,30}[ ]on[ ]$")
_GIVEN = re.compile(
    r"\b(?:(?:has|have|['’]ve|having)[ ](?:only[ ])?until|due(?:[ ](?:on|by|back|in court))*|deadline(?:[ ]of)?)"
    r"[ ](?:the[ ])?$"
    r"|\b(?:is|are|(?:it|he|she|that|there|what)['’]s)(?:[ ]not)?(?:[ ](?:on|until|this|coming))*[ ](?:the[ ])?$",
    re.IGNORECASE,
)
"""What stands straight before a day to come: "has until", "due on", "the fair is on"."""
_UNTIL = re.compile(r"\b(?:until|till|through)[ ](?:the[ ])?$", re.IGNORECASE)
_TO_DO = re.compile(r"[ ](?:\w+[ ])?to[ ][a-z]{2,}")
_CLAUSE_END = re.compile(r"[.!?;\n](?=\s|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_ABBREVIATED = words("abbreviations-before-names") | {form for form, name in families("months").items() if form != name}
_PLANNED = words("planning-verbs")
_NO_PAST = words("no-past-in-ed")
_NEVER_SURE = frozenset({"has", "have", "had", "says"})
_BEFORE_TIMES = words("month-prepositions") | {"", "on", "at"}
_STILL_OPEN = re.compile(r"\b(?:for|until|till|to|by|before|through|from|starting|beginning|the)[ ](?:the[ ])?$", re.I)
"""Prepositions after which a date may lie ahead of a verb in the past: "was moved to 4 May", "a hearing for 4 May"."""
_LEFT, _RIGHT, _NEAR = 160, 120, 70


def tense_at(text: str, start: int, end: int) -> Tense:
    """Return the tense of the verb nearest before the place, else after it."""
    left = text[_clause_start(text, start) : start]
    last = None
    for match in _CUE.finditer(left):
        last = match
    behind = last.end() if last else 0
    past = last is not None and last["past"] is not None and last["past"].casefold() not in _PLANNED | _NEVER_SURE
    if _is_to_come(text, left, end, (behind, past)):
        return Tense.TO_COME
    if last is not None:
        return _tense_of(last, left[behind:])
    after = _CUE.search(text, end, _clause_end(text, end, end + _RIGHT))
    if after is None:
        return Tense.NONE
    opening = left.strip().casefold() in _BEFORE_TIMES
    return _tense_of(after, text[end : after.start()]) if opening else Tense(str(after.lastgroup))


def _clause_start(text: str, start: int) -> int:
    begin = max(0, start - _LEFT)
    return max((end + 1 for end in _ends(text, begin, start)), default=begin)


def _clause_end(text: str, start: int, limit: int) -> int:
    return next(_ends(text, start, limit), limit)


def _ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield the places of marks that end a clause; the stop of an abbreviation ("Oct. 3") ends none."""
    for match in _CLAUSE_END.finditer(text, start, stop):
        place = match.start()
        if text[place] == ".":
            word = _LAST_WORD.search(text, max(start, place - 8), place)
            if word and (len(word[0]) == 1 or word[0].casefold() in _ABBREVIATED):
                continue
        yield place


def _tense_of(cue: re.Match[str], between: str) -> Tense:
    """Return the tense of a verb before a time, sure where nothing between the two could have its own time."""
    near = len(between) <= _NEAR
    if cue["future"]:
        return Tense.SURELY_FUTURE if cue["sure"] and near and "," not in between else Tense.FUTURE
    if cue["present"]:
        return Tense.PRESENT
    word = cue["past"].casefold()
    open_still = word in _PLANNED or word in _NEVER_SURE or word in _NO_PAST or _STILL_OPEN.search(between)
    sure = near and not open_still and "," not in between and " that " not in between
    return Tense.SURELY_PAST if sure else Tense.PAST


def _is_to_come(text: str, left: str, end: int, verb: tuple[int, bool]) -> bool:
    """Return whether a clause tells of something on a programme or of time given.

    ``verb`` is where the last verb before the time ends, and whether it is past.
    """
    behind, past = verb
    if _GIVEN.search(left) or (not past and _UNTIL.search(left) and _TO_DO.match(text, end)):
        return True
    runs = _RUNS.search(left, max(0, behind - _NEAR))
    if runs is not None:
        rest = runs["rest"] if runs["rest"] is not None else runs["rest2"]
        if len(left) - len(rest) > behind and len(rest) <= _NEAR and not _CLOSED.search(rest):
            return True
    if behind:
        return False
    right = text[end : _clause_end(text, end, end + 60)]
    if any(match["past"] for match in _CUE.finditer(right)):
        return False
    return _FIXTURE.search(left) is not None or (_FIXTURE_ALONE.search(left) is not None and not right.strip())
