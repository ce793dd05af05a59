"""Words that speak of one thing without sharing a stem: word families, and the everyday synonyms of English news."""

from index.english import families
from index.language.tokens import stem_of


def family_of(term: str) -> str | None:
    """Return the name of the family that a stem belongs to, None for most words."""
    family = families("word-families", key=stem_of).get(term)
    return f"~{family}" if family else None
