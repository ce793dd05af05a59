"""The query tree: what an engine receives and the sentence matcher walks. Small, immutable, engine-neutral."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from index.records import ZoneKind


@dataclass(frozen=True, slots=True)
class Word:
    """One word: matched by its lemma (``index.language.lemmas``), or by its form alone when ``exact``.

    ``outside`` are names that hold another form of the word and are not meant: a name is not inflected, so ``books``
    is not in "Blue Book", and ``state`` is not in "United States".
    """

    text: str
    form: str
    lemma: str
    exact: bool = False
    outside: tuple["Phrase", ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row. ``closed`` is the spelling in one word, when the phrase was a hyphenated word."""

    text: str
    words: tuple[Word, ...]
    closed: Word | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin with ``form``."""

    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """All words at most ``distance`` edits (insert, delete, replace, swap) away from ``form``."""

    text: str
    form: str
    distance: int


@dataclass(frozen=True, slots=True)
class Alias:
    """A name in any of its spellings; the first is the one that was typed."""

    text: str
    spellings: tuple[Word | Phrase, ...]


Term: TypeAlias = Word | Phrase | Prefix | Fuzzy | Alias
"""What has places in a text."""


@dataclass(frozen=True, slots=True)
class Near:
    """Terms in any order with at most ``distance`` words between the first and the last of them, in all."""

    parts: tuple[Term, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class And:
    """All of ``parts``."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of ``parts``."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but ``part``."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class InZones:
    """``part``, looked for in the given zones only; without ``part``, whatever has one of them."""

    zones: tuple[ZoneKind, ...]
    part: "Node | None"
    title: bool = False
    """Whether a title that is known but not in the text counts as well."""


class MetadataField(StrEnum):
    """The facts about a document that a query may ask for by words."""

    OUTLET = "outlet"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class HasMetadata:
    """Documents whose outlet or author has these words in a row."""

    field: MetadataField
    text: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Documents published between two ISO days, both included; None is open."""

    first: str | None
    last: str | None


class ClaimField(StrEnum):
    """The facts about claims that a query may ask for."""

    KIND = "kind"
    SPEAKER = "speaker"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class HasClaim:
    """Sentences that hold a claim of this kind or status, or by a speaker whose name has these words."""

    field: ClaimField
    value: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InDocuments:
    """Documents with one of these ids: what the search puts where an engine cannot know the answer."""

    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No document: an empty query."""


Node: TypeAlias = (
    Term | Near | And | Or | Not | InZones | HasMetadata | Published | HasClaim | InDocuments | Everything | Nothing
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, its tree, the tree in words, and messages about what was not understood as typed."""

    text: str
    tree: Node
    understood: str
    notes: tuple[str, ...] = ()
