"""Two documents side by side: which passages speak about the same thing, and which stand alone."""

from dataclasses import dataclass

from index.records.document import Span


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a link: a passage (one sentence or several in a row) of one of the two documents."""

    document: str
    line: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages that speak about the same thing.

    ``status`` is ``same``, ``compatible``, ``conflict``, ``quotation``, ``wording`` or ``related``; ``score`` lies
    between 0 and 1; ``reasons`` say in words what links them. ``pinned`` when the user made the link by hand.
    """

    a: Side
    b: Side
    score: float
    status: str
    reasons: tuple[str, ...]
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """All links of a pair, strongest facts first in reading order of A, and the sentences only one of the two has."""

    a: str
    b: str
    similarity: float
    links: tuple[Link, ...]
    only_a: tuple[Side, ...]
    only_b: tuple[Side, ...]
    topics: tuple[str, ...] = ()
    shared_wording: float = 0.0
    """Share of the shorter document's five-word runs that the other has too; from about 0.3 on they are versions."""
    threshold: float = 0.0
    """The least score of a link that was asked for."""


@dataclass(frozen=True, slots=True)
class Related:
    """A document similar to another one; ``score`` between 0 and 1, ``reasons`` the words or facts they share."""

    document: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair of documents: ids, number of links, number of conflicts among them, similarity 0 to 1."""

    a: str
    b: str
    links: int
    conflicts: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two texts: ``same``, ``deleted`` (only in a), ``inserted`` (only in b) or ``replaced``."""

    kind: str
    a: Span
    b: Span
