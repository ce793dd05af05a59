"""Who is in a document: its people with their genders and offices, and what "he", "Holt" and "the mayor" stand for."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.annotation import Quoted
from index.claims.origins import family_of
from index.claims.quotations.naming import HONORIFICS, plain, without_titles
from index.claims.speakers import can_speak, singular
from index.english import words as listed
from index.language import fold_word, gender_of, is_first_name
from index.records import Document, Span

_WORD = (
    r"[A-Z][\w’'-]*(?:\.(?:(?<=\b[A-Z]\.)|(?<=\bMr\.|\bMs\.|\bDr\.|\bSt\.|\bLt\.)"
    r"|(?<=\bMrs\.|\bSen\.|\bRep\.|\bGov\.|\bGen\.|\bCol\.|\bRev\.)))?"
)
_NAMES = re.compile(rf"\b{_WORD}(?:[ \xa0]{{1,2}}(?:(?:de|van|von|bin|al|der|la|del|di|da|el|ben)[ \xa0])?{_WORD})+")
_CAPITALS = re.compile(r"(?<![\w’'-])[A-Z][\w-]+")
_ARTICLE_BEFORE = re.compile(r"\b(?:a|an|the|this)\s+$", re.IGNORECASE)
_PERSONAL_AFTER = re.compile(
    r",\s+(?:an?|the|who|whose|\d\d,|(?:former|director|head|chief|president)\b)\s*|\s+of\s+[A-Z]|\s+(?:said|says|told|tells|wrote)\b"
)
_CALLED_AFTER = re.compile(r",\s+((?:an?\s|the\s)?[^,.;:“”\"()]{3,60})(?=[,.;])")
_ROLE_END = re.compile(r"\s(?:of|for|at|in|on|from|with|to|who|which|that)\s")
_LONGEST_NAME = 12
"""Words of a run of capitals beyond which it is a headline and no name with its titles."""
_NAMESAKES = 3
"""Full names kept for one surname: two are as ambiguous as any number."""
_LEAD = 40
"""Characters before a name in which an office stands: "police chief"."""
_MOST_ROLES = 3
"""What a person is called beside the name, at most."""
_WINDOW = 1500
"""Characters before a pronoun in which its person is looked for."""
_PARAGRAPHS = 3
"""Paragraphs before a pronoun's own in which its person is looked for, where those between name nobody."""


class Person(NamedTuple):
    """A mention of a person: where, and the full name as it first stood; ``gender`` is ``m``, ``f`` or empty."""

    start: int
    name: str
    gender: str


class People:
    """The people and bodies that a document names, and where it mentions them outside quotations."""

    def __init__(self, document: Document, quotes: Sequence[Quoted], paragraphs: Sequence[Span]) -> None:
        self._text = document.text
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._full: dict[str, list[tuple[int, str]]] = {}
        self._genders: dict[str, str] = {}
        self._roles: dict[str, dict[str, int]] = {}
        self._bodies: list[tuple[int, str]] = []
        self.mentions: list[Person] = []
        self._read(quotes)
        self._offsets = [mention.start for mention in self.mentions]

    def _read(self, quotes: Sequence[Quoted]) -> None:
        """Read the runs of capitals first, and then where a last name in them stands alone."""
        runs = list(_NAMES.finditer(self._text))
        found = [(match.start(), last) for match in runs if (last := self._read_run(match))]
        known = {last for _, last in found if last.casefold() in self._full}
        if known:
            taken = {match.end() for match in runs}
            alone = [one.span() for one in _CAPITALS.finditer(self._text) if one.group() in known]
            found += [(start, self._text[start:end]) for start, end in alone if end not in taken]
        quote_starts = [quoted.start for quoted in quotes]
        for start, last in sorted(set(found)):
            at = bisect_right(quote_starts, start) - 1
            if at >= 0 and start < quotes[at].end:
                continue
            full = self.full_name(last, start + 1)
            if full is not None:
                self.mentions.append(Person(start, full, self._genders.get(full, "")))

    def _read_run(self, match: re.Match[str]) -> str:
        """Note the person whom a run of capitals names; return its last word, empty where it is no name."""
        run = match.group().split()
        words, title = without_titles(run) if len(run) <= _LONGEST_NAME else ([], "")
        if not words:
            return ""
        last = plain(words[-1])
        if len(words) > 1 and _is_person(words) and self._is_named(words, title, match):
            self._note_person(words, last, title, match)
        elif len(words) == 1 and title:
            self._full.setdefault(last.casefold(), [(match.start(), f"{title} {last}")])
            self._note_gender(self._full[last.casefold()][0][1], "", title)
        return last

    def _is_named(self, words: list[str], title: str, match: re.Match[str]) -> bool:
        return bool(title) or is_first_name(words[0]) or _stands_as_person(self._text, match)

    def _note_person(self, words: list[str], last: str, title: str, match: re.Match[str]) -> None:
        name = " ".join([*words[:-1], last])
        namesakes = self._full.setdefault(last.casefold(), [])
        if len(namesakes) < _NAMESAKES and name not in (known for _, known in namesakes):
            namesakes.append((match.start(), name))
        self._note_gender(name, words[0], title)
        if len(self._roles.get(name, ())) >= _MOST_ROLES:
            return
        start = match.start() + match.group().find(words[0])
        for role in self._called(start, match.start(), match.end()):
            self._roles.setdefault(name, {}).setdefault(role, match.start())

    def _called(self, start: int, run: int, end: int) -> Iterator[str]:
        """Yield what the words before and behind a name call it, where these are a person's office or trade."""
        before = self._text[run:start].strip()
        lead = self._text[max(0, run - _LEAD) : run].split()[-2:]
        if before:
            if can_speak(before.split()[-1].rstrip(".").lower()) or before.split()[-1] in HONORIFICS:
                yield before
        elif lead and lead[-1].isalpha() and lead[-1].islower() and can_speak(lead[-1]):
            yield " ".join(word for word in lead if word not in listed("no-part-of-roles") and word.isalpha())
        behind = _CALLED_AFTER.match(self._text, end, end + 80)
        if behind is not None and _is_apposition(behind.group(1)):
            yield behind.group(1)

    def _note_gender(self, name: str, first: str, title: str) -> None:
        female = title.lower() in ("ms.", "mrs.", "miss", "ms", "mrs") or gender_of(first) == "f"
        male = title.lower() in ("mr.", "mr", "sir") or gender_of(first) == "m"
        if female != male:
            self._genders[name] = "f" if female else "m"

    @property
    def surnames(self) -> frozenset[str]:
        """Return the last names the document knows, folded."""
        return frozenset(self._full)

    def roles_of(self, name: str) -> tuple[str, ...]:
        """Return what the document calls a person beside the name, in order."""
        return tuple(self._roles.get(name, ()))

    def full_name(self, surname: str, before: int) -> str | None:
        """Return the one full name with this last name that stood before an offset; None when none or several do."""
        names = [name for start, name in self._full.get(surname.casefold(), []) if start < before]
        return names[0] if len(names) == 1 else None

    def in_full(self, speaker: str, before: int) -> str:
        """Return the full name for a surname alone or after an honorific; any other name as it is.

        The one that stands before counts first, then the only one of the document.
        """
        words = speaker.split()
        if not words or (len(words) > 1 and words[0].rstrip(".").lower() not in HONORIFICS):
            return speaker
        last = plain(words[-1])
        return self.full_name(last, before) or self.full_name(last, len(self._text)) or speaker

    def note_body(self, name: str, offset: int) -> None:
        """Remember that a body spoke at ``offset``: what "it" and "the company" may mean later."""
        body = name.removeprefix("The ")
        if body[:1].isupper() and body not in self._genders and not is_first_name(body.split()[0]):
            insort(self._bodies, (offset, body))

    def of_pronoun(self, pronoun: str, offset: int) -> str | None:
        """Return the one person whom "he" or "she" at ``offset`` can mean, or the one body that "it" can; or None.

        The paragraph's own mentions before the pronoun decide; where there are none, those of the paragraphs before.
        """
        if pronoun == "it":
            return self._body_near(offset)
        wrong = {"he": "f", "she": "m"}.get(pronoun)
        if wrong is None:
            return None
        paragraph = bisect_right(self._starts, offset) - 1
        end = offset
        for index in range(paragraph, max(-1, paragraph - _PARAGRAPHS), -1):
            start = max(self._starts[index], offset - _WINDOW)
            mentions = self.mentions[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]
            names = {mention.name: None for mention in mentions if mention.gender != wrong}
            if names:
                return next(iter(names)) if len(names) == 1 else None
            if mentions and index < paragraph:
                return None
            end = self._starts[index]
        return None

    def alone(self, name: str, pronoun: str, start: int, end: int) -> bool:
        """Return whether a person who spoke at ``start`` can be "he" or "she" at ``end``, and no other surely can."""
        wanted = {"he": "m", "she": "f"}.get(pronoun)
        gender = self._genders.get(name, "")
        if wanted is None or gender not in (wanted, "") or name not in self._roles | self._genders:
            return False
        between = self.mentions[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]
        return all(mention.name == name or mention.gender != wanted for mention in between)

    def _body_near(self, offset: int) -> str | None:
        paragraph = bisect_right(self._starts, offset) - 1
        start = self._starts[max(0, paragraph - 1)]
        names = {name for at, name in self._bodies if start <= at < offset}
        return next(iter(names)) if len(names) == 1 else None

    def described(self, words: str, offset: int) -> str | None:
        """Return the one person or body that a description before ``offset`` means: "the mayor", "the airline"."""
        article, _, rest = words.partition(" ")
        if article.casefold() != "the" or not rest:
            return None
        head = fold_word(_ROLE_END.split(rest, maxsplit=1)[0].split()[-1])
        if head != singular(head):
            return None
        people = {name for name, roles in self._roles.items() if _is_called(head, roles, offset)}
        if people:
            return next(iter(people)) if len(people) == 1 else None
        bodies = {name for at, name in self._bodies if at < offset}
        fitting = {
            name for name in bodies if any(family_of(fold_word(word)) == family_of(head) for word in name.split())
        }
        if not fitting and head in listed("names-for-any-firm") and len(bodies) == 1:
            fitting = {
                name
                for name in bodies
                if not any(fold_word(word) in listed("bodies-that-are-no-firm") for word in name.split())
            }
        return next(iter(fitting)) if len(fitting) == 1 else None


def _is_apposition(words: str) -> bool:
    """Return whether words behind a name's comma say what the person is: "a farmer in Orr", "mayor of Senn"."""
    first = words.split(maxsplit=1)[0]
    opens = first in ("a", "an", "the", "former", "then") or can_speak(first.lower())
    return opens and can_speak(words)


def _is_called(head: str, roles: dict[str, int], offset: int) -> bool:
    """Return whether a role named before ``offset`` has this head noun, and is an office that one person holds."""
    if head not in listed("single-offices") and head not in listed("titles-and-offices"):
        return False
    return any(
        fold_word(_ROLE_END.split(role, maxsplit=1)[0].split()[-1]) == head for role, at in roles.items() if at < offset
    )


def _is_person(words: list[str]) -> bool:
    if len(words) > 4 or any(plain(word).casefold() in listed("organisation-words") for word in words):
        return False
    if any(re.search(r"['’]s$", word) for word in words[:-1]) or any(
        word.isupper() and len(word) > 2 for word in words
    ):
        return False
    return words[0].casefold() not in listed("first-words-of-no-person")


def _stands_as_person(text: str, name: re.Match[str]) -> bool:
    """Return whether a name without a known first name has an apposition or a verb of speech beside it."""
    if _ARTICLE_BEFORE.search(text, max(0, name.start() - 6), name.start()):
        return False
    before = text[max(0, name.start() - 8) : name.start()]
    return _PERSONAL_AFTER.match(text, name.end()) is not None or before.endswith(("said ", "says ", "told "))
