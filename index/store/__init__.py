"""The cache of analysed documents."""

from index.store.analyses import AnalysedRow, AnalysisStore, Stamp
from index.store.codec import claims_json, document_json, dump, metadata_from, metadata_row, terms_from, terms_json
from index.store.location import corpus_folder
from index.store.privacy import Folder, cache_key, private_folder

__all__ = [
    "AnalysedRow",
    "AnalysisStore",
    "Folder",
    "Stamp",
    "cache_key",
    "claims_json",
    "corpus_folder",
    "document_json",
    "dump",
    "metadata_from",
    "metadata_row",
    "private_folder",
    "terms_from",
    "terms_json",
]
