"""What the words of a source name: the speaker, what else he is called, and the sources behind him."""

import re

from index.claims.speakers import can_speak
from index.english import words as listed
from index.language import is_first_name

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
_PARTS = re.compile(
    r"\s*,\s+|\s*[(–—]\s*|\s+--\s+|\s+(?:who|whom|which|whose|that)\s+"
    r"|\s+(?:\w+ly\s+)?(?:after|before|during|since|until)\s+"
)
_OF = re.compile(r"\s+(?:of|at|from|in|with)\s+")
_BRACKETS_BEFORE = re.compile(r"^\([^()]*\)\s*")
_ENDING = re.compile(r"['’]s?$")
_ENDS = frozenset("s'’.,")
HONORIFICS = frozenset("mr mrs ms miss dr sir prof".split())
_LONGEST_NAME = 6
_LONGEST_SOURCE = 400
_LONGEST_ROLE = 80


def chain(source: str) -> tuple[str, tuple[str, ...]]:
    """Return the speaker named in a source's words and the sources behind it, nearest first.

    "data from A cited by B" is B with the origin A; "B citing A" is the same; "A via B" is A, B being only the way.
    """
    source = _BRACKETS_BEFORE.sub("", " ".join(source[:_LONGEST_SOURCE].split())).strip(" ,–—-")
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


def roles_in(source: str, name: str) -> tuple[str, ...]:
    """Return what the words of a source call ``name`` beside it: "police chief", "a Labour MP", "mayor of Senn"."""
    found: dict[str, None] = {}
    for part in re.split(r"\s*,\s+|\s*[()–—]\s*", " ".join(source[:_LONGEST_SOURCE].split())):
        role = part.partition(name)[0].strip(" ,") if name in part else part.strip(" ,")
        if role and role != source and len(role) <= _LONGEST_ROLE and can_speak(_lowered(role)):
            found[role] = None
    return tuple(found)


def _lowered(role: str) -> str:
    """Return a role's words with its head in small letters, for a title is a noun: "Labour MP", "Governor"."""
    head, space, rest = role.partition(" of ")
    words = head.split()
    return " ".join([*words[:-1], words[-1].rstrip(".").lower()]) + space + rest


def name_in(source: str) -> str:
    """Return the name inside a noun phrase, without titles, role and apposition; its head where it has no name."""
    parts = _PARTS.split(source)
    head = parts[0].strip()
    words = head.split()
    if not words:
        return source
    if (person := _person_first(head)) is not None:
        return person
    if "named" in words[1:-1]:
        words = words[words.index("named", 1) + 1 :]
    behind = parts[1].split() if len(parts) > 1 else []
    if words[0].casefold() in ("a", "an", "the") and 1 < len(behind) < 5 and _first_name_in(behind, 0) == 0:
        return " ".join(behind)
    run = _run_of_capitals(words)
    if run == len(words) or (run == len(words) - 1 and _is_office(words[run])):
        return _named_behind(head, parts[1:], words)
    while run < len(words) and words[run] in _LOWER_IN_NAMES:
        run += 1
    if run == len(words):
        return head
    if run and _is_linked(words[run - 1]):
        return _linked(words, run, head, parts[1:])
    return " ".join(_name_words(words[run:])) or head or source


def _linked(words: list[str], run: int, head: str, parts: list[str]) -> str:
    """Return the name in "Secretary of State Rex Miller" and "the mayor of Senn, Ola Bird"; else the whole phrase."""
    inner = _first_name_in(words, run)
    if inner is not None:
        return " ".join(words[inner:])
    behind = parts[0].split() if parts else []
    if 1 < len(behind) < 5 and _first_name_in(behind, 0) == 0:
        return " ".join(behind)
    whole = words[0].casefold() in ("the", "a", "an") and run == 1
    return head if not whole else " ".join(_name_words(words[run:]))


def _is_office(word: str) -> bool:
    """Return whether a word in capitals is an office and no name: CEO."""
    return word.isupper() and word.casefold() in listed("titles-and-offices")


def _named_behind(head: str, parts: list[str], words: list[str]) -> str:
    """Return the name behind a comma, for "a spokesman for the mill, Paul Reed"; else the head of the phrase."""
    second = parts[0].split() if parts else []
    named = 1 < len(second) < 5 and all(word[:1].isupper() for word in second)
    return " ".join(second) if named and not words[-1][:1].isupper() else head


def _run_of_capitals(words: list[str]) -> int:
    """Return where the name at the end of a phrase starts; the phrase's length where it ends in no name."""
    run = len(words)
    while run > 0 and (
        words[run - 1][:1].isupper() or words[run - 1] in _LOWER_IN_NAMES or words[run - 1][:1].isdigit()
    ):
        run -= 1
    return run


def _is_linked(word: str) -> bool:
    """Return whether a word ties a name to the noun before it: "mayor of Senn" is no Senn."""
    return word in _LOWER_IN_NAMES or word.casefold() in listed("prepositions") or word == "as"


def _person_first(head: str) -> str | None:
    """Return the person before "of" or "at": "Professor Heino Falcke of Radboud University"."""
    before, *behind = _OF.split(head, maxsplit=1)
    words = before.split()
    if not behind or not words or not words[-1][:1].isupper():
        return None
    start = _first_name_in(words, 0)
    return " ".join(words[start:]) if start is not None and 1 < len(words) - start < 5 else None


def _first_name_in(words: list[str], start: int) -> int | None:
    """Return where a first name stands with a surname behind it, after an office: "State Rex Miller"."""
    for i in range(start, len(words) - 1):
        if words[i][:1].isupper() and is_first_name(words[i]) and words[i + 1][:1].isupper():
            return i if all(word[:1].isupper() or word in _LOWER_IN_NAMES for word in words[i:]) else None
    return None


def _name_words(words: list[str]) -> list[str]:
    """Return a name without the offices before it; an honorific stays before a lone surname ("Mr. Stone")."""
    owned = next((i for i in range(len(words) - 2, -1, -1) if re.search(r"['’]s?$", words[i])), None)
    if owned is not None and is_first_name(words[owned + 1]):
        words = words[owned + 1 :]
    if len(words) > _LONGEST_NAME and words[-1].casefold() in listed("speaking-nouns"):
        return words[-1:]  # a headline glued to the sentence
    if len(words) > 2 and words[0].casefold() in listed("speaking-nouns") and is_first_name(words[1]):
        return words[1:]
    inner = _first_name_in(words, 1) if words[0].casefold() in listed("titles-and-offices") else None
    if inner is not None and "of" in words[:inner]:
        return words[inner:]
    stripped, title = without_titles(words)
    if len(stripped) == 1 and title and title.rstrip(".").lower() in HONORIFICS:
        return [title, *stripped]
    return stripped or words


def without_titles(words: list[str]) -> tuple[list[str], str]:
    """Return a run of capitals without the openers and titles before the name, and the last title."""
    title = ""
    while words and (
        words[0].casefold() in listed("opening-words") or plain(words[0]).casefold() in listed("time-nouns")
    ):
        words = words[1:]
    if len(words) > 2 and words[0].casefold() in listed("speaking-nouns") and is_first_name(words[1]):
        return words[1:], words[0]
    for position in range(len(words) - 2, -1, -1):
        if plain(words[position]).casefold() in listed("titles-and-offices") and words[position + 1][:1].isupper():
            title = words[position]
            words = words[position + 1 :]
            break
    return words, title


def plain(word: str) -> str:
    """Return a word without its possessive ending and without stops."""
    return _ENDING.sub("", word).rstrip(".,") if word[-1:] in _ENDS else word


def is_time(word: str) -> bool:
    """Return whether a word names a day, a month or a part of the day."""
    return plain(word).casefold() in listed("time-nouns")
