"""The cache of analysed documents."""

from index.store.analyses import AnalysedRow, AnalysisStore, Stamp
from index.store.location import corpus_folder
from index.store.privacy import Folder, cache_key, private_folder

__all__ = ["AnalysedRow", "AnalysisStore", "Folder", "Stamp", "cache_key", "corpus_folder", "private_folder"]
