"""Words as terms, and how much each says: rare words over the corpus count much, common ones little."""

from index.terms.terms import Term, terms_of
from index.terms.weights import CorpusWeights, TermCounts, count_terms, is_grammar

__all__ = ["CorpusWeights", "Term", "TermCounts", "count_terms", "is_grammar", "terms_of"]
