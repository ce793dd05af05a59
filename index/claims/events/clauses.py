"""What happened at a time: the clause around it, in the sentence's own words, and its verb."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from index.annotation import AnnotatedSentence
from index.claims.events import clause_rules
from index.claims.events.clause_rules import ClauseRule
from index.claims.events.fragments import any_of
from index.claims.events.pieces import WORD, Sight, Verb, begins, parted, sight
from index.english import words as word_list
from index.records import Span

LONGEST = 180
"""How many characters of a clause are kept."""
_REACH = 800
"""How far around a time its clause is looked for, in characters: what passes for a sentence may be a whole file."""

_LEADING = re.compile(rf"(?:[\s,;:.\-–—)\]'’”\"•*]+|(?:{any_of(word_list('clause-leads'))})\b[\s,]+)+", re.IGNORECASE)
_NO_NOUNS = word_list("after-times-no-noun")
_SUBORDINATORS = word_list("clause-subordinators")
_NEARLY = any_of(word_list("time-approximators"))
_LINK_BEFORE = re.compile(
    r"(?:\bas\s+(?:early|late|recently|soon|far\s+back)\s+"
    rf"|\b(?:{any_of(word_list('time-link-adverbs'))})\s+)?(?:\b(?:{_NEARLY})\s+)?"
    rf"(?:\b(?:{any_of(word_list('time-links'))})\s+){{0,2}}(?:\b(?:{_NEARLY})\s+)?$",
    re.IGNORECASE,
)
_ATTRIBUTIVE = re.compile(
    r"(?:^|[\s(])(?:the|an?|its|their|his|her|our|this|that|[^\W\d_]+['’]s?|new|proposed|controversial)\s+$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"(?:['’]s?)?[ \xa0]([^\W\d_][\w’'-]*)")
_NOUN_STOP = re.compile(
    r"[.,;:!?](?=\s|$|[\"”])|[()—\"“”]|\s(?:that|which|who|when|where|while|and|but|because|is|was|were|are|has|had|will)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:the|an?|its|their|his|her|our|this|these|those|some|many)\s", re.IGNORECASE)
_JOINING = frozenset({"and", "but", "or", "then", "before", "after", "since", "while", "when", "by"})
_BEFORE_EVENTS = frozenset({"after", "before", "since", "during", "following", "amid"})
"""Prepositions that a noun for an event follows: ``After the fire of 2015, …``."""
_ADVERBS_AFTER = re.compile(
    r"(?<=\w)(?:\s+(?:\w{2,}ly|not|also|already|never|ever|still|now|just|even|first))+$", re.IGNORECASE
)
_TOLD_FROM = re.compile(r"(?:before|after|prior)$", re.IGNORECASE)
_OUTER = " \t\r\n,;:!?—–-\"“”'’("
_INITIALS_END = re.compile(r"(?:\b[A-Za-z]\.)+[A-Za-z]\.$|\b(?:Inc|Co|Corp|Jr|Sr|Ltd)\.$")


class Happening(NamedTuple):
    """What happened: its words, the verb if one was found, the rule that told it, and the words it matched."""

    words: str
    cue: str | None
    rule: ClauseRule
    span: Span


class _Clause(NamedTuple):
    """A run of pieces; ``subject`` are the words before it that hold its subject, where it begins with its verb."""

    span: Span
    subject: Span | None = None


def happening(text: str, sentence: AnnotatedSentence, time: Span) -> Happening | None:
    """Return what happened at ``time`` in ``sentence``; None where nothing but the time is said."""
    span = Span(max(sentence.span.start, time.start - _REACH), min(sentence.span.end, time.end + _REACH))
    seen = sight(text, span, time, sentence)
    noun = _named_by_noun(seen)
    if noun is not None:
        return noun
    clause = _clause_of(seen, parted(seen))
    chosen = _main_verb(seen.verbs_in(clause.span), time)
    words = _trimmed(text, clause.span, time)
    if clause.subject is not None:
        lead = _LEADING.match(text, clause.subject.start, clause.subject.end)
        subject = _cut(text[lead.end() if lead else clause.subject.start : clause.subject.end])
        follows = clause.subject.end <= clause.span.start and not text[clause.subject.end : clause.span.start].strip(
            " ,"
        )
        gap = "" if follows else " …"
        words = _cut(f"{subject}{gap} {words}") if subject else words
    if not WORD.search(words):
        return None
    if chosen is None:
        return Happening(words, None, clause_rules.PHRASE, clause.span)
    return Happening(words, _ADVERBS_AFTER.sub("", text[chosen.start : chosen.end]), clause_rules.CLAUSE, clause.span)


def head_noun_after(text: str, sentence: Span, time: Span) -> tuple[str, ...]:
    """Return up to four words straight after a time, in lower case: the noun that it may stand before."""
    stop = min(sentence.end, time.end + 60)
    rest = _NOUN_STOP.split(text[time.end : stop], maxsplit=1)[0]
    return tuple(match[0].casefold() for match in WORD.finditer(rest))[:4]


def _named_by_noun(seen: Sight) -> Happening | None:
    """Read ``the 1959 accident``: a time before a noun dates what the noun names."""
    text, time, end = seen.text, seen.time, seen.span.end
    after = _NOUN_AFTER.match(text, time.end, end)
    if after is None or after[1].casefold() in _NO_NOUNS or seen.verb_at(after.start(1)) is not None:
        return None
    before = text[max(seen.span.start, time.start - 30) : time.start]
    genitive = text[time.end : time.end + 1] in "'’"
    with_article = text[time.start : time.start + 4].casefold() == "the "
    if not (_ATTRIBUTIVE.search(before) or genitive or with_article):
        return None
    limit = min(end, after.start(1) + LONGEST)
    stop = _NOUN_STOP.search(text, after.start(1), limit)
    named = Span(after.start(1), stop.start() if stop else limit)
    words = _cut(text[named.start : named.end])
    return Happening(words, None, clause_rules.NOUN, named) if words else None


def _clause_of(seen: Sight, pieces: list[Span]) -> _Clause:
    """Return the clause the time belongs to.

    A time at the beginning of its piece belongs to the main clause that follows; any other to its own piece, widened
    to the front until there is a verb. ``One day after a law came …`` dates the other clause.
    """
    text, time = seen.text, seen.time
    place = next(
        (index for index, piece in enumerate(pieces) if piece.start <= time.start < piece.end), len(pieces) - 1
    )
    own = pieces[place]
    link = _LINK_BEFORE.search(text, max(own.start, time.start - 40), time.start)
    leading = len(WORD.findall(text[own.start : link.start() if link else time.start])) <= 1
    last = place
    while last + 1 < len(pieces) and pieces[last].end < time.end:
        last += 1
    told_from = _TOLD_FROM.search(text, time.start, time.end) is not None and time.end < pieces[last].end
    if told_from and not leading:
        return _with_subject(seen, pieces, place, Span(own.start, time.start))
    whole = Span(own.start, pieces[last].end)
    if not told_from and _tells(seen, whole):
        return _with_subject(seen, pieces, place, whole)
    if not leading and begins(text, own) in _BEFORE_EVENTS and not text[time.end : whole.end].strip(_OUTER + "."):
        return _Clause(whole)
    if leading:
        for index in range(last + 1, len(pieces)):
            if begins(text, pieces[index]) not in _SUBORDINATORS and _tells(seen, pieces[index]):
                return _with_subject(seen, pieces, index, pieces[index], floor=last + 1)
    return _widened(seen, pieces, place, last)


def _widened(seen: Sight, pieces: list[Span], place: int, last: int) -> _Clause:
    """Return the pieces from the nearest one before that has a verb; where none has, those after."""
    first = place
    while first > 0 and pieces[last].end - pieces[first - 1].start <= 2 * LONGEST:
        first -= 1
        if _tells(seen, pieces[first]):
            return _with_subject(seen, pieces, first, Span(pieces[first].start, pieces[last].end))
    end = last
    while end + 1 < len(pieces) and pieces[end + 1].end - pieces[first].start <= 2 * LONGEST:
        end += 1
        if _tells(seen, pieces[end]):
            break
    return _Clause(Span(pieces[first].start, pieces[end].end))


def _tells(seen: Sight, piece: Span) -> bool:
    """Return whether a piece has a verb of its own: a finite one, or a participle at its front or before the time."""
    if begins(seen.text, piece) in ("such", "including", "like", "especially", "notably"):
        return False
    front = WORD.search(seen.text, piece.start, piece.end)
    return any(
        verb.finite or verb.end <= seen.time.start or (front and verb.start == front.start())
        for verb in seen.verbs_in(piece)
    )


def _with_subject(seen: Sight, pieces: list[Span], place: int, clause: Span, *, floor: int = 0) -> _Clause:
    """Return the clause with the piece that holds its subject, where the clause begins with its verb or ``who``."""
    front = list(islice(WORD.finditer(seen.text, clause.start, min(clause.end, clause.start + 60)), 2))
    if not front:
        return _Clause(clause)
    first = front[0][0].casefold()
    opening = seen.verb_at(front[-1 if first in _JOINING else 0].start())
    if place <= floor:
        return _Clause(clause, _subject_after(seen, pieces, clause, opening))
    if first in ("which", "who", "that") and len(front) > 1:
        relative = seen.verb_at(front[1].start()) is not None
        return _Clause(clause, _last_noun(seen.text, pieces[place - 1])) if relative else _Clause(clause)
    if opening is None:
        return _Clause(clause)
    for index in range(place - 1, floor - 1, -1):
        subject = _subject_in(seen, pieces[index], clause.start, first=index == floor)
        if subject is not None:
            return _Clause(clause, subject)
    return _Clause(clause)


def _subject_after(seen: Sight, pieces: list[Span], clause: Span, opening: Verb | None) -> Span | None:
    """Return the subject of the clause that follows an opening participle: ``Taking office on Monday, the mayor
    said``.
    """
    if opening is None or opening.finite:
        return None
    for piece in pieces:
        if piece.start < clause.end or begins(seen.text, piece) in _JOINING:
            continue
        found = [verb for verb in seen.verbs_in(piece) if verb.finite]
        return Span(piece.start, found[0].start) if found else None
    return None


def _subject_in(seen: Sight, piece: Span, clause_start: int, *, first: bool) -> Span | None:
    """Return the words before the verb of a piece, or all of a piece without verb; None where it is an insertion."""
    text, front = seen.text, begins(seen.text, piece)
    between = text[piece.start : clause_start]
    if between.count("”") > between.count("“") or between.count(")") > between.count("("):
        return None
    found = [verb for verb in seen.verbs_in(piece) if verb.finite]
    if front in ("which", "who", "that", "including", "such", "with"):
        return None
    if (front in _SUBORDINATORS and found) or (text[piece.start] in ",(" and not first and not found):
        return None
    end = found[0].start if found else piece.end
    quote = text.find("“", piece.start + 2, end)
    end = quote if quote > 0 and text.count("”", quote, end) == 0 else end
    own = [match[0].casefold() for match in WORD.finditer(text, piece.start, end)]
    if not own or own in (["and"], ["but"], ["or"]) or _opens_with_gerund(seen, piece):
        return None
    return Span(piece.start, end)


def _opens_with_gerund(seen: Sight, piece: Span) -> bool:
    word = WORD.search(seen.text, piece.start, piece.end)
    verb = seen.verb_at(word.start()) if word else None
    return verb is not None and not verb.finite


def _last_noun(text: str, piece: Span) -> Span | None:
    """Return the last noun with its article, to stand before ``who`` or ``which``."""
    start = max(piece.start, piece.end - 80)
    body = text[start : piece.end].rstrip()
    last = None
    for match in _ARTICLE.finditer(body):
        last = match
    return Span(start + last.start(), start + len(body)) if last else None


def _main_verb(found: Sequence[Verb], time: Span) -> Verb | None:
    """Return the verb the time belongs to: the last finite one before it, else the first after, else a participle."""
    finite = [verb for verb in found if verb.finite]
    before = [verb for verb in finite if verb.end <= time.start]
    if before:
        return before[-1]
    near = [verb for verb in found if verb.end <= time.start]
    if finite and not near:
        return finite[0]
    return near[-1] if near else found[0] if found else None


def _trimmed(text: str, clause: Span, time: Span) -> str:
    """Return the clause's words without joining words at its front and without the time at either end."""
    start = clause.start
    end = start + len(text[clause.start : clause.end].rstrip(_OUTER + ".)"))
    if start <= time.start < clause.end and time.end >= end:
        link = _LINK_BEFORE.search(text, max(start, time.start - 40), time.start)
        end = link.start() if link else time.start
    lead = _LEADING.match(text, start, end)
    start = lead.end() if lead else start
    link = _LINK_BEFORE.search(text, max(start, time.start - 40), time.start) if time.start >= start else None
    if (link.start() if link else time.start) <= start < time.end:
        start = time.end
        lead = _LEADING.match(text, start, end)
        start = lead.end() if lead else start
    if text[end : end + 1] == "." and _INITIALS_END.search(text, start, end + 1):
        end += 1
    return _cut(text[start:end]) if end > start else ""


def _cut(words: str) -> str:
    """Return the words on one line, at most ``LONGEST`` characters, cut between words."""
    flat = " ".join(words.split()).strip(_OUTER)
    while flat.endswith((".", ")")) and not _INITIALS_END.search(flat) and not (flat.endswith(")") and "(" in flat):
        flat = flat[:-1].rstrip(_OUTER)
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:")
