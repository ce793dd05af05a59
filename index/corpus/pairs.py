"""Documents of a corpus against each other: comparison, related documents, and the matrix of all pairs."""

from collections.abc import Callable, Sequence
from threading import RLock
from typing import TYPE_CHECKING

from index.corpus.decided import Decided
from index.errors import CorpusError
from index.notes import Effects, corrected, spans_between
from index.records import Cell, Change, Claim, Comparison, Document, Related, Topic
from index.store import AnalysisStore, terms_from

if TYPE_CHECKING:
    from index.comparison import RelatedIndex, Topics
    from index.language import Aliases
    from index.terms import CorpusWeights, TermCounts

LARGEST_MATRIX = 200
"""Documents beyond which a table of all pairs is no help to a reader, nor quick."""


def _ungrouped() -> None:
    """Know no topics."""


class Pairs:
    """Compares documents; what it needs to know of the whole corpus is read when it is first asked."""

    def __init__(
        self,
        store: AnalysisStore,
        load: Callable[[str], Document],
        claims_of: Callable[[str], Sequence[Claim]],
        notes: Decided,
        lock: RLock,
        *,
        topics: Callable[[], Sequence[Topic] | None] = _ungrouped,
    ) -> None:
        self._topics = topics
        self._store, self._load, self._claims_of, self._notes, self._lock = store, load, claims_of, notes, lock
        self._weights: CorpusWeights | None = None
        self._related: RelatedIndex | None = None
        self._cells: dict[tuple[str, str], tuple[object, Cell]] = {}

    def forget(self) -> None:
        """Drop what is known of the whole corpus; it has changed."""
        with self._lock:
            self._weights = self._related = None
            self._cells = {}

    def compare(
        self, a: str, b: str, aliases: "Aliases", usual: float | None, threshold: float | None = None
    ) -> Comparison:
        """Return which passages of two documents speak about the same thing.

        Links are given from ``threshold`` on; without one, from what the user set for the pair, else from ``usual``.
        """
        from index.comparison import DEFAULT_THRESHOLD, compare

        effects = self._notes.effects()
        if threshold is None:
            threshold = effects.thresholds.get(frozenset((a, b)), usual)
        return compare(
            self._load(a),
            self._load(b),
            claims_a=corrected(self._claims_of(a), effects.corrections),
            claims_b=corrected(self._claims_of(b), effects.corrections),
            weights=self.weights(),
            aliases=aliases,
            threshold=DEFAULT_THRESHOLD if threshold is None else threshold,
            pinned=spans_between(effects.pins, a, b),
            broken=spans_between(effects.breaks, a, b),
            topics=self._grouped(),
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
            known = self._related
        return tuple(related(self._load(id_), known, self._counts, self._load, limit))

    @staticmethod
    def word_diff(a: str, b: str) -> tuple[Change, ...]:
        """Return what was kept, taken out, put in and replaced to make ``b`` of ``a``, word by word."""
        from index.comparison import word_diff

        return word_diff(a, b)

    def matrix(
        self,
        ids: Sequence[str],
        aliases: "Aliases",
        usual: float | None,
        *,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        found: Callable[[Cell], None],
    ) -> tuple[Cell, ...]:
        """Return links and conflicts of every pair of ``ids``, as comparing it would give; each pair is compared once.

        Raises CorpusError when they are too many.
        """
        from index.comparison import DEFAULT_THRESHOLD, cell_of, matrix

        _must_be_readable(len(ids))
        hand = _Hand(self._notes.effects(), ids)
        cells = self._cells

        def known(a: str, b: str) -> Cell | None:
            if (before := cells.get((a, b))) is not None and before[0] == hand.state(a, b):
                return before[1]
            return cell_of(self.compare(a, b, aliases, usual)) if frozenset((a, b)) in hand.pairs else None

        def keep(cell: Cell) -> None:
            cells[cell.a, cell.b] = (hand.state(cell.a, cell.b), cell)
            found(cell)

        return matrix(
            [self._load(id_) for id_ in ids],
            lambda id_: corrected(self._claims_of(id_), hand.corrections),
            weights=self.weights(),
            aliases=aliases,
            threshold=DEFAULT_THRESHOLD if usual is None else usual,
            progress=progress,
            cancelled=cancelled,
            found=keep,
            known=known,
            topics=self._grouped(),
        )

    def _grouped(self) -> "Topics | None":
        """Return the claims of each topic of the corpus; None where it is too large to group it for a comparison."""
        topics = self._topics()
        return None if topics is None else [topic.claims for topic in topics]

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


def _must_be_readable(count: int) -> None:
    if count > LARGEST_MATRIX:
        raise CorpusError(
            f"a table of {count:,} articles is too large to read", f"open at most {LARGEST_MATRIX} of them"
        )


class _Hand:
    """What the user decided that changes the links of pairs: a pair whose state is another must be compared again."""

    def __init__(self, effects: Effects, ids: Sequence[str]) -> None:
        self.corrections = effects.corrections
        self.pairs: dict[frozenset[str], list[object]] = {}
        """By the ids of two documents: pins, breaks and the threshold between them."""
        self._joined = (effects.merges, effects.splits)
        self._corrected = {id_: effects.corrections_in(id_) for id_ in ids}
        for kind, pairs in (("pin", effects.pins), ("break", effects.breaks)):
            for pair in pairs:
                self.pairs.setdefault(frozenset(id_ for id_, _ in pair), []).append((kind, pair))
        for ids_of_pair, value in effects.thresholds.items():
            self.pairs.setdefault(ids_of_pair, []).append(value)

    def state(self, a: str, b: str) -> object:
        """Return all that was decided about the claims of two documents and the links between them."""
        return self._corrected[a], self._corrected[b], self.pairs.get(frozenset((a, b))), self._joined
