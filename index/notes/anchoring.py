"""Places in documents that are found again after the text around them changed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.paths import actual_path, exists
from index.records import Anchor, Decision, Document, DocumentEntry, Placed, Span

CONTEXT = 160
"""Characters kept on each side of the quote: its sentence, as a rule, and the beginning of those around it."""

SIMILAR = 0.7
"""Share of what stood beside the sentence on one side that must still be there."""

BESIDE = 60
"""Characters beside the sentence that are compared."""

LITTLE = 8
"""Characters beside the sentence from which on they say where it stands."""

_END = re.compile(r"[.!?。！？][”’\"')\]]*(?:\s+|\Z)|\s*\n\s*\n\s*")
"""Where a sentence or a paragraph ends."""

_WORD = re.compile(r"[^\W_]+(?:[.,:'-][^\W_]+)*")
_TELLING = re.compile(r"\d|[A-Z]|[^\x00-\x7f]")
"""What makes a word one of those that tell who, or how many."""
_TURNING = frozenset({"no", "not", "never", "none", "nobody", "nothing", "without", "neither", "nor", "cannot"})

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
    """Return where the anchor's words stand in ``document`` now, or None when they are gone, or that is in doubt.

    In a file that did not change it is the old place. Else it is an occurrence of the quote in its own neighbourhood:
    what stood beside its sentence stands there still, on one side at least, and the sentence is the same but for words
    that tell neither who nor how many, nor turn it round. Of several the one most like the old. Other quotation marks,
    dashes and line breaks leave words the same. The whole document is always there, at the empty span at its beginning.
    """
    old = Span(anchor.start, anchor.end)
    if document.digest == anchor.digest and document.slice(old) == anchor.quote:
        return old
    words = anchor.quote.translate(_ALIKE).split()
    if not words:
        return old if old == Span(0, 0) else None
    text = document.text.translate(_ALIKE)
    before = _around(anchor.prefix.translate(_ALIKE), anchor.suffix.translate(_ALIKE))
    found = []
    for match in _overlapping(re.compile(r"\s+".join(map(re.escape, words))), text):
        span = Span(*match.span())
        # As much as was kept: at the beginning of a file, and by older versions, that is little.
        first, last = max(0, span.start - len(anchor.prefix)), span.end + len(anchor.suffix)
        now = _around(text[first : span.start], text[span.end : last])
        likeness = _likeness(before, now)
        if likeness:
            found.append((likeness, -abs(span.start - anchor.start), span))
    return max(found)[2] if found else None


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a quote: the rest of its sentence, and what stands beside that."""

    before: str
    start: str
    end: str
    after: str


def _around(prefix: str, suffix: str) -> _Around:
    ends = [0, *(match.end() for match in _END.finditer(prefix))]
    first, before = ends[-1], ends[-2] if len(ends) > 1 else 0
    stops = [match.end() for match in _END.finditer(suffix)][:2]
    last, after = stops[0] if stops else len(suffix), stops[-1] if len(stops) > 1 else len(suffix)
    beside = _plain(prefix[before:first])[-BESIDE:], _plain(suffix[last:after])[:BESIDE]
    return _Around(beside[0], prefix[first:], suffix[:last], beside[1])


def _likeness(old: _Around, now: _Around) -> float:
    """Return how like two surroundings of a quote are, from 0, not the same place, to 3."""
    if _telling(old) != _telling(now):
        return 0.0
    # Where a file or the kept context begins or ends, nothing is known of what stood there.
    sides = [(old.before, now.before, True), (old.after, now.after, False)]
    known = [(one[-len(other) :], other) if tail else (one[: len(other)], other) for one, other, tail in _known(sides)]
    scores = [_ratio(one, other) for one, other in known]
    sentence = _ratio(_plain(old.start + " " + old.end), _plain(now.start + " " + now.end))
    if len(old.before) >= LITTLE or len(old.after) >= LITTLE:
        return sum(scores) + sentence if max(scores, default=0.0) >= SIMILAR and sentence >= SIMILAR else 0.0
    return sentence if sentence == 1.0 else 0.0


def _known(sides: Sequence[tuple[str, str, bool]]) -> Iterator[tuple[str, str, bool]]:
    for one, other, tail in sides:
        if len(one) >= LITTLE and len(other) >= LITTLE:
            yield one, other, tail


def _telling(around: _Around) -> list[str]:
    """Return the words of the rest of a sentence that tell who or how many, or turn what it says round, in order.

    Of the word that a sentence begins with nobody knows whether it is a name; so the small words that begin many are
    the only ones that do not count.
    """
    words = _WORD.findall(around.start) + _WORD.findall(around.end)
    return [
        word
        for word in words
        if (_TELLING.search(word) and len(word) > 3) or word.isdigit() or word.lower() in _TURNING
    ]


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one or other else 1.0


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


def _plain(context: str) -> str:
    return " ".join(context.translate(_ALIKE).split())
