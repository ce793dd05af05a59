"""Every pair of a set of documents: how many links it has, and how many conflicts."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from index.comparison.compare import DEFAULT_THRESHOLD
from index.comparison.facts import facts_of
from index.comparison.features import Prepared, passages_of, prepare
from index.comparison.linking import find_links
from index.language.aliases import NO_ALIASES, Aliases
from index.records import Cell, Claim, Document
from index.terms.weights import CorpusWeights


def _silent(_done: int, _of: int) -> None:
    """Report nothing."""


def _never() -> bool:
    return False


def _unheard(_cell: Cell) -> None:
    """Tell nobody."""


def matrix(
    documents: Sequence[Document],
    claims: Callable[[str], Sequence[Claim]],
    *,
    weights: CorpusWeights,
    aliases: Aliases = NO_ALIASES,
    threshold: float = DEFAULT_THRESHOLD,
    progress: Callable[[int, int], None] = _silent,
    cancelled: Callable[[], bool] = _never,
    found: Callable[[Cell], None] = _unheard,
) -> tuple[Cell, ...]:
    """Return a cell for each pair of ``documents``, in their order; the same links as `compare` finds.

    ``claims`` returns the claims of a document's id. ``progress`` is called with the pairs done and their number;
    when ``cancelled`` says so, the cells made so far are returned. ``found`` is told each cell as soon as it is made.
    """
    cells: list[Cell] = []
    total = len(documents) * (len(documents) - 1) // 2
    prepared = [prepare(document, claims(document.id), aliases, weights) for document in documents]
    for cell in _cells(prepared, weights, aliases, threshold):
        cells.append(cell)
        found(cell)
        progress(len(cells), total)
        if cancelled():
            break
    return tuple(cells)


def _cells(prepared: Sequence[Prepared], weights: CorpusWeights, aliases: Aliases, threshold: float) -> Iterator[Cell]:
    for a, b in combinations(prepared, 2):
        passages_a, passages_b = passages_of((a, b), weights, aliases)
        found = find_links(passages_a, passages_b, facts_of(a, b, weights, aliases), threshold)
        yield Cell(a.document.id, b.document.id, len(found.pairs), found.conflicts, found.similarity)
