"""The invented stories of tests/stories: their articles as the program reads them, and their keys with places."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index.reading import discover, read_document
from index.records import Document, Span, Status

FOLDER = Path(__file__).parents[1] / "stories"
TUNED_ON = 12
"""Stories numbered up to this one may be read while rules are written; of the others only totals are looked at."""


@dataclass(frozen=True, slots=True)
class Member:
    """One article's answer: the place of its value's words in that article's text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of several articles that answer one question; ``kind`` is ``figure``, ``event`` or ``outcome``."""

    question: str
    kind: str
    status: Status
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one story and its key; ``traps`` are pairs that only look alike."""

    name: str
    held_out: bool
    documents: Mapping[str, Document]
    groups: tuple[Group, ...]
    traps: tuple[tuple[Member, Member], ...]

    def sentence(self, member: Member) -> Span:
        """Return the sentence in which a member stands."""
        sentences = self.documents[member.document].sentences
        return next(s.span for s in sentences if s.span.start <= member.span.start < s.span.end)


def names() -> list[str]:
    """Return the names of the stories, in order."""
    return sorted(path.parent.name for path in FOLDER.glob("*/key.json"))


def is_held_out(name: str) -> bool:
    """Tell whether a story belongs to the half of which only totals are looked at."""
    return int(name.split("-", maxsplit=1)[0]) > TUNED_ON


@cache
def story(name: str) -> Story:
    """Return a story. Raises ValueError when a quotation of its key does not stand exactly once in its article."""
    folder = FOLDER / name
    documents = {source.id: read_document(source, {}) for source in discover([folder]) if source.id.endswith(".md")}
    key = json.loads((folder / "key.json").read_text("utf-8"))
    groups = tuple(_group(entry, documents) for entry in key["groups"])
    traps = tuple((_member(trap["a"], documents), _member(trap["b"], documents)) for trap in key["traps"])
    return Story(name, is_held_out(name), documents, groups, traps)


def _group(entry: Mapping[str, Any], documents: Mapping[str, Document]) -> Group:
    members: Sequence[Mapping[str, str]] = entry["members"]
    found = tuple(_member(member, documents) for member in members)
    return Group(entry["question"], entry["kind"], Status(entry["status"]), found)


def _member(entry: Mapping[str, str], documents: Mapping[str, Document]) -> Member:
    text, quote, surface = documents[entry["id"]].text, entry["quote"], entry["surface"]
    if text.count(quote) != 1 or quote.count(surface) != 1:
        raise ValueError(f"{entry['id']}: “{surface}” in “{quote}” is not one place of the article")
    start = text.index(quote) + quote.index(surface)
    return Member(entry["id"], Span(start, start + len(surface)))
