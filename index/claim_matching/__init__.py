"""Claim matching: which claims are about the same thing, decided before their values are set against each other.

Topics over all documents and the links of two documents rest on the same judgement, `claim_pairs`, and on the same
statuses, `status_of`.
"""

from index.claim_matching.candidates import Claims, gather
from index.claim_matching.documents import mentions_of
from index.claim_matching.mentions import Mention, folder_of
from index.claim_matching.packing import pack, unpack
from index.claim_matching.pairing import ClaimPair, claim_pairs, one_story, score_of
from index.claim_matching.relations import RelationKind
from index.claim_matching.statuses import status_of
from index.claim_matching.witnesses import make_witnesses, short_names

__all__ = [
    "ClaimPair",
    "Claims",
    "Mention",
    "RelationKind",
    "claim_pairs",
    "folder_of",
    "gather",
    "make_witnesses",
    "mentions_of",
    "one_story",
    "pack",
    "score_of",
    "short_names",
    "status_of",
    "unpack",
]
