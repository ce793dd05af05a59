"""Attributions of a whole document: every rule run over every sentence, with speakers and origins made out."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from index.annotation import Quoted, quoted_stretches
from index.claims.quotations.clauses import is_direct
from index.claims.quotations.drafts import Draft
from index.claims.quotations.holders import feelings, noun_reports
from index.claims.quotations.phrases import Range, noun_phrase_end, noun_phrase_start
from index.claims.quotations.reports import verb_reports
from index.claims.quotations.rules import CONTINUED, NO_CUE
from index.claims.quotations.sources import according_to, figures_by, labelled
from index.claims.quotations.speakers import Persons, chain
from index.claims.quotations.tokens import Tokens, tokenise
from index.claims.quotations.voices import without_print
from index.english import words as listed
from index.records import ARTICLE_ZONES, Attribution, Document, Sentence, Span


class Unit:
    """A sentence, or several that one quotation holds together, with its tokens and its place in a paragraph."""

    def __init__(self, document: Document, span: Span, paragraph: int, quotes: Sequence[Quoted]) -> None:
        self.span = span
        self.paragraph = paragraph
        self.tokens = Tokens(tokenise(document.text, span.start, span.end, quotes))

    def place(self, part: Range) -> Span:
        """Return the place in the document of a range of tokens."""
        return Span(self.tokens[part[0]].start, self.tokens[part[1] - 1].end)


def find_attributions(document: Document) -> list[Attribution]:
    """Return every attribution of the article's own text, in order of place.

    Captions, boilerplate and comments are passed over. Spans of speaker, cue and content are those of the words as they
    stand, quotation marks and the comma inside them included (the convention of PolNeAR); ``speaker`` is the name in
    them, in full where the article gave it before.
    """
    return _Finder(document).attributions()


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        sentences = [sentence for sentence in document.sentences if sentence.zone in ARTICLE_ZONES]
        paragraphs = list(_paragraphs(sentences))
        quotes = [quoted for paragraph in paragraphs for quoted in quoted_stretches(document.text, paragraph)]
        self.units = list(_units(document, sentences, quotes))
        self.paragraph_ends = {unit.paragraph: unit.span.end for unit in self.units}
        self.persons = Persons(document, quotes, paragraphs)

    def attributions(self) -> list[Attribution]:
        """Run the rules over every unit; a quotation left without a source continues the one before it."""
        found: dict[Span, Attribution] = {}
        last: tuple[Attribution, int] | None = None
        for number, unit in enumerate(self.units):
            own = [self._record(unit, draft) for draft in self._drafts(unit)]
            own += self._alone(unit, own, last)
            carried = self._carried(unit, number, own, last)
            for attribution in [*own, *carried]:
                other = found.get(attribution.content)
                if other is None or _distance(attribution) < _distance(other):
                    found[attribution.content] = attribution
            spoken = [a for a in own if a.direct is not False and not a.attitude]
            if spoken or carried:
                last = (spoken or carried)[-1], number
        return sorted(found.values(), key=lambda a: (a.content, a.cue_span or a.content))

    def _drafts(self, unit: Unit) -> list[Draft]:
        tokens = unit.tokens
        return [
            *labelled(tokens, self.persons.surnames),
            *according_to(tokens),
            *figures_by(tokens),
            *verb_reports(tokens),
            *noun_reports(tokens),
            *feelings(tokens),
        ]

    def _carried(
        self, unit: Unit, number: int, own: list[Attribution], last: tuple[Attribution, int] | None
    ) -> list[Attribution]:
        """Return the quotation that opens a unit, given to the speaker of the quotation right before it."""
        tokens = unit.tokens
        if last is None or last[1] != number - 1 or not tokens[0].speech:
            return []
        place = unit.place((0, 1))
        if any(a.content.start < place.end and place.start < a.content.end for a in own):
            return []
        before, previous = last[0], self.units[number - 1]
        if previous.paragraph != unit.paragraph and len(tokens) > 2:
            return []
        return [
            Attribution(
                before.speaker, before.speaker_span, "carried over", before.cue, before.cue_span, place, True,
                before.origin, CONTINUED.id,
            )
        ]  # fmt: skip

    def _alone(self, unit: Unit, own: list[Attribution], last: tuple[Attribution, int] | None) -> list[Attribution]:
        """Return the long quotations that no rule gave a source; inside a paragraph the speaker before goes on."""
        tokens = unit.tokens
        found = []
        taken = sorted(a.content for a in own)
        reach = list(accumulate((content.end for content in taken), max))
        for position, token in enumerate(tokens.all):
            if position == 0 or token.kind != "q" or not _is_long_quotation(tokens, position):
                continue
            place = unit.place((position, position + 1))
            before_it = bisect_left(taken, (place.end, 0))
            if before_it and reach[before_it - 1] > place.start:
                continue
            before = last[0] if last and self.units[last[1]].paragraph == unit.paragraph else None
            found.append(
                Attribution(
                    before.speaker if before else None, None, "carried over" if before and before.speaker else None,
                    None, None, place, True, before.origin if before else (), NO_CUE.id,
                )
            )  # fmt: skip
        return found

    def _record(self, unit: Unit, draft: Draft) -> Attribution:
        source = unit.place(draft.source) if draft.source else None
        cue = unit.place(draft.cue) if draft.cue else None
        speaker, how, origin = self._speaker(unit, draft.source) if draft.source else (None, None, ())
        return Attribution(
            speaker=speaker,
            speaker_span=source,
            speaker_how=how,
            cue=self.document.slice(cue) if cue else None,
            cue_span=cue,
            content=self._whole(unit, draft),
            direct=is_direct(unit.tokens, draft.content),
            origin=origin or self._cited_after(unit, draft.content[1]),
            rule=draft.rule.id,
            attitude=not draft.report,
        )

    def _whole(self, unit: Unit, draft: Draft) -> Span:
        """Return the place of a content; the words after a transcript's name run to the end of the paragraph."""
        content = unit.place(draft.content)
        if not draft.rule.to_paragraph_end:
            return content
        return Span(content.start, max(content.end, self.paragraph_ends.get(unit.paragraph, content.end)))

    def _speaker(self, unit: Unit, source: Range) -> tuple[str | None, str | None, tuple[str, ...]]:
        """Return the speaker's name, how it was found, and the sources behind it."""
        tokens = unit.tokens
        word = tokens.lower(source[0])
        if source[1] - source[0] == 1 and word in ("i", "we"):
            return None, None, ()  # outside quotations, the article's own voice
        if source[1] - source[0] == 1 and word in listed("subject-pronouns"):
            return self.persons.of_pronoun(word, tokens[source[0]].start), "pronoun", ()
        if source[1] - source[0] == 1 and word in listed("relatives"):
            end = source[0] - 1 if tokens.kind(source[0] - 1) == "," else source[0]
            start = noun_phrase_start(tokens, end)
            if start is None:
                return None, "pronoun", ()
            source = (start, end)
        place = unit.place(source)
        speaker, origin = chain(without_print(self.document.slice(place)))
        return self.persons.in_full(speaker, place.start), "stated", origin

    def _cited_after(self, unit: Unit, end: int) -> tuple[str, ...]:
        """Return the source named after what was said: "..., citing NAME"."""
        tokens = unit.tokens
        if tokens.kind(end) != "," or tokens.lower(end + 1) != "citing":
            return ()
        stop = noun_phrase_end(tokens, end + 2, apposition=False)
        if stop is None or not any(tokens[i].capital for i in range(end + 2, stop)):
            return ()
        speaker, origin = chain(self.document.slice(unit.place((end + 2, stop))))
        return (speaker, *origin)


def _is_long_quotation(tokens: Tokens, position: int) -> bool:
    """Return whether a quoted stretch is somebody's words, and no name, title, slogan or word held at arm's length."""
    words = [word for word in tokens[position].text.strip("“”\"«»„'‘’` ").split() if word[:1].isalpha()]
    if len(words) < 5 or tokens.lower(position - 1) in _NAMING:
        return False
    return sum(word[:1].isupper() for word in words) * 2 < len(words)


_NAMING = frozenset(
    """
    hashtag titled entitled called headlined dubbed song film book headline slogan phrase article piece named show
    album movie novel series episode campaign motto poem play essay term word words sign signs banner labelled labeled
    """.split()
)


def _distance(attribution: Attribution) -> int:
    """Return how many characters lie between a cue and its content."""
    cue, content = attribution.cue_span, attribution.content
    if cue is None:
        return 0
    return max(content.start - cue.end, cue.start - content.end, 0)


def _units(document: Document, sentences: Sequence[Sentence], quotes: Sequence[Quoted]) -> Iterator[Unit]:
    """Yield the sentences; those that a quotation holds together come as one."""
    starts = [quoted.start for quoted in quotes]
    position = 0
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
        yield Unit(
            document, Span(start, end), paragraph, [quoted for quoted in quotes[first:last] if quoted.end <= end]
        )
        position += 1


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the spans of the paragraphs that the sentences form."""
    run: list[Sentence] = []
    for sentence in sentences:
        if run and (sentence.paragraph, sentence.zone) != (run[-1].paragraph, run[-1].zone):
            yield Span(run[0].span.start, run[-1].span.end)
            run = []
        run.append(sentence)
    if run:
        yield Span(run[0].span.start, run[-1].span.end)
