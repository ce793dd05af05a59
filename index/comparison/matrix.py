"""Every pair of a set of documents: how many links it has, and how many conflicts."""

from collections.abc import Callable, Sequence
from itertools import combinations

from index.comparison.compare import DEFAULT_THRESHOLD
from index.comparison.facts import Topics, facts_of
from index.comparison.features import Prepared, passages_of, prepare
from index.comparison.linking import find_links
from index.language import NO_ALIASES, Aliases
from index.progress import never, silent
from index.records import Cell, Claim, Comparison, Document
from index.terms import CorpusWeights


def _unheard(_cell: Cell) -> None:
    """Tell nobody."""


def _unknown(_a: str, _b: str) -> None:
    """Know nothing of a pair."""


def matrix(
    documents: Sequence[Document],
    claims: Callable[[str], Sequence[Claim]],
    *,
    weights: CorpusWeights,
    aliases: Aliases = NO_ALIASES,
    threshold: float = DEFAULT_THRESHOLD,
    progress: Callable[[int, int], None] = silent,
    cancelled: Callable[[], bool] = never,
    found: Callable[[Cell], None] = _unheard,
    known: Callable[[str, str], Cell | None] = _unknown,
    topics: Topics | None = None,
) -> tuple[Cell, ...]:
    """Return a cell for each pair of ``documents``, in their order; the same links as `compare` finds.

    ``claims`` returns the claims of a document's id. ``progress`` is called with the pairs done and their number;
    when ``cancelled`` says so, the cells made so far are returned. ``found`` is told each cell as soon as it is made.
    ``known`` gives the cell of a pair that need not be compared, for which the reader's hand counts, say.
    ``topics`` are the claims that stand together in the corpus.
    """
    cells: list[Cell] = []
    total = len(documents) * (len(documents) - 1) // 2
    ready: dict[str, Prepared] = {}

    def prepared(document: Document) -> Prepared:
        if document.id not in ready:
            ready[document.id] = prepare(document, claims(document.id), aliases, weights)
        return ready[document.id]

    for a, b in combinations(documents, 2):
        cell = known(a.id, b.id) or _cell(prepared(a), prepared(b), (weights, topics), aliases, threshold)
        cells.append(cell)
        found(cell)
        progress(len(cells), total)
        if cancelled():
            break
    return tuple(cells)


def _cell(
    a: Prepared, b: Prepared, corpus: tuple[CorpusWeights, Topics | None], aliases: Aliases, threshold: float
) -> Cell:
    weights, topics = corpus
    passages_a, passages_b = passages_of((a, b), weights, aliases)
    found = find_links(passages_a, passages_b, facts_of(a, b, weights, topics), threshold)
    return Cell(a.document.id, b.document.id, len(found.pairs), found.conflicts, found.similarity)


def cell_of(comparison: Comparison) -> Cell:
    """Return the cell of a pair that was compared."""
    conflicts = sum(link.status == "conflict" for link in comparison.links)
    return Cell(comparison.a, comparison.b, len(comparison.links), conflicts, comparison.similarity)
