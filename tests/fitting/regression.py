"""Plain logistic regression: Newton's method with a penalty on large weights, in the standard library alone."""

from collections.abc import Mapping, Sequence
from math import exp
from types import MappingProxyType

_STEPS = 25
_CLOSE = 1e-6


def fit(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    shares: Sequence[float],
    penalty: float,
    expected: Mapping[str, float] = MappingProxyType({}),
) -> dict[str, float]:
    """Return a weight for each sign, the intercept under the empty name.

    ``shares`` say how much each row counts; ``penalty`` draws every weight but the intercept's to what is
    ``expected`` of it, 0 where nothing is.
    """
    names = ["", *sorted({name for row in rows for name in row})]
    places = {name: place for place, name in enumerate(names)}
    sparse = [[(0, 1.0), *((places[name], value) for name, value in sorted(row.items()))] for row in rows]
    weights = [0.0] * len(names)
    for _ in range(_STEPS):
        gradient = [
            penalty * (expected.get(name, 0.0) - weight) if name else 0.0
            for name, weight in zip(names, weights, strict=True)
        ]
        curve = [[0.0] * len(names) for _ in names]
        for place in range(len(names)):
            curve[place][place] = penalty if place else 1e-9
        for row, label, share in zip(sparse, labels, shares, strict=True):
            chance = logistic(sum(weights[place] * value for place, value in row))
            error, bend = share * (label - chance), share * chance * (1 - chance)
            for place, value in row:
                gradient[place] += error * value
                line, scaled = curve[place], bend * value
                for other, beside in row:
                    line[other] += scaled * beside
        step = solve(curve, gradient)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _CLOSE:
            break
    return dict(zip(names, weights, strict=True))


def logistic(value: float) -> float:
    """Return the chance of which ``value`` is the logarithm of the odds."""
    if value < -40:
        return 0.0
    return 1 / (1 + exp(-value))


def chance_of(weights: Mapping[str, float], row: Mapping[str, float]) -> float:
    """Return the fitted chance of a pair."""
    return logistic(weights[""] + sum(weights.get(name, 0.0) * value for name, value in row.items()))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return x of ``matrix`` x = ``right``, by elimination with pivots."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for place in range(size):
        pivot = max(range(place, size), key=lambda at: abs(rows[at][place]))
        rows[place], rows[pivot] = rows[pivot], rows[place]
        lead = rows[place]
        for below in rows[place + 1 :]:
            if (factor := below[place] / lead[place]) != 0.0:
                for at in range(place, size + 1):
                    below[at] -= factor * lead[at]
    found = [0.0] * size
    for place in reversed(range(size)):
        known = sum(rows[place][at] * found[at] for at in range(place + 1, size))
        found[place] = (rows[place][size] - known) / rows[place][place]
    return found


def area_under_curve(chances: Sequence[float], labels: Sequence[bool], shares: Sequence[float]) -> float:
    """Return how likely a right pair has a greater chance than a wrong one."""
    right = wrong = area = 0.0
    ordered = sorted(zip(chances, labels, shares, strict=True))
    place = 0
    while place < len(ordered):
        end, tied_right, tied_wrong = place, 0.0, 0.0
        while end < len(ordered) and ordered[end][0] == ordered[place][0]:
            tied_right += ordered[end][2] if ordered[end][1] else 0.0
            tied_wrong += 0.0 if ordered[end][1] else ordered[end][2]
            end += 1
        area += tied_right * (wrong + tied_wrong / 2)
        right, wrong, place = right + tied_right, wrong + tied_wrong, end
    return area / (right * wrong) if right and wrong else 0.0
