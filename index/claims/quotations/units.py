"""What the rules read at once: a sentence, or several that one quotation holds together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from index.annotation import Quoted, annotate
from index.claims.quotations.phrases import Range
from index.claims.quotations.tokens import Tokens, with_quotes
from index.claims.wire import dateline_at
from index.records import Document, Sentence, Span


class Unit:
    """A sentence, or several that one quotation holds together, with its tokens and its place in a paragraph.

    A dateline before the first words is left out.
    """

    def __init__(self, span: Span, paragraph: int, quotes: Sequence[Quoted], tokens: Tokens) -> None:
        self.span = span
        self.paragraph = paragraph
        self.quotes = quotes
        self.tokens = tokens

    def place(self, part: Range) -> Span:
        """Return the place in the document of a range of tokens."""
        return Span(self.tokens[part[0]].start, self.tokens[part[1] - 1].end)

    @property
    def open_speech(self) -> bool:
        """Whether the unit ends in a quotation whose closing mark is missing: the speech goes on behind it."""
        return bool(self.quotes) and not self.quotes[-1].closed and self.quotes[-1].end >= self.span.end


def make_units(document: Document, sentences: Sequence[Sentence], quotes: Sequence[Quoted]) -> Iterator[Unit]:
    """Yield the sentences; those that a quotation holds together come as one."""
    starts = [quoted.start for quoted in quotes]
    words = [token for read in annotate(document).sentences for token in read.tokens]
    places = [word.start for word in words]
    position, paragraph_before = 0, -1
    while position < len(sentences):
        start, end = sentences[position].span
        paragraph = sentences[position].paragraph
        first = last = bisect_left(starts, start)
        while True:
            while last < len(quotes) and quotes[last].start < end:
                last += 1
            if last == first or quotes[last - 1].end <= end or position + 1 >= len(sentences):
                break
            position += 1
            end = sentences[position].span.end
        if paragraph != paragraph_before and (dateline := dateline_at(document.text, start, end)) is not None:
            start = dateline.span.end if dateline.span.end < end else start
        inside = [quoted for quoted in quotes[first:last] if start <= quoted.start and quoted.end <= end]
        own = words[bisect_left(places, start) : bisect_left(places, end)]
        tokens = Tokens(list(with_quotes(own, document.text, inside)))
        yield Unit(Span(start, end), paragraph, inside, tokens)
        position, paragraph_before = position + 1, paragraph


def make_paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the spans of the paragraphs that the sentences form."""
    run: list[Sentence] = []
    for sentence in sentences:
        if run and (sentence.paragraph, sentence.zone) != (run[-1].paragraph, run[-1].zone):
            yield Span(run[0].span.start, run[-1].span.end)
            run = []
        run.append(sentence)
    if run:
        yield Span(run[0].span.start, run[-1].span.end)
