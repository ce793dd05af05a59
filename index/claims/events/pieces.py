"""Sentences parted into pieces that may be clauses, and the verbs of a piece."""

import re
from typing import NamedTuple

from index.claims.events import verbs
from index.records import Span

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_REACH = 60
"""How far behind a joining word its verb is looked for, in characters."""

_BREAK = re.compile(
    r"""(?P<hard> [;:!?](?=\s) | \s[-–—]+\s | [—()\[\]] | [,.!?]["”](?=\s) | (?<=[,:]\s)["“] | ,(?=\s) )
      | \s(?P<relative> which|who|whose|where|that )(?=\s)
      | \s(?P<joining> while|whereas|although|though|because|when|after|before|since|as|if|unless|following|and|but|or
          |despite|until )(?=\s)""",
    re.VERBOSE | re.IGNORECASE,
)


_LIMITS = frozenset({"and", "or", "but", "that", "which", "who", "when", "while"})


class Verb(NamedTuple):
    """A group of verbs (``was founded``, ``had dropped``, ``passing``); a participle in -ing alone is not finite."""

    start: int
    end: int
    finite: bool


def parted(text: str, sentence: Span, time: Span) -> list[Span]:
    """Part a sentence at marks and at joining words that a verb follows; a joining word begins its piece.

    A joining word straight before the time (``since Monday``) belongs to the time and parts nothing.
    """
    pieces, begin = [], sentence.start
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        cut = match.start()
        if not text[begin:cut].strip(" ,") or (
            match["joining"] and _parts_nothing(text, Span(begin, sentence.end), match, time)
        ):
            continue
        pieces.append(Span(begin, cut))
        begin = cut
    pieces.append(Span(begin, sentence.end))
    return pieces


def _parts_nothing(text: str, sentence_rest: Span, match: re.Match[str], time: Span) -> bool:
    """Return whether a joining word begins no clause; ``and`` begins one only after a verb: ``A and B were`` is one
    subject.
    """
    if 0 <= time.start - match.end() <= 5 or not _verb_follows(text, match.end(), sentence_rest.end):
        return True
    if match["joining"].strip().casefold() not in ("and", "or"):
        return False
    before = Span(sentence_rest.start, match.start())
    return not any(verb.finite for verb in verbs_in(text, before, Span(-1, -1)))


def _verb_follows(text: str, at: int, stop: int) -> bool:
    """Return whether a verb comes soon after a joining word, before the next mark: ``and merged``, not ``and Qu``."""
    before = ""
    for count, match in enumerate(WORD.finditer(text, at, min(stop, at + _REACH))):
        if count == 7 or (count and re.search(r"[,;:()\"“”]", text[at : match.start()])):
            return False
        word = _folded(match[0])
        if count and word in _LIMITS:
            return False
        if is_verb(word) and not (before in verbs.DETERMINERS and word not in verbs.AUXILIARIES):
            return True
        if count == 0 and is_gerund(word):
            return True
        before = word
    return False


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def begins(text: str, piece: Span) -> str:
    """Return the first word of a piece in lower case."""
    match = WORD.search(text, piece.start, piece.end)
    return match[0].casefold() if match else ""


def is_past(word: str) -> bool:
    """Return whether a word in lower case looks like a past tense or past participle."""
    if word in verbs.IRREGULAR:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in verbs.NOT_VERBS and "-" not in word


def is_verb(word: str) -> bool:
    """Return whether a word in lower case looks like a finite verb or a past participle."""
    return is_past(word) or word in verbs.AUXILIARIES or word in verbs.PRESENT


def is_gerund(word: str) -> bool:
    """Return whether a word in lower case looks like a verb in -ing and not like a noun or preposition."""
    return word.endswith("ing") and len(word) > 4 and word not in verbs.NOT_GERUNDS


def _awaits_verb(group: str) -> bool:
    """Return whether a verb group is a modal without its verb yet: ``will``, ``would never``."""
    words = [_folded(word) for word in group.split()]
    return words[0] in verbs.MODALS and all(word in verbs.WITHIN_GROUPS or word.endswith("ly") for word in words[1:])


def verbs_in(text: str, piece: Span, time: Span) -> list[Verb]:
    """Return the verb groups of a piece, outside the words of the time, in order."""
    groups: list[Verb] = []
    before, reached = "", piece.start
    for match in WORD.finditer(text, piece.start, piece.end):
        word = _folded(match[0])
        if word.endswith("ed") and match[0][0].isupper() and match.start() > piece.start + 1:
            word = "ed"  # A name such as Mohammed; no verb is capitalised within a sentence.
        between = text[reached : match.start()]
        reached = match.end()
        if time.start <= match.start() < time.end:
            before = ""
            continue
        if any(mark.isdecimal() for mark in between):
            before = ""
        group = text[groups[-1].start : groups[-1].end] if groups else ""
        if not group or text[groups[-1].end : match.start()].strip():
            group = ""
        if group and _continues(word, before, group):
            finite = groups[-1].finite or is_verb(word)
            groups[-1] = Verb(groups[-1].start, match.end(), finite)
        elif _opens(word, before) and not (group and (word in verbs.PRESENT or before in verbs.AUXILIARIES)):
            groups.append(Verb(match.start(), match.end(), finite=is_verb(word)))
        before = word
    return groups


def _continues(word: str, before: str, group: str) -> bool:
    """Return whether a word straight after a verb group belongs to it: ``was + founded``, ``will + never + know``."""
    if word in verbs.WITHIN_GROUPS or (word.endswith("ly") and len(word) > 3):
        return True
    if _awaits_verb(group) and word.isalpha():
        return True
    if is_verb(word) and (before in verbs.AUXILIARIES or before in verbs.WITHIN_GROUPS or before.endswith("ly")):
        return True
    after_be = before in verbs.AUXILIARIES and before not in ("have", "has", "had")
    return after_be and (is_gerund(word) or word in ("able", "unable", "due"))


def _opens(word: str, before: str) -> bool:
    """Return whether a word begins a verb group; a participle after an article or preposition is an adjective."""
    if before in verbs.DETERMINERS and word not in verbs.AUXILIARIES:
        return False
    return is_verb(word) or is_gerund(word)
