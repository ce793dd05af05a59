"""Two documents side by side: the passages that speak about the same thing, and why."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from index.comparison.facts import Facts, Topics, facts_of
from index.comparison.features import Passage, Prepared, passages_of, prepare
from index.comparison.linking import Found, draft_links, find_links
from index.comparison.reasons import Explainer
from index.comparison.wording import common_runs, longest_run
from index.language import NO_ALIASES, Aliases
from index.records import Claim, Comparison, Document, Link, Side, Span
from index.terms import CorpusWeights, count_terms

DEFAULT_THRESHOLD = 0.37
"""Links with a lower score are not shown unless the reader lowers it."""

BY_HAND = "linked by hand"
"""The first reason of a link that the reader made."""

SpanPair = tuple[Span, Span]
_TELLING = ("conflict", "same", "compatible", "quotation", "wording", "related")
"""The statuses of a link, the one that says most first."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The two documents with their passages."""

    a: Document
    b: Document
    passages_a: Sequence[Passage]
    passages_b: Sequence[Passage]


def compare(
    a: Document,
    b: Document,
    *,
    claims_a: Sequence[Claim] = (),
    claims_b: Sequence[Claim] = (),
    weights: CorpusWeights | None = None,
    aliases: Aliases = NO_ALIASES,
    threshold: float = DEFAULT_THRESHOLD,
    pinned: Sequence[SpanPair] = (),
    broken: Sequence[SpanPair] = (),
    topics: Topics | None = None,
) -> Comparison:
    """Link the sentences of ``a`` and ``b`` that speak about the same thing: of body, title and summary, no others.

    ``weights`` count words over the corpus; without them the two documents are the corpus. ``threshold`` is the least
    score of a link, 0 to 1. ``pinned`` and ``broken`` are pairs of spans, in ``a`` and in ``b``, that the reader
    linked or separated; a pinned link replaces the found ones between the same passages, and takes its status from
    the claims in them as these do. ``topics`` are the claims that stand together in the corpus: a link says what their
    topic says; without them the two documents are judged alone. Near-linear in the length for prose: pairs are found
    over an inverted index.
    """
    corpus = weights if weights is not None and weights.documents else _own_weights(a, b)
    prepared = (prepare(a, claims_a, aliases, corpus), prepare(b, claims_b, aliases, corpus))
    passages_a, passages_b = passages_of(prepared, corpus, aliases)
    pair = _Pair(a, b, passages_a, passages_b)
    facts = facts_of(*prepared, corpus, topics)
    found = find_links(passages_a, passages_b, facts, threshold)
    by_rules = [link for link in _links(pair, found) if not _touches((*pinned, *broken), link.a.span, link.b.span)]
    links = sorted([*by_rules, *_pinned(pair, pinned, facts)], key=lambda link: (link.a.span, link.b.span))
    return Comparison(
        a.id,
        b.id,
        found.similarity,
        tuple(links),
        _alone(a, passages_a, [link.a.span for link in links]),
        _alone(b, passages_b, [link.b.span for link in links]),
        shared_wording=round(common_runs(*(_keys(document) for document in prepared)), 4),
        threshold=threshold,
    )


def _links(pair: _Pair, found: Found) -> list[Link]:
    return [
        Link(_side(pair.a, pair.passages_a[d.a]), _side(pair.b, pair.passages_b[d.b]), d.score, d.status, d.reasons)
        for d in draft_links(pair.passages_a, pair.passages_b, found)
    ]


def _keys(prepared: Prepared) -> list[list[str]]:
    return [[term.key for term in terms] for terms in prepared.terms]


def _own_weights(a: Document, b: Document) -> CorpusWeights:
    weights = CorpusWeights()
    weights.add(count_terms(a))
    weights.add(count_terms(b))
    return weights


def _pinned(pair: _Pair, pinned: Sequence[SpanPair], facts: Facts) -> list[Link]:
    links = []
    for span_a, span_b in dict.fromkeys(pinned):
        status, reasons = _read(_at(pair.passages_a, span_a), _at(pair.passages_b, span_b), facts)
        side_a, side_b = _side_at(pair.a, pair.passages_a, span_a), _side_at(pair.b, pair.passages_b, span_b)
        links.append(Link(side_a, side_b, 1.0, status, (BY_HAND, *reasons), pinned=True))
    return links


def _read(a: Sequence[Passage], b: Sequence[Passage], facts: Facts) -> tuple[str, tuple[str, ...]]:
    """Return the status and the reasons that the rules give to a link between passages, the most telling pair's."""
    explain = Explainer()
    read = [
        explain(left, right, facts.between((left.index, right.index)), longest_run(left.text, right.text))
        for left in a
        for right in b
    ]
    return min(read, key=lambda status: _TELLING.index(status[0]), default=("related", ()))


def _at(passages: Sequence[Passage], span: Span) -> list[Passage]:
    return [passage for passage in passages if _overlap(passage.sentence.span, span)]


def _side(document: Document, passage: Passage) -> Side:
    return Side(document.id, passage.sentence.line, passage.sentence.span, passage.text)


def _side_at(document: Document, passages: Sequence[Passage], span: Span) -> Side:
    """Return the sentences that ``span`` touches as one side; the span itself where it touches none."""
    touched = [passage.sentence.span for passage in _at(passages, span)]
    whole = Span(touched[0].start, touched[-1].end) if touched else span
    return Side(document.id, document.text.count("\n", 0, whole.start) + 1, whole, document.slice(whole))


def _touches(pairs: Sequence[SpanPair], a: Span, b: Span) -> bool:
    return any(_overlap(a, left) and _overlap(b, right) for left, right in pairs)


def _overlap(a: Span, b: Span) -> bool:
    return a.touches(b)


def _alone(document: Document, passages: Sequence[Passage], linked: Sequence[Span]) -> tuple[Side, ...]:
    """Return the passages that no link touches."""
    spans = sorted(linked)
    starts = [span.start for span in spans]
    reach: list[int] = []
    for span in spans:
        reach.append(max(span.end, reach[-1] if reach else 0))
    alone = []
    for passage in passages:
        place = bisect_left(starts, passage.sentence.span.end)
        if place == 0 or reach[place - 1] <= passage.sentence.span.start:
            alone.append(_side(document, passage))
    return tuple(alone)
