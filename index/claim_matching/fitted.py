"""The fitted weights of the signs, from a data file that `python -m tests.fitting` writes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Any

from index.claim_matching.signs import Signs

FILE = "likelihood.json"


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of one kind of claims: ``start`` before any sign is seen, and what each sign adds to the log odds."""

    start: float
    weights: Mapping[str, float]
    pair: float
    """What the log odds of the pair weigh once its rivals are known; ``rival`` and ``equal`` weigh against it."""
    pair_start: float
    rival: float
    equal: float

    def odds(self, signs: Signs) -> float:
        """Return the logarithm of the odds that two claims with these signs answer one question."""
        weights = self.weights
        return self.start + sum([weights.get(name, 0.0) * value for name, value in signs.items()])

    def beside_rivals(self, odds: float, rival: float, equal: float) -> float:
        """Return the log odds of a pair whose best rival, another value of either article, has ``rival``; 0 for none.

        ``equal`` are the log odds of the likeliest pair of equal values of which one claim of the pair is part.
        """
        return self.pair_start + self.pair * odds + self.rival * rival + self.equal * equal


def likelihood(odds: float) -> float:
    """Return the likelihood, 0 to 1, for the logarithm of the odds."""
    return 1 / (1 + exp(-odds)) if odds > -40 else 0.0


@lru_cache(1)
def fitted() -> Mapping[str, Fitted]:
    """Return the weights by kind of claim."""
    read = json.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    return {kind: _fitted(row, row["rivals"]) for kind, row in read["kinds"].items()}


def _fitted(row: Mapping[str, Any], rivals: Mapping[str, float]) -> Fitted:
    return Fitted(row["start"], row["signs"], rivals["pair"], rivals["start"], rivals["rival"], rivals["equal"])
