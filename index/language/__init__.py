"""What is true of the language and not of one story: sentences, tokens, folding, names, numbers, units."""

from typing import TYPE_CHECKING

from index.doors import late_door

if TYPE_CHECKING:
    from index.language.aliases import NO_ALIASES, Aliases, AliasName
    from index.language.chinese_numbers import PERCENT
    from index.language.document_tokens import zone_tokens
    from index.language.edits import edits_within
    from index.language.families import family_of
    from index.language.first_names import gender_of, is_first_name
    from index.language.folding import QUOTES, fold_punctuation, fold_word
    from index.language.lemmas import lemma_of
    from index.language.names import Name, capitalised_words, document_names, names_in
    from index.language.number_words import CARDINALS, ORDINALS, SCALES
    from index.language.numbers import Number, NumberKind, Skipped, find_numbers, parse_number, scan_numbers
    from index.language.numerals import alternatives, has_decimal_commas
    from index.language.readings import closed_form
    from index.language.sentences import split_sentences
    from index.language.stop_words import STOP_WORDS
    from index.language.tokens import UNSPACED, Token, stem_of, tokenize, without_overlays
    from index.language.units import (
        BESIDE,
        CODES,
        CURRENCIES,
        CURRENCY_SIGNS,
        CURRENCY_WORDS,
        GLUED,
        HOMOGRAPHS,
        PART_UNITS,
        SHARED_MONEY,
        SIGNS_AS_WRITTEN,
        TIME_UNITS,
        Sized,
        convert,
        unit_named,
        unit_of,
    )

__all__ = [
    "BESIDE",
    "CARDINALS",
    "CODES",
    "CURRENCIES",
    "CURRENCY_SIGNS",
    "CURRENCY_WORDS",
    "GLUED",
    "HOMOGRAPHS",
    "NO_ALIASES",
    "ORDINALS",
    "PART_UNITS",
    "PERCENT",
    "QUOTES",
    "SCALES",
    "SHARED_MONEY",
    "SIGNS_AS_WRITTEN",
    "STOP_WORDS",
    "TIME_UNITS",
    "UNSPACED",
    "AliasName",
    "Aliases",
    "Name",
    "Number",
    "NumberKind",
    "Sized",
    "Skipped",
    "Token",
    "alternatives",
    "capitalised_words",
    "closed_form",
    "convert",
    "document_names",
    "edits_within",
    "family_of",
    "find_numbers",
    "fold_punctuation",
    "fold_word",
    "gender_of",
    "has_decimal_commas",
    "is_first_name",
    "lemma_of",
    "names_in",
    "parse_number",
    "scan_numbers",
    "split_sentences",
    "stem_of",
    "tokenize",
    "unit_named",
    "unit_of",
    "without_overlays",
    "zone_tokens",
]

_OFFERED = {
    "aliases": "AliasName Aliases NO_ALIASES",
    "chinese_numbers": "PERCENT",
    "document_tokens": "zone_tokens",
    "edits": "edits_within",
    "families": "family_of",
    "first_names": "gender_of is_first_name",
    "folding": "QUOTES fold_punctuation fold_word",
    "lemmas": "lemma_of",
    "names": "Name capitalised_words document_names names_in",
    "number_words": "CARDINALS ORDINALS SCALES",
    "numbers": "Number NumberKind Skipped find_numbers parse_number scan_numbers",
    "numerals": "alternatives has_decimal_commas",
    "readings": "closed_form",
    "sentences": "split_sentences",
    "stop_words": "STOP_WORDS",
    "tokens": "Token UNSPACED stem_of tokenize without_overlays",
    "units": (
        "BESIDE CODES CURRENCIES CURRENCY_SIGNS CURRENCY_WORDS GLUED HOMOGRAPHS PART_UNITS SHARED_MONEY "
        "SIGNS_AS_WRITTEN Sized TIME_UNITS convert unit_named unit_of"
    ),
}


if not TYPE_CHECKING:
    __getattr__ = late_door(__name__, _OFFERED)
