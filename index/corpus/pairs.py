"""Documents of a corpus against each other: comparison, related documents, and the matrix of all pairs."""

from collections.abc import Callable, Sequence
from threading import RLock
from typing import TYPE_CHECKING

from index.corpus.decided import Decided
from index.errors import CorpusError
from index.notes import spans_between
from index.records import Cell, Change, Claim, Comparison, Document, Related
from index.store import AnalysisStore
from index.store.codec import terms_from

if TYPE_CHECKING:
    from index.comparison import RelatedIndex
    from index.language.aliases import Aliases
    from index.terms import CorpusWeights, TermCounts

LARGEST_MATRIX = 200
"""Documents beyond which a table of all pairs is no help to a reader, nor quick."""


class Pairs:
    """Compares documents; what it needs to know of the whole corpus is read when it is first asked."""

    def __init__(
        self,
        store: AnalysisStore,
        load: Callable[[str], Document],
        claims_of: Callable[[str], Sequence[Claim]],
        notes: Decided,
        lock: RLock,
    ) -> None:
        self._store, self._load, self._claims_of, self._notes, self._lock = store, load, claims_of, notes, lock
        self._weights: CorpusWeights | None = None
        self._related: RelatedIndex | None = None

    def forget(self) -> None:
        """Drop what is known of the whole corpus; it has changed."""
        with self._lock:
            self._weights = self._related = None

    def compare(self, a: str, b: str, aliases: "Aliases", threshold: float | None) -> Comparison:
        """Return which passages of two documents speak about the same thing."""
        from index.comparison import DEFAULT_THRESHOLD, compare

        effects = self._notes.effects()
        return compare(
            self._load(a),
            self._load(b),
            claims_a=self._claims_of(a),
            claims_b=self._claims_of(b),
            weights=self.weights(),
            aliases=aliases,
            threshold=DEFAULT_THRESHOLD if threshold is None else threshold,
            pinned=spans_between(effects.pins, a, b),
            broken=spans_between(effects.breaks, a, b),
        )

    def related(self, id_: str, limit: int) -> tuple[Related, ...]:
        """Return the documents most like one, best first."""
        from index.comparison import RelatedIndex, related

        with self._lock:
            if self._related is None:
                index = RelatedIndex()
                for other, written in self._store.terms():
                    index.add(other, terms_from(written))
                self._related = index
        return tuple(related(self._load(id_), self._related, self._counts, self._load, limit))

    @staticmethod
    def word_diff(a: str, b: str) -> tuple[Change, ...]:
        """Return what was kept, taken out, put in and replaced to make ``b`` of ``a``, word by word."""
        from index.comparison import word_diff

        return word_diff(a, b)

    def matrix(
        self,
        ids: Sequence[str],
        aliases: "Aliases",
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        found: Callable[[Cell], None],
    ) -> tuple[Cell, ...]:
        """Return links and conflicts of every pair of ``ids``. Raises CorpusError when they are too many."""
        from index.comparison import matrix

        if len(ids) > LARGEST_MATRIX:
            raise CorpusError(
                f"a table of {len(ids):,} articles is too large to read", f"open at most {LARGEST_MATRIX} of them"
            )
        documents = [self._load(id_) for id_ in ids]
        return matrix(
            documents,
            self._claims_of,
            weights=self.weights(),
            aliases=aliases,
            progress=progress,
            cancelled=cancelled,
            found=found,
        )

    def weights(self) -> "CorpusWeights":
        """Return how rare each word is in the corpus."""
        from index.terms import CorpusWeights

        with self._lock:
            if self._weights is None:
                weights = CorpusWeights()
                for _, written in self._store.terms():
                    weights.add(terms_from(written))
                self._weights = weights
            return self._weights

    def _counts(self, id_: str) -> "TermCounts":
        return terms_from(self._store.terms_of(id_))
