"""Claim matching: whether two claims of different documents are about the same thing, of whatever kind they are."""

from index.claim_matching.events import match_events
from index.claim_matching.figures import match_figures
from index.claim_matching.match import NEVER, NOTHING, Match
from index.claim_matching.mentions import Mention
from index.claim_matching.words import match_predictions, match_quotations
from index.records import ClaimKind


def match_claims(a: Mention, b: Mention) -> Match:
    """Return how two claims match; symmetric. Claims of two kinds are never about the same thing."""
    if a.kind is not b.kind:
        return NEVER
    if a.kind is ClaimKind.FIGURE:
        return match_figures(a, b)
    if a.kind is ClaimKind.EVENT:
        return match_events(a, b)
    if a.kind is ClaimKind.QUOTATION:
        return match_quotations(a, b)
    if a.kind is ClaimKind.PREDICTION:
        return match_predictions(a, b)
    return NOTHING
