"""From scored pairs of passages to links: which are kept, what their status is, and the reasons in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.claims.relations import RelationKind
from index.comparison.facts import Fact, facts_between
from index.comparison.features import Passage
from index.comparison.scoring import Pair, Scores, presented, score_pairs, with_neighbours
from index.comparison.wording import Run, longest_run, wording_ratio
from index.language.aliases import Aliases
from index.language.names import names_in
from index.records import ClaimKind, Span

_NEAR_BEST = 0.7
"""A link must reach this share of the best evidence that either of its two sentences has."""
_WORDING_FROM = 0.15
"""Evidence from words that a pair needs before its wording is looked at."""
_RUN_EVIDENCE = 0.02
_RUN_LIMIT = 0.25
_TELLING_RUN = 8
"""A run of as many words is no accident of language."""
_NEAR_COPY = 0.75
_WORDS_SHOWN = 5


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

    @property
    def conflicts(self) -> int:
        """How many of the linked pairs contradict each other."""
        return sum(_fact_status(self.facts.get(pair, ())) == "conflict" for pair, _ in self.pairs)


def draft_links(a: Sequence[Passage], b: Sequence[Passage], aliases: Aliases, threshold: float) -> list[Draft]:
    """Return the links whose score reaches ``threshold`` and which are among the best of one of their sentences."""
    found = find_links(a, b, aliases, threshold)
    return [
        Draft(
            i, j, round(presented(total), 4), *_explain(a[i], b[j], found.facts.get((i, j), ()), found.runs.get((i, j)))
        )
        for (i, j), total in found.pairs
    ]


def find_links(a: Sequence[Passage], b: Sequence[Passage], aliases: Aliases, threshold: float) -> Found:
    """Return which pairs of passages are linked, without the words for it."""
    evidence: Scores = {}
    facts: dict[Pair, list[Fact]] = {}
    runs: dict[Pair, Run] = {}
    for (i, j), score in score_pairs(a, b).items():
        total = score
        if a[i].claims and b[j].claims and (found := facts_between(a[i].claims, b[j].claims, score, aliases)):
            facts[i, j] = found
            total += sum(fact.evidence for fact in found[:3])
        if score >= _WORDING_FROM and (run := longest_run(a[i].text, b[j].text)) is not None:
            runs[i, j] = run
            total += min(_RUN_LIMIT, _RUN_EVIDENCE * run.words)
        evidence[i, j] = total
    return Found(_best(with_neighbours(evidence), threshold), facts, runs)


def _best(scores: Scores, threshold: float) -> list[tuple[Pair, float]]:
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_a[i] = max(score, best_a.get(i, 0.0))
        best_b[j] = max(score, best_b.get(j, 0.0))
    return [
        ((i, j), score)
        for (i, j), score in sorted(scores.items())
        if presented(score) >= threshold and score >= _NEAR_BEST * max(best_a[i], best_b[j])
    ]


def _explain(a: Passage, b: Passage, facts: Sequence[Fact], run: Run | None) -> tuple[str, tuple[str, ...]]:
    reasons = [fact.reason for fact in facts[:3]]
    status = _fact_status(facts)
    if run is not None:
        quoted = a.text[run.a.start : run.a.end]
        if wording_ratio(a.text, b.text) >= _NEAR_COPY:
            reasons.append("nearly the same wording")
            status = status or "wording"
        elif _is_quoted(a, run.a) and _is_quoted(b, run.b):
            reasons.append(f"both quote “{_cut(quoted)}”")
            status = status or "quotation"
        else:
            reasons.append(f"shared wording: “{_cut(quoted)}”")
            status = status or ("wording" if run.words >= _TELLING_RUN else None)
    names = _shared_names(a, b)
    if names:
        reasons.append(f"both name {_listed(names)}")
    rare = _rare_words(a, b, names)
    if rare:
        reasons.append(f"rare words: {', '.join(rare)}")
    return status or "related", tuple(reasons)


def _fact_status(facts: Sequence[Fact]) -> str | None:
    """Return the status that figures and dates give; a conflict is never hidden behind agreement."""
    kinds = {fact.kind for fact in facts}
    for kind, status in (
        (RelationKind.CONFLICT, "conflict"),
        (RelationKind.SAME, "same"),
        (RelationKind.COMPATIBLE, "compatible"),
    ):
        if kind in kinds:
            return status
    return None


def _is_quoted(passage: Passage, run: Span) -> bool:
    start = passage.sentence.span.start
    return any(
        claim.kind is ClaimKind.QUOTATION
        and claim.direct is not False
        and claim.span.start < run.end + start
        and run.start + start < claim.span.end
        for claim in passage.claims
    )


def _cut(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"


def _shared_names(a: Passage, b: Passage) -> list[str]:
    """Return the names of more than one word, or in sentences' middle, that both sentences have."""
    other = {name.key for name in names_in(b.text)}
    shared = [name for name in names_in(a.text) if name.key in other and " " in name.key]
    return list(dict.fromkeys(name.text for name in shared))[:3]


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _rare_words(a: Passage, b: Passage, names: Sequence[str]) -> list[str]:
    """Return the words that weigh most in the link, as A writes them; of a word family, both sides' words."""
    spoken = {term.key for term in a.terms}
    shared = [
        (a.vector[key] * b.vector[key], key)
        for key in a.vector
        if key in b.vector and (key in spoken or key.startswith("~"))
    ]
    total = sum(weight for weight, _ in shared)
    words: dict[str, None] = {}
    told = " ".join(names)
    for weight, key in sorted(shared, key=lambda entry: (-entry[0], entry[1])):
        if weight < 0.04 * total or len(words) == _WORDS_SHOWN:
            break
        text = _wording(a, b, key)
        if text and text not in told and text.casefold() not in {word.casefold() for word in words}:
            words[text] = None
    return list(words)


def _wording(a: Passage, b: Passage, key: str) -> str:
    left, right = _surface(a, key), _surface(b, key)
    if not key.startswith("~"):
        return left
    # A family adds something to say only where the two sides use different words of it.
    if any(term.key in b.vector for term in a.terms if term.key in a.vector and a.text[term.start : term.end] == left):
        return ""
    return f"{left}/{right}"


def _surface(passage: Passage, key: str) -> str:
    from index.language.families import family_of

    for term in passage.terms:
        if term.key == key or (key.startswith("~") and family_of(term.key) == key):
            return passage.text[term.start : term.end]
    return ""
