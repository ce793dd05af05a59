"""Whether two quotations, or two forecasts, answer one question: signs as for values, for there are none."""

from index.claim_matching.mentions import Mention
from index.claim_matching.signs import Signs, overlap, said_signs

_LASTING = "lasting"


def quotation_signs(a: Mention, b: Mention) -> Signs:
    """Return what speaks for and against two quotations being of the same words, or of one statement."""
    signs = said_signs(a, b)
    signs["runs"] = overlap(a.shingles, b.shingles)
    signs["short"] = float(not a.shingles or not b.shingles)
    return {name: value for name, value in signs.items() if value}


def prediction_signs(a: Mention, b: Mention) -> Signs:
    """Return what speaks for and against two forecasts looking at one thing."""
    signs = said_signs(a, b)
    signs["one head"] = float(a.head is not None and a.head == b.head)
    signs["both of lasting"] = float(_LASTING in a.facets and _LASTING in b.facets)
    signs["one of lasting"] = float((_LASTING in a.facets) != (_LASTING in b.facets))
    signs["one stance"] = float(a.stance is not None and a.stance == b.stance)
    return {name: value for name, value in signs.items() if value}
