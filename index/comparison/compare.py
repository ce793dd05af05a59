"""Two documents side by side: the passages that speak about the same thing, and why."""

from collections.abc import Sequence
from math import sqrt

from index.claims.relations import RelationKind
from index.comparison.facts import Fact, facts_between
from index.comparison.features import Passage, weigh
from index.comparison.terms import Folder
from index.comparison.weights import CorpusWeights
from index.records import Claim, Comparison, Document, Link, Side, Span

DEFAULT_THRESHOLD = 0.25
"""Links weaker than this are not shown."""

_NEAR_BEST = 0.7
"""A link must reach this share of the best score that one of its two sentences has."""


def compare(
    a: Document,
    b: Document,
    *,
    claims_a: Sequence[Claim] = (),
    claims_b: Sequence[Claim] = (),
    weights: CorpusWeights | None = None,
    aliases: Sequence[Sequence[str]] = (),
    threshold: float | None = None,
    pinned: Sequence[tuple[Span, Span]] = (),
    broken: Sequence[tuple[Span, Span]] = (),
) -> Comparison:
    """Link the sentences of ``a`` and ``b`` that speak about the same thing.

    ``pinned`` and ``broken`` are pairs of spans, in ``a`` and in ``b``, that the user linked or parted by hand.
    """
    passages_a, passages_b = weigh((a, b), (claims_a, claims_b), weights or CorpusWeights(), Folder(aliases))
    limit = DEFAULT_THRESHOLD if threshold is None else threshold
    links = _links(a, b, passages_a, passages_b, limit, broken)
    links = _pin(a, b, links, passages_a, passages_b, pinned)
    links.sort(key=lambda link: (link.a.span, link.b.span))
    linked_a, linked_b = [link.a.span for link in links], [link.b.span for link in links]
    return Comparison(
        a.id,
        b.id,
        _similarity(passages_a, passages_b),
        tuple(links),
        tuple(_side(a, p) for p in passages_a if not _covered(p.sentence.span, linked_a)),
        tuple(_side(b, p) for p in passages_b if not _covered(p.sentence.span, linked_b)),
    )


def _scores(a: Sequence[Passage], b: Sequence[Passage]) -> dict[tuple[int, int], float]:
    postings: dict[str, list[tuple[int, float]]] = {}
    for passage in b:
        for key, weight in passage.vector.items():
            postings.setdefault(key, []).append((passage.index, weight / passage.norm))
    scores: dict[tuple[int, int], float] = {}
    for passage in a:
        for key, weight in passage.vector.items():
            share = weight / passage.norm
            for index, other in postings.get(key, ()):
                pair = (passage.index, index)
                scores[pair] = scores.get(pair, 0.0) + share * other
    return scores


def _links(
    a: Document,
    b: Document,
    pa: Sequence[Passage],
    pb: Sequence[Passage],
    limit: float,
    broken: Sequence[tuple[Span, Span]],
) -> list[Link]:
    scored: dict[tuple[int, int], tuple[float, list[Fact]]] = {}
    for (i, j), score in _scores(pa, pb).items():
        facts = facts_between(pa[i].claims, pb[j].claims) if score > 0.08 and pa[i].claims and pb[j].claims else []
        total = 1 - (1 - score) * (1 - max((fact.strength for fact in facts), default=0.0))
        scored[i, j] = (total, facts)
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), (score, _) in scored.items():
        best_a[i] = max(score, best_a.get(i, 0.0))
        best_b[j] = max(score, best_b.get(j, 0.0))
    links = []
    for (i, j), (score, facts) in sorted(scored.items()):
        if score < limit or score < _NEAR_BEST * max(best_a[i], best_b[j]):
            continue
        side_a, side_b = _side(a, pa[i]), _side(b, pb[j])
        if any(_overlap(side_a.span, x) and _overlap(side_b.span, y) for x, y in broken):
            continue
        links.append(Link(side_a, side_b, round(score, 4), _status(facts), _reasons(pa[i], pb[j], facts)))
    return links


def _status(facts: Sequence[Fact]) -> str:
    for kind, status in ((RelationKind.SAME, "same"), (RelationKind.COMPATIBLE, "compatible")):
        if any(fact.kind is kind for fact in facts):
            return status
    return "related"


def _reasons(a: Passage, b: Passage, facts: Sequence[Fact]) -> tuple[str, ...]:
    reasons = [fact.reason for fact in facts if fact.kind is not RelationKind.CONFLICT]
    shared = sorted((key for key in a.vector if key in b.vector), key=lambda key: (-a.vector[key] * b.vector[key], key))
    words = {term.key: a.text[term.start : term.end] for term in reversed(a.terms)}
    named = [words[key] for key in shared[:6] if key in words]
    if named:
        reasons.append("rare words: " + ", ".join(named[:4]))
    return tuple(reasons)


def _pin(
    a: Document,
    b: Document,
    links: list[Link],
    pa: Sequence[Passage],
    pb: Sequence[Passage],
    pinned: Sequence[tuple[Span, Span]],
) -> list[Link]:
    kept = list(links)
    for span_a, span_b in pinned:
        kept = [link for link in kept if not (_overlap(link.a.span, span_a) and _overlap(link.b.span, span_b))]
        left, right = _side_at(a, pa, span_a), _side_at(b, pb, span_b)
        kept.append(Link(left, right, 1.0, "related", ("linked by hand",), pinned=True))
    return kept


def _side_at(document: Document, passages: Sequence[Passage], span: Span) -> Side:
    touched = [p.sentence.span for p in passages if _overlap(p.sentence.span, span)]
    whole = Span(touched[0].start, touched[-1].end) if touched else span
    return Side(document.id, document.text.count("\n", 0, whole.start) + 1, whole, document.slice(whole))


def _side(document: Document, passage: Passage) -> Side:
    return Side(document.id, passage.sentence.line, passage.sentence.span, passage.text)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(_overlap(span, other) for other in spans)


def _similarity(a: Sequence[Passage], b: Sequence[Passage]) -> float:
    left, right = _sum(a), _sum(b)
    dot = sum(weight * right.get(key, 0.0) for key, weight in left.items())
    size = sqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
    return round(dot / size, 4) if size else 0.0


def _sum(passages: Sequence[Passage]) -> dict[str, float]:
    total: dict[str, float] = {}
    for passage in passages:
        for key, weight in passage.vector.items():
            total[key] = total.get(key, 0.0) + weight
    return total
