"""The reason for a likelihood in words: what spoke for one question, and what against it."""

from index.claim_matching.fitted import fitted
from index.claim_matching.matching import model_of, relation_of, signs_of
from index.claim_matching.mentions import Mention

_FOR, _AGAINST = 3, 2
_LEAST = 0.2
"""Log odds that a sign must add or take before it is worth telling."""


_WORDS = {
    "beyond": "like words beside what is counted",
    "crowded": "several figures of a kind in one sentence",
    "differs and like": "like words around values that differ",
    "differs and one measure": "one thing measured",
    "doublings": "values far apart in unlike words",
    "excluding": "values that exclude each other",
    "fewest peers": "others of its kind in both articles",
    "fewest rivals": "other values in both articles",
    "head unknown": "what is counted goes without saying",
    "like": "like words around",
    "measured among rivals": "one measure among many values",
    "meant otherwise": "one of them not meant as a fact",
    "names apart": "no name in common",
    "nothing told": "one does not say what happened",
    "one head": "one thing counted",
    "one noun": "one noun counted",
    "one past": "one of a year long past",
    "only ones": "the only ones of their kind",
    "other things": "other things counted",
    "own": "like words for what happened",
    "own covered": "what happened in the same words",
    "peers": "others of its kind",
    "rare": "a value that is no accident",
    "rivals": "many other values",
    "runs": "runs of the same words",
    "values beside": "the same values beside",
    "whole": "sentences alike",
}
"""What is said of signs whose names do not say it."""


def tell_likelihood(a: Mention, b: Mention, likelihood: float) -> str:
    """Return in words how likely two claims answer one question, and the signs that weighed most on each side."""
    relation = relation_of(a, b)
    weights = fitted()[model_of(a, relation)].weights
    weighed = [(weights.get(name, 0.0) * value, name) for name, value in signs_of(a, b, relation).items()]
    ordered = sorted(weighed, key=lambda entry: (-abs(entry[0]), entry[1]))
    spoke = [_WORDS.get(name, name) for weight, name in ordered if weight >= _LEAST][:_FOR]
    against = [_WORDS.get(name, name) for weight, name in ordered if weight <= -_LEAST][:_AGAINST]
    said = f"one question with likelihood {likelihood:.2f}"
    said += f"; for it: {', '.join(spoke)}" if spoke else ""
    return said + (f"; against it: {', '.join(against)}" if against else "")
