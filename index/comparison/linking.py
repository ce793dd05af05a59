"""From pairs of passages to links: what the words, facts and neighbours of each add up to, and which are kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.comparison.anchors import SHARED_TERM, Anchors
from index.comparison.facts import Fact, Facts
from index.comparison.features import Passage
from index.comparison.reasons import SHARED_WORDS, Explainer, fact_status
from index.comparison.scoring import Pair, Scores, presented, score_pairs, with_neighbours
from index.comparison.wording import Run, longest_run

_NEAR_BEST, _NEAR_OTHER = 0.8, 0.4
"""Shares of the best evidence of its two sentences that a link must reach: a sentence may say several things."""
_MOST_LINKS = 3
"""A sentence has no more links than this, unless they are strong."""
_MOST_STRONG = 6
_STRONG = 0.5
"""Score from which a link stands on its own."""
_FACTS_COUNTED = 3
_WORDING_WORK = 20_000_000
"""Word pairs that looking for shared wording may cost; reached by texts that repeat themselves only."""
_WORDING_FROM = 0.15
"""Evidence from words that a pair needs before its wording is looked at."""
_RUN_EVIDENCE = 0.02
_RUN_LIMIT = 0.25


@dataclass(frozen=True, slots=True)
class Draft:
    """A link before it gets its sides: indices of the passages, score, status and reasons."""

    a: int
    b: int
    score: float
    status: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs that are linked, with their evidence, and what facts and shared wording were found on the way."""

    pairs: Sequence[tuple[Pair, float]]
    facts: Mapping[Pair, Sequence[Fact]]
    runs: Mapping[Pair, Run]
    anchors: Anchors

    @property
    def conflicts(self) -> int:
        """How many of the linked pairs contradict each other."""
        return sum(fact_status(self.facts.get(pair, ())) == "conflict" for pair, _ in self.pairs)


def draft_links(a: Sequence[Passage], b: Sequence[Passage], claims: Facts, threshold: float) -> list[Draft]:
    """Return the links whose score reaches ``threshold`` and which are among the best of one of their sentences."""
    found = find_links(a, b, claims, threshold)
    explain = Explainer()
    drafts = []
    for (i, j), total in found.pairs:
        status, reasons = explain(a[i], b[j], found.facts.get((i, j), ()), found.runs.get((i, j)))
        reasons = _with_anchors(reasons, found.anchors.reasons((i, j)))
        drafts.append(Draft(i, j, round(presented(total), 4), status, reasons))
    return drafts


def _with_anchors(reasons: tuple[str, ...], anchors: Sequence[str]) -> tuple[str, ...]:
    """Return the reasons with what anchors the link before its words, which come last."""
    words = [reason for reason in reasons if reason.startswith(SHARED_WORDS)]
    others = [reason for reason in reasons if not reason.startswith(SHARED_WORDS)]
    said = " ".join(others)
    told = [
        anchor
        for anchor in anchors
        if not anchor.startswith(SHARED_TERM) or not any(w in said for w in anchor[len(SHARED_TERM) : -1].split())
    ]
    return (*others, *told, *words)


def find_links(a: Sequence[Passage], b: Sequence[Passage], claims: Facts, threshold: float) -> Found:
    """Return which pairs of passages are linked, without the words for it; ``claims`` are those of the documents."""
    evidence: Scores = {}
    facts: dict[Pair, list[Fact]] = {}
    runs: dict[Pair, Run] = {}
    work = _WORDING_WORK
    anchors = Anchors(a, b)
    scores = {**dict.fromkeys(claims.pairs, 0.0), **score_pairs(a, b)}
    for (i, j), score in anchors.raised(scores).items():
        total = score
        if found := claims.between((i, j)):
            facts[i, j] = found
            total += sum(fact.evidence for fact in found[:_FACTS_COUNTED])
        if score >= _WORDING_FROM and work > 0:
            work -= len(a[i].terms) * len(b[j].terms)
            if (run := longest_run(a[i].text, b[j].text)) is not None:
                runs[i, j] = run
                total += min(_RUN_LIMIT, _RUN_EVIDENCE * run.words)
        evidence[i, j] = total
    return Found(_best(with_neighbours(evidence, threshold), threshold), facts, runs, anchors)


def _best(scores: Scores, threshold: float) -> list[tuple[Pair, float]]:
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_a[i] = max(score, best_a.get(i, 0.0))
        best_b[j] = max(score, best_b.get(j, 0.0))
    kept = [
        ((i, j), score)
        for (i, j), score in scores.items()
        if presented(score) >= threshold and _is_among_best(score, best_a[i], best_b[j])
    ]
    links_a: Counter[int] = Counter()
    links_b: Counter[int] = Counter()
    chosen = []
    for (i, j), score in sorted(kept, key=lambda entry: (-entry[1], abs(entry[0][0] - entry[0][1]), entry[0])):
        most = _MOST_STRONG if presented(score) >= _STRONG else _MOST_LINKS
        if links_a[i] < most and links_b[j] < most:
            links_a[i] += 1
            links_b[j] += 1
            chosen.append(((i, j), score))
    return sorted(chosen)


def _is_among_best(score: float, best_a: float, best_b: float) -> bool:
    return score >= _NEAR_BEST * min(best_a, best_b) and score >= _NEAR_OTHER * max(best_a, best_b)
