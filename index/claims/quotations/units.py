"""What the rules read at once: a sentence, or several that one quotation holds together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from index.annotation import Quoted, annotate
from index.annotation import Token as Word
from index.claims.quotations.cues import cue_forms
from index.claims.quotations.phrases import Range
from index.claims.quotations.tokens import Tokens, with_quotes
from index.claims.wire import dateline_at
from index.english import words as listed
from index.records import ARTICLE_ZONES, Document, Sentence, Span


class Unit:
    """A sentence, or several that one quotation holds together, with its tokens and its place in a paragraph.

    A dateline before the first words is left out.
    """

    def __init__(self, text: str, words: Sequence[Word], span: Span, paragraph: int, quotes: Sequence[Quoted]) -> None:
        self.span = span
        self.paragraph = paragraph
        self.quotes = quotes
        self._text = text
        self._words = words

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens, each quoted stretch one of them."""
        return Tokens(list(with_quotes(self._words, self._text, self.quotes)))

    @property
    def silent(self) -> bool:
        """Whether nothing in the unit can begin a rule: no quotation, no verb or noun of reporting, no colon."""
        return not self.quotes and _triggers().isdisjoint([word.form for word in self._words])

    def place(self, part: Range) -> Span:
        """Return the place in the document of a range of tokens."""
        return Span(self.tokens[part[0]].start, self.tokens[part[1] - 1].end)

    @property
    def open_speech(self) -> bool:
        """Whether the unit ends in a quotation whose closing mark is missing: the speech goes on behind it."""
        return bool(self.quotes) and not self.quotes[-1].closed and self.quotes[-1].end >= self.span.end


@cache
def _triggers() -> frozenset[str]:
    """Return the words of which every rule without a quotation needs one."""
    nouns = listed("nouns-of-speech") | listed("nouns-of-thought") | listed("feelings")
    return (
        frozenset(cue_forms())
        | nouns
        | {"according", "citing", "quoting", "via", "per", ":"}
        | listed("works-of-record")
    )


def make_units(document: Document, sentences: Sequence[Sentence], quotes: Sequence[Quoted]) -> Iterator[Unit]:
    """Yield the sentences; those that a quotation holds together come as one."""
    starts = [quoted.start for quoted in quotes]
    read = [sentence for sentence in annotate(document).sentences if sentence.zone in ARTICLE_ZONES]
    words = [token for sentence in read for token in sentence.tokens]
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
        yield Unit(document.text, own, Span(start, end), paragraph, inside)
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
