"""Places in documents that are found again after the text around them changed."""

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from index.records import Anchor, Decision, Document, DocumentEntry, Placed, Span

CONTEXT = 32
"""Characters kept on each side of the quote, as in the W3C text quote selector's usual implementations."""

SIMILAR = 0.6
"""Share of the context that must still be there before a moved quote counts as the same place."""


def make_anchor(document: Document, span: Span) -> Anchor:
    """Return an anchor at ``span`` of ``document``."""
    return Anchor(
        path=document.path,
        digest=document.digest,
        start=span.start,
        end=span.end,
        quote=document.slice(span),
        prefix=document.text[max(0, span.start - CONTEXT) : span.start],
        suffix=document.text[span.end : span.end + CONTEXT],
    )


def document_anchor(document: Document) -> Anchor:
    """Return an anchor at ``document`` as a whole, whatever its words become."""
    return Anchor(document.path, document.digest, 0, 0, "", "", "")


def find_anchor(anchor: Anchor, document: Document) -> Span | None:
    """Return where the anchor's words stand in ``document`` now, or None when they are gone.

    In a file that did not change it is the old place. Else it is the occurrence of the quote with the most similar
    surroundings, the nearest to the old place among equals; a quote that stands elsewhere in other surroundings does
    not count. The whole document is always there, at the empty span at its beginning.
    """
    old = Span(anchor.start, anchor.end)
    if document.digest == anchor.digest and document.slice(old) == anchor.quote:
        return old
    if not anchor.quote:
        return Span(0, 0) if old == (0, 0) else None
    best: tuple[float, int, Span] | None = None
    at = document.text.find(anchor.quote)
    while at >= 0:
        span = Span(at, at + len(anchor.quote))
        rank = (_likeness(anchor, document, span), -abs(at - anchor.start), span)
        best = rank if best is None else max(best, rank)
        at = document.text.find(anchor.quote, at + 1)
    return best[2] if best is not None and best[0] >= SIMILAR else None


def place(
    decisions: Iterable[Decision], entries: Sequence[DocumentEntry], load: Callable[[str], Document]
) -> list[Placed]:
    """Return the decisions that are about documents of this corpus, each with where its anchors stand now.

    A document is known by its path, and when it was moved, by its content.
    """
    by_path = {entry.path: entry.id for entry in entries}
    decisions = [decision for decision in decisions if decision.anchors]
    moved = {anchor.digest for decision in decisions for anchor in decision.anchors if anchor.path not in by_path}
    by_digest = {entry.digest: entry.id for entry in entries if entry.digest in moved}
    placed = []
    for decision in decisions:
        ids = [by_path.get(anchor.path) or by_digest.get(anchor.digest) for anchor in decision.anchors]
        if any(ids):
            pairs = zip(ids, decision.anchors, strict=True)
            placed.append(Placed(decision, tuple(_placed(id_, anchor, load) for id_, anchor in pairs)))
    return placed


def _placed(id_: str | None, anchor: Anchor, load: Callable[[str], Document]) -> tuple[str, Span] | None:
    span = find_anchor(anchor, load(id_)) if id_ else None
    return (id_, span) if id_ and span else None


def _likeness(anchor: Anchor, document: Document, span: Span) -> float:
    """Return how much of the context is the same, from 0 to 1; a context cut off by the text's end counts whole."""
    before = document.text[max(0, span.start - CONTEXT) : span.start]
    after = document.text[span.end : span.end + CONTEXT]
    old, new = anchor.prefix + anchor.suffix, before + after
    if not old and not new:
        return 1.0
    sides = [
        SequenceMatcher(None, one, other, autojunk=False).ratio()
        for one, other in ((anchor.prefix, before), (anchor.suffix, after))
        if one or other
    ]
    return max(sides)
