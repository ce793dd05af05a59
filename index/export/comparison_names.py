"""What articles, links and comparisons are called where two articles are set side by side, in every form of it."""

from index.records import Document
from index.terms import LINKED_ZONES

NOTICE = "A link says that two passages speak of the same thing; it does not say that they agree, or who is right."

_FIRST_WORDS = 60


def called(document: Document) -> str:
    """Return an article's title; the first words of one without a title, in quotation marks; else its id."""
    if document.metadata.title:
        return document.metadata.title
    for sentence in document.sentences:
        words = " ".join(document.slice(sentence.span).split())
        if sentence.zone in LINKED_ZONES and any(character.isalpha() for character in words):
            return f"“{words}”" if len(words) <= _FIRST_WORDS else f"“{words[:_FIRST_WORDS].rsplit(' ', 1)[0]} …”"
    return document.id
