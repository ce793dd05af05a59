"""Documents made for tests of comparison: one sentence a line, a zone named before "|"."""

from collections.abc import Sequence

from index.claims import extract_claims
from index.comparison import DEFAULT_THRESHOLD, compare
from index.records import (
    Comparison,
    Document,
    Link,
    Metadata,
    Prediction,
    Sentence,
    Span,
    ZoneKind,
)
from tests.index.grouping import articles


def article(id_: str, *lines: str, title: str | None = None, language: str | None = "en") -> Document:
    """Return a document whose lines are its sentences; "comment|Words" puts a line into that zone."""
    sentences: list[Sentence] = []
    text = ""
    for number, line in enumerate(lines, 1):
        zone, words = ZoneKind.BODY, line
        if "|" in line and line.split("|", 1)[0] in set(ZoneKind):
            name, words = line.split("|", 1)
            zone = ZoneKind(name)
        span = Span(len(text), len(text) + len(words))
        if words.strip():
            sentences.append(Sentence(span, zone, number, number))
        text += words + "\n"
    metadata = Metadata(title=title, language=language)
    return Document(id_, id_, text, id_, "utf-8", metadata=metadata, sentences=tuple(sentences))


def prediction(document: Document, surface: str, stance: str) -> Prediction:
    """Return a prediction with a stance at the first place of ``surface``."""
    start = document.text.index(surface)
    sentence = next(s for s in document.sentences if s.span.start <= start < s.span.end)
    return Prediction(
        id=f"{document.id}#p{start}",
        document=document.id,
        zone=sentence.zone,
        line=sentence.line,
        span=Span(start, start + len(surface)),
        sentence=sentence.span,
        text=document.slice(sentence.span),
        surface=surface,
        rule="test",
        stance=stance,
    )


def compared(a: str, b: str, dates: Sequence[str] = (), threshold: float = DEFAULT_THRESHOLD) -> Comparison:
    """Return the comparison of two texts with the claims that the rules find in them; ``dates`` are of publication."""
    left, right = articles(a, b, dates=dates)
    found = extract_claims(left), extract_claims(right)
    return compare(left, right, claims_a=found[0], claims_b=found[1], threshold=threshold)


def linked_at(comparison: Comparison, a: int = 1, b: int = 1) -> Link:
    """Return the link of line ``a`` of the first text with line ``b`` of the second."""
    return next(link for link in comparison.links if (link.a.line, link.b.line) == (a, b))
