"""What happened at a time: the clause around it, in the sentence's own words, and its verb."""

import re
from typing import NamedTuple

from index.claims.events import verbs
from index.records import Span

LONGEST = 180
"""How many characters of a clause are kept."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(
    r"""(?P<hard> [;:!?](?=\s) | \s[-–—]+\s | [—()\[\]] | ,?["“”](?=\s|$) | (?:(?<=\s)|^)["“] )
      | (?P<soft> ,\s+(?:(?:and|but|or|so|yet|while|whereas|although|though|which|who|whose|where|when|after|before|because
                 |since|with|including|following|as|even|despite|unless|if|until|just|only|then|later)\b | (?=[a-z]{2,20}ing\b)) | ,(?=\s) )
      | (?P<word> \s(?:while|whereas|although|though|because|which|who|whose|where|when|that|after|before|as|if|unless
                 |following|and|but|despite)(?=\s) )""",
    re.VERBOSE | re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:[\s,;:.\-–—)\]'’”\"•*]+|(?:and|but|or|so|yet|while|whereas|although|though|that|because|when|after|before|as|since|if|for"
    r"|then|also|however|meanwhile|moreover|still|in\ fact|indeed)\b[\s,]+)+",
    re.IGNORECASE,
)
_DATE_LINK = (
    r"(?:(?:just|only|back|late|early|again|sometime|as|starting|beginning|effective|dated)\s+)?"
    r"(?:(?:on|in|by|at|since|until|till|during|from|over|of|after|before|around|for|through|throughout|within|between|to|the)\s+){0,2}"
)
_LINK_BEFORE = re.compile(_DATE_LINK + r"$", re.IGNORECASE)
_ATTRIBUTIVE = re.compile(
    r"(?:^|[\s(])(?:the|an?|its|their|his|her|our|this|that|[^\W\d_]+['’]s?|new|proposed|controversial)\s+$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"(?:['’]s?)?[ \xa0]([^\W\d_][\w’'-]*)")
_NOT_NOUNS = frozenset(
    """to and or but in on at by of for with from as that which who when where while after before until since because is was
    were are has have had will would could may might should said says the a an its their his her it he she they we i you
    there this these those not also then than just only following during against amid about into over under between
    through without within per via due if so both either neither new local""".split()
)
_NOUN_STOP = re.compile(
    r"[.,;:!?()—\"“”]|\s(?:that|which|who|when|where|while|and|but|because|is|was|were|are|has|had|will)\s",
    re.IGNORECASE,
)


class Happening(NamedTuple):
    """What happened: its words, the verb if one was found, and the rule (``clause``, ``noun``) that told it."""

    words: str
    cue: str | None
    rule: str


class _Verb(NamedTuple):
    start: int
    end: int
    finite: bool


def happening(text: str, sentence: Span, time: Span) -> Happening | None:
    """Return what happened at ``time`` in ``sentence``; None where nothing but the time is said."""
    noun = _named_by_noun(text, sentence, time)
    if noun is not None:
        return noun
    pieces = _pieces(text, sentence)
    place = next(
        (index for index, piece in enumerate(pieces) if piece.start <= time.start < piece.end), len(pieces) - 1
    )
    first, last = _grown(text, pieces, place, time)
    clause = Span(pieces[first].start, max(pieces[last].end, min(time.end, sentence.end)))
    found = _verbs(text, clause, time)
    chosen = _main_verb(found, time)
    words = _trimmed(text, clause, time)
    if not words:
        return None
    return Happening(words, text[chosen.start : chosen.end] if chosen else None, "clause" if chosen else "phrase")


def _named_by_noun(text: str, sentence: Span, time: Span) -> Happening | None:
    """Read ``the 1959 accident``: a time before a noun dates what the noun names."""
    after = _NOUN_AFTER.match(text, time.end, sentence.end)
    if after is None or after[1].casefold() in _NOT_NOUNS or _is_verb(after[1].casefold()):
        return None
    before = text[max(sentence.start, time.start - 30) : time.start]
    genitive = text[time.end : time.end + 1] in "'’"
    with_article = text[time.start : time.start + 4].casefold() == "the "
    if not (_ATTRIBUTIVE.search(before) or genitive or with_article):
        return None
    stop = _NOUN_STOP.search(text, after.start(1), min(sentence.end, after.start(1) + LONGEST))
    end = stop.start() if stop else min(sentence.end, after.start(1) + LONGEST)
    words = _cut(text[after.start(1) : end])
    return Happening(words, None, "noun") if words else None


def head_noun_after(text: str, sentence: Span, time: Span) -> tuple[str, ...]:
    """Return up to four words straight after a time, in lower case: the noun that it may stand before."""
    stop = min(sentence.end, time.end + 60)
    rest = _NOUN_STOP.split(text[time.end : stop], maxsplit=1)[0]
    return tuple(match[0].casefold() for match in _WORD.finditer(rest))[:4]


def _pieces(text: str, sentence: Span) -> list[Span]:
    """Part a sentence at marks and joining words into pieces that may be clauses."""
    pieces, begin = [], sentence.start
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        cut = match.start()
        if cut > begin:
            pieces.append(Span(begin, cut))
            begin = cut
    pieces.append(Span(begin, sentence.end))
    return pieces


def _has_verb(text: str, piece: Span, time: Span, finite: bool = True) -> bool:
    return any(verb.finite or not finite for verb in _verbs(text, piece, time))


def _grown(text: str, pieces: list[Span], place: int, time: Span) -> tuple[int, int]:
    """Return the first and last piece of the clause around the time: pieces are added until a verb is among them.

    A time at the beginning of its piece belongs to what follows, one at the end to what comes before.
    """
    first = last = place
    rest = text[pieces[place].start : time.start].strip(" ,\n")
    leading = len(_WORD.findall(rest)) <= 2
    while not any(_has_verb(text, piece, time) for piece in pieces[first : last + 1]):
        forward = last + 1 < len(pieces) and not _closed(text, pieces[last + 1])
        backward = first > 0 and not _closed(text, pieces[first])
        if leading and forward:
            last += 1
        elif backward:
            first -= 1
        elif forward:
            last += 1
        else:
            break
        if pieces[last].end - pieces[first].start > 2 * LONGEST:
            break
    while first > 0 and _subjectless(text, pieces, first, time):
        first -= 1
    while last + 1 < len(pieces) and pieces[last].end <= time.end:
        last += 1
    return first, last


def _closed(text: str, piece: Span) -> bool:
    """Return whether a piece begins with a mark that parts it from the clause before."""
    return text[piece.start : piece.start + 1] in ";:!?()[]"


def _subjectless(text: str, pieces: list[Span], place: int, time: Span) -> bool:
    """Return whether the piece begins with ``and`` or a comma and goes on with a verb, so that its subject is before it."""
    words = [match[0].casefold() for match in _WORD.finditer(text, pieces[place].start, pieces[place].end)][:3]
    if words and words[0] in ("and", "but", "or", "then"):
        words = words[1:]
    elif text[pieces[place].start] != "," and words[:1] not in (["which"], ["who"], ["that"]):
        return False
    if words[:1] in (["which"], ["who"], ["that"]):
        return place > 0
    return (
        bool(words)
        and (words[0] in verbs.AUXILIARIES or _is_past(words[0]))
        and pieces[place].end - pieces[place - 1].start < LONGEST
    )


def _is_past(word: str) -> bool:
    return word in verbs.IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in verbs.NOT_VERBS)


def _is_verb(word: str) -> bool:
    return _is_past(word) or word in verbs.AUXILIARIES or word in verbs.PRESENT


def _verbs(text: str, piece: Span, time: Span) -> list[_Verb]:
    """Return the groups of verbs of a piece outside the time: ``was founded``, ``had dropped``, ``passing``."""
    groups: list[_Verb] = []
    before = ""
    for match in _WORD.finditer(text, piece.start, piece.end):
        word = match[0].casefold()
        if time.start <= match.start() < time.end:
            before = ""
            continue
        adjacent = bool(groups) and text[groups[-1].end : match.start()].strip() == ""
        gerund = (
            word.endswith("ing") and len(word) > 4 and word not in verbs.NOT_GERUNDS and before not in verbs.DETERMINERS
        )
        if adjacent and (
            word in ("not", "also", "since", "already", "been", "be") or (word.endswith("ly") and len(word) > 3)
        ):
            groups[-1] = groups[-1]._replace(end=match.end())
        elif _is_verb(word) and not (before in verbs.DETERMINERS and word not in verbs.AUXILIARIES):
            if adjacent:
                groups[-1] = _Verb(groups[-1].start, match.end(), finite=True)
            else:
                groups.append(_Verb(match.start(), match.end(), finite=True))
        elif (
            adjacent
            and text[groups[-1].start : groups[-1].end].rsplit(maxsplit=1)[-1].casefold() in verbs.AUXILIARIES
            and (gerund or word == "able")
        ):
            groups[-1] = groups[-1]._replace(end=match.end())
        elif gerund:
            groups.append(_Verb(match.start(), match.end(), finite=False))
        before = word
    return groups


def _main_verb(found: list[_Verb], time: Span) -> _Verb | None:
    """Return the verb the time belongs to: the last finite one before it, else the first after it, else a gerund."""
    finite = [verb for verb in found if verb.finite]
    before = [verb for verb in finite if verb.end <= time.start]
    if before:
        return before[-1]
    if finite:
        return finite[0]
    near = [verb for verb in found if verb.end <= time.start]
    return near[-1] if near else found[0] if found else None


def _trimmed(text: str, clause: Span, time: Span) -> str:
    """Return the clause's words without joining words at its front and without the time at either end."""
    start, end = clause
    body = text[start:end].rstrip(" \t\r\n,;:.!?—–-\"“”'’(")
    end = start + len(body)
    if time.end >= end:
        link = _LINK_BEFORE.search(text, max(start, time.start - 40), time.start)
        end = link.start() if link else time.start
    lead = _LEADING.match(text, start, end)
    start = lead.end() if lead else start
    link = _LINK_BEFORE.search(text, max(start, time.start - 40), time.start) if time.start >= start else None
    if (link.start() if link else time.start) <= start < time.end:
        start = time.end
        lead = _LEADING.match(text, start, end)
        start = lead.end() if lead else start
    return _cut(text[start:end]) if end > start else ""


def _cut(words: str) -> str:
    """Return the words on one line, at most ``LONGEST`` characters, cut between words."""
    flat = " ".join(words.split()).strip(" ,;:.—–-\"“”'’(")
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:")
