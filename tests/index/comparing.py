"""Documents made for tests of comparison: one sentence a line, a zone named before "|"."""

from index.records import Claim, ClaimKind, Document, Metadata, Quantity, Sentence, Span, When, ZoneKind


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


def claim(document: Document, surface: str, quantity: Quantity | None = None, when: When | None = None) -> Claim:
    """Return a figure or an event at the first place of ``surface``."""
    start = document.text.index(surface)
    sentence = next(s for s in document.sentences if s.span.start <= start < s.span.end)
    kind = ClaimKind.FIGURE if quantity else ClaimKind.EVENT
    return Claim(
        id=f"{document.id}#{kind.value[0]}{start}",
        document=document.id,
        zone=sentence.zone,
        line=sentence.line,
        span=Span(start, start + len(surface)),
        sentence=sentence.span,
        text=document.slice(sentence.span),
        kind=kind,
        surface=surface,
        rule="test",
        quantity=quantity,
        when=when,
    )


def quotation(document: Document, content: str, speaker: str | None = None) -> Claim:
    """Return a direct quotation at the first place of ``content``."""
    start = document.text.index(content)
    sentence = next(s for s in document.sentences if s.span.start <= start < s.span.end)
    span = Span(start, start + len(content))
    return Claim(
        id=f"{document.id}#q{start}",
        document=document.id,
        zone=sentence.zone,
        line=sentence.line,
        span=span,
        sentence=sentence.span,
        text=document.slice(sentence.span),
        kind=ClaimKind.QUOTATION,
        surface=content,
        rule="test",
        speaker=speaker,
        content=content,
        direct=True,
    )
