"""Claim matching: which claims are about the same thing, decided before their values are set against each other.

Topics over all documents and the links of two documents rest on the same judgement, `claim_pairs`, and on the same
statuses, `status_of`.
"""

from index.claim_matching.candidates import Claims, gather
from index.claim_matching.differing import distinct
from index.claim_matching.documents import mentions_of
from index.claim_matching.matching import relation_of
from index.claim_matching.mentions import Mention, folder_of
from index.claim_matching.owners import owners_differ
from index.claim_matching.packing import pack, unpack
from index.claim_matching.pairing import ClaimPair, all_pairs, claim_pairs, is_small, joins, one_story, score_of
from index.claim_matching.relations import RelationKind
from index.claim_matching.standing import Stand, Standing
from index.claim_matching.statuses import Judgement, standings, status_of
from index.claim_matching.stories import by_story, neighbours, story_likeness
from index.claim_matching.telling import tell_likelihood
from index.claim_matching.values import quantities_related
from index.claim_matching.watching import SILENT, Watch
from index.claim_matching.witness import Witness
from index.claim_matching.witnesses import make_witnesses, short_names

__all__ = [
    "SILENT",
    "ClaimPair",
    "Claims",
    "Judgement",
    "Mention",
    "RelationKind",
    "Stand",
    "Standing",
    "Watch",
    "Witness",
    "all_pairs",
    "by_story",
    "claim_pairs",
    "distinct",
    "folder_of",
    "gather",
    "is_small",
    "joins",
    "make_witnesses",
    "mentions_of",
    "neighbours",
    "one_story",
    "owners_differ",
    "pack",
    "quantities_related",
    "relation_of",
    "score_of",
    "short_names",
    "standings",
    "status_of",
    "story_likeness",
    "tell_likelihood",
    "unpack",
]
