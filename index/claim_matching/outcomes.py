"""What became of one thing: outcomes that exclude each other, such as overturned, suspended and delayed."""

import re
from typing import NamedTuple

from index import records
from index.records import (
    Claim,
    Event,
)


class Outcome(NamedTuple):
    """An outcome: the group of those that exclude each other, which of them it is, and the word that says so."""

    group: str
    value: str
    word: str


_TABLE = {
    "ruling": {
        "upheld": r"upheld|upholds?|upholding|affirmed|affirms",
        "ended": r"overturned|overturns?|overturning|struck\sdown|repealed|revoked|annulled|quashed|scrapped|rescinded"
        r"|reversed|abolished",
        "paused": r"suspended|suspends?|suspending|paused|pauses|pausing|froze|frozen|halted",
        "delayed": r"delayed|delays|delaying|postponed|postpones|postponing|extended\sthe\sdeadline|pushed\sback",
    },
    "decision": {
        "approved": r"approved|approves|passed|adopted|ratified|accepted|granted",
        "rejected": r"rejected|rejects|vetoed|turned\sdown|voted\sdown|blocked|refused",
    },
    "verdict": {
        "guilty": r"convicted|found\sguilty|pleaded\sguilty",
        "free": r"acquitted|found\snot\sguilty|cleared|exonerated",
    },
    "leaving": {
        "resigned": r"resigned|resigns|stepped\sdown|quit",
        "fired": r"fired|sacked|dismissed|ousted|was\sremoved",
    },
    "life": {
        "died": r"died|was\skilled|were\skilled|was\sfound\sdead|perished",
        "lived": r"survived|was\srescued|were\srescued|was\sfound\salive",
    },
}
_PATTERNS = tuple(
    (group, value, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for group, values in _TABLE.items()
    for value, pattern in values.items()
)
_ANY = re.compile(
    rf"\b(?:{'|'.join(pattern for values in _TABLE.values() for pattern in values.values())})\b", re.IGNORECASE
)


def outcome_of(claim: Claim) -> Outcome | None:
    """Return what an outcome or event says became of something; None where it says nothing or several things."""
    if isinstance(claim, records.Outcome):
        return Outcome(claim.question, claim.value, claim.surface)
    if not isinstance(claim, Event) or not (subject := claim.subject) or _ANY.search(subject) is None:
        return None
    found = [
        Outcome(group, value, " ".join(match[0].split()))
        for group, value, pattern in _PATTERNS
        if (match := pattern.search(subject))
    ]
    return found[0] if len(found) == 1 else None


def exclude_each_other(a: Outcome, b: Outcome) -> bool:
    """Return whether two outcomes cannot both be what became of one thing."""
    return a.group == b.group and a.value != b.value
