"""From pairs of passages to links: what the words, facts and neighbours of each add up to, and which are kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.comparison.anchors import SHARED_TERM, anchors_of
from index.comparison.facts import Fact, Facts
from index.comparison.features import Passage, similarity
from index.comparison.likelihood import likelihoods, own_evidence
from index.comparison.reasons import SHARED_WORDS, Explainer, fact_status
from index.comparison.scoring import Pair, Scores, score_pairs
from index.comparison.wording import Run, longest_run

_MOST_LINKS = 4
"""A sentence has no more links than this, unless they are strong."""
_MOST_STRONG = 6
_STRONG = 0.5
"""Score from which a link stands on its own."""
_WORDING_WORK = 20_000_000
"""Word pairs that looking for shared wording may cost; reached by texts that repeat themselves only."""
_WORDING_FROM = 0.15
"""Evidence from words that a pair needs before its wording is looked at."""
_RUN_EVIDENCE, _RUN_LIMIT = 0.01, 0.12
"""Evidence of each word that both say in a row, and of all of them at the most."""


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
    """The pairs that are linked, with their scores, and what facts and shared wording were found on the way."""

    pairs: Sequence[tuple[Pair, float]]
    facts: Mapping[Pair, Sequence[Fact]]
    runs: Mapping[Pair, Run]
    similarity: float
    """Of the two documents, see `index.comparison.features.similarity`."""

    @property
    def conflicts(self) -> int:
        """How many of the linked pairs contradict each other."""
        return sum(fact_status(self.facts.get(pair, ())) == "conflict" for pair, _ in self.pairs)


def draft_links(a: Sequence[Passage], b: Sequence[Passage], found: Found) -> list[Draft]:
    """Return the links that were found, each with its status and its reasons in words."""
    explain = Explainer()
    drafts = []
    for (i, j), score in found.pairs:
        status, reasons = explain(a[i], b[j], found.facts.get((i, j), ()), found.runs.get((i, j)))
        drafts.append(Draft(i, j, round(score, 4), status, _with_anchors(reasons, anchors_of(a[i], b[j]))))
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
    """Return which pairs of passages are linked with a score of ``threshold`` and more, without the words for it.

    ``claims`` are those of the two documents.
    """
    evidence: Scores = {}
    runs: dict[Pair, Run] = {}
    work = _WORDING_WORK
    for (i, j), score in {**dict.fromkeys(claims.pairs, 0.0), **score_pairs(a, b)}.items():
        total = own_evidence(a[i], b[j], score) + claims.evidence((i, j))
        if score >= _WORDING_FROM and work > 0:
            work -= len(a[i].terms) * len(b[j].terms)
            if (run := longest_run(a[i].text, b[j].text)) is not None:
                runs[i, j] = run
                total += min(_RUN_LIMIT, _RUN_EVIDENCE * run.words)
        evidence[i, j] = total
    alike = similarity(a, b)
    pairs = _with_conflicts(_best(likelihoods(a, b, evidence, alike, threshold)), claims, threshold)
    return Found(pairs, {pair: claims.between(pair) for pair, _ in pairs}, runs, alike)


def _with_conflicts(pairs: Sequence[tuple[Pair, float]], claims: Facts, threshold: float) -> list[tuple[Pair, float]]:
    """Return the pairs with those that contradict each other, whatever their words: a conflict is never left out."""
    known = {pair for pair, _ in pairs}
    return sorted([*pairs, *((pair, threshold) for pair in claims.conflicts if pair not in known)])


def _best(scores: Scores) -> list[tuple[Pair, float]]:
    """Return the pairs without those that are one too many for a sentence, in the order of the text."""
    links_a: Counter[int] = Counter()
    links_b: Counter[int] = Counter()
    chosen = []
    for (i, j), score in sorted(
        scores.items(), key=lambda entry: (-entry[1], abs(entry[0][0] - entry[0][1]), entry[0])
    ):
        most = _MOST_STRONG if score >= _STRONG else _MOST_LINKS
        if links_a[i] < most and links_b[j] < most:
            links_a[i] += 1
            links_b[j] += 1
            chosen.append(((i, j), score))
    return sorted(chosen)
