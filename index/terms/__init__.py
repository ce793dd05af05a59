"""Words as terms, and how much each says: rare words over the corpus count much, common ones little."""

from index.terms.terms import Term, stem, terms_of, words_of
from index.terms.weights import LINKED_ZONES, CorpusWeights, TermCounts, count_terms, is_grammar, linkable

__all__ = [
    "LINKED_ZONES",
    "CorpusWeights",
    "Term",
    "TermCounts",
    "count_terms",
    "is_grammar",
    "linkable",
    "stem",
    "terms_of",
    "words_of",
]
