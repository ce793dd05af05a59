"""Signs and words for statuses, kinds and links: whatever a colour says, one of these says too."""

from dataclasses import dataclass

from index.records import (
    LINK_SIGNS,
    STATUS_SIGNS,
    Claim,
    ClaimKind,
    DecisionKind,
    Status,
    Verdict,
    direct_of,
    link_named,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of one cell, the word for it, and the tone that gives it its colour."""

    sign: str
    word: str
    tone: str


_STATUS_TONES = {
    Status.CONFLICT: "conflict",
    Status.SCOPE_DIFFERS: "differs",
    Status.UPDATE: "differs",
    Status.COMPATIBLE: "shared",
    Status.ONE_ORIGIN: "differs",
    Status.CORROBORATED: "shared",
    Status.ALONE: "alone",
}
STATUSES = {status: Sign(*named, _STATUS_TONES[status]) for status, named in STATUS_SIGNS.items()}
"""In the order in which a reader should look at them."""

_LINK_TONES = {"conflict": "conflict", "related": "differs"}
LINKS = {status: Sign(*named, _LINK_TONES.get(status, "shared")) for status, named in LINK_SIGNS.items()}

KINDS: dict[ClaimKind, Sign] = {
    ClaimKind.FIGURE: Sign("#", "figures", "figure"),
    ClaimKind.EVENT: Sign("@", "events", "event"),
    ClaimKind.QUOTATION: Sign("“", "quotations", "quotation"),
    ClaimKind.PREDICTION: Sign("?", "predictions", "prediction"),
    ClaimKind.OUTCOME: Sign("*", "outcomes", "event"),
}

REPORT = Sign(":", "report", "quotation")
PARTLY = Sign("“", "partly quoted", "quotation")
QUOTED = Sign("“", "quotation", "quotation")

VERDICTS: dict[Verdict, Sign] = {
    Verdict.TRUE: Sign("✓", "true", "shared"),
    Verdict.MOSTLY_TRUE: Sign("+", "mostly true", "shared"),
    Verdict.MIXED: Sign("±", "mixed", "differs"),
    Verdict.MOSTLY_FALSE: Sign("-", "mostly false", "differs"),
    Verdict.FALSE: Sign("✗", "false", "conflict"),
    Verdict.MISLEADING: Sign("!", "misleading", "conflict"),
    Verdict.UNPROVEN: Sign("?", "unproven", "differs"),
}
NO_VERDICT = Sign(" ", "no verdict", "dim")

NOTE = Sign("✎", "note", "mark")
DECISIONS: dict[DecisionKind, Sign] = {
    DecisionKind.VERDICT: Sign("✓", "verdict", "shared"),
    DecisionKind.NOTE: NOTE,
    DecisionKind.CORRECTION: Sign("→", "correction", "differs"),
    DecisionKind.DESCRIPTION: Sign("✐", "description", "differs"),
    DecisionKind.MERGE: Sign("∪", "joined", "shared"),
    DecisionKind.SPLIT: Sign("÷", "split", "differs"),
    DecisionKind.PIN: Sign("=", "pinned link", "shared"),
    DecisionKind.BREAK: Sign("≠", "broken link", "conflict"),
    DecisionKind.THRESHOLD: Sign("≥", "strength of links", "differs"),
    DecisionKind.SEARCH: Sign("@", "saved search", "key"),
    DecisionKind.TAKE_BACK: Sign("↶", "taken back", "dim"),
}


def claim_sign(claim: Claim) -> Sign:
    """Return the sign of a claim's kind; of what somebody said it tells a report from the speaker's own words."""
    if claim.kind is not ClaimKind.QUOTATION:
        return KINDS[claim.kind]
    return REPORT if direct_of(claim) is False else (QUOTED if direct_of(claim) else PARTLY)


def verdict_sign(verdict: str) -> Sign:
    """Return the sign of a verdict; one that this table does not know keeps its word."""
    return VERDICTS[Verdict(verdict)] if verdict in set(Verdict) else Sign("?", verdict, "differs")


def link_sign(status: str) -> Sign:
    """Return the sign of a link's status; a status this table does not know is shown as related."""
    return LINKS.get(status, Sign(*link_named(status), "differs"))
