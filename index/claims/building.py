"""How every kind of claim is made from a place in a document."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar

from index.records import ARTICLE_ZONES, ClaimBase, Document, Sentence, Span

C = TypeVar("C", bound=ClaimBase)


def article_sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences in which the article itself speaks: no captions, boilerplate or readers' comments."""
    return (sentence for sentence in document.sentences if sentence.zone in ARTICLE_ZONES)


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """Return the sentence that holds the character at ``offset``, or the last one before it; None before the first."""
    position = bisect_right(document.sentences, offset, key=lambda sentence: sentence.span.start)
    return document.sentences[position - 1] if position else None


def make_claim(document: Document, sentence: Sentence, span: Span, record: type[C], rule: str, **fields: Any) -> C:
    """Return a claim of the kind of ``record`` at ``span``; ``fields`` are the record's remaining fields.

    The id is the document's, the kind's first letter and the span, so that it is stable and says where to look.
    ``text``, the sentence's words, may be passed so that the claims of one sentence share one copy.
    """
    text: str = fields.pop("text", None) or document.slice(sentence.span)
    return record(
        id=f"{document.id}#{record.kind.value[0]}{span.start}-{span.end}",
        document=document.id,
        zone=sentence.zone,
        line=line_at(document.text, span.start),
        span=span,
        sentence=sentence.span,
        text=text,
        surface=document.slice(span),
        rule=rule,
        **fields,
    )


def line_at(text: str, offset: int) -> int:
    """Return the number, from 1, of the line of ``text`` that holds the character at ``offset``."""
    return bisect_left(_line_ends(text), offset) + 1


@lru_cache(maxsize=2)
def _line_ends(text: str) -> list[int]:
    """Return where the lines of ``text`` end; kept, because the claims of a document are made one after the other."""
    return [offset for offset, character in enumerate(text) if character == "\n"]
