"""Places in documents that are found again after the text around them changed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from index.paths import actual_path, exists
from index.records import Anchor, Decision, Document, DocumentEntry, Placed, Span

CONTEXT = 32
"""Characters kept on each side of the quote, as in the W3C text quote selector's usual implementations."""

SIMILAR = 0.7
"""Share of the context on one side that must still be there before a moved quote counts as the same place."""

LONG = 40
"""Characters of a quote that nobody writes twice: where it stands only once, it needs no context."""

_ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»＂″", '"') | dict.fromkeys("‘’‚‛`´＇′", "'") | dict.fromkeys("‐‑‒–—―−－", "-")
)
"""Characters that editors and web pages put in each other's place, one for one, so that offsets stay."""


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
    surroundings, the nearest to the old place among equals; a short quote that stands elsewhere in other surroundings
    does not count. Other quotation marks, dashes and line breaks leave words the same. The whole document is always
    there, at the empty span at its beginning.
    """
    old = Span(anchor.start, anchor.end)
    if document.digest == anchor.digest and document.slice(old) == anchor.quote:
        return old
    words = anchor.quote.translate(_ALIKE).split()
    if not words:
        return old if old == Span(0, 0) else None
    text = document.text.translate(_ALIKE)
    before, after = _plain(anchor.prefix), _plain(anchor.suffix)
    spans = [Span(*match.span()) for match in _overlapping(re.compile(r"\s+".join(map(re.escape, words))), text)]
    if len(spans) == 1 and len(anchor.quote) >= LONG:
        return spans[0]
    ranked = [(_likeness(before, after, text, span), -abs(span.start - anchor.start), span) for span in spans]
    best = max(ranked, default=None)
    return best[2] if best is not None and best[0] >= SIMILAR else None


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def place(
    decisions: Iterable[Decision], entries: Sequence[DocumentEntry], load: Callable[[str], Document]
) -> list[Placed]:
    """Return the decisions that are about documents of this corpus, each with where its anchors stand now."""
    return [
        Placed(decision, tuple(_placed(id_, anchor, load) for id_, anchor in zip(ids, decision.anchors, strict=True)))
        for decision, ids in about(decisions, entries)
    ]


def about(
    decisions: Iterable[Decision], entries: Sequence[DocumentEntry]
) -> list[tuple[Decision, tuple[str | None, ...]]]:
    """Return the decisions about documents of this corpus, each with the documents' ids at its anchors.

    A document is known by its path, and when it was moved, by its content. The id of one that is gone from a folder of
    the corpus is None.
    """
    by_path = {entry.path: entry.id for entry in entries}
    folders = {_folder(entry.path) for entry in entries}
    decisions = [decision for decision in decisions if decision.anchors]
    moved = {anchor.digest for decision in decisions for anchor in decision.anchors if anchor.path not in by_path}
    by_digest = {entry.digest: entry.id for entry in entries if entry.digest in moved}
    found = []
    for decision in decisions:
        ids = tuple(by_path.get(anchor.path) or by_digest.get(anchor.digest) for anchor in decision.anchors)
        if any(ids) or any(
            _folder(one.path) in folders and not exists(actual_path(one.path)) for one in decision.anchors
        ):
            found.append((decision, ids))
    return found


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _placed(id_: str | None, anchor: Anchor, load: Callable[[str], Document]) -> tuple[str, Span] | None:
    span = find_anchor(anchor, load(id_)) if id_ else None
    return (id_, span) if id_ and span else None


def _likeness(before: str, after: str, text: str, span: Span) -> float:
    """Return how much of the context is the same, from 0 to 1; a context cut off by the text's end counts whole."""
    now_before = _plain(text[max(0, span.start - CONTEXT) : span.start])
    now_after = _plain(text[span.end : span.end + CONTEXT])
    sides = [
        SequenceMatcher(None, one, other, autojunk=False).ratio()
        for one, other in ((before, now_before), (after, now_after))
        if one or other
    ]
    return max(sides, default=1.0)


def _plain(context: str) -> str:
    return " ".join(context.translate(_ALIKE).split())
