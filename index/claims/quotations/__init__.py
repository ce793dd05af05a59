"""Who said what: attributions (speaker, cue, content, origin) and the quotations and reports made from them."""

from index.claims.quotations.attributing import find_attributions
from index.claims.quotations.covering import attribution_at, step_of
from index.claims.quotations.quotations import find_quotations

__all__ = ["attribution_at", "find_attributions", "find_quotations", "step_of"]
