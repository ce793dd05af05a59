"""Speakers given by the layout: a signature behind a dash, a line with a colon, the names of a transcript."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.claims.quotations.cues import cue_forms
from index.claims.quotations.phrases import Range, is_finite_verb, noun_phrase_end
from index.claims.quotations.subjects import subject_before
from index.claims.quotations.tokens import Tokens
from index.claims.speakers import singular
from index.english import words as listed
from index.language import is_first_name
from index.records import Document, Span

_DASHES = frozenset(("-", "–", "—", "--", "―", "‒"))
_LONGEST_SIGNATURE = 16
_LONGEST_LINE = 40
_LABEL = re.compile(
    r"[*_\s“\"]*(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4})(?P<role>,\s[^:\n]{1,60}|\s\([^:)\n]{1,60}\))?\s?(?P<colon>:)[*_]*\s+"
    r"(?=\S)"
)
_LETTERS = frozenset({"Q", "A"})
_QUESTION_OR_ANSWER = re.compile(r"[*_\s“\"]*(?P<name>[QA])(?P<role>)\s?(?P<colon>[:.])[*_]*\s+(?=\S)")


class Label(NamedTuple):
    """A name before a colon at a paragraph's start: its place, the speaker, the words that follow, and its role."""

    span: Span
    colon: Span
    speaker: str | None
    content: Span
    role: str


def signature(tokens: Tokens, position: int) -> Range | None:
    """Return the name behind a dash at ``position`` that ends the unit: "“…” — Ana Ruiz, treasurer".

    A ``position`` before the first token means a dash that stands before the unit, as the mark of a list does.
    """
    if (position >= 0 and tokens[position].text not in _DASHES) or not tokens[position + 1].capital:
        return None
    end = len(tokens)
    while tokens.kind(end - 1) == ".":
        end -= 1
    inside = range(position + 1, end)
    if not inside or len(inside) > _LONGEST_SIGNATURE:
        return None
    plain = all(tokens.kind(i) in ("w", "n", "p", ",", "(", ")") and not is_finite_verb(tokens[i]) for i in inside)
    return (position + 1, end) if plain else None


_POSTED = re.compile(r"[—–-]{1,2}\s?(?P<name>[^\n()“”\"—–]{1,60}?)\s\((?P<handle>@\w{1,30})\)")


def follows_dash(text: str, start: int) -> bool:
    """Return whether a dash stands right before ``start``, at the beginning of its line."""
    before = text[max(0, start - 4) : start].rpartition("\n")[2].strip()
    return before in _DASHES


def posts(text: str, paragraphs: Sequence[Span]) -> list[Label]:
    """Return the posts that a page shows with the sign of their author: "… — Ana Ruiz (@ruiz) January 3, 2018"."""
    found: list[Label] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for match in _POSTED.finditer(text, paragraph.start, paragraph.end):
            words = text[start : match.start()].strip()
            if words:
                at = text.index(words, start)
                mark = Span(match.start(), match.start() + 1)
                name = Span(*match.span("name"))
                found.append(Label(name, mark, match["name"].strip(), Span(at, at + len(words)), match["handle"]))
            start = match.end()
    return found


def announced(tokens: Tokens, colon: int) -> Range | None:
    """Return the source of the quotation behind a colon: "And from Ana Ruiz:"; "Ruiz wrote:"; "As Ruiz put it:"."""
    if tokens.kind(colon) != ":" or colon > _LONGEST_LINE:
        return None
    return _as_put(tokens, colon) or _by_verb(tokens, colon) or _by_noun(tokens, colon)


def in_words(tokens: Tokens, comma: int) -> Range | None:
    """Return the source of "In Ana Ruiz's words, “…”"."""
    if tokens.kind(comma) != "," or tokens.lower(comma - 1) != "words" or tokens.lower(0) != "in":
        return None
    return (1, comma - 2) if tokens.kind(comma - 2) == "p" and comma > 3 else None


def _as_put(tokens: Tokens, colon: int) -> Range | None:
    put = colon - 2
    return (
        subject_before(tokens, put) if tokens.lower(put) in ("put", "puts") and tokens.lower(put + 1) == "it" else None
    )


def _by_noun(tokens: Tokens, colon: int) -> Range | None:
    """Return the owner of what is announced: "Ana Ruiz's verdict:", "in the words of Ana Ruiz:", "Ana Ruiz, mayor:"."""
    owner = next((i for i in range(1, min(colon, _LONGEST_OWNER)) if tokens.kind(i) == "p"), None)
    if owner is not None and tokens[owner - 1].capital:
        return (0, owner)
    if "words" in tokens.lowers[:colon] and tokens.lower(colon - 1) not in ("words", "of"):
        start = tokens.lowers.index("words") + 2
        return (start, colon) if tokens.lower(start - 1) == "of" and start < colon else None
    named = tokens[0].capital and tokens[1].capital and noun_phrase_end(tokens, 0) == colon
    return (0, colon) if named else None


_LONGEST_OWNER = 6


def _by_verb(tokens: Tokens, colon: int) -> Range | None:
    for position in range(colon):
        cue = cue_forms().get(tokens.lower(position))
        owned = tokens.kind(position - 1) == "p"
        if cue is not None and not owned and not tokens[position].capital and cue.groups & {"saying", "telling"}:
            subject = subject_before(tokens, position)
            if subject is not None:
                return subject
    for position in range(colon):
        if tokens.lower(position) == "from" and (end := noun_phrase_end(tokens, position + 1)) is not None:
            return (position + 1, end) if tokens.kind(end) == ":" else None
    return None


def transcript(document: Document, paragraphs: Sequence[Span], surnames: frozenset[str]) -> list[Label]:
    """Return the labels of an interview: two or more paragraphs that open with names, not all of them the same.

    One of the names must be a person's that the text knows, an asker's ("Q", "Host"), or ask a question.
    """
    read = [label for paragraph in paragraphs if (label := _label(document.text, paragraph)) is not None]
    found = [label for label in read if not _is_heading(label)]
    names = {document.slice(label.span) for label in found}
    if len(found) < 2 or len(names) < 2 or not any(_is_talk(document, label, surnames) for label in found):
        return []
    spoken = [label.speaker for label in found if label.speaker]
    full = {name.split()[-1]: name for name in spoken if " " in name}
    return [label._replace(speaker=full.get(label.speaker or "", label.speaker)) for label in found]


def _is_heading(label: Label) -> bool:
    """Return whether a label is a common word and nobody: "Where: …", "Price: …"."""
    words = (label.speaker or "").casefold().split()
    if len(words) != 1 or singular(words[0]) in listed("speaking-nouns") or words[0] in listed("askers"):
        return False
    return any(words[0] in listed(f"tier-{tier}") for tier in ("grammar", "commonest", "common"))


def _label(text: str, paragraph: Span) -> Label | None:
    letter = _QUESTION_OR_ANSWER.match(text, paragraph.start, paragraph.end)
    match = letter or _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    name = match["name"]
    speaker = None if name in _LETTERS else " ".join(_spelt(word) for word in name.split())
    end = paragraph.end
    while end > match.end() + 1 and text[end - 1] in "*_ ":
        end -= 1
    content = Span(match.end(), end)
    role = (match["role"] or "").strip(" ,()")
    return Label(Span(*match.span("name")), Span(*match.span("colon")), speaker, content, role)


def _spelt(word: str) -> str:
    """Return a name in capitals throughout as it is written in a sentence."""
    return word.capitalize() if word.isupper() and len(word) > 2 and "." not in word else word


def _is_talk(document: Document, label: Label, surnames: frozenset[str]) -> bool:
    if label.speaker is None or document.text[label.content.end - 1] == "?":
        return True
    words = label.speaker.split()
    asks = {word.casefold() for word in (*words, *label.role.split())} & listed("askers")
    return bool(asks) or words[-1].casefold() in surnames or (len(words) > 1 and is_first_name(words[0]))
