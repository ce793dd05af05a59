"""What happened at a time: the clause around it, in the sentence's own words, and its verb."""

import re
from typing import NamedTuple

from index.claims.events import rules, verbs
from index.claims.events.pieces import WORD, Verb, begins, is_gerund, is_past, is_verb, parted, verbs_in
from index.claims.events.rules import ClauseRule
from index.english import words as word_list
from index.records import Span

LONGEST = 180
"""How many characters of a clause are kept."""
_REACH = 800
"""How far around a time its clause is looked for, in characters: what passes for a sentence may be a whole file."""

_LEADING = re.compile(
    r"(?:[\s,;:.\-–—)\]'’”\"•*]+|(?:and|but|or|so|yet|while|whereas|although|though|that|because|when|after|before|as|since|if|for"
    r"|then|also|during|following|amid|however|meanwhile|moreover|still|unless|in\ fact|indeed)\b[\s,]+)+",
    re.IGNORECASE,
)
_NEARLY = "|".join(sorted(word_list("time-approximators"), key=len, reverse=True))
_LINK_BEFORE = re.compile(
    r"(?:\bas\s+(?:early|late|recently|soon|far\s+back)\s+|\b(?:just|only|back|late|early|again|sometime|as|starting"
    r"|beginning|effective|dated)\s+)?"
    rf"(?:\b(?:{_NEARLY})\s+)?"
    r"(?:\b(?:on|in|by|at|since|until|till|during|from|over|of|after|before|around|for|through|throughout|within|between"
    rf"|to|the)\s+){{0,2}}(?:\b(?:{_NEARLY})\s+)?$",
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


def happening(text: str, sentence: Span, time: Span) -> Happening | None:
    """Return what happened at ``time`` in ``sentence``; None where nothing but the time is said."""
    sentence = Span(max(sentence.start, time.start - _REACH), min(sentence.end, time.end + _REACH))
    noun = _named_by_noun(text, sentence, time)
    if noun is not None:
        return noun
    clause = _clause_of(text, parted(text, sentence, time), time)
    chosen = _main_verb(verbs_in(text, clause.span, time), time)
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
        return Happening(words, None, rules.PHRASE, clause.span)
    return Happening(words, _ADVERBS_AFTER.sub("", text[chosen.start : chosen.end]), rules.CLAUSE, clause.span)


def head_noun_after(text: str, sentence: Span, time: Span) -> tuple[str, ...]:
    """Return up to four words straight after a time, in lower case: the noun that it may stand before."""
    stop = min(sentence.end, time.end + 60)
    rest = _NOUN_STOP.split(text[time.end : stop], maxsplit=1)[0]
    return tuple(match[0].casefold() for match in WORD.finditer(rest))[:4]


def _named_by_noun(text: str, sentence: Span, time: Span) -> Happening | None:
    """Read ``the 1959 accident``: a time before a noun dates what the noun names."""
    after = _NOUN_AFTER.match(text, time.end, sentence.end)
    if after is None or after[1].casefold() in verbs.NOT_NOUNS or is_verb(after[1].casefold()):
        return None
    before = text[max(sentence.start, time.start - 30) : time.start]
    genitive = text[time.end : time.end + 1] in "'’"
    with_article = text[time.start : time.start + 4].casefold() == "the "
    if not (_ATTRIBUTIVE.search(before) or genitive or with_article):
        return None
    limit = min(sentence.end, after.start(1) + LONGEST)
    stop = _NOUN_STOP.search(text, after.start(1), limit)
    named = Span(after.start(1), stop.start() if stop else limit)
    words = _cut(text[named.start : named.end])
    return Happening(words, None, rules.NOUN, named) if words else None


def _clause_of(text: str, pieces: list[Span], time: Span) -> _Clause:
    """Return the clause the time belongs to.

    A time at the beginning of its piece belongs to the main clause that follows; any other to its own piece, widened
    to the front until there is a verb. ``One day after a law came …`` dates the other clause.
    """
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
        return _with_subject(text, pieces, place, Span(own.start, time.start), time)
    whole = Span(own.start, pieces[last].end)
    if not told_from and _tells(text, whole, time):
        return _with_subject(text, pieces, place, whole, time)
    if not leading and begins(text, own) in _BEFORE_EVENTS and not text[time.end : whole.end].strip(_OUTER + "."):
        return _Clause(whole)
    if leading:
        for index in range(last + 1, len(pieces)):
            if begins(text, pieces[index]) not in verbs.SUBORDINATORS and _tells(text, pieces[index], time):
                return _with_subject(text, pieces, index, pieces[index], time, floor=last + 1)
    return _widened(text, pieces, place, last, time)


def _widened(text: str, pieces: list[Span], place: int, last: int, time: Span) -> _Clause:
    """Return the pieces from the nearest one before that has a verb; where none has, those after."""
    first = place
    while first > 0 and pieces[last].end - pieces[first - 1].start <= 2 * LONGEST:
        first -= 1
        if _tells(text, pieces[first], time):
            return _with_subject(text, pieces, first, Span(pieces[first].start, pieces[last].end), time)
    end = last
    while end + 1 < len(pieces) and pieces[end + 1].end - pieces[first].start <= 2 * LONGEST:
        end += 1
        if _tells(text, pieces[end], time):
            break
    return _Clause(Span(pieces[first].start, pieces[end].end))


def _tells(text: str, piece: Span, time: Span) -> bool:
    """Return whether a piece has a verb of its own: a finite one, or a participle at its front or before the time."""
    if begins(text, piece) in ("such", "including", "like", "especially", "notably"):
        return False
    found = verbs_in(text, piece, time)
    front = WORD.search(text, piece.start, piece.end)
    return any(verb.finite or verb.end <= time.start or (front and verb.start == front.start()) for verb in found)


def _with_subject(text: str, pieces: list[Span], place: int, clause: Span, time: Span, *, floor: int = 0) -> _Clause:
    """Return the clause with the piece that holds its subject, where the clause begins with its verb or ``who``."""
    words = [match[0].casefold() for match in WORD.finditer(text, clause.start, min(clause.end, clause.start + 60))][:3]
    if not words:
        return _Clause(clause)
    if place <= floor:
        return _Clause(clause, _subject_after(text, pieces, clause, words, time))
    if words[0] in ("which", "who", "that") and len(words) > 1:
        return _Clause(clause, _last_noun(text, pieces[place - 1])) if is_verb(words[1]) else _Clause(clause)
    verb = words[1] if words[0] in _JOINING and len(words) > 1 else words[0]
    if not is_verb(verb) and not is_gerund(verb):
        return _Clause(clause)
    for index in range(place - 1, floor - 1, -1):
        subject = _subject_in(text, pieces[index], clause.start, time, first=index == floor)
        if subject is not None:
            return _Clause(clause, subject)
    return _Clause(clause)


def _subject_after(text: str, pieces: list[Span], clause: Span, words: list[str], time: Span) -> Span | None:
    """Return the subject of the clause that follows an opening participle: ``Taking office on Monday, the mayor
    said``.
    """
    verb = words[1] if words[0] in _JOINING and len(words) > 1 else words[0]
    if not (is_gerund(verb) or is_past(verb)):
        return None
    for piece in pieces:
        if piece.start < clause.end or begins(text, piece) in _JOINING:
            continue
        found = [item for item in verbs_in(text, piece, time) if item.finite]
        return Span(piece.start, found[0].start) if found else None
    return None


def _subject_in(text: str, piece: Span, clause_start: int, time: Span, *, first: bool) -> Span | None:
    """Return the words before the verb of a piece, or all of a piece without verb; None where it is an insertion."""
    front = begins(text, piece)
    between = text[piece.start : clause_start]
    if between.count("”") > between.count("“") or between.count(")") > between.count("("):
        return None
    found = [verb for verb in verbs_in(text, piece, time) if verb.finite]
    if front in ("which", "who", "that", "including", "such", "with"):
        return None
    if (front in verbs.SUBORDINATORS and found) or (text[piece.start] in ",(" and not first and not found):
        return None
    end = found[0].start if found else piece.end
    quote = text.find("“", piece.start + 2, end)
    end = quote if quote > 0 and text.count("”", quote, end) == 0 else end
    own = [match[0].casefold() for match in WORD.finditer(text, piece.start, end)]
    if not own or own in (["and"], ["but"], ["or"]) or is_gerund(own[0]):
        return None
    return Span(piece.start, end)


def _last_noun(text: str, piece: Span) -> Span | None:
    """Return the last noun with its article, to stand before ``who`` or ``which``."""
    start = max(piece.start, piece.end - 80)
    body = text[start : piece.end].rstrip()
    last = None
    for match in _ARTICLE.finditer(body):
        last = match
    return Span(start + last.start(), start + len(body)) if last else None


def _main_verb(found: list[Verb], time: Span) -> Verb | None:
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
