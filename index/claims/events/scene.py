"""What a rule of times works on: the text, the anchor, what was found before, and the tense around a place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from index.claims.events.calendars import OPEN, Interval
from index.claims.events.expressions import TimeContext, TimeKind
from index.records import Precision

_REACH = 260


class Reading(NamedTuple):
    """What a rule read: where it ends, and the fields of the expression to be."""

    end: int
    kind: TimeKind
    value: str
    interval: Interval
    precision: Precision
    rule: str
    dated: bool = True
    given: bool = False
    start: int = -1
    """Where the expression begins, when that is before the word the rule began at; -1 for that word."""


Parser = Callable[["Scene", int], "Reading | None"]


@dataclass(slots=True)
class Scene:
    """One pass over a text; ``found`` are the readings so far, with their places, in order."""

    text: str
    stop: int
    anchor: date | None
    context: TimeContext
    read: Parser
    """Reads any expression at a place, so that rules can be put together."""
    found: list[tuple[int, Reading]] = field(default_factory=list)
    depth: int = 0
    """How many rules are reading for another rule; bounded, so that no text makes them go deep."""

    @property
    def day(self) -> date | None:
        """The anchor, where it is known to the day."""
        return self.anchor if self.context.precision is Precision.DAY else None

    def word_before(self, at: int) -> str:
        """Return the word before ``at`` in lower case, empty at the start, after a line's end or a mark that parts."""
        match = _WORD_BEFORE.search(self.text, max(0, at - 40), at)
        return match[1].lower() if match else ""

    def earlier(self, at: int, *precisions: Precision) -> Interval | None:
        """Return the resolved date of one of ``precisions`` last named before ``at`` in the same paragraph, if near."""
        for place, reading in reversed(self.found):
            if at - reading.end > _REACH or "\n" in self.text[reading.end : at]:
                return None
            if reading.precision in precisions and reading.dated and place < at:
                return reading.interval if reading.interval != OPEN else None
        return None


_WORD_BEFORE = re.compile(r"([^\W_]+)[’'\s(“\"‘–—-]*$")

_PAST_VERBS = (
    "was|were|had|did|has|have|said|says|told|took|went|came|made|began|became|fell|rose|saw|won|lost|met|left|held|put|sent|"
    "gave|got|hit|shot|struck|flew|led|ran|spoke|wrote|broke|sold|paid|bought|found|cut|set|grew|drew|fought|built|sank|kept|"
    "quit|stood|knew|brought|thought|felt|drove|swept|sought|spent|threw|wore|rode|shut"
)
_CUE = re.compile(
    r"\b(?:(?P<future>(?:(?:should|must|would|could|may|might|can)(?![ ]have)|will|won['’]t|shall|is[ ]to|are[ ]to|"
    r"going[ ]to|upcoming|"
    r"(?:is|are|be|been|was|were|it['’]s|they['’]re)[ ](?:also[ ]|now[ ]|currently[ ]|tentatively[ ])?"
    r"(?:due|set|scheduled|expected|planned|planning|slated|poised|likely)|"
    r"plans?[ ]to|expects?[ ]to|hopes?[ ]to|aims?[ ]to|intends?[ ]to|scheduled|deadline)"
    r"(?:[ ](?:not|also|be|been|have|being|take|to|[a-z]{2,12}(?:ly|ed|en))){0,4})"
    rf"|(?P<past>{_PAST_VERBS}|[a-z]{{2,16}}ed)|(?P<present>is|are|am))\b",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(
    r"(?:^|[.:;!?\n]\s*)(?:Host|Visit|Face|Play|Meet|Travel[ ]to)[ ](?:the[ ])?[A-Z]"
    r"|[A-Z][\w’'-]*[ ](?:hosts?|visits?|faces?|plays?|travels?|meets?|takes?[ ]on|kicks?[ ]off|opens?"
    r"|begins?|starts?|returns?|airs?|premieres?|resumes?)[ ](?!by\b|of\b)"
)
"""A fixture: an imperative, or a verb of the programme in the present tense after a name (Quirk et al. 4.45)."""
_ALONE = re.compile(r"(?:^|[.:;!?\n]\s*)(?:At|Vs\.?|Versus)[ ](?:the[ ])?[A-Z][\w ]{1,30}[ ]on[ ]$")
_CLAUSE_END = re.compile(r"[.!?;\n](?=\s|$)")


def is_scheduled(text: str, start: int, end: int) -> bool:
    """Return whether a clause without a verb of the past tells of a fixture: "Host Ulm on", "Ulm plays Bonn on"."""
    left_from = max(0, start - 120)
    breaks = [match.end() for match in _CLAUSE_END.finditer(text, left_from, start)]
    left = text[breaks[-1] if breaks else left_from : start]
    stop = _CLAUSE_END.search(text, end, end + 60)
    right = text[end : stop.start() if stop else end + 60]
    if any(match.lastgroup == "past" for part in (left, right) for match in _CUE.finditer(part)):
        return False
    return _SCHEDULED.search(left) is not None or (_ALONE.search(left) is not None and not right.strip())


def tense_at(text: str, start: int, end: int) -> str:
    """Return ``past``, ``future``, ``present`` or nothing: the tense of the verb nearest before, else after, the
    place.
    """
    left_from = max(0, start - 160)
    breaks = [match.end() for match in _CLAUSE_END.finditer(text, left_from, start)]
    last = None
    for match in _CUE.finditer(text, breaks[-1] if breaks else left_from, start):
        last = match
    if last is None:
        stop = _CLAUSE_END.search(text, end, end + 120)
        last = _CUE.search(text, end, stop.start() if stop else end + 120)
    return str(last.lastgroup) if last else ""
