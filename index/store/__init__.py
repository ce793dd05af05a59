"""The cache of analysed documents."""

from index.store.analyses import AnalysedRow, AnalysisStore, Stamp
from index.store.location import corpus_folder

__all__ = ["AnalysedRow", "AnalysisStore", "Stamp", "corpus_folder"]
