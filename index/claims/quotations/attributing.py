"""Attributions of a whole document: every rule run over every sentence, with speakers and origins made out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from index.annotation import quoted_stretches
from index.claims.quotations.clauses import is_direct
from index.claims.quotations.drafts import Draft
from index.claims.quotations.estimates import estimates
from index.claims.quotations.holders import feelings, noun_reports
from index.claims.quotations.layout import Label, announced, follows_dash, in_words, posts, signature, transcript
from index.claims.quotations.people import People
from index.claims.quotations.phrases import Range
from index.claims.quotations.reports import verb_reports
from index.claims.quotations.rules import ANNOUNCED, CONTINUED, NO_CUE, POST, SIGNATURE, TRANSCRIPT
from index.claims.quotations.sources import according_to, figures_by, in_works, labelled
from index.claims.quotations.speakers import Speaker, Speakers
from index.claims.quotations.tokens import Tokens
from index.claims.quotations.units import Unit, make_paragraphs, make_units
from index.english import words as listed
from index.records import ARTICLE_ZONES, Attribution, Document, Span

_NOBODY = Speaker(None, None)


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
        paragraphs = list(make_paragraphs(sentences))
        quotes = [quoted for paragraph in paragraphs for quoted in quoted_stretches(document.text, paragraph)]
        self.units = list(make_units(document, sentences, quotes))
        self.paragraph_ends = {unit.paragraph: unit.span.end for unit in self.units}
        people = People(document, quotes, paragraphs)
        self.labels = transcript(document, paragraphs, people.surnames)
        self.posts = posts(document.text, paragraphs) if "(@" in document.text else []
        starts = [unit.span.start for unit in self.units]
        places = [bisect_right(starts, label.span.start) - 1 for label in self.labels]
        self.labelled_paragraphs = {self.units[place].paragraph for place in places if place >= 0}
        self.speakers = Speakers(document, people)
        self.surnames = people.surnames

    def attributions(self) -> list[Attribution]:
        """Run the rules over every unit; a quotation left without a source continues the one before it."""
        found: dict[Span, Attribution] = {}
        last: tuple[Attribution, int] | None = None
        for number, unit in enumerate(self.units):
            if unit.silent:
                continue
            own = [self._record(unit, draft) for draft in self._drafts(unit)]
            labelled = unit.paragraph in self.labelled_paragraphs
            own += [] if labelled else self._placed(unit, number, own)
            own += [] if labelled else self._alone(unit, own, last)
            carried = [] if labelled else self._carried(unit, number, own, last)
            for attribution in [*own, *carried]:
                other = found.get(attribution.content)
                if other is None or _distance(attribution) < _distance(other):
                    found[attribution.content] = attribution
            spoken = [a for a in own if a.direct is not False and not a.attitude]
            if spoken or carried:
                last = (spoken or carried)[-1], number
        found.update((label.content, self._labelled(label, TRANSCRIPT.id)) for label in self.labels)
        found.update((label.content, self._labelled(label, POST.id)) for label in self.posts)
        return self._with_speech_before(sorted(found.values(), key=lambda a: (a.content, a.cue_span or a.content)))

    def _drafts(self, unit: Unit) -> list[Draft]:
        tokens = unit.tokens
        reports = verb_reports(tokens)
        return [
            *(() if self.labels else labelled(tokens, self.surnames)),
            *according_to(tokens),
            *figures_by(tokens),
            *in_works(tokens, self.document.text),
            *estimates(tokens, reports),
            *reports,
            *noun_reports(tokens),
            *feelings(tokens),
        ]

    def _labelled(self, label: Label, rule: str) -> Attribution:
        """Return what somebody says in a transcript or a post: the words behind, or before, the name."""
        speaker = self.speakers.labelled(label.speaker, label.role)
        made = _attribution(speaker, label.span if label.speaker else None, label.content, True, rule)
        return replace(made, cue=self.document.slice(label.colon), cue_span=label.colon)

    def _placed(self, unit: Unit, number: int, own: list[Attribution]) -> list[Attribution]:
        """Return the quotation to which a signature behind it, or a line before it, gives the speaker."""
        if not unit.quotes:
            return []
        tokens = unit.tokens
        position = next((i for i in range(len(tokens)) if tokens[i].speech), None)
        if position is None:
            return []
        place = unit.place((position, position + 1))
        if _touches(own, place):
            return []
        signed = self._signed(unit, number, position)
        if signed is not None:
            at, source = signed
            speaker = self.speakers.of(at, source)
            return [_attribution(speaker, at.place(source), place, True, SIGNATURE.id)]
        before = self.units[number - 1] if number else None
        if position > 0:
            within = announced(tokens, position - 1) or in_words(tokens, position - 1)
            before, line = unit, within
        else:
            line = announced(before.tokens, len(before.tokens) - 1) if before is not None else None
        if before is None or line is None:
            return []
        speaker = self.speakers.of(before, line)
        return [_attribution(speaker, before.place(line), place, True, ANNOUNCED.id)]

    def _signed(self, unit: Unit, number: int, position: int) -> tuple[Unit, Range] | None:
        """Return the unit and place of the signature behind a quotation, in its own unit or as the next one."""
        tokens = unit.tokens
        if position + 1 < len(tokens):
            source = signature(tokens, position + 1)
            return (unit, source) if source is not None else None
        if number + 1 < len(self.units):
            following = self.units[number + 1]
            marked = follows_dash(self.document.text, following.span.start)
            source = signature(following.tokens, -1 if marked else 0)
            return (following, source) if source is not None else None
        return None

    def _carried(
        self, unit: Unit, number: int, own: list[Attribution], last: tuple[Attribution, int] | None
    ) -> list[Attribution]:
        """Return the quotation that opens a unit, given to the speaker of the quotation right before it."""
        if last is None or last[1] != number - 1 or not unit.quotes or not unit.tokens[0].speech:
            return []
        tokens = unit.tokens
        place = unit.place((0, 1))
        if _touches(own, place):
            return []
        before, previous = last[0], self.units[number - 1]
        if previous.paragraph != unit.paragraph and len(tokens) > 2 and not previous.open_speech:
            return []
        return [_follow_up(before, place, CONTINUED.id)]

    def _alone(self, unit: Unit, own: list[Attribution], last: tuple[Attribution, int] | None) -> list[Attribution]:
        """Return the long quotations that no rule gave a source; inside a paragraph the speaker before goes on."""
        if not unit.quotes:
            return []
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
                replace(_follow_up(before, place, NO_CUE.id), speaker_span=None, cue=None, cue_span=None)
                if before is not None
                else _attribution(_NOBODY, None, place, True, NO_CUE.id)
            )
        return found

    def _with_speech_before(self, found: list[Attribution]) -> list[Attribution]:
        """Return the attributions, and speech left open at a paragraph's end with the speaker named in the next one."""
        starts = [attribution.content.start for attribution in found]
        added: list[Attribution] = []
        for number in range(len(self.units) - 2, -1, -1):
            unit, following = self.units[number], self.units[number + 1]
            if not unit.open_speech or not following.quotes:
                continue
            if not unit.tokens[0].speech or not following.tokens[0].speech:
                continue
            place = unit.place((0, 1))
            if _touches(found[max(0, bisect_right(starts, place.start) - 3) : bisect_left(starts, place.end)], place):
                continue
            opening = following.tokens[0].start
            named = next((a for a in [*added, *found] if a.content.start == opening and a.speaker), None)
            if named is not None:
                added.append(_follow_up(named, place, CONTINUED.id))
        return sorted([*found, *added], key=lambda a: (a.content, a.cue_span or a.content)) if added else found

    def _record(self, unit: Unit, draft: Draft) -> Attribution:
        source = unit.place(draft.source) if draft.source else None
        cue = unit.place(draft.cue) if draft.cue else None
        speaker = self.speakers.of(unit, draft.source) if draft.source else _NOBODY
        made = _attribution(
            speaker, source, self._whole(unit, draft), is_direct(unit.tokens, draft.content), draft.rule.id
        )
        origin = speaker.origin or self.speakers.cited_after(unit, draft.content[1])
        heard = self.speakers.hearers(unit, draft)
        return replace(
            made,
            cue=self.document.slice(cue) if cue else None,
            cue_span=cue,
            origin=tuple(dict.fromkeys((*origin, *heard))),
            attitude=not draft.report,
        )

    def _whole(self, unit: Unit, draft: Draft) -> Span:
        """Return the place of a content; the words after a label run to the end of the paragraph."""
        content = unit.place(draft.content)
        if not draft.rule.to_paragraph_end:
            return content
        return Span(content.start, max(content.end, self.paragraph_ends.get(unit.paragraph, content.end)))


def _attribution(speaker: Speaker, source: Span | None, content: Span, direct: bool | None, rule: str) -> Attribution:
    return Attribution(
        speaker=speaker.name,
        speaker_span=source,
        speaker_how=speaker.how,
        cue=None,
        cue_span=None,
        content=content,
        direct=direct,
        origin=speaker.origin,
        rule=rule,
        roles=speaker.roles,
    )


def _follow_up(before: Attribution, place: Span, rule: str) -> Attribution:
    """Return a quotation that goes on from another, or leads to it, with its speaker."""
    return replace(
        before,
        speaker_how="carried over" if before.speaker else None,
        content=place,
        direct=True,
        attitude=False,
        rule=rule,
    )


def _touches(attributions: Sequence[Attribution], place: Span) -> bool:
    return any(a.content.touches(place) for a in attributions)


def _is_long_quotation(tokens: Tokens, position: int) -> bool:
    """Return whether a quoted stretch is somebody's words, and no name, title, slogan or word held at arm's length."""
    words = [word for word in tokens[position].text.strip("“”\"«»„'‘’` ").split() if word[:1].isalpha()]
    if len(words) < 5 or tokens.lower(position - 1) in listed("before-titles"):
        return False
    return sum(word[:1].isupper() for word in words) * 2 < len(words)


def _distance(attribution: Attribution) -> int:
    """Return how many characters lie between a cue and its content."""
    cue, content = attribution.cue_span, attribution.content
    if cue is None:
        return 0
    return max(content.start - cue.end, cue.start - content.end, 0)
