"""The claims of one document as mentions, their words weighed by the corpus and by the document itself."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

from index.claim_matching.mentions import Folder, Mention, among_others, make_mention
from index.claim_matching.periods import past_years
from index.records import Claim

if TYPE_CHECKING:
    from index.terms import TermCounts

_LOCAL_PRIOR = 30.0
"""Sentences added to a document's own, so that a short note does not make every word common."""
_LOCAL_LEAST = 0.08
"""A word that stands in every sentence of a document keeps this share of its weight, before the root."""


def mentions_of(
    claims: Sequence[Claim], terms: "TermCounts", folder: Folder, rarity: Callable[[str], float], published: str | None
) -> list[Mention]:
    """Return the claims of one document as mentions, in order.

    ``terms`` tells in how many of its sentences each stem stands, ``rarity`` how rare a key is in the corpus;
    ``published`` is the document's ISO date.
    """
    total = terms.sentences + _LOCAL_PRIOR
    most = log(total / 1.5)

    @lru_cache(None)
    def weigh(key: str) -> float:
        local = log(total / (terms.counts.get(key, 0) + 0.5)) / most
        return rarity(key) * sqrt(max(_LOCAL_LEAST, local))

    past = past_years(claims, published)
    made = (make_mention(claim, folder, weigh, past.get(claim.sentence.start), published) for claim in claims)
    return among_others(made)
