"""From a document to its annotation, made once and shared by all that read the document."""

from collections.abc import Sequence
from functools import lru_cache

from index.annotation.clauses import ClauseReader
from index.annotation.drafts import Draft
from index.annotation.groups import verb_groups
from index.annotation.local_meaning import local_meanings
from index.annotation.meaning import meanings
from index.annotation.negation import Sentence as Meanings
from index.annotation.negation import is_plain, negations
from index.annotation.phrases import noun_phrases, with_attached
from index.annotation.records import (
    ASSERTED,
    AnnotatedSentence,
    Annotation,
    Clause,
    Meaning,
    NounPhrase,
    Parsed,
    Token,
)
from index.annotation.tagging import tag
from index.annotation.tokens import Piece, pieces_of
from index.language import Name, document_names
from index.records import Document, Sentence, Span, ZoneKind

_HEADED = 5
"""Words that a line needs before capitals throughout say nothing."""


def annotate(document: Document) -> Annotation:
    """Return the annotation of ``document``; the last few are kept, so that all finders of one share it."""
    return _annotation(document.text, document.sentences, document)


@lru_cache(maxsize=4)
def _read(text: str, sentences: tuple[Sentence, ...], holder: "_Holder") -> Annotation:
    names = document_names(holder.document)
    return Annotation(
        tuple(
            annotate_sentence(text, sentence.span, sentence.zone, found)
            for sentence, found in zip(sentences, names, strict=True)
        )
    )


class _Holder:
    """A document that takes no part in the key of the cache: its text and sentences are the key."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder)

    def __hash__(self) -> int:
        return 0


def _annotation(text: str, sentences: tuple[Sentence, ...], document: Document) -> Annotation:
    return _read(text, sentences, _Holder(document))


def annotate_sentence(
    text: str, span: Span, zone: ZoneKind = ZoneKind.BODY, names: Sequence[Name] = ()
) -> AnnotatedSentence:
    """Return the annotation of the sentence of ``text`` at ``span``; ``names`` are the names in it."""

    def tokens() -> tuple[Token, ...]:
        pieces = pieces_of(text, span.start, span.end)
        return tag(pieces, _named(pieces, names), _shouts(pieces))

    return AnnotatedSentence(span, zone, tuple(names), tokens, _phrases, _parsed, is_plain)


def _visible(tokens: Sequence[Token]) -> tuple[list[int], str]:
    """Return the places of the tokens that are no quotation marks, and their classes."""
    visible = [place for place, token in enumerate(tokens) if token.word_class != '"']
    return visible, "".join([tokens[place].word_class for place in visible])


def _phrases(tokens: tuple[Token, ...]) -> tuple[NounPhrase, ...]:
    visible, letters = _visible(tokens)
    return tuple(with_attached(noun_phrases(tokens, visible, letters), tokens, visible, letters))


def _parsed(sentence: AnnotatedSentence) -> Parsed:
    tokens, phrases = sentence.tokens, sentence.phrases
    visible, letters = _visible(tokens)
    groups = verb_groups(tokens, visible, letters)
    reader = ClauseReader(tokens, visible, phrases, groups, headline=not letters.endswith("."))
    drafts = reader.read()
    owners = _owners(tokens, visible, reader.owners)
    meant = Meanings(tokens, drafts, owners, any(token.form in "?？" for token in tokens[-3:]))
    if sentence.plain:
        nothing: tuple[Token, ...] = ()
        return Parsed(_clauses(meant, sentence.span, [(ASSERTED, nothing)] * len(drafts)), owners)
    negating = [tuple(negations(meant, number)) for number in range(len(drafts))]
    found = list(zip(meanings(meant), negating, strict=True))
    return Parsed(_clauses(meant, sentence.span, found), owners, tuple(local_meanings(meant, phrases)))


def _named(pieces: Sequence[Piece], names: Sequence[Name]) -> list[bool]:
    """Return for each piece whether it is inside a name."""
    found = [False] * len(pieces)
    if not names:
        return found
    waiting = iter(names)
    name = next(waiting, None)
    for place, piece in enumerate(pieces):
        while name is not None and name.span.end <= piece.start:
            name = next(waiting, None)
        if name is None:
            break
        found[place] = name.span.start <= piece.start and piece.end <= name.span.end
    return found


def _shouts(pieces: Sequence[Piece]) -> bool:
    """Return whether a line is a Headline With Capitals Throughout, where they say nothing."""
    words = [piece for piece in pieces if piece.kind == "word" and len(piece.text) > 3]
    return len(words) >= _HEADED and sum(piece.text[0].isupper() for piece in words) >= 0.8 * len(words)


def _owners(tokens: Sequence[Token], visible: Sequence[int], owners: Sequence[int]) -> tuple[int, ...]:
    """Return the clause of every token; a quotation mark goes with the word behind it."""
    found = [0] * len(tokens)
    at = 0
    for place in range(len(tokens)):
        found[place] = owners[min(at, len(owners) - 1)] if owners else 0
        if at < len(visible) and visible[at] == place:
            at += 1
    return tuple(found)


def _clauses(sentence: Meanings, span: Span, found: Sequence[tuple[Meaning, tuple[Token, ...]]]) -> tuple[Clause, ...]:
    bounds: dict[int, tuple[int, int]] = {}
    for token, owner in zip(sentence.tokens, sentence.owners, strict=True):
        start, _ = bounds.get(owner, (token.start, 0))
        bounds[owner] = (start, token.end)
    return tuple(
        _clause(draft, Span(*bounds.get(number, (span.start, span.start))), meaning, negating)
        for number, (draft, (meaning, negating)) in enumerate(zip(sentence.drafts, found, strict=True))
    )


def _clause(draft: Draft, span: Span, meaning: Meaning, negating: tuple[Token, ...]) -> Clause:
    group = draft.group
    if group is None:
        return Clause(span, None, None, None, draft.link, None, subject=draft.subject, meaning=meaning,
                      negations=negating)  # fmt: skip
    passive = group.passive or draft.reduced
    return Clause(
        span, Span(group.words[0].start, group.words[-1].end), group.head, draft.introducer, draft.link, draft.governor,
        group.tense, group.perfect, group.progressive, passive, group.modal, draft.subject, draft.object,
        draft.recipient, tuple(draft.complement), draft.by if passive else None, tuple(draft.attached), negating,
        meaning,
    )  # fmt: skip
