"""Who a source is: the name inside its words, the full name of a surname, the person a pronoun stands for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from index.annotation import Quoted
from index.english import words as listed
from index.language.first_names import gender_of, is_first_name
from index.records import Document, Span

_WORD = (
    r"[A-Z][\w’'-]*(?:(?<=\b[A-Z])\.|(?<=\bMr|\bMs|\bDr|\bSt|\bLt)\.|(?<=\bMrs|\bSen|\bRep|\bGov|\bGen|\bCol|\bRev)\.)?"
)
_NAME = re.compile(rf"\b{_WORD}(?:[ \xa0]{{1,2}}(?:(?:de|van|von|bin|al|der|la|del|di|da|el|ben)[ \xa0])?{_WORD})*")
_LOWER_IN_NAMES = frozenset("of for and the de van von bin al der la del di da & on in to".split())
_CITED_BY = re.compile(
    r"^(.+?),?\s+(?:as\s+)?(?:cited|quoted|reported|published|seen|reviewed|obtained|relayed|shared)\s+by\s+(.+)$"
)
_CITING = re.compile(r"^(.+?),?\s+(?:citing|quoting)\s+(.+)$")
_VIA = re.compile(r"^(.+?),?\s+(?:(?:shared|published|released|posted|distributed)\s+)?via\s+(.+)$")
_MADE = re.compile(
    r"^(?:[\w’'-]+\s+){0,5}?(?:data|research|reports?|surveys?|stud(?:y|ies)|figures|analys[ei]s|estimates?|polls?|numbers"
    r"|statistics|review|findings)\s+(?:published\s+|released\s+|compiled\s+|collected\s+|conducted\s+)?(?:from|by)\s+(.+)$",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = re.compile(r"\b(?:a|an|the|this)\s+$", re.IGNORECASE)
_PERSONAL_AFTER = re.compile(
    r",\s+(?:an?|the|who|whose|\d\d,|(?:former|director|head|chief|president)\b)\s*|\s+of\s+[A-Z]|\s+(?:said|says|told|tells|wrote)\b"
)
_HONORIFICS = frozenset("mr mrs ms miss dr sir prof".split())
_LONGEST_NAME = 12
"""Words of a run of capitals beyond which it is a headline and no name with its titles."""
_NAMESAKES = 3
"""Full names kept for one surname: two are as ambiguous as any number."""
_LONGEST_SOURCE = 400
_WINDOW = 1500
"""Characters before a pronoun in which its person is looked for."""


class Person(NamedTuple):
    """A mention of a person: where, and the full name as it first stood; ``gender`` is ``m``, ``f`` or empty."""

    start: int
    name: str
    gender: str


class Persons:
    """The people a document names, and where it mentions them outside quotations."""

    def __init__(self, document: Document, quotes: Sequence[Quoted], paragraphs: Sequence[Span]) -> None:
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._full: dict[str, list[tuple[int, str]]] = {}
        self._genders: dict[str, str] = {}
        self.mentions: list[Person] = []
        self._read(document, quotes)
        self._offsets = [mention.start for mention in self.mentions]

    def _read(self, document: Document, quotes: Sequence[Quoted]) -> None:
        quote_starts = [quoted.start for quoted in quotes]
        for match in _NAME.finditer(document.text):
            run = match.group().split()
            words, title = _without_titles(run) if len(run) <= _LONGEST_NAME else ([], "")
            if not words:
                continue
            last = _plain(words[-1])
            if (
                len(words) > 1
                and _is_person(words)
                and (_is_named(words, title) or _stands_as_person(document.text, match))
            ):
                name = " ".join([*words[:-1], last])
                namesakes = self._full.setdefault(last.casefold(), [])
                if len(namesakes) < _NAMESAKES and name not in (known for _, known in namesakes):
                    namesakes.append((match.start(), name))
                self._note_gender(name, words[0], title)
            elif len(words) == 1 and title:
                self._full.setdefault(last.casefold(), [(match.start(), f"{title} {last}")])
                self._note_gender(self._full[last.casefold()][0][1], "", title)
            at = bisect_right(quote_starts, match.start()) - 1
            if at >= 0 and match.start() < quotes[at].end:
                continue
            full = self.full_name(last, match.start() + 1)
            if full is not None:
                self.mentions.append(Person(match.start(), full, self._genders.get(full, "")))

    def _note_gender(self, name: str, first: str, title: str) -> None:
        female = title.lower() in ("ms.", "mrs.", "miss", "ms", "mrs") or gender_of(first) == "f"
        male = title.lower() in ("mr.", "mr", "sir") or gender_of(first) == "m"
        if female != male:
            self._genders[name] = "f" if female else "m"

    @property
    def surnames(self) -> frozenset[str]:
        """Return the last names the document knows, folded."""
        return frozenset(self._full)

    def full_name(self, surname: str, before: int) -> str | None:
        """Return the one full name with this last name that stood before an offset; None when none or several do."""
        names = [name for start, name in self._full.get(surname.casefold(), []) if start < before]
        return names[0] if len(names) == 1 else None

    def in_full(self, speaker: str, before: int) -> str:
        """Return the full name for a surname alone or after an honorific; any other name as it is."""
        words = speaker.split()
        if not words or (len(words) > 1 and words[0].rstrip(".").lower() not in _HONORIFICS):
            return speaker
        return self.full_name(_plain(words[-1]), before) or speaker

    def of_pronoun(self, pronoun: str, offset: int) -> str | None:
        """Return the one person whom "he" or "she" at ``offset`` can mean, or None.

        The paragraph's own mentions before the pronoun decide; where there are none, those of the paragraph before.
        """
        wrong = {"he": "f", "she": "m"}.get(pronoun)
        if wrong is None:
            return None
        paragraph = bisect_right(self._starts, offset) - 1
        end = offset
        for index in (paragraph, paragraph - 1):
            if index < 0:
                return None
            start = max(self._starts[index], offset - _WINDOW)
            mentions = self.mentions[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]
            names = {mention.name: None for mention in mentions if mention.gender != wrong}
            if names:
                return next(iter(names)) if len(names) == 1 else None
            end = self._starts[index]
        return None


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).rstrip(".,")


def _without_titles(words: list[str]) -> tuple[list[str], str]:
    """Return a run of capitals without the openers and titles before the name, and the last title."""
    title = ""
    while words and (
        words[0].casefold() in listed("opening-words") or _plain(words[0]).casefold() in listed("time-nouns")
    ):
        words = words[1:]
    for position in range(len(words) - 2, -1, -1):
        if _plain(words[position]).casefold() in listed("titles-and-offices") and words[position + 1][:1].isupper():
            title = words[position]
            words = words[position + 1 :]
            break
    return words, title


def _is_person(words: list[str]) -> bool:
    if len(words) > 4 or any(_plain(word).casefold() in listed("organisation-words") for word in words):
        return False
    first = words[0].casefold()
    if any(re.search(r"['’]s$", word) for word in words[:-1]) or any(
        word.isupper() and len(word) > 2 for word in words
    ):
        return False
    return first not in listed("first-words-of-no-person")


def _is_named(words: list[str], title: str) -> bool:
    first = words[0].casefold()
    return bool(title) or is_first_name(first)


def _stands_as_person(text: str, name: re.Match[str]) -> bool:
    """Return whether a name without a known first name has an apposition or a verb of speech beside it."""
    if _ARTICLE_BEFORE.search(text, max(0, name.start() - 6), name.start()):
        return False
    before = text[max(0, name.start() - 8) : name.start()]
    return _PERSONAL_AFTER.match(text, name.end()) is not None or before.endswith(("said ", "says ", "told "))


def chain(source: str) -> tuple[str, tuple[str, ...]]:
    """Return the speaker named in a source's words and the sources behind it, nearest first.

    "data from A cited by B" is B with the origin A; "B citing A" is the same; "A via B" is A, B being only the way.
    """
    source = " ".join(source[:_LONGEST_SOURCE].split()).strip(" ,–—-")
    if match := _CITED_BY.match(source):
        behind, origins = chain(match.group(1))
        return name_in(match.group(2)), (behind, *origins)
    if match := _CITING.match(source):
        behind, origins = chain(match.group(2))
        return name_in(match.group(1)), (behind, *origins)
    if match := _VIA.match(source):
        return chain(match.group(1))
    if match := _MADE.match(source):
        return name_in(match.group(1)), ()
    return name_in(source), ()


def name_in(source: str) -> str:
    """Return the name inside a noun phrase, without titles, role and apposition; its head where it has no name."""
    parts = re.split(r"\s*,\s+|\s*[(–—]\s*|\s+--\s+|\s+(?:who|whom|which|whose|that)\s+", source)
    head = parts[0].strip()
    words = head.split()
    if not words:
        return source
    if "named" in words[1:-1]:
        words = words[words.index("named", 1) + 1 :]
    run = len(words)
    while run > 0 and (
        words[run - 1][:1].isupper() or words[run - 1] in _LOWER_IN_NAMES or words[run - 1][:1].isdigit()
    ):
        run -= 1
    if run == len(words):
        second = parts[1].split() if len(parts) > 1 else []
        named = 1 < len(second) < 5 and all(word[:1].isupper() for word in second)
        return " ".join(second) if named and not any(word[:1].isupper() for word in words[-1:]) else head
    while run < len(words) and words[run] in _LOWER_IN_NAMES:
        run += 1
    if run and (
        words[run - 1] in _LOWER_IN_NAMES
        or words[run - 1].casefold() in listed("prepositions")
        or words[run - 1] == "as"
    ):
        whole = words[0].casefold() in ("the", "a", "an") and run == 1
        return head if not whole else " ".join(_name_words(words[run:]))
    return " ".join(_name_words(words[run:])) or head or source


def _name_words(words: list[str]) -> list[str]:
    """Return a name without the offices before it; an honorific stays before a lone surname ("Mr. Stone")."""
    stripped, title = _without_titles(words)
    if len(stripped) == 1 and title and title.rstrip(".").lower() in _HONORIFICS:
        return [title, *stripped]
    return stripped or words
