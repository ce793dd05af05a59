"""Whether two quotations are of the same words, and two predictions foretell the same."""

from index.claim_matching.match import NEVER, NOTHING, Match
from index.claim_matching.mentions import Mention, cosine, likeness

_ALIKE, _LITTLE = 0.6, 0.08
"""Likeness of the words around that two predictions need where nothing names what they foretell, and where it does."""


def match_quotations(a: Mention, b: Mention) -> Match:
    """Return the share of the shorter quotation's runs of four words that the other has; of one speaker only."""
    if not a.shingles or not b.shingles:
        return NOTHING
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return NEVER
    shared = len(a.shingles & b.shingles) / min(len(a.shingles), len(b.shingles))
    return Match(shared)


def match_predictions(a: Mention, b: Mention) -> Match:
    """Return how far two forecasts look at one thing: whether it lasts, or what their words say."""
    own = cosine(a.own, b.own)
    context = likeness(a, b)
    if (lasting := "lasting" in a.facets and "lasting" in b.facets) and (
        a.head is None or b.head is None or context >= _LITTLE
    ):
        return Match(0.5 + 0.5 * context)
    if len(set(a.near) & set(b.near)) < 2 or (a.head is None and b.head is None and context < _ALIKE):
        return NOTHING
    same = 0.1 if a.head is not None and a.head == b.head else 0.0
    return Match(0.3 * own + 0.6 * context + same + (0.1 if lasting else 0.0))
