"""Where sentences end: rules for news in English that leave text in other scripts whole or split at its own stops.

Every run of stops is a candidate; the words on both sides decide. Each rule looks at a bounded stretch around the
stop, so the work grows with the length of the text alone. The libraries measured against these rules, and the
figures, are in ``tests/accuracy/sentences.py``; none of them gives golden rules and real text their due at once.
"""

import re
from collections import deque
from collections.abc import Iterator

from index.language.abbreviations import (
    AFTER_CLOCK,
    BEFORE_NAME,
    BEFORE_NUMBER,
    CLOCK,
    EITHER,
    EXCLAIMED_NAMES,
    FIRMS,
    NEVER_LAST,
    OPENERS,
    RANKS,
    SPEECH_VERBS,
    TIME_OPENERS,
)
from index.records import Span

_CLOSERS = "\"'”’»›)\\]}」』】）》*_"
_TURNED = "“«‘"
"""Marks that open in English and close elsewhere, as in „…“ and »…«: before a space they close."""
_OPENERS = "\"'“‘«‹„‚»(\\[{「『【（《*_#@—–\\-"

_CANDIDATE = re.compile(
    rf"""
      (?P<stop> \.(?:\ ?\.)+ | [.!?…‽]+ ) (?P<close>
          (?:[{_CLOSERS}]|[{_TURNED}](?=[\s,;:)]|$)){{0,8}} (?: \ (?:\'\'|”)(?=\s|$) | \ "(?=\s*$) )? )
        (?P<note> (?:[^\S\n]?\[(?:\d{{1,4}}|[a-z]|note\ \d{{1,3}}|citation\ needed)\]){{1,8}} | [¹²³⁰-⁹]{{1,4}} )?
    | (?P<wide> [。！？｡][。！？｡…]* ) (?P<wide_close> [{_CLOSERS}]{{0,8}} )
    | (?P<cut_off> (?<=[a-z])-?(?:[—–]|--)(?=\s["“‘]?[A-Z]) )
    | (?P<blank> \n[^\S\n]*\n )
    """,
    re.VERBOSE,
)
_PREVIOUS = re.compile(r"[^\s\"“”‘«(\[{「—–/]+$")
_NEXT = re.compile(rf"(?P<open>[{_OPENERS}\s]*)(?P<word>[^\W_][\w’'&-]*)?(?P<dot>\.?)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]", re.UNICODE)
_BULLET = re.compile(r"(?:(?<=\s)|^)(?:[•⁃‣◦▪●■]\s?)(?=\S)")
_MARK = re.compile(r"(?<!\S)(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))(?P<form>\.\)|\)|\.)\s(?=[\"“'‘(]?[A-Z0-9])")
_SPEAKER = re.compile(r"(?:[A-Z][\w’'.-]{0,30}\s){1,4}(?P<verb>[a-z]{3,12})(?=[\s.,;:]|$)")
_CITATION = re.compile(r"\s\([^()\n]{1,80}\)[.,;]")
_NOTE_NUMBER = re.compile(r"\s(?P<number>\d{1,3})\s(?P<word>[A-Z][a-z’']*)\s")
_VERB_AFTER = re.compile(r"\s(?:has|had|have|is|was|were|are|will|would|could|said|says|also|did|does)\s")
_ROW = re.compile(r"\S[^\S\n]{0,8}\t[^\S\n]{0,8}\S|\|[^|\n]{0,200}\|")
_LINE_BREAK = re.compile(
    r"\n(?:(?=(?P<item>[ ]{0,8}(?:[-*+•⁃‣◦▪●■][ \t]|[#>|]|1[.)][ \t]|(?<=[.:;!?]\n)\d{1,2}[.)][ \t]))))?"
)
_WIDE_SPEAKER = re.compile(r"[^\s。！？，“”「」]{1,6}(?:说|說|问|問|道|喊|写|寫|回答|表示)")
_GLUED_NOTE = re.compile(r"[a-z]{3}[.?!](?P<numbers>\d{1,3}(?:[,\s–-]\d{1,3}){0,5})\s(?=[“\"‘]?[A-Z])")
_GLUED = re.compile(r"[a-z]{2}$")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})")

_PAUSE = re.compile(r"[,;:](?=\s)|[，；、：]")

LONGEST = 2_000
"""Characters after which a sentence is cut at a pause: text without stops is no sentence, and rules would crawl."""

_WINDOW = 64
"""Characters looked at on each side of a stop."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of the sentences in ``text[start:end]``, in order and without surrounding white space.

    The range is one paragraph: single line breaks are soft wraps, blank lines part sentences. The spans cover every
    character that is not white space. Offsets are those of ``text``.
    """
    stop = len(text) if end is None else min(end, len(text))
    items = sorted(_list_cuts(text, start, stop) + _line_cuts(text, start, stop))
    cuts = sorted({*_stops(text, start, stop, items), *items, stop})
    spans: list[Span] = []
    left = start
    for cut in cuts:
        first, last = _trim(text, left, cut)
        if first < last:
            spans += _pieces(text, first, last)
        left = cut
    return spans


def _pieces(text: str, first: int, last: int) -> Iterator[Span]:
    """Yield the sentence, in pieces where it is longer than any that was meant as one."""
    while last - first > LONGEST:
        ends = [match.end() for match in _PAUSE.finditer(text, first + LONGEST // 2, first + LONGEST)]
        blank = text.rfind(" ", first + 1, first + LONGEST)
        cut = ends[-1] if ends else (blank if blank > 0 else first + LONGEST)
        left, right = _trim(text, first, cut)
        yield Span(left, right)
        first = _trim(text, cut, last)[0]
    yield Span(first, last)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the white space at its ends."""
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


def _stops(text: str, start: int, end: int, items: list[int]) -> list[int]:
    """Return the offsets after the stops that end a sentence; ``items`` are the places where list items begin."""
    cuts: list[int] = []
    begin = start
    remaining = deque(items)
    for match in _CANDIDATE.finditer(text, start, end):
        while remaining and remaining[0] <= match.start():
            begin = max(begin, remaining.popleft())
        cut = _judge(text, match, begin, end)
        if cut is not None:
            cuts.append(cut)
            begin = cut
    return cuts


def _judge(text: str, match: re.Match[str], begin: int, end: int) -> int | None:
    """Return where the sentence that began at ``begin`` ends if it ends at this candidate."""
    if match["blank"]:
        return match.end()
    after = match.end()
    if match["cut_off"]:
        opener = _NEXT.match(text, after, min(end, after + _WINDOW))
        return after if opener and (opener["word"] or "").lower() in OPENERS else None
    if match["wide"]:
        return None if _goes_on_wide(text, match, end) else after
    if after >= end:
        return after
    following = _NEXT.match(text, after, min(end, after + _WINDOW))
    if following is None:
        return None
    if not text[after].isspace():
        return _judge_glued(text, match, following, end)
    if match["close"] and _CITATION.match(text, after, min(end, after + 2 * _WINDOW)):
        return None
    if match["stop"] == ".":
        ends = _full_stop_ends(text, match, following, begin)
    elif "." in match["stop"] or "…" in match["stop"]:
        return _judge_ellipsis(text, match, following)
    else:
        ends = _mark_ends(text, match, following, end)
    return _after_note(text, after, end) if ends else None


def _after_note(text: str, after: int, end: int) -> int:
    """Return the offset after the number of a footnote that stands between two sentences, else ``after``."""
    note = _NOTE_NUMBER.match(text, after, min(end, after + _WINDOW))
    return note.end("number") if note and note["word"].lower() in OPENERS else after


def _goes_on_wide(text: str, match: re.Match[str], end: int) -> bool:
    """Return whether a sentence goes on after a Chinese or Japanese stop: a comma, or who asked, follows."""
    after = match.end()
    if after < end and text[after] in "，、；：,;:":
        return True
    return bool(match["wide_close"]) and match["wide"] != "。" and _WIDE_SPEAKER.match(text, after, end) is not None


def _judge_glued(text: str, match: re.Match[str], following: re.Match[str], end: int) -> int | None:
    """Judge a stop with no space after it: only a clear opener or an opening quotation mark shows a lost space."""
    after = match.end()
    if text[after] in "“‘«「『（【" and _GLUED.search(text, max(0, match.start() - 2), match.start()):
        return after
    note = _GLUED_NOTE.match(text, max(0, match.start() - 3), min(end, after + _WINDOW))
    if note:
        return note.end("numbers")
    word = following["word"] or ""
    at_word = following.start("word") == after
    if at_word and word[:1].isupper() and word.lower() in OPENERS and len(word) > 1 and not following["dot"]:
        lower_before = _GLUED.search(text, max(0, match.start() - 2), match.start())
        space_after = following.end() < end and text[following.end()].isspace()
        if lower_before and space_after:
            return after
    return after if "\u2e80" <= text[after] <= "\u9fff" and match["stop"] != "." else None


def _judge_ellipsis(text: str, match: re.Match[str], following: re.Match[str]) -> int | None:
    """Judge a run of dots: it ends a sentence before a capital; a dot tied to a word ends it before spaced dots."""
    word = following["word"] or ""
    spaced = " " in match["stop"]
    tied = match.start() > 0 and not text[match.start() - 1].isspace()
    if not _opens(following) or text[match.start() - 1 : match.start()] in {"[", "("}:
        return None
    if spaced and tied and match["stop"].count(".") > 3 and not match["close"]:
        return match.start() + 1
    if word in {"I", "I'm", "I’m"} and match["stop"].count(".") == 3 and not match["close"]:
        return None
    return match.end()


def _opens(following: re.Match[str]) -> bool:
    """Return whether what follows can begin a sentence: a capital, a digit, or an opening quotation mark."""
    word = following["word"]
    if not word:
        return bool(following["open"].strip())
    named = word[0].islower() and word[1:2].isupper()  # iPhone, eBay
    return named or not word[0].islower() or any(mark in following["open"] for mark in '“"#@')


def _mark_ends(text: str, match: re.Match[str], following: re.Match[str], end: int) -> bool:
    """Return whether a question or exclamation mark ends the sentence."""
    if not _opens(following):
        return False
    word = (following["word"] or "").lower()
    before = _previous_word(text, match.start())
    if match["stop"] == "!" and before.lower() in EXCLAIMED_NAMES and not match["close"]:
        return word in OPENERS
    if match["close"] and any(mark in match["close"] for mark in "\"”’'»“«‘"):
        speaker = _SPEAKER.match(text, following.start("word"), min(end, following.start("word") + _WINDOW))
        if speaker and speaker["verb"] in SPEECH_VERBS and text[speaker.end() : speaker.end() + 1] in {".", ",", ""}:
            return False
    return True


def _previous_word(text: str, position: int) -> str:
    """Return the run of characters without space, bracket or quotation mark that ends at ``position``."""
    found = _PREVIOUS.search(text[max(0, position - _WINDOW) : position])
    return found[0] if found else ""


def _full_stop_ends(text: str, match: re.Match[str], following: re.Match[str], begin: int) -> bool:
    """Return whether a single full stop ends the sentence: what it may abbreviate, and what follows, decide."""
    before = _previous_word(text, match.start())
    if _is_list_mark(text, match, before, begin):
        return False
    if not _opens(following):
        return "(" in following["open"] and len(before) > 2 and before.islower() and before not in EITHER
    if match["close"] and any(mark in match["close"] for mark in '"”»“«'):
        return True
    return _abbreviation_ends(text, match, following, before, begin)


def _is_list_mark(text: str, match: re.Match[str], before: str, begin: int) -> bool:
    """Return whether the sentence so far is nothing but a number or letter of a list, as "1." or "b.)"."""
    if match.start() - begin > _WINDOW:
        return False
    lead = text[begin : match.start()].rpartition("\n")[2].strip(" \t\n•⁃‣◦▪●■-*")
    return len(lead) < 6 and bool(before) and _LIST_NUMBER.fullmatch(lead) is not None


def _abbreviation_ends(text: str, match: re.Match[str], following: re.Match[str], before: str, begin: int) -> bool:
    """Return whether the stop after ``before``, maybe an abbreviation, ends the sentence; the next word opens one."""
    lower = before.lower().lstrip("'’")
    word = following["word"] or ""
    opener = word.lower() in OPENERS and not following["dot"]
    number = word[:1].isdigit()
    if lower in NEVER_LAST:
        return False
    if lower in CLOCK and "." in lower:
        return _clock_ends(text, match, word, begin)
    if number and lower.lstrip("0123456789-") in BEFORE_NUMBER:  # As in "Jan. 28-Feb. 3".
        return False
    if lower in BEFORE_NAME and (len(lower) > 1 or before.islower()):
        return opener and lower in EITHER
    if _INITIALS.fullmatch(before) and (before[0].isupper() or "." in before):
        return _initials_end(text, match, before, opener)
    if lower in EITHER:
        return (
            opener
            or (lower == "etc" and word[:1].isupper())
            or (lower in FIRMS and not _is_acronym(word) and _does(text, following))
        )
    return True


def _is_acronym(word: str) -> bool:
    """Return whether a word in capitals throughout completes a firm's name, as in "Acme Inc. USA"."""
    return len(word) > 1 and word.isupper()


def _does(text: str, following: re.Match[str]) -> bool:
    """Return whether the next word is a name that does something, as in "… Holding LLC. Renault has …"."""
    verb = _VERB_AFTER.match(text, following.end("word"), following.end("word") + 16)
    return verb is not None and (following["word"] or "").lower() not in RANKS


def _clock_ends(text: str, match: re.Match[str], word: str, begin: int) -> bool:
    """Return whether the hour ends the sentence: not before a zone or day, nor when it is all that it has so far."""
    if word.lower() in AFTER_CLOCK or word[:1].isdigit():
        return False
    lead = text[begin : min(match.start(), begin + 2 * _WINDOW)].split()
    return not (1 < len(lead) <= 5 and lead[0].lower() in TIME_OPENERS)


def _initials_end(text: str, match: re.Match[str], before: str, opener: bool) -> bool:
    """Return whether the sentence ends after letters with stops: before an opener, or after the pronoun I."""
    if before == "I":
        return text[max(0, match.start() - 5) : match.start() - 1].strip() in {"and", "or", "am", "than", "but", "as"}
    return opener


def _list_cuts(text: str, start: int, end: int) -> list[int]:
    """Return where the items of a list in running text begin: bullets, and marks that count up from the first."""
    cuts = [match.start() for match in _BULLET.finditer(text, start, end)]
    wanted: dict[str, int] = {}
    for match in _MARK.finditer(text, start, end):
        kind = match["form"] + ("n" if match["number"] else "a")
        value = int(match["number"]) if match["number"] else ord(match["letter"]) - 96
        if wanted.get(kind) == value:
            cuts.append(match.start())
            wanted[kind] = value + 1
        elif value <= 1 and _opens_list(text, start, match.start()):
            wanted[kind] = value + 1
    return cuts


def _opens_list(text: str, start: int, position: int) -> bool:
    """Return whether a list may begin here: at the beginning of the range, or after a colon or a stop."""
    lead = text[max(start, position - 3) : position].rstrip()
    return not lead or lead[-1] in ":.;!?"


def _line_cuts(text: str, start: int, end: int) -> list[int]:
    """Return the line breaks that are no soft wraps: those at rows of a table and before items of a list."""
    if text.find("\n", start, end) < 0:
        return []
    cuts = []
    row = _ROW.search(text, start, _line_end(text, start, end)) is not None
    for match in _LINE_BREAK.finditer(text, start, end):
        next_row = _ROW.search(text, match.end(), _line_end(text, match.end(), end)) is not None
        if row or next_row or match["item"]:
            cuts.append(match.start() + 1)
        row = next_row
    return cuts


def _line_end(text: str, position: int, end: int) -> int:
    """Return where the line that holds ``position`` ends."""
    found = text.find("\n", position, end)
    return end if found < 0 else found
