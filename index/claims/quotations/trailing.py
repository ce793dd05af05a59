"""Cues that stand after what was said, or in the middle of it: "..., NAME said", "..., said NAME, ..."."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.claims.quotations.clauses import clause_end, has_finite_verb, sentence_start, skip_recipient, skip_setting
from index.claims.quotations.drafts import Draft
from index.claims.quotations.phrases import Range, is_nominal, noun_phrase_end
from index.claims.quotations.rules import CLAUSE_THEN_CUE, INTERRUPTED_CLAUSE, INTERRUPTED_QUOTATION, QUOTATION_THEN_CUE
from index.claims.quotations.subjects import subject_before
from index.claims.quotations.tokens import Tokens
from index.claims.quotations.verbs import VerbGroup
from index.english import words as listed

_BOUNDARIES = (".", "end", ",")


class _Frame(NamedTuple):
    """A source and its cue between ``before`` (the comma or quotation before them) and ``after`` (what follows)."""

    source: Range
    before: int
    after: int


def trailing_reports(tokens: Tokens, group: VerbGroup, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the contents before, and around, a cue that stands after them; ``earlier`` are the drafts found so far."""
    if not group.cue.groups & {"saying", "telling", "thinking", "voicing"} or group.mood != "finite":
        return
    frame = _inverted(tokens, group) or _in_order(tokens, group)
    if frame is None:
        return
    source, before, after = frame
    if not group.cue.groups & {"saying", "telling", "thinking"} and tokens.kind(before) != "q":
        return
    cue = (group.start, group.end)
    before = before - 1 if _comma_after_quotation(tokens, before) else before
    quoted = tokens.kind(before) == "q"
    start = (
        _quoted_start(tokens, before, earlier) if quoted else _behind(earlier, sentence_start(tokens, before), before)
    )
    end = before + 1 if quoted else before
    if end > start:
        yield Draft(source, cue, (start, end), QUOTATION_THEN_CUE if quoted else CLAUSE_THEN_CUE)
    if tokens.kind(after) == "," and _continues(tokens, after + 1, quoted=quoted):
        rest = (after + 1, clause_end(tokens, after + 1))
        if tokens[after + 1].speech:
            rest = (after + 1, after + 2)
        if rest[1] > rest[0]:
            yield Draft(source, cue, rest, INTERRUPTED_QUOTATION if quoted else INTERRUPTED_CLAUSE)


def _comma_after_quotation(tokens: Tokens, position: int) -> bool:
    """Return whether a comma stands outside the marks of a quotation that is a sentence's start: "“...”, he said"."""
    return tokens.kind(position) == "," and _opens_quoted(tokens, position - 1)


def _opens_quoted(tokens: Tokens, position: int) -> bool:
    return tokens.kind(position) == "q" and sentence_start(tokens, position) == position


def _quoted_start(tokens: Tokens, quoted: int, earlier: Sequence[Draft]) -> int:
    """Return where the content starts that ends in a quotation: at the mark, or before the words that lead to it."""
    start = sentence_start(tokens, quoted)
    while start < quoted and tokens.kind(start) in ("o", ",", "-"):
        start += 1
    if any(tokens.kind(i) == ":" for i in range(start, quoted)) or _is_glued(tokens, start, quoted):
        return quoted
    return _behind(earlier, start, quoted)


def _is_glued(tokens: Tokens, start: int, quoted: int) -> bool:
    """Return whether a caption's name or date stands before a quotation that is a sentence of its own."""
    words, before = tokens[quoted].said.lstrip("“\"‘'«").split(), tokens[quoted - 1]
    if quoted <= start or len(words) < 4 or not words[0][:1].isupper() or words[1][:1].isupper():
        return False
    return before.kind == "n" or (before.kind == "w" and before.capital)


def _behind(earlier: Sequence[Draft], start: int, end: int) -> int:
    """Return the start of what an earlier cue of the same sentence reports: "NAME said she felt ..., she said"."""
    reported = [
        draft.content[0] for draft in earlier if draft.report and draft.cue is not None and start <= draft.cue[0] < end
    ]
    return max((position for position in reported if start < position <= end), default=start)


def _continues(tokens: Tokens, position: int, *, quoted: bool) -> bool:
    """Return whether what was said goes on after the cue's comma."""
    if quoted:
        return tokens.kind(position) == "q"
    word = tokens.lower(position)
    return (
        not word.endswith("ing") and word not in ("but", "who", "which", "according") and tokens.kind(position) != "end"
    )


def _inverted(tokens: Tokens, group: VerbGroup) -> _Frame | None:
    """Return the frame of "..., said NAME"."""
    before, end = group.start - 1, group.end
    comma = tokens.kind(before) == "," and (before > 2 or tokens.kind(before - 1) == "q")
    inverts = group.cue.verb.inverts or ("saying" in group.cue.groups and tokens[before].speech)
    if not inverts or end - group.start > 3 or not (tokens[before].speech or comma):
        return None
    following = tokens[end]
    if following.lower in ("he", "she"):
        after = skip_setting(tokens, end + 1)
        closes = tokens[before].speech or tokens.kind(after) in _BOUNDARIES
        return _Frame((end, end + 1), before, after) if closes else None
    named = is_nominal(following) or following.lower in listed("determiners")
    if not named or following.speech or following.lower in ("that", "it", "there", "this"):
        return None
    stop = noun_phrase_end(tokens, end)
    if stop is None:
        return None
    after = skip_setting(tokens, stop)
    if comma and not _closes(tokens, before, (end, stop), after):
        return None
    return _Frame((end, stop), before, after)


def _closes(tokens: Tokens, comma: int, source: Range, after: int) -> bool:
    """Return whether "..., said NAME" ends a sentence or its part, with something whole before the comma."""
    end, stop = source
    described = any(tokens.lower(i) in listed("relatives") for i in range(end, stop))
    verb = has_finite_verb(tokens, end, stop) and not described and tokens.kind(stop) != "end"
    if tokens.kind(after) not in _BOUNDARIES or verb:
        return False
    return _comma_after_quotation(tokens, comma) or _is_whole(tokens, sentence_start(tokens, comma), comma)


def _in_order(tokens: Tokens, group: VerbGroup) -> _Frame | None:
    """Return the frame of "..., NAME said"."""
    subject = subject_before(tokens, group.start)
    if subject is None:
        return None
    before = subject[0] - 1
    quoted = tokens[before].speech or _opens_quoted(tokens, before) or _comma_after_quotation(tokens, before)
    if not quoted and (tokens.kind(before) != "," or before < 2):
        return None
    after = _after(tokens, group)
    if after is None:
        return None
    kind = tokens.kind(after)
    start = sentence_start(tokens, before)
    if kind == "," and not quoted and tokens[after + 1].speech:
        opens = "saying" in group.cue.groups and has_finite_verb(tokens, start, before)
        return _Frame(subject, before, after) if opens else None
    if kind == "," or (kind in _BOUNDARIES and (quoted or _is_whole(tokens, start, before))):
        return _Frame(subject, before, after)
    if quoted and start == before and tokens[before].said.endswith(","):
        return _Frame(subject, before, after)
    return None


def _after(tokens: Tokens, group: VerbGroup) -> int | None:
    """Return the position after the verb, its setting and the person spoken to."""
    after = skip_setting(tokens, group.end)
    if "telling" in group.cue.groups and tokens.kind(after) not in _BOUNDARIES:
        skipped = skip_recipient(tokens, after, group.cue)
        return skipped if skipped is not None and tokens.kind(skipped) in _BOUNDARIES else None
    return after


def _is_whole(tokens: Tokens, start: int, comma: int) -> bool:
    """Return whether what stands before a comma can be a whole report, and is no mere opening ("Since then, ...")."""
    if any(tokens[i].quoted is not None for i in range(start, comma)):
        return True
    if not has_finite_verb(tokens, start, comma):
        return False
    first = tokens.lower(start)
    opening = (
        first in listed("fronting-words") or first in listed("prepositions") or first == "even" or first.endswith("ing")
    )
    counted = tokens.kind(start + 1) == "n"
    return not opening or counted or any(tokens.kind(i) == "," for i in range(start, comma))
