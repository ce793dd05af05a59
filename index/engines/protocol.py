"""What the rest of the program asks of a full-text engine; Whoosh is behind it now, a distributed one may be later."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.query import Fuzzy, Node, Prefix
from index.records import Document

Progress = Callable[[int, int], None]
"""Called with how many documents are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document that answers a query: its id, its score (higher is better) and the facts results are sorted by."""

    id: str
    score: float
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """All documents that answer a query, best first; ``notes`` say where the engine had to cut something short."""

    documents: tuple[Ranked, ...]
    notes: tuple[str, ...] = ()


class Engine(Protocol):
    """A full-text index of documents, incremental and safe to use from several threads.

    A reader sees the index as it was before an update or as it is after it, never between. Every method may raise
    EngineError when the index is broken; ``clear`` mends it, and the documents must be handed in again.
    """

    def update(
        self,
        documents: Iterable[Document],
        removed: Sequence[str] = (),
        *,
        total: int = 0,
        progress: Progress = ...,
        cancelled: Callable[[], bool] = ...,
    ) -> bool:
        """Add or replace ``documents`` and drop those with the ids ``removed``, all at once.

        Return whether it was done: when ``cancelled`` says so, nothing is changed.
        """

    def search(self, tree: Node) -> Ranking:
        """Return every document that answers ``tree``, best first; HasClaim nodes must have been replaced."""

    def frequencies(self, forms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many documents each folded word, or a word of its family, occurs."""

    def similar(self, form: str, distance: int, limit: int) -> list[tuple[str, int, int]]:
        """Return words of the corpus near to ``form``: (word, edits, documents), nearest and commonest first."""

    def expansion(self, node: Prefix | Fuzzy) -> Sequence[str]:
        """Return the words of the corpus (folded) that a prefix or a fuzzy word stands for."""

    def zones(self, ids: Iterable[str]) -> Mapping[str, int]:
        """Return, by kind of zone, in how many of the documents it occurs."""

    def generation(self) -> int:
        """Return a number that grows with every change."""

    def is_empty(self) -> bool:
        """Return whether no document is indexed."""

    def clear(self) -> None:
        """Start over with an empty index."""

    def close(self) -> None:
        """Close the files; the engine cannot be used afterwards."""
