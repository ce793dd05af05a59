"""Attributions without a verb of their own, and the chain of sources inside a source's name."""

from collections.abc import Iterator, Sequence

from index.claims.origins import voice_of
from index.claims.quotations.clauses import clause_end, sentence_start
from index.claims.quotations.drafts import Draft
from index.claims.quotations.phrases import Range, noun_phrase_end
from index.claims.quotations.rules import ACCORDING_TO, FIGURE_BY, IN_WORK, NAME_AND_COLON
from index.claims.quotations.tokens import Tokens
from index.claims.speakers import can_speak
from index.english import words as listed
from index.language import is_first_name


def according_to(tokens: Tokens) -> Iterator[Draft]:
    """Yield "According to NAME, ..." and "..., according to NAME"."""
    if "according" not in tokens.present:
        return
    for position, word in enumerate(tokens.lowers):
        if word != "according" or tokens.lower(position + 1) != "to":
            continue
        start = position + 2
        if tokens.kind(position - 1) in ("end", ".", ";", "q", "(") or tokens.lower(position - 1) in (
            "and",
            "but",
            "while",
        ):
            yield from _leading(tokens, position, start)
        else:
            yield from _trailing(tokens, position, start)


def in_works(tokens: Tokens, text: str) -> Iterator[Draft]:
    """Yield "In a NAME poll, ..." and "..., per NAME": a work that names its maker, without a verb."""
    if tokens.lower(0) in ("in", "per"):
        end = noun_phrase_end(tokens, 1, apposition=False)
        if end is not None and tokens.kind(end) == "," and _names_maker(tokens, (1, end), text):
            content = (end + 1, clause_end(tokens, end + 1))
            if content[1] > content[0]:
                yield Draft((1, end), (0, 1), content, IN_WORK, report=False)
    if "per" not in tokens.present:
        return
    for position in range(2, len(tokens) - 1):
        if tokens.lower(position) != "per" or tokens.kind(position - 1) != ",":
            continue
        end = noun_phrase_end(tokens, position + 1)
        if end is not None and tokens[end - 1].capital and tokens.kind(end) in (".", "end", ","):
            content = (sentence_start(tokens, position - 1), position - 1)
            yield Draft((position + 1, end), (position, position + 1), content, IN_WORK)


def _names_maker(tokens: Tokens, source: Range, text: str) -> bool:
    """Return whether a phrase is a work (a poll, a report, a filing) in the words of which its maker is named."""
    words = tokens.lowers[source[0] : source[1]]
    head = next((i for i in range(1, len(words)) if words[i] in listed("prepositions")), len(words)) - 1
    if words[head] not in listed("works-of-record"):
        return False
    voice = voice_of(text[tokens[source[0]].start : tokens[source[1] - 1].end])
    return voice is not None and bool(voice.name or voice.single) and not _is_first_person(words)


def _is_first_person(words: Sequence[str]) -> bool:
    return any(word in ("my", "our", "his", "her", "their", "its") for word in words)


def _leading(tokens: Tokens, position: int, start: int) -> Iterator[Draft]:
    if tokens.kind(position - 1) == "q" and tokens[position - 1].speech and tokens[position].text[0] == "a":
        yield from _trailing(tokens, position, start)
        return
    end = noun_phrase_end(tokens, start, apposition=False)
    if end is None:
        return
    comma = next((i for i in range(end, min(len(tokens), end + 25)) if tokens.kind(i) == ","), None)
    if comma is None or _is_measure(tokens, start, end):
        return
    if tokens.lower(comma + 1) in listed("passed-on") or tokens.lower(comma + 1) == "citing":
        comma = next((i for i in range(comma + 1, min(len(tokens), comma + 12)) if tokens.kind(i) == ","), comma)
    content = (comma + 1, clause_end(tokens, comma + 1))
    if tokens.kind(comma + 1) == "q" and tokens[comma + 1].speech:
        content = (comma + 1, comma + 2)
    if content[1] > content[0]:
        yield Draft((start, comma), (position, position + 2), content, ACCORDING_TO)


def _trailing(tokens: Tokens, position: int, start: int) -> Iterator[Draft]:
    end = noun_phrase_end(tokens, start)
    first = sentence_start(tokens, position)
    last = position - 1 if tokens.kind(position - 1) == "," else position
    if end is not None and last > first and not _is_measure(tokens, start, end):
        yield Draft((start, end), (position, position + 2), (first, last), ACCORDING_TO)


def _is_measure(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether "according to" tells by what something is measured: "paid according to age"."""
    token = tokens[start]
    return end == start + 1 and not token.capital and token.kind == "w" and not can_speak(token.text)


def labelled(tokens: Tokens, names: frozenset[str]) -> Iterator[Draft]:
    """Yield "NAME: what NAME says", as in transcripts and headlines; ``names`` are the surnames the text knows."""
    colon = tokens.kinds.index(":", 1, 9) if ":" in tokens.kinds[1:9] else None
    if colon is None or colon + 1 >= len(tokens):
        return
    label = [tokens[i] for i in range(colon)]
    if not all(
        token.capital or token.kind in ("p", "n") or token.lower in ("of", "the", "de", "van", "al", "and")
        for token in label
    ):
        return
    titled = label[0].lower.rstrip(".") in listed("titles-and-offices") and len(label) > 1
    first_name = is_first_name(label[0].lower)
    bodies = len(label) == 1 and label[0].lower in listed("labels-of-headlines")
    if titled or bodies or label[-1].lower in names or (first_name and 1 < len(label) < 5):
        end = len(tokens)
        while end > colon + 2 and tokens.kind(end - 1) == ".":
            end -= 1
        yield Draft((0, colon), (colon, colon + 1), (colon + 1, end), NAME_AND_COLON)


_CITING = frozenset(("citing", "via", "quoting"))


def figures_by(tokens: Tokens) -> Iterator[Draft]:
    """Yield "3 million by NAME citing NAME" and "700,000 by NAME via NAME": a figure with its source behind it."""
    if tokens.present.isdisjoint(_CITING):
        return
    for position, word in enumerate(tokens.lowers):
        if word != "by" or not tokens[position + 1].capital:
            continue
        link = next((i for i in range(position + 2, position + 6) if tokens.lower(i) in _CITING), None)
        if link is None or not all(tokens[i].capital for i in range(position + 1, link)):
            continue
        number = next((i for i in range(position - 1, max(-1, position - 4), -1) if tokens.kind(i) == "n"), None)
        end = link + 1
        while tokens[end].capital:
            end += 1
        if number is None or end == link + 1:
            continue
        start = number
        while tokens.lower(start - 1) in _BOUNDS and start - 1 > 0:
            start -= 1
        yield Draft((position + 1, end), (position, position + 1), (start, position), FIGURE_BY, report=False)


_BOUNDS = frozenset("up to around nearly over about almost some roughly approximately than more least at".split())
