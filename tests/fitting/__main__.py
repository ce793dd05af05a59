"""Fits the weights, writes them, and reports on what was held out."""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index import claim_matching
from index.claim_matching.fitted import FILE
from tests.fitting.expectations import AGAINST, EXPECTED, FOR
from tests.fitting.keyed import every_story
from tests.fitting.pairs import Pair, pairs_of, rivals
from tests.fitting.regression import area_under_curve, chance_of, fit

_PENALTY, _RIVAL_PENALTY = 5.0, 0.1
_BINS = 10
Weights = Mapping[str, float]


def main() -> None:
    """Fit on what may be seen, report on the rest, then fit on everything and write that."""
    parser = argparse.ArgumentParser(prog="python -m tests.fitting", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder of shared data, with data/stories and data/contrast")
    parser.add_argument("--seen-only", action="store_true", help="write the weights fitted without what is held out")
    options = parser.parse_args()
    pairs = [pair for story in every_story(options.shared) for pair in pairs_of(story)]
    seen = [pair for pair in pairs if not pair.story.held_out]
    models = fitted(seen)
    for line in report(pairs, models):
        print(line)
    if not options.seen_only:
        models = fitted(pairs)
    written = {"provenance": provenance(pairs), "kinds": {name: as_row(*found) for name, found in models.items()}}
    file = Path(claim_matching.__file__).with_name(FILE)
    file.write_text(json.dumps(written, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def fitted(pairs: Sequence[Pair]) -> dict[str, tuple[Weights, Weights]]:
    """Return for each model the weights of its signs, and those of the pair beside its rivals."""
    first = {}
    for model in sorted({pair.model for pair in pairs}):
        own = [pair for pair in pairs if pair.model == model]
        first[model] = signed([p.signs for p in own], [p.right for p in own], [p.share for p in own])
    second_rows = beside_rivals(pairs, first)
    found: dict[str, tuple[Weights, Weights]] = {}
    for model, weights in first.items():
        own = [pair for pair in pairs if pair.model == model]
        rows = [second_rows[id(pair)] for pair in own]
        found[model] = weights, signed(rows, [p.right for p in own], [p.share for p in own], _RIVAL_PENALTY)
    return found


def signed(
    rows: Sequence[Mapping[str, float]], labels: Sequence[bool], shares: Sequence[float], penalty: float = _PENALTY
) -> dict[str, float]:
    """Return weights of which none speaks against its sign's meaning: such a sign is left out."""
    left_out: set[str] = set()
    while True:
        kept = [{name: value for name, value in row.items() if name not in left_out} for row in rows]
        weights = fit(kept, labels, shares, penalty, EXPECTED)
        odd = {n for n, weight in weights.items() if (n in FOR and weight < 0) or (n in AGAINST and weight > 0)}
        if not odd:
            return weights
        left_out |= odd


def beside_rivals(pairs: Sequence[Pair], first: Mapping[str, Weights]) -> dict[int, dict[str, float]]:
    """Return the rows of the second fit by the `id` of the pair: its log odds, and what stands against it."""
    odds = {id(p): sum(first[p.model].get(n, 0.0) * v for n, v in (("", 1.0), *p.signs.items())) for p in pairs}
    return {
        id_: {"pair": odds[id_], "rival": beside.odds, "equal": beside.equal}
        for id_, beside in rivals(pairs, odds).items()
    }


def report(pairs: Sequence[Pair], models: Mapping[str, tuple[Weights, Weights]]) -> Iterator[str]:
    """Yield how well the models do on what is held out: ranking, and how often each likelihood is right."""
    rows = beside_rivals(pairs, {name: first for name, (first, _) in models.items()})
    for model, (_, second) in models.items():
        for source in ("real events", "contrast pairs"):
            held = [p for p in pairs if p.model == model and p.story.held_out and p.story.source == source]
            chances = [chance_of(second, rows[id(pair)]) for pair in held]
            area = area_under_curve(chances, [pair.right for pair in held], [1.0] * len(held))
            yield f"{model}, {source}: {len(held)} pairs, {sum(p.right for p in held)} right, area {area:.3f}"
            bins: dict[int, list[bool]] = {}
            for chance, pair in zip(chances, held, strict=True):
                bins.setdefault(min(_BINS - 1, int(chance * _BINS)), []).append(pair.right)
            yield "   " + "  ".join(f".{b}: {sum(v) / len(v):.2f} of {len(v)}" for b, v in sorted(bins.items()))


def provenance(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Return where the weights come from: the data, how much of it, and a mark of it."""
    digest = hashlib.sha256()
    counts: Counter[str] = Counter()
    stories = {(pair.story.source, pair.story.name) for pair in pairs}
    for pair in pairs:
        counts[pair.story.source] += 1
        digest.update(f"{pair.story.name} {pair.a.id} {pair.b.id} {pair.right}\n".encode())
    return {
        "command": "python -m tests.fitting SHARED",
        "method": "logistic regression by Newton's method, ridge to tests/fitting/expectations.py",
        "stories": dict(sorted(Counter(source for source, _ in stories).items())),
        "pairs": dict(sorted(counts.items())),
        "digest": digest.hexdigest()[:16],
    }


def as_row(first: Weights, second: Weights) -> dict[str, Any]:
    """Return the weights of one model as they are written."""
    signs = {name: round(weight, 3) for name, weight in sorted(first.items()) if name and abs(weight) >= 0.0005}
    beside = {name or "start": round(weight, 3) for name, weight in sorted(second.items())}
    return {"start": round(first[""], 3), "signs": signs, "rivals": {"equal": 0.0, "rival": 0.0, **beside}}


if __name__ == "__main__":
    main()
