"""The reason for a likelihood in words: what spoke for one question, and what against it."""

from dataclasses import dataclass
from functools import lru_cache

from index.claim_matching.fitted import fitted
from index.claim_matching.matching import model_of, relation_of, signs_of
from index.claim_matching.mentions import Mention
from index.english import rows

_FOR, _AGAINST = 3, 2
_LEAST = 0.2
"""Log odds that a sign must add or take before it is worth telling."""


@dataclass(frozen=True, slots=True)
class _Told:
    name: str
    words: str


@lru_cache(1)
def _words() -> dict[str, str]:
    """Return what is said of the signs whose names do not say it."""
    return {row.name: row.words for row in rows("signs", _Told, unique="name")}


def tell_likelihood(a: Mention, b: Mention, likelihood: float) -> str:
    """Return in words how likely two claims answer one question, and the signs that weighed most on each side."""
    relation = relation_of(a, b)
    weights = fitted()[model_of(a, relation)].weights
    weighed = [(weights.get(name, 0.0) * value, name) for name, value in signs_of(a, b, relation).items()]
    ordered = sorted(weighed, key=lambda entry: (-abs(entry[0]), entry[1]))
    spoke = [_words().get(name, name) for weight, name in ordered if weight >= _LEAST][:_FOR]
    against = [_words().get(name, name) for weight, name in ordered if weight <= -_LEAST][:_AGAINST]
    said = f"one question with likelihood {likelihood:.2f}"
    said += f"; for it: {', '.join(spoke)}" if spoke else ""
    return said + (f"; against it: {', '.join(against)}" if against else "")
